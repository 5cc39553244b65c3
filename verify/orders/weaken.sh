#!/bin/bash -p
# SPDX-License-Identifier: MIT
# weaken.sh SITE PLACE FROM TO - run tests that execute PLACE with the order TO there, until one
# fails: of every program its quickest, then of every program the next one.  Prints the row of
# results.tsv, with tabs:
#
#   SITE FROM TO killed PROGRAM TEST EXECUTIONS
#   SITE FROM TO survives - - TESTS
#   SITE FROM TO not-reached - - 0
#
# The environment says where the programs are (ORDERS_BIN), which test executes what (ORDERS_REACH,
# reach.sh), how many tests to try and how far each goes (ORDERS_TESTS, ORDERS_EXECUTIONS), and when
# to give up, in seconds since the epoch (ORDERS_END): then there is no row.
set -euo pipefail
export LC_ALL=C

site=$1 place=$2 from=$3 to=$4

# PROGRAM TEST of the tests to try, in order.
list_tests() {
	awk -F '\t' -v place="$place" '$1 == place' "$ORDERS_REACH" | sort -t $'\t' -k 2,2 -k 4,4n -k 3,3 |
		awk -F '\t' -v OFS='\t' '{ print ++rank[$2], $4, $2, $3 }' | sort -k 1,1n -k 2,2n -k 3,4 |
		cut -f 3,4 | head -n "$ORDERS_TESTS"
}

# How far a test goes; the second waker of a join handle needs thousands of executions to show.
executions_of() { # PROGRAM
	if [[ $1 == loom-join* ]] && ((ORDERS_EXECUTIONS < 6000)); then
		echo 6000
	else
		echo "$ORDERS_EXECUTIONS"
	fi
}

# A test that cannot be run has not survived: 255 ends xargs.
for program in $(list_tests | cut -f 1 | sort -u); do
	[[ -x $ORDERS_BIN/$program ]] || { echo "weaken.sh: there is no $ORDERS_BIN/$program" >&2; exit 255; }
done

# EXECUTIONS of the first failure, or nothing.  A process that dies of the weakening is one too.
executions_to_failure() { # PROGRAM TEST
	{ SCHED_ORDERS=$place=$to timeout 300 "$ORDERS_BIN/$1" --test "$2" --bound 2 \
		--max-executions "$(executions_of "$1")" || true; } |
		awk '$2 == "FAILED" || $2 == "DIED" { sub(/executions=/, "", $3); print $3 }'
}

row() { printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$site" "$from" "$to" "$@"; }

mapfile -t tests < <(list_tests)
for each in "${tests[@]}"; do
	(($(date +%s) < ORDERS_END)) || exit 0
	IFS=$'\t' read -r program test <<<"$each"
	executions=$(executions_to_failure "$program" "$test")
	if [[ -n $executions ]]; then
		row killed "$program" "$test" "$executions"
		exit 0
	fi
done
if ((${#tests[@]} > 0)); then
	row survives - - "${#tests[@]}"
else
	row not-reached - - 0
fi
