#!/bin/bash -p
# SPDX-License-Identifier: MIT
# cli.sh PROGRAM BROKEN - the command line: what it lists, refuses and returns; what a
# failure prints leads back to the same execution.  BROKEN fails `wake_while_polled`.
set -euo pipefail

program=$1
broken=$2
output=$(mktemp)
trap 'rm -f "$output"' EXIT

fail() {
	echo "FAILED: $1; the output was:"
	cat "$output"
	exit 1
}

# expect STATUS TEXT COMMAND...
expect() {
	local wanted=$1 text=$2 status=0
	shift 2
	"$@" >"$output" 2>&1 || status=$?
	((status == wanted)) || fail "'${*##*/}' returned $status, not $wanted"
	grep -q -e "$text" "$output" || fail "'${*##*/}' does not say '$text'"
}

# The hash in the last result that was printed.
hash_of() { grep -o 'hash [0-9a-f]*' "$output" | tail -n 1; }

expect 0 wake_while_polled "$program" --list
expect 0 'strategy' "$program" --help
expect 2 'give a --workload' "$program"
expect 2 'no such workload' "$program" --workload nothing
expect 2 'no strategy' "$program" --workload empty --strategy greedy
expect 2 'no fault' "$program" --workload empty --faults rain=1
expect 2 'no parameter' "$program" --workload fan_out --param sons=1
expect 2 'no interleaving' "$program" --workload empty --replay 1:x
expect 2 'whole number' "$program" --workload empty --seeds many
expect 0 'left out' "$program" --workload stalled_thief
expect 0 'passed' "$program" --workload fan_out --param children=3 --workers 3 --seeds 5
expect 1 'MISSED' "$program" --workload empty --seeds 5 --expect deadlock
expect 1 'livelock' "$program" --workload fan_out --seeds 1 --steps 50

# By seed, then by the shortened interleaving: the same hashes as printed before.
expect 1 'FAILED' "$broken" --workload wake_while_polled --seeds 500
seed=$(sed -n 's/.* --replay \([0-9]*\)$/\1/p' "$output" | head -n 1)
interleaving=$(sed -n 's/.* --replay \([0-9]*:.*\)$/\1/p' "$output" | head -n 1)
first=$(grep -o 'hash [0-9a-f]*' "$output" | head -n 1)
short=$(hash_of)
expect 1 'deadlock' "$broken" --workload wake_while_polled --replay "$seed"
[[ $(hash_of) == "$first" ]] || fail "--replay $seed is another execution than $first"
expect 1 'deadlock' "$broken" --workload wake_while_polled --replay "$interleaving"
[[ $(hash_of) == "$short" ]] || fail "--replay $interleaving is another execution than $short"
[[ $short != "$first" ]] || fail "the interleaving was not cut"
expect 1 'worker-0 .* ends\|at_cas_acq_rel' "$broken" --workload wake_while_polled --replay "$seed" --trace all
echo "passed"
