# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# environment.sh - closes the environment of a script: it starts again with the variables that
# environment.tsv lists and the locale C.UTF-8.  A locale decides how awk writes numbers, CDPATH
# where `cd` goes, CFLAGS or CARGO_* what is compiled; functions that somebody exported replace
# programs.  Sourced at the top of a script (lib.sh does), before anything that a variable could change.
# What bash itself obeys before its first line (BASH_ENV, SHELLOPTS, exported functions) is kept
# out by -p, with which each script starts.

# Here already: sourced once more, by a script or in a subshell of it.
! declare -F list_kept_variables >/dev/null || return 0

# Starting again is from the first line of the file that runs.  A subshell would come here again
# and again, each time in one more process; a shell that reads no file would become another.
if [[ $BASHPID != "$$" || ${BASH_SOURCE[-1]} != "$0" ]]; then
	printf '%s: source scripts/lib.sh at the top of a script that is run, and not first in a subshell\n' "$0" >&2
	exit 1
fi

# Of the variables that are set, those the list names, as NAME=VALUE in the array `kept`.
list_kept_variables() {
	local list=${BASH_SOURCE[0]%/*}/environment.tsv name pattern patterns=()
	while IFS=$'\t' read -r pattern _; do
		[[ $pattern == '#'* ]] || patterns+=("$pattern")
	done <"$list"
	kept=()
	for name in $(compgen -e); do
		for pattern in "${patterns[@]}"; do
			# shellcheck disable=SC2053 # it is a pattern
			[[ $name != $pattern ]] || kept+=("$name=${!name}")
		done
	done
}

# The process stays the same, so its number tells that this was done already, and by nobody else.
if [[ ${SCHEDLAB_CLOSED:-} != "$$" ]]; then
	list_kept_variables
	exec /usr/bin/env -i "${kept[@]}" LC_ALL=C.UTF-8 SCHEDLAB_CLOSED="$$" "$BASH" -p "$0" "$@"
fi
unset SCHEDLAB_CLOSED
