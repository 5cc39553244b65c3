#!/bin/bash -p
# SPDX-License-Identifier: MIT
# scripts.sh ROOT - shellcheck sees every script: what can be run, begins with #! or ends in .sh
# is one that list_scripts (scripts/lib.sh) finds, or a program of another language that is named
# below.
#
# scripts/lib.sh stands first and outside of any function: it starts this script again, once.
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib.sh"
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

other_languages='^#!/usr/bin/env (python3|node)$'

looks_like_script() {
	[[ -x $1 || $1 == *.sh || $(head -c 2 "$1" | tr -d '\0') == '#!' ]]
}

root=$1
looked=0
known=$(list_scripts)
while IFS= read -r file; do
	looks_like_script "$file" || continue
	looked=$((looked + 1))
	[[ $'\n'$known$'\n' != *$'\n'$file$'\n'* ]] || continue
	head -n 1 "$file" | grep -qE "$other_languages" ||
		finding "$file:1: shellcheck does not see this script: begin it with #!/bin/bash -p or # shellcheck shell=bash"
done < <(find "$root" \( -path "$root/build" -o -path "$root/results" -o -path "$root/tests/lint/bad" \
	-o -name .git -o -name target \) -prune -o -type f -size +0 -print | sort)
((looked > 0)) || finding "$root: there are no scripts"
finish
