# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154,SC2034 # what scripts/trial sets, and what it reads
# bisect.sh - which of many versions changed a cell: what scripts/trial does for --bisect.  Sourced.
#
# First against last comes first: where that shows no change, a flat history is the answer.  Then the
# middle one against the first, halving what is left: a version that differs from the first one in
# the direction of the last has the change; one that is shown not to has not.  A step that stays open
# is measured once more with four times the pairs; then the answer is the range that is left.
#
# Each word is wrong with probability 5 % at most (the families of its set), and a step may have two;
# so the whole path is wrong with at most 10 % times the steps that it may need, which the answer says.
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

# The claim file whose cells can be named.
cells_file() {
	local folder=runtime
	[[ -z $repro ]] || folder=repro
	printf '%s' "$root/lab/trials/$folder/trial.json"
}

workload_of() { sed -n "s/.*\"name\": \"$1\",.*\"workload\": \"\([a-z0-9_]*\)\".*/\1/p" "$(cells_file)"; } # CELL

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
		[[ $standing != red ]] || die "a result of $1 is wrong or missing: $tries/report.html" 1
		! is_open || continue
		return
	done
}

# A step that is there already, of a path that was interrupted, is gone on with.
measure_step() { # SPEC DIR FACTOR
	local status=0
	local budget_asked=" ${further[*]-} "
	budget_asked=${budget_asked#* --budget }
	budget_asked=${budget_asked%% *} # nothing, if nobody asked
	set_duration
	pairs=$((pairs * $3)) layouts=$((layouts * $3 > 96 ? 96 : layouts * $3)) budget=$((budget * $3))
	side head "$1"
	(build_sides "$base_arm,$head_arm") >"$2.log" 2>&1 || { tail -n 2 "$2.log" >&2; exit 1; } # it may exit
	if [[ -e $2/results.db ]]; then
		is_finished "$2" || lab run --resume "$2" ${budget_asked:+--budget "$budget_asked"} >"$2.log" 2>&1 || status=$?
	else
		out=$2 counts=
		measure >"$2.log" 2>&1 || status=$?
	fi
	((status <= 1)) || { tail -n 5 "$2.log" >&2; exit "$status"; }
}

has_changed() {
	case $standing in
	worse*) [[ $direction == worse ]] ;;
	better) [[ $direction == better ]] ;;
	*) return 1 ;;
	esac
}

# Shown to be as the first one: "no worse" alone may hide a gain.
is_as_first() { [[ $answer =~ ,\ (equivalent|slightly) ]]; }

# Neither shown to have the change nor shown not to have it.
is_open() {
	case $standing in
	worse* | better) return 1 ;;
	'no worse') [[ $direction == better ]] && ! is_as_first ;;
	*) [[ $direction != better || ! $answer =~ ,\ not\ (faster|less) ]] ;;
	esac
}

# What it takes where it is open: a control that did not come out is no lack of pairs.
remedy() {
	if [[ $standing == withdrawn ]]; then
		echo "a control did not come out; trial.md of the last step says which"
	else
		echo "more pairs may decide: --thorough"
	fi
}

path_error() { printf 'the error of this path is at most %d %%' $((10 * planned < 100 ? 10 * planned : 100)); }

# First against last: sets `direction`, or ends
ends() {
	compare "${list[-1]}"
	case $standing in
	worse*) direction=worse ;;
	better) direction=better ;;
	'no worse')
		if ! is_as_first; then
			printf '\nno worse: whether %s is better than %s in %s is open; %s\n' "${list[-1]}" "${list[0]}" "$cell" "$(remedy)"
			exit 5
		fi
		printf '\nflat: %s is as %s in %s, within the margin; %s\n' "${list[-1]}" "${list[0]}" "$cell" "$(path_error)"
		exit 0
		;;
	*)
		printf '\nopen: whether %s differs from %s in %s is not known; %s\n' "${list[-1]}" "${list[0]}" "$cell" "$(remedy)"
		exit 5
		;;
	esac
}

# Comparisons that a list of so many takes, first against last among them.
comparisons() { awk -v n="$1" 'BEGIN { k = 1; for (n--; n > 1; n = int((n + 1) / 2)) k++; print k }'; }

bisect() {
	local list=() found low=0 high middle planned steps=0 direction='' standing='' answer='' directory=$out
	cells=$(workload_of "$cell")
	[[ -n $cells ]] || die "--cell: there is no cell '$cell'; there are $(sed -n 's/.*"name": "\([a-z0-9_]*\)", "a".*/\1/p' "$(cells_file)" | paste -sd ' ')" 2
	found=$(subjects) || exit $?
	mapfile -t list <<<"$found"
	((${#list[@]} >= 2)) || die "--bisect: there is nothing between ${bisect%%..*} and ${bisect#*..}" 2
	planned=$(comparisons ${#list[@]})
	printf '%d to look through, from %s to %s; comparisons, each %s: %d\n' "${#list[@]}" "${list[0]}" "${list[-1]}" \
		"$duration" "$planned"
	[[ $dry_run == no ]] || { printf '  %s\n' "${list[@]}"; return; }
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
		printf '\nopen: the change to %s lies behind %s and not behind %s; %s; %s\n' \
			"$direction" "${list[low]}" "${list[high]}" "$(path_error)" "$(remedy)"
		exit 5
	fi
	printf '\n%s is the first that is %s than %s in %s; %s\n' "${list[high]}" "$direction" "${list[0]}" "$cell" "$(path_error)"
	printf 'a history that goes up and down again may have other such places\nraw sets: %s\n' "$(realpath "$directory")"
	[[ $direction != worse ]] || exit 6
}
