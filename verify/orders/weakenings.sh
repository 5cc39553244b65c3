#!/bin/bash -p
# SPDX-License-Identifier: MIT
# weakenings.sh ROOT - every way to weaken an ordered access of sched/ by one step, one a line:
# SITE PLACE FROM TO, with tabs.
#
# A site is FILE:FUNCTION:OPERATION, with #2 and so on where a function has the operation more than
# once: it does not rot when lines move.  A place is FILE:LINE, which is what SCHED_ORDERS takes.
# An access is what stands in front of the order in at_OPERATION_ORDER.
#
# A seq_cst access is also weakened by two steps, because the engines cannot tell the first from
# none (README.md).  The order of a failing compare and swap goes down with the other, never alone:
# that is the same code on all targets.  `load`: a read-modify-write that only reads; `store`: a
# swap that only writes, where nobody wants the value.
set -euo pipefail
unset CDPATH
export LC_ALL=C

cd "$1"
mapfile -t files < <(find sched -name '*.[ch]' -not -name atomics.h | sort)
awk '
BEGIN {
	OFS = "\t"
	weaker["acquire"] = weaker["release"] = "relaxed"
	weaker["acq_rel"] = "acquire release"
	weaker["seq_cst"] = "acq_rel acquire release"
}
FNR == 1 { name = "" }
# A definition begins in the first column; its name stands before the first parenthesis.
/^[a-z]/ && match($0, /[a-z_0-9]+\(/) && !/;/ { name = substr($0, RSTART, RLENGTH - 1) }
{
	code = $0
	gsub(/\/\*.*/, "", code)
	if (code ~ /^ \*/ || !match(code, /at_[a-z_]+_(acquire|release|acq_rel|seq_cst)\(/)) next
	operation = substr(code, RSTART, RLENGTH - 1)
	is_statement = code ~ /^[ \t]+at_/
	match(operation, /(acquire|release|acq_rel|seq_cst)$/)
	order = substr(operation, RSTART)
	site = FILENAME ":" name ":" operation
	if (++times[site] > 1) site = site "#" times[site]
	list = weaker[order]
	if (operation ~ /_load_/ && order == "seq_cst") list = "acquire relaxed"
	if (operation ~ /_store_/ && order == "seq_cst") list = "release relaxed"
	if (operation ~ /_(fetch|swap)_/) list = list " load"
	if (operation ~ /_swap_/ && is_statement) list = list " store"
	count = split(list, each, " ")
	for (i = 1; i <= count; i++)
		print site, FILENAME ":" FNR, order, each[i]
}' "${files[@]}"
