# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154,SC2034 # what scripts/trial sets, and what it reads
# bisect.sh - which of many versions changed a cell: what scripts/trial does for --bisect.  Sourced.
#
# First against last comes first: where that shows no change, a flat history is the answer.  Then the
# middle one against the first, halving what is left: a version that differs from the first one in
# the direction of the last has the change, one that is shown not to has not.  A step that stays open
# is measured once more with four times the pairs; then the answer is the range that is left.
#
# Each step's word is wrong with probability 5 % at most (the families of its set), so the whole path
# with at most 5 % times its steps, which the answer says.
#
# Weakness: a history that goes up and down again has many such places, and this finds one.

# subjects: what there is from first to last, one a line, as specs for a side
subjects() {
	local first=${bisect%%..*} last=${bisect#*..}
	if [[ -z $checkout ]]; then
		"$root/peers/tokio/side" --versions "$first" "$last"
	else
		printf '%s\n' "$checkout@$first"
		"$root/peers/tokio/side" --commits "$checkout" "$first" "$last" | sed "s|^|$checkout@|"
	fi
}

# The workload of a cell of the trial.
workload_of() {
	sed -n "s/.*\"name\": \"$1\",.*\"workload\": \"\([a-z0-9_]*\)\".*/\1/p" \
		"$root/lab/trials/${repro:+repro}${repro:-runtime}/trial.json"
}

# compare SPEC: the first one against that; sets `answer` (a line) and `standing` (its first words)
compare() {
	local tries name=${1##*/} factor status
	for factor in 1 4; do
		steps=$((steps + 1))
		tries=$(printf '%s/%02d-%s' "$directory" "$steps" "${name//[^a-zA-Z0-9.@_-]/_}")
		measure_step "$1" "$tries" "$factor"
		status=0
		answer=$(lab trial "$tries" --outcome "$cell${outcome:+:$outcome}") || status=$?
		((status != 2)) || exit 2
		standing=${answer%%:*}
		printf '%2d. %s: %s\n' "$steps" "$1" "$answer"
		case $standing in
		open | withdrawn | red | 'not counted') ;;
		*) return ;;
		esac
	done
}

# A step that is there already, of a path that was interrupted, is gone on with.
measure_step() { # SPEC DIR FACTOR
	local status=0
	set_duration
	pairs=$((pairs * $3)) layouts=$((layouts * $3 > 96 ? 96 : layouts * $3)) budget=$((budget * $3))
	side head "$1"
	if [[ -e $2/results.db ]]; then
		is_finished "$2" || lab run --resume "$2" >"$2.log" 2>&1 || status=$?
	else
		out=$2 counts=
		measure >"$2.log" 2>&1 || status=$?
	fi
	((status <= 1)) || { tail -n 5 "$2.log" >&2; exit "$status"; }
}

has_changed() {
	case $standing in
	worse | 'worse, size open') [[ $direction == worse ]] ;;
	better) [[ $direction == better ]] ;;
	*) return 1 ;;
	esac
}

is_open() { [[ $standing == open || $standing == withdrawn || $standing == red || $standing == 'not counted' ]]; }

path_error() { printf 'the error of this path of %d steps is at most %d %%' "$steps" $((5 * steps < 100 ? 5 * steps : 100)); }

# First against last: sets `direction`, or ends
ends() {
	compare "${list[-1]}"
	case $standing in
	worse*) direction=worse ;;
	better) direction=better ;;
	'no worse')
		printf '\nflat: %s is shown to be no worse in %s than %s; %s\n' "${list[-1]}" "$cell" "${list[0]}" "$(path_error)"
		exit 0
		;;
	*)
		printf '\nopen: whether %s differs from %s in %s needs more pairs: --thorough\n' "${list[-1]}" "${list[0]}" "$cell"
		exit 5
		;;
	esac
}

bisect() {
	local list=() low=0 high middle steps=0 direction='' standing='' answer='' directory=$out
	mapfile -t list < <(subjects)
	((${#list[@]} >= 2)) || die "--bisect: there is nothing between ${bisect%%..*} and ${bisect#*..}" 2
	printf '%d to look through, from %s to %s: at most %d steps and one, each %s\n' "${#list[@]}" "${list[0]}" \
		"${list[-1]}" "$(awk -v n=$((${#list[@]} - 1)) 'BEGIN { while (n > 1) { n /= 2; k++ } print k + 0 }')" "$duration"
	[[ $dry_run == no ]] || { printf '  %s\n' "${list[@]}"; return; }
	cells=$(workload_of "$cell")
	[[ -n $cells ]] || die "--cell: there is no cell '$cell'; there are $(sed -n 's/.*"name": "\([a-z0-9_]*\)", "a".*/\1/p' "$root/lab/trials/runtime/trial.json" | paste -sd ' ')" 2
	directory=${directory:-results/$(date +%Y%m%d-%H%M%S)-bisect}
	mkdir -p "$directory" || die "cannot write into $directory" 4
	side base "${list[0]}"
	ends
	high=$((${#list[@]} - 1))
	while ((high - low > 1)); do
		middle=$(((low + high) / 2))
		compare "${list[middle]}"
		! is_open || break
		if has_changed; then high=$middle; else low=$middle; fi
	done
	conclude_bisect
}

conclude_bisect() {
	if ((high - low > 1)); then
		printf '\nopen: the change to %s lies behind %s and not behind %s; %s. --thorough decides more\n' \
			"$direction" "${list[low]}" "${list[high]}" "$(path_error)"
		exit 5
	fi
	printf '\n%s is the first that is %s than %s in %s; %s\n' "${list[high]}" "$direction" "${list[0]}" "$cell" "$(path_error)"
	printf 'raw sets: %s\n' "$(realpath "$directory")"
	[[ $direction != worse ]] || exit 6
}
