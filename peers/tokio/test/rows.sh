#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: every row of Tokio says rightly what it is, runs, and does what its setting says.
#
# rows.sh DIRECTORY [PROGRAM...]: where the programs are, and those that are built on demand only,
# which may be missing.  A version that could not be fetched is left out.
set -uo pipefail
directory=$1
shift
on_demand=" $* "
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# program                    arm                flavour  Tokio  interval lifo unstable
rows="tokio-bare             tokio-bare         timed    1.53.1 adaptive 1    0
tokio-bare-counting          tokio-bare         counting 1.53.1 adaptive 1    1
tokio-bare-slab              tokio-bare-slab    timed    1.53.1 adaptive 1    0
tokio-stock                  tokio-stock        timed    1.53.1 adaptive 1    0
tokio-stock-counting         tokio-stock        counting 1.53.1 adaptive 1    1
tokio-bare-gi1               tokio-bare-gi1     timed    1.53.1 1        1    0
tokio-bare-gi1-counting      tokio-bare-gi1     counting 1.53.1 1        1    1
tokio-bare-gi61              tokio-bare-gi61    timed    1.53.1 61       1    0
tokio-bare-gi61-counting     tokio-bare-gi61    counting 1.53.1 61       1    1
tokio-bare-gi127             tokio-bare-gi127   timed    1.53.1 127      1    0
tokio-bare-gi127-counting    tokio-bare-gi127   counting 1.53.1 127      1    1
tokio-bare-unstable          tokio-bare-unstable timed   1.53.1 adaptive 1    1
tokio-bare-unstable-counting tokio-bare-unstable counting 1.53.1 adaptive 1  1
tokio-bare-nolifo            tokio-bare-nolifo  timed    1.53.1 adaptive 0    1
tokio-bare-nolifo-counting   tokio-bare-nolifo  counting 1.53.1 adaptive 0    1
tokio-bare-1.49.0            tokio-bare-1.49.0  timed    1.49.0 adaptive 1    0
tokio-bare-1.49.0-counting   tokio-bare-1.49.0  counting 1.49.0 adaptive 1    1
tokio-bare-1.50.0            tokio-bare-1.50.0  timed    1.50.0 adaptive 1    0
tokio-bare-1.50.0-counting   tokio-bare-1.50.0  counting 1.50.0 adaptive 1    1
tokio-bare-1.51.0            tokio-bare-1.51.0  timed    1.51.0 adaptive 1    0
tokio-bare-1.51.0-counting   tokio-bare-1.51.0  counting 1.51.0 adaptive 1    1
tokio-bare-1.51.2            tokio-bare-1.51.2  timed    1.51.2 adaptive 1    0
tokio-bare-1.51.2-counting   tokio-bare-1.51.2  counting 1.51.2 adaptive 1    1
tokio-bare-1.52.2            tokio-bare-1.52.2  timed    1.52.2 adaptive 1    0
tokio-bare-1.52.2-counting   tokio-bare-1.52.2  counting 1.52.2 adaptive 1    1
tokio-bare-1.54.1            tokio-bare-1.54.1  timed    1.54.1 adaptive 1    0
tokio-bare-1.54.1-counting   tokio-bare-1.54.1  counting 1.54.1 adaptive 1    1"

# says PROGRAM FILE NAME VALUE: the string of that name
says() {
	grep -Eq "\"$3\": *\"$4\"" "$2" || fail "$1: no \"$3\":\"$4\" in its $(basename "$2")"
}

# run PROGRAM WORKLOAD PARAMETER
run() {
	"$directory/bench-$1" --run "$2" --workers 2 --blocks 1 --iterations 2 --param "$3" \
		>"$work/row" || fail "$1: $2 ended with status $?"
	says "$1" "$work/row" status ok
}

