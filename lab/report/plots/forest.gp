# SPDX-License-Identifier: MIT
# Forest: a contrast each.  Columns: row, ratio, interval, margin, primary, label, note.
set style fill solid 1 noborder
plot data using 2:1:5:6:($1 - 0.36):($1 + 0.36):ytic(8):y2tic(9) with boxxyerror \
		linecolor rgb band title "margin", \
	data using ($3 == $3 ? $2 : NaN):1:3:4 with xerrorbars pointtype -1 linewidth 2 linecolor rgb accent \
		title "family-wise 95 %", \
	data using ($7 == 1 ? $2 : NaN):1 with points pointtype 7 pointsize 0.8 linecolor rgb ink \
		title "primary", \
	data using ($7 == 1 ? NaN : $2):1 with points pointtype 6 pointsize 0.8 linewidth 1.5 \
		linecolor rgb ink title "exploratory"
