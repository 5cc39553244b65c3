#!/bin/bash -p
# SPDX-License-Identifier: MIT
# reach.sh PROGRAM TEST - the places of sched/ with an order that a test executes within its first
# few hundred executions: PLACE PROGRAM TEST SECONDS.  Nothing for a test that is known to fail.
set -euo pipefail
export LC_ALL=C

[[ -x $ORDERS_BIN/$1 ]] || { echo "reach.sh: there is no $ORDERS_BIN/$1" >&2; exit 255; }
{ "$ORDERS_BIN/$1" --test "$2" --bound 2 --max-executions 300 --orders || true; } |
	awk -v OFS='\t' -v program="$1" -v test="$2" '
	/^sched\/[a-z_.]+:[0-9]+ / && $4 !~ /^relaxed/ { place[$1] = 1 }
	$2 == "passed" { sub(/seconds=/, "", $4); seconds = $4 }
	END { if (seconds != "") for (each in place) print each, program, test, seconds }'
