#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: what could not be built has not failed, missed or survived anything: it is an error
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

tree=$work/tree
tree_with "$tree" scripts verify sched
records() { cat "$tree"/verify/tables/*.tsv "$tree/verify/orders/results.tsv" | cksum; }
before=$(records)
programs=$tree/build/tiny/bin

# unknown WHAT COMMAND...: an error, no verdict, and no record
unknown() {
	local what=$1
	shift
	run "$@"
	[[ $status == 1 ]] || fail "$what: exit status $status"
	says_not 'not caught|none$|survives' "$what"
	expect "$what: the records" "$before" "$(records)"
}

replace_program cmake 1
unknown "controls, nothing can be configured" "$tree/scripts/verify" controls --only tokio_1768 --record
unknown "mutants, nothing can be configured" "$tree/scripts/verify" mutants --only steal --record
unknown "quick, nothing can be configured" "$tree/scripts/verify" quick --record

replace_program cmake 0
unknown "controls, the program is not there" "$tree/scripts/verify" controls --only tokio_1768 --record
says 'is not built' "controls, the program is not there"
unknown "controls on real threads, the program is not there" \
	"$tree/scripts/verify" controls --engine tsan --only tokio_1768 --record
says 'there is no program' "controls on real threads, the program is not there"
mkdir -p "$programs"
printf '#!/bin/sh\nexit 1\n' >"$programs/loom-idle"
chmod +x "$programs/loom-idle"
unknown "controls, the program says nothing" "$tree/scripts/verify" controls --only tokio_1768 --record
says 'gave no answer' "controls, the program says nothing"
ORDERS_BIN=$work/nowhere ORDERS_REACH=$work/reach ORDERS_TESTS=1 ORDERS_EXECUTIONS=1 ORDERS_END=9999999999
export ORDERS_BIN ORDERS_REACH ORDERS_TESTS ORDERS_EXECUTIONS ORDERS_END
printf 'sched/a.c:1\tloom-none\ttest\t1\n' >"$work/reach"
run bash "$tree/verify/orders/weaken.sh" site sched/a.c:1 acquire relaxed
expect "a weakening whose test is not built" 255 "$status"
says_not survives "a weakening whose test is not built"

# A build that fails is one failed test, whatever comes after it.
tree_with "$work/other" scripts
replace_program cmake 1
replace_program ctest 0
run "$work/other/scripts/test" --quick
expect "test, nothing can be configured" 1 "$status"
says 'FAILED to build' "test, nothing can be configured"
[[ $(grep -c '^ctest' "$work/called") == 0 ]] || fail "test, nothing can be configured: tests were run"
finish
