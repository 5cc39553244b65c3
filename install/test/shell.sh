#!/bin/bash -p
# SPDX-License-Identifier: MIT
# Description: shells complete commands, options, values and names; the manual page has all of them
# shellcheck source=install/test/lib.sh disable=SC2154
source "$(dirname "$0")/lib.sh"
install_it
PATH=$prefix/bin:$PATH
completion=$prefix/share/bash-completion/completions/schedlab

# bash_completes LINE WORDS: what bash would put in the place of the last word, or of what stands there
# behind a = or a colon
bash_completes() {
	expect "bash, '$1'" "$2" "$(bash --norc -c 'source "$1"
		COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=(schedlab)
		_schedlab
		printf "%s|" "${COMPREPLY[@]}"' - "$completion" "$1")"
}

# zsh_completes LINE WORDS: what zsh would put in the place of the last word
zsh_completes() {
	expect "zsh, '$1'" "$2" "$(zsh -f -c 'compadd() { printf "%s|" "${@[5,-1]}" }
		compset() { } ; _files() { printf "files|" }
		words=(${(s: :)2}); [[ $2 != *" " ]] || words+=("")
		CURRENT=$#words PREFIX=$words[-1]
		complete_it() { source "$1" }
		complete_it "$1"' - "$prefix/share/zsh/site-functions/_schedlab" "$1")"
}

bash_completes 'schedlab bu' 'build |'
bash_completes 'schedlab run --su' '--suite=|--suite-dir=|'
bash_completes 'schedlab run --suite qu' 'quick|'
bash_completes 'schedlab run --suite=qu' 'quick|'
bash_completes 'schedlab run --dry' '--dry-run |'
bash_completes 'schedlab run --claims=lifo,inje' 'lifo,inject|'
bash_completes 'schedlab build tokio_l' 'tokio_lean|'
bash_completes 'schedlab run --arms null,tokio+pop' \
	'null,tokio+pop=proceed|null,tokio+pop=spin|null,tokio+pop=null|'
bash_completes 'schedlab run --arms tokio+pop=nu' 'null|'
bash_completes 'schedlab build --flavour=co' 'counting|'
bash_completes 'schedlab run --workloads spawn_l' 'spawn_local|'
bash_completes 'schedlab validate spinn' 'spinning_owner|'
bash_completes 'schedlab list su' 'suites|'
bash_completes 'schedlab list claims spinn' 'spinning_owner|'
bash_completes 'schedlab show resu' '|' # files, which are readline's
bash_completes 'schedlab nosuch --x' '|'
if command -v zsh >/dev/null; then
	zsh_completes 'schedlab bu' 'build |'
	zsh_completes 'schedlab run --suite=qu' '--suite=quick|'
	zsh_completes 'schedlab run --arms tokio+pop=nu' 'tokio+pop=null|'
	zsh_completes 'schedlab show resu' 'files|'
else
	echo "not looked at: there is no zsh"
fi

# Every command, option and variable that is told of, and no fault of roff's.
page=$prefix/share/man/man1/schedlab.1
heads=$(sed -n 's/\\-/-/g; s/^\.\(B\|SS\) / /p' "$page" | tr ',' ' ' | sed 's/$/ /')
has() { grep -qF -- " $2" <<<"$heads" || fail "$page: no $1"; } # WHAT, and how its head begins
commands=$("$schedlab" --help | sed -nE 's/^  ([a-z][a-z-]*) .*/\1/p')
[[ $(wc -l <<<"$commands") -ge 10 ]] || fail "--help lists no commands: $commands"
for command in $commands; do
	has "command $command" "$command: "
	for option in $("$schedlab" "$command" --help | grep -oE '^ +(-., +)?--[a-z-]+(=[^ ]+)?' | sed -E 's/^ +(-., +)?//'); do
		has "option $option of $command" "${option//,/ } "
	done
done
grep -q '^130 ended by a signal' "$page" || fail "$page: no exit status 130"
if command -v man >/dev/null; then
	expect "man's warnings" "" "$(man --warnings -E UTF-8 -l "$page" 2>&1 >/dev/null)"
fi
finish
