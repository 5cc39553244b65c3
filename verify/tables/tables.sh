#!/bin/bash -p
# SPDX-License-Identifier: MIT
# tables.sh ROOT - verify/TABLES.md from the recorded results (verify/tables/*.tsv, which
# scripts/verify writes with --record, and verify/orders/results.tsv).  Reads files only.
set -euo pipefail
export LC_ALL=C

folder=$1/verify

# Rows of a table, without its heading; nothing where there is none yet.
rows() { [[ ! -f $1 ]] || grep -v '^#' "$1" || true; }

heading() { # TITLE TEXT
	printf '## %s\n\n%s\n\n' "$1" "$2"
}

models() {
	heading Models "Executions of all tests of a program within a bound of preemptions; *complete*: in how many tests every
execution within the bound was seen. The others end after a number of executions
(\`verify/quick.tsv\`) or a time. Each test alone: \`verify/tables/models.tsv\`."
	printf '| engine | model | build | bound | tests | executions | complete |\n|---|---|---|---|---|---|---|\n'
	rows "$folder/tables/models.tsv" | awk -F '\t' '
		{ key = $1 FS $3; tests[key]++; executions[key] += $5; complete[key] += $6 == "yes"; bad[key] += $4 != "passed" && $4 != "caught" }
		END {
			for (key in tests) {
				split(key, part, FS)
				count = split(part[1], name, "-")
				build = count > 2 ? name[3] : "default"
				for (i = 4; i <= count; i++) build = build " " name[i]
				printf "| %s | %s | %s | %s | %d | %d | %d%s |\n", name[1], name[2], build, part[2], tests[key], executions[key], complete[key], bad[key] ? ", " bad[key] " FAILED" : ""
			}
		}' | sort
	printf '\n'
}

# What every engine was asked, its answer, and the defects that cannot exist here.
controls() {
	printf '| defect | origin | what | caught by (engine: test, executions) | stress with ThreadSanitizer | caught by as well | missed by |\n|---|---|---|---|---|---|---|\n'
	awk -F '\t' '
		/^#/ { next }
		FILENAME == ARGV[1] && $3 == "tsan" { stress[$1] = $4 ~ /^not asked/ ? $4 : $4 == "missed" ? "missed in " $5 " rounds" : $4 ", round " $5; next }
		FILENAME == ARGV[1] { found[$1, $2] = found[$1, $2] "; " $3 ": " ($3 == "relacy" ? "" : $4 ", ") $5; next }
		{
			test = $4; sub(/.* /, "", test)
			others = found[$1, "-"]
			if ($4 != "-") others = "; loom: " $4 ", " $5 others found[$1, test]
			printf "| %s | %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, substr(others, 3), $1 in stress ? stress[$1] : "-", $6, $7
		}' "$folder/tables/engines.tsv" "$folder/tables/controls.tsv"
	rows "$folder/controls/not_applicable.tsv" | awk -F '\t' '{ printf "| - | %s %s | cannot exist here | %s | - | - | - |\n", $2, $1, $3 }'
	printf '\n'
}

# The share of a sample, and what was not noticed.
mutants() {
	local drawn
	[[ -f $folder/tables/mutants_share.tsv ]] || return 0
	drawn=$(sed -n 's/^# \(seed [0-9]*, [0-9]* drawn of [0-9]*\).*/\1/p' "$folder/tables/mutants_share.tsv")
	heading Mutants "Ordinary slips in \`sched/\`, \`lab/stats\`, \`lab/verdict\` and \`harness/\`, made by rule, one at a time, and whether
one of the quick tests that execute the line notices (\`scripts/verify mutants\`): $drawn. A hang is noticed; bounds are exact, of 95 %. The share is
that of these rules: none changes arithmetic, a number with a point, or a macro's body (\`mutation/generate.c\`)."
	printf '| of | noticed | of how many | of these hangs | per cent | at least | at most |\n|---|---|---|---|---|---|---|\n'
	rows "$folder/tables/mutants_share.tsv" | awk -F '\t' '{ printf "| %s | %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, $6, $7 }'
	printf '\nNot counted: '
	rows "$folder/tables/mutants.tsv" | awk -F '\t' '
		{ is[$7]++ }
		END { printf "%d do not compile, %d are the same code for an optimising compiler, %d are equivalent by the reasons below.\n", is["does-not-compile"], is["same-code"], is["equivalent"] }'
	printf '\n| not noticed | line | written | as | asked |\n|---|---|---|---|---|\n'
	rows "$folder/tables/mutants.tsv" | awk -F '\t' '
		function code(text) { gsub(/\|/, "\\|", text); return "`" text "`" }
		$7 == "survives" || $7 == "not-reached" { printf "| %s | %s | %s | %s | %s |\n", code($2), $3, code($5), code($6), $7 == "survives" ? $8 == "all" ? "all that execute it" : $8 " tests" : "no test executes it" }'
	printf '\n| equivalent | written | as | because |\n|---|---|---|---|\n'
	rows "$folder/tables/mutants.tsv" | awk -F '\t' '
		function code(text) { gsub(/\|/, "\\|", text); return "`" text "`" }
		$7 == "equivalent" { printf "| %s | %s | %s | %s |\n", code($2), code($5), code($6), $9 }'
	printf '\n'
}

# How many of those that the stress tests were asked for they found.
stress_found() {
	rows "$folder/tables/engines.tsv" | awk -F '\t' '
		$3 == "tsan" && $4 !~ /^not asked/ { asked++; found += $4 != "missed" }
		END { printf "%d of %d", found, asked }'
}

orders() {
	heading "Memory orders" "Every ordered access of \`sched/\`, weakened by one step (\`scripts/verify orders\`); where one of
its weakenings survives or is not reached, the reason stands in \`verify/orders/reasons.tsv\`."
	printf '| file | accesses | weakenings | killed | survive | not reached |\n|---|---|---|---|---|---|\n'
	rows "$folder/orders/results.tsv" | awk -F '\t' '
		{ file = $1; sub(/:.*/, "", file); all[file]++; result[file, $4]++; if (!seen[$1]++) sites[file]++ }
		END { for (file in all) printf "| `%s` | %d | %d | %d | %d | %d |\n", file, sites[file], all[file], result[file, "killed"], result[file, "survives"], result[file, "not-reached"] }' | sort
	printf '\n| access | written | as | killed by | after |\n|---|---|---|---|---|\n'
	rows "$folder/orders/results.tsv" | awk -F '\t' '$4 == "killed" { sub(/^loom-/, "", $5); sub(/^sched\//, "", $1); printf "| `%s` | %s | %s | %s %s | %s |\n", $1, $3 == "load" || $3 == "store" ? "RMW" : $2, $3, $5, $6, $7 }'
	printf '\n| access | written | as | why it stays | reason |\n|---|---|---|---|---|\n'
	survivors
	printf '\n'
}

survivors() {
	local site from to result pattern order kind reason
	while IFS=$'\t' read -r site from to result _; do
		[[ $result != killed ]] || continue
		while IFS=$'\t' read -r pattern order kind reason; do
			# shellcheck disable=SC2053 # patterns
			if [[ $site == $pattern && $to == $order ]]; then
				printf "| \`%s\` | %s | %s | %s | %s |\n" "${site#sched/}" "$from" "$to" "$kind" "$reason"
				break
			fi
		done < <(rows "$folder/orders/reasons.tsv")
	done < <(rows "$folder/orders/results.tsv")
}

cat <<'TEXT'
# What the model checkers found

Written by `scripts/regenerate tables` from the recorded results; do not edit.

TEXT
models
heading "Negative controls" "Each defect is put into a copy of \`sched/\` (or has tests of its own, with the repair beside it) and must
be caught by the engine named: loom and relacy by the same test within its own bound, the executor by a workload or scenario, as
the end named. *Missed by*: tests of the same model that pass on loom, within 2 preemptions and 10,000 executions.
*Stress with ThreadSanitizer*: what the stress tests and the workloads find of the defects of Blitz-IO and Tokio on real
threads, with seeded pauses, in rounds of half a minute in all, and in which of them; $(stress_found). None must be found."
controls
mutants
orders
