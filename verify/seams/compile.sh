#!/bin/bash -p
# SPDX-License-Identifier: MIT
# compile.sh ROOT - every source of sched/, every preset and every arm of tests/arms compiles unchanged as a
# checked build, with gcc and with clang; what it calls beside itself is mc.h and the
# table of orders.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../tests/lint/lib.sh"

root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags=(-std=gnu17 -Wall -Wextra -Wpedantic -Wshadow -Wcast-qual -Wwrite-strings -Wundef -Werror
	-D_GNU_SOURCE -DSCHED_ISA='"any"' -DSCHED_CHECKED=1 -DSLAB_PLAIN=1 -DSCHED_TINY=1 -DSCHED_DEBUG=1
	-I"$root" -I"$root/verify")
# No libc either, but for what the compiler itself may call, and write for sched_dump.
allowed='^(mc_|seam_|sched_|slab_|memcpy$|memset$|memmove$|memcmp$|strlen$|write$|__stack_chk_fail$|_GLOBAL_OFFSET_TABLE_$)'

check_object() {
	local symbol
	while read -r symbol; do
		finding "$2: a checked build with $1 calls $symbol"
	done < <(nm -u "$work/object.o" | awk '{ print $2 }' | grep -Ev "$allowed")
}

# An object only where the code differs most; elsewhere the syntax has to do.
try() {
	local compiler=$1 source=$2 name=${2#"$root"/} errors
	case $name in
	variants/null.c) return ;; # no engine of sched/ in it
	sched/* | variants/tokio.c | variants/blitz_doc.c | */pairs01.c)
		set -- -O1 -c -o "$work/object.o" ;;
	*) set -- -fsyntax-only ;;
	esac
	if ! errors=$("$compiler" "${flags[@]}" "$@" "$source" 2>&1); then
		finding "$name: no checked build with $compiler: $(grep -m1 -E 'error|warning' <<<"$errors")"
	elif [[ $1 != -fsyntax-only ]]; then
		check_object "$compiler" "$name"
	fi
}

command -v nm >/dev/null || skip_lint "there is no nm; install binutils"
compilers=0
for compiler in gcc clang; do
	command -v "$compiler" >/dev/null || continue
	compilers=$((compilers + 1))
	while IFS= read -r source; do
		try "$compiler" "$source"
	done < <(printf '%s\n' "$root/sched/slab.c" "$root/sched/oneshot.c" && arm_sources "$root" "$work")
done
((compilers > 0)) || skip_lint "there is neither gcc nor clang"
finish
