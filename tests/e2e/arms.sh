#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: every arm describes itself; hot-path metrics are counted by the counting build only
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

"$schedlab" list --json >"$work/said" 2>"$work/complained" || fail "list: status $?"
[[ ! -s $work/complained ]] || fail "list complains: $(head -n 1 "$work/complained")"
"$schedlab" list >"$work/list" || fail "list: status $?"
has "$work/list" "^    knobs, where not tokio's: SCHED_" "list: what a variant does not share with the twin"
told=$(grep -c 'SCHED_BUDGET=128' "$work/list" || true)
[[ $told -le 1 ]] || fail "list: a knob that all share is told $told times"
for program in "$build"/bin/bench-*; do
	"$program" --describe | grep -q '"event": *"describe"' || fail "$program --describe"
done

row() { "$build/bin/bench-$1" --run spawn_local --workers 1 --blocks 1 --iterations 1 >"$work/row"; }
row tokio || fail "tokio: status $?"
has "$work/row" '"polls":\{"value":null,"reason":"[^"]+"' "timed: polls are not counted, with the reason"
has "$work/row" '"parks":\{"value":[0-9]+' "timed: parks are counted"
row tokio-counting || fail "tokio-counting: status $?"
has "$work/row" '"polls":\{"value":[1-9]' "counting: polls"
if [[ -e /usr/lib/$(uname -m)-linux-gnu/libmimalloc.so.2 || -e /usr/lib/$(uname -m)-linux-gnu/libmimalloc.so.3 ]]; then
	expect "mimalloc on both sides" 0 "$(short_run "$work/mimalloc" --arms tokio+lifo_slots=0 \
		--against tokio --workloads spawn_local --allocator mimalloc)"
else
	cannot "mimalloc is not installed"
fi
finish
