# SPDX-License-Identifier: MIT
# chains.awk - one line per address from `addr2line -a -i -f -C`: address, tab, "inner@file <
# outer@file < ...".
/^0x/ {
	printf "%s", (NR > 1 ? "\n" : "")
	sub(/^0x0*/, "0x")
	printf "%s\t", $0
	separator = ""
	next
}
{
	name = $0
	getline place
	sub(/:[^:]*$/, "", place)
	sub(/.*\//, "", place)
	printf "%s%s@%s", separator, name, place
	separator = " < "
}
END { print "" }
