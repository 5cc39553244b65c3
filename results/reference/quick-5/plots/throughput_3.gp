# Draw again with: gnuplot -d throughput_3.gp
name = "throughput_3"
rows = 6
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
height = 405
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
set label 1 "remote_spawn: throughput against workers; producers=2 tasks=12800 completion=0 fresh_runtime=0" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median and quartiles" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 8 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "speed-up: times the throughput of one worker" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 10 "median and quartiles" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 11 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 12 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 13 "tokio+inject=sharded" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 14 from screen 646.6 / width, screen 1 - 88.9 / height to screen 662.6 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 15 "as many times as workers" at screen 666.6 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "workers" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "workers" at screen 492.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [104.3, 104.3]
array bottom[2] = [284.3, 284.3]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 2
array colour[3]
array shape[3]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 0; shape[3] = 0
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 18 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 20 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set label 21 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",10" textcolor rgb muted
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
height = 778
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
set label 1 "remote_spawn: throughput against workers;" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "producers=2 tasks=12800 completion=0" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "fresh_runtime=0" at screen 10.0 / width, screen 1 - 55.3 / height left noenhanced font ",14" textcolor rgb ink
set object 4 rectangle from screen 10.0 / width, screen 1 - 81.1 / height to screen 26.0 / width, screen 1 - 71.1 / height fillcolor rgb band fillstyle solid 1 noborder
set label 5 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 76.1 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 97.7 / height left noenhanced font ",12" textcolor rgb ink
set label 7 "median and quartiles" at screen 10.0 / width, screen 1 - 112.5 / height left noenhanced font ",10" textcolor rgb muted
set arrow 8 from screen 10.0 / width, screen 1 - 126.7 / height to screen 26.0 / width, screen 1 - 126.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 9 "" at screen 18.0 / width, screen 1 - 126.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 10 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 126.7 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "workers" at screen 10.0 / width, screen 1 - 351.9 / height left noenhanced font ",10" textcolor rgb muted
set label 12 "speed-up: times the throughput of one worker" at screen 10.0 / width, screen 1 - 378.7 / height left noenhanced font ",12" textcolor rgb ink
set label 13 "median and quartiles" at screen 10.0 / width, screen 1 - 393.6 / height left noenhanced font ",10" textcolor rgb muted
set arrow 14 from screen 10.0 / width, screen 1 - 407.7 / height to screen 26.0 / width, screen 1 - 407.7 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 15 "" at screen 18.0 / width, screen 1 - 407.7 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 16 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 407.7 / height left noenhanced font ",11" textcolor rgb ink
set arrow 17 from screen 164.6 / width, screen 1 - 407.7 / height to screen 180.6 / width, screen 1 - 407.7 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 18 "as many times as workers" at screen 184.6 / width, screen 1 - 407.7 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "workers" at screen 10.0 / width, screen 1 - 632.9 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 78.0]
array right[2] = [334.0, 334.0]
array top[2] = [142.1, 423.2]
array bottom[2] = [322.1, 603.2]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 2
array colour[3]
array shape[3]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 0; shape[3] = 0
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 20 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 668.4 / height left noenhanced font ",10" textcolor rgb muted
set label 21 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 681.9 / height left noenhanced font ",10" textcolor rgb muted
set label 22 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 695.4 / height left noenhanced font ",10" textcolor rgb muted
set label 23 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 708.9 / height left noenhanced font ",10" textcolor rgb muted
set label 24 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 722.4 / height left noenhanced font ",10" textcolor rgb muted
set label 25 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 735.9 / height left noenhanced font ",10" textcolor rgb muted
set label 26 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 749.4 / height left noenhanced font ",10" textcolor rgb muted
set label 27 "none: tokio-bare" at screen 10.0 / width, screen 1 - 762.9 / height left noenhanced font ",10" textcolor rgb muted
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
height = 405
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
set label 1 "remote_spawn: throughput against workers; producers=2 tasks=12800 completion=0 fresh_runtime=0" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 3 "more threads than CPUs (2)" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "throughput: million units of work per second" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "median and quartiles" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 6 from screen 10.0 / width, screen 1 - 88.9 / height to screen 26.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 7 "" at screen 18.0 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 8 "tokio+inject=sharded" at screen 30.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "speed-up: times the throughput of one worker" at screen 492.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 10 "median and quartiles" at screen 492.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set arrow 11 from screen 492.0 / width, screen 1 - 88.9 / height to screen 508.0 / width, screen 1 - 88.9 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 12 "" at screen 500.0 / width, screen 1 - 88.9 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 13 "tokio+inject=sharded" at screen 512.0 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set arrow 14 from screen 646.6 / width, screen 1 - 88.9 / height to screen 662.6 / width, screen 1 - 88.9 / height nohead linewidth 1.5 dashtype 3 linecolor rgb muted
set label 15 "as many times as workers" at screen 666.6 / width, screen 1 - 88.9 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "workers" at screen 10.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "workers" at screen 492.0 / width, screen 1 - 314.1 / height left noenhanced font ",10" textcolor rgb muted
array left[2] = [78.0, 560.0]
array right[2] = [452.0, 934.0]
array top[2] = [104.3, 104.3]
array bottom[2] = [284.3, 284.3]
panels = 2
array from[2]
array to[2]
from[1] = 0; to[1] = 0
from[2] = 1; to[2] = 2
array colour[3]
array shape[3]
colour[1] = 3; shape[1] = 9
colour[2] = 3; shape[2] = 9
colour[3] = 0; shape[3] = 0
set xtics ("1" 0, "2" 1)
set xrange [-0.5 : 1.5]
crowded = -0.5
set label 18 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 349.6 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 363.1 / height left noenhanced font ",10" textcolor rgb muted
set label 20 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 376.6 / height left noenhanced font ",10" textcolor rgb muted
set label 21 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",10" textcolor rgb muted
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
