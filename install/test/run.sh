#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: an installed lab has all it needs: it builds what it runs, and runs what is there where it cannot
# shellcheck source=install/test/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"
for tool in cmake ninja cc c++; do
	command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
cd "$work" || exit 1

# What an earlier version left behind is gone, it would be built.
mkdir -p "$prefix/share/schedlab/src/variants"
touch "$prefix/share/schedlab/src/variants/gone.c"
install_it
[[ ! -e $prefix/share/schedlab/src/variants/gone.c ]] || fail "a source of an earlier version is still there"
expect "--version" "$("$build/bin/schedlab" --version)" "$("$schedlab" --version)"
expect "-V, lines" 3 "$("$schedlab" -V | wc -l)"
says "arms in $prefix/libexec/schedlab" 0 "$schedlab" list
says '^lifo ' 0 "$schedlab" validate --list

# shellcheck disable=SC2317 # called by says
# tiny OPTION...: as short as a run can be
tiny() {
	"$schedlab" run --arms tokio --against null --workloads spawn_local --workers 1 --pairs 1 \
		--blocks 2 --block-ms 2 --progress none "$@"
}
says ' 1 pair,' 0 tiny --dry-run
[[ ! -e $XDG_CACHE_HOME ]] || fail "a dry run has built something"
says '^results: ' 0 tiny --out "$work/first"
! grep -q '^next: scripts/' "$work/said" || fail "it says to type a script, and none is installed"
grep -q 'preparing to build' "$work/said" || fail "the first run does not say that it prepares"
programs=$(echo "$XDG_CACHE_HOME"/schedlab/*-*/bin)
[[ -x $programs/bench-tokio ]] || fail "the run built no $programs/bench-tokio"
says "arms in $programs" 0 "$schedlab" list

# Whoever compares the two is told the same: all that the programs are made of was installed.
fact() { "$2" --describe | grep -o "\"$1\": *\"[^\"]*\""; }
expect "the hash of the sources" "$(fact sources "$build/bin/bench-null")" "$(fact sources "$programs/bench-tokio")"
expect "the commit" "\"commit\":\"$(sed -n 's/^commit //p' "$prefix/share/schedlab/src/identity.txt")\"" \
	"$(fact commit "$programs/bench-tokio" | tr -d ' ')"

says '^results: ' 0 tiny --out "$work/second"
! grep -q 'preparing to build' "$work/said" || fail "the second run prepares again"

# A peer that the cache cannot make is left out, with the reason that its build gave.
if "$schedlab" list peers | grep -q '^tokio-bare '; then
	says '^schedlab: tokio-bare .*left out: it is switched off' 0 "$schedlab" build tokio-bare
fi

# as_is WHY COMMAND...: one line says it, and what is there runs
as_is() {
	local why=$1
	shift
	says "^nothing is built, programs are taken as they are: $why" 0 "$@"
	expect "$*: lines about it" 1 "$(grep -cE 'cmake|compiler|buil' "$work/said")"
}
mkdir "$work/tools"
ln -s "$(command -v env)" "$work/tools/"
as_is 'there is no cmake on PATH$' env PATH="$work/tools" "$schedlab" run --arms tokio --against null \
	--workloads spawn_local --workers 1 --pairs 1 --blocks 2 --block-ms 2 --progress none --out "$work/third"
ln -s "$(command -v cmake)" "$(command -v ninja)" "$work/tools/"
as_is 'there is no C compiler on PATH$' env PATH="$work/tools" "$schedlab" run --arms null --against null \
	--workloads spawn_local --workers 1 --dry-run
as_is 'cannot write in /proc/' env -u XDG_CACHE_HOME HOME=/proc "$schedlab" run --arms null --against null \
	--workloads spawn_local --workers 1 --pairs 1 --blocks 2 --block-ms 2 --progress none --out "$work/fourth"
# shellcheck disable=SC2016 # it is a pattern
says 'nothing can be built here: neither \$XDG_CACHE_HOME nor \$HOME' 4 \
	env -u XDG_CACHE_HOME -u HOME "$schedlab" build tokio
finish
