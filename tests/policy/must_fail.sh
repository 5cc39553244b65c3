#!/bin/bash -p
# SPDX-License-Identifier: MIT
# must_fail.sh PROGRAM RULE - the program, built with a slip of the rule, must be red in that rule:
# an assertion of the test, or of sched/ itself.  A program that cannot run proves nothing.
set -uo pipefail
program=$1 rule=$2

[[ -x $program ]] || { echo "there is no $program" >&2; exit 1; }
said=$("$program" "$rule" 2>&1)
status=$?
printf '%s\n' "$said"
[[ $said == *"RUN      ] $rule"* ]] || { echo "the program has no test '$rule'" >&2; exit 1; }
((status != 0)) || { echo "'$rule' holds with its slip: it tests something else" >&2; exit 1; }
