#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: what a claim names is built, in all layouts where an answer rests on it
#
# A tree with the build's own rules, programs of one line, and claims that say what they are for;
# and programs that describe themselves, for the lab to find.
#
# claims.sh SOURCE SCHEDLAB
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

schedlab=$2
tree=$work/tree
tree_with "$tree" cmake harness/layout_pad.c.in harness/layout_facts.c.in
mkdir -p "$tree/claims"
for source in harness workloads sched_common sched_slab; do
	echo "extern int $source; int $source;" >"$tree/$source.c"
done
echo 'int main(void) { return 0; }' >"$tree/main.c"

# Each pair of arms is two variants, aN and bN.
cat >"$tree/claims/one.json" <<'TEXT'
{"name": "one", "contrasts": [
 {"name": "time", "a": "a1", "b": "b1"},
 {"name": "time_that_decides", "a": "a2", "b": "b2", "measure": "ns", "primary": true},
 {"name": "exercised", "a": "a3", "b": "b3", "exercised": {"metric": "steals"}},
 {"name": "counted", "a": "a4", "b": "b4", "measure": "noop_parks"},
 {"name": "counted_too", "a": "a5", "b": "b5", "measure": "polls_waited", "also": ["ns", "polls"]},
 {"name": "others", "a": "a6", "b": "b6", "measure": "p99", "also": []},
 {"name": "not_a_list", "a": "a6", "b": "b6", "also": "polls"}
]}
TEXT
cat >"$tree/claims/two.json" <<'TEXT'
{"name": "two", "contrasts": [
 {"name": "decides", "a": "a7", "b": "b7", "also": ["lock_waits"], "primary": true},
 {"name": "fault", "a": "a8", "b": "a7", "flavour": "fault", "role": "control"}
]}
TEXT
cat >"$tree/CMakeLists.txt" <<'TEXT'
cmake_minimum_required(VERSION 3.25)
project(claims LANGUAGES C CXX)
set(SCHEDLAB_ARMS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_SOURCE_DIR}/cmake)
include(SchedlabLayouts)
include(SchedlabBench)
add_library(schedlab_flags INTERFACE)
target_include_directories(schedlab_flags INTERFACE ${CMAKE_SOURCE_DIR})
add_library(harness_libraries INTERFACE)
foreach(object harness workloads sched_common sched_slab)
  add_library(${object} OBJECT ${object}.c)
endforeach()
foreach(number RANGE 1 8)
  foreach(side a b)
    schedlab_add_variant(${side}${number} main.c timed ON_DEMAND)
    schedlab_add_variant(${side}${number} main.c counting ON_DEMAND)
    schedlab_add_variant(${side}${number} main.c fault ON_DEMAND)
  endforeach()
endforeach()
get_target_property(programs arms MANUALLY_ADDED_DEPENDENCIES)
list(REMOVE_DUPLICATES programs)
list(SORT programs)
string(REPLACE ";" "\n" text "${programs}")
file(WRITE ${CMAKE_BINARY_DIR}/arms "${text}\n")
foreach(program IN LISTS programs)
  get_target_property(is_left_out ${program} EXCLUDE_FROM_ALL)
  if(is_left_out)
    message(FATAL_ERROR "${program} is not built with the others")
  endif()
endforeach()
TEXT

# in_layouts PROGRAM: its targets
in_layouts() { printf '%s\n' "bench-$1" "layout1-bench-$1" "layout2-bench-$1" "layout3-bench-$1"; }

run cmake -G Ninja -S "$tree" -B "$work/build"
expect "configure" 0 "$status"
((status == 0)) || cat "$work/said"
{
	for arm in a2 b2 a4-counting b4-counting a5-counting b5-counting a7 b7 a7-counting b7-counting \
		a8-fault a7-fault; do
		in_layouts "$arm"
	done
	printf '%s\n' bench-a3-counting bench-b3-counting
} | LC_ALL=C sort >"$work/expected"
LC_ALL=C sort "$work/build/arms" | diff "$work/expected" - || fail "other programs are built"

# The layouts of what is claimed no longer would be drawn like the others.
mkdir -p "$work/build/bin"
touch "$work/build/bin/bench-a4-counting@1" "$work/build/bin/bench-a5-counting@1"
sed -i 's/"measure": "noop_parks"/"measure": "ns"/' "$tree/claims/one.json"
run cmake -S "$tree" -B "$work/build"
expect "configure again" 0 "$status"
[[ ! -e $work/build/bin/bench-a4-counting@1 ]] || fail "a layout is left that no claim names"
[[ -e $work/build/bin/bench-a5-counting@1 ]] || fail "a layout is gone that a claim names"

# arm FLAVOUR LAYOUT FILE: a program that says that it is that
arm() {
	cat >"$work/arms/$3" <<-TEXT
		#!/bin/sh
		echo '{"contract":1,"event":"describe","arm":"x","kind":"variant","version":"1",
		"flavour":"$1","allocator":"libc","layout":$2,"workloads":[{"name":"w","family":"probe",
		"unit":"task","measures":"","flags":[],"params":[]}]}' | tr -d '\n'
		echo
	TEXT
	chmod +x "$work/arms/$3"
}

# Layouts of a counting build are no arms, and none of the timed build's.
mkdir "$work/arms"
arm timed 0 bench-x
arm timed 1 bench-x@1
for layout in 1 2 3; do
	arm counting "$layout" "bench-x-counting@$layout"
done
arm counting 0 bench-x-counting
run "$schedlab" list --arms-dir "$work/arms"
expect "list" 0 "$status"
says_not skipped "list"
expect "arms and their layouts" "x timed 2, x counting 4, " "$(sed -En \
	-e 's/^ +(x) +variant +([a-z]+) .*/\1 \2/p' -e 's/^ +layouts: ([0-9]+)$/\1,/p' "$work/said" |
	tr '\n' ' ')"
run "$schedlab" list --json --arms-dir "$work/arms"
expect "programs of the counting build" "$(printf '%s\n' "" @1 @2 @3)" \
	"$(sed -En 's/^ +"\/[^"]*\/bench-x-counting(@?[0-9]?)",?$/\1/p' "$work/said")"
finish
