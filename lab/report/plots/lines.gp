# SPDX-License-Identifier: MIT
# Lines: a line for each series over a number.  Before it may stand log_x, log_y (the base),
# whole_x (only whole numbers), tail (the second column is a share, stretched towards 1),
# diagonal (where y is x), format_y.
if (!exists("log_x")) log_x = 0
if (!exists("log_y")) log_y = 0
if (!exists("whole_x")) whole_x = 0
if (!exists("tail")) tail = 0
if (!exists("diagonal")) diagonal = 0
if (!exists("format_y")) format_y = "%h"
set grid ytics linewidth 1 linetype 1 linecolor rgb grid
set border 3
set key outside right top vertical Left reverse samplen 2 spacing 1.25 maxrows 18
set tmargin at screen 1.0 - 38.0 / height
set bmargin at screen (62.0 + caption_height) / height
set format y format_y
set autoscale xfix
set offsets graph 0.03, graph 0.03, 0, 0
if (log_x) { set logscale x log_x }
if (log_x == 10) { set format x "%.0s%c" }
if (log_y) { set logscale y log_y }
if (!log_y) { set yrange [0 : *] }
if (whole_x) { set xtics 1; set offsets 0.3, 0.3, 0, 0 }
# Points of one x stand a little beside each other, so that their bars can be told apart.
step(i) = i - (series - 1) / 2.0
beside(x, i) = log_x ? x * (1 + 0.012 * step(i)) : x + 0.012 * step(i)
depth(share) = share < 1 ? -log10(1 - share) : NaN
if (tail) {
	set offsets 0, 0, 0, 0
	set ytics ("0" 0, "50 %%" depth(.5), "90 %%" 1, "99 %%" 2, "99.9 %%" 3, "99.99 %%" 4, \
		"99.999 %%" 5, "99.9999 %%" 6)
}
if (tail) {
	plot for [i = 0 : series - 1] data index i using 1:(depth($2)) with linespoints \
		linewidth 1.5 dashtype 1 + i / 8 pointtype 4 + i pointsize 0.5 pointinterval 12 + i \
		linecolor rgb shade[i % 8 + 1] title columnheader(1)
} else { if (diagonal) {
	plot x with lines linewidth 1 dashtype 3 linecolor rgb muted title "as long as the thief", \
		for [i = 0 : series - 1] data index i using (beside($1, i)):2:3:4 with yerrorlines \
		linewidth 1.5 dashtype 1 + i / 8 pointtype 4 + i pointsize 0.7 \
		linecolor rgb shade[i % 8 + 1] title columnheader(1)
} else {
	plot for [i = 0 : series - 1] data index i using (beside($1, i)):2:3:4 with yerrorlines \
		linewidth 1.5 dashtype 1 + i / 8 pointtype 4 + i pointsize 0.7 \
		linecolor rgb shade[i % 8 + 1] title columnheader(1)
} }
