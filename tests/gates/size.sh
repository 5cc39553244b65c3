#!/bin/bash -p
# SPDX-License-Identifier: MIT
# size.sh ROOT - functions of at most 70 lines, files of at most 600.
# shellcheck source=tests/gates/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

max_function=70
max_file=600

while IFS= read -r file; do
	count_findings < <(awk -v file="$file" -v most="$max_function" '
	/^\{/ { start = NR; next }
	/^\}/ {
		if (start && $0 !~ /^\}.*;/ && NR - start + 1 > most)
			printf "%s:%d: function of %d lines, at most %d\n", file, start, NR - start + 1, most
		start = 0
	}' "$file")
	lines=$(wc -l <"$file")
	((lines <= max_file)) || finding "$file:$lines: file of $lines lines, at most $max_file"
done < <(sources_of "$1" sched workloads variants harness lab tests/unit tests/stress tests/workloads tests/support)
finish
