#!/bin/bash -p
# SPDX-License-Identifier: MIT
# self_test.sh LINT - the lint can fail: on the small bad tree bad/LINT it ends with 1
# and tells each thing that bad/LINT/expected lists (one regular expression a line); nor is
# it content with a tree in which there is nothing.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
lint=$1
status=0
output=$(bash "$here/$lint.sh" "$here/bad/$lint" 2>&1) || status=$?
printf '%s\n' "$output"
((status != 77)) || exit 77
if ((status != 1)); then
	echo "self_test.sh: $lint.sh ended with $status on its bad tree, expected 1"
	exit 1
fi
empty=$(mktemp -d)
trap 'rmdir "$empty"' EXIT
! bash "$here/$lint.sh" "$empty" >/dev/null 2>&1 || {
	echo "self_test.sh: $lint.sh looked at nothing and is content"
	exit 1
}
while IFS= read -r expected; do
	grep -q -- "$expected" <<<"$output" || {
		echo "self_test.sh: $lint.sh did not say '$expected'"
		exit 1
	}
done <"$here/bad/$lint/expected"
