# Draw again with: gnuplot -d contention_workers.gp
name = "contention_workers"
rows = 22
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
height = 775
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
set label 1 "remote_spawn: cost of a task against workers; producers=2 tasks=12800 completion=0 fresh_runtime=0" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "time: ns per task (1 of 2)" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 8 "tokio-bare" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 100.2 / width, screen 1 - 88.9 / height to screen 116.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 10 "" at screen 108.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 11 "tokio" at screen 120.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 14 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 15 from screen 10.0 / width, screen 1 - 103.7 / height to screen 26.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 16 "" at screen 18.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 17 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 18 from screen 10.0 / width, screen 1 - 118.6 / height to screen 26.0 / width, screen 1 - 118.6 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 19 "" at screen 18.0 / width, screen 1 - 118.6 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 20 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 118.6 / height left noenhanced font ",11" textcolor rgb ink
set arrow 21 from screen 10.0 / width, screen 1 - 133.4 / height to screen 26.0 / width, screen 1 - 133.4 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 22 "" at screen 18.0 / width, screen 1 - 133.4 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 23 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 133.4 / height left noenhanced font ",11" textcolor rgb ink
set label 24 "time: ns per task (2 of 2)" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "median; bars: quartiles, where they are known" at screen 331.3 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 26 from screen 331.3 / width, screen 1 - 88.9 / height to screen 347.3 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 27 "" at screen 339.3 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 28 "tokio-bare" at screen 351.3 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 29 from screen 421.6 / width, screen 1 - 88.9 / height to screen 437.6 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 30 "" at screen 429.6 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 31 "tokio" at screen 441.6 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 331.3 / width, screen 1 - 103.7 / height to screen 347.3 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 33 "" at screen 339.3 / width, screen 1 - 103.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 34 "tokio+inject=sharded+inject_shards=1" at screen 351.3 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "lock waits: per thousand tasks, a spawner or" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 36 "worker found an inject lock held" at screen 652.7 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 37 "median; bars: quartiles, where they are known" at screen 652.7 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 38 from screen 652.7 / width, screen 1 - 105.1 / height to screen 668.7 / width, screen 1 - 105.1 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 39 "" at screen 660.7 / width, screen 1 - 105.1 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 40 "tokio+inject=sharded+shard_key=task" at screen 672.7 / width, screen 1 - 105.1 / height left noenhanced font ",11" textcolor rgb ink
set arrow 41 from screen 652.7 / width, screen 1 - 119.9 / height to screen 668.7 / width, screen 1 - 119.9 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 42 "" at screen 660.7 / width, screen 1 - 119.9 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 43 "tokio+inject=sharded+shard_key=round_robin" at screen 672.7 / width, screen 1 - 119.9 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "workers" at screen 10.0 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "workers" at screen 331.3 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "workers" at screen 652.7 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "context switches per thousand tasks (1 of 2)" at screen 10.0 / width, screen 1 - 385.5 / height left noenhanced font ",12" textcolor rgb ink
set label 48 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 400.3 / height left noenhanced font ",10" textcolor rgb muted
set arrow 49 from screen 10.0 / width, screen 1 - 414.5 / height to screen 26.0 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 50 "" at screen 18.0 / width, screen 1 - 414.5 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 51 "tokio-bare" at screen 30.0 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 52 from screen 100.2 / width, screen 1 - 414.5 / height to screen 116.2 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 53 "" at screen 108.2 / width, screen 1 - 414.5 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 54 "tokio" at screen 120.2 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 55 from screen 161.5 / width, screen 1 - 414.5 / height to screen 177.5 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 56 "" at screen 169.5 / width, screen 1 - 414.5 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 57 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 58 from screen 10.0 / width, screen 1 - 429.3 / height to screen 26.0 / width, screen 1 - 429.3 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 59 "" at screen 18.0 / width, screen 1 - 429.3 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 60 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 429.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 61 from screen 10.0 / width, screen 1 - 444.2 / height to screen 26.0 / width, screen 1 - 444.2 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 62 "" at screen 18.0 / width, screen 1 - 444.2 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 63 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 444.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 64 from screen 10.0 / width, screen 1 - 459.0 / height to screen 26.0 / width, screen 1 - 459.0 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 65 "" at screen 18.0 / width, screen 1 - 459.0 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 66 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 459.0 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "context switches per thousand tasks (2 of 2)" at screen 331.3 / width, screen 1 - 385.5 / height left noenhanced font ",12" textcolor rgb ink
set label 68 "median; bars: quartiles, where they are known" at screen 331.3 / width, screen 1 - 400.3 / height left noenhanced font ",10" textcolor rgb muted
set arrow 69 from screen 331.3 / width, screen 1 - 414.5 / height to screen 347.3 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 70 "" at screen 339.3 / width, screen 1 - 414.5 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 71 "tokio-bare" at screen 351.3 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 72 from screen 421.6 / width, screen 1 - 414.5 / height to screen 437.6 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 73 "" at screen 429.6 / width, screen 1 - 414.5 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 74 "tokio" at screen 441.6 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 75 from screen 331.3 / width, screen 1 - 429.3 / height to screen 347.3 / width, screen 1 - 429.3 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 76 "" at screen 339.3 / width, screen 1 - 429.3 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 77 "tokio+inject=sharded+inject_shards=1" at screen 351.3 / width, screen 1 - 429.3 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "workers" at screen 10.0 / width, screen 1 - 684.2 / height left noenhanced font ",10" textcolor rgb muted
set label 79 "workers" at screen 331.3 / width, screen 1 - 684.2 / height left noenhanced font ",10" textcolor rgb muted
array left[5] = [78.0, 399.3, 720.7, 78.0, 399.3]
array right[5] = [291.3, 612.7, 934.0, 291.3, 612.7]
array top[5] = [148.8, 148.8, 148.8, 474.5, 474.5]
array bottom[5] = [328.9, 328.9, 328.9, 654.5, 654.5]
panels = 5
array from[5]
array to[5]
from[1] = 0; to[1] = 5
from[2] = 6; to[2] = 8
from[3] = 9; to[3] = 10
from[4] = 11; to[4] = 16
from[5] = 17; to[5] = 19
array colour[20]
array shape[20]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 6; shape[6] = 4
colour[7] = 2; shape[7] = 5
colour[8] = 1; shape[8] = 7
colour[9] = 3; shape[9] = 9
colour[10] = 4; shape[10] = 13
colour[11] = 5; shape[11] = 6
colour[12] = 2; shape[12] = 5
colour[13] = 1; shape[13] = 7
colour[14] = 3; shape[14] = 9
colour[15] = 4; shape[15] = 13
colour[16] = 5; shape[16] = 6
colour[17] = 6; shape[17] = 4
colour[18] = 2; shape[18] = 5
colour[19] = 1; shape[19] = 7
colour[20] = 3; shape[20] = 9
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 80 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 719.7 / height left noenhanced font ",10" textcolor rgb muted
set label 81 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 733.2 / height left noenhanced font ",10" textcolor rgb muted
set label 82 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 746.7 / height left noenhanced font ",10" textcolor rgb muted
set label 83 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 760.2 / height left noenhanced font ",10" textcolor rgb muted
set yrange [0 : *]
draw = 'using ($1 + aside(i, p)):3:4:5 with yerrorlines'.look
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
height = 1771
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
set label 1 "remote_spawn: cost of a task against workers;" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "producers=2 tasks=12800 completion=0" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "fresh_runtime=0" at screen 10.0 / width, screen 1 - 55.3 / height left noenhanced font ",14" textcolor rgb ink
set object 4 rectangle from screen 10.0 / width, screen 1 - 81.1 / height to screen 26.0 / width, screen 1 - 71.1 / height fillcolor rgb band fillstyle solid 1 noborder
set label 5 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 76.1 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "time: ns per task (1 of 2)" at screen 10.0 / width, screen 1 - 97.7 / height left noenhanced font ",12" textcolor rgb ink
set label 7 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 112.5 / height left noenhanced font ",10" textcolor rgb muted
set arrow 8 from screen 10.0 / width, screen 1 - 126.7 / height to screen 26.0 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 9 "" at screen 18.0 / width, screen 1 - 126.7 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 10 "tokio-bare" at screen 30.0 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 11 from screen 100.2 / width, screen 1 - 126.7 / height to screen 116.2 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 12 "" at screen 108.2 / width, screen 1 - 126.7 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 13 "tokio" at screen 120.2 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 14 from screen 161.5 / width, screen 1 - 126.7 / height to screen 177.5 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 15 "" at screen 169.5 / width, screen 1 - 126.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 16 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 17 from screen 10.0 / width, screen 1 - 141.5 / height to screen 26.0 / width, screen 1 - 141.5 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 18 "" at screen 18.0 / width, screen 1 - 141.5 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 19 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 141.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 10.0 / width, screen 1 - 156.4 / height to screen 26.0 / width, screen 1 - 156.4 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 21 "" at screen 18.0 / width, screen 1 - 156.4 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 22 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 156.4 / height left noenhanced font ",11" textcolor rgb ink
set arrow 23 from screen 10.0 / width, screen 1 - 171.2 / height to screen 26.0 / width, screen 1 - 171.2 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 24 "" at screen 18.0 / width, screen 1 - 171.2 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 25 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 171.2 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "workers" at screen 10.0 / width, screen 1 - 396.4 / height left noenhanced font ",10" textcolor rgb muted
set label 27 "time: ns per task (2 of 2)" at screen 10.0 / width, screen 1 - 423.2 / height left noenhanced font ",12" textcolor rgb ink
set label 28 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 438.1 / height left noenhanced font ",10" textcolor rgb muted
set arrow 29 from screen 10.0 / width, screen 1 - 452.3 / height to screen 26.0 / width, screen 1 - 452.3 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 30 "" at screen 18.0 / width, screen 1 - 452.3 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 31 "tokio-bare" at screen 30.0 / width, screen 1 - 452.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 100.2 / width, screen 1 - 452.3 / height to screen 116.2 / width, screen 1 - 452.3 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 33 "" at screen 108.2 / width, screen 1 - 452.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 34 "tokio" at screen 120.2 / width, screen 1 - 452.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 35 from screen 10.0 / width, screen 1 - 467.1 / height to screen 26.0 / width, screen 1 - 467.1 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 36 "" at screen 18.0 / width, screen 1 - 467.1 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 37 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 467.1 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "workers" at screen 10.0 / width, screen 1 - 692.3 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "lock waits: per thousand tasks, a spawner or worker" at screen 10.0 / width, screen 1 - 719.1 / height left noenhanced font ",12" textcolor rgb ink
set label 40 "found an inject lock held" at screen 10.0 / width, screen 1 - 735.4 / height left noenhanced font ",12" textcolor rgb ink
set label 41 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 750.2 / height left noenhanced font ",10" textcolor rgb muted
set arrow 42 from screen 10.0 / width, screen 1 - 764.4 / height to screen 26.0 / width, screen 1 - 764.4 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 43 "" at screen 18.0 / width, screen 1 - 764.4 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 44 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 764.4 / height left noenhanced font ",11" textcolor rgb ink
set arrow 45 from screen 10.0 / width, screen 1 - 779.2 / height to screen 26.0 / width, screen 1 - 779.2 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 46 "" at screen 18.0 / width, screen 1 - 779.2 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 47 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 779.2 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "workers" at screen 10.0 / width, screen 1 - 1004.4 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "context switches per thousand tasks (1 of 2)" at screen 10.0 / width, screen 1 - 1031.2 / height left noenhanced font ",12" textcolor rgb ink
set label 50 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 1046.1 / height left noenhanced font ",10" textcolor rgb muted
set arrow 51 from screen 10.0 / width, screen 1 - 1060.3 / height to screen 26.0 / width, screen 1 - 1060.3 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 52 "" at screen 18.0 / width, screen 1 - 1060.3 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 53 "tokio-bare" at screen 30.0 / width, screen 1 - 1060.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 54 from screen 100.2 / width, screen 1 - 1060.3 / height to screen 116.2 / width, screen 1 - 1060.3 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 55 "" at screen 108.2 / width, screen 1 - 1060.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 56 "tokio" at screen 120.2 / width, screen 1 - 1060.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 57 from screen 161.5 / width, screen 1 - 1060.3 / height to screen 177.5 / width, screen 1 - 1060.3 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 58 "" at screen 169.5 / width, screen 1 - 1060.3 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 59 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 1060.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 60 from screen 10.0 / width, screen 1 - 1075.1 / height to screen 26.0 / width, screen 1 - 1075.1 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 61 "" at screen 18.0 / width, screen 1 - 1075.1 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 62 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 1075.1 / height left noenhanced font ",11" textcolor rgb ink
set arrow 63 from screen 10.0 / width, screen 1 - 1090.0 / height to screen 26.0 / width, screen 1 - 1090.0 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 64 "" at screen 18.0 / width, screen 1 - 1090.0 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 65 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 1090.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 66 from screen 10.0 / width, screen 1 - 1104.8 / height to screen 26.0 / width, screen 1 - 1104.8 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 67 "" at screen 18.0 / width, screen 1 - 1104.8 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 68 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 1104.8 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "workers" at screen 10.0 / width, screen 1 - 1330.0 / height left noenhanced font ",10" textcolor rgb muted
set label 70 "context switches per thousand tasks (2 of 2)" at screen 10.0 / width, screen 1 - 1356.8 / height left noenhanced font ",12" textcolor rgb ink
set label 71 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 1371.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 72 from screen 10.0 / width, screen 1 - 1385.9 / height to screen 26.0 / width, screen 1 - 1385.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 73 "" at screen 18.0 / width, screen 1 - 1385.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 74 "tokio-bare" at screen 30.0 / width, screen 1 - 1385.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 75 from screen 100.2 / width, screen 1 - 1385.9 / height to screen 116.2 / width, screen 1 - 1385.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 76 "" at screen 108.2 / width, screen 1 - 1385.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 77 "tokio" at screen 120.2 / width, screen 1 - 1385.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 78 from screen 10.0 / width, screen 1 - 1400.7 / height to screen 26.0 / width, screen 1 - 1400.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 79 "" at screen 18.0 / width, screen 1 - 1400.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 80 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 1400.7 / height left noenhanced font ",11" textcolor rgb ink
set label 81 "workers" at screen 10.0 / width, screen 1 - 1625.9 / height left noenhanced font ",10" textcolor rgb muted
array left[5] = [78.0, 78.0, 78.0, 78.0, 78.0]
array right[5] = [334.0, 334.0, 334.0, 334.0, 334.0]
array top[5] = [186.7, 482.6, 794.7, 1120.2, 1416.1]
array bottom[5] = [366.6, 662.5, 974.7, 1300.2, 1596.1]
panels = 5
array from[5]
array to[5]
from[1] = 0; to[1] = 5
from[2] = 6; to[2] = 8
from[3] = 9; to[3] = 10
from[4] = 11; to[4] = 16
from[5] = 17; to[5] = 19
array colour[20]
array shape[20]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 6; shape[6] = 4
colour[7] = 2; shape[7] = 5
colour[8] = 1; shape[8] = 7
colour[9] = 3; shape[9] = 9
colour[10] = 4; shape[10] = 13
colour[11] = 5; shape[11] = 6
colour[12] = 2; shape[12] = 5
colour[13] = 1; shape[13] = 7
colour[14] = 3; shape[14] = 9
colour[15] = 4; shape[15] = 13
colour[16] = 5; shape[16] = 6
colour[17] = 6; shape[17] = 4
colour[18] = 2; shape[18] = 5
colour[19] = 1; shape[19] = 7
colour[20] = 3; shape[20] = 9
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 82 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 1661.4 / height left noenhanced font ",10" textcolor rgb muted
set label 83 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 1674.9 / height left noenhanced font ",10" textcolor rgb muted
set label 84 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 1688.4 / height left noenhanced font ",10" textcolor rgb muted
set label 85 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 1701.9 / height left noenhanced font ",10" textcolor rgb muted
set label 86 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 1715.4 / height left noenhanced font ",10" textcolor rgb muted
set label 87 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1728.9 / height left noenhanced font ",10" textcolor rgb muted
set label 88 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 1742.4 / height left noenhanced font ",10" textcolor rgb muted
set label 89 "none: tokio-bare" at screen 10.0 / width, screen 1 - 1755.9 / height left noenhanced font ",10" textcolor rgb muted
set yrange [0 : *]
draw = 'using ($1 + aside(i, p)):3:4:5 with yerrorlines'.look
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
height = 775
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
set label 1 "remote_spawn: cost of a task against workers; producers=2 tasks=12800 completion=0 fresh_runtime=0" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "time: ns per task (1 of 2)" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 8 "tokio-bare" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 100.2 / width, screen 1 - 88.9 / height to screen 116.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 10 "" at screen 108.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 11 "tokio" at screen 120.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 14 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 15 from screen 10.0 / width, screen 1 - 103.7 / height to screen 26.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 16 "" at screen 18.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 17 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 18 from screen 10.0 / width, screen 1 - 118.6 / height to screen 26.0 / width, screen 1 - 118.6 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 19 "" at screen 18.0 / width, screen 1 - 118.6 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 20 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 118.6 / height left noenhanced font ",11" textcolor rgb ink
set arrow 21 from screen 10.0 / width, screen 1 - 133.4 / height to screen 26.0 / width, screen 1 - 133.4 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 22 "" at screen 18.0 / width, screen 1 - 133.4 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 23 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 133.4 / height left noenhanced font ",11" textcolor rgb ink
set label 24 "time: ns per task (2 of 2)" at screen 331.3 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "median; bars: quartiles, where they are known" at screen 331.3 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 26 from screen 331.3 / width, screen 1 - 88.9 / height to screen 347.3 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 27 "" at screen 339.3 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 28 "tokio-bare" at screen 351.3 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 29 from screen 421.6 / width, screen 1 - 88.9 / height to screen 437.6 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 30 "" at screen 429.6 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 31 "tokio" at screen 441.6 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 331.3 / width, screen 1 - 103.7 / height to screen 347.3 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 33 "" at screen 339.3 / width, screen 1 - 103.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 34 "tokio+inject=sharded+inject_shards=1" at screen 351.3 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "lock waits: per thousand tasks, a spawner or" at screen 652.7 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 36 "worker found an inject lock held" at screen 652.7 / width, screen 1 - 76.1 / height left noenhanced font ",12" textcolor rgb ink
set label 37 "median; bars: quartiles, where they are known" at screen 652.7 / width, screen 1 - 90.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 38 from screen 652.7 / width, screen 1 - 105.1 / height to screen 668.7 / width, screen 1 - 105.1 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 39 "" at screen 660.7 / width, screen 1 - 105.1 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 40 "tokio+inject=sharded+shard_key=task" at screen 672.7 / width, screen 1 - 105.1 / height left noenhanced font ",11" textcolor rgb ink
set arrow 41 from screen 652.7 / width, screen 1 - 119.9 / height to screen 668.7 / width, screen 1 - 119.9 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 42 "" at screen 660.7 / width, screen 1 - 119.9 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 43 "tokio+inject=sharded+shard_key=round_robin" at screen 672.7 / width, screen 1 - 119.9 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "workers" at screen 10.0 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "workers" at screen 331.3 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "workers" at screen 652.7 / width, screen 1 - 358.6 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "context switches per thousand tasks (1 of 2)" at screen 10.0 / width, screen 1 - 385.5 / height left noenhanced font ",12" textcolor rgb ink
set label 48 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 400.3 / height left noenhanced font ",10" textcolor rgb muted
set arrow 49 from screen 10.0 / width, screen 1 - 414.5 / height to screen 26.0 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 50 "" at screen 18.0 / width, screen 1 - 414.5 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 51 "tokio-bare" at screen 30.0 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 52 from screen 100.2 / width, screen 1 - 414.5 / height to screen 116.2 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 53 "" at screen 108.2 / width, screen 1 - 414.5 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 54 "tokio" at screen 120.2 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 55 from screen 161.5 / width, screen 1 - 414.5 / height to screen 177.5 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 56 "" at screen 169.5 / width, screen 1 - 414.5 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 57 "tokio+inject=sharded" at screen 181.5 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 58 from screen 10.0 / width, screen 1 - 429.3 / height to screen 26.0 / width, screen 1 - 429.3 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 59 "" at screen 18.0 / width, screen 1 - 429.3 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 60 "tokio+inject=sharded+shard_key=task" at screen 30.0 / width, screen 1 - 429.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 61 from screen 10.0 / width, screen 1 - 444.2 / height to screen 26.0 / width, screen 1 - 444.2 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 62 "" at screen 18.0 / width, screen 1 - 444.2 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 63 "tokio+inject=sharded+shard_key=round_robin" at screen 30.0 / width, screen 1 - 444.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 64 from screen 10.0 / width, screen 1 - 459.0 / height to screen 26.0 / width, screen 1 - 459.0 / height nohead linewidth 1.5  linecolor rgb shade[6]
set label 65 "" at screen 18.0 / width, screen 1 - 459.0 / height point pointtype 4 pointsize 0.7 linewidth 1.5 linecolor rgb shade[6]
set label 66 "tokio+inject=own_mutex" at screen 30.0 / width, screen 1 - 459.0 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "context switches per thousand tasks (2 of 2)" at screen 331.3 / width, screen 1 - 385.5 / height left noenhanced font ",12" textcolor rgb ink
set label 68 "median; bars: quartiles, where they are known" at screen 331.3 / width, screen 1 - 400.3 / height left noenhanced font ",10" textcolor rgb muted
set arrow 69 from screen 331.3 / width, screen 1 - 414.5 / height to screen 347.3 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 70 "" at screen 339.3 / width, screen 1 - 414.5 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 71 "tokio-bare" at screen 351.3 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 72 from screen 421.6 / width, screen 1 - 414.5 / height to screen 437.6 / width, screen 1 - 414.5 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 73 "" at screen 429.6 / width, screen 1 - 414.5 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 74 "tokio" at screen 441.6 / width, screen 1 - 414.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 75 from screen 331.3 / width, screen 1 - 429.3 / height to screen 347.3 / width, screen 1 - 429.3 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 76 "" at screen 339.3 / width, screen 1 - 429.3 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 77 "tokio+inject=sharded+inject_shards=1" at screen 351.3 / width, screen 1 - 429.3 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "workers" at screen 10.0 / width, screen 1 - 684.2 / height left noenhanced font ",10" textcolor rgb muted
set label 79 "workers" at screen 331.3 / width, screen 1 - 684.2 / height left noenhanced font ",10" textcolor rgb muted
array left[5] = [78.0, 399.3, 720.7, 78.0, 399.3]
array right[5] = [291.3, 612.7, 934.0, 291.3, 612.7]
array top[5] = [148.8, 148.8, 148.8, 474.5, 474.5]
array bottom[5] = [328.9, 328.9, 328.9, 654.5, 654.5]
panels = 5
array from[5]
array to[5]
from[1] = 0; to[1] = 5
from[2] = 6; to[2] = 8
from[3] = 9; to[3] = 10
from[4] = 11; to[4] = 16
from[5] = 17; to[5] = 19
array colour[20]
array shape[20]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 6; shape[6] = 4
colour[7] = 2; shape[7] = 5
colour[8] = 1; shape[8] = 7
colour[9] = 3; shape[9] = 9
colour[10] = 4; shape[10] = 13
colour[11] = 5; shape[11] = 6
colour[12] = 2; shape[12] = 5
colour[13] = 1; shape[13] = 7
colour[14] = 3; shape[14] = 9
colour[15] = 4; shape[15] = 13
colour[16] = 5; shape[16] = 6
colour[17] = 6; shape[17] = 4
colour[18] = 2; shape[18] = 5
colour[19] = 1; shape[19] = 7
colour[20] = 3; shape[20] = 9
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 80 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 719.7 / height left noenhanced font ",10" textcolor rgb muted
set label 81 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 733.2 / height left noenhanced font ",10" textcolor rgb muted
set label 82 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 746.7 / height left noenhanced font ",10" textcolor rgb muted
set label 83 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 760.2 / height left noenhanced font ",10" textcolor rgb muted
set yrange [0 : *]
draw = 'using ($1 + aside(i, p)):3:4:5 with yerrorlines'.look
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
