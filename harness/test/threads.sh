#!/bin/bash -p
# SPDX-License-Identifier: MIT
# A sample process that cannot have all its threads answers with a row that says so.
# threads.sh FAIL_THREAD_LIBRARY FIRSTS BEHIND PROGRAM ...: of each program the first
# threads are had and the others not, from each of FIRSTS on; BEHIND is the number of the
# first thread that is no worker of three.
set -euo pipefail
library=$1 firsts=$2 behind=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# refused PROGRAM FIRST WORKLOAD OPTION ...: a red row that names the reason.
refused() {
	local program=$1 first=$2 status=0
	shift 2
	env LD_PRELOAD="$library" FAIL_THREAD="$first" timeout 100 "$program" --run "$@" --workers 3 \
		--blocks 1 --iterations 1 >"$work/row" 2>"$work/said" || status=$?
	[[ $status == 5 ]] && grep -q '"status":"error"' "$work/row" &&
		grep -q '"cause":"[^"]*temporarily unavailable' "$work/row" && return
	echo "$program $*, without thread $first: exit status $status, and:"
	cat "$work/said" "$work/row"
	exit 1
}

for program; do
	[[ -x $program ]] || { echo "$program is not built" && exit 77; }
	for first in $firsts; do
		refused "$program" "$first" spawn_local
	done
	refused "$program" "$behind" inject_latency
	refused "$program" "$behind" remote_spawn --param producers=3
	refused "$program" "$((behind + 1))" remote_spawn --param producers=3
done
