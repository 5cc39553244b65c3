# SPDX-License-Identifier: MIT
# limits.awk - compares a summary with limits.tsv; says every comparison, exits 1 if one is over
# and not a known miss, if a known miss got worse by more than 1 %, or if it is none any more.
BEGIN { FS = "\t" }
FNR == 1 { file++ }
/^#/ { next }
file == 1 {
	instructions[$1, $2] = $3
	locked[$1, $2] = $4
	reached[$1, $2] = $5
}
file == 2 && ($1, $2) in instructions {
	compare("instructions", $5, instructions[$1, $2], reached[$1, $2])
	compare("locked", $6, locked[$1, $2], "")
}

function judge(count, limit, missed) {
	if (missed == "")
		return count > limit + 0 ? "EXCEEDED" : "kept"
	if (count <= limit + 0)
		return "KEPT AFTER ALL, delete the miss from limits.tsv:"
	return count > missed * 1.01 ? "MISSED BY MORE THAN KNOWN" : "missed, as known"
}

function compare(what, count, limit, missed,    verdict) {
	if (limit == "-")
		return
	compared++
	verdict = judge(count, limit, missed)
	red += verdict ~ /[A-Z][A-Z]/
	printf "counts: limit %s: %s %s: %.2f %s, at most %s\n", verdict, $1, $2, count, what, limit
}

END {
	if (compared == 0)
		print "counts: none of these arms and cells has a limit"
	exit red > 0
}
