# Draw again with: gnuplot -d stall.gp
name = "stall"
rows = 39
paper = "#ffffff"
ink = "#1b1f24"
muted = "#57606a"
grid = "#d5dae0"
band = "#e4ebf3"
accent = "#3a86c8"
noise = "#f2e2bd"
array shade[8] = ["#0072b2", "#c44e00", "#00805f", "#b0578f", "#9a7300", "#2a8fc4", "#1f2328", "#7a7f85"]

reset
device = "svg"
suffix = ""
narrow = 0
width = 960
height = 392
# SPDX-License-Identifier: MIT
# Style: what all plots share.  Before it stand name, suffix, device, width, height, rows, the
# colours and the array shade.
set encoding utf8
data = name.".dat"
if (device eq "png") {
	if (strstrt(GPVAL_TERMINALS, "pngcairo") == 0) { exit }
	set terminal pngcairo size width,height font "DejaVu Sans,12" fontscale 0.75 \
		background paper noenhanced
	set output name.suffix.".png"
} else {
	set terminal svg size width,height font "DejaVu Sans,11" background paper noenhanced \
		name name.suffix
	set output name.suffix.".svg"
}
set tics nomirror textcolor rgb ink
set border linecolor rgb muted
set grid ytics linewidth 1 linetype 1 linecolor rgb grid
# How series are told apart; see figure_colour.
shade_of(i) = colour[i + 1] > 0 ? shade[colour[i + 1]] : muted
dash_of(i) = colour[i + 1] > 0 ? 1 : 3
look = " linecolor rgb shade_of(i) linewidth 1.5 dashtype dash_of(i)" \
	." pointtype shape[i + 1] pointsize 0.6"
set label 1 "stalled_thief: stall of the owner against stall of the thief; tasks=20000, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "99 % of the gaps are shorter" at screen 10.0 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 3 "gap of the owner between two polls, us, log axis" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 4 from screen 10.0 / width, screen 1 - 74.0 / height to screen 26.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 5 "" at screen 18.0 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 6 "tokio" at screen 30.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 71.2 / width, screen 1 - 74.0 / height to screen 87.2 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 8 "" at screen 79.2 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 9 "tokio+pop=null" at screen 91.2 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 191.7 / width, screen 1 - 74.0 / height to screen 207.7 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 11 "" at screen 199.7 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 12 "tokio+pop=spin" at screen 211.7 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 13 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 14 "as long as the thief" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "99.9 % of the gaps are shorter" at screen 331.3 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "gap of the owner between two polls, us, log axis" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 17 from screen 331.3 / width, screen 1 - 74.0 / height to screen 347.3 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 18 "" at screen 339.3 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 19 "tokio" at screen 351.3 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 392.6 / width, screen 1 - 74.0 / height to screen 408.6 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 21 "" at screen 400.6 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 22 "tokio+pop=null" at screen 412.6 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 23 from screen 513.0 / width, screen 1 - 74.0 / height to screen 529.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 24 "" at screen 521.0 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 25 "tokio+pop=spin" at screen 533.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 331.3 / width, screen 1 - 88.9 / height to screen 347.3 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 27 "as long as the thief" at screen 351.3 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "99.99 % of the gaps are shorter" at screen 652.7 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 29 "gap of the owner between two polls, us, log axis" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 30 from screen 652.7 / width, screen 1 - 74.0 / height to screen 668.7 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 31 "" at screen 660.7 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 32 "tokio" at screen 672.7 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 33 from screen 713.9 / width, screen 1 - 74.0 / height to screen 729.9 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 34 "" at screen 721.9 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 35 "tokio+pop=null" at screen 733.9 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 36 from screen 834.3 / width, screen 1 - 74.0 / height to screen 850.3 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 37 "" at screen 842.3 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 38 "tokio+pop=spin" at screen 854.3 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 39 from screen 652.7 / width, screen 1 - 88.9 / height to screen 668.7 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 40 "as long as the thief" at screen 672.7 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "us that a thief is held in the middle of a steal" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 42 "us that a thief is held in the middle of a steal" at screen 331.3 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "us that a thief is held in the middle of a steal" at screen 652.7 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[3] = [78.0, 399.3, 720.7]
array right[3] = [291.3, 612.7, 934.0]
array top[3] = [104.3, 104.3, 104.3]
array bottom[3] = [284.3, 284.3, 284.3]
panels = 3
array from[3]
array to[3]
from[1] = 0; to[1] = 3
from[2] = 4; to[2] = 7
from[3] = 8; to[3] = 11
array colour[12]
array shape[12]
colour[1] = 1; shape[1] = 7
colour[2] = 3; shape[2] = 9
colour[3] = 4; shape[3] = 13
colour[4] = 0; shape[4] = 0
colour[5] = 1; shape[5] = 7
colour[6] = 3; shape[6] = 9
colour[7] = 4; shape[7] = 13
colour[8] = 0; shape[8] = 0
colour[9] = 1; shape[9] = 7
colour[10] = 3; shape[10] = 9
colour[11] = 4; shape[11] = 13
colour[12] = 0; shape[12] = 0
set xtics ("0" 0, "10" 1, "100" 2, "1000" 3)
set xrange [-0.5 : 3.5]
set label 44 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set logscale y
set format y "%g"
draw = 'using ($1 + aside(i, p)):3 with linespoints'.look
# SPDX-License-Identifier: MIT
# Panels: small plots, a block of data a series; see lab/report/plot_panels.c.  Before it stand
# panels; for each its axes left, right, top, bottom in pixels and its series from, to; for each
# series colour and shape; draw, which is what follows "data index i"; and may stand crowded, the
# place from which on there are more threads than CPUs.
unset key
set border 3
set tics scale 0.5
set errorbars 0
# Points of one place stand a little beside each other, so that their bars can be told apart.
aside(i, p) = 0.04 * (i - (from[p] + to[p]) / 2.0)
set multiplot
do for [p = 1 : panels] {
	set lmargin at screen left[p] / width
	set rmargin at screen right[p] / width
	set tmargin at screen 1 - top[p] / height
	set bmargin at screen 1 - bottom[p] / height
	if (exists("crowded")) {
		set object 9999 rectangle from first crowded, graph 0 to graph 1, graph 1 behind \
			fillcolor rgb band fillstyle solid 1 noborder
	}
	i = from[p]
	eval "plot for [i = from[p] : to[p]] data index i ".draw
	unset label
	unset arrow
	unset object
}
unset multiplot
unset output

