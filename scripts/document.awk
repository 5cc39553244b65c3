# SPDX-License-Identifier: MIT
# document.awk - a part of the comparison's statements as a Markdown table (scripts/document).
#
# Reads, in this order, what became of the claims (claim_words of scripts/document.sh),
# verify/tables/controls.tsv, engines.tsv and models.tsv, and claims/document.tsv.  Variable: part,
# one of table, sections, recommendations, conclusion, tokio, short; controls, the files of
# verify/controls, one a line.  A row that names something which is not there is an error: exit
# status 1.

BEGIN {
	FS = "\t"
	count = split(controls, line, "\n")
	for (i = 1; i <= count; i++) {
		name = line[i]
		sub(/\..*/, "", name)
		file[name] = line[i]
	}
}

function complain(text) {
	printf "claims/document.tsv: %s: %s\n", $1, text > "/dev/stderr"
	failed = 1
}

# Each PATTERN in the text as a link, the target being BEFORE its lower case.
function link_all(text, pattern, target,    out, what, before) {
	out = ""
	before = " "
	while (match(text, pattern)) {
		what = substr(text, RSTART, RLENGTH)
		if (RSTART > 1)
			before = substr(text, RSTART - 1, 1)
		out = out substr(text, 1, RSTART - 1)
		out = out (before ~ /[A-Za-z0-9_-]/ ? what : "[" what "](" target tolower(what) ")")
		before = substr(what, length(what), 1)
		text = substr(text, RSTART + RLENGTH)
	}
	return out text
}

