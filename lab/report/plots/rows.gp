# SPDX-License-Identifier: MIT
# Rows: what plots with a row for each label share; the axis is a ratio or a cost, on a log
# scale.  Labels stand on the left, notes on the right.  Before it stand least and most, and may
# stand ratio.
set yrange [rows - 0.4 : -0.6]
set logscale x
set ytics noenhanced font ",11" scale 0
set y2tics noenhanced font ",11" scale 0
set y2range [rows - 0.4 : -0.6]
set grid xtics linewidth 1 linetype 1 linecolor rgb grid
set border 1
set key at screen 0.012, screen 1.0 - 46.0 / height left center horizontal Left reverse \
	samplen 2 maxrows 1
set tmargin at screen 1.0 - 68.0 / height
set bmargin at screen (56.0 + caption_height) / height
set lmargin at screen (6.2 * label_length + 20) / width
set rmargin at screen 1.0 - (6.2 * note_length + 20) / width
set xrange [least / 1.05 : most * 1.05]
# A ratio has the numbers that people expect unless its axis is very wide, and a line at 1.
narrow_tics = "0.3 0.4 0.5 0.6 0.7 0.8 0.9 0.95 1 1.05 1.1 1.25 1.4 1.6 1.8 2 2.5 3"
wide_tics = "0.05 0.1 0.2 0.3 0.5 0.7 1 1.4 2 3 5 7 10 15 20 30"
if (exists("ratio")) {
	ratio_tics = most / least > 40 ? "" : most / least > 2.5 ? wide_tics : narrow_tics
	if (strlen(ratio_tics)) {
		set xtics ()
		do for [tic in ratio_tics] { set xtics add (tic real(tic)) }
	}
	set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 \
		linecolor rgb muted front
}
