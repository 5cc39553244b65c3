#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a wrong scheduler makes red rows that say what happened, and the run goes on
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

# red_rows OUT: the red rows of the table, in a file of their own.
red_rows() { sed -n '/^red rows/,$p' "$1/table.txt" >"$work/red"; }

out=$work/out
expect "exit status with red rows" 1 "$(short_run "$out" --arms broken_twice,tokio+lifo_slots=0 --against tokio \
	--workloads spawn_local,fan_out)"
red_rows "$out"
has "$work/red" 'RED broken_twice .* spawn_local .*: wrong: .*expected 0' "a wrong count, and the cause"
has "$work/red" 'RED broken_twice .* fan_out .*: wrong: .*expected' "a wrong result"
has_not "$work/red" 'hung|crashed' "what did not happen"
has "$out/table.txt" '^ *tokio\+lifo_slots=0 +[0-9.]+ ' "the good arm beside it"
has_not "$out/table.txt" '^ *broken_twice +[0-9.]+ ' "no ratio of a wrong arm"

# It never ends, so any time given to it will do; the others of the run have no part here.
out=$work/hung
expect "exit status where an arm hangs" 1 "$(short_run "$out" --arms broken_loses --against tokio \
	--workloads fan_out --timeout 2)"
red_rows "$out"
has "$work/red" 'RED broken_loses .* fan_out .*: hung: no answer' "a hang is called one"
has_not "$out/table.txt" '^ *broken_loses +[0-9.]+ ' "no ratio of an arm that hangs"
finish
