# shellcheck shell=bash
# shellcheck disable=SC2154 # scripts/verify sets the names
# SPDX-License-Identifier: MIT
# run.sh - `scripts/verify mutants`: ordinary slips, made by rule, and which tests notice them.
#
# Sourced by scripts/verify, which has prepare, configure, build, work, record and red.  The mutants
# (list.sh) of a sample (draw.c) are tried (try.sh) in copies of the tree, one for each CPU; before
# that each test says once in a coverage build what it executes (reach.sh).  All of it lies in
# build/verify/mutation and goes on there after an end by time or Ctrl-C, as long as the sources and
# tests are the same.
#
# Weakness: only tests that are a program of their own and take seconds are asked, at most
# MUTATION_SECONDS for a mutant: unit and policy tests, models, stress tests of some variants; not what
# runs the whole lab, counts instructions or looks at reports.

mutation=$root/verify/mutation
mutated='^(sched/|lab/stats/|lab/verdict/|harness/[^/]*$)'

# The sources as they are, committed or not.
list_tree() { git -C "$root" ls-files -co --exclude-standard; }

# SUM FILE of the files that are named on stdin and there.
sums() { (cd "$1" && { xargs -r -d '\n' sha256sum 2>/dev/null || true; }) | sort; } # FOLDER

# What is the same keeps its time, so that it is not compiled again.
copy_tree() { # TREE
	mkdir -p "$1"
	(cd "$1" && find . -path ./build -prune -o -type f -print | sed 's|^\./||') | sums "$1" >"$state/there"
	list_tree | sums "$root" >"$state/wanted"
	comm -13 "$state/wanted" "$state/there" | cut -c 67- | (cd "$1" && xargs -r -d '\n' rm -f)
	comm -23 "$state/wanted" "$state/there" | cut -c 67- >"$state/copied"
	tar -C "$root" -c --verbatim-files-from -T "$state/copied" | tar -C "$1" -x -m
}

# What it lists are the tests of the tree as it is now, and of no folder that went.
configure_tree() { # TREE BUILD FLAGS OPTION...
	[[ ! -d $1/build/$2 ]] || find "$1/build/$2" -name CTestTestfile.cmake -delete
	(cd "$1" && quiet_step "configure ${1##*/} for $2" "$1/build/$2.log" cmake --preset tiny -B "$1/build/$2" \
		-DSCHEDLAB_WERROR=OFF -DSCHEDLAB_TOKIO=OFF -DCMAKE_C_COMPILER=gcc -DCMAKE_CXX_COMPILER=g++ \
		"-DCMAKE_C_FLAGS=$3" "-DCMAKE_CXX_FLAGS=$3" "${@:4}")
}

# NAME PROGRAM LABEL of the tests that may be asked; each is one program of the build.  (ctest tells
# the program only once it is there.)
list_programs() { # BUILD
	find "$1" -name CTestTestfile.cmake -exec cat {} + | sed -nE '
		s/^add_test\(\[=\[([^]]*)\]=\] "([^"]*)".*/program \1 \2/p
		s/^set_tests_properties\(\[=\[([^]]*)\]=\] .* LABELS "([a-z-]+).*/label \1 \2/p' |
		awk -v OFS='\t' -v build="$1/" '
			$1 == "program" { program[$2] = $3; next }
			{ if (index(program[$2], build) == 1 && $2 !~ /^(verify_control|workloads_notice)/) print $2, program[$2], $3 }' |
		awk -F '\t' '
			$3 ~ /^(unit|policy)$/
			$3 == "verify-quick" && $1 ~ /^verify_quick_/
			$3 == "stress" && $1 ~ /^(stress|workloads_on)_(tokio|tokio_lean|blitz_doc|tokio_inject_shards8|tokio_slab|tokio_lifo4)$/' |
		sort
}

# Of those the ones that are about the folders of the sample.
list_candidates() { # BUILD
	local folders
	folders=$(cut -f 2 "$state/mutants.tsv" | sed 's|/.*||' | sort -u | paste -sd '|')
	list_programs "$1" | awk -F '\t' -v build="$1/" -v folders="$folders" '
		{ of = index($2, build "lab/") ? "lab" : index($2, build "harness/") ? "harness" : "sched" }
		of ~ "^(" folders ")$"'
}

