#!/bin/bash -p
# SPDX-License-Identifier: MIT
# rests_on.sh ENGINE PROGRAM - a model that rests on what the engine does not show is
# refused by name, with a status of its own; the others are run.
set -euo pipefail
engine=$1
program=$2
bad=0

# expect STATUS TEXT TEST
expect() {
	local status=0 output
	output=$("$program" --test "$3" 2>&1) || status=$?
	if [[ $status != "$1" || $output != *"$2"* ]]; then
		printf '%s: status %s, expected %s and "%s", printed:\n%s\n' "$3" "$status" "$1" "$2" "$output"
		bad=1
	fi
}

expect 0 'on_message_passing passed' on_message_passing
case $engine in
loom) expect 0 'on_writes_turned_round passed' on_writes_turned_round ;;
relacy) expect 77 'skipped: rests on W22_relaxed, of which relacy never shows 11' on_writes_turned_round ;;
esac
expect 77 "skipped: rests on LB_relaxed, of which $engine never shows 11" on_load_buffering
expect 2 "rests on 'LB_relayed'" on_a_misspelt_one
exit "$bad"
