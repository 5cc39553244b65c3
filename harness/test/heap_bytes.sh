#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a row has live_bytes where the heap can be counted, and else the reason, never 0
#
# heap_bytes.sh LIBC_PROGRAM SLAB_PROGRAM ...: the first gets its tasks from malloc, the others
# from an allocator of their own.
set -uo pipefail
counted=$1
shift
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# live PROGRAM: the row of a small block
live() {
	"$1" --run live_tasks --workers 1 --param tasks=1000 --blocks 2 --iterations 2 ||
		fail "$1 ended with status $?"
}

# has_reason ROW REASON WHAT
has_reason() {
	[[ $1 != *live_bytes* ]] || fail "$3 has live_bytes: $1"
	[[ $1 == *"\"heap_unknown\":\"$2"* ]] || fail "$3 does not say $2: $1"
}

for program in "$counted" "$@"; do
	[[ -x $program ]] || { echo "skipped: $program is not built" && exit 77; }
done
row=$(live "$counted")
[[ $row =~ \"live_bytes\":\{\"value\":[1-9] ]] || fail "$counted has no live_bytes: $row"
[[ $row != *heap_unknown* ]] || fail "$counted does not know its heap: $row"
for program; do
	has_reason "$(live "$program")" "the arm's own allocator" "$program"
done
skipped=77
for library in /usr/lib/*/libmimalloc.so /usr/lib64/libmimalloc.so; do
	[[ -e $library ]] || continue
	skipped=0
	has_reason "$(LD_PRELOAD=$library live "$counted")" "malloc is not glibc's" "$library"
done
((failures == 0)) || exit 1
((skipped == 0)) || echo "skipped: there is no libmimalloc to put in malloc's place"
exit "$skipped"
