#!/bin/bash -p
# SPDX-License-Identifier: MIT
# try.sh ID - put the mutant ID into a copy of the tree and run tests that reach it, until one fails.
# Prints its row, with tabs:
#
#   ID killed TEST SECONDS        the test fails
#   ID hang TEST SECONDS          it does not end, or the watchdog ended it
#   ID survives TESTS SECONDS     TESTS of them, "all" or how many of how many in the time, pass
#   ID not-reached - 0            no test executes the line
#   ID same-code - SECONDS        survives, and an optimising compiler makes the same of it
#   ID does-not-compile - SECONDS
#
# Fails, without a row, where the mutant is not to blame: the disk is full, or the original does not
# compile either.
#
# Tests that killed others of the same file come first, then those that execute least.  Environment:
# MUTATION_STATE (mutants.tsv, lines.tsv, uses.tsv, tests.tsv, answers.tsv), MUTATION_TREES and
# MUTATION_SLOT (which copy), MUTATION_SECONDS for a mutant, MUTATION_END in seconds since the epoch:
# then there is no row.
set -euo pipefail
export LC_ALL=C

id=$1
state=$MUTATION_STATE
tree=$MUTATION_TREES/tree-$MUTATION_SLOT
build=$tree/build/mutants
whole=$MUTATION_TREES/tree-whole # with no mutant
began=$SECONDS
(($(date +%s) < MUTATION_END)) || exit 0
IFS=$'\t' read -r _ file line offset length _ _ _ replacement < <(awk -F '\t' -v id="$id" '$1 == id' "$state/mutants.tsv")

# Status 255: xargs starts no other mutant.
give_up() { printf 'verify: %s: %s\n' "$id" "$1" >&2; exit 255; } # WHY

# On a full disk every test and every compiler fails.
need_room() {
	head -c 4000000 /dev/zero 2>/dev/null >"$tree/room.$$" || give_up "no room in $tree"
	rm "$tree/room.$$"
}

row() { # VERDICT TEST
	need_room
	printf '%s\t%s\t%s\t%s\n' "$id" "$1" "$2" $((SECONDS - began))
}

# TEST SECONDS TARGETS of the tests to run, in order.  A line that could be executed asks for those
# that do; another one, as a constant's definition, for those whose code uses the file.  What a model
# executes is not known (its executions end without a word): those that use the file come last.
list_tests() {
	awk -F '\t' -v OFS='\t' -v file="$file" -v line="$line" '
		FILENAME ~ /lines.tsv$/ { if ($1 == file && $2 == line) { known = 1; if ($3 != "-") wanted[$3] = 1 } next }
		FILENAME ~ /uses.tsv$/ { if ($1 == file && (!known || $2 ~ /^verify_quick_/)) wanted[$2] = 1; next }
		FILENAME ~ /answers.tsv$/ { if (index($1, file ":") == 1 && $2 == "killed") kills[$3]++; next }
		$1 in wanted { print ($1 ~ /^verify_quick_/ ? 1 : $2 > 4 ? 2 : 0), -kills[$1], $3, $2, $1, $4 }' \
		"$state/lines.tsv" "$state/uses.tsv" "$state/answers.tsv" "$state/tests.tsv" |
		sort -t $'\t' -k 1,1n -k 2,2n -k 3,3n -k 5,5 | cut -f 4-
}

put_in() {
	{
		head -c "$offset" "$tree/$file"
		printf '%b' "$replacement"
		tail -c +$((offset + length + 1)) "$tree/$file"
	} >"$tree/mutant.$$"
	mv "$tree/$file" "$tree/original.$$"
	mv "$tree/mutant.$$" "$tree/$file"
}

# Moves, which needs no room.  The build must see that the file is another one again.
put_back() {
	if [[ -f $tree/original.$$ ]]; then
		mv "$tree/original.$$" "$tree/$file"
		touch "$tree/$file"
	fi
	rm -f "$tree/mutant.$$" "$tree/room.$$"
}

# The sums of the assembly of the units that may include the file, line by line, without debug data.
assembly() { # TREE UNIT
	# shellcheck disable=SC2046 # several
	gcc -I"$1" -I"$whole/build/coverage/harness/include" -I"$whole/build/coverage/lab/generated" -D_GNU_SOURCE -std=gnu17 \
		$(pkg-config --cflags jansson sqlite3 gsl hwloc libarchive zlib) -fmacro-prefix-map="$1"/= -O2 -S -w -o - \
		-DSCHED_COUNTING=1 '-DSCHED_ISA=""' '-DSCHED_FLAVOUR=""' "$1/$2" 2>/dev/null | sha256sum
}

is_same_code() {
	local units unit kept
	case $file in
	sched/*.h) units=("$whole"/variants/*.c "$whole"/sched/*.c) ;;
	*.h) units=("$whole/${file%/*}"/*.c) ;;
	*) units=("$whole/$file") ;;
	esac
	mkdir -p "$state/assembly"
	for unit in "${units[@]#"$whole"/}"; do
		kept=$state/assembly/${unit//\//-}
		if [[ ! -f $kept ]]; then
			assembly "$whole" "$unit" >"$kept.$$"
			mv "$kept.$$" "$kept"
		fi
		[[ $(assembly "$tree" "$unit") == "$(cat "$kept")" ]] || return 1
	done
}

survived() { # TESTS
	if is_same_code; then
		row same-code -
	else
		row survives "$1"
	fi
}

# A test that takes ten times as much of a CPU as it usually does, or sleeps for minutes, hangs.
run_test() { # TEST SECONDS: 0 passed, 1 failed, 2 hangs
	local limit said
	limit=$(awk -v seconds="$2" 'BEGIN { print int(seconds * 10 + 10) }')
	said=$(
		ulimit -t "$limit"
		SCHEDLAB_WATCHDOG=4:40 ctest --test-dir "$build" -R "^$1\$" --timeout $((limit * 10)) --output-on-failure 2>&1 </dev/null
	) && return 0
	grep -qE '\*\*\*Timeout|Subprocess killed|^watchdog: ' <<<"$said" && return 2
	return 1
}

compile() { # TARGETS
	# shellcheck disable=SC2086 # several
	ninja -C "$build" $1 >"$tree/build.log" 2>&1 </dev/null
}

# A test that fails by chance, or on a machine that is too busy, tells nothing: then the mutant is in
# again, and goes on to the next one.
original_passes() { # TARGETS TEST SECONDS
	put_back
	compile "$1" || give_up "the original does not compile, see $tree/build.log"
	! run_test "$2" "$3" || return 0
	put_in
	return 1
}

try() {
	local tests test seconds targets count=0 all status
	tests=$(list_tests)
	[[ -n $tests ]] || { row not-reached -; return; }
	all=$(wc -l <<<"$tests")
	while IFS=$'\t' read -r seconds test targets; do
		if ((SECONDS - began > MUTATION_SECONDS)); then
			survived "$count of $all"
			return
		fi
		if ! compile "$targets"; then
			put_back
			compile "$targets" || give_up "the original does not compile either, see $tree/build.log"
			row does-not-compile -
			return
		fi
		status=0
		run_test "$test" "$seconds" || status=$?
		if ((status != 0)) && original_passes "$targets" "$test" "$seconds"; then
			row "$([[ $status == 1 ]] && echo killed || echo hang)" "$test"
			return
		fi
		count=$((count + 1))
	done <<<"$tests"
	survived all
}

trap put_back EXIT
put_in
try
