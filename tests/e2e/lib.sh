# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# lib.sh - what the end-to-end tests share: a folder of their own, short runs, checks.
# Sourced with BUILD SOURCE as the script's arguments.
set -uo pipefail
unset CDPATH
build=$1
# shellcheck disable=SC2034 # for the scripts that source this
source_dir=$2
schedlab=$build/bin/schedlab
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Neither the person's own history of A/A trials nor the load of this machine is for tests.
export SCHEDLAB_HISTORY=$work/history.db SCHEDLAB_GATES_ROOT=$work
failures=0
skipped=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# cannot WHY: something was not looked at; 77 at the end if nothing failed
cannot() {
	echo "skipped: $*"
	skipped=77
}

# expect WHAT WANTED FOUND
expect() { [[ $2 == "$3" ]] || fail "$1: $3, expected $2"; }

# has FILE PATTERN WHAT
has() { grep -Eq -- "$2" "$1" || fail "$3: no '$2' in $(basename "$1")"; }

# has_not FILE PATTERN WHAT
has_not() { ! grep -Eq -- "$2" "$1" || fail "$3: '$2' in $(basename "$1")"; }

# program ARM: as the build calls its program
program() { printf '%s/bin/bench-%s' "$build" "${1//=/.}"; }

is_built() { [[ -x $build/bin/bench-$1 ]]; }

# short_run DIR OPTION...: as short as a run can be; prints the exit status
short_run() {
	local out=$1 status=0
	shift
	"$schedlab" run --out "$out" --pairs 1 --blocks 2 --block-ms 2 --progress none "$@" \
		>"$work/said" 2>"$work/complained" || status=$?
	echo "$status"
}

# The last command of a test.
finish() {
	((failures == 0)) || { tail -n 30 "$work/said" "$work/complained" 2>/dev/null; exit 1; }
	exit "$skipped"
}
