#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: what scripts/trial is told is read before anything is built, and its bisection finds
#	the first version with a change, a flat history and an open one, whatever the place
#
# trial.sh SOURCE SCHEDLAB
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

replace_program cmake 1
replace_program apt-get 1
tree_with "$work/tree" scripts lab/suites lab/trials

refuses() { refuses_early scripts/trial "$@"; } # PATTERN OPTION...

refuses "give --base and --head" --base 1.53.1
refuses "unknown option '--nosuch'" --base 1 --head 2 --nosuch x
refuses "unknown argument 'quick'" quick
refuses "--head needs a value" --base 1.53.1 --head
refuses "--patch: there is no file" --base 1.53.1 --head 1.53.1 --patch "$work/none.diff"
refuses "--repro: there is no folder" --base 1.53.1 --head 1.54.1 --repro "$work/none"
refuses "is not FIRST..LAST" --bisect 1.53.1 --cell burst_500us
refuses "--bisect asks for one cell" --bisect 1.53.1..1.54.1
refuses "--bisect has sides of its own" --bisect 1.53.1..1.54.1 --cell burst_500us --base 1.50.0
refuses "instructions is counted, without pairs" --bisect 1.53.1..1.54.1 --cell ping_pong --outcome instructions
refuses "belong to --bisect" --base 1.53.1 --head 1.54.1 --cell burst_500us

# ------------------------------------------------------------------ bisection

# search FIRST ANSWER...: bisects v0 .. vN whose answers against v0 these are; prints what it says,
# and its status
search() {
	bash -c '
		set -euo pipefail
		root=$1 out=$2 bisect=v0..vN cell=c outcome= checkout= repro= duration=quick dry_run=no cells=
		shift 2
		answers=("no worse: 1, equivalent" "$@")
		die() { echo "$1"; exit "${2:-1}"; }
		source "$root/scripts/bisect.sh"
		subjects() { for ((i = 0; i < ${#answers[@]}; i++)); do echo "v$i"; done; }
		workload_of() { echo w; }
		side() { :; }
		lab() { :; }
		compare() {
			steps=$((steps + 1))
			answer=${answers[${1#v}]}
			standing=${answer%%:*}
			echo "asked $1"
		}
		bisect' search "$work/tree" "$work/bisected" "$@" >"$work/found" 2>&1
	echo "status $?" >>"$work/found"
}

finds() { grep -Eq -- "$1" "$work/found" || fail "$2: no '$1' in: $(tail -n 4 "$work/found")"; }

for ((length = 1; length <= 9; length++)); do
	for ((at = 1; at <= length; at++)); do
		answers=()
		for ((i = 1; i <= length; i++)); do
			if ((i < at)); then answers+=("no worse: 1, equivalent"); else answers+=("worse: 2, more"); fi
		done
		search "${answers[@]}"
		finds "^v$at is the first that is worse than v0 in c" "a change at $at of $length"
		finds "^status 6" "a change at $at of $length"
	done
done
(($(grep -c '^asked' "$work/found") <= 5)) || fail "9 versions take $(grep -c '^asked' "$work/found") steps"

same="no worse: 1, slightly slower"
search "$same" "$same" "$same"
finds "^flat: v3 is as v0" "a flat history"
finds "^status 0" "a flat history"
expect "a flat history asks once" 1 "$(grep -c '^asked' "$work/found")"
search "$same" "no worse: 1, not slower"
finds "^no worse: whether v2 is better" "ends that may hide a gain"
finds "^status 5" "ends that may hide a gain"
search "$same" "open: 1, undecided"
finds "^open: whether v2 differs from v0 .*more pairs" "open ends"
finds "^status 5" "open ends"
search "$same" "withdrawn: 1, more"
finds "^open: .*a control did not come out" "ends that a control withdraws"
search "open: a" "open: a" "open: a" "worse: b"
finds "^open: the change to worse lies behind v0 and not behind v4" "an open step"
finds "^status 5" "an open step"
search "$same" "better: 0, less" "better: 0, less"
finds "^v2 is the first that is better than v0" "a gain"
finds "^status 0" "a gain"
search "better: 0" "no worse: 1, not slower" "better: 0" "better: 0"
finds "^open: the change to better" "a middle that may have the gain"
search "$same" "open: 1, not faster" "better: 0" "better: 0"
finds "^v3 is the first that is better" "a middle that is shown to have no gain"
finds "error of this path is at most 30 %" "the error of the path"
finish
