#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: two arms are compared; table, report, samples, plots and store are there
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"
baseline=tokio
other=tokio+lifo_slots=4
is_built tokio-bare && baseline=tokio-bare && other=tokio

out=$work/out
expect "exit status of run" 0 "$(short_run "$out" --arms "$other" --against "$baseline" \
	--workloads spawn_local,ping_pong --param tasks=200 --param pairs=50)"
for file in results.db table.txt report.md samples.csv; do
	[[ -s $out/$file ]] || fail "no $file"
done
has "$out/table.txt" '^spawn_local ' "the cell"
has "$out/table.txt" "$baseline = baseline" "the baseline"
has "$out/table.txt" "^ *$other +[0-9.]+ " "the ratio"
has "$out/table.txt" 'red rows: none' "red rows"
has_not "$out/table.txt" '[Nn]a[Nn]|inf' "a number that is none"
has "$out/samples.csv" '"spawn_local".*"ok"' "raw samples"
if command -v gnuplot >/dev/null; then
	has "$out/plots/ratio.svg" '<svg' "the ratio plot"
fi
"$schedlab" show "$out" >"$work/shown" || fail "show: status $?"
diff -q "$work/shown" "$out/table.txt" >/dev/null || fail "show differs from table.txt"
status=0
"$schedlab" compare --dir "$out" "$other" "$baseline" >"$work/compared" || status=$?
expect "exit status of a comparison that one pair cannot decide" 5 "$status"
has "$work/compared" '^undecided: On .*spawn_local' "compare"
expect "exit status where results are already" 4 "$(short_run "$out" --arms "$other" \
	--against "$baseline" --workloads spawn_local)"
finish
