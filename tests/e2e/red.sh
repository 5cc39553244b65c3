#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Description: a wrong scheduler makes red rows with their cause, and the run goes on
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

out=$work/out
expect "exit status with red rows" 1 "$(short_run "$out" --arms broken,tokio_lifo0 --against tokio \
	--workloads spawn_local,fan_out)"
sed -n '/^red rows/,$p' "$out/table.txt" >"$work/red"
has "$work/red" 'broken' "the broken arm is red"
has "$work/red" 'expected|ran|wrong|crash|signal|hang' "the cause"
has "$out/table.txt" '^ *tokio_lifo0 +[0-9.]+ ' "the good arm beside it"
has_not "$out/table.txt" '^ *broken +[0-9.]+ ' "no ratio of a wrong arm"
finish
