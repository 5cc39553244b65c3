# Draw again with: gnuplot ratio.gp
name = "ratio"
suite = "quick"
caption = "host: AMD EPYC, 2 CPUs, virtual machine\nQUICK: few pairs. Ratios and spreads describe these pairs; no test was made.\ntokio [schedlab]; tokio_lifo0 [schedlab]; tokio_lifo4 [schedlab]; tokio_park_futex [schedlab]; tokio_pop_null [schedlab];\ntokio_pop_spin [schedlab]; tokio_slab [schedlab];\ntokio-bare [tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none]; blitz_doc [schedlab];\ntokio-stock [tokio 1.53.1, rustc 1.95.0, features full, drivers all]; tokio_as_claimed [schedlab];\ntokio-bare-slab [tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none]; tokio_lean [schedlab]; null [schedlab];\ntokio_inject_own [schedlab]; tokio_inject_shards1 [schedlab]; tokio_inject_shards8 [schedlab]; tokio_inject_shards8_hash [schedlab];\ntokio_inject_shards8_rr [schedlab]"
caption_lines = 9
series = 1
rows = 93
label_length = 74
# SPDX-License-Identifier: MIT
# Ratio: each arm against its baseline, a row per cell and arm, on a log axis.
# Expects: name, suite, caption, caption_lines, rows, label_length.
set encoding utf8
width = 680 + 6.6 * label_length
if (width < 1100) width = 1100
height = 150 + 20 * (rows < 6 ? 6 : rows) + 14 * caption_lines
set title "ns per unit, arm / baseline: below 1 the arm takes less time (".suite.")" noenhanced
set xlabel "arm / baseline, log axis (w: workers, n: pairs)"
set logscale x
# The whole spread, a little room, at least half a step around 1.
stats name.".dat" using 3 nooutput name "low"
stats name.".dat" using 6 nooutput name "high"
left = low_min < 0.8 ? low_min / 1.1 : 0.75
right = high_max > 1.25 ? high_max * 1.1 : 1.33
set xrange [left : right]
if (right / left > 40) {
	set xtics nomirror
} else { if (right / left > 4) {
	set xtics nomirror (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5, 7, 10, 15, 20, 30)
} else {
	set xtics nomirror (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.5, 3)
} }
set yrange [rows - 0.4 : -0.6]
set ytics nomirror noenhanced font ",10" scale 0
set grid xtics linewidth 0.5 linecolor rgb "#cccccc"
set border 1
set key outside top right horizontal noenhanced samplen 2
set lmargin label_length * 0.84 + 2
set bmargin 5 + caption_lines * 1.1
set label 1 caption at screen 0.012, screen (14.0 * caption_lines) / height left noenhanced \
	font ",9" textcolor rgb "#444444"
set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 linecolor rgb "#444444"
data = name.".dat"

set terminal svg size width,height font "DejaVu Sans,12" background "#ffffff" noenhanced name "ratio"
set output name.".svg"
plot data using 2:1:3:6:ytic(8) with xerrorbars pointtype -1 linewidth 1 linecolor rgb "#999999" title "min to max", \
	data using 2:1:4:5 with xerrorbars pointtype -1 linewidth 5 linecolor rgb "#56b4e9" title "quartiles", \
	data using 2:1 with points pointtype 7 pointsize 0.7 linecolor rgb "#000000" title "median"
unset output
if (strstrt(GPVAL_TERMINALS, "pngcairo") > 0) {
	set terminal pngcairo size width,height font "DejaVu Sans,11" background "#ffffff" noenhanced
	set output name.".png"
	replot
	unset output
}
