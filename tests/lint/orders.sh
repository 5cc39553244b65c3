#!/bin/bash -p
# SPDX-License-Identifier: MIT
# orders.sh ROOT - every at_* access stronger than relaxed carries `pairs: TAG` (on
# the lines of its statement, or on the line before), and every TAG has both an
# acquiring and a releasing side somewhere, all on one atomic: the last member's name, or that of
# the variable or function where there is no member.
#
# Weakness: fields of two structs that have one name are one atomic here.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

mapfile -t files < <(sources_of "$1" sched workloads | grep -v '/sched/atomics\.h$')
((${#files[@]} > 0)) || { finding "$1: no sources in sched workloads"; finish; }

# TAG NAME ATOMIC: under TAG, NAME is the ATOMIC all the same.
#   ST1: the functions of task_state.h get the address of a task's state as `word`.
readonly aliases="ST1 word state"

count_findings < <(awk -v aliases="$aliases" '
BEGIN {
	n = split(aliases, alias_lines, "\n")
	for (i = 1; i <= n; i++) {
		split(alias_lines[i], part, " ")
		alias[part[1], part[2]] = part[3]; unused[part[1]] = part[2]
	}
}
function sides(op) { # 1 acquires, 2 releases, 3 both
	if (op ~ /acq_rel$/) return 3
	if (op ~ /seq_cst$/) return op ~ /_load_/ ? 1 : 3
	if (op ~ /acquire$/) return 1
	return 2
}
function atomic_of(code,   depth, i, c) { # of the first argument
	for (i = 1; i <= length(code); i++) {
		c = substr(code, i, 1)
		if (c == "(") depth++
		if (c == ")") depth--
		if (depth < 0 || (c == "," && !depth)) break
	}
	code = substr(code, 1, i - 1)
	gsub(/[[][^]]*[]]/, "", code) # an index
	sub(/[(].*/, "", code) # a function: its name
	sub(/.*(->|[.]|&)/, "", code)
	return code
}
function stands_on(tag, atomic,   where_now) {
	where_now = file ":" op_line
	if ((tag, atomic) in alias) {
		if (tag in unused && unused[tag] == atomic) delete unused[tag]
		atomic = alias[tag, atomic]
	}
	if (tag in atomic_first && atomic_first[tag] != atomic)
		printf "%s: tag %s is on %s, and on %s in %s\n", where_now, tag, atomic, atomic_first[tag], where[tag]
	else
		atomic_first[tag] = atomic
}
function settle(   n, list, i) { # the statement has ended
	if (op_side && tags == "") {
		printf "%s:%d: %s without `pairs: TAG`\n", file, op_line, op_name
	} else if (op_side) {
		n = split(tags, list, " ")
		for (i = 1; i <= n; i++) {
			side[list[i]] = or_(side[list[i]], op_side)
			where[list[i]] = where[list[i]] ? where[list[i]] : file ":" op_line
			stands_on(list[i], op_atomic)
		}
	}
	op_side = 0; tags = ""
}
function or_(a, b) { return (a == 3 || b == 3 || (a && b && a != b)) ? 3 : (a ? a : b) }
FNR == 1 { if (NR > 1) settle(); file = FILENAME; held = ""; open = 0 }
{
	line = $0; found = ""
	if (match(line, /pairs: *[A-Z][A-Z0-9]*(, *[A-Z][A-Z0-9]*)*/)) {
		found = substr(line, RSTART + 6, RLENGTH - 6); gsub(/[,]/, " ", found)
	}
	code = line; gsub(/\/\*.*\*\//, "", code)
	is_comment = code ~ /^[ \t]*(\/?\*.*)?$/
	if (is_comment && !open) { if (found != "") held = held " " found; next }
	if (match(code, /at_[a-z_]+_(acquire|release|acq_rel|seq_cst)\(/)) {
		if (op_side && done) settle()
		op_name = substr(code, RSTART, RLENGTH - 1)
		op_atomic = atomic_of(substr(code, RSTART + RLENGTH))
		op_side = sides(op_name); op_line = FNR; tags = held; held = ""; open = 1; done = 0
	}
	if (found != "") tags = tags " " found
	if (open && code ~ /[;{]|\)[ \t]*$/) {
		# `if (at_...(x))` ends on its own line, other statements with ; or {
		settle(); open = 0
	}
	if (!open) held = ""
}
END {
	settle()
	for (tag in unused)
		if (tag in side)
			printf "%s: tag %s is nowhere on %s: orders.sh lists it for nothing\n", where[tag], tag, unused[tag]
	for (tag in side)
		if (side[tag] != 3)
			printf "%s: tag %s has only a side that %s\n", where[tag], tag, side[tag] == 1 ? "acquires" : "releases"
}' "${files[@]}" | sort -u)
finish
