#!/bin/bash -p
# SPDX-License-Identifier: MIT
# cxx.sh ROOT [CXX] - every preset and every arm of tests/arms lies in the common subset of C17 and C++17.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
compiler=${2:-g++}
command -v "$compiler" >/dev/null || skip_lint "there is no $compiler"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while IFS= read -r source; do
	errors=$("$compiler" -std=c++17 -fsyntax-only -Wno-attributes -D_GNU_SOURCE -I"$root" -x c++ "$source" 2>&1) ||
		finding "$source: not C++17: $(grep -m1 error <<<"$errors")"
done < <(arm_sources "$root" "$work")
need_sources "$root" variants
finish
