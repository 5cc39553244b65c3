# Draw again with: gnuplot -d contention.gp
name = "contention"
rows = 40
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
height = 420
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
set label 1 "remote_spawn: cost of a task against producers; tasks=12800 completion=0 fresh_runtime=0, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "time: ns per task" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 8 "tokio-bare" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 100.2 / width, screen 1 - 88.9 / height to screen 116.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 10 "" at screen 108.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 11 "tokio" at screen 120.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 14 "tokio+inject=own_mutex" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 15 from screen 10.0 / width, screen 1 - 103.7 / height to screen 26.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 16 "" at screen 18.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 17 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 18 from screen 262.5 / width, screen 1 - 103.7 / height to screen 278.5 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 19 "" at screen 270.5 / width, screen 1 - 103.7 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 20 "tokio+inject=sharded" at screen 282.5 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "context switches per thousand tasks" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 22 "median; bars: quartiles, where they are known" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 23 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 24 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 25 "tokio-bare" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 582.2 / width, screen 1 - 88.9 / height to screen 598.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 27 "" at screen 590.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 28 "tokio" at screen 602.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 29 from screen 643.5 / width, screen 1 - 88.9 / height to screen 659.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 30 "" at screen 651.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 31 "tokio+inject=own_mutex" at screen 663.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 492.0 / width, screen 1 - 103.7 / height to screen 508.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 33 "" at screen 500.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 34 "tokio+inject=sharded+inject_shards=1" at screen 512.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 35 from screen 744.5 / width, screen 1 - 103.7 / height to screen 760.5 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 36 "" at screen 752.5 / width, screen 1 - 103.7 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 37 "tokio+inject=sharded" at screen 764.5 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "producers: threads that spawn from outside" at screen 10.0 / width, screen 1 - 328.9 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "producers: threads that spawn from outside" at screen 492.0 / width, screen 1 - 328.9 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [119.2, 119.2]
array bottom[2] = [299.1, 299.1]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 4
from[2] = 5; to[2] = 9
array colour[10]
array shape[10]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 2; shape[6] = 5
colour[7] = 1; shape[7] = 7
colour[8] = 3; shape[8] = 9
colour[9] = 4; shape[9] = 13
colour[10] = 5; shape[10] = 6
set xtics ("1" 0, "2" 1, "4" 2, "8" 3)
set xrange [-0.5 : 3.5]
crowded = -0.5
set label 40 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 364.4 / height left noenhanced font ",10" textcolor rgb muted
set label 41 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 377.9 / height left noenhanced font ",10" textcolor rgb muted
set label 42 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 391.4 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 404.9 / height left noenhanced font ",10" textcolor rgb muted
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
height = 838
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
set label 1 "remote_spawn: cost of a task against" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "producers; tasks=12800 completion=0" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "fresh_runtime=0, 2 workers" at screen 10.0 / width, screen 1 - 55.3 / height left noenhanced font ",14" textcolor rgb ink
set object 4 rectangle from screen 10.0 / width, screen 1 - 81.1 / height to screen 26.0 / width, screen 1 - 71.1 / height fillcolor rgb band fillstyle solid 1 noborder
set label 5 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 76.1 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "time: ns per task" at screen 10.0 / width, screen 1 - 97.7 / height left noenhanced font ",12" textcolor rgb ink
set label 7 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 112.5 / height left noenhanced font ",10" textcolor rgb muted
set arrow 8 from screen 10.0 / width, screen 1 - 126.7 / height to screen 26.0 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 9 "" at screen 18.0 / width, screen 1 - 126.7 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 10 "tokio-bare" at screen 30.0 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 11 from screen 100.2 / width, screen 1 - 126.7 / height to screen 116.2 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 12 "" at screen 108.2 / width, screen 1 - 126.7 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 13 "tokio" at screen 120.2 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 14 from screen 161.5 / width, screen 1 - 126.7 / height to screen 177.5 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 15 "" at screen 169.5 / width, screen 1 - 126.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 16 "tokio+inject=own_mutex" at screen 181.5 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 17 from screen 10.0 / width, screen 1 - 141.5 / height to screen 26.0 / width, screen 1 - 141.5 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 18 "" at screen 18.0 / width, screen 1 - 141.5 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 19 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 141.5 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 10.0 / width, screen 1 - 156.4 / height to screen 26.0 / width, screen 1 - 156.4 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 21 "" at screen 18.0 / width, screen 1 - 156.4 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 22 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 156.4 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "producers: threads that spawn from outside" at screen 10.0 / width, screen 1 - 381.6 / height left noenhanced font ",10" textcolor rgb muted
set label 24 "context switches per thousand tasks" at screen 10.0 / width, screen 1 - 408.4 / height left noenhanced font ",12" textcolor rgb ink
set label 25 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 423.2 / height left noenhanced font ",10" textcolor rgb muted
set arrow 26 from screen 10.0 / width, screen 1 - 437.4 / height to screen 26.0 / width, screen 1 - 437.4 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 27 "" at screen 18.0 / width, screen 1 - 437.4 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 28 "tokio-bare" at screen 30.0 / width, screen 1 - 437.4 / height left noenhanced font ",11" textcolor rgb ink
set arrow 29 from screen 100.2 / width, screen 1 - 437.4 / height to screen 116.2 / width, screen 1 - 437.4 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 30 "" at screen 108.2 / width, screen 1 - 437.4 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 31 "tokio" at screen 120.2 / width, screen 1 - 437.4 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 161.5 / width, screen 1 - 437.4 / height to screen 177.5 / width, screen 1 - 437.4 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 33 "" at screen 169.5 / width, screen 1 - 437.4 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 34 "tokio+inject=own_mutex" at screen 181.5 / width, screen 1 - 437.4 / height left noenhanced font ",11" textcolor rgb ink
set arrow 35 from screen 10.0 / width, screen 1 - 452.3 / height to screen 26.0 / width, screen 1 - 452.3 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 36 "" at screen 18.0 / width, screen 1 - 452.3 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 37 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 452.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 38 from screen 10.0 / width, screen 1 - 467.1 / height to screen 26.0 / width, screen 1 - 467.1 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 39 "" at screen 18.0 / width, screen 1 - 467.1 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 40 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 467.1 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "producers: threads that spawn from outside" at screen 10.0 / width, screen 1 - 692.3 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 78.0]
array right[2] = [334.0, 334.0]
array top[2] = [171.8, 482.6]
array bottom[2] = [351.8, 662.6]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 4
from[2] = 5; to[2] = 9
array colour[10]
array shape[10]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 2; shape[6] = 5
colour[7] = 1; shape[7] = 7
colour[8] = 3; shape[8] = 9
colour[9] = 4; shape[9] = 13
colour[10] = 5; shape[10] = 6
set xtics ("1" 0, "2" 1, "4" 2, "8" 3)
set xrange [-0.5 : 3.5]
crowded = -0.5
set label 42 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 727.8 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 741.3 / height left noenhanced font ",10" textcolor rgb muted
set label 44 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 754.8 / height left noenhanced font ",10" textcolor rgb muted
set label 45 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 768.3 / height left noenhanced font ",10" textcolor rgb muted
set label 46 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 781.8 / height left noenhanced font ",10" textcolor rgb muted
set label 47 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 795.3 / height left noenhanced font ",10" textcolor rgb muted
set label 48 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 808.8 / height left noenhanced font ",10" textcolor rgb muted
set label 49 "none: tokio-bare" at screen 10.0 / width, screen 1 - 822.3 / height left noenhanced font ",10" textcolor rgb muted
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
height = 420
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
set label 1 "remote_spawn: cost of a task against producers; tasks=12800 completion=0 fresh_runtime=0, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "time: ns per task" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median; bars: quartiles, where they are known" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 8 "tokio-bare" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 100.2 / width, screen 1 - 88.9 / height to screen 116.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 10 "" at screen 108.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 11 "tokio" at screen 120.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 14 "tokio+inject=own_mutex" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 15 from screen 10.0 / width, screen 1 - 103.7 / height to screen 26.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 16 "" at screen 18.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 17 "tokio+inject=sharded+inject_shards=1" at screen 30.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 18 from screen 262.5 / width, screen 1 - 103.7 / height to screen 278.5 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 19 "" at screen 270.5 / width, screen 1 - 103.7 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 20 "tokio+inject=sharded" at screen 282.5 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "context switches per thousand tasks" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 22 "median; bars: quartiles, where they are known" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 23 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 24 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 25 "tokio-bare" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 582.2 / width, screen 1 - 88.9 / height to screen 598.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 27 "" at screen 590.2 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 28 "tokio" at screen 602.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 29 from screen 643.5 / width, screen 1 - 88.9 / height to screen 659.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 30 "" at screen 651.5 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 31 "tokio+inject=own_mutex" at screen 663.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 32 from screen 492.0 / width, screen 1 - 103.7 / height to screen 508.0 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 33 "" at screen 500.0 / width, screen 1 - 103.7 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 34 "tokio+inject=sharded+inject_shards=1" at screen 512.0 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 35 from screen 744.5 / width, screen 1 - 103.7 / height to screen 760.5 / width, screen 1 - 103.7 / height nohead linewidth 1.5  linecolor rgb shade[5]
set label 36 "" at screen 752.5 / width, screen 1 - 103.7 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb shade[5]
set label 37 "tokio+inject=sharded" at screen 764.5 / width, screen 1 - 103.7 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "producers: threads that spawn from outside" at screen 10.0 / width, screen 1 - 328.9 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "producers: threads that spawn from outside" at screen 492.0 / width, screen 1 - 328.9 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [119.2, 119.2]
array bottom[2] = [299.1, 299.1]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 4
from[2] = 5; to[2] = 9
array colour[10]
array shape[10]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
colour[4] = 4; shape[4] = 13
colour[5] = 5; shape[5] = 6
colour[6] = 2; shape[6] = 5
colour[7] = 1; shape[7] = 7
colour[8] = 3; shape[8] = 9
colour[9] = 4; shape[9] = 13
colour[10] = 5; shape[10] = 6
set xtics ("1" 0, "2" 1, "4" 2, "8" 3)
set xrange [-0.5 : 3.5]
crowded = -0.5
set label 40 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 364.4 / height left noenhanced font ",10" textcolor rgb muted
set label 41 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 377.9 / height left noenhanced font ",10" textcolor rgb muted
set label 42 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 391.4 / height left noenhanced font ",10" textcolor rgb muted
set label 43 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 404.9 / height left noenhanced font ",10" textcolor rgb muted
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
