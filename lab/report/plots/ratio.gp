# SPDX-License-Identifier: MIT
# Ratio: each arm against its baseline.  Columns: row, median, min, quartiles, max, label, note.
plot data using 2:1:3:6:ytic(7):y2tic(8) with xerrorbars pointtype -1 linewidth 1 \
		linecolor rgb muted title "min to max", \
	data using 2:1:4:5 with xerrorbars pointtype -1 linewidth 5 linecolor rgb accent title "quartiles", \
	data using 2:1 with points pointtype 7 pointsize 0.6 linecolor rgb ink title "median"
