# Draw again with: gnuplot -d cores.gp
name = "cores"
rows = 2
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
height = 377
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
set label 1 "Core-to-core latency: a cache line from one CPU to another" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb accent fillstyle solid 1 noborder
set label 3 "probed; the stronger the colour, the slower" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "half a round trip, over all probes of the run" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "other CPU; number: median ns" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set label 6 "CPU" at screen 10.0 / width, screen 1 - 299.2 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [934.0]
array top[1] = [89.5]
array bottom[1] = [269.4]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 0
array colour[1]
array shape[1]
colour[1] = 3; shape[1] = 9
set label 7 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 334.7 / height left noenhanced font ",10" textcolor rgb muted
set label 8 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 348.2 / height left noenhanced font ",10" textcolor rgb muted
set label 9 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 361.7 / height left noenhanced font ",10" textcolor rgb muted
stats data using 4 name "NS" nooutput
stats data using 2 name "CPU" nooutput
clear_of(ns) = int(255 * (0.95 - 0.4 * ns / NS_max)) << 24
set xrange [-0.5 : CPU_max + 0.5]
set yrange [-0.5 : CPU_max + 0.5]
unset grid
set xtics 1
set ytics 1
draw = 'using 2:3:($2 - 0.48):($2 + 0.48):($3 - 0.48):($3 + 0.48):(clear_of($4) + 0x3a86c8) with boxxyerror fillstyle solid 1 noborder linecolor rgb variable, data using 2:3:(sprintf("%.0f", $4)) with labels font ",11" textcolor rgb ink'
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
height = 436
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
set label 1 "Core-to-core latency: a cache line from one CPU" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "to another" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set object 3 rectangle from screen 10.0 / width, screen 1 - 62.2 / height to screen 26.0 / width, screen 1 - 52.2 / height fillcolor rgb accent fillstyle solid 1 noborder
set label 4 "probed; the stronger the colour, the slower" at screen 30.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 5 "half a round trip, over all probes of the run" at screen 10.0 / width, screen 1 - 78.8 / height left noenhanced font ",12" textcolor rgb ink
set label 6 "other CPU; number: median ns" at screen 10.0 / width, screen 1 - 93.6 / height left noenhanced font ",10" textcolor rgb muted
set label 7 "CPU" at screen 10.0 / width, screen 1 - 318.1 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [334.0]
array top[1] = [108.4]
array bottom[1] = [288.4]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 0
array colour[1]
array shape[1]
colour[1] = 3; shape[1] = 9
set label 8 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 353.6 / height left noenhanced font ",10" textcolor rgb muted
set label 9 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 367.1 / height left noenhanced font ",10" textcolor rgb muted
set label 10 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 380.6 / height left noenhanced font ",10" textcolor rgb muted
set label 11 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 394.1 / height left noenhanced font ",10" textcolor rgb muted
set label 12 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 407.6 / height left noenhanced font ",10" textcolor rgb muted
set label 13 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 421.1 / height left noenhanced font ",10" textcolor rgb muted
stats data using 4 name "NS" nooutput
stats data using 2 name "CPU" nooutput
clear_of(ns) = int(255 * (0.95 - 0.4 * ns / NS_max)) << 24
set xrange [-0.5 : CPU_max + 0.5]
set yrange [-0.5 : CPU_max + 0.5]
unset grid
set xtics 1
set ytics 1
draw = 'using 2:3:($2 - 0.48):($2 + 0.48):($3 - 0.48):($3 + 0.48):(clear_of($4) + 0x3a86c8) with boxxyerror fillstyle solid 1 noborder linecolor rgb variable, data using 2:3:(sprintf("%.0f", $4)) with labels font ",11" textcolor rgb ink'
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
height = 377
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
set label 1 "Core-to-core latency: a cache line from one CPU to another" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set object 2 rectangle from screen 10.0 / width, screen 1 - 43.3 / height to screen 26.0 / width, screen 1 - 33.3 / height fillcolor rgb accent fillstyle solid 1 noborder
set label 3 "probed; the stronger the colour, the slower" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "half a round trip, over all probes of the run" at screen 10.0 / width, screen 1 - 59.9 / height left noenhanced font ",12" textcolor rgb ink
set label 5 "other CPU; number: median ns" at screen 10.0 / width, screen 1 - 74.7 / height left noenhanced font ",10" textcolor rgb muted
set label 6 "CPU" at screen 10.0 / width, screen 1 - 299.2 / height left noenhanced font ",10" textcolor rgb muted
array left[1] = [78.0]
array right[1] = [934.0]
array top[1] = [89.5]
array bottom[1] = [269.4]
panels = 1
array from[1]
array to[1]
from[1] = 0; to[1] = 0
array colour[1]
array shape[1]
colour[1] = 3; shape[1] = 9
set label 7 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 334.7 / height left noenhanced font ",10" textcolor rgb muted
set label 8 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 348.2 / height left noenhanced font ",10" textcolor rgb muted
set label 9 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 361.7 / height left noenhanced font ",10" textcolor rgb muted
stats data using 4 name "NS" nooutput
stats data using 2 name "CPU" nooutput
clear_of(ns) = int(255 * (0.95 - 0.4 * ns / NS_max)) << 24
set xrange [-0.5 : CPU_max + 0.5]
set yrange [-0.5 : CPU_max + 0.5]
unset grid
set xtics 1
set ytics 1
draw = 'using 2:3:($2 - 0.48):($2 + 0.48):($3 - 0.48):($3 + 0.48):(clear_of($4) + 0x3a86c8) with boxxyerror fillstyle solid 1 noborder linecolor rgb variable, data using 2:3:(sprintf("%.0f", $4)) with labels font ",11" textcolor rgb ink'
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