reset
device = "svg"
suffix = "_narrow"
narrow = 1
width = 360
height = 1043
# SPDX-License-Identifier: MIT
# Style: what all plots share.  Before it stand name, suffix, device, width, height, rows, the
# colours and the array shade.
set encoding utf8
data = name.".dat"
if (device eq "png") {
	if (strstrt(GPVAL_TERMINALS, "pngcairo") == 0) { exit }
	set terminal pngcairo size width,height font "DejaVu Sans,12" fontscale 0.75 \
		background paper noenhanced
	set output name.suffix.".png"
} else {
	set terminal svg size width,height font "DejaVu Sans,11" background paper noenhanced \
		name name.suffix
	set output name.suffix.".svg"
}
set tics nomirror textcolor rgb ink
set border linecolor rgb muted
set grid ytics linewidth 1 linetype 1 linecolor rgb grid
# How series are told apart; see figure_colour.
shade_of(i) = colour[i + 1] > 0 ? shade[colour[i + 1]] : muted
dash_of(i) = colour[i + 1] > 0 ? 1 : 3
look = " linecolor rgb shade_of(i) linewidth 1.5 dashtype dash_of(i)" \
	." pointtype shape[i + 1] pointsize 0.6"
set label 1 "stalled_thief: stall of the owner against stall of" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "the thief; tasks=20000, 2 workers" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "99 % of the gaps are shorter" at screen 10.0 / width, screen 1 - 63.9 / height left noenhanced font ",12" textcolor rgb ink
set label 4 "gap of the owner between two polls, us, log axis" at screen 10.0 / width, screen 1 - 78.8 / height left noenhanced font ",10" textcolor rgb muted
set arrow 5 from screen 10.0 / width, screen 1 - 92.9 / height to screen 26.0 / width, screen 1 - 92.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 6 "" at screen 18.0 / width, screen 1 - 92.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 7 "tokio" at screen 30.0 / width, screen 1 - 92.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 8 from screen 71.2 / width, screen 1 - 92.9 / height to screen 87.2 / width, screen 1 - 92.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 9 "" at screen 79.2 / width, screen 1 - 92.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 10 "tokio+pop=null" at screen 91.2 / width, screen 1 - 92.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 11 from screen 191.7 / width, screen 1 - 92.9 / height to screen 207.7 / width, screen 1 - 92.9 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 12 "" at screen 199.7 / width, screen 1 - 92.9 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 13 "tokio+pop=spin" at screen 211.7 / width, screen 1 - 92.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 14 from screen 10.0 / width, screen 1 - 107.8 / height to screen 26.0 / width, screen 1 - 107.8 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 15 "as long as the thief" at screen 30.0 / width, screen 1 - 107.8 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "us that a thief is held in the middle of a steal" at screen 10.0 / width, screen 1 - 332.9 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "99.9 % of the gaps are shorter" at screen 10.0 / width, screen 1 - 359.8 / height left noenhanced font ",12" textcolor rgb ink
set label 18 "gap of the owner between two polls, us, log axis" at screen 10.0 / width, screen 1 - 374.6 / height left noenhanced font ",10" textcolor rgb muted
set arrow 19 from screen 10.0 / width, screen 1 - 388.8 / height to screen 26.0 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 20 "" at screen 18.0 / width, screen 1 - 388.8 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 21 "tokio" at screen 30.0 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 22 from screen 71.2 / width, screen 1 - 388.8 / height to screen 87.2 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 23 "" at screen 79.2 / width, screen 1 - 388.8 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 24 "tokio+pop=null" at screen 91.2 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 25 from screen 191.7 / width, screen 1 - 388.8 / height to screen 207.7 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 26 "" at screen 199.7 / width, screen 1 - 388.8 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 27 "tokio+pop=spin" at screen 211.7 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 28 from screen 10.0 / width, screen 1 - 403.7 / height to screen 26.0 / width, screen 1 - 403.7 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 29 "as long as the thief" at screen 30.0 / width, screen 1 - 403.7 / height left noenhanced font ",11" textcolor rgb ink
set label 30 "us that a thief is held in the middle of a steal" at screen 10.0 / width, screen 1 - 628.9 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "99.99 % of the gaps are shorter" at screen 10.0 / width, screen 1 - 655.7 / height left noenhanced font ",12" textcolor rgb ink
set label 32 "gap of the owner between two polls, us, log axis" at screen 10.0 / width, screen 1 - 670.6 / height left noenhanced font ",10" textcolor rgb muted
set arrow 33 from screen 10.0 / width, screen 1 - 684.7 / height to screen 26.0 / width, screen 1 - 684.7 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 34 "" at screen 18.0 / width, screen 1 - 684.7 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 35 "tokio" at screen 30.0 / width, screen 1 - 684.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 36 from screen 71.2 / width, screen 1 - 684.7 / height to screen 87.2 / width, screen 1 - 684.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 37 "" at screen 79.2 / width, screen 1 - 684.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 38 "tokio+pop=null" at screen 91.2 / width, screen 1 - 684.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 39 from screen 191.7 / width, screen 1 - 684.7 / height to screen 207.7 / width, screen 1 - 684.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 40 "" at screen 199.7 / width, screen 1 - 684.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 41 "tokio+pop=spin" at screen 211.7 / width, screen 1 - 684.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 42 from screen 10.0 / width, screen 1 - 699.6 / height to screen 26.0 / width, screen 1 - 699.6 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 43 "as long as the thief" at screen 30.0 / width, screen 1 - 699.6 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "us that a thief is held in the middle of a steal" at screen 10.0 / width, screen 1 - 924.8 / height left noenhanced font ",10" textcolor rgb muted
array left[3] = [78.0, 78.0, 78.0]
array right[3] = [334.0, 334.0, 334.0]
array top[3] = [123.2, 419.1, 715.0]
array bottom[3] = [303.2, 599.1, 895.0]
panels = 3
array from[3]
array to[3]
from[1] = 0; to[1] = 3
from[2] = 4; to[2] = 7
from[3] = 8; to[3] = 11
array colour[12]
array shape[12]
colour[1] = 1; shape[1] = 7
colour[2] = 3; shape[2] = 9
colour[3] = 4; shape[3] = 13
colour[4] = 0; shape[4] = 0
colour[5] = 1; shape[5] = 7
colour[6] = 3; shape[6] = 9
colour[7] = 4; shape[7] = 13
colour[8] = 0; shape[8] = 0
colour[9] = 1; shape[9] = 7
colour[10] = 3; shape[10] = 9
colour[11] = 4; shape[11] = 13
colour[12] = 0; shape[12] = 0
set xtics ("0" 0, "10" 1, "100" 2, "1000" 3)
set xrange [-0.5 : 3.5]
set label 45 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 960.3 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 973.8 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 987.3 / height left noenhanced font ",10" textcolor rgb muted
set label 48 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 1000.8 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 1014.3 / height left noenhanced font ",10" textcolor rgb muted
set label 50 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1027.8 / height left noenhanced font ",10" textcolor rgb muted
set logscale y
set format y "%g"
draw = 'using ($1 + aside(i, p)):3 with linespoints'.look
# SPDX-License-Identifier: MIT
# Panels: small plots, a block of data a series; see lab/report/plot_panels.c.  Before it stand
# panels; for each its axes left, right, top, bottom in pixels and its series from, to; for each
# series colour and shape; draw, which is what follows "data index i"; and may stand crowded, the
# place from which on there are more threads than CPUs.
unset key
set border 3
set tics scale 0.5
set errorbars 0
# Points of one place stand a little beside each other, so that their bars can be told apart.
aside(i, p) = 0.04 * (i - (from[p] + to[p]) / 2.0)
set multiplot
do for [p = 1 : panels] {
	set lmargin at screen left[p] / width
	set rmargin at screen right[p] / width
	set tmargin at screen 1 - top[p] / height
	set bmargin at screen 1 - bottom[p] / height
	if (exists("crowded")) {
		set object 9999 rectangle from first crowded, graph 0 to graph 1, graph 1 behind \
			fillcolor rgb band fillstyle solid 1 noborder
	}
	i = from[p]
	eval "plot for [i = from[p] : to[p]] data index i ".draw
	unset label
	unset arrow
	unset object
}
unset multiplot
unset output

