#!/bin/bash -p
# SPDX-License-Identifier: MIT
# additions.sh SOURCE FOLDER CMAKE CC CXX - one of each kind is added as CONTRIBUTING.md says, and found.
#
# In one copy of the tree (FOLDER/tree, made anew) each row of the table "Adding something" is
# followed: only the files that it names may be touched.  Then the copy is configured and built once,
# as cheaply as possible, and everything is looked for: in a list, in a run of one pair, in the
# report.  new/ has the files that are added; the edits are below.
#
# Weakness: tests that ask for more are not run here, which the table names; and of the Tokio
# peer it is only looked whether any other file of it knows the workloads by name.
set -euo pipefail
unset CDPATH
export LC_ALL=C

source_dir=$1
folder=$2
cmake=$3
compilers=(-DCMAKE_C_COMPILER="$4" -DCMAKE_CXX_COMPILER="$5")
new=$(cd "$(dirname "$0")/new" && pwd)
tree=$folder/tree
build=$tree/build
schedlab=$build/bin/schedlab
failures=0

die() { echo "additions: $*"; exit 1; }
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
say() { printf '%s (%d s)\n' "$*" "$SECONDS"; }

copy_tree() {
	rm -rf "$folder"
	mkdir -p "$tree"
	tar -C "$source_dir" --exclude=./build --exclude=./results --exclude=.git -cf - . | tar -C "$tree" -xf -
	mkdir "$folder/home"
	# Neither the person's own history of A/A trials nor the load of this machine is for tests.
	export SCHEDLAB_HISTORY=$folder/history.db SCHEDLAB_GATES_ROOT=$folder/home
}

# --------------------------------------------------------------- additions --

drop() { # FILE: from new/ to its place
	mkdir -p "$tree/${1%/*}"
	cp "$new/$1" "$tree/$1"
}

put_before() { # FILE TEXT LINES: before the first line that has the text
	grep -qF -- "$2" "$tree/$1" || die "$1 has no line with '$2'; put the addition elsewhere"
	TEXT=$2 LINES_TO_PUT=$3 awk 'index($0, ENVIRON["TEXT"]) && !done++ { print ENVIRON["LINES_TO_PUT"] } { print }' \
		"$tree/$1" >"$folder/edited"
	cp "$folder/edited" "$tree/$1"
}

add_workload() { drop workloads/added_work.c; }
add_preset() { drop variants/added_preset.c; }
add_hook() { drop variants/added_hook.c; }
add_claim() { drop claims/added_claim.json; }
add_suite() { drop lab/suites/added_suite.json; }
add_host_gate() { drop lab/gates/gate_added.c; }
add_report_section() { drop lab/report/section_added.c; }
add_plot() { drop lab/report/figures/added.c; }
add_model() { drop verify/models/added.c; }
add_scenario() { drop verify/exec/front/scenarios/added.c; }

add_peer() {
	cp -r "$tree/peers/skeleton-c" "$tree/peers/added-1"
	sed -i 's/skeleton-c/added-1/; s/skeleton 1/added 1/' "$tree/peers/added-1/skeleton.c"
}

# A defect that the executor is known to find, under another name.
add_seeded_bug() { cp "$tree/verify/controls/late_reference.patch" "$tree/verify/controls/added_bug.patch"; }

add_axis_value() {
	put_before sched/knobs.h 'V(STEAL_HALF_DOWN' $'\tV(STEAL_HALF_ONE, "one") \\'
	put_before sched/local_queue.h 'if (SCHED_STEAL_HALF == STEAL_HALF_DOWN)' \
		$'\tif (SCHED_STEAL_HALF == STEAL_HALF_ONE)\n\t\treturn available > 0;'
}

add_axis() {
	put_before sched/knobs.h 'A(inject,' $'\tA(overflow, "what a full ring sheds", "overflow.h") \\'
	put_before sched/knobs.h '#define KNOB_INJECT(V)' '#define KNOB_OVERFLOW(V) \
	V(OVERFLOW_HALF, "the newest half of the ring goes with the task (Tokio)") \
	V(OVERFLOW_TASK, "the task goes alone")
enum knob_overflow { KNOB_OVERFLOW(KNOB_ENUMERATOR) };

#ifndef SCHED_OVERFLOW
#define SCHED_OVERFLOW OVERFLOW_HALF
#endif
'
	put_before sched/knobs.h 'K(INJECT, inject,' \
		$'\tK(OVERFLOW, overflow, KNOB_OVERFLOW, "what leaves a ring that is full") \\'
	put_before sched/overflow.h 'if (pushed == PUSH_FULL_STOLEN_FROM' \
		$'\t\tif (SCHED_OVERFLOW == OVERFLOW_TASK) {\n\t\t\tinject_or_drop(runtime, task, task, 1);\n\t\t\treturn;\n\t\t}'
}

