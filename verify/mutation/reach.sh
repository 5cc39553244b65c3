#!/bin/bash -p
# SPDX-License-Identifier: MIT
# reach.sh NAME PROGRAM - which lines of the mutated folders the test NAME of ctest executes, in the
# coverage build.  Environment: MUTATION_TREE, the copy of the tree; MUTATION_REACH, the folder
# of the answers:
#
#   KEY
#   test SECONDS TARGET...      what it took of a CPU, and the targets whose code ran
#   FILE LINE                   executed; a statement's further lines as well
#   FILE LINE not               could be
#
# The answer stays for as long as the program is the same.
set -euo pipefail
export LC_ALL=C
name=$1 program=$2
build=$MUTATION_TREE/build/coverage
answer=$MUTATION_REACH/$name
key=$(sha256sum <"$program" | cut -c 1-16)

[[ ! -f $answer || $(head -n 1 "$answer") != "$key" ]] || exit 0
work=$(mktemp -d "$MUTATION_REACH/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S' # of the CPU, whatever else the machine does
if ! { time GCOV_PREFIX=$work ctest --test-dir "$build" -R "^$name\$" --timeout 600 >"$work/log" 2>&1; } 2>"$work/took"; then
	printf 'no\nred\n' >"$answer"
	exit 0
fi

# The lines of one file of gcov's text: "COUNT:LINE:SOURCE", where "-" is no code and #### was not
# executed.  What follows code up to the next one belongs to it, within a function.
read_gcov() {
	awk -F: '
		{ count = $1; line = $2; gsub(/ /, "", count); gsub(/ /, "", line) }
		line == 0 { if ($3 == "Source") { file = $4; on = file ~ /^(sched|lab\/stats|lab\/verdict|harness)\/[^\/]*$/; last = "" } next }
		!on { next }
		count == "-" { if ($3 ~ /^}/) last = ""; if (last == "") next; count = last }
		{ last = count; print file, line, count ~ /^[#=]/ ? "not" : "" }
		$3 ~ /^}/ { last = "" }'
}

mapfile -t data < <(find "$work" -name '*.gcda' | grep -E '/(sched|lab|harness|variants|tests|workloads)/')
targets=$(printf '%s\n' "${data[@]}" | sed -nE 's|.*/([^/]+)\.dir/.*|\1|p' | sort -u | paste -sd ' ')
for file in "${data[@]}"; do
	note=${file%.gcda}.gcno
	ln -s "${note#"$work"}" "$note"
done
{
	printf '%s\ntest %s %s\n' "$key" "$(awk '{ printf "%.2f", $1 + $2 }' "$work/took")" "$targets"
	for file in "${data[@]}"; do
		(cd "$MUTATION_TREE" && gcov -t -r -s "$MUTATION_TREE" "$file" 2>/dev/null) | read_gcov
	done | sort -u | awk '{ here = $1 " " $2 } $3 == "" { print here; done = here; next } here != done { print }'
} >"$answer.new"
mv "$answer.new" "$answer"
