# SPDX-License-Identifier: MIT
# Style: what all plots share.  Before it stand: name, plot_title, x_label, y_label, caption,
# caption_height, series, rows, label_length, note_length, width, height, the colours paper, ink,
# muted, grid, band, accent, and the array shade.
set encoding utf8
data = name.".dat"
set terminal svg size width,height font "DejaVu Sans,12" background paper noenhanced name name
set output name.".svg"
set label 1 caption at screen 0.012, screen (caption_height - 1.0) / height left noenhanced \
	font ",9" textcolor rgb muted
set label 2 plot_title at screen 0.012, screen 1.0 - 18.0 / height left noenhanced \
	font ",13" textcolor rgb ink
set xlabel x_label noenhanced textcolor rgb muted
set ylabel y_label noenhanced textcolor rgb muted
set tics nomirror textcolor rgb ink
set border linecolor rgb muted
set key noenhanced textcolor rgb ink
