#!/bin/bash -p
# SPDX-License-Identifier: MIT
# self_test.sh GATE - the gate can fail: on the small bad tree bad/GATE it ends with 1
# and tells each thing that bad/GATE/expected lists (one regular expression a line); nor is
# it content with a tree in which there is nothing.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
gate=$1
status=0
output=$(bash "$here/$gate.sh" "$here/bad/$gate" 2>&1) || status=$?
printf '%s\n' "$output"
((status != 77)) || exit 77
if ((status != 1)); then
	echo "self_test.sh: $gate.sh ended with $status on its bad tree, expected 1"
	exit 1
fi
empty=$(mktemp -d)
trap 'rmdir "$empty"' EXIT
! bash "$here/$gate.sh" "$empty" >/dev/null 2>&1 || {
	echo "self_test.sh: $gate.sh looked at nothing and is content"
	exit 1
}
while IFS= read -r expected; do
	grep -q -- "$expected" <<<"$output" || {
		echo "self_test.sh: $gate.sh did not say '$expected'"
		exit 1
	}
done <"$here/bad/$gate/expected"
