# Draw again with: gnuplot -d latency_2.gp
name = "latency_2"
rows = 338
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
height = 390
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
set label 1 "inject_latency: distribution of latencies; probes=1000 load=0 stall_us=1, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "Timed: Time from a remote spawn to the first poll of the task, until each task of the load has had a turn; polls_waited: polls of the load meanwhile." at screen 10.0 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 3 "share of the latencies that are shorter" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 4 from screen 10.0 / width, screen 1 - 74.0 / height to screen 26.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 5 "" at screen 18.0 / width, screen 1 - 74.0 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 6 "tokio-bare" at screen 30.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 100.2 / width, screen 1 - 74.0 / height to screen 116.2 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 8 "" at screen 108.2 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 9 "tokio" at screen 120.2 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 161.5 / width, screen 1 - 74.0 / height to screen 177.5 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 11 "" at screen 169.5 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 12 "blitz_doc" at screen 181.5 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "latency, log axis" at screen 10.0 / width, screen 1 - 299.2 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [934.0]
array top[1] = [89.5]
array bottom[1] = [269.5]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 2
array colour[3]
array shape[3]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
set label 14 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 334.7 / height left noenhanced font ",10" textcolor rgb muted
set label 15 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 348.2 / height left noenhanced font ",10" textcolor rgb muted
set label 16 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 361.7 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 375.2 / height left noenhanced font ",10" textcolor rgb muted
set logscale x
set format x "%.0s %cs"
depth(share) = share < 1 ? -log10(1 - share) : NaN
set ytics ("50 %%" depth(.5), "90 %%" 1, "99 %%" 2, "99.9 %%" 3, "99.99 %%" 4, "99.999 %%" 5, "99.9999 %%" 6)
draw = 'using ($2 * 1e-9):(depth($3)) with linespoints pointinterval 12 + i'.look
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
height = 496
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
set label 1 "inject_latency: distribution of latencies;" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "probes=1000 load=0 stall_us=1, 2 workers" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "Timed: Time from a remote spawn to the first poll of the" at screen 10.0 / width, screen 1 - 63.9 / height left noenhanced font ",12" textcolor rgb ink
set label 4 "task, until each task of the load has had a turn;" at screen 10.0 / width, screen 1 - 80.1 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "polls_waited: polls of the load meanwhile." at screen 10.0 / width, screen 1 - 96.3 / height left noenhanced font ",12" textcolor rgb ink
set label 6 "share of the latencies that are shorter" at screen 10.0 / width, screen 1 - 111.2 / height left noenhanced font ",10" textcolor rgb muted
set arrow 7 from screen 10.0 / width, screen 1 - 125.3 / height to screen 26.0 / width, screen 1 - 125.3 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 8 "" at screen 18.0 / width, screen 1 - 125.3 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 9 "tokio-bare" at screen 30.0 / width, screen 1 - 125.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 100.2 / width, screen 1 - 125.3 / height to screen 116.2 / width, screen 1 - 125.3 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 11 "" at screen 108.2 / width, screen 1 - 125.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 12 "tokio" at screen 120.2 / width, screen 1 - 125.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 13 from screen 161.5 / width, screen 1 - 125.3 / height to screen 177.5 / width, screen 1 - 125.3 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 14 "" at screen 169.5 / width, screen 1 - 125.3 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 15 "blitz_doc" at screen 181.5 / width, screen 1 - 125.3 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "latency, log axis" at screen 10.0 / width, screen 1 - 350.5 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [334.0]
array top[1] = [140.8]
array bottom[1] = [320.8]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 2
array colour[3]
array shape[3]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
set label 17 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 386.0 / height left noenhanced font ",10" textcolor rgb muted
set label 18 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 399.5 / height left noenhanced font ",10" textcolor rgb muted
set label 19 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 413.0 / height left noenhanced font ",10" textcolor rgb muted
set label 20 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 426.5 / height left noenhanced font ",10" textcolor rgb muted
set label 21 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 440.0 / height left noenhanced font ",10" textcolor rgb muted
set label 22 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 453.5 / height left noenhanced font ",10" textcolor rgb muted
set label 23 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 467.0 / height left noenhanced font ",10" textcolor rgb muted
set label 24 "none: tokio-bare" at screen 10.0 / width, screen 1 - 480.5 / height left noenhanced font ",10" textcolor rgb muted
set logscale x
set format x "%.0s %cs"
depth(share) = share < 1 ? -log10(1 - share) : NaN
set ytics ("50 %%" depth(.5), "90 %%" 1, "99 %%" 2, "99.9 %%" 3, "99.99 %%" 4, "99.999 %%" 5, "99.9999 %%" 6)
draw = 'using ($2 * 1e-9):(depth($3)) with linespoints pointinterval 12 + i'.look
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
height = 390
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
set label 1 "inject_latency: distribution of latencies; probes=1000 load=0 stall_us=1, 2 workers" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "Timed: Time from a remote spawn to the first poll of the task, until each task of the load has had a turn; polls_waited: polls of the load meanwhile." at screen 10.0 / width, screen 1 - 45.0 / height left noenhanced font ",12" textcolor rgb ink
set label 3 "share of the latencies that are shorter" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",10" textcolor rgb muted
set arrow 4 from screen 10.0 / width, screen 1 - 74.0 / height to screen 26.0 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[2]
set label 5 "" at screen 18.0 / width, screen 1 - 74.0 / height point pointtype 5 pointsize 0.7 linewidth 1.5 linecolor rgb shade[2]
set label 6 "tokio-bare" at screen 30.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 100.2 / width, screen 1 - 74.0 / height to screen 116.2 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[1]
set label 8 "" at screen 108.2 / width, screen 1 - 74.0 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb shade[1]
set label 9 "tokio" at screen 120.2 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set arrow 10 from screen 161.5 / width, screen 1 - 74.0 / height to screen 177.5 / width, screen 1 - 74.0 / height nohead linewidth 1.5  linecolor rgb shade[3]
set label 11 "" at screen 169.5 / width, screen 1 - 74.0 / height point pointtype 9 pointsize 0.7 linewidth 1.5 linecolor rgb shade[3]
set label 12 "blitz_doc" at screen 181.5 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "latency, log axis" at screen 10.0 / width, screen 1 - 299.2 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [934.0]
array top[1] = [89.5]
array bottom[1] = [269.5]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 2
array colour[3]
array shape[3]
colour[1] = 2; shape[1] = 5
colour[2] = 1; shape[2] = 7
colour[3] = 3; shape[3] = 9
set label 14 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 334.7 / height left noenhanced font ",10" textcolor rgb muted
set label 15 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 348.2 / height left noenhanced font ",10" textcolor rgb muted
set label 16 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 361.7 / height left noenhanced font ",10" textcolor rgb muted
set label 17 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare" at screen 10.0 / width, screen 1 - 375.2 / height left noenhanced font ",10" textcolor rgb muted
set logscale x
set format x "%.0s %cs"
depth(share) = share < 1 ? -log10(1 - share) : NaN
set ytics ("50 %%" depth(.5), "90 %%" 1, "99 %%" 2, "99.9 %%" 3, "99.99 %%" 4, "99.999 %%" 5, "99.9999 %%" 6)
draw = 'using ($2 * 1e-9):(depth($3)) with linespoints pointinterval 12 + i'.look
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
