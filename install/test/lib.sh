# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# lib.sh - what the tests of an installation share.  Sourced with CMAKE BUILD as the script's arguments; $prefix, with a space in it, gets what is installed of BUILD, $schedlab is it.
set -uo pipefail
unset CDPATH SCHEDLAB_ARMS SCHEDLAB_SUITES SCHEDLAB_CLAIMS
cmake=$1
build=$2
work=$(realpath "$(mktemp -d)")
trap 'rm -rf "$work"' EXIT
prefix="$work/a prefix"
# shellcheck disable=SC2034 # for the scripts that source this
schedlab=$prefix/bin/schedlab
# Nothing of this is the person's, and the load of this machine is not looked at.
export HOME=$work/home XDG_CACHE_HOME=$work/cache SCHEDLAB_TOKIO=OFF
export SCHEDLAB_HISTORY=$work/history.db SCHEDLAB_GATES_ROOT=$work
mkdir "$HOME"
failures=0

fail() {
	echo "FAILED: $*"
	failures=$((failures + 1))
}

# expect WHAT WANTED FOUND
expect() { [[ $2 == "$3" ]] || fail "$1: '$3', expected '$2'"; }

# says PATTERN STATUS COMMAND...: what it says stays in $work/said
says() {
	local pattern=$1 wanted=$2 status=0
	shift 2
	"$@" >"$work/said" 2>&1 || status=$?
	[[ $status == "$wanted" ]] && grep -Eq -- "$pattern" "$work/said" && return
	fail "$*: status $status, expected $wanted and '$pattern':"
	tail -n 8 "$work/said"
}

install_it() {
	"$cmake" --install "$build" --prefix "$prefix" >"$work/said" 2>&1 || {
		cat "$work/said"
		exit 1
	}
}

finish() { exit "$((failures > 0))"; }