function linked(text) {
	text = link_all(text, "(HB|B|D)[0-9]+", "docs/blitz-io.md#")
	gsub(/docs\/tokio\.md/, "[tokio.md](docs/tokio.md)", text)
	gsub(/docs\/blitz-io\.md [0-9]/, "[&", text)
	gsub(/\[docs\/blitz-io\.md/, "[blitz-io.md](docs/blitz-io.md)", text)
	gsub(/docs\/sources\.md/, "[sources.md](docs/sources.md)", text)
	gsub(/verify\/TABLES\.md/, "[TABLES.md](verify/TABLES.md)", text)
	gsub(/verify\/README\.md/, "[README.md](verify/README.md)", text)
	return text
}

# What a claim's word is of a statement that the claim says.
function as_word(outcome) {
	if (outcome ~ /^holds/)
		return "right" substr(outcome, 6)
	if (outcome ~ /^does not hold/)
		return "wrong" substr(outcome, 14)
	if (outcome ~ /^the opposite holds/)
		return "wrong, the opposite is so" substr(outcome, 19)
	if (outcome == "depends")
		return "right under conditions"
	return outcome == "open" ? outcome : "open: " outcome
}

function claim_evidence(name,    text) {
	if (!(name in outcome)) {
		complain("there is no claims/" name ".json")
		return ""
	}
	text = "[" name "](claims/" name ".json): " outcome[name]
	if (part ~ /^(table|sections)$/ && cells[name] != "-")
		text = text " (" set[name] "). " cells[name]
	if (part == "table" && costs[name] != "-")
		text = text "<br>Costs: " costs[name]
	return text
}

function control_evidence(name) {
	if (!(name in file))
		complain("there is no control " name " in verify/controls")
	return "[" name "](verify/controls/" file[name] "): " \
		(found[name] == "" ? "not tried yet" : "found by " substr(found[name], 3))
}

function model_evidence(name) {
	if (!tests[name])
		complain("the model " name " is not in verify/tables/models.tsv")
	return "[" name "](verify/models/" name ".c): " tests[name] " tests within their bounds, " \
		(bad[name] ? bad[name] " FAILED" : "all pass")
}

# Everything that tries the row; sets `first`, the outcome of its first claim.
function evidence(list,    count, i, item, text, one) {
	first = ""
	count = split(list, item, ", ")
	text = ""
	for (i = 1; i <= count; i++) {
		split(item[i], one, " ")
		if (one[1] == "claim") {
			text = text "<br>" claim_evidence(one[2])
			if (first == "")
				first = outcome[one[2]]
		} else if (one[1] == "control")
			text = text "<br>" control_evidence(one[2])
		else if (one[1] == "model")
			text = text "<br>" model_evidence(one[2])
		else
			text = text "<br>" (one[1] == "open" ? "nobody has tried it" : "by inspection")
	}
	return substr(text, 5)
}

function word(stated) {
	if (stated != "-")
		return "**" stated "**"
	return "**" (first == "" ? "open" : as_word(first)) "**"
}

function label(id,    kind, number) {
	kind = id
	sub(/-.*/, "", kind)
	number = substr(id, length(kind) + 2)
	return (kind ~ /^(good|bad|ugly)$/ ? "The " toupper(substr(kind, 1, 1)) substr(kind, 2) ", " : "") number
}

function heading() {
	if (part == "table")
		print "| aspect | Tokio, it says | Blitz-IO, it says | its verdict | what the sources do | tried here | word | where it flips |\n|---|---|---|---|---|---|---|---|"
	else if (part == "short")
		print "| the document's table says | word | what the sources do | tried by |\n|---|---|---|---|"
	else
		print "| " (part == "sections" ? "section" : "row") " | it says | what the sources do | tried here | word | where it flips |\n|---|---|---|---|---|---|"
}

function wanted(id) {
	return id ~ (part == "sections" ? "^(good|bad|ugly)-" : "^" (part == "short" ? "table" : part == "recommendations" ? "recommendation" : part) "-")
}

# The names in `list`, and what became of claims, for those who want no more.
function tried_by(list,    count, i, item, one, text) {
	count = split(list, item, ", ")
	for (i = 1; i <= count; i++) {
		split(item[i], one, " ")
		if (one[1] == "claim")
			text = text "; " one[2] ": " outcome[one[2]]
		else
			text = text "; " (one[1] == "open" ? "nobody" : one[1] == "inspection" ? one[1] : one[2])
	}
	return substr(text, 3)
}

function print_row(    text, said, cell) {
	text = evidence($4)
	said = word($5)
	if ($3 != "-" && part != "short")
		said = said "<br>of Tokio true: " $3
	if (part == "short") {
		split($2, cell, / \| /)
		printf "| %s: %s | %s | %s | %s |\n", cell[1], cell[4], said, linked($6), tried_by($4)
	} else
		printf "| %s%s | %s | %s | %s | %s |\n", (part == "table" ? "" : label($1) " | "), $2, linked($6), text, said, $7 == "-" ? "-" : linked($7)
}

/^#/ { next }
FILENAME ~ /controls\.tsv$/ {
	if ($4 != "-" && found[$1] == "")
		found[$1] = "; loom"
	next
}
FILENAME ~ /engines\.tsv$/ {
	if ($3 == "tsan")
		stress = $4 == "missed" ? "missed by stress with ThreadSanitizer" : $4 ~ /^not asked/ ? "" : "stress with ThreadSanitizer"
	else
		stress = $3
	if (stress != "" && index(found[$1], stress) == 0)
		found[$1] = found[$1] "; " stress
	next
}
FILENAME ~ /models\.tsv$/ {
	name = $1
	sub(/^[a-z]*-/, "", name)
	sub(/-.*/, "", name)
	tests[name]++
	if ($4 != "passed" && $4 != "caught")
		bad[name]++
	next
}
FILENAME ~ /document\.tsv$/ {
	if (!wanted($1))
		next
	if (!rows++)
		heading()
	print_row()
	next
}
{ set[$1] = $2; outcome[$1] = $3; cells[$1] = $4; costs[$1] = $5 }

END {
	if (!rows) {
		print "claims/document.tsv: there are no rows of the part '" part "'" > "/dev/stderr"
		failed = 1
	}
	exit failed
}
