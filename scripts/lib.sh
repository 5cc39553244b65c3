# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# lib.sh - what scripts/* share: messages, quiet steps with a log, configure and build.
# Sourced, never run.  A step that fails shows the end of its log, so that nobody has to
# look for it; a step that works is one line.

# shellcheck source=scripts/environment.sh
source "${BASH_SOURCE[0]%/*}/environment.sh"

# Ctrl-C ends the script, also where a failing command would not.
trap 'exit 130' INT

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Usage errors exit 2, everything else that fails exits 1.
die() { printf '%s: %s\n' "${0##*/}" "$1" >&2; exit "${2:-1}"; }
warn() { printf '%s\n' "$*" >&2; }
usage_error() { die "$1 (see ${0##*/} --help)" 2; }

# need_value OPTION COUNT: COUNT arguments are left, OPTION itself included.
need_value() { (($2 >= 2)) || usage_error "$1 needs a value"; }

# The help of a script is the comment at its top, from "Usage:" on.
show_help() { awk '/^# Usage:/ { on = 1 } on && !/^#/ { exit } on { sub(/^# ?/, ""); print }' "$0"; }

# The program that was built last; nothing if there is none.
newest_schedlab() {
	local program newest=
	for program in "$root"/build/*/bin/schedlab; do
		if [[ -x $program && (-z $newest || $program -nt $newest) ]]; then
			newest=$program
		fi
	done
	printf '%s' "$newest"
}

# version_at_least 1.95.0 1.71
version_at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# The oldest Rust that all peers compile with: the largest rust-version of their manifests.
rust_needed() {
	sed -n 's/^rust-version *= *"\([0-9.]*\)".*/\1/p' "$root"/peers/*/Cargo.toml 2>/dev/null |
		sort -V | tail -n 1
}

# Says why the cargo and rustc on PATH cannot build the peers; silent if they can.
rust_trouble() {
	local tool version needed
	needed=$(rust_needed)
	for tool in cargo rustc; do
		version=$("$tool" --version 2>/dev/null | awk '{ print $2 }') || true
		if [[ -z $version ]]; then
			echo "there is no working $tool on PATH"
			return
		elif ! version_at_least "${version%%-*}" "${needed:-0}"; then
			echo "$tool $version is older than $needed"
			return
		fi
	done
}

# Ubuntu keeps the newer of its Rust versions off PATH: use the newest if PATH's does not do.
find_rust() {
	local newest
	newest=$(printf '%s\n' /usr/lib/rust-*/bin/cargo | sort -V | tail -n 1)
	if [[ -x $newest && -n $(rust_trouble) ]]; then
		export PATH=${newest%/cargo}:$PATH
	fi
}

# attempt COMMAND...: leaves its exit status in `status`.  Bash ignores `set -e` in all that is called
# from `if f`, `! f`, `f && g` or `f || g`, so that a step which fails in there goes unnoticed.  In here
# it holds, in a subshell.  (attempt itself must stand alone, of course.)
attempt() {
	set +e
	(set -e; "$@")
	status=$?
	set -e
}

# quiet_step LABEL LOG COMMAND...: one line with the time it took; on a terminal the command's
# latest line is shown while it runs.
quiet_step() {
	local label=$1 log=$2 status=0 began=$SECONDS
	shift 2
	mkdir -p "${log%/*}"
	if [[ -t 1 ]]; then
		"$@" 2>&1 | tee "$log" | show_latest_line "$label" || status=$?
		printf '\r\033[K'
	else
		"$@" >"$log" 2>&1 || status=$?
	fi
	if ((status == 0)); then
		printf '%s: done in %d s\n' "$label" $((SECONDS - began))
		return 0
	fi
	warn "$label: failed after $((SECONDS - began)) s; the end of ${log#"$root"/}:"
	tail -n 40 "$log" >&2
	return "$status"
}

show_latest_line() {
	awk -v label="$1" '{ gsub(/[[:cntrl:]]/, ""); printf "\r\033[K%s: %.60s", label, $0; fflush() }'
}

