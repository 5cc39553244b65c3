# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # scripts/verify has the names
# SPDX-License-Identifier: MIT
# defects.sh - `scripts/verify controls`: who finds the seeded defects.
#
# Sourced by scripts/verify, which has prepare, result_lines, keep_rows and red.  Each defect is given to
# all tests of its model on loom, and to the test that names it within that test's own bound; then
# to relacy the same, and to the executor its workload or scenario.  verify/stress/controls.sh asks
# the stress tests.
#
# Weakness: on relacy only the one test is asked, so the table does not say which others miss it.

field() { sed -n "/^$2: */ { s///p; q }; /^---/q" "$1"; } # FILE FIELD

# How the program of the model MODEL with the definitions BUILD is called, as CMake does.
program_of() {
	local suffix
	suffix=$(sed -E 's/(SCHED_)?([A-Z_]+)=([0-9]+)/\2\3/g; s/[A-Z_]+=//g; s/ /-/g' <<<"$2")
	[[ $2 == default || -z $2 ]] && suffix= || suffix=-${suffix,,}
	echo "$engine-$1$suffix"
}

# Ends the asking of all defects: xargs starts nothing more after this status.
give_up() { printf 'verify: %s\n' "$1" >&2; exit 255; } # WHY

# PROGRAM OPTION...: what it answered.  A program that is not there, or does not answer, has not missed
# a defect: nothing is known then.
ask() {
	local program=$directory/bin/$1 said
	shift
	[[ -x $program ]] || give_up "${program##*/} is not built"
	said=$("$program" "$@") || true # a test that fails is an answer
	[[ -n $said ]] || give_up "${program##*/} $* gave no answer"
	printf '%s\n' "$said"
}

# The results of all tests of one defect's program on $engine.
search_defect() { # FILE OPTION...
	local file=$1 name model program
	name=$(basename "${file%.*}")
	shift
	case $file in
	*.orders)
		model=$(field "$file" caught-by | cut -d ' ' -f 1)
		program=$(program_of "$model" "$(field "$file" build)")
		local -x SCHED_ORDERS
		SCHED_ORDERS=$(field "$file" orders)
		;;
	*) program=$engine-control-$name ;;
	esac
	ask "$program" "$@" | result_lines
}

# NAME ORIGIN WHAT CAUGHT-BY EXECUTIONS ALSO-CAUGHT-BY MISSED-BY, all tests of the model's; the one
# that must catch it is asked within its own bound as well.
defect_row() { # FILE
	local file=$1 caught model test
	caught=$(field "$file" caught-by)
	[[ -n $caught ]] || { printf '%s\t%s\t%s\t-\t-\t-\t-\n' "$(basename "${file%.*}")" "$(field "$file" origin)" "$(field "$file" what)"; return; }
	read -r model test <<<"$caught"
	{
		search_defect "$file" --bound 2 --max-executions 10000
		search_defect "$file" --test "$test"
	} | awk -F '\t' -v OFS='\t' -v test="$test" -v start="$(basename "${file%.*}")" \
		-v origin="$(field "$file" origin)" -v what="$(field "$file" what)" -v caught="$caught" '
		$1 == test && ($2 == "FAILED" || $2 == "DIED") { if (!found) found = $3; next }
		$1 == test { next }
		$2 == "FAILED" || $2 == "DIED" { also = also " " $1 }
		$2 == "passed" { missed = missed " " $1 }
		END { print start, origin, what, caught, found ? found : "none", also ? substr(also, 2) : "-", missed ? substr(missed, 2) : "-" }'
}

# The same for a control with tests of its own: each of them that must fail.
own_rows() { # FILE
	local name origin
	name=$(basename "${1%.c}")
	origin=$(tr '\n' ' ' <"$1" | sed -E 's/ \* */ /g; s/ +/ /g; s/.*origin: ([^.]*)\..*/\1/; s/ \(.*//')
	ask "loom-control-$name" | result_lines | awk -F '\t' -v OFS='\t' -v name="$name" -v origin="$origin" '
		NR == FNR { what[$1] = substr($0, index($0, ": ") + 2); sub(/^[A-Z]+[0-9]+: /, "", what[$1]); next }
		$2 == "caught" || $2 == "NOT-CAUGHT" { print name, origin, what[$1], name " " $1, $2 == "caught" ? $3 : "none", "-", "-" }
	' <(ask "loom-control-$name" --list | awk '{ name = $1; $1 = name "\t"; print }') -
}

row_of() { if [[ $1 == *.c ]]; then own_rows "$1"; else defect_row "$1"; fi; } # FILE

