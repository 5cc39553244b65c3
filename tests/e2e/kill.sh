#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: kill -9 at ten moments of one plan loses no finished pair, and measures none twice
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || { echo "there is no sqlite3 on PATH; scripts/setup installs it"; exit 77; }
out=$work/out
plan=(--arms tokio+lifo_slots=0 --against tokio --workloads spawn_local --pairs 20 --blocks 2 --block-ms 2)

query() { sqlite3 "$out/results.db" "$1" 2>/dev/null; }
pairs_stored() { query 'select count(*) from pair' || echo 0; }
# Every finished pair, with all that was measured of it.
finished() {
	query 'select pair.plan, round, log_ratio, side, sample.units, sample.ns, sum(block.ns) from pair join sample on pair = pair.id
		join block on block.sample = sample.id where log_ratio is not null group by sample.id order by 1, 2, 4'
}

# until_killed OPTION...: the run ends, by SIGKILL, when it has a pair more
until_killed() {
	local before pid
	before=$(pairs_stored)
	"$schedlab" run "$@" --progress none >"$work/said" 2>"$work/complained" &
	pid=$!
	while kill -0 "$pid" 2>/dev/null && (($(pairs_stored) <= before)); do
		sleep 0.01
	done
	kill -KILL "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
}

until_killed --out "$out" "${plan[@]}"
finished >"$work/kept"
for moment in {2..10}; do
	until_killed --resume "$out"
	finished >"$work/now"
	lost=$(comm -23 <(sort "$work/kept") <(sort "$work/now"))
	[[ -z $lost ]] || fail "moment $moment: lost or changed: $lost"
	mv "$work/now" "$work/kept"
done
status=0
"$schedlab" run --resume "$out" --progress none >"$work/said" 2>"$work/complained" || status=$?
# On a machine that looks seldom there may be nothing left to do by then.
((status == 0)) || has "$work/complained" 'this run is finished' "the last one, exit status $status"
finished >"$work/now"
expect "pairs lost at the end" "" "$(comm -23 <(sort "$work/kept") <(sort "$work/now"))"
expect "rows without all of their pairs, or with more" 0 "$(query 'select count(*) from plan where
	pairs <> (select count(*) from pair where pair.plan = plan.id and log_ratio is not null)')"
finish
