# shellcheck shell=bash
# shellcheck disable=SC2154 # root, schedlab and fresh are those of who sources it
# SPDX-License-Identifier: MIT
# document.sh - what scripts/document and scripts/experiments share: what became of the claims, and
# the tables of claims/document.tsv.  Sourced after lib.sh, by a script that has set `schedlab`, the
# program, and `fresh`, a file of its own in a temporary place.

# Where the answers are; of a claim that several sets have measured, the first.
document_sets=(results/reference/quick-5 results/reference/quick-4)

# lab ARGUMENT...: paths in its output are relative to the root; its exit status is a verdict.
# What this machine has learnt since has no say.
lab() {
	local status=0
	(cd "$root" && SCHEDLAB_HISTORY=$fresh.none "$schedlab" "$@") || status=$?
	((status == 0 || status == 1 || status == 5)) || die "schedlab $*: exit status $status"
}

# The claims that a row of the document names and that there are, one a line.
claims_of_document() {
	local name
	grep -v '^#' "$root/claims/document.tsv" | cut -f 4 | grep -o 'claim [a-z0-9_]*' | sort -u |
		while read -r _ name; do
			[[ ! -f $root/claims/$name.json ]] || printf '%s\n' "$name"
		done
}

# words_in SET NAME...: a line for each, name, set, what became of it, cells, what it costs
words_in() {
	local set=$1
	shift
	lab validate --findings --dir "$set" "$@" | awk -F ' *[|] *' -v OFS='\t' -v set="${set##*/}" '
		/^[^|]/ { split($0, title, "\t"); name[title[2]] = title[1]; next }
		$2 in name { gsub(/[*]/, "", $3); print name[$2], set, $3, $4, $5 }' \
		<(for name in "$@"; do
			sed -n "s/^ \"title\": \"\\(.*\\)\",\$/$name\t\\1/p" "$root/claims/$name.json"
		done) -
}

# claim_words: a line for each of them, from the first set that has measured it
claim_words() {
	local set words names
	mapfile -t names < <(claims_of_document)
	for set in "${document_sets[@]}"; do
		((${#names[@]} > 0)) || break
		words=$(words_in "$set" "${names[@]}")
		awk -F '\t' '$3 != "not measured"' <<<"$words"
		mapfile -t names < <(awk -F '\t' '$3 == "not measured" { print $1 }' <<<"$words")
	done
	((${#names[@]} == 0)) || awk -F '\t' '$3 == "not measured"' <<<"$words"
}

# rate_of_pops SET: ns of a yield of the twin on one worker, which pops and pushes once
rate_of_pops() {
	lab validate --json --dir "$1" interval | awk -F '[:,]' '
		$1 ~ /"arm_per_unit"/ { ns = $2 }
		$1 ~ /"contrast"/ && $2 ~ /"tokio_tuner"/ { print ns + 0; exit }'
}

# How long it takes to go round indices of so many bits, and how often that would be hit.
document_rounds() {
	local set ns
	for set in "${document_sets[@]}"; do
		ns=$(rate_of_pops "$set")
		[[ -z $ns ]] || break
	done
	[[ -n $ns ]] || die "no set has the contrast interval/tokio_tuner, whose yields are the rate of pops"
	awk -v ns="$ns" -v set="${set##*/}" '
	function lasts(seconds,    unit) {
		if (seconds >= 365.25 * 86400) return sprintf("%.2g years", seconds / 365.25 / 86400)
		unit = seconds >= 1 ? "s" : seconds >= 1e-3 ? "ms" : "us"
		return sprintf("%.3g %s", seconds * (unit == "s" ? 1 : unit == "ms" ? 1e3 : 1e6), unit)
	}
	BEGIN {
		printf "| bits of an index | a round, at %.3g ns a pop (%s) | chance that a longer stop hits | stopped time until one hit is to be expected |\n|---|---|---|---|\n", ns, set
		for (bits = 8; bits <= 64; bits *= 2)
			printf "| %d | %s | %.2g | %s |\n", bits, lasts(2 ^ bits * ns / 1e9), 2 ^ -bits, lasts(2 ^ (2 * bits) * ns / 1e9)
	}'
}

# document_part PART WORDS: WORDS is a file with what claim_words printed
document_part() {
	local tables=$root/verify/tables

	[[ $1 != rounds ]] || { document_rounds; return; }
	awk -v part="$1" -v controls="$(cd "$root/verify/controls" && printf '%s\n' *)" -f "$root/scripts/document.awk" "$2" "$tables/controls.tsv" \
		"$tables/engines.tsv" "$tables/models.tsv" "$root/claims/document.tsv"
}
