# shellcheck shell=bash
# shellcheck disable=SC2034 # for the scripts that source this
# SPDX-License-Identifier: MIT
# lib.sh - what the tests of the scripts share: a tree of their own, with little in it, and programs
# that only say that they were called.
# Sourced with SOURCE as the script's first argument.
set -uo pipefail
unset CDPATH
source_dir=$1
work=$(mktemp -d)
work=$(realpath "$work")
trap 'rm -rf "$work"' EXIT
export SCHEDLAB_SETUP=skip
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# expect WHAT WANTED FOUND
expect() { [[ $2 == "$3" ]] || fail "$1: '$3', expected '$2'"; }

# says PATTERN WHAT, says_not PATTERN WHAT: of the last thing run
says() { grep -Eq -- "$1" "$work/said" || { fail "$2: no '$1' in:"; cat "$work/said"; }; }
says_not() { ! grep -Eq -- "$1" "$work/said" || { fail "$2: '$1' in:"; cat "$work/said"; }; }

# run COMMAND...: leaves its exit status in `status`, and all that it says in $work/said
run() {
	status=0
	"$@" >"$work/said" 2>&1 || status=$?
}

# tree_with FOLDER FILE...: a tree with these files and folders of the project
tree_with() {
	local tree=$1
	shift
	mkdir -p "$tree"
	(cd "$source_dir" && cp --parents -r "$@" "$tree")
}

# replace_program NAME STATUS: on PATH, one that writes down how it was called, and returns STATUS
replace_program() {
	mkdir -p "$work/bin"
	printf '#!/bin/sh\necho "%s $*" >>"%s/called"\nexit %d\n' "$1" "$work" "$2" >"$work/bin/$1"
	chmod +x "$work/bin/$1"
	export PATH=$work/bin:$PATH
}

# refuses_early SCRIPT PATTERN OPTION...: in $work/tree, one line, status 2, and no program of
# replace_program was called
refuses_early() {
	local script=$1 pattern=$2
	shift 2
	rm -f "$work/called"
	run env --unset=SCHEDLAB_SETUP "$work/tree/$script" "$@"
	expect "$script $*" 2 "$status"
	expect "$script $*: lines" 1 "$(wc -l <"$work/said")"
	says "$pattern" "$script $*"
	[[ ! -e $work/called ]] || fail "$script $*: called $(head -n 1 "$work/called")"
}

finish() { ((failures == 0)); }