add_metric() {
	put_before sched/metrics.h 'X(polls, COUNTING' $'\tX(added_metric, ALWAYS, "polls", "of any task") \\'
	put_before sched/task_run.h 'polled = SCHED_POLL(task, &worker->poll_context)' \
		$'\tCOUNT(&worker->metrics, added_metric, 1);'
}

add_measure() {
	put_before lab/measures/measure.c 'LATENCY("p50"' \
		$'\t{ "added_measure", "added polls", TIMED_EVENTS, IN_METRICS, "added_metric", 0, EVENT_MARGIN, 0 },'
}

add_table_column() {
	put_before lab/store/columns.c '{ "instructions", "instructions"' \
		$'\t{ "added_column", "added col", "added col", "-", "json_extract(s.row, \'$.metrics.added_metric.value\')" },'
}

add_perf_event() {
	put_before harness/counter_table.c '{ "task_clock", false' \
		$'\t{ "added_event", false, false, { SOFTWARE("perf::CONTEXT-SWITCHES") } },'
	put_before harness/counter_table.c '{ "none", { NULL } }' $'\t{ "added", { "added_event" } },'
}

# --------------------------------------------------------------- allowance --

# Every file with what changes when it is written.
state_of_tree() { (cd "$tree" && find . -type f -printf '%P\t%s %T@\n' | sort); }

# The kinds of the table, and what each may touch, a pattern a line; a word in capitals is any name.
kinds() { sed -n '/^## Adding something/,/^## [^A]/s/^| \([a-z ]*\) | `.*/\1/p' "$source_dir/CONTRIBUTING.md"; }
# shellcheck disable=SC2016 # backticks of Markdown
allowance() { # KIND
	sed -n "/^## Adding something/,/^## [^A]/s/^| $1 | \([^|]*\) |.*/\1/p" "$source_dir/CONTRIBUTING.md" |
		grep -o '`[^`]*`' | tr -d '`' | sed 's/[.]/[.]/g; s/[A-Z][A-Z]*/[a-z0-9_-]+/g; s|/$|/.*|'
}

check_touched() { # KIND
	local kind=$1 pattern file wanted=0
	touched=$(comm -3 "$folder/before" "$folder/after" | sed 's/^\t//' | cut -f 1 | sort -u)
	while IFS= read -r pattern; do
		wanted=$((wanted + 1))
		grep -qEx -- "$pattern" <<<"$touched" || fail "$kind: CONTRIBUTING.md names $pattern, which was not touched"
	done < <(allowance "$kind")
	((wanted > 0)) || fail "$kind: CONTRIBUTING.md names no file"
	for file in $touched; do
		grep -qEx -f <(allowance "$kind") <<<"$file" || fail "$kind: CONTRIBUTING.md does not name $file"
	done
}

add_all() {
	local kind
	state_of_tree >"$folder/before"
	while IFS= read -r kind; do
		[[ $(type -t "add_${kind// /_}") == function ]] || { fail "nothing here adds: $kind"; continue; }
		"add_${kind// /_}"
		state_of_tree >"$folder/after"
		check_touched "$kind"
		mv "$folder/after" "$folder/before"
		echo "added: $kind"
	done < <(kinds)
}

# -------------------------------------------------------------- and found --

quietly() { # LOG COMMAND...
	local log=$folder/$1
	shift
	"$@" >"$log" 2>&1 || { tail -n 30 "$log"; die "failed: $*"; }
}

build_copy() {
	quietly configure.log "$cmake" -G Ninja -S "$tree" -B "$build" "${compilers[@]}" -DCMAKE_C_FLAGS=-O0 \
		-DCMAKE_CXX_FLAGS=-O0 -DSCHEDLAB_PRESET=debug -DSCHEDLAB_TOKIO=OFF -DSCHEDLAB_ARMS=OFF
	say "configured"
	quietly build.log "$cmake" --build "$build" --target schedlab executor-added exec-control_added_bug
	say "built"
}

