#!/bin/bash -p
# SPDX-License-Identifier: MIT
# coverage.sh ROOT [--write] - each value of a knob of sched/ is checked by a build of a model
# or is listed with a reason (coverage.tsv), and COVERAGE.md says by which; each known defect
# has a control, or a reason why it cannot have one (controls/not_applicable.tsv), and each control
# of one an answer of the stress tests.
#
#   --write   write COVERAGE.md
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../tests/lint/lib.sh"

root=$1
mode=${2:-}
verify=$root/verify
table=$verify/COVERAGE.md

# KNOB VALUE DEFAULT of every knob with named values, and of those that are 0 or 1.
list_values() {
	awk '
	match($0, /^#define KNOB_[A-Z0-9_]+\(V\)/) { knob = "SCHED_" substr($0, 14, RLENGTH - 16) }
	match($0, /^\tV\([A-Z][A-Z0-9_]+/) { value[++all] = substr($0, 4, RLENGTH - 3); of[all] = knob }
	/^#define SCHED_[A-Z0-9_]+ [A-Z][A-Z0-9_]*$/ { standard[$3] = 1 }
	/^#define SCHED_[A-Z0-9_]+ [01]( |$)/ && $2 != "SCHED_LIFO_SLOTS" { binary[++flags] = $2; is[$2] = $3 }
	END {
		for (i = 1; i <= all; i++) print of[i], value[i], (value[i] in standard) ? "default" : "-"
		for (i = 1; i <= flags; i++)
			for (v = 0; v <= 1; v++) print binary[i], binary[i] "=" v, is[binary[i]] == v ? "default" : "-"
	}' "$root/sched/knobs.h"
}

# What the fixture of whole schedulers sets in place of the default.
in_fixture() { # KNOB VALUE
	grep -qE "^#define $1 ${2#*=}\$" "$verify/fixture.h"
}

# The models with a build that has the value, joined.
builds_with() { # KNOB VALUE
	grep -lE "^ \* build:.*\b$1=${2#*=}( |\$)" "$verify"/models/*.c | sed -E 's|.*/(.*)\.c|\x60\1\x60|' | paste -sd ' ' || true
}

reason_for() { awk -F '\t' -v value="$1" '$1 == value { print $2 }' "$verify/coverage.tsv"; }

# What the table says of VALUE; empty if nothing checks it.
checked_by() { # KNOB VALUE DEFAULT
	local builds reason
	builds=$(builds_with "$1" "$2")
	reason=$(reason_for "$2")
	if [[ -n $builds ]]; then
		echo "builds of $builds"
	elif in_fixture "$1" "$2"; then
		echo "all that have a scheduler"
	elif [[ -n $reason ]]; then
		echo "not: $reason"
	elif [[ $3 == default ]] && ! grep -q "^#define $1 " "$verify/fixture.h"; then
		echo "all others"
	fi
}

write_table() {
	local knob value standard checked
	cat <<'END'
# Which value of a knob is checked by which model

Written by `scripts/regenerate coverage`; a test compares. A value is checked where a model has a
`build:` line with it, or by every model if it is the default. Those that need no build of their own
say why (`coverage.tsv`).

A hole that is kept, because Tokio 1.53 has it: a batch taken from the inject queue is not announced, so
a worker that blocks in a poll keeps the rest of its batch while others sleep. The test
`blocked_worker_needs_another` of `idle` must find it; `batch_is_stolen` shows that whoever searches helps.

| knob | value | checked by |
|---|---|---|
END
	while read -r knob value standard; do
		checked=$(checked_by "$knob" "$value" "$standard")
		echo "| $knob | ${value#*=} | ${checked:-NOTHING} |"
	done < <(list_values)
}

check_defects() {
	local defect
	for defect in B{1..25} HB{1..3} D{1..4}; do
		grep -rqE "\b$defect\b" --include='*.patch' --include='*.orders' --include='*.c' --include='*.tsv' \
			"$verify/controls" "$verify/exec/front/scenarios" ||
			finding "verify/controls: nothing seeds the defect $defect, and not_applicable.tsv does not say why"
	done
}

# A new control is asked on real threads as well, or says why not (verify/stress/controls.sh).
check_stressed() {
	local file name
	for file in $(grep -lE '^origin: (Blitz-IO|Tokio) ' "$verify"/controls/*.{patch,orders}) "$verify"/controls/*.c; do
		name=$(basename "${file%.*}")
		grep -q "^$name	-	tsan	" "$verify/tables/engines.tsv" ||
			finding "verify/tables/engines.tsv: nothing of $name under ThreadSanitizer; scripts/verify controls --engine tsan --only $name --record"
	done
}

check_reasons() {
	local value reason
	while IFS=$'\t' read -r value reason; do
		[[ $value != \#* ]] || continue
		[[ -n $reason ]] || finding "verify/coverage.tsv: $value has no reason"
		! grep -qE "^ \* build:.*=${value#*=}( |\$)" "$verify"/models/*.c || [[ $value == *=* ]] ||
			finding "verify/coverage.tsv: $value has a build now, take it out"
	done <"$verify/coverage.tsv"
}

if [[ $mode == --write ]]; then
	write_table >"$table"
	exit 0
fi
count_findings < <(write_table | sed -n 's/^| \([A-Z0-9_]*\) | \([A-Z0-9_]*\) | NOTHING |$/verify\/models: no build has \1=\2/p')
cmp -s <(write_table) "$table" || finding "verify/COVERAGE.md: not current; run scripts/regenerate coverage"
check_reasons
check_defects
check_stressed
finish
