# Draw again with: gnuplot contention.gp
name = "contention"
suite = "quick"
caption = "host: AMD EPYC, 2 CPUs, virtual machine\nQUICK: few pairs. Ratios and spreads describe these pairs; no test was made.\ntokio-bare [tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none]; tokio [schedlab];\ntokio-stock [tokio 1.53.1, rustc 1.95.0, features full, drivers all]; tokio_inject_own [schedlab]; tokio_inject_shards1 [schedlab];\ntokio_inject_shards8 [schedlab]; tokio_inject_shards8_hash [schedlab]; tokio_inject_shards8_rr [schedlab]"
caption_lines = 5
series = 8
rows = 32
label_length = 0
# SPDX-License-Identifier: MIT
# Contention: cost of a remote spawn against the number of producers, a line per
# inject design.  Expects: name, suite, caption, caption_lines, series.
set encoding utf8
width = 1100
height = 520 + 14 * caption_lines
set title "remote_spawn: cost per task against concurrent producers (".suite.")" noenhanced
set xlabel "producers (threads that spawn from outside)"
set ylabel "ns per task (median over samples; bars: quartiles)"
set logscale x 2
set offsets 0, graph 0.02, 0, 0
set xtics nomirror
set yrange [0 : *]
set ytics nomirror
set grid ytics linewidth 0.5 linecolor rgb "#cccccc"
set border 3
set key outside right top vertical Left reverse noenhanced samplen 2 spacing 1.2 maxrows 24
set bmargin 5 + caption_lines * 1.1
set label 1 caption at screen 0.012, screen (14.0 * caption_lines) / height left noenhanced \
	font ",9" textcolor rgb "#444444"
array shade[8] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999"]
data = name.".dat"

set terminal svg size width,height font "DejaVu Sans,12" background "#ffffff" noenhanced name "contention"
set output name.".svg"
plot for [i = 0 : series - 1] data index i using 1:2:3:4 with yerrorlines \
	linewidth 1.5 pointtype 5 + i pointsize 0.7 \
	linecolor rgb shade[i % 8 + 1] title columnheader(1)
unset output
if (strstrt(GPVAL_TERMINALS, "pngcairo") > 0) {
	set terminal pngcairo size width,height font "DejaVu Sans,11" background "#ffffff" noenhanced
	set output name.".png"
	replot
	unset output
}
