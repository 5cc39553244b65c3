# SPDX-License-Identifier: MIT
# Cost: baseline and arm of each row on one line.  Columns: row, baseline, arm, label, note.
set xtics nomirror
set format x "%g"
plot data using 2:1:($3 - $2):(0):ytic(4):y2tic(5) with vectors nohead linewidth 2 \
		linecolor rgb accent notitle, \
	data using 2:1 with points pointtype 6 pointsize 0.8 linewidth 1.5 linecolor rgb ink \
		title "baseline", \
	data using 3:1 with points pointtype 7 pointsize 0.8 linecolor rgb ink title "arm"
