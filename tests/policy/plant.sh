#!/bin/bash -p
# SPDX-License-Identifier: MIT
# plant.sh RULES RULE SCHED COPY - a copy of sched/ in COPY/sched with the slip that RULES
# (rules.tsv) names for RULE.  The text must stand once in the function, else the rule is stale.
# What is there already and the same keeps its time, so that nothing is compiled again.
set -euo pipefail
rules=$1 rule=$2 sched=$3 copy=$4

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp "$sched"/*.[ch] "$fresh"
row=$(awk -F '\t' -v rule="$rule" '!/^#/ && $1 == rule' "$rules")
IFS=$'\t' read -r _ _ _ file function from to <<<"$row"
target=$fresh/$file
[[ -f $target ]] || { echo "plant.sh: $rule: there is no sched/$file" >&2; exit 1; }
# A function's name stands in its first line; its body ends with a } in the first column.
export from to
awk -v name="$function" '
	!inside && /^[a-z#]/ && index($0, name "(") { inside = 1 }
	name == "-" { inside = 1 }
	inside && (at = index($0, ENVIRON["from"])) {
		found++
		$0 = substr($0, 1, at - 1) ENVIRON["to"] substr($0, at + length(ENVIRON["from"]))
	}
	/^}/ && name != "-" { inside = 0 }
	{ print }
	END { exit found != 1 }' "$sched/$file" >"$target" ||
	{ echo "plant.sh: $rule: '$from' does not stand once in $function of sched/$file" >&2; exit 1; }
mkdir -p "$copy/sched"
for source in "$fresh"/*; do
	cmp -s "$source" "$copy/sched/${source##*/}" || cp "$source" "$copy/sched/"
done