reset
device = "png"
suffix = ""
narrow = 0
width = 960
height = 392
# SPDX-License-Identifier: MIT
# Style: what all plots share.  Before it stand name, suffix, device, width, height, rows, the
# colours and the array shade.
set encoding utf8
data = name.".dat"
if (device eq "png") {
	if (strstrt(GPVAL_TERMINALS, "pngcairo") == 0) { exit }
	set terminal pngcairo size width,height font "DejaVu Sans,12" fontscale 0.75 \
		background paper noenhanced
	set output name.suffix.".png"
} else {
	set terminal svg size width,height font "DejaVu Sans,11" background paper noenhanced \
		name name.suffix
	set output name.suffix.".svg"
}
set tics nomirror textcolor rgb ink
set border linecolor rgb muted
set grid ytics linewidth 1 linetype 1 linecolor rgb grid
# How series are told apart; see figure_colour.
shade_of(i) = colour[i + 1] > 0 ? shade[colour[i + 1]] : muted
dash_of(i) = colour[i + 1] > 0 ? 1 : 3
look = " linecolor rgb shade_of(i) linewidth 1.5 dashtype dash_of(i)" \
	." pointtype shape[i + 1] pointsize 0.6"
set label 1 "stalled_thief: stall of the owner against stall of the thief; tasks=20000, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "99 % of the gaps are shorter" at screen 10.0 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 3 "gap of the owner between two polls, us, log axis" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 4 from screen 10.0 / width, screen 1 - 74.0 / height to screen 26.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 5 "" at screen 18.0 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 6 "tokio" at screen 30.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 71.2 / width, screen 1 - 74.0 / height to screen 87.2 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 8 "" at screen 79.2 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 9 "tokio+pop=null" at screen 91.2 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 191.7 / width, screen 1 - 74.0 / height to screen 207.7 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 11 "" at screen 199.7 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 12 "tokio+pop=spin" at screen 211.7 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 13 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 14 "as long as the thief" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "99.9 % of the gaps are shorter" at screen 331.3 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "gap of the owner between two polls, us, log axis" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 17 from screen 331.3 / width, screen 1 - 74.0 / height to screen 347.3 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 18 "" at screen 339.3 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 19 "tokio" at screen 351.3 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 392.6 / width, screen 1 - 74.0 / height to screen 408.6 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 21 "" at screen 400.6 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 22 "tokio+pop=null" at screen 412.6 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 23 from screen 513.0 / width, screen 1 - 74.0 / height to screen 529.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 24 "" at screen 521.0 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 25 "tokio+pop=spin" at screen 533.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 331.3 / width, screen 1 - 88.9 / height to screen 347.3 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 27 "as long as the thief" at screen 351.3 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "99.99 % of the gaps are shorter" at screen 652.7 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 29 "gap of the owner between two polls, us, log axis" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 30 from screen 652.7 / width, screen 1 - 74.0 / height to screen 668.7 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 31 "" at screen 660.7 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 32 "tokio" at screen 672.7 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 33 from screen 713.9 / width, screen 1 - 74.0 / height to screen 729.9 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 34 "" at screen 721.9 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 35 "tokio+pop=null" at screen 733.9 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 36 from screen 834.3 / width, screen 1 - 74.0 / height to screen 850.3 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 37 "" at screen 842.3 / width, screen 1 - 74.0 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 38 "tokio+pop=spin" at screen 854.3 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 39 from screen 652.7 / width, screen 1 - 88.9 / height to screen 668.7 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 40 "as long as the thief" at screen 672.7 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "us that a thief is held in the middle of a steal" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 42 "us that a thief is held in the middle of a steal" at screen 331.3 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "us that a thief is held in the middle of a steal" at screen 652.7 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[3] = [78.0, 399.3, 720.7]
array right[3] = [291.3, 612.7, 934.0]
array top[3] = [104.3, 104.3, 104.3]
array bottom[3] = [284.3, 284.3, 284.3]
panels = 3
array from[3]
array to[3]
from[1] = 0; to[1] = 3
from[2] = 4; to[2] = 7
from[3] = 8; to[3] = 11
array colour[12]
array shape[12]
colour[1] = 1; shape[1] = 7
colour[2] = 3; shape[2] = 9
colour[3] = 4; shape[3] = 13
colour[4] = 0; shape[4] = 0
colour[5] = 1; shape[5] = 7
colour[6] = 3; shape[6] = 9
colour[7] = 4; shape[7] = 13
colour[8] = 0; shape[8] = 0
colour[9] = 1; shape[9] = 7
colour[10] = 3; shape[10] = 9
colour[11] = 4; shape[11] = 13
colour[12] = 0; shape[12] = 0
set xtics ("0" 0, "10" 1, "100" 2, "1000" 3)
set xrange [-0.5 : 3.5]
set label 44 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set logscale y
set format y "%g"
draw = 'using ($1 + aside(i, p)):3 with linespoints'.look
# SPDX-License-Identifier: MIT
# Panels: small plots, a block of data a series; see lab/report/plot_panels.c.  Before it stand
# panels; for each its axes left, right, top, bottom in pixels and its series from, to; for each
# series colour and shape; draw, which is what follows "data index i"; and may stand crowded, the
# place from which on there are more threads than CPUs.
unset key
set border 3
set tics scale 0.5
set errorbars 0
# Points of one place stand a little beside each other, so that their bars can be told apart.
aside(i, p) = 0.04 * (i - (from[p] + to[p]) / 2.0)
set multiplot
do for [p = 1 : panels] {
	set lmargin at screen left[p] / width
	set rmargin at screen right[p] / width
	set tmargin at screen 1 - top[p] / height
	set bmargin at screen 1 - bottom[p] / height
	if (exists("crowded")) {
		set object 9999 rectangle from first crowded, graph 0 to graph 1, graph 1 behind \
			fillcolor rgb band fillstyle solid 1 noborder
	}
	i = from[p]
	eval "plot for [i = from[p] : to[p]] data index i ".draw
	unset label
	unset arrow
	unset object
}
unset multiplot
unset output
