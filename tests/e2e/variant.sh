#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a variant from anywhere, and one of the factorial, are built, counted and compared
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

cat >"$work/my_lifo3.c" <<'TEXT'
/* my_lifo3: three LIFO slots; the oldest makes room. */
#define VARIANT_NAME "my_lifo3"
#define SCHED_LIFO_SLOTS 3
#define SCHED_LIFO_EVICT LIFO_EVICT_OLDEST
#include "sched/engine.h"
TEXT
cmake -S "$source_dir" -B "$work/build" -G Ninja -DCMAKE_C_FLAGS=-O1 -DCMAKE_CXX_FLAGS=-O1 \
	-DSCHEDLAB_TOKIO=OFF -DSCHEDLAB_USER_VARIANT="$work/my_lifo3.c" >"$work/said" 2>&1 ||
	fail "configure: status $?"
cmake --build "$work/build" --target bench-my_lifo3 bench-tokio bench-f_lifo4_shards8_null_blitz \
	schedlab >"$work/said" 2>&1 || fail "build: status $?"
schedlab=$work/build/bin/schedlab
# Nothing but the programs was built, as in a fresh clone: the counts need no more.
counted=0
"$source_dir/scripts/counts" --build "$work/build" --arms my_lifo3,tokio --cells fan_out \
	--out "$work/counts.json" >"$work/said" 2>"$work/complained" || counted=$?
[[ $counted == 77 ]] || expect "exit status of the counts" 0 "$counted"
[[ -f $work/counts.json ]] || echo "[]" >"$work/counts.json"
expect "exit status" 0 "$(short_run "$work/out" --arms my_lifo3,f_lifo4_shards8_null_blitz \
	--against tokio --workloads fan_out --param children=64 --param rounds=200 --counts "$work/counts.json")"
has "$work/out/table.txt" '^ *my_lifo3 +[0-9.]+ ' "the user's variant"
has "$work/out/table.txt" '^ *f_lifo4_shards8_null_blitz +[0-9.]+ ' "the factorial's"
# The last two columns are instructions and locked RMW.
if [[ $counted != 77 ]]; then
	has "$work/out/table.txt" '^ *my_lifo3 .* [0-9]{2,} +[0-9.]+$' "the variant's counts"
	has "$work/out/table.txt" '^ *tokio = baseline .* [0-9]{2,} +[0-9.]+$' "the baseline's counts"
	has "$work/out/table.txt" '^ *f_lifo4_shards8_null_blitz .* not counted +not counted$' "no counts"
fi
finish
