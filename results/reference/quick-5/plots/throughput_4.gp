# Draw again with: gnuplot -d throughput_4.gp
name = "throughput_4"
rows = 21
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
height = 419
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
set label 1 "fan_out: throughput against workers; children=64 rounds=200" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median and quartiles" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 8 "tokio" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 71.2 / width, screen 1 - 88.9 / height to screen 87.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 10 "" at screen 79.2 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 11 "tokio-bare" at screen 91.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 14 "blitz_doc" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "speed-up: times the throughput of one worker" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "median and quartiles" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 17 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 18 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 19 "tokio" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 553.2 / width, screen 1 - 88.9 / height to screen 569.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 21 "" at screen 561.2 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 22 "tokio-bare" at screen 573.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 23 from screen 643.5 / width, screen 1 - 88.9 / height to screen 659.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 24 "" at screen 651.5 / width, screen 1 - 88.9 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 25 "blitz_doc" at screen 663.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 725.9 / width, screen 1 - 88.9 / height to screen 741.9 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 27 "as many times as workers" at screen 745.9 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "workers" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 29 "workers" at screen 492.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [104.3, 104.3]
array bottom[2] = [284.3, 284.3]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 2
from[2] = 3; to[2] = 6
array colour[7]
array shape[7]
colour[1] = 1; shape[1] = 7
colour[2] = 2; shape[2] = 5
colour[3] = 4; shape[3] = 13
colour[4] = 1; shape[4] = 7
colour[5] = 2; shape[5] = 5
colour[6] = 4; shape[6] = 13
colour[7] = 0; shape[7] = 0
set xtics ("1" 0, "2" 1, "4" 2)
set xrange [-0.5 : 2.5]
crowded = 1.5
set label 30 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 32 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set label 33 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-slab" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 403.6 / height left noenhanced font ",10" textcolor rgb muted
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
height = 788
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
set label 1 "fan_out: throughput against workers;" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "children=64 rounds=200" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set object 3 rectangle from screen 10.0 / width, screen 1 - 62.2 / height to screen 26.0 / width, screen 1 - 52.2 / height fillcolor rgb band fillstyle solid 1 noborder
set label 4 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 5 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 78.8 / height left noenhanced font ",12" textcolor rgb ink
set label 6 "median and quartiles" at screen 10.0 / width, screen 1 - 93.6 / height left noenhanced font ",10" textcolor rgb muted
set arrow 7 from screen 10.0 / width, screen 1 - 107.8 / height to screen 26.0 / width, screen 1 - 107.8 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 8 "" at screen 18.0 / width, screen 1 - 107.8 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 9 "tokio" at screen 30.0 / width, screen 1 - 107.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 71.2 / width, screen 1 - 107.8 / height to screen 87.2 / width, screen 1 - 107.8 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 11 "" at screen 79.2 / width, screen 1 - 107.8 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 12 "tokio-bare" at screen 91.2 / width, screen 1 - 107.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 13 from screen 161.5 / width, screen 1 - 107.8 / height to screen 177.5 / width, screen 1 - 107.8 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 14 "" at screen 169.5 / width, screen 1 - 107.8 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 15 "blitz_doc" at screen 181.5 / width, screen 1 - 107.8 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "workers" at screen 10.0 / width, screen 1 - 333.0 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "speed-up: times the throughput of one worker" at screen 10.0 / width, screen 1 - 359.8 / height left noenhanced font ",12" textcolor rgb ink
set label 18 "median and quartiles" at screen 10.0 / width, screen 1 - 374.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 19 from screen 10.0 / width, screen 1 - 388.8 / height to screen 26.0 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 20 "" at screen 18.0 / width, screen 1 - 388.8 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 21 "tokio" at screen 30.0 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 22 from screen 71.2 / width, screen 1 - 388.8 / height to screen 87.2 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 23 "" at screen 79.2 / width, screen 1 - 388.8 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 24 "tokio-bare" at screen 91.2 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 25 from screen 161.5 / width, screen 1 - 388.8 / height to screen 177.5 / width, screen 1 - 388.8 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 26 "" at screen 169.5 / width, screen 1 - 388.8 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 27 "blitz_doc" at screen 181.5 / width, screen 1 - 388.8 / height left noenhanced font ",11" textcolor rgb ink
set arrow 28 from screen 10.0 / width, screen 1 - 403.7 / height to screen 26.0 / width, screen 1 - 403.7 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 29 "as many times as workers" at screen 30.0 / width, screen 1 - 403.7 / height left noenhanced font ",11" textcolor rgb ink
set label 30 "workers" at screen 10.0 / width, screen 1 - 628.9 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 78.0]
array right[2] = [334.0, 334.0]
array top[2] = [123.2, 419.1]
array bottom[2] = [303.2, 599.1]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 2
from[2] = 3; to[2] = 6
array colour[7]
array shape[7]
colour[1] = 1; shape[1] = 7
colour[2] = 2; shape[2] = 5
colour[3] = 4; shape[3] = 13
colour[4] = 1; shape[4] = 7
colour[5] = 2; shape[5] = 5
colour[6] = 4; shape[6] = 13
colour[7] = 0; shape[7] = 0
set xtics ("1" 0, "2" 1, "4" 2)
set xrange [-0.5 : 2.5]
crowded = 1.5
set label 31 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 664.4 / height left noenhanced font ",10" textcolor rgb muted
set label 32 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 677.9 / height left noenhanced font ",10" textcolor rgb muted
set label 33 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 691.4 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 704.9 / height left noenhanced font ",10" textcolor rgb muted
set label 35 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 718.4 / height left noenhanced font ",10" textcolor rgb muted
set label 36 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 731.9 / height left noenhanced font ",10" textcolor rgb muted
set label 37 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 745.4 / height left noenhanced font ",10" textcolor rgb muted
set label 38 "none: tokio-bare, tokio-bare-slab" at screen 10.0 / width, screen 1 - 758.9 / height left noenhanced font ",10" textcolor rgb muted
set label 39 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 772.4 / height left noenhanced font ",10" textcolor rgb muted
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
height = 419
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
set label 1 "fan_out: throughput against workers; children=64 rounds=200" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median and quartiles" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 8 "tokio" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 9 from screen 71.2 / width, screen 1 - 88.9 / height to screen 87.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 10 "" at screen 79.2 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 11 "tokio-bare" at screen 91.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 12 from screen 161.5 / width, screen 1 - 88.9 / height to screen 177.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 13 "" at screen 169.5 / width, screen 1 - 88.9 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 14 "blitz_doc" at screen 181.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "speed-up: times the throughput of one worker" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 16 "median and quartiles" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 17 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 18 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 19 "tokio" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 20 from screen 553.2 / width, screen 1 - 88.9 / height to screen 569.2 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 21 "" at screen 561.2 / width, screen 1 - 88.9 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 22 "tokio-bare" at screen 573.2 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 23 from screen 643.5 / width, screen 1 - 88.9 / height to screen 659.5 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[4]
set label 24 "" at screen 651.5 / width, screen 1 - 88.9 / height point pointtype 13 pointsize 0.7 linewidth 1.5 linecolor rgb shade[4]
set label 25 "blitz_doc" at screen 663.5 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 26 from screen 725.9 / width, screen 1 - 88.9 / height to screen 741.9 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 27 "as many times as workers" at screen 745.9 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "workers" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 29 "workers" at screen 492.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [104.3, 104.3]
array bottom[2] = [284.3, 284.3]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 2
from[2] = 3; to[2] = 6
array colour[7]
array shape[7]
colour[1] = 1; shape[1] = 7
colour[2] = 2; shape[2] = 5
colour[3] = 4; shape[3] = 13
colour[4] = 1; shape[4] = 7
colour[5] = 2; shape[5] = 5
colour[6] = 4; shape[6] = 13
colour[7] = 0; shape[7] = 0
set xtics ("1" 0, "2" 1, "4" 2)
set xrange [-0.5 : 2.5]
crowded = 1.5
set label 30 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 31 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 32 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set label 33 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-slab" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",10" textcolor rgb muted
set label 34 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 403.6 / height left noenhanced font ",10" textcolor rgb muted
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