has() { grep -Eq -- "$2" "$1" || fail "$3: no '$2' in ${1#"$folder/"}"; } # FILE PATTERN WHAT

listed() { # SUBJECT NAME
	"$schedlab" list "$1" >"$folder/list.txt" || fail "list $1: status $?"
	has "$folder/list.txt" "(^|[ =|])$2" "list $1"
}

find_in_lists() {
	listed workloads added_work
	listed arms added_preset
	listed arms added_hook
	listed axes overflow:
	listed axes 'steal_half=up\*\|one\|down'
	listed claims added_claim
	listed suites added_suite
	listed peers added-1
	"$build/bin/executor-added" --list >"$folder/list.txt"
	has "$folder/list.txt" added_is_seen "the tests of the model"
	"$build/bin/exec-control_added_bug" --list >"$folder/list.txt"
	has "$folder/list.txt" '^added ' "the scenarios"
	has "$folder/list.txt" added_work "the workloads of the executor"
	"$tree/scripts/verify" controls --dry-run --only added_bug >"$folder/list.txt"
	has "$folder/list.txt" added_bug "the seeded defects"
	"$build/bin/bench-null" --help >"$folder/list.txt"
	has "$folder/list.txt" '\badded\b' "the groups of events"
	"$schedlab" doctor --seconds 0.1 >"$folder/list.txt" || true # a breached gate is no matter here
	has "$folder/list.txt" '(pass|unknown) +added: ' "the doctor's gates"
}

find_in_runs() {
	local status=0 end
	quietly run.log "$schedlab" run --suite added_suite --out "$folder/out" --layout-pairs 0 --progress none
	say "run"
	quietly event.json "$build/bin/bench-null" --run empty --workers 1 --blocks 1 --iterations 1 --counters added
	has "$folder/event.json" '"added_event"' "the event in a row"
	quietly metric.json "$build/bin/bench-tokio" --run added_work --blocks 1 --iterations 1 --workers 1
	has "$folder/metric.json" '"added_metric":\{"value":[1-9]' "the metric in a row"
	has "$folder/metric.json" '"SCHED_OVERFLOW":"OVERFLOW_HALF"' "the knob in a row"
	quietly model.log "$build/bin/executor-added"
	has "$folder/model.log" '^added_is_seen passed' "the model"
	quietly scenario.log "$build/bin/exec-control_added_bug" --workload added --seeds 10
	end=$(sed -n 's/^executor: //p' "$tree/verify/controls/added_bug.patch")
	"$build/bin/exec-control_added_bug" --workload "${end% *}" --seeds 20000 --expect "${end#* }" \
		>"$folder/bug.log" || status=$?
	((status == 0)) || fail "the seeded defect was not found: status $status"
	has "$folder/bug.log" '^caught ' "the seeded defect"
}

find_in_report() {
	local report=$folder/out/report.md name
	for name in added_work added_preset added_hook added-1 'overflow=task' 'steal_half=one' added_claim 'added polls' \
		'Added section' 'Added plot' '^\| added '; do
		has "$report" "$name" "the report"
	done
	has "$report" 'added col/yield' "the medians"
	has "$folder/out/table.txt" ' added col ' "the table"
	[[ -e $folder/out/plots/added.gp ]] || fail "plots/ has no added.gp"
	! grep -q 'red rows: [1-9]' "$folder/out/table.txt" || fail "red rows: $(grep -A 5 'red rows' "$folder/out/table.txt")"
}

# Its build.rs finds the workloads: no other file has the name of one that no bench of Tokio's has.
check_tokio_peer() {
	local others
	others=$(grep -rlw stalled_thief --include='*.rs' --include='*.toml' --include='*.txt' --include='*.sh' \
		"$tree/peers/tokio" | grep -v '/src/workloads/stalled_thief[.]rs$' || true)
	[[ -z $others ]] || fail "peers/tokio: a workload is known by name to $others"
}

copy_tree
add_all
((failures == 0)) || die "$failures additions need more, or other, files than CONTRIBUTING.md says"
check_tokio_peer
build_copy
find_in_lists
find_in_runs
find_in_report
say "looked"
((failures == 0)) || exit 1
rm -rf "$tree"
