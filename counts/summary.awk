# SPDX-License-Identifier: MIT
# summary.awk - one cell from its two profiles (profile.awk): the difference per unit.
FNR == 1 { file++ }
$1 == "total" || $1 == "alloc" {
	sign = file == 1 ? -1 : 1
	instructions[$1] += sign * $4
	locked[$1] += sign * $5
}
# The difference of two nearly equal counts may fall a hair below 0.
function per_unit(count) { return count > -units / 20 && count < 0 ? 0 : count / units }

END {
	printf "%s\t%s\t%s\t%s\t%.2f\t%.4f\t%.2f\t%.4f\t%s\t%s\n", arm, cell, workload, params,
		per_unit(instructions["total"]), per_unit(locked["total"]),
		per_unit(instructions["alloc"]), per_unit(locked["alloc"]), build, repeats
}
