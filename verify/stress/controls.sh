# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # scripts/verify has the names, and program_of reads engine
# SPDX-License-Identifier: MIT
# controls.sh - `scripts/verify controls`, the engine tsan: which of the seeded defects of Blitz-IO and
# Tokio the stress tests and the workloads find on real threads, with seeded pauses, under
# ThreadSanitizer.
#
# Sourced by scripts/verify after defects.sh.  What is missed is an answer, and recorded; what is
# found without a defect is not: the programs that have none are asked first.
#
# Weakness: the rounds are those of one machine, which had `stress_seconds` for each control.

stress_seconds=30
stress_build=$root/build/tsan

# stress_ask NAME: KIND TEST ROUND of its two programs.
stress_ask() {
	local programs=("$stress_build/bin/stress-$1" "$stress_build/bin/workloads-$1")
	"$root/verify/stress/ask" --seconds "$stress_seconds" "$work/stress-controls/$1.log" "${programs[@]}"
}

# Why the control cannot show itself on real threads; empty if it is asked.
not_stressed() { # FILE
	case $1 in
	*.c) echo "a model of its own, without a scheduler" ;;
	*) field "$1" not-stressed ;;
	esac
}

# The controls that are defects of Blitz-IO or Tokio; those with tests of their own all are.
is_known_defect() { [[ $1 == *.c || $(field "$1" origin) =~ ^(Blitz-IO|Tokio)' ' ]]; } # FILE

# NAME - tsan KIND (TEST) ROUND; or why it was not asked.
stress_row() { # FILE
	local file=$1 name reason kind test round
	is_known_defect "$file" || return 0
	name=$(basename "${file%.*}")
	reason=$(not_stressed "$file")
	if [[ -n $reason ]]; then
		printf '%s\t-\ttsan\tnot asked: %s\t-\n' "$name" "$reason"
		return
	fi
	IFS=$'\t' read -r kind test round < <(stress_ask "control-$name") || give_up "$name gave no answer"
	[[ $test == - ]] || kind="$kind ($test)"
	printf '%s\t-\ttsan\t%s\t%s\n' "$name" "$kind" "$round"
}

# Names of programs without a defect, one for each set of knobs that a control has.
clean_names() {
	local file engine=stress
	for file in $(defect_files "$root/verify/controls" | grep -E -e "$only"); do
		[[ -n $(not_stressed "$file") ]] || ! is_known_defect "$file" || program_of tokio "$(field "$file" build)"
	done | sed 's/^stress-//' | sort -u
}

# Nothing can be said of the controls if the sources without a defect are not clean.
ask_clean_programs() {
	local name kind test round
	for name in $(clean_names); do
		IFS=$'\t' read -r kind test round < <(stress_ask "$name")
		[[ $kind == missed ]] ||
			die "$name has no defect, but: $kind in $test, round $round (build/verify/stress-controls/$name.log)"
		printf '%s  clean in %d rounds\n' "$name" "$round"
	done
}

run_stress_controls() {
	local rows=stress.tsv
	defect_files "$root/verify/controls" | grep -cE -e "$only" >/dev/null ||
		usage_error "--only: nothing in verify/controls matches '$only'"
	configure tsan "$stress_build" -DSCHEDLAB_TOKIO=OFF
	build "$stress_build" stress_controls
	ask_clean_programs
	export root stress_build stress_seconds
	export -f stress_row stress_ask not_stressed is_known_defect
	ask_all "$root/verify/controls" stress_row 1 "$rows"
	cut -f 1,4- "$work/$rows" | column -t -s $'\t'
	[[ $record == no ]] || keep_engines "$rows"
}