# What relacy and the executor say of one control: NAME TEST ENGINE AS EXECUTIONS.
engine_rows() { # FILE
	local file=$1 name end model test workload found
	name=$(basename "${file%.*}")
	read -r workload end <<<"$(field "$file" executor)"
	if [[ -n $workload ]]; then
		found=$(ask "exec-control_$name" --workload "$workload" --seeds 20000 --expect "$end" |
			sed -nE 's/^caught .*: ([0-9]+) executions.*/\1/p')
		printf '%s\t-\texecutor\t%s %s\t%s\n' "$name" "$workload" "$end" "${found:-none}"
	fi
	read -r model test <<<"$(field "$file" executor-model)"
	if [[ -n $model ]]; then
		found=$(ask "executor-control-$name" --expect-fail --test "$test" | result_lines | awk -F '\t' '$2 == "caught" { print $3 }')
		printf '%s\t-\texecutor\t%s\t%s\n' "$name" "$test" "${found:-none}"
	fi
	case $file in
	*.c) ask "relacy-control-$name" | result_lines ;;
	*.patch | *.orders)
		read -r model test <<<"$(field "$file" caught-by)"
		[[ -z $model || $(field "$file" missed-by) == "relacy "* ]] || search_defect "$file" --expect-fail --test "$test"
		;;
	esac | awk -F '\t' -v OFS='\t' -v name="$name" -v plain="$([[ $file == *.c ]] || echo 1)" '
		$2 == "caught" || $2 == "DIED" || $2 == "NOT-CAUGHT" { print name, plain ? "-" : $1, "relacy", $1, $2 == "NOT-CAUGHT" ? "none" : $3 }'
}

# The programs of the controls that the executor must catch.
executor_programs() {
	grep -l '^executor: ' "$root"/verify/controls/*.patch | sed -E 's|.*/(.*)\.patch|exec-control_\1|'
	grep -l '^executor-model: ' "$root"/verify/controls/*.patch | sed -E 's|.*/(.*)\.patch|executor-control-\1|'
}

# Those that an engine must catch.
defect_files() { find "$1" -name '*.patch' -o -name '*.orders' -o -name '*.c' | sort; } # FOLDER

# keep_defects ROWS COLUMNS...: what was found, and of an earlier run what was not asked this time.
keep_defects() {
	local rows=$1 old=$tables/$1
	shift
	[[ $only != . && -f $old ]] || old=/dev/null
	awk -F '\t' 'FILENAME == ARGV[1] { fresh[$1] = 1; print; next } !/^#/ && !($1 in fresh)' \
		"$work/$rows" "$old" >"$work/$rows.all"
	keep_rows "$rows" "$@" <"$work/$rows.all"
}

# The same for the engines that were asked: the file has a row for each engine and control.
keep_engines() { # ROWS
	local old=$tables/engines.tsv
	[[ -f $old ]] || old=/dev/null
	awk -F '\t' -v whole="$([[ $only != . ]] || echo yes)" '
		FILENAME == ARGV[1] { fresh[$1, $3] = asked[$3] = 1; print; next }
		!/^#/ && !(($1, $3) in fresh) && !(whole && $3 in asked)' "$work/$1" "$old" >"$work/engines.all"
	keep_rows engines.tsv name test engine caught-by executions <"$work/engines.all"
}

# Says so, and makes the end red, if one was not caught by the test that it names.
all_caught() { # ROWS
	if cut -f 5 "$work/$1" | grep -qx none; then
		warn "not caught: those with none"
		red=1
	fi
}

# ask_all FOLDER FUNCTION AT_ONCE ROWS: what FUNCTION says of each defect.  If one could not be asked,
# there are no rows: half an answer looks like a whole one.
ask_all() {
	local folder=$1 function=$2 at_once=$3 rows=$work/$4 files
	files=$(defect_files "$folder" | grep -E "$only") ||
		usage_error "--only: nothing in ${folder#"$root"/} matches '$only'"
	export directory work
	export -f row_of engine_rows defect_row own_rows search_defect program_of field result_lines ask give_up
	xargs -P "$at_once" -I FILE bash -euo pipefail -c "$function \"\$1\"" "$function" FILE \
		<<<"$files" >"$rows.new" || die "not every defect could be asked, so nothing is said of any"
	sort "$rows.new" >"$rows"
}

# run_defects FOLDER ROWS TARGET...
run_defects() {
	local folder=$1 rows=$2
	shift 2
	if [[ $dry_run == yes ]]; then
		defect_files "$folder" | sed "s|$root/||"
		return
	fi
	prepare "$@"
	export engine=loom
	ask_all "$folder" row_of "$(nproc)" "$rows"
	cut -f 1,4,5 "$work/$rows" | column -t -s $'\t'
	[[ $record == no ]] || keep_defects "$rows" name origin what caught-by executions also-caught-by missed-by
	all_caught "$rows"
}

# What the other engines find of the same controls.
run_other_engines() {
	local rows=engines.tsv
	export engine=relacy
	ask_all "$root/verify/controls" engine_rows 1 "$rows"
	cut -f 1,3- "$work/$rows" | column -t -s $'\t'
	[[ $record == no ]] || keep_engines "$rows"
	all_caught "$rows"
}

run_controls() {
	local programs
	if [[ $engines == all || $dry_run == yes ]]; then
		mapfile -t programs < <(executor_programs)
		run_defects "$root/verify/controls" controls.tsv verify_loom verify_relacy "${programs[@]}"
		[[ $dry_run == no ]] || return 0
		run_other_engines
	fi
	run_stress_controls
}
