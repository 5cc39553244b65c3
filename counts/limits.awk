# SPDX-License-Identifier: MIT
# limits.awk - compares a summary with limits.tsv; says every comparison, exits 1 if one is over.
BEGIN { FS = "\t" }
FNR == 1 { file++ }
/^#/ { next }
file == 1 {
	instructions[$1, $2] = $3
	locked[$1, $2] = $4
}
file == 2 && ($1, $2) in instructions {
	compare("instructions", $5, instructions[$1, $2])
	compare("locked", $6, locked[$1, $2])
}

function compare(what, count, limit) {
	if (limit == "-")
		return
	compared++
	over = count > limit + 0
	exceeded += over
	printf "counts: limit %s: %s %s: %.2f %s, at most %s\n", (over ? "EXCEEDED" : "kept"),
		$1, $2, count, what, limit
}

END {
	if (compared == 0)
		print "counts: none of these arms and cells has a limit"
	exit exceeded > 0
}