check_row() {
	local program=$1 arm=$2 flavour=$3 version=$4 interval=$5 lifo=$6 unstable=$7
	"$directory/bench-$program" --describe >"$work/description" || fail "$program: --describe: $?"
	says "$program" "$work/description" arm "$arm"
	says "$program" "$work/description" flavour "$flavour"
	says "$program" "$work/description" version "tokio ${version//./\\.}, rustc [^\"]*"
	says "$program" "$work/description" TOKIO_GLOBAL_QUEUE_INTERVAL "$interval"
	says "$program" "$work/description" TOKIO_LIFO_SLOT "$lifo"
	says "$program" "$work/description" TOKIO_UNSTABLE "$unstable"
	if [[ $program == tokio-stock* ]]; then
		says "$program" "$work/description" RUST_FLAGS 'opt-level=3 debuginfo=[a-z0-9-]+ target-cpu=[a-z0-9-]+'
	else
		says "$program" "$work/description" RUST_FLAGS \
			'opt-level=3 panic=abort lto=fat codegen-units=1 debuginfo=[a-z0-9-]+ target-cpu=[a-z0-9-]+'
	fi
	run "$program" spawn_local tasks=1000
	run "$program" ping_pong pairs=500
	[[ $flavour != counting ]] || check_lifo_polls "$program" "$lifo"
	[[ $flavour != counting ]] || check_counted "$program"
}

# Tokio's own test builds keep lifo_schedules; all else is counted with every Tokio of the table.
check_counted() {
	local metrics missing
	metrics=$(grep -oE '"metrics":\{("[a-z_]+":\{[^}]*\},?)*\}' "$work/row")
	missing=$(grep -oE '"[a-z_]+":\{"value":null' <<<"$metrics" | cut -d '"' -f 2)
	[[ $metrics == *noop_parks* && $missing == lifo_schedules ]] ||
		fail "$1: does not count $missing (metrics: $metrics)"
}

# Of each pair two tasks are woken into the slot.
check_lifo_polls() {
	local polls
	polls=$(sed -En 's/.*"lifo_polls":\{"value":([0-9]+).*/\1/p' "$work/row")
	case $2:$polls in
	0:0 | 1:[1-9]*) ;;
	*) fail "$1: TOKIO_LIFO_SLOT=$2 and '$polls' polls out of the slot" ;;
	esac
}

# The machine code of a program.
code() { objcopy -O binary --only-section=.text "$directory/bench-$1" "$work/code.$1" && echo "$work/code.$1"; }

# same_code PROGRAM PROGRAM: a contrast of a setting is one of nothing else
same_code() { cmp -s "$(code "$1")" "$(code "$2")" || fail "$1 and $2 are not the same code"; }

while read -r program fields; do
	notice=$directory/${program%-counting}-not-built.txt
	if [[ -f $notice ]]; then
		echo "left out: $program, because $(<"$notice")"
		continue
	elif [[ ! -e $directory/bench-$program && $on_demand == *" $program "* ]]; then
		echo "left out: $program, which is built on demand only"
		continue
	fi
	# shellcheck disable=SC2086 # the columns of the table
	check_row "$program" $fields
done <<<"$rows"

for program in "$directory"/bench-tokio-bare* "$directory"/bench-tokio-stock*; do
	name=${program##*/bench-}
	label=${name#tokio-bare-}
	[[ ! -d $directory/../tokio-sides/${label%-counting} ]] || continue # a side of a trial
	[[ $name == *@* ]] || grep -q "^$name " <<<"$rows" || fail "$name is not in the table of this test"
done

((failures == 0)) || exit 1
command -v objcopy >/dev/null || { echo "skipped: there is no objcopy; install binutils"; exit 77; }
for layout in "" @1 @2 @3; do
	for setting in gi1 gi61 gi127; do
		same_code "tokio-bare$layout" "tokio-bare-$setting$layout"
	done
	same_code "tokio-bare-unstable$layout" "tokio-bare-nolifo$layout"
done
same_code tokio-bare-unstable tokio-bare-counting
((failures == 0))
