#!/bin/bash -p
# SPDX-License-Identifier: MIT
# determinism.sh ROOT LIBRARY - the same seeds give the same trace hashes with gcc and
# clang, at -O0 and -O2, on each coroutine back end, and again in the same program.
# LIBRARY is boost.context, or empty where there is none.
set -euo pipefail

root=$1
library=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags=(-std=gnu17 -w -D_GNU_SOURCE -DSCHED_CHECKED=1 -DSLAB_PLAIN=1 -DSCHED_TINY=1 -DSCHED_DEBUG=1
	'-DSCHED_ISA="any"' '-DEXEC_VARIANT="variants/blitz_doc.c"' -ffp-contract=off
	"-ffile-prefix-map=$root/=" "-I$root" "-I$root/verify")
programs=(--workload fan_out --workload rendezvous --workload exactly_once --workload shutdown_wake)
how=(--hashes --seeds 20 --faults "spurious=100000,late=100000,cas=100000,stalls=1000+100")

sources() {
	printf '%s\n' "$root"/verify/exec/{engine,search,front,front/scenarios}/*.c "$root"/workloads/*.c \
		"$root"/base/streams.c "$root"/verify/orders.c "$root"/verify/seams/check.c "$root"/sched/oneshot.c "$root"/sched/slab.c |
		grep -v '/coroutine_[a-z]*\.c$'
}

# build COMPILER LEVEL BACKEND
build() {
	local compiler=$1 level=$2 back_end=$3 libraries=()
	[[ $back_end == ucontext ]] || libraries=("$library")
	mapfile -t files < <(sources)
	"$compiler" "${flags[@]}" "$level" "${files[@]}" "$root/verify/exec/engine/coroutine_$back_end.c" \
		-o "$work/program" "${libraries[@]}" -lpthread
}

# check COMPILER LEVEL BACKEND: the first one is what the others are held against
check() {
	build "$@"
	"$work/program" "${programs[@]}" "${how[@]}" >"$work/now"
	"$work/program" "${programs[@]}" "${how[@]}" --strategy pct:3 >>"$work/now"
	[[ -s $work/now ]] || { echo "FAILED: $* says nothing"; exit 1; }
	[[ -e $work/first ]] || cp "$work/now" "$work/first"
	if ! diff "$work/first" "$work/now" >"$work/diff"; then
		echo "FAILED: $* differs; the first lines of the difference:"
		head -n 6 "$work/diff"
		exit 1
	fi
	echo "$*: $(wc -l <"$work/now") executions, the same hashes"
}

compilers=()
for compiler in gcc clang; do
	if command -v "$compiler" >/dev/null; then compilers+=("$compiler"); fi
done
((${#compilers[@]} > 0)) || { echo "skipped: there is neither gcc nor clang"; exit 77; }
fast=ucontext
[[ -z $library ]] || fast=fcontext
for compiler in "${compilers[@]}"; do
	check "$compiler" -O0 ucontext
	check "$compiler" -O2 "$fast"
done
