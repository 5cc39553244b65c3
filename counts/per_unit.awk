# SPDX-License-Identifier: MIT
# per_unit.awk - system calls per 1,000 units from two lists of syscalls.awk.
FILENAME == ARGV[1] { calls[$1] -= $2 }
FILENAME == ARGV[2] { calls[$1] += $2 }
END {
	for (name in calls)
		if (calls[name] != 0)
			printf "%s\t%s\t%s\t%.3f\n", arm, cell, name, calls[name] * 1000 / units
}
