#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: the layouts of a program differ in where functions lie, and in nothing else.
#
# layouts.sh PROGRAM [lto]: PROGRAM, PROGRAM@1, PROGRAM@2 and PROGRAM@3.  Disassembles each,
# takes addresses and displacements out, and compares what is left of every function.
# lto: the link compiles, and may decide otherwise; bodies are not compared.
set -uo pipefail
program=$1
lto=${2:-}
export LC_ALL=C
command -v objdump >/dev/null || { echo "skipped: there is no objdump; install binutils"; exit 77; }
[[ $(uname -m) == x86_64 ]] || { echo "skipped: knows x86-64 code only"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# name and body of each function, one a line, sorted; without fill, behind it or before a loop in
# it: a compiler may align loops where that takes few bytes.
bodies() {
	objdump -d --no-show-raw-insn -j .text "$1" | awk '
	function tell(   i, text) {
		for (i = 1; i <= count; i++) text = text ";" body[i]
		if (name != "" && name !~ /^layout_[0-9]_pad_/) print name, text
		count = 0
	}
	/^[0-9a-f]+ <.*>:$/ { tell(); name = $2; gsub(/[<>:]/, "", name); next }
	name != "" && /^ +[0-9a-f]+:/ {
		sub(/^ +[0-9a-f]+:[ \t]*/, "")
		gsub(/-?0x[0-9a-f]+\(%rip\).*/, "(%rip)") # data, by where it is
		if (/^(data16 |cs )*(nop[wl]?|xchg +%ax,%ax|int3)/) next
		if (/^(bnd )?(j[a-z]+|call)/) gsub(/[0-9a-f]+ <|\+0x[0-9a-f]+>/, "<")
		body[++count] = $0
	}
	END { tell() }' | sort
}

# "address name" of the functions of the harness with external linkage
functions() { nm "$1" | sed -En 's/^0*([0-9a-f]+) T ((sample|blocks|counters|pin|row|options|totals)_[a-z_]+)$/\1 \2/p' | sort; }

description() { "$1" --describe | sed -E 's/"layout":[0-9]+,"layout_made_of":"[^"]*",?//'; }

made_of() { "$1" --describe | sed -En "s/.*\"layout\":$2,\"layout_made_of\":\"([^\"]*)\".*/\1/p"; }

# order FILE: names by address
order() { sort "$1" | cut -d ' ' -f 2; }

check_alignment() {
	local address name
	while read -r address name; do
		((0x$address % $2 == 0)) || fail "$1: $name is not aligned to $2"
	done <"$1.functions"
}

check_padding() {
	local bytes
	bytes=$(nm -n "$program@$1" | awk '/ T layout_[0-9]_pad_/ { pads++ } END { print pads + 0 }')
	[[ $bytes == 6 ]] || fail "layout $1 has $bytes paddings, expected 6"
}

check_layout() {
	local layout=$1 text
	text=$(made_of "$program@$layout" "$layout")
	[[ $text == "link order seed $layout, "*" bytes of padding" ]] || fail "layout $layout says '$text'"
	[[ $(description "$program@$layout") == "$(description "$program")" ]] ||
		fail "layout $layout describes another arm"
	functions "$program@$layout" >"$work/$layout.functions"
	cmp -s <(order "$work/0.functions") <(order "$work/$layout.functions") &&
		fail "layout $layout has the functions in the order of layout 0"
	comm -12 "$work/0.functions" "$work/$layout.functions" >"$work/in_place"
	((4 * $(wc -l <"$work/in_place") <= $(wc -l <"$work/0.functions"))) ||
		fail "layout $layout: more than a quarter of the functions lies where it lay"
	check_padding "$layout"
	[[ -z $lto ]] || return
	bodies "$program@$layout" >"$work/$layout"
	diff "$work/0" "$work/$layout" >"$work/diff" ||
		fail "layout $layout: other code: $(cut -c 1-200 "$work/diff" | head -n 4)"
}

[[ -n $(made_of "$program" 0) ]] || fail "the program does not say that it is layout 0"
functions "$program" >"$work/0.functions"
(($(wc -l <"$work/0.functions") > 20)) || fail "hardly any functions found; look at nm's output"
bodies "$program" >"$work/0"
(($(wc -l <"$work/0") > 100)) || fail "hardly any code found; look at objdump's output"
for layout in 1 2 3; do
	check_layout "$layout"
done
check_alignment "$work/1" 32
check_alignment "$work/2" 64
((failures == 0))
