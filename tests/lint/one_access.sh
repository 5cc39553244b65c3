#!/bin/bash -p
# SPDX-License-Identifier: MIT
# one_access.sh ROOT - at most one at_* access in a full expression, so that no two
# shared accesses are unsequenced.  Heuristic: expressions end at ; { } and at the
# two semicolons of a for.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

while IFS= read -r file; do
	count_findings < <(strip_comments "$file" | awk -v file="$file" '
	/^[ \t]*#/ { macro = /\\$/; next }
	macro { macro = /\\$/; next }
	{
		line = $0
		while (length(line)) {
			cut = match(line, /[;{}]|\)[ \t]*$/) ? RSTART : 0
			part = cut ? substr(line, 1, cut) : line
			line = cut ? substr(line, cut + 1) : ""
			text = part
			while (match(text, /(^|[^A-Za-z0-9_])at_(load|store|swap|fetch|cas)_[a-z_]*\(/)) {
				if (++accesses == 2)
					printf "%s:%d: two at_* accesses in one expression\n", file, NR
				text = substr(text, RSTART + RLENGTH)
			}
			if (part ~ /[;{}]$/) accesses = 0
			# the condition of an if, while or for stands for itself
			if (part ~ /\)[ \t]*$/ && part ~ /(if|while|for|switch) \(/) accesses = 0
		}
	}')
done < <(sources_of "$1" sched workloads variants | grep -v '/sched/atomics\.h$')
need_sources "$1" sched workloads variants
finish
