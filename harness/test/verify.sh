#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Description: what an arm does to verify a block, which sleeps, is not counted as the block's
#
# Usage: verify.sh BENCH_NULL
#
# `empty` on the variant without threads has nothing to wait for, so what sleeps can only be the
# look at the block afterwards: one sleep a block.
set -euo pipefail
program=$1
blocks=50

row=$("$program" --run empty --workers 1 --blocks "$blocks" --iterations 1)
if [[ ! $row =~ \"switches_voluntary\":\{\"value\":([0-9]+) ]]; then
	echo "FAILED: no number of voluntary switches in the row: $row"
	exit 1
fi
switches=${BASH_REMATCH[1]}
((switches < blocks)) || { echo "FAILED: $switches voluntary switches in $blocks empty blocks"; exit 1; }
