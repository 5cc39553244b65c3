# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# lib.sh - shared by the lints: where the sources are, and how a finding is told.
#
# Every lint takes the root of a source tree as its first argument, prints one line
# FILE:LINE: what is wrong per finding, and ends with 1 if there was any, 0 if there
# was none, 77 if it cannot look.
set -euo pipefail
unset CDPATH
export LC_ALL=C

findings=0

finding() {
	printf '%s\n' "$*"
	findings=$((findings + 1))
}

# Findings come on stdin, one a line.
count_findings() {
	local line
	while IFS= read -r line; do
		finding "$line"
	done
}

finish() {
	if ((findings > 0)); then
		printf '%s: %d findings\n' "${0##*/}" "$findings"
		exit 1
	fi
	printf '%s: nothing found\n' "${0##*/}"
}

skip_lint() {
	printf '%s: skipped, %s\n' "${0##*/}" "$*"
	exit 77
}

# The sources of some folders of the tree, one a line; missing folders are empty.
sources_of() {
	local root=$1 folder
	shift
	for folder in "$@"; do
		[[ ! -d $root/$folder ]] || find -L "$root/$folder" -name '*.[ch]' -not -path '*/test/*' | sort
	done
}

# arm_sources ROOT WORK: the presets, and the arms of tests/arms as cmake/SchedlabArms.cmake makes
# them; each is a file NAME.c
arm_sources() {
	local name arm preset setting
	ls "$1"/variants/*.c
	[[ -f $1/tests/arms ]] || return 0
	mkdir -p "$2/arms"
	while IFS=$'\t' read -r name arm; do
		preset=${arm%%+*}
		{
			printf '#define ARM_NAME "%s"\n' "$arm"
			for setting in $(tr + ' ' <<<"${arm#"$preset"}"); do
				arm_define "${setting%%=*}" "${setting#*=}"
			done
			printf '#include "variants/%s.c"\n' "$preset"
		} >"$2/arms/$name.c"
		printf '%s\n' "$2/arms/$name.c"
	done < <(grep -v '^#' "$1/tests/arms")
}

# pop null: the rule of sched/knobs.h
arm_define() {
	local knob=${1^^} value=${2^^}
	[[ $value =~ ^[0-9]+$ ]] || value=${knob}_$value
	printf '#define SCHED_%s %s\n' "$knob" "$value"
}

# need_sources ROOT FOLDER...: a lint that looked at nothing has found nothing wrong
need_sources() {
	[[ -n $(sources_of "$@") ]] || finding "$1: no sources in ${*:2}"
}

# The file with comments and strings blanked, line for line.
strip_comments() {
	awk '
	{
		out = ""; line = $0
		while (length(line)) {
			if (inside) {
				at = index(line, "*/")
				if (!at) { line = ""; break }
				line = substr(line, at + 2); inside = 0; continue
			}
			if (match(line, /\/\*|\/\/|"([^"\\]|\\.)*"/)) {
				hit = substr(line, RSTART, RLENGTH)
				out = out substr(line, 1, RSTART - 1)
				line = substr(line, RSTART + RLENGTH)
				if (hit == "/*") inside = 1
				else if (hit == "//") line = ""
				else out = out "\"\""
			} else { out = out line; line = "" }
		}
		print out
	}' "$1"
}
