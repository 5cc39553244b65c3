#!/bin/bash -p
# SPDX-License-Identifier: MIT
# layers.sh ROOT - includes point one way: within a folder that has a rooms.tsv from room to
# room as that lists them, between folders as the table below has it, never in a circle; and
# lab/ links no part of a scheduler.
#
# A rooms.tsv names the rooms, lowest first: ROOM and what it holds; "." stands for the files
# that lie in no room.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# FOLDER, and the folders and files that it may include besides itself; other folders may
# include anything.  The second side of the two seams, seams/, is put in by whoever compiles
# sched/ for an engine.  sched/knobs.h is a list, of which the lab needs the names.
may_include='base
sched seams
workloads sched base
variants sched
lab base sched/knobs.h'

# FILE LINE INCLUDED, of the files of some folders.
list_includes() { # FOLDER...
	# shellcheck disable=SC2016 # awk's
	sources_of . "$@" | xargs -r -d '\n' awk '
	/^[ \t]*#[ \t]*include "/ {
		split($0, part, "\"")
		file = FILENAME; sub(/^\.\//, "", file)
		print file, FNR, part[2]
	}'
}

check_rooms() { # FOLDER
	list_includes "$1" | awk -v folder="$1" -v table="$1/rooms.tsv" '
	function room_of(file,   parts) {
		file = substr(file, length(folder) + 2)
		return split(file, parts, "/") > 1 ? parts[1] : "."
	}
	BEGIN {
		FS = "\t"
		while ((getline <table) > 0)
			if ($1 !~ /^#/) height[$1] = ++rooms
		FS = " "
	}
	{
		own = room_of($1)
		used[own] = 1
		if (!(own in height) && !($1 in told)) {
			printf "%s: rooms.tsv has no room %s\n", $1, own
			told[$1] = 1
		}
		if (index($3, folder "/") != 1 || !(own in height)) next
		other = room_of($3)
		if (height[other] > height[own])
			printf "%s:%d: %s includes %s, which is above it\n", $1, $2, own, $3
	}
	END {
		for (room in height)
			if (!(room in used)) printf "%s: there is no room %s\n", table, room
	}'
}

check_folders() {
	local folder others
	while read -r folder others; do
		list_includes "$folder" | awk -v own="$folder" -v others=" $folder $others " '
		$3 ~ /\// {
			split($3, parts, "/")
			if (!index(others, " " parts[1] " ") && !index(others, " " $3 " "))
				printf "%s:%d: %s/ does not include %s\n", $1, $2, own, $3
		}'
	done <<<"$may_include"
}

check_circles() {
	list_includes base sched workloads variants harness peers lab verify | awk '$1 ~ /\.h$/ { print $1, $3 }' |
		{ tsort 2>&1 >/dev/null || true; } | sed -n 's/^tsort: \([^ ]*\.h\)$/\1: in a circle of headers/p'
}

# What is compiled into or linked with a target of lab/.
check_links() {
	local file
	while IFS= read -r file; do
		awk -v file="$file" '
		BEGIN { RS = ")" }
		/(target_link_libraries|target_sources|add_library|add_executable)\(/ &&
			match($0, /[ \n](sched_|test_variant_)[a-z_]*|[^ \n]*\/(sched|variants|workloads|peers)\/[^ \n]*/) {
			hit = substr($0, RSTART, RLENGTH); gsub(/[ \n]/, "", hit)
			printf "%s: the lab links no scheduler: %s\n", file, hit
		}' "$file"
	done < <(find lab -name CMakeLists.txt 2>/dev/null | sort)
}

cd "$1"
need_sources . sched
need_sources . lab
while IFS= read -r table; do
	count_findings < <(check_rooms "${table%/rooms.tsv}")
done < <(find ./* -name rooms.tsv -not -path './tests/*' -not -path './build/*' | sed 's|^\./||' | sort)
count_findings < <(check_folders)
count_findings < <(check_circles)
count_findings < <(check_links)
finish
