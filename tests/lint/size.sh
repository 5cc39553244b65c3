#!/bin/bash -p
# SPDX-License-Identifier: MIT
# size.sh ROOT - functions of at most 70 lines, files of at most 600: of everything that is
# written by hand, whatever its language and wherever it lies.
#
# A function begins where its language says so and ends with the next line that closes it,
# indented as its first line.  Weakness: an arrow function of JavaScript has no such beginning.
# shellcheck source=tests/lint/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

max_function=70
max_file=600

# What may be longer, one a line: PATTERN and why.
exceptions='EXPERIMENTS.md one table, read from top to bottom
verify/tables/*.tsv written by scripts/verify, one line a test'

is_excepted() { # FILE
	local pattern
	while read -r pattern _; do
		# shellcheck disable=SC2053 # a pattern
		[[ $1 != $pattern ]] || return 0
	done <<<"$exceptions"
	return 1
}

# The texts of the tree, without what tools write and what others wrote.
list_texts() {
	find "$root" \( -path "$root/build" -o -path "$root/results" -o -path "$root/counts/records" \
		-o -path "$root/tests/lint/bad" -o -name .git -o -name target -o -name LICENSE \
		-o -name Cargo.lock \) -prune -o -type f -size +0 -exec grep -lI '' {} + | sort
}

long_functions() { # FILE
	awk -v file="$1" -v most="$max_function" '
	function indent(text) { match(text, /^[ \t]*/); return substr(text, 1, RLENGTH) }
	function begin(end) { start = FNR; closing = end }
	function tell(last) {
		if (last - start + 1 > most)
			printf "%s:%d: function of %d lines, at most %d\n", file, start, last - start + 1, most
		start = 0
	}
	FNR == 1 {
		is_c = file ~ /\.(c|h|cc|cpp|hpp)(\.in)?$/
		is_awk = file ~ /\.awk$/
		is_bash = file ~ /\.sh$/ || /^#!.*bash/
		is_cmake = file ~ /(\.cmake|CMakeLists\.txt)$/
		is_rust = file ~ /\.rs$/
		is_script = file ~ /\.js$/
		is_python = file ~ /\.py$/
	}
	is_python && start && NF {
		if (length(indent($0)) > length(closing) || /^[ \t]*[])}#]/) {
			inside = FNR
			next
		}
		tell(inside)
	}
	is_python && /^[ \t]*(async )?def / { begin(indent($0)); inside = FNR }
	is_python { next }
	start && is_c && /^\}.*;/ { start = 0; next } # an initialiser or a struct
	start && index($0, closing) == 1 { tell(FNR); next }
	start { next }
	is_c && /^\{/ { begin("}") }
	is_bash && /^[A-Za-z_0-9-]+\(\) *[{(]( *#.*)?$/ { begin(/\{( *#.*)?$/ ? "}" : ")") }
	is_awk && /^[^ \t#].*\{( *#.*)?$/ { begin("}") }
	is_cmake && /^[ \t]*(function|macro)\(/ { begin(indent($0) "end") }
	is_rust && /^[ \t]*(pub(\([a-z]+\))? )?((const|async|unsafe) )*fn [^;]*$/ && !/\}$/ { begin(indent($0) "}") }
	is_script && /^[ \t]*(async )?function.*\{$/ { begin(indent($0) "}") }
	END { if (is_python && start) tell(inside) }' "$1"
}

root=$1
looked=0
while IFS= read -r file; do
	looked=$((looked + 1))
	! is_excepted "${file#"$root"/}" || continue
	count_findings < <(long_functions "$file")
	lines=$(wc -l <"$file")
	((lines <= max_file)) || finding "$file:$lines: file of $lines lines, at most $max_file"
done < <(list_texts)
((looked > 0)) || finding "$root: there are no texts"
finish
