# SPDX-License-Identifier: MIT
# record_write.awk - the record from a summary; lines of the old record about what was not
# counted this time stay.
#
#   awk -f record_write.awk SUMMARY OLD
BEGIN {
	FS = OFS = "\t"
	sorted = "LC_ALL=C sort"
	print "# Written by scripts/counts --record; what --check compares with, within 1 %."
	print "# arm", "cell", "instructions", "rmw", "build"
}
FILENAME == ARGV[1] && $10 == "exact" {
	counted[$1, $2]
	print $1, $2, $5, $6, $9 | sorted
}
FILENAME == ARGV[2] && !/^#/ && !(($1, $2) in counted) { print | sorted }
