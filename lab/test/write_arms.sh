#!/bin/bash -p
# SPDX-License-Identifier: MIT
# write_arms.sh - let every two values of two knobs stand in some arm of tests/arms.
#
# Usage: lab/test/write_arms.sh [--check]
#
#   --check   change nothing; exit 1 if a pair of values is left out
#
# write_arms.c does it, built in the newest build folder.

set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/../../scripts/lib.sh"

arms=$root/tests/arms
case ${1:-} in
"" | --check) ;;
--help | -h) show_help; exit 0 ;;
*) usage_error "unknown option '$1'" ;;
esac
build=
for cache in "$root"/build/*/CMakeCache.txt; do
	[[ ! -f $cache || (-n $build && $cache -ot $build/CMakeCache.txt) ]] || build=${cache%/*}
done
[[ -n $build ]] || die "there is no build folder; make one (scripts/run)"
quiet_step "build write_arms" "$build/write_arms.log" cmake --build "$build" --target write_arms
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
"$build/lab/test/write_arms" "$arms" >"$fresh"
if cmp -s "$fresh" "$arms"; then
	echo "tests/arms: every two values stand together"
elif [[ ${1:-} == --check ]]; then
	die "tests/arms leaves pairs of values out; run scripts/regenerate arms"
else
	cat "$fresh" >"$arms"
	echo "tests/arms: written"
fi
