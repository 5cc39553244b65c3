#!/bin/bash -p
# SPDX-License-Identifier: MIT
# no_metrics.sh ROOT [CC] - the timed build has no hot-path metrics: with every use of a metric
# of the classes COUNTING and EXPOSURE (metrics.h) removed from the text of the engine, the code
# of the object is the same byte for byte; the counting build's differs.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
compiler=${2:-cc}
command -v objcopy >/dev/null || skip_lint "there is no objcopy"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/plain" "$work/stripped"
cp -RL "$root/sched" "$root/variants" "$work/plain"
cp -RL "$root/sched" "$root/variants" "$work/stripped"

# A use is a statement of its own, which may be the only one of an if, or the value COUNTED.
names=$(grep -oE '\bX\([a-z_]+, (COUNTING|EXPOSURE)\b' "$root/sched/metrics.h" | sed -E 's/X\(([a-z_]+),.*/\1/' | paste -sd '|')
[[ -n $names ]] || finding "$root/sched/metrics.h: there is no metric of the hot path"
for file in "$work"/stripped/sched/*.h; do
	[[ ${file##*/} != metrics.h ]] || continue
	sed -E -i "s/\bCOUNTED\([^;]*, ($names)\)/0/; s/\bCOUNT(_[A-Z]+)?\([^;]*, ($names), [^;]*\);/((void)0);/" "$file"
done
! grep -nE "\bCOUNT[A-Z_]*\(.*\b($names)\b" "$work"/stripped/sched/*.h | grep -v 'metrics\.h:' || finding "a use of a metric was not removed"

# code SOURCE_TREE VARIANT OUTPUT FLAGS...: the object's code, all text sections.
# Debug levels and file names stay out, so that only code can differ.
code() {
	local tree=$1 variant=$2 output=$3
	shift 3
	(cd "$tree" && "$compiler" -std=gnu17 -O3 -fno-omit-frame-pointer -D_GNU_SOURCE -DSCHED_ISA='"x"' -I. "$@" \
		-c "variants/$variant.c" -o "$output.o")
	objdump -dr --no-show-raw-insn "$output.o" | sed '/file format/d' >"$output.s"
	objcopy -O binary -j .text -j '.text.*' "$output.o" "$output"
}

compared=0
for variant in tokio tokio_lean blitz_doc; do
	[[ -f $root/variants/$variant.c ]] || continue
	compared=$((compared + 1))
	code "$work/plain" "$variant" "$work/timed" -DSCHED_COUNTING=0
	code "$work/stripped" "$variant" "$work/without" -DSCHED_COUNTING=0
	code "$work/plain" "$variant" "$work/counting" -DSCHED_COUNTING=1
	if ! cmp -s "$work/timed" "$work/without" || ! cmp -s "$work/timed.s" "$work/without.s"; then
		finding "variants/$variant.c: the timed build's code depends on hot-path metrics"
	fi
	! cmp -s "$work/timed" "$work/counting" ||
		finding "variants/$variant.c: the counting build counts nothing"
done
((compared > 0)) || finding "$root/variants: none of the variants that are compared"
finish
