# Draw again with: gnuplot -d forest.gp
name = "forest"
rows = 47
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
height = 1365
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
set label 1 "Contrasts: ns per unit, arm / baseline; below 1 the arm takes less time" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "primary contrast" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 144.0 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "exploratory one" at screen 156.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 257.4 / width, screen 1 - 38.3 / height to screen 273.4 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb accent
set label 7 "family-wise 95 %" at screen 277.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set object 8 rectangle from screen 385.4 / width, screen 1 - 43.3 / height to screen 401.4 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 9 "margin" at screen 405.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set object 10 rectangle from screen 458.4 / width, screen 1 - 43.3 / height to screen 474.4 / width, screen 1 - 33.3 / height fillcolor rgb noise fillstyle solid 1 noborder
set label 11 "A/A band, 95 %" at screen 478.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 12 "fidelity/real_interval1: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "undecided, n 3" at screen 762.8 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "fidelity/twin_interval1: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 82.2 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 97.0 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "undecided, n 3" at screen 762.8 / width, screen 1 - 89.6 / height left noenhanced font ",11" textcolor rgb muted
set label 17 "fidelity/real_interval127: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 116.5 / height left noenhanced font ",11" textcolor rgb ink
set label 18 "undecided, n 3" at screen 762.8 / width, screen 1 - 116.5 / height left noenhanced font ",11" textcolor rgb muted
set label 19 "fidelity/twin_interval127: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 135.9 / height left noenhanced font ",11" textcolor rgb ink
set label 20 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 150.7 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "undecided, n 3" at screen 762.8 / width, screen 1 - 143.3 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "fidelity/real_tuner: tokio-bare / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 170.2 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "undecided, n 3" at screen 762.8 / width, screen 1 - 170.2 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "fidelity/twin_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 192.2 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "faster by at least 55.8 %, n 16" at screen 762.8 / width, screen 1 - 192.2 / height left noenhanced font ",11" textcolor rgb muted
set label 26 "fidelity/real_nolifo: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 214.2 / height left noenhanced font ",11" textcolor rgb ink
set label 27 "undecided, n 3" at screen 762.8 / width, screen 1 - 214.2 / height left noenhanced font ",11" textcolor rgb muted
set label 28 "fidelity/twin_nolifo: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 236.2 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "undecided, n 3" at screen 762.8 / width, screen 1 - 236.2 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "fidelity/real_lifo_steal: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 258.1 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "undecided, n 3" at screen 762.8 / width, screen 1 - 258.1 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "fidelity/twin_lifo_steal: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 280.1 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "undecided, n 3" at screen 762.8 / width, screen 1 - 280.1 / height left noenhanced font ",11" textcolor rgb muted
set label 34 "fidelity/real_lifo_steal_150: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 302.1 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "undecided, n 3" at screen 762.8 / width, screen 1 - 302.1 / height left noenhanced font ",11" textcolor rgb muted
set label 36 "fidelity/real_reverted: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "undecided, n 3" at screen 762.8 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "inject/own_mutex: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 346.1 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "undecided, n 42" at screen 762.8 / width, screen 1 - 346.1 / height left noenhanced font ",11" textcolor rgb muted
set label 40 "inject/shards8: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 365.6 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 380.4 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "undecided, n 42" at screen 762.8 / width, screen 1 - 373.0 / height left noenhanced font ",11" textcolor rgb muted
set label 43 "inject/shards1: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 397.3 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 412.1 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "undecided, n 3" at screen 762.8 / width, screen 1 - 404.7 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "inject/hashed: tokio+inject=sharded+shard_key=task /" at screen 10.0 / width, screen 1 - 429.0 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 443.8 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "undecided, n 3" at screen 762.8 / width, screen 1 - 436.4 / height left noenhanced font ",11" textcolor rgb muted
set label 49 "inject/round_robin: tokio+inject=sharded+shard_key=round_robin /" at screen 10.0 / width, screen 1 - 460.7 / height left noenhanced font ",11" textcolor rgb ink
set label 50 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 475.5 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "undecided, n 3" at screen 762.8 / width, screen 1 - 468.1 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "interval/tokio_tuner_waits: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "faster by at least 55.8 %, n 16" at screen 762.8 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 54 "interval/blitz_tuner_waits: tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 55 "slower by at least 34.3 %, n 16" at screen 762.8 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 56 "1.44 →" at screen 750.8 / width, screen 1 - 516.9 / height right noenhanced font ",11" textcolor rgb ink
set label 57 "interval/fixed2_waits: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 536.4 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 551.2 / height left noenhanced font ",11" textcolor rgb ink
set label 59 "faster by at least 79.6 %, n 16" at screen 762.8 / width, screen 1 - 543.8 / height left noenhanced font ",11" textcolor rgb muted
set label 60 "← 0.192" at screen 422.0 / width, screen 1 - 543.8 / height left noenhanced font ",11" textcolor rgb ink
set label 61 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 570.6 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "equivalent (within 3 %), n 16" at screen 762.8 / width, screen 1 - 570.6 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "interval/blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 592.6 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "undecided, n 3" at screen 762.8 / width, screen 1 - 592.6 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "interval/fixed2: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 612.1 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "undecided, n 3" at screen 762.8 / width, screen 1 - 619.5 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "interval/fixed127: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 643.8 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 658.6 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "undecided, n 3" at screen 762.8 / width, screen 1 - 651.2 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "interval/fixed255: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 675.5 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 690.3 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "undecided, n 3" at screen 762.8 / width, screen 1 - 682.9 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "interval/fixed1: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 707.2 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 722.0 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "undecided, n 3" at screen 762.8 / width, screen 1 - 714.6 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "interval/busy_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 741.5 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "undecided, n 2" at screen 762.8 / width, screen 1 - 741.5 / height left noenhanced font ",11" textcolor rgb muted
set label 79 "interval/step_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "undecided, n 3" at screen 762.8 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 785.5 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "faster by at least 6.85 %, n 16" at screen 762.8 / width, screen 1 - 785.5 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 807.5 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "faster by at least 2.9 %, n 41" at screen 762.8 / width, screen 1 - 807.5 / height left noenhanced font ",11" textcolor rgb muted
set label 85 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 829.5 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "undecided, n 42" at screen 762.8 / width, screen 1 - 829.5 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 851.5 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "not faster by more than 3 %, n 42" at screen 762.8 / width, screen 1 - 851.5 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "lifo/cap: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 873.5 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "undecided, n 3" at screen 762.8 / width, screen 1 - 873.5 / height left noenhanced font ",11" textcolor rgb muted
set label 91 "lifo/slots0: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 895.5 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "undecided, n 3" at screen 762.8 / width, screen 1 - 895.5 / height left noenhanced font ",11" textcolor rgb muted
set label 93 "lifo/slots2_data4: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 917.5 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "undecided, n 3" at screen 762.8 / width, screen 1 - 917.5 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "lifo/slots8_data4: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 939.5 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "undecided, n 3" at screen 762.8 / width, screen 1 - 939.5 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "lifo/oldest_data4: tokio+lifo_slots=4+lifo_evict=oldest /" at screen 10.0 / width, screen 1 - 958.9 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 973.7 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "undecided, n 3" at screen 762.8 / width, screen 1 - 966.3 / height left noenhanced font ",11" textcolor rgb muted
set label 100 "lifo/slots4_two_workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 993.2 / height left noenhanced font ",11" textcolor rgb ink
set label 101 "undecided, n 3" at screen 762.8 / width, screen 1 - 993.2 / height left noenhanced font ",11" textcolor rgb muted
set label 102 "lifo/quiet: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 1015.2 / height left noenhanced font ",11" textcolor rgb ink
set label 103 "undecided, n 3" at screen 762.8 / width, screen 1 - 1015.2 / height left noenhanced font ",11" textcolor rgb muted
set label 104 "lifo/bystanders: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1037.2 / height left noenhanced font ",11" textcolor rgb ink
set label 105 "undecided, n 3" at screen 762.8 / width, screen 1 - 1037.2 / height left noenhanced font ",11" textcolor rgb muted
set label 106 "pop/null_hold100: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 1059.2 / height left noenhanced font ",11" textcolor rgb ink
set label 107 "faster by at least 25.8 %, n 16" at screen 762.8 / width, screen 1 - 1059.2 / height left noenhanced font ",11" textcolor rgb muted
set label 108 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1081.2 / height left noenhanced font ",11" textcolor rgb ink
set label 109 "slower by at least 250 %, n 16" at screen 762.8 / width, screen 1 - 1081.2 / height left noenhanced font ",11" textcolor rgb muted
set label 110 "3.73 →" at screen 750.8 / width, screen 1 - 1081.2 / height right noenhanced font ",11" textcolor rgb ink
set label 111 "pop/spin_hold10: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1103.2 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "undecided, n 3" at screen 762.8 / width, screen 1 - 1103.2 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "pop/spin_hold1000: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1125.2 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "undecided, n 3" at screen 762.8 / width, screen 1 - 1125.2 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "28.2 →" at screen 750.8 / width, screen 1 - 1125.2 / height right noenhanced font ",11" textcolor rgb ink
set label 116 "pop/spin_hold0: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1147.2 / height left noenhanced font ",11" textcolor rgb ink
set label 117 "undecided, n 3" at screen 762.8 / width, screen 1 - 1147.2 / height left noenhanced font ",11" textcolor rgb muted
set label 118 "pop/null_exposed: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 1169.2 / height left noenhanced font ",11" textcolor rgb ink
set label 119 "undecided, n 3" at screen 762.8 / width, screen 1 - 1169.2 / height left noenhanced font ",11" textcolor rgb muted
set label 120 "pop/spin_exposed: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1191.2 / height left noenhanced font ",11" textcolor rgb ink
set label 121 "undecided, n 3" at screen 762.8 / width, screen 1 - 1191.2 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 752.8
plot_top = 51.8
plot_bottom = 1202.2
least = 0.340141732
most = 1.31849319
ratio = 1
array middle[47] = [62.8, 89.6, 116.5, 143.3, 170.2, 192.2, 214.2, 236.2, 258.1, 280.1, 302.1, 324.1, 346.1, 373.0, 404.7, 436.4, 468.1, 494.9, 516.9, 543.8, 570.6, 592.6, 619.5, 651.2, 682.9, 714.6, 741.5, 763.5, 785.5, 807.5, 829.5, 851.5, 873.5, 895.5, 917.5, 939.5, 966.3, 993.2, 1015.2, 1037.2, 1059.2, 1081.2, 1103.2, 1125.2, 1147.2, 1169.2, 1191.2]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "1.2" 1.2)
set label 122 "ratio, log axis: median over pairs, family-wise 95 % interval" at screen 420.0 / width, screen 1 - 1231.6 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 1255.8 / height left noenhanced font ",10" textcolor rgb muted
set label 124 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 1269.2 / height left noenhanced font ",10" textcolor rgb muted
set label 125 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1282.8 / height left noenhanced font ",10" textcolor rgb muted
set label 126 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1296.2 / height left noenhanced font ",10" textcolor rgb muted
set label 127 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 1309.8 / height left noenhanced font ",10" textcolor rgb muted
set label 128 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1323.2 / height left noenhanced font ",10" textcolor rgb muted
set label 129 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1336.8 / height left noenhanced font ",10" textcolor rgb muted
set label 130 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 1350.2 / height left noenhanced font ",10" textcolor rgb muted
# SPDX-License-Identifier: MIT
# Rows: a row for each label on a log axis; see lab/report/plot_rows.c.  Before it stand plot_left,
# plot_right, plot_top and plot_bottom in pixels, the array middle (of each row, in pixels from the
# top, which are the units of the vertical axis), least and most of the axis, ratio, and the tics.
at(row) = middle[int(row) + 1]
set lmargin at screen plot_left / width
set rmargin at screen plot_right / width
set tmargin at screen 1 - plot_top / height
set bmargin at screen 1 - plot_bottom / height
set logscale x
set xrange [least : most]
set yrange [plot_bottom : plot_top]
set border 1
set tics scale 0.5
unset ytics
unset key
# On a phone texts stand between the bars, so there is a piece of the line at 1 for each bar.
unset grid
if (!narrow) { set grid xtics linewidth 1 linetype 1 linecolor rgb grid }
set style fill solid 1 noborder
if (ratio && !narrow) {
	set arrow 9999 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 linecolor rgb muted
}
if (ratio && narrow) {
	do for [row = 1 : rows] {
		set arrow 9999 + row from first 1, first middle[row] - 9 to first 1, \
			first middle[row] + 9 nohead linewidth 1 linecolor rgb muted
	}
}
plot data using 2:(at($1)):5:6:(at($1) - 7):(at($1) + 7) with boxxyerror linecolor rgb band, \
	data using 2:(at($1)):7:8:(at($1) - 4):(at($1) + 4) with boxxyerror linecolor rgb noise, \
	data using ($3 == $3 ? $2 : NaN):(at($1)):3:4 with xerrorbars pointtype -1 linewidth 2 linecolor rgb accent, \
	data using ($9 == 1 ? $2 : NaN):(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink, \
	data using ($9 == 1 ? NaN : $2):(at($1)) with points pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
unset output

reset
device = "svg"
suffix = "_narrow"
narrow = 1
width = 360
height = 3023
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
set label 1 "Contrasts: ns per unit, arm / baseline; below 1" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "the arm takes less time" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "" at screen 18.0 / width, screen 1 - 57.2 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 4 "primary contrast" at screen 30.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 5 "" at screen 144.0 / width, screen 1 - 57.2 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 6 "exploratory one" at screen 156.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 10.0 / width, screen 1 - 72.1 / height to screen 26.0 / width, screen 1 - 72.1 / height nohead linewidth 1.5  linecolor rgb accent
set label 8 "family-wise 95 %" at screen 30.0 / width, screen 1 - 72.1 / height left noenhanced font ",11" textcolor rgb ink
set object 9 rectangle from screen 138.0 / width, screen 1 - 77.1 / height to screen 154.0 / width, screen 1 - 67.1 / height fillcolor rgb band fillstyle solid 1 noborder
set label 10 "margin" at screen 158.0 / width, screen 1 - 72.1 / height left noenhanced font ",11" textcolor rgb ink
set object 11 rectangle from screen 211.0 / width, screen 1 - 77.1 / height to screen 227.0 / width, screen 1 - 67.1 / height fillcolor rgb noise fillstyle solid 1 noborder
set label 12 "A/A band, 95 %" at screen 231.0 / width, screen 1 - 72.1 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "fidelity/real_interval1: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 92.9 / height left noenhanced font ",11" textcolor rgb ink
set label 14 "undecided, n 3" at screen 10.0 / width, screen 1 - 107.8 / height left noenhanced font ",11" textcolor rgb muted
set label 15 "fidelity/twin_interval1:" at screen 10.0 / width, screen 1 - 144.6 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "tokio+interval=fixed+interval_fixed=1 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 159.5 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "undecided, n 3" at screen 10.0 / width, screen 1 - 174.3 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "fidelity/real_interval127: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 211.2 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "undecided, n 3" at screen 10.0 / width, screen 1 - 226.0 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "fidelity/twin_interval127:" at screen 10.0 / width, screen 1 - 262.9 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "tokio+interval=fixed+interval_fixed=127 /..." at screen 10.0 / width, screen 1 - 277.7 / height left noenhanced font ",11" textcolor rgb ink
set label 22 "undecided, n 3" at screen 10.0 / width, screen 1 - 292.6 / height left noenhanced font ",11" textcolor rgb muted
set label 23 "fidelity/real_tuner: tokio-bare / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 329.4 / height left noenhanced font ",11" textcolor rgb ink
set label 24 "undecided, n 3" at screen 10.0 / width, screen 1 - 344.3 / height left noenhanced font ",11" textcolor rgb muted
set label 25 "fidelity/twin_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 381.1 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "faster by at least 55.8 %, n 16" at screen 10.0 / width, screen 1 - 396.0 / height left noenhanced font ",11" textcolor rgb muted
set label 27 "fidelity/real_nolifo: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 432.8 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "undecided, n 3" at screen 10.0 / width, screen 1 - 447.7 / height left noenhanced font ",11" textcolor rgb muted
set label 29 "fidelity/twin_nolifo: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 484.5 / height left noenhanced font ",11" textcolor rgb ink
set label 30 "undecided, n 3" at screen 10.0 / width, screen 1 - 499.4 / height left noenhanced font ",11" textcolor rgb muted
set label 31 "fidelity/real_lifo_steal: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 536.2 / height left noenhanced font ",11" textcolor rgb ink
set label 32 "undecided, n 3" at screen 10.0 / width, screen 1 - 551.1 / height left noenhanced font ",11" textcolor rgb muted
set label 33 "fidelity/twin_lifo_steal:" at screen 10.0 / width, screen 1 - 587.9 / height left noenhanced font ",11" textcolor rgb ink
set label 34 "tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 602.8 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "undecided, n 3" at screen 10.0 / width, screen 1 - 617.6 / height left noenhanced font ",11" textcolor rgb muted
set label 36 "fidelity/real_lifo_steal_150: tokio-bare-1.51.0 /" at screen 10.0 / width, screen 1 - 654.5 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 669.3 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "undecided, n 3" at screen 10.0 / width, screen 1 - 684.2 / height left noenhanced font ",11" textcolor rgb muted
set label 39 "fidelity/real_reverted: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 721.0 / height left noenhanced font ",11" textcolor rgb ink
set label 40 "undecided, n 3" at screen 10.0 / width, screen 1 - 735.9 / height left noenhanced font ",11" textcolor rgb muted
set label 41 "inject/own_mutex: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 772.7 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "undecided, n 42" at screen 10.0 / width, screen 1 - 787.6 / height left noenhanced font ",11" textcolor rgb muted
set label 43 "inject/shards8: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 824.4 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 839.3 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "undecided, n 42" at screen 10.0 / width, screen 1 - 854.1 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "inject/shards1: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 891.0 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 905.8 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "undecided, n 3" at screen 10.0 / width, screen 1 - 920.7 / height left noenhanced font ",11" textcolor rgb muted
set label 49 "inject/hashed: tokio+inject=sharded+shard_key=task /" at screen 10.0 / width, screen 1 - 957.5 / height left noenhanced font ",11" textcolor rgb ink
set label 50 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 972.4 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "undecided, n 3" at screen 10.0 / width, screen 1 - 987.2 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "inject/round_robin:" at screen 10.0 / width, screen 1 - 1024.1 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "tokio+inject=sharded+shard_key=round_robin /..." at screen 10.0 / width, screen 1 - 1038.9 / height left noenhanced font ",11" textcolor rgb ink
set label 54 "undecided, n 3" at screen 10.0 / width, screen 1 - 1053.8 / height left noenhanced font ",11" textcolor rgb muted
set label 55 "interval/tokio_tuner_waits: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1090.6 / height left noenhanced font ",11" textcolor rgb ink
set label 56 "faster by at least 55.8 %, n 16" at screen 10.0 / width, screen 1 - 1105.5 / height left noenhanced font ",11" textcolor rgb muted
set label 57 "interval/blitz_tuner_waits: tokio+interval=blitz /" at screen 10.0 / width, screen 1 - 1142.3 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1157.2 / height left noenhanced font ",11" textcolor rgb ink
set label 59 "slower by at least 34.3 %, n 16" at screen 10.0 / width, screen 1 - 1172.0 / height left noenhanced font ",11" textcolor rgb muted
set label 60 "1.44 →" at screen 348.0 / width, screen 1 - 1190.5 / height right noenhanced font ",11" textcolor rgb ink
set label 61 "interval/fixed2_waits: tokio+interval=fixed+interval_fixed=2" at screen 10.0 / width, screen 1 - 1208.9 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1223.7 / height left noenhanced font ",11" textcolor rgb ink
set label 63 "faster by at least 79.6 %, n 16" at screen 10.0 / width, screen 1 - 1238.6 / height left noenhanced font ",11" textcolor rgb muted
set label 64 "← 0.192" at screen 12.0 / width, screen 1 - 1257.0 / height left noenhanced font ",11" textcolor rgb ink
set label 65 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1275.4 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "equivalent (within 3 %), n 16" at screen 10.0 / width, screen 1 - 1290.3 / height left noenhanced font ",11" textcolor rgb muted
set label 67 "interval/blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 1327.1 / height left noenhanced font ",11" textcolor rgb ink
set label 68 "undecided, n 3" at screen 10.0 / width, screen 1 - 1342.0 / height left noenhanced font ",11" textcolor rgb muted
set label 69 "interval/fixed2: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 1378.8 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb ink
set label 71 "undecided, n 3" at screen 10.0 / width, screen 1 - 1408.5 / height left noenhanced font ",11" textcolor rgb muted
set label 72 "interval/fixed127: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 1445.4 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1460.2 / height left noenhanced font ",11" textcolor rgb ink
set label 74 "undecided, n 3" at screen 10.0 / width, screen 1 - 1475.1 / height left noenhanced font ",11" textcolor rgb muted
set label 75 "interval/fixed255: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 1511.9 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1526.8 / height left noenhanced font ",11" textcolor rgb ink
set label 77 "undecided, n 3" at screen 10.0 / width, screen 1 - 1541.6 / height left noenhanced font ",11" textcolor rgb muted
set label 78 "interval/fixed1: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 1578.5 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1593.3 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "undecided, n 3" at screen 10.0 / width, screen 1 - 1608.2 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "interval/busy_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 1645.0 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "undecided, n 2" at screen 10.0 / width, screen 1 - 1659.9 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "interval/step_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 1696.7 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "undecided, n 3" at screen 10.0 / width, screen 1 - 1711.6 / height left noenhanced font ",11" textcolor rgb muted
set label 85 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1748.4 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "faster by at least 6.85 %, n 16" at screen 10.0 / width, screen 1 - 1763.3 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1800.1 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "faster by at least 2.9 %, n 41" at screen 10.0 / width, screen 1 - 1815.0 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1851.8 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "undecided, n 42" at screen 10.0 / width, screen 1 - 1866.7 / height left noenhanced font ",11" textcolor rgb muted
set label 91 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 1903.5 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "not faster by more than 3 %, n 42" at screen 10.0 / width, screen 1 - 1918.4 / height left noenhanced font ",11" textcolor rgb muted
set label 93 "lifo/cap: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 1955.2 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "undecided, n 3" at screen 10.0 / width, screen 1 - 1970.1 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "lifo/slots0: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 2006.9 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "undecided, n 3" at screen 10.0 / width, screen 1 - 2021.8 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "lifo/slots2_data4: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 2058.6 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "undecided, n 3" at screen 10.0 / width, screen 1 - 2073.5 / height left noenhanced font ",11" textcolor rgb muted
set label 99 "lifo/slots8_data4: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 2110.3 / height left noenhanced font ",11" textcolor rgb ink
set label 100 "undecided, n 3" at screen 10.0 / width, screen 1 - 2125.2 / height left noenhanced font ",11" textcolor rgb muted
set label 101 "lifo/oldest_data4: tokio+lifo_slots=4+lifo_evict=oldest /" at screen 10.0 / width, screen 1 - 2162.0 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2176.9 / height left noenhanced font ",11" textcolor rgb ink
set label 103 "undecided, n 3" at screen 10.0 / width, screen 1 - 2191.7 / height left noenhanced font ",11" textcolor rgb muted
set label 104 "lifo/slots4_two_workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2228.6 / height left noenhanced font ",11" textcolor rgb ink
set label 105 "undecided, n 3" at screen 10.0 / width, screen 1 - 2243.4 / height left noenhanced font ",11" textcolor rgb muted
set label 106 "lifo/quiet: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 2280.3 / height left noenhanced font ",11" textcolor rgb ink
set label 107 "undecided, n 3" at screen 10.0 / width, screen 1 - 2295.1 / height left noenhanced font ",11" textcolor rgb muted
set label 108 "lifo/bystanders: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2332.0 / height left noenhanced font ",11" textcolor rgb ink
set label 109 "undecided, n 3" at screen 10.0 / width, screen 1 - 2346.8 / height left noenhanced font ",11" textcolor rgb muted
set label 110 "pop/null_hold100: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2383.7 / height left noenhanced font ",11" textcolor rgb ink
set label 111 "faster by at least 25.8 %, n 16" at screen 10.0 / width, screen 1 - 2398.5 / height left noenhanced font ",11" textcolor rgb muted
set label 112 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2435.4 / height left noenhanced font ",11" textcolor rgb ink
set label 113 "slower by at least 250 %, n 16" at screen 10.0 / width, screen 1 - 2450.2 / height left noenhanced font ",11" textcolor rgb muted
set label 114 "3.73 →" at screen 348.0 / width, screen 1 - 2468.6 / height right noenhanced font ",11" textcolor rgb ink
set label 115 "pop/spin_hold10: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2487.1 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "undecided, n 3" at screen 10.0 / width, screen 1 - 2501.9 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "pop/spin_hold1000: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2538.8 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "undecided, n 3" at screen 10.0 / width, screen 1 - 2553.6 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "28.2 →" at screen 348.0 / width, screen 1 - 2572.0 / height right noenhanced font ",11" textcolor rgb ink
set label 120 "pop/spin_hold0: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2590.5 / height left noenhanced font ",11" textcolor rgb ink
set label 121 "undecided, n 3" at screen 10.0 / width, screen 1 - 2605.3 / height left noenhanced font ",11" textcolor rgb muted
set label 122 "pop/null_exposed: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2642.2 / height left noenhanced font ",11" textcolor rgb ink
set label 123 "undecided, n 3" at screen 10.0 / width, screen 1 - 2657.0 / height left noenhanced font ",11" textcolor rgb muted
set label 124 "pop/spin_exposed: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2693.9 / height left noenhanced font ",11" textcolor rgb ink
set label 125 "undecided, n 3" at screen 10.0 / width, screen 1 - 2708.7 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 10.0
plot_right = 350.0
plot_top = 85.5
plot_bottom = 2738.1
least = 0.340141732
most = 1.31849319
ratio = 1
array middle[47] = [126.2, 192.7, 244.4, 311.0, 362.7, 414.4, 466.1, 517.8, 569.5, 636.1, 702.6, 754.3, 806.0, 872.6, 939.1, 1005.7, 1072.2, 1123.9, 1190.5, 1257.0, 1308.7, 1360.4, 1426.9, 1493.5, 1560.0, 1626.6, 1678.3, 1730.0, 1781.7, 1833.4, 1885.1, 1936.8, 1988.5, 2040.2, 2091.9, 2143.6, 2210.1, 2261.8, 2313.5, 2365.2, 2416.9, 2468.6, 2520.3, 2572.0, 2623.7, 2675.4, 2727.1]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "1.2" 1.2)
set label 126 "ratio, log axis: median over pairs, family-wise 95 % interval" at screen 10.0 / width, screen 1 - 2767.6 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 2791.7 / height left noenhanced font ",10" textcolor rgb muted
set label 128 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 2805.2 / height left noenhanced font ",10" textcolor rgb muted
set label 129 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 2818.7 / height left noenhanced font ",10" textcolor rgb muted
set label 130 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 2832.2 / height left noenhanced font ",10" textcolor rgb muted
set label 131 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 2845.7 / height left noenhanced font ",10" textcolor rgb muted
set label 132 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 2859.2 / height left noenhanced font ",10" textcolor rgb muted
set label 133 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 2872.7 / height left noenhanced font ",10" textcolor rgb muted
set label 134 "none: tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare," at screen 10.0 / width, screen 1 - 2886.2 / height left noenhanced font ",10" textcolor rgb muted
set label 135 "tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 2899.7 / height left noenhanced font ",10" textcolor rgb muted
set label 136 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 2913.2 / height left noenhanced font ",10" textcolor rgb muted
set label 137 "none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 2926.7 / height left noenhanced font ",10" textcolor rgb muted
set label 138 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 2940.2 / height left noenhanced font ",10" textcolor rgb muted
set label 139 "none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 2953.7 / height left noenhanced font ",10" textcolor rgb muted
set label 140 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 2967.2 / height left noenhanced font ",10" textcolor rgb muted
set label 141 "none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 2980.7 / height left noenhanced font ",10" textcolor rgb muted
set label 142 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 2994.2 / height left noenhanced font ",10" textcolor rgb muted
set label 143 "none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 3007.7 / height left noenhanced font ",10" textcolor rgb muted
# SPDX-License-Identifier: MIT
# Rows: a row for each label on a log axis; see lab/report/plot_rows.c.  Before it stand plot_left,
# plot_right, plot_top and plot_bottom in pixels, the array middle (of each row, in pixels from the
# top, which are the units of the vertical axis), least and most of the axis, ratio, and the tics.
at(row) = middle[int(row) + 1]
set lmargin at screen plot_left / width
set rmargin at screen plot_right / width
set tmargin at screen 1 - plot_top / height
set bmargin at screen 1 - plot_bottom / height
set logscale x
set xrange [least : most]
set yrange [plot_bottom : plot_top]
set border 1
set tics scale 0.5
unset ytics
unset key
# On a phone texts stand between the bars, so there is a piece of the line at 1 for each bar.
unset grid
if (!narrow) { set grid xtics linewidth 1 linetype 1 linecolor rgb grid }
set style fill solid 1 noborder
if (ratio && !narrow) {
	set arrow 9999 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 linecolor rgb muted
}
if (ratio && narrow) {
	do for [row = 1 : rows] {
		set arrow 9999 + row from first 1, first middle[row] - 9 to first 1, \
			first middle[row] + 9 nohead linewidth 1 linecolor rgb muted
	}
}
plot data using 2:(at($1)):5:6:(at($1) - 7):(at($1) + 7) with boxxyerror linecolor rgb band, \
	data using 2:(at($1)):7:8:(at($1) - 4):(at($1) + 4) with boxxyerror linecolor rgb noise, \
	data using ($3 == $3 ? $2 : NaN):(at($1)):3:4 with xerrorbars pointtype -1 linewidth 2 linecolor rgb accent, \
	data using ($9 == 1 ? $2 : NaN):(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink, \
	data using ($9 == 1 ? NaN : $2):(at($1)) with points pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
unset output

reset
device = "png"
suffix = ""
narrow = 0
width = 960
height = 1365
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
set label 1 "Contrasts: ns per unit, arm / baseline; below 1 the arm takes less time" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "primary contrast" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 144.0 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "exploratory one" at screen 156.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 257.4 / width, screen 1 - 38.3 / height to screen 273.4 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb accent
set label 7 "family-wise 95 %" at screen 277.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set object 8 rectangle from screen 385.4 / width, screen 1 - 43.3 / height to screen 401.4 / width, screen 1 - 33.3 / height fillcolor rgb band fillstyle solid 1 noborder
set label 9 "margin" at screen 405.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set object 10 rectangle from screen 458.4 / width, screen 1 - 43.3 / height to screen 474.4 / width, screen 1 - 33.3 / height fillcolor rgb noise fillstyle solid 1 noborder
set label 11 "A/A band, 95 %" at screen 478.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 12 "fidelity/real_interval1: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "undecided, n 3" at screen 762.8 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "fidelity/twin_interval1: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 82.2 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 97.0 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "undecided, n 3" at screen 762.8 / width, screen 1 - 89.6 / height left noenhanced font ",11" textcolor rgb muted
set label 17 "fidelity/real_interval127: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 116.5 / height left noenhanced font ",11" textcolor rgb ink
set label 18 "undecided, n 3" at screen 762.8 / width, screen 1 - 116.5 / height left noenhanced font ",11" textcolor rgb muted
set label 19 "fidelity/twin_interval127: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 135.9 / height left noenhanced font ",11" textcolor rgb ink
set label 20 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 150.7 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "undecided, n 3" at screen 762.8 / width, screen 1 - 143.3 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "fidelity/real_tuner: tokio-bare / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 170.2 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "undecided, n 3" at screen 762.8 / width, screen 1 - 170.2 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "fidelity/twin_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 192.2 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "faster by at least 55.8 %, n 16" at screen 762.8 / width, screen 1 - 192.2 / height left noenhanced font ",11" textcolor rgb muted
set label 26 "fidelity/real_nolifo: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 214.2 / height left noenhanced font ",11" textcolor rgb ink
set label 27 "undecided, n 3" at screen 762.8 / width, screen 1 - 214.2 / height left noenhanced font ",11" textcolor rgb muted
set label 28 "fidelity/twin_nolifo: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 236.2 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "undecided, n 3" at screen 762.8 / width, screen 1 - 236.2 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "fidelity/real_lifo_steal: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 258.1 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "undecided, n 3" at screen 762.8 / width, screen 1 - 258.1 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "fidelity/twin_lifo_steal: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 280.1 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "undecided, n 3" at screen 762.8 / width, screen 1 - 280.1 / height left noenhanced font ",11" textcolor rgb muted
set label 34 "fidelity/real_lifo_steal_150: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 302.1 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "undecided, n 3" at screen 762.8 / width, screen 1 - 302.1 / height left noenhanced font ",11" textcolor rgb muted
set label 36 "fidelity/real_reverted: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "undecided, n 3" at screen 762.8 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "inject/own_mutex: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 346.1 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "undecided, n 42" at screen 762.8 / width, screen 1 - 346.1 / height left noenhanced font ",11" textcolor rgb muted
set label 40 "inject/shards8: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 365.6 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 380.4 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "undecided, n 42" at screen 762.8 / width, screen 1 - 373.0 / height left noenhanced font ",11" textcolor rgb muted
set label 43 "inject/shards1: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 397.3 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 412.1 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "undecided, n 3" at screen 762.8 / width, screen 1 - 404.7 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "inject/hashed: tokio+inject=sharded+shard_key=task /" at screen 10.0 / width, screen 1 - 429.0 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 443.8 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "undecided, n 3" at screen 762.8 / width, screen 1 - 436.4 / height left noenhanced font ",11" textcolor rgb muted
set label 49 "inject/round_robin: tokio+inject=sharded+shard_key=round_robin /" at screen 10.0 / width, screen 1 - 460.7 / height left noenhanced font ",11" textcolor rgb ink
set label 50 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 475.5 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "undecided, n 3" at screen 762.8 / width, screen 1 - 468.1 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "interval/tokio_tuner_waits: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "faster by at least 55.8 %, n 16" at screen 762.8 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 54 "interval/blitz_tuner_waits: tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 55 "slower by at least 34.3 %, n 16" at screen 762.8 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 56 "1.44 →" at screen 750.8 / width, screen 1 - 516.9 / height right noenhanced font ",11" textcolor rgb ink
set label 57 "interval/fixed2_waits: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 536.4 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 551.2 / height left noenhanced font ",11" textcolor rgb ink
set label 59 "faster by at least 79.6 %, n 16" at screen 762.8 / width, screen 1 - 543.8 / height left noenhanced font ",11" textcolor rgb muted
set label 60 "← 0.192" at screen 422.0 / width, screen 1 - 543.8 / height left noenhanced font ",11" textcolor rgb ink
set label 61 "interval/tokio_tuner: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 570.6 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "equivalent (within 3 %), n 16" at screen 762.8 / width, screen 1 - 570.6 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "interval/blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 592.6 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "undecided, n 3" at screen 762.8 / width, screen 1 - 592.6 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "interval/fixed2: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 612.1 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "undecided, n 3" at screen 762.8 / width, screen 1 - 619.5 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "interval/fixed127: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 643.8 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 658.6 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "undecided, n 3" at screen 762.8 / width, screen 1 - 651.2 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "interval/fixed255: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 675.5 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 690.3 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "undecided, n 3" at screen 762.8 / width, screen 1 - 682.9 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "interval/fixed1: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 707.2 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 722.0 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "undecided, n 3" at screen 762.8 / width, screen 1 - 714.6 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "interval/busy_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 741.5 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "undecided, n 2" at screen 762.8 / width, screen 1 - 741.5 / height left noenhanced font ",11" textcolor rgb muted
set label 79 "interval/step_blitz_tuner: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "undecided, n 3" at screen 762.8 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "lifo/slots4_data0: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 785.5 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "faster by at least 6.85 %, n 16" at screen 762.8 / width, screen 1 - 785.5 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "lifo/slots4_data4: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 807.5 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "faster by at least 2.9 %, n 41" at screen 762.8 / width, screen 1 - 807.5 / height left noenhanced font ",11" textcolor rgb muted
set label 85 "lifo/slots4_data64: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 829.5 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "undecided, n 42" at screen 762.8 / width, screen 1 - 829.5 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "lifo/eager: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 851.5 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "not faster by more than 3 %, n 42" at screen 762.8 / width, screen 1 - 851.5 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "lifo/cap: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 873.5 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "undecided, n 3" at screen 762.8 / width, screen 1 - 873.5 / height left noenhanced font ",11" textcolor rgb muted
set label 91 "lifo/slots0: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 895.5 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "undecided, n 3" at screen 762.8 / width, screen 1 - 895.5 / height left noenhanced font ",11" textcolor rgb muted
set label 93 "lifo/slots2_data4: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 917.5 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "undecided, n 3" at screen 762.8 / width, screen 1 - 917.5 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "lifo/slots8_data4: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 939.5 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "undecided, n 3" at screen 762.8 / width, screen 1 - 939.5 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "lifo/oldest_data4: tokio+lifo_slots=4+lifo_evict=oldest /" at screen 10.0 / width, screen 1 - 958.9 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 973.7 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "undecided, n 3" at screen 762.8 / width, screen 1 - 966.3 / height left noenhanced font ",11" textcolor rgb muted
set label 100 "lifo/slots4_two_workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 993.2 / height left noenhanced font ",11" textcolor rgb ink
set label 101 "undecided, n 3" at screen 762.8 / width, screen 1 - 993.2 / height left noenhanced font ",11" textcolor rgb muted
set label 102 "lifo/quiet: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 1015.2 / height left noenhanced font ",11" textcolor rgb ink
set label 103 "undecided, n 3" at screen 762.8 / width, screen 1 - 1015.2 / height left noenhanced font ",11" textcolor rgb muted
set label 104 "lifo/bystanders: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 1037.2 / height left noenhanced font ",11" textcolor rgb ink
set label 105 "undecided, n 3" at screen 762.8 / width, screen 1 - 1037.2 / height left noenhanced font ",11" textcolor rgb muted
set label 106 "pop/null_hold100: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 1059.2 / height left noenhanced font ",11" textcolor rgb ink
set label 107 "faster by at least 25.8 %, n 16" at screen 762.8 / width, screen 1 - 1059.2 / height left noenhanced font ",11" textcolor rgb muted
set label 108 "pop/spin_hold100: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1081.2 / height left noenhanced font ",11" textcolor rgb ink
set label 109 "slower by at least 250 %, n 16" at screen 762.8 / width, screen 1 - 1081.2 / height left noenhanced font ",11" textcolor rgb muted
set label 110 "3.73 →" at screen 750.8 / width, screen 1 - 1081.2 / height right noenhanced font ",11" textcolor rgb ink
set label 111 "pop/spin_hold10: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1103.2 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "undecided, n 3" at screen 762.8 / width, screen 1 - 1103.2 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "pop/spin_hold1000: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1125.2 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "undecided, n 3" at screen 762.8 / width, screen 1 - 1125.2 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "28.2 →" at screen 750.8 / width, screen 1 - 1125.2 / height right noenhanced font ",11" textcolor rgb ink
set label 116 "pop/spin_hold0: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1147.2 / height left noenhanced font ",11" textcolor rgb ink
set label 117 "undecided, n 3" at screen 762.8 / width, screen 1 - 1147.2 / height left noenhanced font ",11" textcolor rgb muted
set label 118 "pop/null_exposed: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 1169.2 / height left noenhanced font ",11" textcolor rgb ink
set label 119 "undecided, n 3" at screen 762.8 / width, screen 1 - 1169.2 / height left noenhanced font ",11" textcolor rgb muted
set label 120 "pop/spin_exposed: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 1191.2 / height left noenhanced font ",11" textcolor rgb ink
set label 121 "undecided, n 3" at screen 762.8 / width, screen 1 - 1191.2 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 752.8
plot_top = 51.8
plot_bottom = 1202.2
least = 0.340141732
most = 1.31849319
ratio = 1
array middle[47] = [62.8, 89.6, 116.5, 143.3, 170.2, 192.2, 214.2, 236.2, 258.1, 280.1, 302.1, 324.1, 346.1, 373.0, 404.7, 436.4, 468.1, 494.9, 516.9, 543.8, 570.6, 592.6, 619.5, 651.2, 682.9, 714.6, 741.5, 763.5, 785.5, 807.5, 829.5, 851.5, 873.5, 895.5, 917.5, 939.5, 966.3, 993.2, 1015.2, 1037.2, 1059.2, 1081.2, 1103.2, 1125.2, 1147.2, 1169.2, 1191.2]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "1.2" 1.2)
set label 122 "ratio, log axis: median over pairs, family-wise 95 % interval" at screen 420.0 / width, screen 1 - 1231.6 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 1255.8 / height left noenhanced font ",10" textcolor rgb muted
set label 124 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 1269.2 / height left noenhanced font ",10" textcolor rgb muted
set label 125 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 1282.8 / height left noenhanced font ",10" textcolor rgb muted
set label 126 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1296.2 / height left noenhanced font ",10" textcolor rgb muted
set label 127 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 1309.8 / height left noenhanced font ",10" textcolor rgb muted
set label 128 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1323.2 / height left noenhanced font ",10" textcolor rgb muted
set label 129 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1336.8 / height left noenhanced font ",10" textcolor rgb muted
set label 130 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 1350.2 / height left noenhanced font ",10" textcolor rgb muted
# SPDX-License-Identifier: MIT
# Rows: a row for each label on a log axis; see lab/report/plot_rows.c.  Before it stand plot_left,
# plot_right, plot_top and plot_bottom in pixels, the array middle (of each row, in pixels from the
# top, which are the units of the vertical axis), least and most of the axis, ratio, and the tics.
at(row) = middle[int(row) + 1]
set lmargin at screen plot_left / width
set rmargin at screen plot_right / width
set tmargin at screen 1 - plot_top / height
set bmargin at screen 1 - plot_bottom / height
set logscale x
set xrange [least : most]
set yrange [plot_bottom : plot_top]
set border 1
set tics scale 0.5
unset ytics
unset key
# On a phone texts stand between the bars, so there is a piece of the line at 1 for each bar.
unset grid
if (!narrow) { set grid xtics linewidth 1 linetype 1 linecolor rgb grid }
set style fill solid 1 noborder
if (ratio && !narrow) {
	set arrow 9999 from first 1, graph 0 to first 1, graph 1 nohead linewidth 1 linecolor rgb muted
}
if (ratio && narrow) {
	do for [row = 1 : rows] {
		set arrow 9999 + row from first 1, first middle[row] - 9 to first 1, \
			first middle[row] + 9 nohead linewidth 1 linecolor rgb muted
	}
}
plot data using 2:(at($1)):5:6:(at($1) - 7):(at($1) + 7) with boxxyerror linecolor rgb band, \
	data using 2:(at($1)):7:8:(at($1) - 4):(at($1) + 4) with boxxyerror linecolor rgb noise, \
	data using ($3 == $3 ? $2 : NaN):(at($1)):3:4 with xerrorbars pointtype -1 linewidth 2 linecolor rgb accent, \
	data using ($9 == 1 ? $2 : NaN):(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink, \
	data using ($9 == 1 ? NaN : $2):(at($1)) with points pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
unset output
