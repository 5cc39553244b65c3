#!/bin/bash -p
# SPDX-License-Identifier: MIT
# check.sh FOLDER - every rule of rules.tsv has its test and its slip, every test its rule.
set -euo pipefail
folder=$1
findings=$(
	cd "$folder"
	awk -F '\t' '!/^#/ {
		if (NF != 7 || $6 == $7)
			print "rules.tsv: " $1 ": has not its columns: rule, source, program, file, function, from, to"
		for (i = 1; i < 8; i++)
			if ($i == "") print "rules.tsv: " $1 ": a column is empty"
		if (seen[$1]++ == 1)
			print "rules.tsv: " $1 " stands twice"
	}' rules.tsv
	listed() { awk -F '\t' '!/^#/ { sub(/[.].*/, "", $1); print $3 " " $1 }' rules.tsv | sort -u; }
	tested() { grep -o 'RULE([^)]*)' policy_*.c | sed 's/\.c:RULE(\(.*\))/ \1/' | sort -u; }
	comm -23 <(listed) <(tested) | sed 's/^\([^ ]*\) \(.*\)/rules.tsv: \2: no such test in \1.c/'
	comm -13 <(listed) <(tested) | sed 's/^\([^ ]*\) \(.*\)/\1.c: \2 is no rule of rules.tsv/'
)
[[ -z $findings ]] || { printf '%s\n' "$findings"; exit 1; }
