#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: new-repro writes a crate that compiles, and writes over nothing
#
# Usage: new_repro.sh CARGO
set -uo pipefail
unset CDPATH
cargo=$1
new_repro=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/new-repro
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# refuses WHAT ARGUMENT...: one line, exit status 2
refuses() {
	local what=$1 status=0
	shift
	"$new_repro" "$@" >"$work/out" 2>"$work/said" || status=$?
	[[ $status == 2 && $(wc -l <"$work/said") == 1 ]] || fail "$what: status $status, said $(<"$work/said")"
}

refuses "no folder"
refuses "an option" --all
refuses "two folders" "$work/one" "$work/two"
mkdir "$work/full" && echo mine >"$work/full/Cargo.toml"
refuses "a folder with something in it" "$work/full"
[[ $(<"$work/full/Cargo.toml") == mine ]] || fail "a person's file is another"
refuses "a file" "$work/full/Cargo.toml"
mkdir "$work/empty"
"$new_repro" "$work/empty" >/dev/null || fail "an empty folder"
"$new_repro" "$work/a new/crate" >/dev/null || fail "a new folder"
diff -r "$work/empty" "$work/a new/crate" || fail "not alike"
((failures == 0)) || exit 1

cd "$work/a new/crate" || exit 1
export CARGO_TARGET_DIR=$work/target RUSTFLAGS=-Dwarnings
"$cargo" generate-lockfile --quiet --offline 2>"$work/said" || {
	echo "skipped: no crates to compile it with: $(head -n 1 "$work/said")"
	exit 77
}
"$cargo" check --quiet --offline || fail "it does not compile"
exit "$((failures > 0))"