# FILE TEST: the files of the mutated folders that the code of the test's targets includes.
list_uses() { # BUILD
	ninja -C "$1" -t deps | awk -v tree="$(realpath "$1/../..")/" -v mutated="$mutated" '
		/^[^ ]/ { target = ""; if (match($1, /[^\/]+\.dir\//)) target = substr($1, RSTART, RLENGTH - 5) }
		/^ / && target {
			sub(/^ */, "")
			if (!sub(/^(\.\.\/)+/, "") && index($0, tree) == 1) $0 = substr($0, length(tree) + 1)
			if ($0 ~ mutated) print target "\t" $0
		}' |
		sort -u
}

ask_reach() {
	local name program label
	list_candidates "$whole/build/coverage" >"$state/candidates.tsv"
	cut -f 2 "$state/candidates.tsv" | grep -v /loom- | sed "s|^$whole/build/coverage/||" | sort -u >"$state/programs"
	# shellcheck disable=SC2046 # several
	quiet_step "build for coverage" "$state/coverage.log" ninja -C "$whole/build/coverage" $(cat "$state/programs")
	export MUTATION_TREE=$whole MUTATION_REACH=$trees/reach
	mkdir -p "$trees/reach"
	printf 'asking %d tests what they execute\n' "$(grep -vc '^verify_quick_' "$state/candidates.tsv")"
	grep -v '^verify_quick_' "$state/candidates.tsv" | cut -f 1,2 | tr '\t' ' ' |
		xargs -r -P "$(nproc)" -L 1 bash "$mutation/reach.sh" || die "a test could not say what it executes, see above"
	while read -r name program label; do
		[[ $label == verify-quick ]] || ! grep -qx red "$trees/reach/$name" || die "$name is red before any mutant"
	done <"$state/candidates.tsv"
	write_tables
}

# lines.tsv: FILE LINE TEST, or "-" for one that could be executed; tests.tsv: TEST SECONDS LINES
# TARGETS; uses.tsv: FILE TEST.
write_tables() {
	local name program label
	list_uses "$whole/build/coverage" >"$state/deps.tsv"
	list_uses "$trees/tree-0/build/mutants" | grep '^loom-' >>"$state/deps.tsv" || true
	: >"$state/lines.new"
	: >"$state/tests.new"
	while read -r name program label; do
		if [[ $label == verify-quick ]]; then
			printf '%s\t2\t0\t%s\n' "$name" "bin/${program##*/}" >>"$state/tests.new"
			continue
		fi
		sed 1,2d "$trees/reach/$name" | awk -v OFS='\t' -v name="$name" '{ print $1, $2, $3 == "not" ? "-" : name }' >>"$state/lines.new"
		sed -n 2p "$trees/reach/$name" | awk -v OFS='\t' -v name="$name" -v program="${program#"$whole/build/coverage/"}" -v lines="$(wc -l <"$trees/reach/$name")" '
			{ seconds = $2; sub(/^test [^ ]* */, ""); print name, seconds, lines, $0 " " program }' >>"$state/tests.new"
	done <"$state/candidates.tsv"
	[[ -s $state/lines.new ]] || die "no test says what it executes: is gcov there?"
	mv "$state/lines.new" "$state/lines.tsv"
	mv "$state/tests.new" "$state/tests.tsv"
	awk -F '\t' -v OFS='\t' '
		FILENAME ~ /deps.tsv$/ { files[$1] = files[$1] " " $2; next }
		{
			count = split($4, target, " ")
			for (i = 1; i <= count; i++) {
				sub(/.*\//, "", target[i])
				if (target[i] ~ /^loom-/) target[i] = target[i] "-object"
				more = split(files[target[i]], file, " ")
				for (k = 1; k <= more; k++) if (!seen[file[k], $1]++) print file[k], $1
			}
		}' "$state/deps.tsv" "$state/tests.tsv" >"$state/uses.tsv"
}

prepare_trees() {
	local slot targets
	copy_tree "$whole"
	# No compiler cache: it may give back an object that writes its counts elsewhere.
	configure_tree "$whole" coverage "-O0 -g --coverage -w" -DCMAKE_C_COMPILER_LAUNCHER= -DCMAKE_CXX_COMPILER_LAUNCHER=
	for ((slot = 0; slot < $(nproc); slot++)); do
		copy_tree "$trees/tree-$slot"
		configure_tree "$trees/tree-$slot" mutants "-O0 -w"
		targets=$(list_candidates "$trees/tree-$slot/build/mutants" | cut -f 2 | sort -u)
		# shellcheck disable=SC2086 # several
		quiet_step "build tree-$slot" "$trees/tree-$slot/build/mutants.log" \
			ninja -C "$trees/tree-$slot/build/mutants" ${targets//"$trees/tree-$slot/build/mutants/"/}
	done
}

# What was cut off in the middle is no answer, nor is one to another edit that had the same id.
keep_answers() { # EARLIER-MUTANTS
	touch "$state/answers.tsv" "$1"
	awk -F '\t' '
		FILENAME == ARGV[1] { was[$1] = $0; next }
		FILENAME == ARGV[2] { is[$1] = $0; next }
		NF == 4 && was[$1] == is[$1]' "$1" "$state/mutants.tsv" "$state/answers.tsv" >"$state/answers.new"
	mv "$state/answers.new" "$state/answers.tsv"
}

# Those of the sample that are not answered yet.
list_open_mutants() { awk -F '\t' 'FILENAME == ARGV[1] { done[$1] = 1; next } !($1 in done) { print $1 }' "$state/answers.tsv" "$state/mutants.tsv"; }

try_all() {
	local all row count=0 began=$SECONDS
	all=$(list_open_mutants | wc -l)
	export MUTATION_STATE=$state MUTATION_TREES=$trees MUTATION_SECONDS=90 MUTATION_END=$(($(date +%s) + seconds))
	while IFS= read -r row; do
		printf '%s\n' "$row" >>"$state/answers.tsv"
		count=$((count + 1))
		progress "$count" "$all" "$began" "$row"
	done < <(list_open_mutants | xargs -r -d '\n' -P "$(nproc)" -n 1 --process-slot-var=MUTATION_SLOT bash "$mutation/try.sh")
	wait "$!" || die "a mutant could not be tried, see above; what was answered is kept"
}

# Everything whose change may change an answer.
mutation_state() {
	(cd "$root" && list_tree | grep -E "$mutated|test|^verify/models|^lab/|^variants/|^workloads/|CMake" | xargs -d '\n' sha256sum 2>/dev/null) |
		sha256sum | cut -c 1-12
}

# What would otherwise fail after minutes, or in silence.
need_for_mutants() {
	local tool
	[[ $root != *[[:space:]]* ]] || die "mutants cannot be tried in a path with blanks: $root"
	for tool in git gcc gcov ninja pkg-config flock; do
		command -v "$tool" >/dev/null || die "mutants need $tool, which is not here"
	done
	[[ $(list_tree 2>/dev/null | grep -cx CMakeLists.txt) != 0 ]] || die "mutants are made of what git lists: $root is no checkout of it"
}

# Held by all that this run starts, so also by what is left of one that was killed.
lock_trees() {
	mkdir -p "$trees"
	exec {lock}>"$trees/lock"
	flock -n "$lock" || die "another run tries mutants in ${trees#"$root"/}: wait for its end"
}

# The offsets of the mutants, and all answers, are those of one state of the sources.
need_same_sources() {
	[[ $(mutation_state) == "$sources" ]] || die "the sources changed meanwhile: start again; what was answered before is kept"
}

draw_mutants() {
	bash "$mutation/list.sh" "$root" "$directory" "$directory/bin/mutation-generate" >"$state/all.new"
	grep -E -e "$only" "$state/all.new" | "$directory/bin/mutation-draw" "$seed" "$sample" | sort >"$state/mutants.new" || true
	if [[ ! -s $state/mutants.new ]]; then
		rm "$state/all.new" "$state/mutants.new"
		rmdir --ignore-fail-on-non-empty "$state"
		usage_error "--only: no mutant matches '$only'"
	fi
	need_same_sources
	[[ ! -f $state/mutants.tsv ]] || mv "$state/mutants.tsv" "$state/mutants.old"
	mv "$state/all.new" "$state/all.tsv"
	mv "$state/mutants.new" "$state/mutants.tsv"
	keep_answers "$state/mutants.old"
}

run_mutants() {
	local trees=$work/mutation state whole sources lock
	need_for_mutants
	lock_trees
	prepare mutation-draw mutation-share harness_build_facts lab_build_info
	[[ $(cache_value "$directory" LIBCLANG_LIBRARY) != *NOTFOUND ]] ||
		die "mutants are made with libclang, which is not here: install libclang-dev (scripts/setup --ci does)"
	build "$directory" mutation-generate
	whole=$trees/tree-whole
	sources=$(mutation_state)
	state=$trees/$sources-$sample-$seed-$(sha256sum <<<"$only" | cut -c 1-6)
	mkdir -p "$state"
	draw_mutants
	printf '%d mutants, seed %s: %d of all %d; %d to try\n' "$(wc -l <"$state/mutants.tsv")" "$seed" \
		"$(wc -l <"$state/mutants.tsv")" "$(wc -l <"$state/all.tsv")" "$(list_open_mutants | wc -l)"
	[[ $dry_run == no ]] || { cut -f 1,3,8,9 "$state/mutants.tsv"; return 0; }
	if [[ -n $(list_open_mutants) ]]; then
		prepare_trees
		need_same_sources
		ask_reach
		try_all
	fi
	[[ $record == no ]] || need_same_sources
	report_mutants
}