# Ends the script, before anything was tried, where the tree cannot be built in.
need_writable_tree() {
	local folder=$root/build
	[[ -d $folder ]] || folder=$root
	if [[ ! -w $folder ]] || ! mkdir -p "$root/build" 2>/dev/null; then
		die "cannot write in $root/build: copy the tree to where you may write, and start from there"
	fi
}

# A build folder holds absolute paths: that of a tree that was copied or moved is of no use.
drop_moved_build() { # DIRECTORY
	local home place
	home=$(cache_value "$1" CMAKE_HOME_DIRECTORY)
	place=$(cache_value "$1" CMAKE_CACHEFILE_DIR)
	if [[ -n $home && ($(realpath -m "$home") != $(realpath "$root") ||
		$(realpath -m "$place") != $(realpath "$1")) ]]; then
		printf '%s: was configured for %s; made anew\n' "${1##*/}" "$home"
		rm -rf "$1"
	fi
}

# configure PRESET DIRECTORY [CMAKE OPTION...]
configure() {
	local preset=$1 directory=$2
	shift 2
	need_writable_tree
	drop_moved_build "$directory"
	(cd "$root" && quiet_step "configure ${directory##*/}" "$directory/configure.log" \
		cmake --preset "$preset" -B "$directory" "$@")
}

# build DIRECTORY [TARGET...]: everything, or the targets
build() {
	local directory=$1
	shift
	quiet_step "build ${directory##*/}" "$directory/build.log" \
		cmake --build "$directory" ${1:+--target "$@"}
}

# One value of a configured build; empty where there is none.
cache_value() {
	[[ ! -f $1/CMakeCache.txt ]] || sed -n "s/^$2:[A-Z]*=//p" "$1/CMakeCache.txt"
}

# with_fixed_layout PRESET COMMAND...
# ThreadSanitizer of older compilers dies where the kernel randomises more address bits than it
# expects.
with_fixed_layout() {
	local preset=$1
	shift
	if [[ $preset == tsan ]] && setarch "$(uname -m)" -R true 2>/dev/null; then
		setarch "$(uname -m)" -R "$@"
	else
		"$@"
	fi
}

configure_release() {
	configure release "$root/build/release" -DSCHEDLAB_WERROR=OFF -DSCHEDLAB_TOKIO="${SCHEDLAB_TOKIO:-AUTO}"
}

# are_current FILE ARM,ARM...: counts of those programs as they are
are_current() {
	local arm
	[[ -f $1 ]] || return 1
	for arm in ${2//,/ }; do
		[[ ! $root/build/release/bin/bench-${arm//=/.} -nt $1 ]] || return 1
	done
}

# The end of a program, which gets what ends us.  A terminal tells it of Ctrl-C and of its own end
# itself: a second signal would end it at once.
wait_for() {
	local status=0
	# shellcheck disable=SC2064 # that program
	trap "kill -TERM $1 2>/dev/null" TERM
	trap : INT HUP
	wait "$1" || status=$?
	while kill -0 "$1" 2>/dev/null; do # that was a signal to us
		status=0
		wait "$1" || status=$?
	done
	trap - INT TERM HUP
	return "$status"
}

# The C and C++ sources of the project, NUL-separated.
list_sources() {
	find "$root" \( -path "$root/build" -o -path "$root/results" -o -name .git -o -name target \
		-o -path "$root/tests/lint/bad" \) \
		-prune -o -type f \( -name '*.[ch]' -o -name '*.cc' -o -name '*.cpp' -o -name '*.hpp' \) -print0
}

# The scripts of the project, one a line.
list_scripts() {
	find "$root" \( -path "$root/build" -o -path "$root/results" -o -name .git \) -prune -o -type f \
		-exec grep -lIE '^(#!.*[/ ]bash( -p)?$|# shellcheck shell=bash$)' {} +
}

# Prints the name of a clang-format 14, the only version that scripts/format takes.
find_clang_format() {
	local program
	for program in clang-format-14 clang-format; do
		if command -v "$program" >/dev/null && "$program" --version | grep -q 'version 14\.'; then
			echo "$program"
			return 0
		fi
	done
	return 1
}

find_rust
