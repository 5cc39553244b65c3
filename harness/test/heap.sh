#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: programs that differ by name or setting allocate alike before they are measured,
# and --heap moves what they allocate.
#
# heap.sh HEAP_LOG_LIBRARY PROGRAM OTHER ...: each OTHER asks malloc for what PROGRAM asks for,
# call by call, until it is ready: exactly before the first thread is made, and behind that in
# sizes that malloc rounds up to the same (the name of an arm is printed).
set -uo pipefail
library=$1 program=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# record FILE PROGRAM STEP: what it allocates, and its row
record() {
	LD_PRELOAD="$library" HEAP_LOG="$1" "$2" --run yield_many --workers 2 --lockstep --heap "$3" \
		</dev/null >"$1.out" || fail "$2 --heap $3 ended with status $?"
	grep -q runtime "$1" || fail "$2 --heap $3 made no thread before it was ready"
	grep -q "\"heap\":$3[,}]" "$1.out" || fail "the row of $2 does not say --heap $3"
}

# asked FILE: call and size; what is freed last of all is freed in the order of a random hash
asked() {
	awk '$1 == "runtime" { threads++ }
	threads && $1 == "free" { next }
	threads && $2 > 0 { $2 = int(($2 + 23) / 16); if ($2 < 2) $2 = 2 }
	{ print $1, $2 }' "$1"
}

# moved FILE FILE BYTES: of what is allocated before the first thread is made, how many per
# cent lie that much further on in their page
moved() {
	paste -d' ' "$1" "$2" | awk -v by="$3" '$1 == "runtime" { exit }
	$1 == "free" { next }
	{ all++; moved += (substr($6, 2) - substr($3, 2) + 4096) % 4096 == by }
	END { print all ? int(100 * moved / all) : 0 }'
}

for other in "$program" "$@"; do
	[[ -x $other ]] || { echo "skipped: $other is not built" && exit 77; }
done
record "$work/first" "$program" 0
asked "$work/first" >"$work/expected"
for other; do
	record "$work/other" "$other" 0
	asked "$work/other" >"$work/found"
	diff "$work/expected" "$work/found" >"$work/differ" ||
		fail "$other allocates otherwise than $program: $(head -5 "$work/differ")"
done
for step in 16 112; do
	record "$work/moved" "$program" "$step"
	percent=$(moved "$work/first" "$work/moved" "$step")
	((percent >= 75)) || fail "--heap $step moved $percent % of what $program allocates"
done
((failures == 0))
