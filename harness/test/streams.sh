#!/bin/bash -p
# SPDX-License-Identifier: MIT
# A sample process whose output has no room says so, whoever prints and ends it:
# itself, argp or Google Benchmark.
set -euo pipefail
program=$1
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
[[ -c /dev/full ]] || { echo "no /dev/full here" && exit 77; }

# refused WHERE OPTION ...: standard output is WHERE, a file or "closed"
refused() {
	local where=$1 status=0
	shift
	if [[ $where == closed ]]; then
		"$program" "$@" 2>"$errors" >&- || status=$?
	else
		"$program" "$@" 2>"$errors" >"$where" || status=$?
	fi
	((status == 5)) || { echo "$* into $where: exit status $status, not 5" && exit 1; }
	# Some libraries let no errno through.
	grep -q 'cannot write standard output: \(No space\|Bad file\|a write failed\)' "$errors" ||
		{ echo "$* into $where does not say why:" && cat "$errors" && exit 1; }
}

for where in /dev/full closed; do
	refused "$where" --describe
	refused "$where" --help
	refused "$where" --version
	refused "$where" --encode default
	refused "$where" --run sum --blocks 1 --iterations 1
	refused "$where" --gbench --benchmark_list_tests
done
