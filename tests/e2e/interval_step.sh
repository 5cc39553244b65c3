#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the step response of the interval tuners, on a clock that repeats
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

# A poll is two readings of 10 us before the step, and eleven after it.
run() {
	LD_PRELOAD=$build/counts/libticking-clock.so "$(program "$1")" --run interval_step --workers 1 \
		--blocks 1 --iterations 1 --param before_ns=1 --param after_ns=95000 >"$work/$1.$2"
}

# extra ARM NAME: its value, the fraction cut off
extra() { grep -oE "\"interval_$2\":\{\"value\":[0-9]+" "$work/$1.first" | grep -oE '[0-9]+$'; }

# Where the block starts within a batch is not fixed, so polls may differ by one: left out.
extras() {
	grep -o '"extras":{.*"host"' "$work/$1" | sed -E 's/"interval_(reached|settled)_polls":\{[^}]*\},//g'
}

# between WHAT LEAST MOST FOUND
between() { (($2 <= $4 && $4 <= $3)) || fail "$1: $4, expected $2 to $3"; }

if grep -q '^SCHEDLAB_SANITIZE:[A-Z]*=.' "$build/CMakeCache.txt"; then
	echo "skipped: a sanitizer goes before the clock"
	exit 77
fi
for arm in tokio tokio+interval=blitz tokio+interval=fixed; do
	run "$arm" first || fail "$arm: status $?"
	run "$arm" again || fail "$arm: status $?"
	expect "$arm: a second run" "$(extras "$arm.first")" "$(extras "$arm.again")"
done
# 200 us of 20, then of 110
between "tokio, before" 8 10 "$(extra tokio before)"
between "tokio, after" 2 4 "$(extra tokio after)"
# 1 ms of 20, then of 110
between "blitz, before" 40 50 "$(extra tokio+interval=blitz before)"
between "blitz, after" 8 10 "$(extra tokio+interval=blitz after)"
# weighted by polls, a batch is all it takes; a tenth per batch takes twenty and more
between "tokio, polls to reach it" 1 200 "$(extra tokio reached_polls)"
between "blitz, polls to reach it" 1000 2000 "$(extra tokio+interval=blitz reached_polls)"
expect "fixed, before" 61 "$(extra tokio+interval=fixed before)"
expect "fixed, after" 61 "$(extra tokio+interval=fixed after)"
expect "fixed, changes" 0 "$(extra tokio+interval=fixed changes)"

"$build/bin/bench-null" --run interval_step --workers 1 >"$work/row" 2>&1
expect "null, which has no interval" 3 $?
if is_built tokio-bare; then
	"$build/bin/bench-tokio-bare" --run interval_step --workers 1 >"$work/row" 2>&1
	expect "real Tokio, which does not tell" 3 $?
fi
finish
