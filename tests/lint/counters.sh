#!/bin/bash -p
# SPDX-License-Identifier: MIT
# counters.sh ROOT - each line of sched/ that counts has a slip in tests/policy/rules.tsv that
# counts otherwise, and each counter of sched/metrics.h is counted somewhere.
#
# Such a slip is red in its test only if that test looks at the exact value.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

rules=$1/tests/policy/rules.tsv
metrics=$1/sched/metrics.h
[[ -f $rules && -f $metrics ]] || skip_lint "no rules.tsv or no metrics.h below $1"
mapfile -t files < <(sources_of "$1" sched | grep -v '/metrics\.h$')

count_findings < <(awk -v rules="$rules" -v metrics="$metrics" '
function names(text, name) { return (" " text " ") ~ "[^a-z_]" name "[^a-z_]" }
function has_slip(file, line, name,   i) {
	for (i = 1; i <= slips; i++)
		if (slip_file[i] == file && index(line, from[i]) && names(from[i], name) && names(to[i], name))
			return 1
	return 0
}
BEGIN { FS = "\t" }
FILENAME == rules {
	if ($0 !~ /^#/) {
		slip_file[++slips] = $4; from[slips] = $6; to[slips] = $7
	}
	next
}
FILENAME == metrics {
	line = $0
	if (line ~ /^#define METRICS_/)
		is_plain = line ~ /METRICS_RUNTIME/ # counted where they are, without a macro
	while (match(line, /X\([a-z_]+, [A-Z]+[,)]/)) {
		name = substr(line, RSTART + 2, RLENGTH - 2)
		sub(/,.*/, "", name)
		counter[name] = FNR
		plain[name] = is_plain
		line = substr(line, RSTART + RLENGTH)
	}
	next
}
/^#/ { next }
{
	for (name in counter) {
		if ($0 !~ "COUNT(_[A-Z]+)?\\(.*, " name "," &&
		    !(plain[name] && $0 ~ "((->|[.])" name "([+][+]| [+]=)|at_fetch_add_[a-z]+\\(.*(->|[.])" name ",)"))
			continue
		counted[name] = 1
		base = FILENAME; sub(/.*\//, "", base)
		if (!has_slip(base, $0, name))
			printf "%s:%d: no slip of tests/policy/rules.tsv counts %s otherwise\n", FILENAME, FNR, name
	}
}
END {
	for (name in counter)
		if (!counted[name])
			printf "%s:%d: nothing counts %s\n", metrics, counter[name], name
}' "$rules" "$metrics" "${files[@]}" | sort)
finish
