#!/bin/bash -p
# SPDX-License-Identifier: MIT
# indirect.sh ROOT [CC] - no indirect call on a scheduler hot path: in each variant's
# object at -O2 the only calls through a pointer are a task's poll, drop and
# drop_output, the hooks of a worker's life, and block_on's poll function.
#
# What a call goes through is read off its operand: 0x8(%rax) is the
# member at offset 8 of something.  Allowed offsets are those of the members above, in
# struct sched_task_ops and struct sched_config; `null` has no engine and is not looked
# at.  Weakness: another struct with a function pointer at the same offset passes, so
# the number of sites is limited as well.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
compiler=${2:-cc}
most=${3:-40} # sites per object: inlined copies of poll, drop, drop_output
command -v objdump >/dev/null || skip_lint "there is no objdump"
[[ $("$compiler" -dM -E -x c /dev/null) == *"__x86_64__ 1"* ]] || skip_lint "knows x86-64 code only"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# name +8 poll, +16 drop, +24 drop_output in sched_task_ops; on_worker_start and
# on_worker_stop lie at +16 and +24 of the config.
allowed='0x(8|10|18)\(%r[a-z0-9]+\)'

# FUNCTION and what each indirect call in it goes through.  A register stands for the
# loads into it in that function, anywhere: the one that is allowed, if there is one.
trace_sites() {
	awk -v allowed="^$allowed\$" '
	function tell(   i, register) {
		for (i = 1; i <= sites; i++) {
			register = substr(site[i], 2)
			print fn, site[i] ~ /^%/ && register in loaded ? loaded[register] : site[i]
		}
		sites = 0; delete loaded
	}
	/^[0-9a-f]+ <.*>:$/ { tell(); fn = $2; gsub(/[<>:]/, "", fn) }
	/mov +(-?0x[0-9a-f]+)?\(%r[a-z0-9]+\),%r[a-z0-9]+/ {
		split($NF, part, /,%/)
		if (!(part[2] in loaded) || part[1] ~ allowed) loaded[part[2]] = part[1]
	}
	/(call|jmp) +\*/ { site[++sites] = $NF; sub(/^\*/, "", site[sites]) }
	END { tell() }' "$1"
}

while IFS= read -r source; do
	name=$(basename "$source" .c)
	[[ $name != null ]] || continue
	# a jump through a switch's table would look like a call
	"$compiler" -std=gnu17 -O2 -fno-jump-tables -D_GNU_SOURCE -DSCHED_ISA='"x86-64"' -I"$root" -c "$source" -o "$work/$name.o" || {
		finding "$source: does not compile"
		continue
	}
	objdump -d --no-show-raw-insn "$work/$name.o" >"$work/$name.s"
	trace_sites "$work/$name.s" >"$work/$name.sites"
	# block_on calls the function it was given, out of a register or its frame
	grep -vE "^(sched_block_on|sched_block_on_join|worker_main|owned_list_close[a-z._0-9]*) " "$work/$name.sites" |
		grep -vE " $allowed\$" >"$work/$name.bad" || true
	while read -r function operand; do
		finding "$source: indirect call $operand in $function"
	done <"$work/$name.bad"
	sites=$(wc -l <"$work/$name.sites")
	((sites > 0 && sites <= most)) || finding "$source: $sites indirect calls, expected 1 to $most"
done < <(arm_sources "$root" "$work")
need_sources "$root" variants
finish
