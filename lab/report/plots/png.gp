# SPDX-License-Identifier: MIT
# The same once more as PNG, where gnuplot can.
unset output
if (strstrt(GPVAL_TERMINALS, "pngcairo") > 0) {
	set terminal pngcairo size width,height font "DejaVu Sans,10" background paper noenhanced
	set output name.".png"
	replot
	unset output
}
