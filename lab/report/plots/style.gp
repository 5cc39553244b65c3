# SPDX-License-Identifier: MIT
# Style: what all plots share.  Before it stand name, width and height.
paper = "#ffffff"
ink = "#1b1f24"
muted = "#57606a"
grid = "#d5dae0"
band = "#e4ebf3"
accent = "#3a86c8"
noise = "#f2e2bd"
# Of the series: Okabe and Ito, Color Universal Design (2008), the light ones darkened to a
# contrast of 3 on white.
array shade[6] = ["#0072b2", "#c44e00", "#00805f", "#b0578f", "#9a7300", "#2a8fc4"]
set encoding utf8
data = name.".dat"
set terminal svg size width,height font "DejaVu Sans,11" background paper noenhanced \
	name name
set output name.".svg"
set tics nomirror textcolor rgb ink
set border linecolor rgb muted
set grid ytics linewidth 1 linetype 1 linecolor rgb grid
# How series are told apart; see figure_colour.
shade_of(i) = colour[i + 1] > 0 ? shade[colour[i + 1]] : muted
dash_of(i) = colour[i + 1] > 0 ? 1 : 3
look = " linecolor rgb shade_of(i) linewidth 1.5 dashtype dash_of(i)" \
	." pointtype shape[i + 1] pointsize 0.6"
