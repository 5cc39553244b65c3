#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Description: the fault build holds thieves and counts the pops that meet a steal
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

if ! is_built tokio-fault; then
	echo "no fault builds"
	exit 77
fi
for pop in tokio tokio_pop_null tokio_pop_spin; do
	"$build/bin/bench-$pop-fault" --run stalled_thief --workers 2 --blocks 1 --iterations 1 \
		>"$work/row" 2>"$work/complained" || fail "$pop: status $?"
	has "$work/row" '"status":"ok"' "$pop"
	has "$work/row" '"pops_during_steal"' "$pop: exposure is reported"
done
status=0
"$build/bin/bench-tokio" --run stalled_thief >"$work/row" 2>&1 || status=$?
expect "the timed build refuses" 3 "$status"
finish
