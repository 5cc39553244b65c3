#!/bin/bash -p
# SPDX-License-Identifier: MIT
# outcomes.sh - compare what the engines show in the litmus tests with the table.
#
# Usage: outcomes.sh check ENGINE PROGRAM     red if it shows more or less than outcomes.tsv
#        outcomes.sh record ENGINE PROGRAM    write what it shows into outcomes.tsv
#        outcomes.sh readme [--check]         the tables of README.md from outcomes.tsv; or are
#                                             they current?
#        outcomes.sh blind FILE               write the blind spots as C initialisers
#
# ENGINE is a column of the table.  `native` is judged by what C11 allows only: how often
# something can be seen is the machine's affair.  The column `allowed` is written by hand.

set -euo pipefail
unset CDPATH
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
table=$here/outcomes.tsv
readme=$here/README.md
begin='<!-- begin: outcomes.sh readme -->'
end='<!-- end -->'

show_help() { sed -n '3,/^$/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; }

usage_error() {
	echo "outcomes.sh: $1; see --help" >&2
	exit 2
}

# sets: awk functions on comma-separated sets
sets='
function minus(a, b,   i, n, parts, have, out) {
	n = split(b, parts, ",")
	for (i = 1; i <= n; i++) have[parts[i]] = 1
	n = split(a, parts, ",")
	for (i = 1; i <= n; i++) if (!(parts[i] in have)) out = out (out == "" ? "" : ",") parts[i]
	return out
}'

check() { # ENGINE SEEN
	awk -F '[\t ]' -v engine="$1" "$sets"'
	function wrong(text) { print "litmus: " $1 ": " text; bad = 1 }
	FNR == 1 && NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
	FNR == NR { allowed[$1] = $2; table[$1] = $(column[engine]); next }
	!($1 in table) { wrong("is not in outcomes.tsv; add the line and what C11 allows"); next }
	{ seen[$1] = 1; more = minus($2, allowed[$1]) }
	engine == "native" { if (more != "") wrong("this machine shows " more ", which C11 forbids"); next }
	$2 != table[$1] {
		if (minus($2, table[$1]) != "") wrong(engine " shows " minus($2, table[$1]) " now")
		if (minus(table[$1], $2) != "") wrong(engine " does not show " minus(table[$1], $2) " any more")
	}
	END {
		for (name in table) if (!(name in seen)) { $1 = name; wrong("was not run by " engine) }
		exit bad
	}' "$table" "$2" || {
		echo "litmus: if the change is meant: outcomes.sh record $1 PROGRAM; outcomes.sh readme" >&2
		return 1
	}
}

record() { # ENGINE SEEN
	awk -F '[\t ]' -v OFS='\t' -v engine="$1" '
	FNR == NR { seen[$1] = $2; next }
	FNR == 1 { for (i = 1; i <= NF; i++) if ($i == engine) column = i }
	FNR > 1 && ($1 in seen) { $column = seen[$1] }
	{ $1 = $1; print }' "$2" "$table" >"$table.new"
	mv "$table.new" "$table"
}

# One line a test: what each engine misses, and what it shows without reason.
tables() {
	awk -F '\t' "$sets"'
	function verdict(seen,   misses, alarms, out) {
		if (seen == "-") return "not run"
		misses = minus($2, seen)
		alarms = minus(seen, $2)
		if (misses != "") out = "misses " misses
		if (alarms != "") out = out (out == "" ? "" : "; ") "**false: " alarms "**"
		gsub(/,/, ", ", out)
		return out == "" ? "exact" : out
	}
	function allowed(   n, parts, i, sum) {
		n = split($2, parts, ",")
		if (n == 16) return "all 16"
		if (n < 15) { sum = $2; gsub(/,/, ", ", sum); return sum }
		for (i = 0; i < 16; i++) {
			sum = int(i / 8) "" int(i / 4) % 2 "" int(i / 2) % 2 "" i % 2
			if (index("," $2 ",", "," sum ",") == 0) return "all but " sum
		}
	}
	NR == 1 {
		printf "| test | C11 allows"
		for (i = 3; i < NF; i++) printf " | %s", $i
		printf " |\n|---|---"
		for (i = 3; i < NF; i++) printf "|---"
		print "|"
		next
	}
	{
		printf "| `%s` | %s", $1, allowed()
		for (i = 3; i < NF; i++) printf " | %s", verdict($i)
		print " |"
	}' "$table"
}

blind() {
	awk -F '\t' "$sets"'
	NR == 1 { for (i = 3; i < NF; i++) engine[i] = $i; next }
	{
		for (i = 3; i in engine; i++)
			if ($i != "-") printf "{ \"%s\", \"%s\", \"%s\" },\n", $1, engine[i], minus($2, $i)
	}' "$table"
}

write_readme() {
	local text
	text=$(awk -v begin="$begin" -v end="$end" '
	FNR == NR { table = table $0 "\n"; next }
	$0 == begin { print; printf "%s", table; skip = 1 }
	$0 == end { skip = 0 }
	!skip { if ($0 != begin) print }' <(tables) "$readme")
	if [[ ${1:-} != --check ]]; then
		printf '%s\n' "$text" >"$readme"
	elif ! diff <(printf '%s\n' "$text") "$readme"; then
		echo "litmus: README.md is not what outcomes.tsv says; run scripts/regenerate litmus" >&2
		return 1
	fi
}

case ${1:---help} in
--help | -h) show_help ;;
check | record)
	(($# == 3)) || usage_error "$1 needs an engine and its program"
	head -n 1 "$table" | tr '\t' '\n' | grep -qx "$2" || usage_error "the table has no column '$2'"
	seen=$(mktemp)
	trap 'rm -f "$seen"' EXIT
	"$3" >"$seen"
	"$1" "$2" "$seen"
	;;
readme) write_readme "${2:-}" ;;
blind)
	(($# == 2)) || usage_error "blind needs a file"
	mkdir -p "$(dirname "$2")"
	blind >"$2"
	;;
*) usage_error "unknown command '$1'" ;;
esac
