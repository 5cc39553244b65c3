#!/bin/bash -p
# SPDX-License-Identifier: MIT
# document.sh ROOT - claims/document.tsv has every statement of the comparison once, in order, with
# all that its head promises: seven columns, four cells in a row of the table, a word that there
# is, and things that try it which are in the tree.  A claim whose source is the comparison tries
# at least one statement, and a section that has a row stands in docs/claims-document.md.
#
# Weakness: whether a row says what the document says only a reader sees.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
table=$root/claims/document.tsv
[[ -f $table ]] || { finding "$table: there is no such file"; finish; }

# How many rows of each kind the document has.
kinds='table 13
good 5
bad 6
ugly 5
recommendation 9
conclusion 6
tokio 43'

expected_ids() {
	local kind count
	while read -r kind count; do
		seq -f "$kind-%g" "$count"
	done <<<"$kinds"
}

# LINE ID: in the order of the file
ids() { awk -F '\t' '!/^#/ { print $1 }' "$table"; }

count_findings < <(diff <(expected_ids) <(ids) |
	sed -n "s|^< \(.*\)|$table:1: there is no row '\1', or not in its place|p; s|^> \(.*\)|$table:1: row '\1' is one too many, or not in its place|p")

count_findings < <(awk -F '\t' -v file="$table" '
	function tell(what) { printf "%s:%d: %s: %s\n", file, FNR, $1, what }
	/^#/ { next }
	NF != 7 { tell(NF " columns, not seven"); next }
	{ for (i = 2; i <= 7; i++) if ($i == "") tell("column " i " is empty") }
	$1 ~ /^table-/ && split($2, cell, / \| /) != 4 { tell("a row of the table has four cells") }
	$1 !~ /^table-/ && /\|/ { tell("a | would end a cell") }
	$5 !~ /^(right|wrong|in part|overtaken|-)$/ { tell("there is no word \"" $5 "\"") }
	$5 == "-" && $4 !~ /claim / && $4 != "open" { tell("no word, and no claim that has one") }
	$5 == "in part" && $7 == "-" && $6 == "-" { tell("in part, and nothing says which part") }' "$table")

# LINE ID KIND NAME, of all that tries a row
tries() {
	awk -F '\t' -v OFS='\t' '!/^#/ {
		count = split($4, item, ", ")
		for (i = 1; i <= count; i++) {
			split(item[i], part, " ")
			print FNR, $1, part[1], part[2]
		}
	}' "$table"
}

is_there() { # KIND NAME
	case $1 in
	claim) [[ -f $root/claims/$2.json ]] ;;
	control) compgen -G "$root/verify/controls/$2.*" >/dev/null ;;
	model) [[ -f $root/verify/models/$2.c ]] ;;
	inspection | open) [[ -z $2 ]] ;;
	*) false ;;
	esac
}

while IFS=$'\t' read -r line id kind name; do
	is_there "$kind" "$name" || finding "$table:$line: $id: there is no $kind $name"
done < <(tries)

# The comparison's sections and the claims that try them.
titles=$(grep -oE '^### The (Good|Bad|Ugly), [0-9]+' "$root/docs/claims-document.md" 2>/dev/null || true)
while IFS=- read -r kind number; do
	grep -qx "### The ${kind^}, $number" <<<"$titles" ||
		finding "$root/docs/claims-document.md:1: no section The ${kind^}, $number"
done < <(ids | grep -E '^(good|bad|ugly)-')
while IFS= read -r claim; do
	name=$(basename "$claim" .json)
	tries | cut -f 3,4 | grep -qx "claim"$'\t'"$name" || finding "$claim:1: no row of claims/document.tsv is tried by it"
done < <(grep -l '"source": "The comparison of Blitz-IO with Tokio,' "$root"/claims/*.json 2>/dev/null || true)
finish
