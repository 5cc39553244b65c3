#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a workload on real Tokio reports the same extras, in the same units, as on the twin.
#
# extras.sh DIRECTORY: where the programs are.  Small enough to be done in seconds, and the
# parameters on which it depends what is reported.  What one of the two refuses is left out.
set -uo pipefail
directory=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# extras PROGRAM: "NAME UNIT" of each extra of its last row, sorted
extras() {
	sed -En 's/.*"extras": *(\{.*)/\1/p' "$work/$1" | sed -E 's/\}\}.*/}}/' |
		grep -oE '"[a-z_]+": *\{"value": *[^,]*, *"unit": *"[^"]*"' |
		sed -E 's/"([a-z_]+)".*"unit": *"([^"]*)"/\1 \2/' | sort
}

# run PROGRAM WORKLOAD PARAMETER...: its row in $work/PROGRAM; false if it refuses
run() {
	local program=$1 workload=$2 status=0
	shift 2
	"$directory/bench-$program" --run "$workload" --workers 2 --blocks 1 --iterations 1 \
		"${@/#/--param=}" >"$work/$program" 2>"$work/complained" || status=$?
	((status == 0 || status == 3)) || fail "$program, $workload $*: status $status"
	((status == 0))
}

# compare EXPECTED WORKLOAD PARAMETER...: EXPECTED is the name of one of them, or "-"
compare() {
	local expected=$1
	shift
	run tokio "$@" || return 0
	run tokio-bare "$@" || return 0
	extras tokio >"$work/tokio.extras"
	extras tokio-bare >"$work/tokio-bare.extras"
	diff "$work/tokio.extras" "$work/tokio-bare.extras" || fail "$*: other extras"
	[[ $expected == - ]] || grep -q "^$expected " "$work/tokio.extras" || fail "$*: no $expected"
	compared=$((compared + 1))
}

compared=0
workloads=$("$directory/bench-tokio" --describe | grep -oE '\{"name": *"[a-z_0-9]+", *"family"' |
	sed -E 's/.*"name": *"([a-z_0-9]+)".*/\1/')
for workload in $workloads; do
	compare - "$workload"
done
((compared > 10)) || fail "compared $compared workloads only; look at --describe"
compare polls_waited inject_latency probes=10 load=2
compare background_turns spawn_remote_busy1
compare - inject_latency probes=10 load=0
[[ ! -s $work/tokio.extras ]] || fail "inject_latency load=0: extras without a load"
((failures == 0))
