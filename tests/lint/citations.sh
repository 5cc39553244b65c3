#!/bin/bash -p
# SPDX-License-Identifier: MIT
# citations.sh ROOT - what comments, claims and documents cite can be opened:
#   links and paths exist, a link's #anchor too; a section of a document (docs/tokio.md 1.3) is
#   in it; a section of the comparison (The Good, 1) is in docs/claims-document.md and names the
#   claim's file; a defect (B1) is defined in docs/blitz-io.md; the number of an issue or pull
#   request (#8065, loom#166) is in docs/sources.md, with a link and what it says.
#
# Weakness: a citation that a line break parts is not seen; links to other hosts are not opened.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

root=$1
here=$(dirname "${BASH_SOURCE[0]}")

# What tools write is left out, but for reports.
list_texts() {
	find "$root" \( -path "$root/build" -o -path "$root/counts/records" \
		-o -path "$root/tests/lint/bad" \
		-o -name .git -o -name target -o -name Cargo.lock \) -prune \
		-o -type f -size +0 \( -not -path "$root/results/*" -o -path "$root/results/README.md" \
		-o -path "$root/results/reference/*.md" \) -exec grep -lI '' {} + | sort
}

# The names of a document's headings in links, and its anchors, one a line.
anchors() { # FILE
	sed -n 's/^#\{1,6\} //p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9 _-]//g; s/ /-/g'
	sed -n 's/.*<a id="\([a-z0-9_-]*\)">.*/\1/p' "$1"
}

# A name without a folder is that of a file anywhere.
declare -A names=()
while IFS= read -r name; do
	names[$name]=yes
done < <(find "$root" \( -path "$root/build" -o -path "$root/tests/lint/bad" -o -name .git \) -prune -o -type f -printf '%f\n')

file_resolves() { # FOLDER FILE
	[[ -e $root/$2 || -e $root/$1/$2 || -e $root/$1/../$2 || $2 =~ ^(std[a-z]*|linux/.*)\.h$ ]] ||
		[[ $2 != */* && -n ${names[$2]:-}${names[$2.in]:-} ]]
}

link_resolves() { # FOLDER TARGET
	local file=${2%%#*} anchor=${2#*#}
	[[ -z $file ]] || file=$root/$1/$file
	file=${file:-$root/$place}
	[[ -e $file ]] || return 1
	[[ $2 != *'#'* || $'\n'$(anchors "$file")$'\n' == *$'\n'"$anchor"$'\n'* ]]
}

section_resolves() { # FOLDER CITATION
	local file=${2%%.md*}.md section=${2#*.md}
	for file in "$root/$1/$file" "$root/$file" "$root/docs/$file"; do
		[[ ! -f $file ]] || break
	done
	[[ -f $file ]] || return 1
	section=${section#,}
	section=${section# }
	section=${section#section }
	if [[ $section == \"* ]]; then
		section=$(tr -d '`' <"$file" | grep -E "^#+ ${section//\"/}\$")
		[[ -n $section ]]
	else
		grep -qE "^(#+ |[-*]* ?\*\*)${section//./\\.}[.* ]" "$file"
	fi
}

claim_resolves() { # CITATION
	local section=${1#*Tokio, } text
	text=$(awk -v start="### $section:" '/^##/ { on = index($0, start) == 1 } on' \
		"$root/docs/claims-document.md" 2>/dev/null)
	[[ -n $text && ($place != claims/* || $text == *"$place"*) ]]
}

defect_resolves() { grep -q "<a id=\"${1,,}\">" "$root/docs/blitz-io.md" 2>/dev/null; }

number_resolves() { # CITATION
	local number=${1##*[!0-9]} prefix=
	[[ $1 != [a-z]*'#'* || $1 == *' '* || $1 == tokio#* ]] || prefix=${1%%#*}
	grep -qE "\[$prefix#$number\]\(https://[^)]*/$number\) \| [^|]+" "$root/docs/sources.md" 2>/dev/null
}

resolves() { # KIND FOLDER WHAT
	case $1 in
	link) link_resolves "$2" "$3" ;;
	path) [[ $3 == results/* && $3 != results/reference/* ]] || [[ -e $root/$3 || -e $root/$2/$3 ]] ;;
	file) file_resolves "$2" "$3" ;;
	section) section_resolves "$2" "$3" ;;
	claim) claim_resolves "$3" ;;
	defect) defect_resolves "$3" ;;
	number) number_resolves "$3" ;;
	outside) false ;;
	esac
}

folders=$(cd "$root" && printf '%s\n' */ | sed 's|/||; /^build$/d' | paste -sd '|')
declare -A known=()
while IFS=$'\t' read -r kind at what; do
	place=${at%:*}
	folder=$(dirname "$place")
	[[ $kind =~ ^(defect|number|outside)$ ]] && key="$kind $what" || key="$kind $folder $what $place"
	if [[ -z ${known[$key]:-} ]]; then
		resolves "$kind" "$folder" "$what" && known[$key]=yes || known[$key]=no
	fi
	[[ ${known[$key]} == yes ]] || finding "$at: $kind: $what"
done < <(list_texts | xargs -d '\n' awk -v root="$root" -v folders="$folders" -f "$here/citations.awk")
((${#known[@]} > 0)) || finding "$root: cites nothing"
finish
