#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: scripts/regenerate calls what writes each committed file, or what compares it; all of them, also behind a red one
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

tree_with "$work/tree" scripts
tree=$work/tree

# Of this tree: what is named is there.
run "$source_dir/scripts/regenerate" --list
expect "--list" 0 "$status"
while read -r file; do
	[[ -e $source_dir/$file ]] || fail "--list names $file, which is not there"
done < <(sed -nE 's/^(texts|records) +[a-z]+ +//p; s/^ +(write|check): ([^ ]+).*/\2/p' "$work/said" | tr ' ' '\n' | grep -vx -- -)

# Programs that only say that they were called.
mapfile -t programs < <(sed -nE 's/^ +(write|check): ([^ ]+).*/\2/p' "$work/said" | grep -vx -- - | sort -u)
for program in "${programs[@]}"; do
	mkdir -p "$tree/$(dirname "$program")"
	printf '#!/bin/bash -p\necho "%s $*" >>"%s"\n[[ ! -e %s ]]\n' "$program" "$work/called" \
		"$work/red-${program##*/}" >"$tree/$program"
done

called() { expect "$1" "$2" "$(paste -sd , "$work/called")"; rm -f "$work/called"; } # WHAT CALLS

run "$tree/scripts/regenerate"
expect "without an argument" 0 "$status"
called "the texts" "lab/test/write_arms.sh ,scripts/experiments ,scripts/reports ,scripts/verify tables,verify/coverage.sh . --write,verify/litmus/outcomes.sh readme"
run "$tree/scripts/regenerate" --check
called "their checks" "lab/test/write_arms.sh --check,scripts/experiments --check,scripts/reports --check,scripts/verify tables --check,verify/coverage.sh .,verify/litmus/outcomes.sh readme --check"
run "$tree/scripts/regenerate" tables counts
called "records first" "scripts/counts --record,scripts/verify tables"
run "$tree/scripts/regenerate" --check models
says 'models: nothing compares it' "a record without a check"
[[ ! -e $work/called ]] || called "a record without a check" ""
run "$tree/scripts/regenerate" records
expect "records" 7 "$(wc -l <"$work/called")"
rm -f "$work/called"

touch "$work/red-verify"
run "$tree/scripts/regenerate" --check
expect "one that is red" 1 "$status"
says '^tables: failed' "one that is red"
expect "and the others" 6 "$(wc -l <"$work/called")"

run "$tree/scripts/regenerate" --list nosuch
expect "an unknown name" 2 "$status"
says "there is no 'nosuch'" "an unknown name"
finish
