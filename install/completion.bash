# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# completion.bash - completion of schedlab for bash: sourced, or found by bash-completion where it is
# installed.  What to offer says install/complete; where that has nothing, files are offered.
_schedlab_complete=$(dirname "$(realpath "${BASH_SOURCE[0]}")")/complete
[[ -x $_schedlab_complete ]] || _schedlab_complete=${_schedlab_complete%/*}/../../schedlab/complete

_schedlab() {
	local line=${COMP_LINE:0:COMP_POINT} typed
	mapfile -t COMPREPLY < <("$_schedlab_complete" "${COMP_WORDS[0]}" "$line" 2>/dev/null)
	# To bash a word begins behind a = or a colon.
	typed=${line##*[[:space:]]}
	if [[ $COMP_WORDBREAKS == *=* ]]; then
		COMPREPLY=("${COMPREPLY[@]#"${typed%"${typed##*[=:]}"}"}")
	fi
}
complete -o nospace -o default -F _schedlab schedlab
