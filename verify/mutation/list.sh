#!/bin/bash -p
# SPDX-License-Identifier: MIT
# list.sh ROOT BUILD GENERATOR - all mutants of sched/, lab/stats, lab/verdict and harness/ (generate.c
# says in which form).  sched/ is read as counting builds of all variants, with real and with shrunk
# capacities; BUILD has the headers that are made.
set -euo pipefail
root=$1 build=$2 generator=$3
export LC_ALL=C

read -ra options < <(pkg-config --cflags jansson sqlite3 gsl hwloc libarchive zlib) || true
options+=("-I$root" "-I$build/harness/include" "-I$build/lab/generated" -D_GNU_SOURCE -std=gnu17
	'-DSCHED_ISA=""' '-DSCHED_FLAVOUR=""')
counting=("${options[@]}" -DSCHED_COUNTING=1 -DSCHED_DEBUG=0)

{
	"$generator" "$root" sched/ "$root"/variants/*.c "$root"/sched/*.c -- "${counting[@]}" -- "${counting[@]}" -DSCHED_TINY=1
	for folder in lab/stats lab/verdict harness; do
		"$generator" "$root" "$folder/" "$root/$folder"/*.c -- "${options[@]}"
	done
} | sort
