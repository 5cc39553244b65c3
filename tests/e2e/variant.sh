#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: a variant from anywhere, and an arm that nobody has built, are built and compared
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

own="$work/it's @own@ folder"
mkdir "$own"
cat >"$own/my_lifo3.c" <<'TEXT'
/* my_lifo3: three LIFO slots; the oldest makes room. */
#define VARIANT_NAME "my_lifo3"
#define SCHED_LIFO_SLOTS 3
#define SCHED_LIFO_EVICT LIFO_EVICT_OLDEST
#include "sched/engine.h"
TEXT
cat >"$work/my_slip.c" <<'TEXT'
#define VARIANT_NAME "my_slip"
#define SCHED_LIFO_SLOT 3
#include "sched/engine.h"
TEXT
sed 's/my_lifo3/my_error/; s/OLDEST/OLDER/' "$own/my_lifo3.c" >"$work/my_error.c"
printf '#define VARIANT_NAME "my_nothing"\n#include "sched/engine.h"\n' >"$work/my_nothing.c"
cp "$build/arms.txt" "$work/arms.txt"
rm -f "$build"/bin/bench-my_*
trap 'cp "$work/arms.txt" "$build/arms.txt"; rm -rf "$work" "$build"/bin/bench-my_*' EXIT

small=(--workloads fan_out --param children=64 --param rounds=200 --layout-pairs 0)
other=tokio+lifo_slots=3+pop=null
expect "a dry run" 0 "$(short_run "$work/dry" --variant "$own/my_lifo3.c" "${small[@]}" --dry-run)"
[[ ! -e $build/bin/bench-my_lifo3 ]] || fail "a dry run builds"
expect "exit status" 0 "$(short_run "$work/out" --variant "$own/my_lifo3.c" \
	--arms "my_lifo3,tokio+pop=null,lifo_slots=3" --against tokio "${small[@]}")"
has "$work/out/table.txt" '^ *my_lifo3 +[0-9.]+ ' "the user's variant"
has "$work/out/table.txt" "^ *${other//+/\\+} +[0-9.]+ " "the arm by its one name"
has "$work/complained" '^building [0-9]+ program' "what is built"
[[ -x $build/bin/bench-tokio+lifo_slots.3+pop.null ]] || fail "no program of $other"
[[ ! -e $build/bin/bench-my_lifo3@1 ]] || fail "layouts are built that no row needs"

# It is known from now on.
expect "the variant again" 0 "$(short_run "$work/again" --arms my_lifo3 --against tokio "${small[@]}")"
expect "a setting on top of it" 0 "$(short_run "$work/top" --arms my_lifo3+pop=spin --against my_lifo3 \
	"${small[@]}")"

expect "a misspelt knob" 2 "$(short_run "$work/slip" --variant "$work/my_slip.c" "${small[@]}")"
has "$work/complained" 'no knob "SCHED_LIFO_SLOT"; did you mean "SCHED_LIFO_SLOTS"' "the nearest name"
expect "one that does not compile" 4 "$(short_run "$work/error" --variant "$work/my_error.c" "${small[@]}")"
has "$work/complained" 'cannot build the programs that are needed: .*my_error.c:.*LIFO_EVICT_OLDER' "the compiler's first error"
expect "one that changes nothing" 0 "$(short_run "$work/nothing" --variant "$work/my_nothing.c" \
	"${small[@]}")"
has "$work/complained" 'my_nothing has every knob as tokio has it' "that nothing is changed"
ln -s my_nothing.c "$work/my_link.c"
expect "a link to one" 0 "$(short_run "$work/link" --variant "$work/my_link.c" "${small[@]}" --dry-run)"
has "$work/said" 'my_nothing against tokio' "the arm of the file that it leads to"
expect "nonsense" 2 "$(short_run "$work/nonsense" --arms tokio+inject_shards=3 --against tokio "${small[@]}")"
has "$work/complained" 'inject_shards is a power of two, 1 to 64' "the sentence of sched/knobs.h"

# A list of arms that was spoilt stops no build.
spoil() { printf 'arm tokio+pop=\0null timed\narm tokio[;\narm %0300d timed\n' 0 >>"$build/arms.txt"; }
spoil
status=0
cmake "$build" >"$work/said" 2>"$work/complained" || status=$?
expect "a spoilt list and CMake" 0 "$status"
has "$work/complained" 'arms.txt: not all of it' "what CMake leaves out"
status=0
"$schedlab" build tokio+pop=spin >"$work/said" 2>"$work/complained" || status=$?
expect "a spoilt list and a build" 0 "$status"
has "$work/complained" 'arms.txt, line [0-9]+: neither an arm nor a preset, it is dropped' "the line"
has_not "$build/arms.txt" '\[|0000' "what was spoilt"

# A tree that was copied, with a preset that its program does not know, and that may not be written.
copy=$work/tree/${build#"$source_dir"/}
mkdir -p "$copy/bin" "$work/tree/lab"
cp -r "$source_dir/lab/suites" "$work/tree/lab"
cp -r "$source_dir/variants" "$work/tree"
cp "$schedlab" "$build/bin/bench-null" "$copy/bin"
touch "$copy/CMakeCache.txt" "$work/tree/variants/my_new.c"
build_there() { # ARM [COMMAND...]: prints the exit status
	local arm=$1 status=0
	shift
	"$@" "$copy/bin/schedlab" build "$arm" >"$work/said" 2>"$work/complained" || status=$?
	echo "$status"
}
[[ $build == "$source_dir"/* ]] || cannot "a build outside of its tree finds none when it is copied"
for arm in my_new my_new+pop=null; do
	[[ $build == "$source_dir"/* ]] || continue
	expect "a new preset, $arm" 2 "$(build_there "$arm")"
	has "$work/complained" 'my_new.c is newer than this program; build it again: cmake --build .*/tree/' "the remedy"
done
chmod -R a+rX "$work"
chmod -R a-w "$copy"
nobody=()
((EUID != 0)) || nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if ((EUID == 0)) && ! command -v setpriv >/dev/null; then
	cannot "root may write everywhere, and there is no setpriv"
else
	expect "a folder that may not be written" 4 "$(build_there tokio+pop=null "${nobody[@]}")"
	has "$work/complained" 'you may not write in .*/tree/.*; make a build folder of your own' "the remedy"
	expect "a new preset in one" 4 "$(build_there my_new "${nobody[@]}")"
	status=0
	"${nobody[@]}" "$copy/bin/schedlab" run --arms tokio+pop=null --against tokio --dry-run \
		>"$work/said" 2>"$work/complained" || status=$?
	expect "a run there" 4 "$status"
	has "$work/complained" 'tokio\+pop=null is not built, and cannot be built here' "what is not built"
fi
chmod -R u+w "$copy"

# What is counted by callgrind is named alike.
counted=0
"$source_dir/scripts/counts" --build "$build" --arms "my_lifo3,$other" --cells fan_out \
	--out "$work/counts.json" >"$work/said" 2>"$work/complained" || counted=$?
if [[ $counted == 77 ]]; then
	cannot "$(head -n 1 "$work/complained")"
else
	expect "exit status of the counts" 0 "$counted"
	has "$work/counts.json" "\"arm\": *\"${other//+/\\+}\"" "the arm in the counts"
fi
finish
