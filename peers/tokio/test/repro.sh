#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a person's own program that behaves badly is a row that says so, and never more than that
#
# Usage: repro.sh PROGRAM
#        repro.sh SOURCE CMAKE CC CXX CARGO FOLDER
#
# PROGRAM has the crate repro/ beside this script; the second form makes it in FOLDER, by
# peers/tokio/side, without the network.  How the crate behaves is chosen by the number of its units.
# Skipped (77) where crates are missing.
set -uo pipefail
unset CDPATH
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

must() {
	"$@" >"$work/said" 2>&1 && return
	tail -n 30 "$work/said"
	exit 1
}

make_program() { # SOURCE CMAKE CC CXX CARGO FOLDER
	local build=$6/build arm status=0
	mkdir -p "$build"
	# Its program of the last time goes: the sources may be others.
	rm -rf "$build/tokio-sides" "$build"/bin/bench-tokio-bare-*
	arm=$(PATH=${5%/*}:$PATH "$1/peers/tokio/side" --build "$build" --repro "$here/repro" \
		"$(sed -n 's/^tokio = { version = "=\([0-9.]*\)".*/\1/p' "$1/peers/tokio/Cargo.toml")" 2>"$work/said") || status=$?
	if ((status != 0)); then
		cat "$work/said"
		exit $((status == 4 ? 77 : 1)) # 4: something is missing here
	fi
	must "$2" --preset release -S "$1" -B "$build" -DCMAKE_C_COMPILER="$3" -DCMAKE_CXX_COMPILER="$4" \
		-DSCHEDLAB_CARGO="$5" -DSCHEDLAB_TOKIO=ON
	must "$2" --build "$build" --target "bench-$arm"
	program=$build/bin/bench-$arm
}

# run UNITS: two blocks
run() {
	status=0
	"$program" --run repro --workers 2 --blocks 2 --iterations "$1" </dev/null \
		>"$work/row" 2>"$work/complained" || status=$?
	[[ $(wc -l <"$work/row") == 1 ]] || fail "$1: $(wc -l <"$work/row") lines where the row is awaited"
}

# ends WHAT UNITS STATUS EXIT PATTERN: it says so in the row, and to people in one line
ends() {
	run "$2"
	[[ $status == "$4" ]] || fail "$1: exit status $status, not $4"
	grep -Eq "\"status\":\"$3\",\"cause\":\"repro: [^\"]*$5" "$work/row" || fail "$1: its row is $(<"$work/row")"
	[[ $(wc -l <"$work/complained") == 1 ]] || fail "$1: not one line for people: $(<"$work/complained")"
}

works() { # WHAT UNITS
	run "$2"
	grep -q '"status":"ok"' "$work/row" || fail "$1: $(cat "$work/row" "$work/complained")"
	[[ $status == 0 ]] || fail "$1: exit status $status"
}

# A sample that takes commands answers with a row in the place of what is awaited.
ends_in_lockstep() {
	local answers
	answers=$(printf 'block 1\nblock 2\nblock 1\n' | "$program" --run repro --workers 2 --lockstep 2>/dev/null |
		sed -E 's/.*"event":"([a-z]+)".*/\1/' | paste -sd ' ')
	[[ $answers == "ready block row" ]] || fail "in lock-step: answered $answers"
}

if (($# == 1)); then
	program=$1
else
	make_program "$@"
fi
works "as it should be" 1
works "it prints" 20
works "it reads the standard input" 21
works "spawn_blocking, and time" 22
grep -q '"producer 0 with worker' "$work/row" || fail "the thread of spawn_blocking is pinned as nobody"
works "a panic hook that calls ours" 23
works "a task that is left asleep" 24
works "a thread that it joins" 25
ends "a panic in run" 2 error 5 "a panic: in 'run' "
ends "a panic in a task" 3 error 5 'a panic: in a task \(thread tokio-worker, [^"]*src/lib.rs'
ends "a panic in a thread" 4 error 5 'a panic: in a thread'
ends "exit" 5 error 5 'it ended the process'
ends "a thread that stays" 6 wrong 1 'threads of its own'
ends "a runtime in the runtime" 7 error 5 'a panic: Cannot drop a runtime'
ends "a runtime that stays" 8 wrong 1 'threads of its own'
ends "another panic hook" 9 error 5 'it replaces the panic hook'
ends "a task that never awaits" 10 error 5 'did not end: [12]; a task never awaits'
ends "an error" 11 wrong 1 'run failed: it says so itself'
ends "a wrong result" 12 wrong 1 'verify\(12\): 0 units were done'
ends_in_lockstep
"$program" --describe | grep -q '"REPRO_VERIFIED": *"1"' || fail "it does not say that results are verified"
exit "$((failures > 0))"
