#!/bin/bash -p
# SPDX-License-Identifier: MIT
# reading_order.sh ROOT - sched/engine.h names each header of the engine once, and a header includes
# only what stands above it there and declares no function of a later one: so there is no circle, and
# who reads them in this order meets nothing before its time.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
engine=$root/sched/engine.h
[[ -f $engine ]] || skip_lint "there is no $engine"

# LINE HEADER for each of sched/ that a file includes.
includes() { sed -nE '/^#include "sched\//{=;s/^#include "(sched\/[^"]*)".*/\1/p}' "$1" | paste -d ' ' - -; }

declare -A place=()
while read -r line header; do
	[[ -z ${place[$header]:-} ]] || finding "$engine:$line: $header stands here for the second time"
	place[$header]=${place[$header]:-$line}
done < <(includes "$engine")

for file in "$root"/sched/*.h; do
	name=sched/${file##*/}
	[[ $name != sched/engine.h && $name != sched/oneshot.h ]] || continue # oneshot.c is compiled apart
	[[ -n ${place[$name]:-} ]] || { finding "$engine:1: $name is missing"; continue; }
	while read -r line header; do
		((${place[$header]:-1000} < ${place[$name]})) ||
			finding "$file:$line: $header does not stand above $name in engine.h"
	done < <(includes "$file")
	count_findings < <(sed -nE '/^static .*\);/{=;s/.*/declares a static function, which stands below/p}' "$file" |
		paste -d ' ' - - | sed "s|^\([0-9]*\)|$file:\1:|")
done
finish
