#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: Ctrl-C keeps what was measured and leaves no process behind
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || { echo "there is no sqlite3 on PATH; scripts/setup installs it"; exit 77; }
out=$work/out
mkdir "$work/arms" # copies, so that their processes can be told from others
cp "$build/bin/bench-tokio" "$build/bin/bench-tokio+lifo_slots.0" "$work/arms"
samples_running() { readlink /proc/[0-9]*/exe 2>/dev/null | grep -c "^$work/arms/"; }
# 100,000 pairs of 32 ms at least: no machine gets them done before this test times out.
set -m # a job of its own, so that SIGINT is not ignored
"$schedlab" run --out "$out" --arms-dir "$work/arms" --arms tokio+lifo_slots=0 --against tokio --workloads spawn_local --pairs 100000 \
	--blocks 4 --block-ms 4 --progress plain >"$work/said" 2>"$work/complained" &
pid=$!
set +m
pairs_stored() { sqlite3 "$out/results.db" 'select count(*) from pair' 2>/dev/null || echo 0; }
while kill -0 "$pid" 2>/dev/null && [[ $(pairs_stored) == 0 ]]; do
	sleep 0.1
done
kill -INT "$pid"
status=0
wait "$pid" || status=$?
expect "exit status" 130 "$status"
expect "samples left behind" 0 "$(samples_running)"
"$schedlab" show "$out" >"$work/shown" || fail "show after Ctrl-C: status $?"
has "$work/shown" spawn_local "what was measured"
finish
