#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: bad input of the scripts is one clear line and exit status 2, before any work
# shellcheck source=tests/e2e/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"

# refuses PATTERN COMMAND...
refuses() {
	local pattern=$1 status=0
	shift
	"$@" >"$work/said" 2>"$work/complained" || status=$?
	expect "$*" 2 "$status"
	expect "lines of complaint of $*" 1 "$(wc -l <"$work/complained")"
	has "$work/complained" "$pattern" "$*"
}

touch "$work/tokio.c" "$work/notes.txt"
cd "$source_dir" || exit 1
refuses 'no suite' scripts/run --suite nosuch
refuses 'no file' scripts/run --variant "$work/absent.c"
refuses 'does not end in .c' scripts/run --variant "$work/notes.txt"
mkdir "$work/folder.c"
mkfifo "$work/pipe.c"
refuses 'no regular file' scripts/run --variant "$work/folder.c"
refuses 'no regular file' scripts/run --variant "$work/pipe.c"
refuses 'rename' scripts/run --variant "$work/tokio.c"
refuses 'unknown option' scripts/test --nosuch
refuses 'unknown option' scripts/setup --nosuch
refuses 'unknown option' scripts/experiments --nosuch
refuses 'unknown option' scripts/reports --nosuch
refuses 'unknown option' scripts/document --nosuch
refuses 'needs a value' scripts/document --trace
for script in run test setup format counts experiments reports document; do
	"scripts/$script" --help >"$work/said" || fail "scripts/$script --help: status $?"
	has "$work/said" '^Usage: ' "scripts/$script --help"
done
finish
