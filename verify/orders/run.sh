# shellcheck shell=bash
# shellcheck disable=SC2154 # scripts/verify sets the names
# SPDX-License-Identifier: MIT
# run.sh - `scripts/verify orders`: which tests need each memory order of sched/.
#
# Sourced by scripts/verify, which has prepare, programs and tests_of.  First each test tells which
# ordered accesses it executes (reach.sh), then each weakening (weakenings.sh) is given to the tests
# that execute it (weaken.sh), as many at a time as there are CPUs.  A row is kept as soon as it is
# known; what is under way lies in build/verify/orders-SOURCES/ and goes on there after an end by
# time or Ctrl-C.
#
# Weakness: the search of a test is cut off after some number of executions, and of a site that many
# tests execute only some are asked; --survivors asks all of them.

# PLACE PROGRAM TEST SECONDS for every ordered access of sched/ that a test executes, soon.
list_reach() {
	local program
	for program in $(programs); do
		tests_of "$program" | sed "s/^/$program /"
	done | xargs -P "$(nproc)" -L 1 bash "$orders/reach.sh" | sort
}

# SITE PLACE FROM TO of what is not answered yet.
list_open() { # ANSWERS
	awk -F '\t' 'FILENAME == ARGV[1] { done[$1 FS $3] = 1; next } !(($1 FS $4) in done)' "$1" <(bash "$orders/weakenings.sh" "$root")
}

progress() { # DONE ALL BEGAN ROW
	local left=$((($2 - $1) * (SECONDS - $3) / $1 / 60 + 1))
	printf '[%d of %d, about %d min left] %s\n' "$1" "$2" "$left" "${4//$'\t'/ }"
}

# Answers the lines of a file, row by row into ANSWERS.
answer_all() { # OPEN ANSWERS
	local row all began=$SECONDS count=0
	all=$(wc -l <"$1")
	export ORDERS_END=$(($(date +%s) + seconds)) ORDERS_TESTS=40 ORDERS_EXECUTIONS=1000
	[[ $mode != survivors ]] || ORDERS_TESTS=1000 ORDERS_EXECUTIONS=6000
	while IFS= read -r row; do
		printf '%s\n' "$row" >>"$2"
		count=$((count + 1))
		progress "$count" "$all" "$began" "$row"
	done < <(tr '\t' ' ' <"$1" | xargs -r -P "$(nproc)" -L 1 bash "$orders/weaken.sh")
	wait "$!" || die "a weakening could not be tried, see above; what was answered is kept"
}

# What is answered before anything is run, for a mode that goes on from the recorded results.
known_answers() { # MODE
	case $1 in
	all) ;;
	missing) grep -v '^#' "$orders/results.tsv" ;;
	survivors) awk -F '\t' -v only="$only" '!/^#/ && ($4 != "survives" || $1 !~ only)' "$orders/results.tsv" ;;
	esac
}

# The directory of what is under way; another one once the sources are others.
orders_state() {
	local sources
	sources=$(cat "$root"/sched/*.[ch] "$root"/verify/models/*.c | sha256sum | cut -c 1-12)
	echo "$work/orders-$sources"
}

run_orders() {
	local state answers
	state=$(orders_state)
	answers=$state/answers-$mode${only//[^a-z_]/}.tsv
	mkdir -p "$state/bin"
	[[ -f $answers ]] || known_answers "$mode" >"$answers"
	list_open "$answers" >"$state/open"
	printf '%d of %d weakenings to try\n' "$(wc -l <"$state/open")" "$(bash "$orders/weakenings.sh" "$root" | wc -l)"
	[[ $dry_run == no ]] || { cut -f 1,3,4 "$state/open"; return 0; }
	prepare verify_loom
	# Copies, so that a build in the meantime does not change what is asked.
	export ORDERS_BIN=$state/bin ORDERS_REACH=$state/reach
	programs | (cd "$directory/bin" && xargs cp -t "$ORDERS_BIN")
	if [[ ! -s $ORDERS_REACH ]]; then
		list_reach >"$state/reach.new"
		mv "$state/reach.new" "$ORDERS_REACH"
	fi
	answer_all "$state/open" "$answers"
	list_open "$answers" >"$state/open"
	if [[ -s $state/open ]]; then
		printf 'stopped after %d s with %d weakenings left; run it again to go on\n' "$SECONDS" "$(wc -l <"$state/open")"
		return 0
	fi
	keep_orders "$answers"
	rm "$answers"
	bash "$orders/check.sh" "$root"
}

# Only what is in sched/ today.
keep_orders() { # ANSWERS
	{
		printf '# site\tfrom\tto\tresult\tprogram\ttest\texecutions\n'
		awk -F '\t' 'NR == FNR { is_there[$1 FS $4] = 1; next } ($1 FS $3) in is_there' \
			<(bash "$orders/weakenings.sh" "$root") "$1" | sort
	} >"$orders/results.tsv"
	cut -f 4 "$orders/results.tsv" | sed 1d | sort | uniq -c
}
