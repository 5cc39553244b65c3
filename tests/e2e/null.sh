#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: cells that an arm cannot run are not applicable, with the reason
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

out=$work/out
expect "exit status" 0 "$(short_run "$out" --arms null --against tokio+task_alloc=slab --workers 1 \
	--workloads spawn_local,spawn_block_on --param tasks=200)"
has "$out/table.txt" '^ *null +[0-9.]+ ' "null on spawn_local"
has "$out/table.txt" 'not applicable' "null on a remote workload"
"$schedlab" list >"$work/list" || fail "list: status $?"
has "$work/list" 'not applicable' "list names what is refused"
finish
