# Draw again with: gnuplot -d drift.gp
name = "drift"
rows = 357
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
height = 1490
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
set label 1 "Effect against time: the log ratio of each pair, in the order of the run" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb accent
set label 3 "pair" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 73.3 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "flagged pair" at screen 85.3 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 165.5 / width, screen 1 - 38.3 / height to screen 181.5 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb ink
set label 7 "median of the row" at screen 185.5 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 8 "inject/own_mutex: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 9 "tokio" at screen 10.0 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 10 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 11 "inject/shards8: tokio+inject=sharded /" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 12 "tokio+inject=sharded+inject_shards=1" at screen 331.3 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 13 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 14 "interval/tokio_tuner_waits: tokio /" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 15 "tokio+interval=fixed" at screen 652.7 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 18 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 20 "interval/blitz_tuner_waits: tokio+interval=blitz /" at screen 10.0 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 21 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",12" textcolor rgb ink
set label 22 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 373.3 / height left noenhanced font ",10" textcolor rgb muted
set label 23 "interval/fixed2_waits:" at screen 331.3 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 24 "tokio+interval=fixed+interval_fixed=2 /" at screen 331.3 / width, screen 1 - 358.4 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "tokio+interval=fixed" at screen 331.3 / width, screen 1 - 374.6 / height left noenhanced font ",12" textcolor rgb ink
set label 26 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 389.5 / height left noenhanced font ",10" textcolor rgb muted
set label 27 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 652.7 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 28 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 357.1 / height left noenhanced font ",10" textcolor rgb muted
set label 29 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 30 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 32 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 33 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 331.3 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 35 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 36 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 652.7 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 37 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 38 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 40 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 41 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 42 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "pop/null_hold100: tokio+pop=null / tokio" at screen 331.3 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 44 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 652.7 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 46 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 48 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 50 "A/A, spawn_block_on: tokio / tokio" at screen 10.0 / width, screen 1 - 1173.2 / height left noenhanced font ",12" textcolor rgb ink
set label 51 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 1188.1 / height left noenhanced font ",10" textcolor rgb muted
set label 52 "A/A, yield_many: tokio / tokio" at screen 331.3 / width, screen 1 - 1173.2 / height left noenhanced font ",12" textcolor rgb ink
set label 53 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 1188.1 / height left noenhanced font ",10" textcolor rgb muted
set label 54 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1412.6 / height left noenhanced font ",10" textcolor rgb muted
set label 55 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 1412.6 / height left noenhanced font ",10" textcolor rgb muted
array left[14] = [78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3]
array right[14] = [291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7]
array top[14] = [105.7, 105.7, 105.7, 404.2, 404.2, 404.2, 670.5, 670.5, 670.5, 936.7, 936.7, 936.7, 1202.9, 1202.9]
array bottom[14] = [285.6, 285.6, 285.6, 584.2, 584.2, 584.2, 850.5, 850.5, 850.5, 1116.7, 1116.7, 1116.7, 1382.9, 1382.9]
panels = 14
array from[14]
array to[14]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 1
from[3] = 2; to[3] = 2
from[4] = 3; to[4] = 3
from[5] = 4; to[5] = 4
from[6] = 5; to[6] = 5
from[7] = 6; to[7] = 6
from[8] = 7; to[8] = 7
from[9] = 8; to[9] = 8
from[10] = 9; to[10] = 9
from[11] = 10; to[11] = 10
from[12] = 11; to[12] = 11
from[13] = 12; to[13] = 12
from[14] = 13; to[14] = 13
array colour[14]
array shape[14]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 3; shape[3] = 9
colour[4] = 3; shape[4] = 9
colour[5] = 3; shape[5] = 9
colour[6] = 3; shape[6] = 9
colour[7] = 3; shape[7] = 9
colour[8] = 3; shape[8] = 9
colour[9] = 3; shape[9] = 9
colour[10] = 3; shape[10] = 9
colour[11] = 3; shape[11] = 9
colour[12] = 3; shape[12] = 9
colour[13] = 3; shape[13] = 9
colour[14] = 3; shape[14] = 9
set label 56 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 1448.1 / height left noenhanced font ",10" textcolor rgb muted
set label 57 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 1461.6 / height left noenhanced font ",10" textcolor rgb muted
set label 58 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1475.1 / height left noenhanced font ",10" textcolor rgb muted
run = 1300
set xrange [0 : run]
set xtics 200
set format y "%g"
set offsets 0, 0, graph 0.1, graph 0.1
draw = 'every ::0::0 using (0):4:(run):(0) with vectors nohead linewidth 1 linecolor rgb ink, for [i = from[p] : to[p]] data index i using ($5 == 1 ? NaN : $1):3 with points pointtype 7 pointsize 0.45 linecolor rgb accent, for [i = from[p] : to[p]] data index i using ($5 == 1 ? $1 : NaN):3 with points pointtype 6 pointsize 0.5 linecolor rgb ink'
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
height = 3962
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
set label 1 "Effect against time: the log ratio of each pair, in" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "the order of the run" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "" at screen 18.0 / width, screen 1 - 57.2 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb accent
set label 4 "pair" at screen 30.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 5 "" at screen 73.3 / width, screen 1 - 57.2 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 6 "flagged pair" at screen 85.3 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 165.5 / width, screen 1 - 57.2 / height to screen 181.5 / width, screen 1 - 57.2 / height nohead linewidth 1.5  linecolor rgb ink
set label 8 "median of the row" at screen 185.5 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "inject/own_mutex: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 78.8 / height left noenhanced font ",12" textcolor rgb ink
set label 10 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 93.6 / height left noenhanced font ",10" textcolor rgb muted
set label 11 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 318.1 / height left noenhanced font ",10" textcolor rgb muted
set label 12 "inject/shards8: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 345.0 / height left noenhanced font ",12" textcolor rgb ink
set label 13 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 361.2 / height left noenhanced font ",12" textcolor rgb ink
set label 14 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 376.0 / height left noenhanced font ",10" textcolor rgb muted
set label 15 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 600.5 / height left noenhanced font ",10" textcolor rgb muted
set label 16 "interval/tokio_tuner_waits: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 627.4 / height left noenhanced font ",12" textcolor rgb ink
set label 17 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 642.2 / height left noenhanced font ",10" textcolor rgb muted
set label 18 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 866.7 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "interval/blitz_tuner_waits: tokio+interval=blitz /" at screen 10.0 / width, screen 1 - 893.6 / height left noenhanced font ",12" textcolor rgb ink
set label 20 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 909.8 / height left noenhanced font ",12" textcolor rgb ink
set label 21 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 924.6 / height left noenhanced font ",10" textcolor rgb muted
set label 22 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1149.1 / height left noenhanced font ",10" textcolor rgb muted
set label 23 "interval/fixed2_waits:" at screen 10.0 / width, screen 1 - 1176.0 / height left noenhanced font ",12" textcolor rgb ink
set label 24 "tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 1192.2 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1208.4 / height left noenhanced font ",12" textcolor rgb ink
set label 26 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 1223.2 / height left noenhanced font ",10" textcolor rgb muted
set label 27 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1447.7 / height left noenhanced font ",10" textcolor rgb muted
set label 28 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1474.6 / height left noenhanced font ",12" textcolor rgb ink
set label 29 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 1489.4 / height left noenhanced font ",10" textcolor rgb muted
set label 30 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1713.9 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1740.8 / height left noenhanced font ",12" textcolor rgb ink
set label 32 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 1755.6 / height left noenhanced font ",10" textcolor rgb muted
set label 33 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1980.1 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2007.0 / height left noenhanced font ",12" textcolor rgb ink
set label 35 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 2021.8 / height left noenhanced font ",10" textcolor rgb muted
set label 36 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 2246.3 / height left noenhanced font ",10" textcolor rgb muted
set label 37 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2273.2 / height left noenhanced font ",12" textcolor rgb ink
set label 38 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 2288.0 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 2512.5 / height left noenhanced font ",10" textcolor rgb muted
set label 40 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 2539.3 / height left noenhanced font ",12" textcolor rgb ink
set label 41 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 2554.2 / height left noenhanced font ",10" textcolor rgb muted
set label 42 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 2778.7 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "pop/null_hold100: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2805.5 / height left noenhanced font ",12" textcolor rgb ink
set label 44 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 2820.4 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 3044.9 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3071.7 / height left noenhanced font ",12" textcolor rgb ink
set label 47 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 3086.6 / height left noenhanced font ",10" textcolor rgb muted
set label 48 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 3311.1 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "A/A, spawn_block_on: tokio / tokio" at screen 10.0 / width, screen 1 - 3337.9 / height left noenhanced font ",12" textcolor rgb ink
set label 50 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 3352.8 / height left noenhanced font ",10" textcolor rgb muted
set label 51 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 3577.3 / height left noenhanced font ",10" textcolor rgb muted
set label 52 "A/A, yield_many: tokio / tokio" at screen 10.0 / width, screen 1 - 3604.1 / height left noenhanced font ",12" textcolor rgb ink
set label 53 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 3619.0 / height left noenhanced font ",10" textcolor rgb muted
set label 54 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 3843.5 / height left noenhanced font ",10" textcolor rgb muted
array left[14] = [78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0, 78.0]
array right[14] = [334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0, 334.0]
array top[14] = [108.4, 390.8, 657.0, 939.4, 1238.0, 1504.2, 1770.4, 2036.6, 2302.8, 2568.9, 2835.1, 3101.3, 3367.5, 3633.7]
array bottom[14] = [288.4, 570.8, 837.0, 1119.4, 1418.0, 1684.2, 1950.4, 2216.6, 2482.8, 2748.9, 3015.1, 3281.3, 3547.5, 3813.7]
panels = 14
array from[14]
array to[14]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 1
from[3] = 2; to[3] = 2
from[4] = 3; to[4] = 3
from[5] = 4; to[5] = 4
from[6] = 5; to[6] = 5
from[7] = 6; to[7] = 6
from[8] = 7; to[8] = 7
from[9] = 8; to[9] = 8
from[10] = 9; to[10] = 9
from[11] = 10; to[11] = 10
from[12] = 11; to[12] = 11
from[13] = 12; to[13] = 12
from[14] = 13; to[14] = 13
array colour[14]
array shape[14]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 3; shape[3] = 9
colour[4] = 3; shape[4] = 9
colour[5] = 3; shape[5] = 9
colour[6] = 3; shape[6] = 9
colour[7] = 3; shape[7] = 9
colour[8] = 3; shape[8] = 9
colour[9] = 3; shape[9] = 9
colour[10] = 3; shape[10] = 9
colour[11] = 3; shape[11] = 9
colour[12] = 3; shape[12] = 9
colour[13] = 3; shape[13] = 9
colour[14] = 3; shape[14] = 9
set label 55 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 3879.0 / height left noenhanced font ",10" textcolor rgb muted
set label 56 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 3892.5 / height left noenhanced font ",10" textcolor rgb muted
set label 57 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 3906.0 / height left noenhanced font ",10" textcolor rgb muted
set label 58 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 3919.5 / height left noenhanced font ",10" textcolor rgb muted
set label 59 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 3933.0 / height left noenhanced font ",10" textcolor rgb muted
set label 60 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 3946.5 / height left noenhanced font ",10" textcolor rgb muted
run = 1300
set xrange [0 : run]
set xtics 200
set format y "%g"
set offsets 0, 0, graph 0.1, graph 0.1
draw = 'every ::0::0 using (0):4:(run):(0) with vectors nohead linewidth 1 linecolor rgb ink, for [i = from[p] : to[p]] data index i using ($5 == 1 ? NaN : $1):3 with points pointtype 7 pointsize 0.45 linecolor rgb accent, for [i = from[p] : to[p]] data index i using ($5 == 1 ? $1 : NaN):3 with points pointtype 6 pointsize 0.5 linecolor rgb ink'
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
height = 1490
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
set label 1 "Effect against time: the log ratio of each pair, in the order of the run" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb accent
set label 3 "pair" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 73.3 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "flagged pair" at screen 85.3 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 165.5 / width, screen 1 - 38.3 / height to screen 181.5 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb ink
set label 7 "median of the row" at screen 185.5 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 8 "inject/own_mutex: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 9 "tokio" at screen 10.0 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 10 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 11 "inject/shards8: tokio+inject=sharded /" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 12 "tokio+inject=sharded+inject_shards=1" at screen 331.3 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 13 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 14 "interval/tokio_tuner_waits: tokio /" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 15 "tokio+interval=fixed" at screen 652.7 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 18 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 315.4 / height left noenhanced font ",10" textcolor rgb muted
set label 20 "interval/blitz_tuner_waits: tokio+interval=blitz /" at screen 10.0 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 21 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",12" textcolor rgb ink
set label 22 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 373.3 / height left noenhanced font ",10" textcolor rgb muted
set label 23 "interval/fixed2_waits:" at screen 331.3 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 24 "tokio+interval=fixed+interval_fixed=2 /" at screen 331.3 / width, screen 1 - 358.4 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "tokio+interval=fixed" at screen 331.3 / width, screen 1 - 374.6 / height left noenhanced font ",12" textcolor rgb ink
set label 26 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 389.5 / height left noenhanced font ",10" textcolor rgb muted
set label 27 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 652.7 / width, screen 1 - 342.2 / height left noenhanced font ",12" textcolor rgb ink
set label 28 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 357.1 / height left noenhanced font ",10" textcolor rgb muted
set label 29 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 30 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 614.0 / height left noenhanced font ",10" textcolor rgb muted
set label 32 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 33 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 331.3 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 35 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 36 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 652.7 / width, screen 1 - 640.9 / height left noenhanced font ",12" textcolor rgb ink
set label 37 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 655.7 / height left noenhanced font ",10" textcolor rgb muted
set label 38 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 40 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 880.2 / height left noenhanced font ",10" textcolor rgb muted
set label 41 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 42 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "pop/null_hold100: tokio+pop=null / tokio" at screen 331.3 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 44 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 652.7 / width, screen 1 - 907.1 / height left noenhanced font ",12" textcolor rgb ink
set label 46 "log(arm / baseline); 0.1 is 10 %" at screen 652.7 / width, screen 1 - 921.9 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 48 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "pairs of the run, in their order" at screen 652.7 / width, screen 1 - 1146.4 / height left noenhanced font ",10" textcolor rgb muted
set label 50 "A/A, spawn_block_on: tokio / tokio" at screen 10.0 / width, screen 1 - 1173.2 / height left noenhanced font ",12" textcolor rgb ink
set label 51 "log(arm / baseline); 0.1 is 10 %" at screen 10.0 / width, screen 1 - 1188.1 / height left noenhanced font ",10" textcolor rgb muted
set label 52 "A/A, yield_many: tokio / tokio" at screen 331.3 / width, screen 1 - 1173.2 / height left noenhanced font ",12" textcolor rgb ink
set label 53 "log(arm / baseline); 0.1 is 10 %" at screen 331.3 / width, screen 1 - 1188.1 / height left noenhanced font ",10" textcolor rgb muted
set label 54 "pairs of the run, in their order" at screen 10.0 / width, screen 1 - 1412.6 / height left noenhanced font ",10" textcolor rgb muted
set label 55 "pairs of the run, in their order" at screen 331.3 / width, screen 1 - 1412.6 / height left noenhanced font ",10" textcolor rgb muted
array left[14] = [78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3, 720.7, 78.0, 399.3]
array right[14] = [291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7, 934.0, 291.3, 612.7]
array top[14] = [105.7, 105.7, 105.7, 404.2, 404.2, 404.2, 670.5, 670.5, 670.5, 936.7, 936.7, 936.7, 1202.9, 1202.9]
array bottom[14] = [285.6, 285.6, 285.6, 584.2, 584.2, 584.2, 850.5, 850.5, 850.5, 1116.7, 1116.7, 1116.7, 1382.9, 1382.9]
panels = 14
array from[14]
array to[14]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 1
from[3] = 2; to[3] = 2
from[4] = 3; to[4] = 3
from[5] = 4; to[5] = 4
from[6] = 5; to[6] = 5
from[7] = 6; to[7] = 6
from[8] = 7; to[8] = 7
from[9] = 8; to[9] = 8
from[10] = 9; to[10] = 9
from[11] = 10; to[11] = 10
from[12] = 11; to[12] = 11
from[13] = 12; to[13] = 12
from[14] = 13; to[14] = 13
array colour[14]
array shape[14]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 3; shape[3] = 9
colour[4] = 3; shape[4] = 9
colour[5] = 3; shape[5] = 9
colour[6] = 3; shape[6] = 9
colour[7] = 3; shape[7] = 9
colour[8] = 3; shape[8] = 9
colour[9] = 3; shape[9] = 9
colour[10] = 3; shape[10] = 9
colour[11] = 3; shape[11] = 9
colour[12] = 3; shape[12] = 9
colour[13] = 3; shape[13] = 9
colour[14] = 3; shape[14] = 9
set label 56 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 1448.1 / height left noenhanced font ",10" textcolor rgb muted
set label 57 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 1461.6 / height left noenhanced font ",10" textcolor rgb muted
set label 58 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1475.1 / height left noenhanced font ",10" textcolor rgb muted
run = 1300
set xrange [0 : run]
set xtics 200
set format y "%g"
set offsets 0, 0, graph 0.1, graph 0.1
draw = 'every ::0::0 using (0):4:(run):(0) with vectors nohead linewidth 1 linecolor rgb ink, for [i = from[p] : to[p]] data index i using ($5 == 1 ? NaN : $1):3 with points pointtype 7 pointsize 0.45 linecolor rgb accent, for [i = from[p] : to[p]] data index i using ($5 == 1 ? $1 : NaN):3 with points pointtype 6 pointsize 0.5 linecolor rgb ink'
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
