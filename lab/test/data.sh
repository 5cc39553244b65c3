#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: suites and claims are those of the tree in which the program lies
#
# Usage: data.sh SCHEDLAB ARMS SOURCE
set -euo pipefail
schedlab=$1
arms=$2
source_dir=$(realpath "$3")
from_bin=$(realpath --relative-to="$(dirname "$schedlab")" "$source_dir")
[[ $from_bin =~ ^[./]+$ ]] || { echo "the build is not inside its source tree"; exit 77; }
below=$(realpath --relative-to="$source_dir" "$schedlab")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
unset SCHEDLAB_SUITES SCHEDLAB_CLAIMS
export SCHEDLAB_ARMS=$arms SCHEDLAB_HISTORY=$work/history.db SCHEDLAB_GATES_ROOT=$work

# says PATTERN STATUS COMMAND...
says() {
	local pattern=$1 wanted=$2 status=0
	shift 2
	"$@" >"$work/said" 2>&1 || status=$?
	[[ $status == "$wanted" ]] && grep -Eq -- "$pattern" "$work/said" && return
	echo "FAILED: $*: status $status, expected $wanted and '$pattern':"
	tail -n 5 "$work/said"
	failures=$((failures + 1))
}

# The copied tree has another smoke suite and one claim, which the old tree does not have.
copy=$work/a\ copy
mkdir -p "$copy/lab/suites" "$copy/claims" "$(dirname "$copy/$below")"
cp "$schedlab" "$copy/$below"
cat >"$copy/lab/suites/smoke.json" <<END
{"name": "smoke", "title": "of the copy", "rows": [{"baseline": "steady", "arms": "steady-slower",
 "workloads": "spin", "pairs": 1, "blocks": 2, "block_ms": 1}]}
END
sed '0,/"lifo"/s//"copied"/' "$source_dir/claims/lifo.json" >"$copy/claims/copied.json"
says '"copied"' 0 "$copy/$below" validate --list --json
if grep -q '"lifo"' "$work/said"; then
	echo "FAILED: the copy lists claims of the old tree"
	failures=$((failures + 1))
fi
# What it says to type next is there: an installed lab has no scripts.
says '^next: schedlab run --suite quick ' 0 "$copy/$below" run --suite smoke --progress none --out "$work/out"
says '\(schedlab run --suite calibrate makes 200\)' 0 cat "$work/out/report.md"
says 'no A/A pairs; schedlab run --suite calibrate makes some' 3 "$copy/$below" noise "$work/out"
mkdir "$copy/scripts"
install /dev/null "$copy/scripts/run"
says '^next: scripts/run --suite quick ' 0 "$copy/$below" run --suite smoke --progress none --out "$work/out-2"
says 'of the copy' 0 cat "$work/out/table.txt"
says "source_tree.*$copy" 0 grep -a source_tree "$work/out/report.md"
says "suite_file.*$copy/lab/suites/smoke.json" 0 grep -a suite_file "$work/out/report.md"

# The program alone has none, and says so.
mkdir "$work/bin"
cp "$schedlab" "$work/bin/"
says 'no source tree with it' 4 "$work/bin/schedlab" run --suite smoke --dry-run
says 'SCHEDLAB_CLAIMS' 4 "$work/bin/schedlab" validate --list --json
says '1 cell, 1 row, 1 pair, ' 0 env SCHEDLAB_SUITES="$copy/lab/suites" "$work/bin/schedlab" run --suite smoke --dry-run

# Where it was built it reads its own.
says '"lifo"' 0 "$schedlab" validate --list --json
exit "$((failures > 0))"
