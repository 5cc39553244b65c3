#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the fault build holds thieves and counts the pops that meet a steal
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

if ! is_built tokio-fault; then
	echo "no fault builds"
	exit 77
fi

# extra NAME: its value, the fraction cut off
extra() { grep -oE "\"extras\":\{.*" "$work/row" | grep -oE "\"$1\":\{\"value\":[0-9]+" | grep -oE '[0-9]+$'; }

# stall ARM HOLD_US ITERATIONS: a block
stall() {
	"$(program "$1")-fault" --run stalled_thief --workers 2 --blocks 1 --iterations "$3" \
		--param hold_us="$2" >"$work/row" 2>"$work/complained" || fail "$1: status $?"
	has "$work/row" '"status":"ok"' "$1"
}

for pop in tokio tokio+pop=null tokio+pop=spin; do
	for iterations in 1 10 100 1000; do # on a busy CPU a thief may come late
		stall "$pop" 10 "$iterations"
		(($(extra thief_holds) == 0)) || break
	done
	has "$work/row" '"pops_during_steal"' "$pop: exposure is reported"
	holds=$(extra thief_holds)
	((holds > 0)) || fail "$pop: no thief was held"
	(($(extra thief_hold_ns) >= 10000 * holds)) || fail "$pop: thieves were held too shortly"
	(($(extra owner_gaps) > 0)) || fail "$pop: no gap of the owner"
	[[ $pop != tokio || $(uname -m) != x86_64 ]] || (($(extra pop_retries_max) <= 17)) ||
		fail "$pop: $(extra pop_retries_max) failed claims in one pop, at most 17"
	stall "$pop" 0 1
	expect "$pop: holds without a hold" 0 "$(extra thief_holds)"
done
status=0
"$build/bin/bench-tokio" --run stalled_thief >"$work/row" 2>&1 || status=$?
expect "the timed build refuses" 3 "$status"
finish
