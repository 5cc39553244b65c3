# SPDX-License-Identifier: MIT
# ledger.awk - a twin against its real Tokio, difference by difference.
#
#   awk -v twin=ARM -v peer=ARM -v mode=check|write -f ledger.awk LEDGER SITES CALLS
#
# LEDGER: kind, cell, what, difference (twin - Tokio), reason.  SITES, CALLS: arm, cell, what,
# count (attribute.awk: RMW per unit; per_unit.awk: system calls per 1,000 units).
# check: exits 1 if a difference is not as listed, or is listed without a reason.
# write: prints the ledger as it must be, with the reasons that were given.
BEGIN {
	FS = "\t"
	# What is worth a line, and by how much a line may be off.  Whether a thread parks once more
	# depends on valgrind's interleaving: at 1,000 units per park that is 0.01 RMW per unit, and
	# a system call or two per 1,000 units.
	least["rmw"] = 0.012
	slack["rmw"] = 0.02
	least["syscall"] = slack["syscall"] = 2.5
}
FNR == 1 { file++ }
file == 1 && /^#/ && mode == "write" { print }
/^#/ { next }
file == 1 {
	key = $1 FS $2 FS $3
	keys[key]
	listed[key] = $4
	reason[key] = $5
	next
}
$1 != twin && $1 != peer { next }
{
	key = (file == 2 ? "rmw" : "syscall") FS $2 FS $3
	keys[key]
	compared[$2]
	difference[key] += ($1 == twin ? 1 : -1) * $4
	if (file == 2)
		total[$2, $1] += $4
	else if ($3 ~ /^futex/)
		calls[$2] = calls[$2] sprintf("; %s: %s %.1f per 1,000", $1, $3, $4)
}

function distance(a, b) { return a > b ? a - b : b - a }

# A line may be off by the slack, but not by so much that it says nothing any more.
function is_as_listed(kind, key) {
	if (!(key in listed))
		return distance(difference[key], 0) <= slack[kind]
	return distance(difference[key], listed[key]) <= slack[kind] &&
		distance(difference[key], 0) > distance(listed[key], 0) / 4
}

function check(key, parts) {
	split(key, parts, FS)
	if (!(parts[2] in compared))
		return
	if (!is_as_listed(parts[1], key)) {
		red++
		printf "counts: NOT AS LISTED: %s, %s, %s: %s - %s is %+.3f, the ledger says %+.3f\n",
			parts[2], parts[1], parts[3], twin, peer, difference[key], (key in listed ? listed[key] : 0) | "sort"
	} else if (key in listed && reason[key] == "") {
		red++
		printf "counts: NO REASON: %s, %s, %s: %+.3f\n", parts[2], parts[1], parts[3], difference[key] | "sort"
	}
}

function write(key, parts) {
	split(key, parts, FS)
	if (!(parts[2] in compared))
		printf "%s\t%s\t%s\n", key, listed[key], reason[key] | "sort"
	else if (distance(difference[key], 0) >= least[parts[1]])
		printf "%s\t%+.3f\t%s\n", key, difference[key],
			(key in reason ? reason[key] : "") | "sort"
}

END {
	for (key in keys) {
		if (mode == "write")
			write(key)
		else
			check(key)
	}
	close("sort")
	if (mode == "write")
		exit
	for (cell in compared)
		printf "counts: %s: locked outside the allocator: %s %.3f, %s %.3f%s\n",
			cell, twin, total[cell, twin], peer, total[cell, peer], calls[cell]
	exit red > 0
}
