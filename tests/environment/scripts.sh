#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: what a person has set reaches no script but for what is listed, and not its numbers
#
# scripts.sh SOURCE
set -uo pipefail
source_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# A script as those of scripts/ are: the same first lines, then what it got.
mkdir -p "$work/tree/scripts"
cp "$source_dir"/scripts/{lib.sh,environment.sh,environment.tsv} "$work/tree/scripts"
cat >"$work/tree/scripts/tell" <<'END'
#!/bin/bash -p
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
env -0 | tr '\n\0' ' \n' >"$1/environment"
printf '%s\n' "$root" >"$1/root"
printf '%s|' "${@:2}" >"$1/arguments"
awk 'BEGIN { printf "%.2f\n", 1112.61 }' >"$1/number"
exit 7
END
chmod +x "$work/tree/scripts/tell"

# A locale that writes 1112,61, made here if this system has the means; else the C locale.
locale=de_DE.UTF-8
mkdir "$work/locales"
localedef -i de_DE -f UTF-8 "$work/locales/$locale" >/dev/null 2>&1 ||
	{ echo "no locale with a comma can be made here" && locale=C.UTF-8; }

# tell VARIABLE...: with these set, in the tree, with a relative name
tell() {
	local status=0
	(cd "$work/tree" && env LOCPATH="$work/locales" "$@" scripts/tell "$work" "one two" '*' '') >"$work/said" 2>&1 || status=$?
	((status == 7)) || fail "$*: exit status $status, and said: $(<"$work/said")"
	[[ ! -s $work/said ]] || fail "$*: said $(<"$work/said")"
	[[ $(<"$work/root") == "$work/tree" ]] || fail "$*: the tree is taken to be at $(<"$work/root")"
	[[ $(<"$work/arguments") == 'one two|*||' ]] || fail "$*: arguments $(<"$work/arguments")"
	[[ $(<"$work/number") == 1112.61 ]] || fail "$*: a number is written as $(<"$work/number")"
	grep -qx 'LC_ALL=C.UTF-8' "$work/environment" || fail "$*: the locale is not C.UTF-8"
}

# passes NAME, hides NAME: in what the script got last
passes() { grep -q "^$1=" "$work/environment" || fail "$1 did not pass"; }
hides() { ! grep -q "^$1" "$work/environment" || fail "$1 passed"; }

tell CDPATH=. LC_ALL=$locale
hides CDPATH
tell LC_NUMERIC=$locale LANG=$locale LANGUAGE=de
hides LC_NUMERIC
hides LANG
tell 'BASH_FUNC_awk%%=() { echo replaced; }' 'BASH_FUNC_dirname%%=() { command dirname "$@"; }'
hides BASH_FUNC
tell POSIXLY_CORRECT=1 SHELLOPTS=noglob:posix GREP_OPTIONS=-v GREP_COLORS=x
hides POSIXLY_CORRECT
# What would end a script before its first line, with success.
echo 'exit 0' >"$work/early"
tell BASH_ENV="$work/early" ENV="$work/early" SHELLOPTS=noexec BASHOPTS=nosuchthing
tell 'BASH_FUNC_source%%=() { exit 0; }' 'BASH_FUNC_exec%%=() { exit 0; }' 'BASH_FUNC_[[%%=() { return 1; }'
tell CFLAGS=-O0 LDFLAGS=-lm RUSTFLAGS=-g CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_BUILD_TARGET=x \
	RUSTC_WRAPPER=x GIT_DIR=/x MALLOC_ARENA_MAX=1 HWLOC_XMLFILE=x PYTHONPATH=x PERL5OPT=-x \
	VALGRIND_OPTS=-v MAKEFLAGS=-n CTEST_OUTPUT_ON_FAILURE=1 CMAKE_GENERATOR=x GNUTERM=x
for name in CFLAGS LDFLAGS RUSTFLAGS RUSTC CARGO_PROFILE CARGO_BUILD GIT_ MALLOC_ HWLOC_ PYTHON PERL VALGRIND \
	MAKEFLAGS CTEST CMAKE_GENERATOR GNUTERM; do
	hides "$name"
done
tell CC=gcc CMAKE_C_COMPILER_LAUNCHER=ccache CCACHE_DIR=/x CARGO_HOME=/x CARGO_NET_OFFLINE=true \
	HTTPS_PROXY=x RUSTUP_HOME=/x SCHEDLAB_ANYTHING="a  b" TSAN_OPTIONS=x
for name in CC CMAKE_C_COMPILER_LAUNCHER CCACHE_DIR CARGO_HOME CARGO_NET_OFFLINE HTTPS_PROXY \
	RUSTUP_HOME SCHEDLAB_ANYTHING TSAN_OPTIONS HOME PATH; do
	passes "$name"
done
hides SCHEDLAB_CLOSED
# Another script's mark, which this one inherited, is not its own.
tell SCHEDLAB_CLOSED=1 CFLAGS=-O0
hides CFLAGS

# Where it is sourced.  Each start is a line of `starts`; the third one would be followed by more.
# sourced LINES STATUS STARTS: a script of these lines ends with this status after so many starts
sourced() {
	local status=0
	rm -f "$work/starts"
	printf '%s\n' '#!/bin/bash -p' 'set -euo pipefail' "echo >>$work/starts" \
		"(( \$(wc -l <$work/starts) < 4 )) || exit 9" "lib=$work/tree/scripts/lib.sh" "$1" >"$work/tree/scripts/other"
	chmod +x "$work/tree/scripts/other"
	CFLAGS=-O0 "$work/tree/scripts/other" >"$work/said" 2>&1 || status=$?
	[[ $status == "$2" ]] || fail "$1: exit status $status, not $2, and said: $(<"$work/said")"
	[[ $(wc -l <"$work/starts") == "$3" ]] || fail "$1: $(wc -l <"$work/starts") starts, not $3"
}
top_line='source scripts/lib.sh at the top of a script'
# shellcheck disable=SC2016 # the script expands them
{
	sourced '(source "$lib"; exit 7)' 1 1
	grep -q "$top_line" "$work/said" || fail "in a subshell, said: $(<"$work/said")"
	sourced 'source "$lib"; (source "$lib"; [[ -z ${CFLAGS:-} ]]; exit 7)' 7 2
	sourced 'source "$lib"; source "$lib"; exit "${CFLAGS:-7}"' 7 2
}
bash -p -c "source '$work/tree/scripts/lib.sh'; exit 7" >"$work/said" 2>&1 && fail "bash -c: no error"
grep -q "$top_line" "$work/said" || fail "bash -c, said: $(<"$work/said")"

# Every name is listed once, with where it passes and why.
awk -F '\t' '!/^#/ && (NF != 3 || $1 !~ /^[A-Za-z0-9_]+\*?$/ || $2 !~ /^(all|build)$/ || $3 == "" || seen[$1]++) {
	print FILENAME ":" FNR ": not a name, once, with \"all\" or \"build\" and a reason"; bad = 1 }
	END { exit bad }' "$source_dir/scripts/environment.tsv" || fail "scripts/environment.tsv"
((failures == 0))
