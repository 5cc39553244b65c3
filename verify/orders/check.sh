#!/bin/bash -p
# SPDX-License-Identifier: MIT
# check.sh ROOT - the recorded results of weakening (results.tsv) cover every ordered access of
# sched/ and nothing else, and every survivor has a reason (reasons.tsv), every reason a survivor.
# Reads files only.
#
# reasons.tsv: SITE, TO, KIND, REASON, with tabs; SITE and TO may be shell patterns.
set -euo pipefail
export LC_ALL=C
shopt -s extglob

root=$1
folder=$root/verify/orders
findings=0

finding() {
	printf '%s\n' "$1"
	findings=$((findings + 1))
}

# Rows of a table, without its heading.
rows() { grep -v '^#' "$1" || true; }

check_coverage() {
	local line
	while IFS= read -r line; do
		finding "no result for ${line//$'\t'/ }; run scripts/verify orders --missing"
	done < <(comm -23 <(bash "$folder/weakenings.sh" "$root" | cut -f 1,3,4 | sort) <(rows "$folder/results.tsv" | cut -f 1-3 | sort))
	while IFS= read -r line; do
		finding "results.tsv has ${line//$'\t'/ }, which sched/ has not; run scripts/verify orders --missing"
	done < <(comm -13 <(bash "$folder/weakenings.sh" "$root" | cut -f 1,3,4 | sort) <(rows "$folder/results.tsv" | cut -f 1-3 | sort))
}

# Sets explained[SITE TO] and used[PATTERN].
check_reasons() {
	local site to result pattern order kind reason found
	declare -A used=()
	while IFS=$'\t' read -r site _ to result _; do
		[[ $result != killed ]] || continue
		found=no
		while IFS=$'\t' read -r pattern order kind reason; do
			# shellcheck disable=SC2053 # patterns
			if [[ $site == $pattern && $to == $order ]]; then
				used["$pattern $order"]=1
				found=yes
			fi
		done < <(rows "$folder/reasons.tsv")
		[[ $found == yes ]] || finding "$site as $to: $result, and reasons.tsv does not say why"
	done < <(rows "$folder/results.tsv")
	while IFS=$'\t' read -r pattern order kind reason; do
		[[ -n ${used["$pattern $order"]:-} ]] || finding "reasons.tsv: $pattern as $order explains nothing that survives"
		[[ -n $kind && -n $reason ]] || finding "reasons.tsv: $pattern as $order has no kind or no reason"
	done < <(rows "$folder/reasons.tsv")
}

check_coverage
check_reasons
if ((findings > 0)); then
	printf 'orders: %d findings\n' "$findings"
	exit 1
fi
printf 'orders: %d weakenings, %d survive or are not reached, each for a reason\n' \
	"$(rows "$folder/results.tsv" | wc -l)" "$(rows "$folder/results.tsv" | cut -f 4 | grep -vc killed || true)"
