#!/bin/bash -p
# SPDX-License-Identifier: MIT
# check.sh FOLDER - every rule of rules.tsv has its test and its slip, every test its rule.
set -euo pipefail
folder=$1
bad=0

complain() { printf '%s\n' "$*"; bad=1; }

listed=$(mktemp)
trap 'rm -f "$listed"' EXIT
grep -v '^#' "$folder/rules.tsv" >"$listed"
while IFS=$'\t' read -r rule source program file function from to; do
	[[ -n $to && -n $from && -n $function && -n $file && -n $source && $from != "$to" ]] ||
		complain "rules.tsv: $rule: a column is empty: source, program, file, function, from, to"
	grep -qw "RULE(${rule%%.*})" "$folder/$program.c" 2>/dev/null ||
		complain "rules.tsv: $rule: no such test in $program.c"
done <"$listed"
while read -r rule; do
	complain "rules.tsv: $rule stands twice"
done < <(cut -f 1 "$listed" | sort | uniq -d)
for source in "$folder"/policy_*.c; do
	while read -r rule; do
		grep -q "^$rule"$'\t'"[^"$'\t'"]*"$'\t'"$(basename "$source" .c)"$'\t' "$listed" ||
			complain "$(basename "$source"): $rule is no rule of rules.tsv"
	done < <(grep -o 'RULE([^)]*)' "$source" | tr -d '()' | sed 's/^RULE//')
done
exit "$bad"
