# shellcheck shell=bash
# shellcheck disable=SC2154 # tests/fresh/run and scripts/lib.sh set the names
# SPDX-License-Identifier: MIT
# cases.sh - what must work on a machine that is not the author's.
#
# Sourced by tests/fresh/run.  A case is a function case_NAME, with its description in the comment
# before it; it may need what an earlier one left, and then makes it itself if that is not there.

tree=/root/schedlab

list_cases() { sed -n 's/^# case \([a-z]*\): /\1 /p' "$root/tests/fresh/cases.sh"; }

# step LABEL COMMAND...: in the tree, by root
step() {
	local label=$1
	shift
	step_of root "$tree" "$label" "$@"
}

log_of() { echo "$logs/${1//[^A-Za-z0-9]/-}.log"; } # LABEL

# step_of USER FOLDER LABEL COMMAND...; the output stays in $output
step_of() {
	local user=$1 folder=$2 label=$3
	shift 3
	output=$(log_of "$label")
	quiet_step "$label" "$output" inside "$user" "$folder" "$@"
}

# says PATTERN WHAT: the output of the last step has it
says() { grep -Eq -- "$1" "$output" || die "$2: no '$1' in $output"; }

# in_table PATTERN WHAT: the table of the last run has it; the run said where its results are
in_table() {
	local report
	report=$(sed -n 's/^results: //p' "$output" | tail -n 1)
	grep -Eq -- "$1" "$machine${report%/*}/table.txt" || die "$2: no '$1' in ${report%/*}/table.txt"
}

# fails_with PATTERN LABEL USER FOLDER COMMAND...: one line of complaint, and no success
fails_with() {
	local pattern=$1 label=$2
	shift 2
	output=$(log_of "$label")
	attempt inside "$@" >"$output" 2>&1
	((status != 0)) || die "$label: it worked; see $output"
	says "$pattern" "$label"
	printf '%s: refused, as it must be\n' "$label"
}

need_tree() {
	[[ -x $machine/usr/bin/cmake ]] || case_setup
}

# The user's own variant of the README, as it stands there.
readme_variant() { awk '/^```$/ { on = 0 } on; /^```c$/ { on = 1 }' "$root/README.md"; }

# try_variant USER FOLDER LABEL [OPTION...]: what the README says about a variant of one's own, which builds
# little; the file lies beside the tree.
try_variant() {
	local user=$1 folder=$2 label=$3
	shift 3
	readme_variant >"$machine${folder%/*}/my_lifo3.c"
	step_of "$user" "$folder" "$label" scripts/run --variant ../my_lifo3.c --against tokio "$@"
	in_table '^ *my_lifo3 +[0-9.]+ ' "$label"
}

# case setup: scripts/setup, from nothing
case_setup() {
	take_tree "$tree"
	step "set-up" scripts/setup
	says '^set-up: complete on debian-' "set-up"
	step "set-up again" scripts/setup --check
}

# case run: scripts/run, with real Tokio and its other versions
case_run() {
	need_tree
	take_tree "$tree"
	step "run" scripts/run
	says '^tokio-bare +ok|tokio-bare ' "run"
	[[ -z $(compgen -G "$machine$tree/build/release/bin/*-not-built.txt") ]] ||
		die "not built: $(cat "$machine$tree"/build/release/bin/*-not-built.txt)"
	compgen -G "$machine$tree/results/*-smoke/report.html" >/dev/null || die "run: there is no report"
}

# case counts: the suite of the claims, as short as can be, has its counts, for a variant as well
case_counts() {
	local short=(--suite quick --workloads yield_many --pairs 1 --blocks 2 --block-ms 2)
	need_tree
	take_tree "$tree"
	try_variant root "$tree" "counts of a variant" "${short[@]}"
	in_table '^ *my_lifo3 +[0-9.]+ .* [0-9]{2,}([.][0-9]+)? +[0-9.]+$' "counts of a variant"
	step "counts" scripts/run "${short[@]}"
	# The last two columns are instructions and locked RMW.
	in_table '^ *tokio +[0-9.]+ .* [0-9]{2,}([.][0-9]+)? +[0-9.]+$' "counts"
	in_table '^ *tokio(-bare)? = baseline .* [0-9]{2,}([.][0-9]+)? +[0-9.]+$' "counts"
}

# case test: scripts/test --quick
case_test() {
	need_tree
	take_tree "$tree"
	step "test --quick" scripts/test --quick
	says '^[0-9]+ passed, 0 failed, [0-9]+ skipped$' "test --quick"
}

# try_trial LABEL OPTION...: it ends with an answer, whichever, and with its page
try_trial() {
	local label=$1
	shift
	# shellcheck disable=SC2016 # the shell inside expands them
	step "$label" bash -c 'scripts/trial "$@" --quick --budget 20; [[ $? == [056] ]]' trial "$@"
	says '^to paste: /.*/trial[.]md$' "$label"
}

# case trial: scripts/trial of a knob, and of two versions of Tokio under a program of one's own
case_trial() {
	need_tree
	take_tree "$tree"
	try_trial "trial of a knob" --base tokio --head tokio+lifo_notify=always --cells idle_trickle
	rm -rf "$machine/root/mine"
	step "a repro to begin with" scripts/trial --new-repro /root/mine
	try_trial "trial of a repro" --base 1.53.3 --head 1.54.1 --repro /root/mine
}

# case moved: a tree that was moved, with what was built in it
case_moved() {
	local moved=/root/elsewhere/schedlab
	need_tree
	take_tree "$tree"
	[[ -f $machine$tree/build/release/CMakeCache.txt ]] || try_variant root "$tree" "build, to be moved"
	rm -rf "$machine${moved%/*}"
	mkdir "$machine${moved%/*}"
	mv "$machine$tree" "$machine$moved"
	attempt try_variant root "$moved" "run in a moved tree"
	mv "$machine$moved" "$machine$tree" # for the cases after this one
	((status == 0)) || return 1
	output=$(log_of "run in a moved tree")
	says "^release: was configured for $tree; made anew" "run in a moved tree"
}

# case spaces: a path with spaces in it, from a clone to a comparison with real Tokio
case_spaces() {
	local folder="/root/my sched lab/a tree"
	need_tree
	take_tree "$folder"
	try_variant root "$folder" "run in a path with spaces"
	step_of root "$folder" "Tokio in a path with spaces" \
		cmake --build build/release --target bench-tokio-bare
	step_of root "$folder" "compare in a path with spaces" build/release/bin/schedlab run --arms tokio \
		--against tokio-bare --workloads spawn_local --pairs 1 --blocks 2 --block-ms 2 --out "a result"
}

# case readonly: a tree that nobody may write: one line says so, and nothing was tried
case_readonly() {
	need_tree
	take_tree "$tree"
	fails_with "cannot write in $tree/build: " "run in a read-only tree" root "$tree:ro" scripts/run
	(($(wc -l <"$output") == 1)) || die "run in a read-only tree: more than one line, see $output"
	fails_with "cannot write in $tree/build: " "test in a read-only tree" \
		root "$tree:ro" scripts/test --quick
}

# case user: somebody who is not root, and cannot become root, after set-up
case_user() {
	local folder=/home/somebody/schedlab
	need_tree
	[[ -d $machine/home/somebody ]] || inside root / useradd --create-home somebody
	take_tree "$folder" somebody
	try_variant somebody "$folder" "run by a user"
	says '^set-up: complete on debian-' "run by a user"
}
