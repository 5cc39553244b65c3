# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # scripts/verify and run.sh have the names
# SPDX-License-Identifier: MIT
# report.sh - what came of a sample of mutants: the share that was killed, with exact bounds, and the
# list of those that were not.
#
# A mutant counts as judged if some test could tell it from the original: one that does not compile, is
# the same code, or is proved to be equivalent (equivalent.tsv) is excluded and counted apart.  A hang
# is noticed, so it counts as killed, and is counted apart as well.

# FOLDER ID LINE RULE ORIGINAL REPLACEMENT VERDICT TEST PROOF, sorted.
judged_rows() {
	awk -F '\t' -v OFS='\t' '
		FILENAME ~ /equivalent.tsv$/ { if (!/^#/) proof[$1, $2, $3] = $4; next }
		FILENAME ~ /answers.tsv$/ { verdict[$1] = $2; test[$1] = $3; next }
		!($1 in verdict) { next }
		{
			folder = $2; sub(/\/[^\/]*$/, "", folder)
			is = verdict[$1]; why = "-"
			if (is ~ /^(survives|not-reached)$/ && ($1, $8, $9) in proof) { is = "equivalent"; why = proof[$1, $8, $9] }
			print folder, $1, $3, $7, $8, $9, is, test[$1], why
		}' "$mutation/equivalent.tsv" "$state/answers.tsv" "$state/mutants.tsv" | sort
}

# NAME KILLED JUDGED HANGS SHARE LOWER UPPER
share_row() { # NAME; rows on stdin
	local killed judged hangs
	read -r killed judged hangs < <(awk -F '\t' '
		$7 ~ /^(killed|hang|survives|not-reached)$/ { judged++ }
		$7 ~ /^(killed|hang)$/ { killed++ }
		$7 == "hang" { hangs++ }
		END { print killed + 0, judged + 0, hangs + 0 }')
	printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$killed" "$judged" "$hangs" "$("$directory/bin/mutation-share" "$killed" "$judged")"
}

shares() { # ROWS
	local column name
	share_row all <"$1"
	for column in 1 4; do
		while read -r name; do
			awk -F '\t' -v name="$name" -v column="$column" '$column == name' "$1" | share_row "$name"
		done < <(cut -f "$column" "$1" | sort -u)
	done
}

# An equivalence that is no longer true, or too many of them.
check_equivalents() { # ROWS
	local equivalent judged
	if awk -F '\t' 'FILENAME ~ /equivalent.tsv$/ { if (!/^#/) proof[$1, $2, $3] = 1; next }
		$7 ~ /^(killed|hang)$/ && ($2, $5, $6) in proof { print $2 " is not equivalent: " $8 " kills it"; bad = 1 }
		END { exit !bad }' "$mutation/equivalent.tsv" "$1"; then
		red=1
	fi
	equivalent=$(awk -F '\t' '$7 == "equivalent"' "$1" | wc -l)
	judged=$(wc -l <"$1")
	if ((equivalent * 10 > judged)); then
		warn "$equivalent of $judged are said to be equivalent: more than a tenth"
		red=1
	fi
}

report_mutants() {
	local rows=$state/rows left
	judged_rows >"$rows"
	left=$(list_open_mutants | wc -l)
	((left == 0)) || printf 'stopped after %d s with %d mutants left; run it again to go on\n' "$SECONDS" "$left"
	awk -F '\t' '$7 ~ /^(survives|not-reached)$/ { printf "%s  line %d: %s -> %s  (%s %s)\n", $2, $3, $5, $6, $7, $8 }' "$rows"
	cut -f 7 "$rows" | sort | uniq -c
	shares "$rows" >"$state/shares"
	{ printf 'of\tkilled\tjudged\thangs\tper cent\tat least\tat most\n'; cat "$state/shares"; } | expand -t 16
	check_equivalents "$rows"
	[[ $record == no ]] || keep_mutants "$rows" "$left"
}

keep_mutants() { # ROWS LEFT
	(($2 == 0)) || die "--record: $2 mutants of the sample have no answer yet"
	keep_rows mutants.tsv folder id line rule original replacement verdict test proof <"$1"
	{
		printf '# seed %s, %d drawn of %d: of killed judged hangs per-cent lower upper\n' "$seed" "$(wc -l <"$1")" "$(wc -l <"$state/all.tsv")"
		cat "$state/shares"
	} >"$tables/mutants_share.tsv"
}
