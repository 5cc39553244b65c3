#!/bin/bash -p
# SPDX-License-Identifier: MIT
# check.sh ROOT DRAW GENERATOR - the generator finds the mutants of slips.c that expected.tsv has,
# no others, and a draw is the same for the same seed.  77 without libclang.
set -euo pipefail
root=$1 draw=$2 generator=$3
here=$root/verify/mutation/test

if [[ -z $generator ]]; then
	echo "no libclang here: scripts/setup --ci installs libclang-dev"
	exit 77
fi
"$generator" "$root" verify/mutation/test/ "$here/slips.c" -- -std=gnu17 | diff "$here/expected.tsv" -

draw() { "$draw" "$1" 8 <"$here/expected.tsv" | sort; }
[[ $(draw 1 | wc -l) == 8 ]] || { echo "a draw of 8 has not 8 lines"; exit 1; }
[[ $(draw 1) == "$(tac "$here/expected.tsv" | "$draw" 1 8 | sort)" ]] || { echo "the order of the lines matters"; exit 1; }
[[ $(draw 1) != "$(draw 2)" ]] || { echo "the seed does not matter"; exit 1; }
