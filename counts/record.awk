# SPDX-License-Identifier: MIT
# record.awk - compares a summary with the record of the same compiler and C library, within 1 %
# (a count that is nearly 0: within 0.02); exits 1 if one differs.
BEGIN { FS = "\t" }
FNR == 1 { file_number++ }
/^#/ { next }
file_number == 1 {
	instructions[$1, $2] = $3
	locked[$1, $2] = $4
	build[$1, $2] = $5
}
file_number == 2 && ($1, $2) in build {
	if (build[$1, $2] != $9) {
		others++
		next
	}
	compare("instructions", $5, instructions[$1, $2])
	compare("locked", $6, locked[$1, $2])
}

function compare(what, count, recorded) {
	allowed = recorded * 0.01
	if (allowed < 0.02)
		allowed = 0.02
	compared++
	if (count - recorded <= allowed && recorded - count <= allowed)
		return
	differing++
	printf "counts: CHANGED: %s %s: %.2f %s, recorded %.2f; if that is meant, --record it\n",
		$1, $2, count, what, recorded
}

END {
	printf "counts: %d of %d counts within 1 %% of %s\n", compared - differing, compared, file
	if (others > 0)
		printf "counts: %d cells not compared, recorded with another compiler or other flags\n", others
	exit differing > 0
}
