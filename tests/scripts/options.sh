#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: options are read before anything is installed or built, wherever one stands
#
# options.sh SOURCE SCHEDLAB
# shellcheck source=tests/scripts/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"
schedlab=$2

replace_program cmake 1
replace_program apt-get 1
tree_with "$work/tree" scripts lab/suites

refuses() { refuses_early scripts/run "$@"; } # PATTERN OPTION...

refuses "unknown option '--suit'" --suit quick --dry-run
refuses "unknown option '--dry-run=yes'" --dry-run=yes
refuses "unknown option 'quick'" quick
refuses "unknown option '--nosuch=1'" --suite smoke --nosuch=1
refuses "--pairs needs a value" --pairs
refuses "--resume: .* no --suite" --resume "$work" --suite quick

# Where results cannot go is told before anything is installed or built.
mkdir "$work/taken"
touch "$work/file" "$work/taken/results.db"
for place in "$work/file" "$work/taken"; do
	rm -f "$work/called"
	run "$work/tree/scripts/run" --out "$place"
	expect "run --out $place" 4 "$status"
	says "--out: .*; give another" "run --out $place"
	[[ ! -e $work/called ]] || fail "run --out $place: called $(head -n 1 "$work/called")"
done

# What goes on builds nothing; the program of the first run must be there.
rm -f "$work/called"
run "$work/tree/scripts/run" --resume "$work"
expect "run --resume without a build" 1 "$status"
says "--resume: there is no .*/bin/schedlab" "run --resume without a build"
[[ ! -e $work/called ]] || fail "run --resume: called $(head -n 1 "$work/called")"

# A link to a script, in a folder on PATH for example.
ln -s "$work/tree/scripts/run" "$work/linked"
run "$work/linked" --nosuch
says "unknown option '--nosuch'" "a link to scripts/run"

# What `schedlab run` takes is what the script hands to it, with and without a value.
"$schedlab" run --help >"$work/help"
options=$(grep -oE '^ +(-[a-zA-Z?], )?--[a-z-]+=?' "$work/help" | grep -oE -- '--[a-z-]+=?' |
	grep -vE '^--(help|usage|version)$' | sort)
[[ $(wc -l <<<"$options") -gt 10 ]] || fail "no options in: $(cat "$work/help")"
for option in $options; do
	value=()
	[[ $option != *= ]] || value=(quick)
	run "$work/tree/scripts/run" "${option%=}" "${value[@]}"
	says_not 'unknown option|needs a value' "run ${option%=} ${value[*]}"
done
known=$(sed -n "s/^with\(out\)\?_value+\?='|\?\(.*\)'/\2/p" "$work/tree/scripts/run" | tr '|' '\n')
for option in $known; do
	grep -Eqx -- "--$option=?" <<<"$options" || fail "scripts/run takes --$option, schedlab run does not"
done

# Where one stands, and where CDPATH leads, makes no difference.
mkdir -p "$work/elsewhere/scripts" "$work/elsewhere/lab/suites"
for folder in "$work/tree" "$work/elsewhere"; do
	for script in run test counts setup peer-fidelity; do
		cd "$work/tree" || exit 1
		run env CDPATH="$folder" "scripts/$script" --nosuch
		expect "CDPATH, $script" 2 "$status"
		says "unknown option '--nosuch'" "CDPATH, $script"
	done
	run env CDPATH="$folder" scripts/run --suite nosuch
	says "there are .*quick.*smoke" "CDPATH, the suites"
done

# Whatever goes to another folder goes where it says.
cat >"$work/list" <<'TEXT'
source "$1/scripts/lib.sh"
list_scripts
TEXT
bash "$work/list" "$source_dir" >"$work/scripts" || fail "the list of all scripts: status $?"
while read -r script; do
	head -n 1 "$script" | grep -q '^#!' || continue # what is sourced has it from the other
	grep -Eq '(^|[^a-z_-])cd ("?\$\(dirname|[a-z.])' "$script" || continue
	grep -Eq 'unset CDPATH|^source .*/(lib|environment)\.sh"$' "$script" ||
		fail "$script: cd without unset CDPATH"
done <"$work/scripts"
finish
