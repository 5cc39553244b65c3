# SPDX-License-Identifier: MIT
# Rows: a row for each label on a log axis; see lab/report/plot_rows.c.  Before it stand plot_left,
# plot_right, plot_top and plot_bottom in pixels, the array middle (of each row, in pixels from the
# top, which are the units of the vertical axis), least and most of the axis, and the tics.
at(row) = middle[int(row) + 1]
set lmargin at screen plot_left / width
set rmargin at screen plot_right / width
set tmargin at screen 1 - plot_top / height
set bmargin at screen 1 - plot_bottom / height
set logscale x
set xrange [least : most]
set yrange [plot_bottom : plot_top]
set border 1
set tics scale 0.5
unset ytics
unset key
unset grid
set grid xtics linewidth 1 linetype 1 linecolor rgb grid
set style fill solid 1 noborder
set arrow 9999 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 linecolor rgb muted
