# SPDX-License-Identifier: MIT
# citations.awk - what the prose of a file cites, one a line: KIND, FILE:LINE, what.
# Prose is all of a document or a table, the head of a patch, and elsewhere the comments.
# Variables: root, and folders, those of the tree's top as alternatives of a pattern.

# The comment in a line of a language with /* */ and //, outside of strings.
function c_comment(line,    at, out, what) {
	out = ""
	while (length(line)) {
		if (!inside) {
			if (!match(line, /\/\*|\/\/|"([^"\\]|\\.)*"/))
				break
			what = substr(line, RSTART, 2)
			line = substr(line, RSTART + RLENGTH)
			inside = what == "/*"
			if (what == "//")
				return out " " line
			if (!inside)
				continue
		}
		at = index(line, "*/")
		if (!at)
			return out " " line
		out = out " " substr(line, 1, at - 1)
		line = substr(line, at + 2)
		inside = 0
	}
	return out
}

function hash_comment(line) {
	return match(line, /(^|[ \t])#[^!]/) ? substr(line, RSTART + RLENGTH) : ""
}

function prose(line) {
	if (language == "text")
		return line
	if (language == "patch")
		return line ~ /^[a-z-]+: / ? line : ""
	return language == "c" ? c_comment(line) : hash_comment(line)
}

# tell KIND for each PATTERN in the text that no letter, digit or part of a path touches; `after`
# is what follows it.
function cite(kind, pattern, text,    before, what, after) {
	before = " "
	while (match(text, pattern)) {
		if (RSTART > 1)
			before = substr(text, RSTART - 1, 1)
		what = substr(text, RSTART, RLENGTH)
		after = substr(text, RSTART + RLENGTH)
		if (before !~ /[A-Za-z0-9_\/.@&~-]/ && after !~ /^[A-Za-z0-9_]/)
			tell(kind, what, after)
		before = substr(what, length(what), 1)
		text = after
	}
}

# Left out: the text of a link, and patterns of names, as NAME.c, *.c, {a,b} or <time>.
function tell(kind, what, after) {
	if (kind ~ /^(path|file)$/) {
		if (after ~ /^([*{<$%]|\]\()/ || (what ~ /[A-Z][A-Z]/ && what !~ /\.(md|txt)$/))
			return
		sub(/[.\/-]+$/, "", what)
		if (kind == "file" && what ~ "^(" folders ")/")
			return
	}
	print kind "\t" name ":" FNR "\t" what
}

function links(text,    what) {
	while (match(text, /\]\([^) ]+\)/)) {
		what = substr(text, RSTART + 2, RLENGTH - 3)
		if (what !~ /^[a-z]+:/)
			print "link\t" name ":" FNR "\t" what
		text = substr(text, RSTART + RLENGTH)
	}
}

FNR == 1 {
	name = substr(FILENAME, length(root) + 2)
	inside = 0
	language = "hash"
	if (name ~ /\.(md|json|tsv)$/)
		language = "text"
	else if (name ~ /\.(patch|orders)$/)
		language = "patch"
	else if (name ~ /\.(c|h|cc|cpp|hpp|rs|js|css)(\.in)?$/)
		language = "c"
}

{
	if (name ~ /\.md$/)
		links($0)
	if (name ~ /^results\/reference\//)
		next # written when the tree was another
	text = prose($0)
	gsub(/https?:[^ )>]*/, "", text)
	cite("path", "(" folders ")/[A-Za-z0-9_./@-]*", text)
	cite("file", "([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+[.](md|h)", text)
	cite("section", "[A-Za-z0-9_/-]+[.]md,? (section )?([0-9]+([.][0-9]+)*|\"[^\"]+\")", text)
	cite("claim", "The comparison of Blitz-IO with Tokio, The [A-Z][a-z]+, [0-9]+", text)
	cite("defect", "(HB|B|D)[0-9][0-9]?", text)
	cite("number", "([a-z]+)?#[0-9][0-9][0-9]+", text)
	cite("number", "([Ii]ssues?|PR|pull request) [0-9][0-9][0-9]+", text)
	cite("number", "tokio_[0-9][0-9][0-9][0-9]", text)
	cite("outside", "design-claims|blitz-observed", text)
}
