# Draw again with: gnuplot -d ratio.gp
name = "ratio"
rows = 132
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
height = 3559
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
set label 1 "All rows: ns per unit, arm / baseline; below 1 the arm takes less time" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "median" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 4 from screen 85.3 / width, screen 1 - 38.3 / height to screen 101.3 / width, screen 1 - 38.3 / height nohead linewidth 5  linecolor rgb accent
set label 5 "quartiles" at screen 105.3 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 167.4 / width, screen 1 - 38.3 / height to screen 183.4 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb muted
set label 7 "min to max" at screen 187.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 8 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "n 3" at screen 925.5 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 10 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "n 18" at screen 925.5 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb muted
set label 12 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "n 40" at screen 925.5 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "n 40" at screen 925.5 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb muted
set label 16 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "n 24" at screen 925.5 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "n 2" at screen 925.5 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "n 2" at screen 925.5 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "n 3" at screen 925.5 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "n 3" at screen 925.5 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb muted
set label 26 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 258.2 / height left noenhanced font ",11" textcolor rgb ink
set label 27 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 273.0 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "n 3" at screen 925.5 / width, screen 1 - 265.6 / height left noenhanced font ",11" textcolor rgb muted
set label 29 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 289.9 / height left noenhanced font ",11" textcolor rgb ink
set label 30 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 304.7 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "n 3" at screen 925.5 / width, screen 1 - 297.3 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "n 16" at screen 925.5 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 34 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 343.6 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "n 3" at screen 925.5 / width, screen 1 - 351.0 / height left noenhanced font ",11" textcolor rgb muted
set label 37 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 375.3 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "n 3" at screen 925.5 / width, screen 1 - 382.7 / height left noenhanced font ",11" textcolor rgb muted
set label 40 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 407.0 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 421.8 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "n 3" at screen 925.5 / width, screen 1 - 414.4 / height left noenhanced font ",11" textcolor rgb muted
set label 43 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 438.7 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 453.5 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "n 3" at screen 925.5 / width, screen 1 - 446.1 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "yield_many, 1 worker, A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "n 24" at screen 925.5 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb muted
set label 48 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 49 "n 2" at screen 925.5 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 50 "← 0.0962" at screen 422.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 52 "n 2" at screen 925.5 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 53 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb ink
set label 54 "n 2" at screen 925.5 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb muted
set label 55 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb ink
set label 56 "n 2" at screen 925.5 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb muted
set label 57 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "n 2" at screen 925.5 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb muted
set label 59 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb ink
set label 60 "n 2" at screen 925.5 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb muted
set label 61 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "n 2" at screen 925.5 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "n 2" at screen 925.5 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A: tokio /" at screen 10.0 / width, screen 1 - 668.4 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio" at screen 10.0 / width, screen 1 - 683.2 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "n 24" at screen 925.5 / width, screen 1 - 675.8 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio-bare /" at screen 10.0 / width, screen 1 - 700.1 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio-bare-gi61" at screen 10.0 / width, screen 1 - 714.9 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "n 3" at screen 925.5 / width, screen 1 - 707.5 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 731.8 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 746.6 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "n 24" at screen 925.5 / width, screen 1 - 739.2 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 778.3 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "n 24" at screen 925.5 / width, screen 1 - 770.9 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "→" at screen 913.5 / width, screen 1 - 770.9 / height right noenhanced font ",11" textcolor rgb ink
set label 78 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 795.2 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 810.0 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "n 16" at screen 925.5 / width, screen 1 - 802.6 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 826.9 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 841.7 / height left noenhanced font ",11" textcolor rgb ink
set label 83 "n 16" at screen 925.5 / width, screen 1 - 834.3 / height left noenhanced font ",11" textcolor rgb muted
set label 84 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 858.6 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 873.4 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "n 16" at screen 925.5 / width, screen 1 - 866.0 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "1.44 →" at screen 913.5 / width, screen 1 - 866.0 / height right noenhanced font ",11" textcolor rgb ink
set label 88 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 890.3 / height left noenhanced font ",11" textcolor rgb ink
set label 89 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 905.1 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "n 16" at screen 925.5 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb muted
set label 91 "← 0.192" at screen 422.0 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 922.0 / height left noenhanced font ",11" textcolor rgb ink
set label 93 "tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 936.8 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "n 24" at screen 925.5 / width, screen 1 - 929.4 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: blitz_doc /" at screen 10.0 / width, screen 1 - 953.7 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "tokio-bare" at screen 10.0 / width, screen 1 - 968.5 / height left noenhanced font ",11" textcolor rgb ink
set label 97 "n 2" at screen 925.5 / width, screen 1 - 961.1 / height left noenhanced font ",11" textcolor rgb muted
set label 98 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: tokio /" at screen 10.0 / width, screen 1 - 985.4 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "tokio-bare" at screen 10.0 / width, screen 1 - 1000.2 / height left noenhanced font ",11" textcolor rgb ink
set label 100 "n 2" at screen 925.5 / width, screen 1 - 992.8 / height left noenhanced font ",11" textcolor rgb muted
set label 101 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "n 3" at screen 925.5 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb muted
set label 103 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb ink
set label 104 "n 3" at screen 925.5 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb muted
set label 105 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb ink
set label 106 "n 2" at screen 925.5 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb muted
set label 107 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "n 2" at screen 925.5 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "n 3" at screen 925.5 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 2 workers: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "n 3" at screen 925.5 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "n 2" at screen 925.5 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "n 2" at screen 925.5 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "n 2" at screen 925.5 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb ink
set label 120 "n 2" at screen 925.5 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb muted
set label 121 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb ink
set label 122 "n 3" at screen 925.5 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb ink
set label 124 "n 3" at screen 925.5 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb muted
set label 125 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb ink
set label 126 "n 3" at screen 925.5 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb ink
set label 128 "n 2" at screen 925.5 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb muted
set label 129 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb ink
set label 130 "n 2" at screen 925.5 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb muted
set label 131 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb ink
set label 132 "n 2" at screen 925.5 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb muted
set label 133 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb ink
set label 134 "n 42" at screen 925.5 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb muted
set label 135 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb ink
set label 136 "n 18" at screen 925.5 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb muted
set label 137 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb ink
set label 138 "n 24" at screen 925.5 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb muted
set label 139 "spawn_block_on, 1 worker: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 1435.1 / height left noenhanced font ",11" textcolor rgb ink
set label 140 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1449.9 / height left noenhanced font ",11" textcolor rgb ink
set label 141 "n 3" at screen 925.5 / width, screen 1 - 1442.5 / height left noenhanced font ",11" textcolor rgb muted
set label 142 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1466.8 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1481.6 / height left noenhanced font ",11" textcolor rgb ink
set label 144 "n 24" at screen 925.5 / width, screen 1 - 1474.2 / height left noenhanced font ",11" textcolor rgb muted
set label 145 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1498.5 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1513.3 / height left noenhanced font ",11" textcolor rgb ink
set label 147 "n 42" at screen 925.5 / width, screen 1 - 1505.9 / height left noenhanced font ",11" textcolor rgb muted
set label 148 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1530.2 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "/ tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1545.0 / height left noenhanced font ",11" textcolor rgb ink
set label 150 "n 24" at screen 925.5 / width, screen 1 - 1537.6 / height left noenhanced font ",11" textcolor rgb muted
set label 151 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1561.9 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1576.7 / height left noenhanced font ",11" textcolor rgb ink
set label 153 "n 24" at screen 925.5 / width, screen 1 - 1569.3 / height left noenhanced font ",11" textcolor rgb muted
set label 154 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1593.6 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "tokio+inject=sharded+shard_key=task / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1608.4 / height left noenhanced font ",11" textcolor rgb ink
set label 156 "n 3" at screen 925.5 / width, screen 1 - 1601.0 / height left noenhanced font ",11" textcolor rgb muted
set label 157 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1625.3 / height left noenhanced font ",11" textcolor rgb ink
set label 158 "tokio+inject=sharded+shard_key=round_robin / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1640.1 / height left noenhanced font ",11" textcolor rgb ink
set label 159 "n 3" at screen 925.5 / width, screen 1 - 1632.7 / height left noenhanced font ",11" textcolor rgb muted
set label 160 "→" at screen 913.5 / width, screen 1 - 1632.7 / height right noenhanced font ",11" textcolor rgb ink
set label 161 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb ink
set label 162 "n 2" at screen 925.5 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb muted
set label 163 "remote_spawn producers=1, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1679.0 / height left noenhanced font ",11" textcolor rgb ink
set label 164 "tokio-bare" at screen 10.0 / width, screen 1 - 1693.8 / height left noenhanced font ",11" textcolor rgb ink
set label 165 "n 2" at screen 925.5 / width, screen 1 - 1686.4 / height left noenhanced font ",11" textcolor rgb muted
set label 166 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 1710.7 / height left noenhanced font ",11" textcolor rgb ink
set label 167 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1725.5 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "n 2" at screen 925.5 / width, screen 1 - 1718.1 / height left noenhanced font ",11" textcolor rgb muted
set label 169 "remote_spawn producers=1, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1742.4 / height left noenhanced font ",11" textcolor rgb ink
set label 170 "tokio-bare" at screen 10.0 / width, screen 1 - 1757.2 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "n 2" at screen 925.5 / width, screen 1 - 1749.8 / height left noenhanced font ",11" textcolor rgb muted
set label 172 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb ink
set label 173 "n 2" at screen 925.5 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb muted
set label 174 "remote_spawn producers=2, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1796.1 / height left noenhanced font ",11" textcolor rgb ink
set label 175 "tokio-bare" at screen 10.0 / width, screen 1 - 1810.9 / height left noenhanced font ",11" textcolor rgb ink
set label 176 "n 2" at screen 925.5 / width, screen 1 - 1803.5 / height left noenhanced font ",11" textcolor rgb muted
set label 177 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 1827.8 / height left noenhanced font ",11" textcolor rgb ink
set label 178 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1842.6 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "n 2" at screen 925.5 / width, screen 1 - 1835.2 / height left noenhanced font ",11" textcolor rgb muted
set label 180 "remote_spawn producers=2, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1859.5 / height left noenhanced font ",11" textcolor rgb ink
set label 181 "tokio-bare" at screen 10.0 / width, screen 1 - 1874.3 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "n 2" at screen 925.5 / width, screen 1 - 1866.9 / height left noenhanced font ",11" textcolor rgb muted
set label 183 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb ink
set label 184 "n 2" at screen 925.5 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb muted
set label 185 "remote_spawn producers=4, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1913.2 / height left noenhanced font ",11" textcolor rgb ink
set label 186 "tokio-bare" at screen 10.0 / width, screen 1 - 1928.0 / height left noenhanced font ",11" textcolor rgb ink
set label 187 "n 2" at screen 925.5 / width, screen 1 - 1920.6 / height left noenhanced font ",11" textcolor rgb muted
set label 188 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 1944.9 / height left noenhanced font ",11" textcolor rgb ink
set label 189 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1959.7 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "n 2" at screen 925.5 / width, screen 1 - 1952.3 / height left noenhanced font ",11" textcolor rgb muted
set label 191 "remote_spawn producers=4, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1976.6 / height left noenhanced font ",11" textcolor rgb ink
set label 192 "tokio-bare" at screen 10.0 / width, screen 1 - 1991.4 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "n 2" at screen 925.5 / width, screen 1 - 1984.0 / height left noenhanced font ",11" textcolor rgb muted
set label 194 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb ink
set label 195 "n 2" at screen 925.5 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb muted
set label 196 "remote_spawn producers=8, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 2030.3 / height left noenhanced font ",11" textcolor rgb ink
set label 197 "tokio-bare" at screen 10.0 / width, screen 1 - 2045.1 / height left noenhanced font ",11" textcolor rgb ink
set label 198 "n 2" at screen 925.5 / width, screen 1 - 2037.7 / height left noenhanced font ",11" textcolor rgb muted
set label 199 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 2062.0 / height left noenhanced font ",11" textcolor rgb ink
set label 200 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 2076.8 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "n 2" at screen 925.5 / width, screen 1 - 2069.4 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "remote_spawn producers=8, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 2093.7 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "tokio-bare" at screen 10.0 / width, screen 1 - 2108.5 / height left noenhanced font ",11" textcolor rgb ink
set label 204 "n 2" at screen 925.5 / width, screen 1 - 2101.1 / height left noenhanced font ",11" textcolor rgb muted
set label 205 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb ink
set label 206 "n 3" at screen 925.5 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb muted
set label 207 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb ink
set label 208 "n 3" at screen 925.5 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb muted
set label 209 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb ink
set label 210 "n 16" at screen 925.5 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb muted
set label 211 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb ink
set label 212 "n 24" at screen 925.5 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb muted
set label 213 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2213.4 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2228.2 / height left noenhanced font ",11" textcolor rgb ink
set label 215 "n 24" at screen 925.5 / width, screen 1 - 2220.8 / height left noenhanced font ",11" textcolor rgb muted
set label 216 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb ink
set label 217 "n 41" at screen 925.5 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb muted
set label 218 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "n 3" at screen 925.5 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb muted
set label 220 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb ink
set label 221 "n 3" at screen 925.5 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb muted
set label 222 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb ink
set label 223 "n 24" at screen 925.5 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb muted
set label 224 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 2333.1 / height left noenhanced font ",11" textcolor rgb ink
set label 225 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2347.9 / height left noenhanced font ",11" textcolor rgb ink
set label 226 "n 3" at screen 925.5 / width, screen 1 - 2340.5 / height left noenhanced font ",11" textcolor rgb muted
set label 227 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2364.8 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2379.6 / height left noenhanced font ",11" textcolor rgb ink
set label 229 "n 24" at screen 925.5 / width, screen 1 - 2372.2 / height left noenhanced font ",11" textcolor rgb muted
set label 230 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb ink
set label 231 "n 42" at screen 925.5 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb muted
set label 232 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "n 24" at screen 925.5 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "spawn_burst parent_kib=64, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2440.5 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2455.3 / height left noenhanced font ",11" textcolor rgb ink
set label 236 "n 24" at screen 925.5 / width, screen 1 - 2447.9 / height left noenhanced font ",11" textcolor rgb muted
set label 237 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb ink
set label 238 "n 42" at screen 925.5 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb muted
set label 239 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb ink
set label 240 "n 3" at screen 925.5 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb muted
set label 241 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb ink
set label 242 "n 3" at screen 925.5 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb muted
set label 243 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb ink
set label 244 "n 3" at screen 925.5 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb muted
set label 245 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb ink
set label 246 "n 3" at screen 925.5 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb muted
set label 247 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb ink
set label 248 "n 24" at screen 925.5 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb muted
set label 249 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb ink
set label 250 "n 2" at screen 925.5 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb muted
set label 251 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb ink
set label 252 "n 2" at screen 925.5 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb muted
set label 253 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "n 2" at screen 925.5 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "n 2" at screen 925.5 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "n 2" at screen 925.5 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 2714.2 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 2729.0 / height left noenhanced font ",11" textcolor rgb ink
set label 261 "n 24" at screen 925.5 / width, screen 1 - 2721.6 / height left noenhanced font ",11" textcolor rgb muted
set label 262 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb ink
set label 263 "n 2" at screen 925.5 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb muted
set label 264 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb ink
set label 265 "n 2" at screen 925.5 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb muted
set label 266 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb ink
set label 267 "n 2" at screen 925.5 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb muted
set label 268 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb ink
set label 269 "n 2" at screen 925.5 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb muted
set label 270 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb ink
set label 271 "n 3" at screen 925.5 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb muted
set label 272 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb ink
set label 273 "n 3" at screen 925.5 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb muted
set label 274 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "n 16" at screen 925.5 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb muted
set label 276 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb ink
set label 277 "n 16" at screen 925.5 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb muted
set label 278 "3.73 →" at screen 913.5 / width, screen 1 - 2902.4 / height right noenhanced font ",11" textcolor rgb ink
set label 279 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb ink
set label 280 "n 24" at screen 925.5 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb muted
set label 281 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=null /" at screen 10.0 / width, screen 1 - 2943.9 / height left noenhanced font ",11" textcolor rgb ink
set label 282 "tokio+pop=null" at screen 10.0 / width, screen 1 - 2958.7 / height left noenhanced font ",11" textcolor rgb ink
set label 283 "n 24" at screen 925.5 / width, screen 1 - 2951.3 / height left noenhanced font ",11" textcolor rgb muted
set label 284 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 2975.6 / height left noenhanced font ",11" textcolor rgb ink
set label 285 "tokio+pop=spin" at screen 10.0 / width, screen 1 - 2990.4 / height left noenhanced font ",11" textcolor rgb ink
set label 286 "n 24" at screen 925.5 / width, screen 1 - 2983.0 / height left noenhanced font ",11" textcolor rgb muted
set label 287 "stalled_thief hold_us=10, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb ink
set label 288 "n 3" at screen 925.5 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb muted
set label 289 "stalled_thief hold_us=1000, 2 workers, fault build: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 3029.3 / height left noenhanced font ",11" textcolor rgb ink
set label 290 "tokio" at screen 10.0 / width, screen 1 - 3044.1 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "n 3" at screen 925.5 / width, screen 1 - 3036.7 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "28.2 →" at screen 913.5 / width, screen 1 - 3036.7 / height right noenhanced font ",11" textcolor rgb ink
set label 293 "stalled_thief hold_us=0, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb ink
set label 294 "n 3" at screen 925.5 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb muted
set label 295 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb ink
set label 296 "n 2" at screen 925.5 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb muted
set label 297 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb ink
set label 298 "n 2" at screen 925.5 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb muted
set label 299 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb ink
set label 300 "n 2" at screen 925.5 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb muted
set label 301 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb ink
set label 302 "n 2" at screen 925.5 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb muted
set label 303 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb ink
set label 304 "n 2" at screen 925.5 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb muted
set label 305 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb ink
set label 306 "n 2" at screen 925.5 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb muted
set label 307 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb ink
set label 308 "n 2" at screen 925.5 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb muted
set label 309 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb ink
set label 310 "n 2" at screen 925.5 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb muted
set label 311 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb ink
set label 312 "n 2" at screen 925.5 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb muted
set label 313 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb ink
set label 314 "n 2" at screen 925.5 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb muted
set label 315 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb ink
set label 316 "n 2" at screen 925.5 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb muted
set label 317 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 318 "n 2" at screen 925.5 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb muted
set label 319 "← 0.212" at screen 422.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 320 "spawn_local, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb ink
set label 321 "n 2" at screen 925.5 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb muted
set label 322 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb ink
set label 323 "n 2" at screen 925.5 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 915.5
plot_top = 51.8
plot_bottom = 3382.5
least = 0.330851622
most = 1.398845
ratio = 1
array middle[132] = [62.8, 84.8, 106.8, 128.8, 150.8, 172.8, 194.8, 216.8, 238.8, 265.6, 297.3, 324.1, 351.0, 382.7, 414.4, 446.1, 472.9, 494.9, 516.9, 538.9, 560.9, 582.9, 604.9, 626.9, 648.9, 675.8, 707.5, 739.2, 770.9, 802.6, 834.3, 866.0, 897.7, 929.4, 961.1, 992.8, 1019.7, 1041.7, 1063.7, 1085.7, 1107.7, 1129.7, 1151.7, 1173.7, 1195.7, 1217.7, 1239.7, 1261.7, 1283.7, 1305.7, 1327.7, 1349.7, 1371.7, 1393.7, 1415.7, 1442.5, 1474.2, 1505.9, 1537.6, 1569.3, 1601.0, 1632.7, 1659.6, 1686.4, 1718.1, 1749.8, 1776.7, 1803.5, 1835.2, 1866.9, 1893.8, 1920.6, 1952.3, 1984.0, 2010.9, 2037.7, 2069.4, 2101.1, 2128.0, 2150.0, 2172.0, 2194.0, 2220.8, 2247.7, 2269.7, 2291.7, 2313.7, 2340.5, 2372.2, 2399.1, 2421.1, 2447.9, 2474.8, 2496.8, 2518.8, 2540.8, 2562.8, 2584.8, 2606.8, 2628.8, 2650.8, 2672.8, 2694.8, 2721.6, 2748.4, 2770.4, 2792.4, 2814.4, 2836.4, 2858.4, 2880.4, 2902.4, 2924.4, 2951.3, 2983.0, 3009.8, 3036.7, 3063.5, 3085.5, 3107.5, 3129.5, 3151.5, 3173.5, 3195.5, 3217.5, 3239.5, 3261.5, 3283.5, 3305.5, 3327.5, 3349.5, 3371.5]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "0.8" 0.8, "1.2" 1.2)
set label 324 "ratio, log axis: median, quartiles and range over pairs" at screen 420.0 / width, screen 1 - 3412.0 / height left noenhanced font ",11" textcolor rgb muted
set label 325 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 3436.1 / height left noenhanced font ",10" textcolor rgb muted
set label 326 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 3449.6 / height left noenhanced font ",10" textcolor rgb muted
set label 327 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 3463.1 / height left noenhanced font ",10" textcolor rgb muted
set label 328 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 3476.6 / height left noenhanced font ",10" textcolor rgb muted
set label 329 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 3490.1 / height left noenhanced font ",10" textcolor rgb muted
set label 330 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 3503.6 / height left noenhanced font ",10" textcolor rgb muted
set label 331 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 3517.1 / height left noenhanced font ",10" textcolor rgb muted
set label 332 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 3530.6 / height left noenhanced font ",10" textcolor rgb muted
set label 333 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 3544.1 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):3:6 with xerrorbars pointtype -1 linewidth 1 linecolor rgb muted, \
	data using 2:(at($1)):4:5 with xerrorbars pointtype -1 linewidth 5 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 7 pointsize 0.6 linecolor rgb ink
unset output

reset
device = "svg"
suffix = "_narrow"
narrow = 1
width = 360
height = 8040
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
set label 1 "All rows: ns per unit, arm / baseline; below 1" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "the arm takes less time" at screen 10.0 / width, screen 1 - 36.4 / height left noenhanced font ",14" textcolor rgb ink
set label 3 "" at screen 18.0 / width, screen 1 - 57.2 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 4 "median" at screen 30.0 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 5 from screen 85.3 / width, screen 1 - 57.2 / height to screen 101.3 / width, screen 1 - 57.2 / height nohead linewidth 5  linecolor rgb accent
set label 6 "quartiles" at screen 105.3 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set arrow 7 from screen 167.4 / width, screen 1 - 57.2 / height to screen 183.4 / width, screen 1 - 57.2 / height nohead linewidth 1.5  linecolor rgb muted
set label 8 "min to max" at screen 187.4 / width, screen 1 - 57.2 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 78.1 / height left noenhanced font ",11" textcolor rgb ink
set label 10 "n 3" at screen 10.0 / width, screen 1 - 92.9 / height left noenhanced font ",11" textcolor rgb muted
set label 11 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 129.8 / height left noenhanced font ",11" textcolor rgb ink
set label 12 "n 18" at screen 10.0 / width, screen 1 - 144.6 / height left noenhanced font ",11" textcolor rgb muted
set label 13 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 181.5 / height left noenhanced font ",11" textcolor rgb ink
set label 14 "n 40" at screen 10.0 / width, screen 1 - 196.3 / height left noenhanced font ",11" textcolor rgb muted
set label 15 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 233.2 / height left noenhanced font ",11" textcolor rgb ink
set label 16 "n 40" at screen 10.0 / width, screen 1 - 248.0 / height left noenhanced font ",11" textcolor rgb muted
set label 17 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 284.9 / height left noenhanced font ",11" textcolor rgb ink
set label 18 "n 24" at screen 10.0 / width, screen 1 - 299.7 / height left noenhanced font ",11" textcolor rgb muted
set label 19 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 336.6 / height left noenhanced font ",11" textcolor rgb ink
set label 20 "n 2" at screen 10.0 / width, screen 1 - 351.4 / height left noenhanced font ",11" textcolor rgb muted
set label 21 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 388.3 / height left noenhanced font ",11" textcolor rgb ink
set label 22 "n 2" at screen 10.0 / width, screen 1 - 403.1 / height left noenhanced font ",11" textcolor rgb muted
set label 23 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 440.0 / height left noenhanced font ",11" textcolor rgb ink
set label 24 "n 3" at screen 10.0 / width, screen 1 - 454.8 / height left noenhanced font ",11" textcolor rgb muted
set label 25 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 491.7 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "n 3" at screen 10.0 / width, screen 1 - 506.5 / height left noenhanced font ",11" textcolor rgb muted
set label 27 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1" at screen 10.0 / width, screen 1 - 543.4 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 558.2 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "n 3" at screen 10.0 / width, screen 1 - 573.1 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 609.9 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "tokio+interval=fixed+interval_fixed=127 /..." at screen 10.0 / width, screen 1 - 624.8 / height left noenhanced font ",11" textcolor rgb ink
set label 32 "n 3" at screen 10.0 / width, screen 1 - 639.6 / height left noenhanced font ",11" textcolor rgb muted
set label 33 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 676.5 / height left noenhanced font ",11" textcolor rgb ink
set label 34 "n 16" at screen 10.0 / width, screen 1 - 691.3 / height left noenhanced font ",11" textcolor rgb muted
set label 35 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2" at screen 10.0 / width, screen 1 - 728.2 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 743.0 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "n 3" at screen 10.0 / width, screen 1 - 757.9 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 794.7 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "tokio+interval=fixed+interval_fixed=127 /..." at screen 10.0 / width, screen 1 - 809.6 / height left noenhanced font ",11" textcolor rgb ink
set label 40 "n 3" at screen 10.0 / width, screen 1 - 824.4 / height left noenhanced font ",11" textcolor rgb muted
set label 41 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 861.3 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "tokio+interval=fixed+interval_fixed=255 /..." at screen 10.0 / width, screen 1 - 876.1 / height left noenhanced font ",11" textcolor rgb ink
set label 43 "n 3" at screen 10.0 / width, screen 1 - 891.0 / height left noenhanced font ",11" textcolor rgb muted
set label 44 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1" at screen 10.0 / width, screen 1 - 927.8 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 942.7 / height left noenhanced font ",11" textcolor rgb ink
set label 46 "n 3" at screen 10.0 / width, screen 1 - 957.5 / height left noenhanced font ",11" textcolor rgb muted
set label 47 "yield_many, 1 worker, A/A: tokio+interval=fixed /" at screen 10.0 / width, screen 1 - 994.4 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1009.2 / height left noenhanced font ",11" textcolor rgb ink
set label 49 "n 24" at screen 10.0 / width, screen 1 - 1024.1 / height left noenhanced font ",11" textcolor rgb muted
set label 50 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 1060.9 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "n 2" at screen 10.0 / width, screen 1 - 1075.8 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "← 0.0962" at screen 12.0 / width, screen 1 - 1094.2 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1112.6 / height left noenhanced font ",11" textcolor rgb ink
set label 54 "n 2" at screen 10.0 / width, screen 1 - 1127.5 / height left noenhanced font ",11" textcolor rgb muted
set label 55 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1164.3 / height left noenhanced font ",11" textcolor rgb ink
set label 56 "n 2" at screen 10.0 / width, screen 1 - 1179.2 / height left noenhanced font ",11" textcolor rgb muted
set label 57 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1216.0 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "n 2" at screen 10.0 / width, screen 1 - 1230.9 / height left noenhanced font ",11" textcolor rgb muted
set label 59 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1267.7 / height left noenhanced font ",11" textcolor rgb ink
set label 60 "n 2" at screen 10.0 / width, screen 1 - 1282.6 / height left noenhanced font ",11" textcolor rgb muted
set label 61 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1319.4 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "n 2" at screen 10.0 / width, screen 1 - 1334.3 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1371.1 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "n 2" at screen 10.0 / width, screen 1 - 1386.0 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1422.8 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "n 2" at screen 10.0 / width, screen 1 - 1437.7 / height left noenhanced font ",11" textcolor rgb muted
set label 67 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1474.5 / height left noenhanced font ",11" textcolor rgb ink
set label 68 "A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1489.4 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "n 24" at screen 10.0 / width, screen 1 - 1504.2 / height left noenhanced font ",11" textcolor rgb muted
set label 70 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1541.1 / height left noenhanced font ",11" textcolor rgb ink
set label 71 "tokio-bare / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 1555.9 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "n 3" at screen 10.0 / width, screen 1 - 1570.8 / height left noenhanced font ",11" textcolor rgb muted
set label 73 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1607.6 / height left noenhanced font ",11" textcolor rgb ink
set label 74 "A/A: tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 1622.5 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "n 24" at screen 10.0 / width, screen 1 - 1637.3 / height left noenhanced font ",11" textcolor rgb muted
set label 76 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1674.2 / height left noenhanced font ",11" textcolor rgb ink
set label 77 "A/A: tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 1689.0 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "n 24" at screen 10.0 / width, screen 1 - 1703.9 / height left noenhanced font ",11" textcolor rgb muted
set label 79 "→" at screen 348.0 / width, screen 1 - 1722.3 / height right noenhanced font ",11" textcolor rgb ink
set label 80 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1740.7 / height left noenhanced font ",11" textcolor rgb ink
set label 81 "tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1755.6 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "n 16" at screen 10.0 / width, screen 1 - 1770.4 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1807.3 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1822.1 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "n 16" at screen 10.0 / width, screen 1 - 1837.0 / height left noenhanced font ",11" textcolor rgb muted
set label 86 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1873.8 / height left noenhanced font ",11" textcolor rgb ink
set label 87 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1888.7 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "n 16" at screen 10.0 / width, screen 1 - 1903.5 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "1.44 →" at screen 348.0 / width, screen 1 - 1921.9 / height right noenhanced font ",11" textcolor rgb ink
set label 90 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1940.4 / height left noenhanced font ",11" textcolor rgb ink
set label 91 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1955.2 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "n 16" at screen 10.0 / width, screen 1 - 1970.1 / height left noenhanced font ",11" textcolor rgb muted
set label 93 "← 0.192" at screen 12.0 / width, screen 1 - 1988.5 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 2006.9 / height left noenhanced font ",11" textcolor rgb ink
set label 95 "A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 2021.8 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "n 24" at screen 10.0 / width, screen 1 - 2036.6 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "inject_latency probes=1000 load=0 stall_us=1, 2 workers:" at screen 10.0 / width, screen 1 - 2073.5 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2088.3 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "n 2" at screen 10.0 / width, screen 1 - 2103.2 / height left noenhanced font ",11" textcolor rgb muted
set label 100 "inject_latency probes=1000 load=0 stall_us=1, 2 workers:" at screen 10.0 / width, screen 1 - 2140.0 / height left noenhanced font ",11" textcolor rgb ink
set label 101 "tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2154.9 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "n 2" at screen 10.0 / width, screen 1 - 2169.7 / height left noenhanced font ",11" textcolor rgb muted
set label 103 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 2206.6 / height left noenhanced font ",11" textcolor rgb ink
set label 104 "n 3" at screen 10.0 / width, screen 1 - 2221.4 / height left noenhanced font ",11" textcolor rgb muted
set label 105 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 2258.3 / height left noenhanced font ",11" textcolor rgb ink
set label 106 "n 3" at screen 10.0 / width, screen 1 - 2273.1 / height left noenhanced font ",11" textcolor rgb muted
set label 107 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2310.0 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "n 2" at screen 10.0 / width, screen 1 - 2324.8 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2361.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "n 2" at screen 10.0 / width, screen 1 - 2376.5 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 2413.4 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "n 3" at screen 10.0 / width, screen 1 - 2428.2 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers:" at screen 10.0 / width, screen 1 - 2465.1 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 2479.9 / height left noenhanced font ",11" textcolor rgb ink
set label 115 "n 3" at screen 10.0 / width, screen 1 - 2494.8 / height left noenhanced font ",11" textcolor rgb muted
set label 116 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2531.6 / height left noenhanced font ",11" textcolor rgb ink
set label 117 "n 2" at screen 10.0 / width, screen 1 - 2546.5 / height left noenhanced font ",11" textcolor rgb muted
set label 118 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2583.3 / height left noenhanced font ",11" textcolor rgb ink
set label 119 "n 2" at screen 10.0 / width, screen 1 - 2598.2 / height left noenhanced font ",11" textcolor rgb muted
set label 120 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2635.0 / height left noenhanced font ",11" textcolor rgb ink
set label 121 "n 2" at screen 10.0 / width, screen 1 - 2649.9 / height left noenhanced font ",11" textcolor rgb muted
set label 122 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2686.7 / height left noenhanced font ",11" textcolor rgb ink
set label 123 "n 2" at screen 10.0 / width, screen 1 - 2701.6 / height left noenhanced font ",11" textcolor rgb muted
set label 124 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 2738.4 / height left noenhanced font ",11" textcolor rgb ink
set label 125 "n 3" at screen 10.0 / width, screen 1 - 2753.3 / height left noenhanced font ",11" textcolor rgb muted
set label 126 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 2790.1 / height left noenhanced font ",11" textcolor rgb ink
set label 127 "n 3" at screen 10.0 / width, screen 1 - 2805.0 / height left noenhanced font ",11" textcolor rgb muted
set label 128 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 2841.8 / height left noenhanced font ",11" textcolor rgb ink
set label 129 "n 3" at screen 10.0 / width, screen 1 - 2856.7 / height left noenhanced font ",11" textcolor rgb muted
set label 130 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2893.5 / height left noenhanced font ",11" textcolor rgb ink
set label 131 "n 2" at screen 10.0 / width, screen 1 - 2908.4 / height left noenhanced font ",11" textcolor rgb muted
set label 132 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2945.2 / height left noenhanced font ",11" textcolor rgb ink
set label 133 "n 2" at screen 10.0 / width, screen 1 - 2960.1 / height left noenhanced font ",11" textcolor rgb muted
set label 134 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2996.9 / height left noenhanced font ",11" textcolor rgb ink
set label 135 "n 2" at screen 10.0 / width, screen 1 - 3011.8 / height left noenhanced font ",11" textcolor rgb muted
set label 136 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 3048.6 / height left noenhanced font ",11" textcolor rgb ink
set label 137 "n 42" at screen 10.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb muted
set label 138 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 3100.3 / height left noenhanced font ",11" textcolor rgb ink
set label 139 "n 18" at screen 10.0 / width, screen 1 - 3115.2 / height left noenhanced font ",11" textcolor rgb muted
set label 140 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 3152.0 / height left noenhanced font ",11" textcolor rgb ink
set label 141 "n 24" at screen 10.0 / width, screen 1 - 3166.9 / height left noenhanced font ",11" textcolor rgb muted
set label 142 "spawn_block_on, 1 worker:" at screen 10.0 / width, screen 1 - 3203.7 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "tokio+inject=sharded+inject_shards=1 /..." at screen 10.0 / width, screen 1 - 3218.6 / height left noenhanced font ",11" textcolor rgb ink
set label 144 "n 3" at screen 10.0 / width, screen 1 - 3233.4 / height left noenhanced font ",11" textcolor rgb muted
set label 145 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 3270.3 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 3285.1 / height left noenhanced font ",11" textcolor rgb ink
set label 147 "n 24" at screen 10.0 / width, screen 1 - 3300.0 / height left noenhanced font ",11" textcolor rgb muted
set label 148 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 3336.8 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 3351.7 / height left noenhanced font ",11" textcolor rgb ink
set label 150 "n 42" at screen 10.0 / width, screen 1 - 3366.5 / height left noenhanced font ",11" textcolor rgb muted
set label 151 "spawn_block_on, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 3403.4 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "tokio+inject=sharded+inject_shards=1 /..." at screen 10.0 / width, screen 1 - 3418.2 / height left noenhanced font ",11" textcolor rgb ink
set label 153 "n 24" at screen 10.0 / width, screen 1 - 3433.1 / height left noenhanced font ",11" textcolor rgb muted
set label 154 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 3469.9 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 3484.8 / height left noenhanced font ",11" textcolor rgb ink
set label 156 "n 24" at screen 10.0 / width, screen 1 - 3499.6 / height left noenhanced font ",11" textcolor rgb muted
set label 157 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 3536.5 / height left noenhanced font ",11" textcolor rgb ink
set label 158 "tokio+inject=sharded+shard_key=task /..." at screen 10.0 / width, screen 1 - 3551.3 / height left noenhanced font ",11" textcolor rgb ink
set label 159 "n 3" at screen 10.0 / width, screen 1 - 3566.2 / height left noenhanced font ",11" textcolor rgb muted
set label 160 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 3603.0 / height left noenhanced font ",11" textcolor rgb ink
set label 161 "tokio+inject=sharded+shard_key=round_robin /..." at screen 10.0 / width, screen 1 - 3617.9 / height left noenhanced font ",11" textcolor rgb ink
set label 162 "n 3" at screen 10.0 / width, screen 1 - 3632.7 / height left noenhanced font ",11" textcolor rgb muted
set label 163 "→" at screen 348.0 / width, screen 1 - 3651.1 / height right noenhanced font ",11" textcolor rgb ink
set label 164 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3669.6 / height left noenhanced font ",11" textcolor rgb ink
set label 165 "n 2" at screen 10.0 / width, screen 1 - 3684.4 / height left noenhanced font ",11" textcolor rgb muted
set label 166 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3721.3 / height left noenhanced font ",11" textcolor rgb ink
set label 167 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 3736.1 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "n 2" at screen 10.0 / width, screen 1 - 3751.0 / height left noenhanced font ",11" textcolor rgb muted
set label 169 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3787.8 / height left noenhanced font ",11" textcolor rgb ink
set label 170 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 3802.7 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "n 2" at screen 10.0 / width, screen 1 - 3817.5 / height left noenhanced font ",11" textcolor rgb muted
set label 172 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3854.4 / height left noenhanced font ",11" textcolor rgb ink
set label 173 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 3869.2 / height left noenhanced font ",11" textcolor rgb ink
set label 174 "n 2" at screen 10.0 / width, screen 1 - 3884.1 / height left noenhanced font ",11" textcolor rgb muted
set label 175 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3920.9 / height left noenhanced font ",11" textcolor rgb ink
set label 176 "n 2" at screen 10.0 / width, screen 1 - 3935.8 / height left noenhanced font ",11" textcolor rgb muted
set label 177 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 3972.6 / height left noenhanced font ",11" textcolor rgb ink
set label 178 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 3987.5 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "n 2" at screen 10.0 / width, screen 1 - 4002.3 / height left noenhanced font ",11" textcolor rgb muted
set label 180 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 4039.2 / height left noenhanced font ",11" textcolor rgb ink
set label 181 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4054.0 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "n 2" at screen 10.0 / width, screen 1 - 4068.9 / height left noenhanced font ",11" textcolor rgb muted
set label 183 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 4105.7 / height left noenhanced font ",11" textcolor rgb ink
set label 184 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4120.6 / height left noenhanced font ",11" textcolor rgb ink
set label 185 "n 2" at screen 10.0 / width, screen 1 - 4135.4 / height left noenhanced font ",11" textcolor rgb muted
set label 186 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 4172.3 / height left noenhanced font ",11" textcolor rgb ink
set label 187 "n 2" at screen 10.0 / width, screen 1 - 4187.1 / height left noenhanced font ",11" textcolor rgb muted
set label 188 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4224.0 / height left noenhanced font ",11" textcolor rgb ink
set label 189 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 4238.8 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "n 2" at screen 10.0 / width, screen 1 - 4253.7 / height left noenhanced font ",11" textcolor rgb muted
set label 191 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4290.5 / height left noenhanced font ",11" textcolor rgb ink
set label 192 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4305.4 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "n 2" at screen 10.0 / width, screen 1 - 4320.2 / height left noenhanced font ",11" textcolor rgb muted
set label 194 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4357.1 / height left noenhanced font ",11" textcolor rgb ink
set label 195 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4371.9 / height left noenhanced font ",11" textcolor rgb ink
set label 196 "n 2" at screen 10.0 / width, screen 1 - 4386.8 / height left noenhanced font ",11" textcolor rgb muted
set label 197 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 4423.6 / height left noenhanced font ",11" textcolor rgb ink
set label 198 "n 2" at screen 10.0 / width, screen 1 - 4438.5 / height left noenhanced font ",11" textcolor rgb muted
set label 199 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4475.3 / height left noenhanced font ",11" textcolor rgb ink
set label 200 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 4490.2 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "n 2" at screen 10.0 / width, screen 1 - 4505.0 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4541.9 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4556.7 / height left noenhanced font ",11" textcolor rgb ink
set label 204 "n 2" at screen 10.0 / width, screen 1 - 4571.6 / height left noenhanced font ",11" textcolor rgb muted
set label 205 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4608.4 / height left noenhanced font ",11" textcolor rgb ink
set label 206 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4623.3 / height left noenhanced font ",11" textcolor rgb ink
set label 207 "n 2" at screen 10.0 / width, screen 1 - 4638.1 / height left noenhanced font ",11" textcolor rgb muted
set label 208 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 4675.0 / height left noenhanced font ",11" textcolor rgb ink
set label 209 "n 3" at screen 10.0 / width, screen 1 - 4689.8 / height left noenhanced font ",11" textcolor rgb muted
set label 210 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 4726.7 / height left noenhanced font ",11" textcolor rgb ink
set label 211 "n 3" at screen 10.0 / width, screen 1 - 4741.5 / height left noenhanced font ",11" textcolor rgb muted
set label 212 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 4778.4 / height left noenhanced font ",11" textcolor rgb ink
set label 213 "tokio" at screen 10.0 / width, screen 1 - 4793.2 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "n 16" at screen 10.0 / width, screen 1 - 4808.1 / height left noenhanced font ",11" textcolor rgb muted
set label 215 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 4844.9 / height left noenhanced font ",11" textcolor rgb ink
set label 216 "n 24" at screen 10.0 / width, screen 1 - 4859.8 / height left noenhanced font ",11" textcolor rgb muted
set label 217 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 4896.6 / height left noenhanced font ",11" textcolor rgb ink
set label 218 "/ tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 4911.5 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "n 24" at screen 10.0 / width, screen 1 - 4926.3 / height left noenhanced font ",11" textcolor rgb muted
set label 220 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 4963.2 / height left noenhanced font ",11" textcolor rgb ink
set label 221 "tokio" at screen 10.0 / width, screen 1 - 4978.0 / height left noenhanced font ",11" textcolor rgb ink
set label 222 "n 41" at screen 10.0 / width, screen 1 - 4992.9 / height left noenhanced font ",11" textcolor rgb muted
set label 223 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 /" at screen 10.0 / width, screen 1 - 5029.7 / height left noenhanced font ",11" textcolor rgb ink
set label 224 "tokio" at screen 10.0 / width, screen 1 - 5044.6 / height left noenhanced font ",11" textcolor rgb ink
set label 225 "n 3" at screen 10.0 / width, screen 1 - 5059.4 / height left noenhanced font ",11" textcolor rgb muted
set label 226 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 /" at screen 10.0 / width, screen 1 - 5096.3 / height left noenhanced font ",11" textcolor rgb ink
set label 227 "tokio" at screen 10.0 / width, screen 1 - 5111.1 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "n 3" at screen 10.0 / width, screen 1 - 5126.0 / height left noenhanced font ",11" textcolor rgb muted
set label 229 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5162.8 / height left noenhanced font ",11" textcolor rgb ink
set label 230 "n 24" at screen 10.0 / width, screen 1 - 5177.7 / height left noenhanced font ",11" textcolor rgb muted
set label 231 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 5214.5 / height left noenhanced font ",11" textcolor rgb ink
set label 232 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5229.4 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "n 3" at screen 10.0 / width, screen 1 - 5244.2 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5281.1 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "/ tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5295.9 / height left noenhanced font ",11" textcolor rgb ink
set label 236 "n 24" at screen 10.0 / width, screen 1 - 5310.8 / height left noenhanced font ",11" textcolor rgb muted
set label 237 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 5347.6 / height left noenhanced font ",11" textcolor rgb ink
set label 238 "tokio" at screen 10.0 / width, screen 1 - 5362.5 / height left noenhanced font ",11" textcolor rgb ink
set label 239 "n 42" at screen 10.0 / width, screen 1 - 5377.3 / height left noenhanced font ",11" textcolor rgb muted
set label 240 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5414.2 / height left noenhanced font ",11" textcolor rgb ink
set label 241 "n 24" at screen 10.0 / width, screen 1 - 5429.0 / height left noenhanced font ",11" textcolor rgb muted
set label 242 "spawn_burst parent_kib=64, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 5465.9 / height left noenhanced font ",11" textcolor rgb ink
set label 243 "tokio+lifo_slots=4 / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5480.7 / height left noenhanced font ",11" textcolor rgb ink
set label 244 "n 24" at screen 10.0 / width, screen 1 - 5495.6 / height left noenhanced font ",11" textcolor rgb muted
set label 245 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 5532.4 / height left noenhanced font ",11" textcolor rgb ink
set label 246 "n 42" at screen 10.0 / width, screen 1 - 5547.3 / height left noenhanced font ",11" textcolor rgb muted
set label 247 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 5584.1 / height left noenhanced font ",11" textcolor rgb ink
set label 248 "n 3" at screen 10.0 / width, screen 1 - 5599.0 / height left noenhanced font ",11" textcolor rgb muted
set label 249 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 5635.8 / height left noenhanced font ",11" textcolor rgb ink
set label 250 "n 3" at screen 10.0 / width, screen 1 - 5650.7 / height left noenhanced font ",11" textcolor rgb muted
set label 251 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 5687.5 / height left noenhanced font ",11" textcolor rgb ink
set label 252 "n 3" at screen 10.0 / width, screen 1 - 5702.4 / height left noenhanced font ",11" textcolor rgb muted
set label 253 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 5739.2 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "n 3" at screen 10.0 / width, screen 1 - 5754.1 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5790.9 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "n 24" at screen 10.0 / width, screen 1 - 5805.8 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 5842.6 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "n 2" at screen 10.0 / width, screen 1 - 5857.5 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 5894.3 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "n 2" at screen 10.0 / width, screen 1 - 5909.2 / height left noenhanced font ",11" textcolor rgb muted
set label 261 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 5946.0 / height left noenhanced font ",11" textcolor rgb ink
set label 262 "n 2" at screen 10.0 / width, screen 1 - 5960.9 / height left noenhanced font ",11" textcolor rgb muted
set label 263 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 5997.7 / height left noenhanced font ",11" textcolor rgb ink
set label 264 "n 2" at screen 10.0 / width, screen 1 - 6012.6 / height left noenhanced font ",11" textcolor rgb muted
set label 265 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 6049.4 / height left noenhanced font ",11" textcolor rgb ink
set label 266 "n 2" at screen 10.0 / width, screen 1 - 6064.3 / height left noenhanced font ",11" textcolor rgb muted
set label 267 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 6101.1 / height left noenhanced font ",11" textcolor rgb ink
set label 268 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 6116.0 / height left noenhanced font ",11" textcolor rgb ink
set label 269 "n 24" at screen 10.0 / width, screen 1 - 6130.8 / height left noenhanced font ",11" textcolor rgb muted
set label 270 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 6167.7 / height left noenhanced font ",11" textcolor rgb ink
set label 271 "n 2" at screen 10.0 / width, screen 1 - 6182.5 / height left noenhanced font ",11" textcolor rgb muted
set label 272 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 6219.4 / height left noenhanced font ",11" textcolor rgb ink
set label 273 "n 2" at screen 10.0 / width, screen 1 - 6234.2 / height left noenhanced font ",11" textcolor rgb muted
set label 274 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 6271.1 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "n 2" at screen 10.0 / width, screen 1 - 6285.9 / height left noenhanced font ",11" textcolor rgb muted
set label 276 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 6322.8 / height left noenhanced font ",11" textcolor rgb ink
set label 277 "n 2" at screen 10.0 / width, screen 1 - 6337.6 / height left noenhanced font ",11" textcolor rgb muted
set label 278 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 6374.5 / height left noenhanced font ",11" textcolor rgb ink
set label 279 "n 3" at screen 10.0 / width, screen 1 - 6389.3 / height left noenhanced font ",11" textcolor rgb muted
set label 280 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 6426.2 / height left noenhanced font ",11" textcolor rgb ink
set label 281 "n 3" at screen 10.0 / width, screen 1 - 6441.0 / height left noenhanced font ",11" textcolor rgb muted
set label 282 "stalled_thief hold_us=100, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6477.9 / height left noenhanced font ",11" textcolor rgb ink
set label 283 "tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 6492.7 / height left noenhanced font ",11" textcolor rgb ink
set label 284 "n 16" at screen 10.0 / width, screen 1 - 6507.6 / height left noenhanced font ",11" textcolor rgb muted
set label 285 "stalled_thief hold_us=100, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6544.4 / height left noenhanced font ",11" textcolor rgb ink
set label 286 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6559.3 / height left noenhanced font ",11" textcolor rgb ink
set label 287 "n 16" at screen 10.0 / width, screen 1 - 6574.1 / height left noenhanced font ",11" textcolor rgb muted
set label 288 "3.73 →" at screen 348.0 / width, screen 1 - 6592.6 / height right noenhanced font ",11" textcolor rgb ink
set label 289 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio /" at screen 10.0 / width, screen 1 - 6611.0 / height left noenhanced font ",11" textcolor rgb ink
set label 290 "tokio" at screen 10.0 / width, screen 1 - 6625.8 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "n 24" at screen 10.0 / width, screen 1 - 6640.7 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "stalled_thief hold_us=100, 2 workers, fault build, A/A:" at screen 10.0 / width, screen 1 - 6677.5 / height left noenhanced font ",11" textcolor rgb ink
set label 293 "tokio+pop=null / tokio+pop=null" at screen 10.0 / width, screen 1 - 6692.4 / height left noenhanced font ",11" textcolor rgb ink
set label 294 "n 24" at screen 10.0 / width, screen 1 - 6707.2 / height left noenhanced font ",11" textcolor rgb muted
set label 295 "stalled_thief hold_us=100, 2 workers, fault build, A/A:" at screen 10.0 / width, screen 1 - 6744.1 / height left noenhanced font ",11" textcolor rgb ink
set label 296 "tokio+pop=spin / tokio+pop=spin" at screen 10.0 / width, screen 1 - 6758.9 / height left noenhanced font ",11" textcolor rgb ink
set label 297 "n 24" at screen 10.0 / width, screen 1 - 6773.8 / height left noenhanced font ",11" textcolor rgb muted
set label 298 "stalled_thief hold_us=10, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6810.6 / height left noenhanced font ",11" textcolor rgb ink
set label 299 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6825.5 / height left noenhanced font ",11" textcolor rgb ink
set label 300 "n 3" at screen 10.0 / width, screen 1 - 6840.3 / height left noenhanced font ",11" textcolor rgb muted
set label 301 "stalled_thief hold_us=1000, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6877.2 / height left noenhanced font ",11" textcolor rgb ink
set label 302 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6892.0 / height left noenhanced font ",11" textcolor rgb ink
set label 303 "n 3" at screen 10.0 / width, screen 1 - 6906.9 / height left noenhanced font ",11" textcolor rgb muted
set label 304 "28.2 →" at screen 348.0 / width, screen 1 - 6925.3 / height right noenhanced font ",11" textcolor rgb ink
set label 305 "stalled_thief hold_us=0, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6943.7 / height left noenhanced font ",11" textcolor rgb ink
set label 306 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6958.6 / height left noenhanced font ",11" textcolor rgb ink
set label 307 "n 3" at screen 10.0 / width, screen 1 - 6973.4 / height left noenhanced font ",11" textcolor rgb muted
set label 308 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 7010.3 / height left noenhanced font ",11" textcolor rgb ink
set label 309 "n 2" at screen 10.0 / width, screen 1 - 7025.1 / height left noenhanced font ",11" textcolor rgb muted
set label 310 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7062.0 / height left noenhanced font ",11" textcolor rgb ink
set label 311 "n 2" at screen 10.0 / width, screen 1 - 7076.8 / height left noenhanced font ",11" textcolor rgb muted
set label 312 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 7113.7 / height left noenhanced font ",11" textcolor rgb ink
set label 313 "n 2" at screen 10.0 / width, screen 1 - 7128.5 / height left noenhanced font ",11" textcolor rgb muted
set label 314 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 7165.4 / height left noenhanced font ",11" textcolor rgb ink
set label 315 "n 2" at screen 10.0 / width, screen 1 - 7180.2 / height left noenhanced font ",11" textcolor rgb muted
set label 316 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 7217.1 / height left noenhanced font ",11" textcolor rgb ink
set label 317 "n 2" at screen 10.0 / width, screen 1 - 7231.9 / height left noenhanced font ",11" textcolor rgb muted
set label 318 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7268.8 / height left noenhanced font ",11" textcolor rgb ink
set label 319 "n 2" at screen 10.0 / width, screen 1 - 7283.6 / height left noenhanced font ",11" textcolor rgb muted
set label 320 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 7320.5 / height left noenhanced font ",11" textcolor rgb ink
set label 321 "n 2" at screen 10.0 / width, screen 1 - 7335.3 / height left noenhanced font ",11" textcolor rgb muted
set label 322 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 7372.2 / height left noenhanced font ",11" textcolor rgb ink
set label 323 "n 2" at screen 10.0 / width, screen 1 - 7387.0 / height left noenhanced font ",11" textcolor rgb muted
set label 324 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 7423.9 / height left noenhanced font ",11" textcolor rgb ink
set label 325 "n 2" at screen 10.0 / width, screen 1 - 7438.7 / height left noenhanced font ",11" textcolor rgb muted
set label 326 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 7475.6 / height left noenhanced font ",11" textcolor rgb ink
set label 327 "n 2" at screen 10.0 / width, screen 1 - 7490.4 / height left noenhanced font ",11" textcolor rgb muted
set label 328 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7527.3 / height left noenhanced font ",11" textcolor rgb ink
set label 329 "n 2" at screen 10.0 / width, screen 1 - 7542.1 / height left noenhanced font ",11" textcolor rgb muted
set label 330 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 7579.0 / height left noenhanced font ",11" textcolor rgb ink
set label 331 "n 2" at screen 10.0 / width, screen 1 - 7593.8 / height left noenhanced font ",11" textcolor rgb muted
set label 332 "← 0.212" at screen 12.0 / width, screen 1 - 7612.3 / height left noenhanced font ",11" textcolor rgb ink
set label 333 "spawn_local, 4 workers, oversubscribed: blitz_doc /" at screen 10.0 / width, screen 1 - 7630.7 / height left noenhanced font ",11" textcolor rgb ink
set label 334 "tokio-bare" at screen 10.0 / width, screen 1 - 7645.5 / height left noenhanced font ",11" textcolor rgb ink
set label 335 "n 2" at screen 10.0 / width, screen 1 - 7660.4 / height left noenhanced font ",11" textcolor rgb muted
set label 336 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7697.2 / height left noenhanced font ",11" textcolor rgb ink
set label 337 "n 2" at screen 10.0 / width, screen 1 - 7712.1 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 10.0
plot_right = 350.0
plot_top = 70.7
plot_bottom = 7741.5
least = 0.330851622
most = 1.398845
ratio = 1
array middle[132] = [111.3, 163.0, 214.7, 266.4, 318.1, 369.9, 421.6, 473.3, 525.0, 591.5, 658.1, 709.8, 776.3, 842.9, 909.4, 976.0, 1042.5, 1094.2, 1145.9, 1197.6, 1249.3, 1301.0, 1352.7, 1404.4, 1456.1, 1522.6, 1589.2, 1655.7, 1722.3, 1788.8, 1855.4, 1921.9, 1988.5, 2055.0, 2121.6, 2188.1, 2239.8, 2291.5, 2343.2, 2394.9, 2446.6, 2513.2, 2564.9, 2616.6, 2668.3, 2720.0, 2771.7, 2823.4, 2875.1, 2926.8, 2978.5, 3030.2, 3081.9, 3133.6, 3185.3, 3251.8, 3318.4, 3384.9, 3451.5, 3518.0, 3584.6, 3651.1, 3702.8, 3769.4, 3835.9, 3902.5, 3954.2, 4020.7, 4087.3, 4153.8, 4205.5, 4272.1, 4338.6, 4405.2, 4456.9, 4523.4, 4590.0, 4656.5, 4708.2, 4759.9, 4826.5, 4878.2, 4944.8, 5011.3, 5077.9, 5144.4, 5196.1, 5262.7, 5329.2, 5395.8, 5447.5, 5514.0, 5565.7, 5617.4, 5669.1, 5720.8, 5772.5, 5824.2, 5875.9, 5927.6, 5979.3, 6031.0, 6082.7, 6149.3, 6201.0, 6252.7, 6304.4, 6356.1, 6407.8, 6459.5, 6526.0, 6592.6, 6659.1, 6725.7, 6792.2, 6858.8, 6925.3, 6991.9, 7043.6, 7095.3, 7147.0, 7198.7, 7250.4, 7302.1, 7353.8, 7405.5, 7457.2, 7508.9, 7560.6, 7612.3, 7678.8, 7730.5]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "1.2" 1.2)
set label 338 "ratio, log axis: median, quartiles and range over pairs" at screen 10.0 / width, screen 1 - 7770.9 / height left noenhanced font ",11" textcolor rgb muted
set label 339 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 7795.1 / height left noenhanced font ",10" textcolor rgb muted
set label 340 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 7808.6 / height left noenhanced font ",10" textcolor rgb muted
set label 341 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 7822.1 / height left noenhanced font ",10" textcolor rgb muted
set label 342 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 7835.6 / height left noenhanced font ",10" textcolor rgb muted
set label 343 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 7849.1 / height left noenhanced font ",10" textcolor rgb muted
set label 344 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 7862.6 / height left noenhanced font ",10" textcolor rgb muted
set label 345 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7876.1 / height left noenhanced font ",10" textcolor rgb muted
set label 346 "none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127," at screen 10.0 / width, screen 1 - 7889.6 / height left noenhanced font ",10" textcolor rgb muted
set label 347 "tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 7903.1 / height left noenhanced font ",10" textcolor rgb muted
set label 348 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 7916.6 / height left noenhanced font ",10" textcolor rgb muted
set label 349 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7930.1 / height left noenhanced font ",10" textcolor rgb muted
set label 350 "none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 7943.6 / height left noenhanced font ",10" textcolor rgb muted
set label 351 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7957.1 / height left noenhanced font ",10" textcolor rgb muted
set label 352 "none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 7970.6 / height left noenhanced font ",10" textcolor rgb muted
set label 353 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7984.1 / height left noenhanced font ",10" textcolor rgb muted
set label 354 "none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 7997.6 / height left noenhanced font ",10" textcolor rgb muted
set label 355 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 8011.1 / height left noenhanced font ",10" textcolor rgb muted
set label 356 "none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 8024.6 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):3:6 with xerrorbars pointtype -1 linewidth 1 linecolor rgb muted, \
	data using 2:(at($1)):4:5 with xerrorbars pointtype -1 linewidth 5 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 7 pointsize 0.6 linecolor rgb ink
unset output

reset
device = "png"
suffix = ""
narrow = 0
width = 960
height = 3559
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
set label 1 "All rows: ns per unit, arm / baseline; below 1 the arm takes less time" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "median" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 4 from screen 85.3 / width, screen 1 - 38.3 / height to screen 101.3 / width, screen 1 - 38.3 / height nohead linewidth 5  linecolor rgb accent
set label 5 "quartiles" at screen 105.3 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set arrow 6 from screen 167.4 / width, screen 1 - 38.3 / height to screen 183.4 / width, screen 1 - 38.3 / height nohead linewidth 1.5  linecolor rgb muted
set label 7 "min to max" at screen 187.4 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 8 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "n 3" at screen 925.5 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 10 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "n 18" at screen 925.5 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb muted
set label 12 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "n 40" at screen 925.5 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "n 40" at screen 925.5 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb muted
set label 16 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "n 24" at screen 925.5 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "n 2" at screen 925.5 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "n 2" at screen 925.5 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "n 3" at screen 925.5 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "n 3" at screen 925.5 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb muted
set label 26 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 258.2 / height left noenhanced font ",11" textcolor rgb ink
set label 27 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 273.0 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "n 3" at screen 925.5 / width, screen 1 - 265.6 / height left noenhanced font ",11" textcolor rgb muted
set label 29 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 289.9 / height left noenhanced font ",11" textcolor rgb ink
set label 30 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 304.7 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "n 3" at screen 925.5 / width, screen 1 - 297.3 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "n 16" at screen 925.5 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 34 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 343.6 / height left noenhanced font ",11" textcolor rgb ink
set label 35 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "n 3" at screen 925.5 / width, screen 1 - 351.0 / height left noenhanced font ",11" textcolor rgb muted
set label 37 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 375.3 / height left noenhanced font ",11" textcolor rgb ink
set label 38 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "n 3" at screen 925.5 / width, screen 1 - 382.7 / height left noenhanced font ",11" textcolor rgb muted
set label 40 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 407.0 / height left noenhanced font ",11" textcolor rgb ink
set label 41 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 421.8 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "n 3" at screen 925.5 / width, screen 1 - 414.4 / height left noenhanced font ",11" textcolor rgb muted
set label 43 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 438.7 / height left noenhanced font ",11" textcolor rgb ink
set label 44 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 453.5 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "n 3" at screen 925.5 / width, screen 1 - 446.1 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "yield_many, 1 worker, A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "n 24" at screen 925.5 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb muted
set label 48 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 49 "n 2" at screen 925.5 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 50 "← 0.0962" at screen 422.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 52 "n 2" at screen 925.5 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 53 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb ink
set label 54 "n 2" at screen 925.5 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb muted
set label 55 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb ink
set label 56 "n 2" at screen 925.5 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb muted
set label 57 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "n 2" at screen 925.5 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb muted
set label 59 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb ink
set label 60 "n 2" at screen 925.5 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb muted
set label 61 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "n 2" at screen 925.5 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "n 2" at screen 925.5 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A: tokio /" at screen 10.0 / width, screen 1 - 668.4 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio" at screen 10.0 / width, screen 1 - 683.2 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "n 24" at screen 925.5 / width, screen 1 - 675.8 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio-bare /" at screen 10.0 / width, screen 1 - 700.1 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio-bare-gi61" at screen 10.0 / width, screen 1 - 714.9 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "n 3" at screen 925.5 / width, screen 1 - 707.5 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 731.8 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 746.6 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "n 24" at screen 925.5 / width, screen 1 - 739.2 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 778.3 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "n 24" at screen 925.5 / width, screen 1 - 770.9 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "→" at screen 913.5 / width, screen 1 - 770.9 / height right noenhanced font ",11" textcolor rgb ink
set label 78 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 795.2 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 810.0 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "n 16" at screen 925.5 / width, screen 1 - 802.6 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 826.9 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 841.7 / height left noenhanced font ",11" textcolor rgb ink
set label 83 "n 16" at screen 925.5 / width, screen 1 - 834.3 / height left noenhanced font ",11" textcolor rgb muted
set label 84 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 858.6 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 873.4 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "n 16" at screen 925.5 / width, screen 1 - 866.0 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "1.44 →" at screen 913.5 / width, screen 1 - 866.0 / height right noenhanced font ",11" textcolor rgb ink
set label 88 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 890.3 / height left noenhanced font ",11" textcolor rgb ink
set label 89 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 905.1 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "n 16" at screen 925.5 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb muted
set label 91 "← 0.192" at screen 422.0 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 922.0 / height left noenhanced font ",11" textcolor rgb ink
set label 93 "tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 936.8 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "n 24" at screen 925.5 / width, screen 1 - 929.4 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: blitz_doc /" at screen 10.0 / width, screen 1 - 953.7 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "tokio-bare" at screen 10.0 / width, screen 1 - 968.5 / height left noenhanced font ",11" textcolor rgb ink
set label 97 "n 2" at screen 925.5 / width, screen 1 - 961.1 / height left noenhanced font ",11" textcolor rgb muted
set label 98 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: tokio /" at screen 10.0 / width, screen 1 - 985.4 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "tokio-bare" at screen 10.0 / width, screen 1 - 1000.2 / height left noenhanced font ",11" textcolor rgb ink
set label 100 "n 2" at screen 925.5 / width, screen 1 - 992.8 / height left noenhanced font ",11" textcolor rgb muted
set label 101 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "n 3" at screen 925.5 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb muted
set label 103 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb ink
set label 104 "n 3" at screen 925.5 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb muted
set label 105 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb ink
set label 106 "n 2" at screen 925.5 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb muted
set label 107 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "n 2" at screen 925.5 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "n 3" at screen 925.5 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 2 workers: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "n 3" at screen 925.5 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "n 2" at screen 925.5 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "n 2" at screen 925.5 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "n 2" at screen 925.5 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb ink
set label 120 "n 2" at screen 925.5 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb muted
set label 121 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb ink
set label 122 "n 3" at screen 925.5 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb ink
set label 124 "n 3" at screen 925.5 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb muted
set label 125 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb ink
set label 126 "n 3" at screen 925.5 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb ink
set label 128 "n 2" at screen 925.5 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb muted
set label 129 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb ink
set label 130 "n 2" at screen 925.5 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb muted
set label 131 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb ink
set label 132 "n 2" at screen 925.5 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb muted
set label 133 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb ink
set label 134 "n 42" at screen 925.5 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb muted
set label 135 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb ink
set label 136 "n 18" at screen 925.5 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb muted
set label 137 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb ink
set label 138 "n 24" at screen 925.5 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb muted
set label 139 "spawn_block_on, 1 worker: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 1435.1 / height left noenhanced font ",11" textcolor rgb ink
set label 140 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1449.9 / height left noenhanced font ",11" textcolor rgb ink
set label 141 "n 3" at screen 925.5 / width, screen 1 - 1442.5 / height left noenhanced font ",11" textcolor rgb muted
set label 142 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1466.8 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1481.6 / height left noenhanced font ",11" textcolor rgb ink
set label 144 "n 24" at screen 925.5 / width, screen 1 - 1474.2 / height left noenhanced font ",11" textcolor rgb muted
set label 145 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1498.5 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1513.3 / height left noenhanced font ",11" textcolor rgb ink
set label 147 "n 42" at screen 925.5 / width, screen 1 - 1505.9 / height left noenhanced font ",11" textcolor rgb muted
set label 148 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1530.2 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "/ tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1545.0 / height left noenhanced font ",11" textcolor rgb ink
set label 150 "n 24" at screen 925.5 / width, screen 1 - 1537.6 / height left noenhanced font ",11" textcolor rgb muted
set label 151 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1561.9 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1576.7 / height left noenhanced font ",11" textcolor rgb ink
set label 153 "n 24" at screen 925.5 / width, screen 1 - 1569.3 / height left noenhanced font ",11" textcolor rgb muted
set label 154 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1593.6 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "tokio+inject=sharded+shard_key=task / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1608.4 / height left noenhanced font ",11" textcolor rgb ink
set label 156 "n 3" at screen 925.5 / width, screen 1 - 1601.0 / height left noenhanced font ",11" textcolor rgb muted
set label 157 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1625.3 / height left noenhanced font ",11" textcolor rgb ink
set label 158 "tokio+inject=sharded+shard_key=round_robin / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1640.1 / height left noenhanced font ",11" textcolor rgb ink
set label 159 "n 3" at screen 925.5 / width, screen 1 - 1632.7 / height left noenhanced font ",11" textcolor rgb muted
set label 160 "→" at screen 913.5 / width, screen 1 - 1632.7 / height right noenhanced font ",11" textcolor rgb ink
set label 161 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb ink
set label 162 "n 2" at screen 925.5 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb muted
set label 163 "remote_spawn producers=1, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1679.0 / height left noenhanced font ",11" textcolor rgb ink
set label 164 "tokio-bare" at screen 10.0 / width, screen 1 - 1693.8 / height left noenhanced font ",11" textcolor rgb ink
set label 165 "n 2" at screen 925.5 / width, screen 1 - 1686.4 / height left noenhanced font ",11" textcolor rgb muted
set label 166 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 1710.7 / height left noenhanced font ",11" textcolor rgb ink
set label 167 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1725.5 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "n 2" at screen 925.5 / width, screen 1 - 1718.1 / height left noenhanced font ",11" textcolor rgb muted
set label 169 "remote_spawn producers=1, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1742.4 / height left noenhanced font ",11" textcolor rgb ink
set label 170 "tokio-bare" at screen 10.0 / width, screen 1 - 1757.2 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "n 2" at screen 925.5 / width, screen 1 - 1749.8 / height left noenhanced font ",11" textcolor rgb muted
set label 172 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb ink
set label 173 "n 2" at screen 925.5 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb muted
set label 174 "remote_spawn producers=2, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1796.1 / height left noenhanced font ",11" textcolor rgb ink
set label 175 "tokio-bare" at screen 10.0 / width, screen 1 - 1810.9 / height left noenhanced font ",11" textcolor rgb ink
set label 176 "n 2" at screen 925.5 / width, screen 1 - 1803.5 / height left noenhanced font ",11" textcolor rgb muted
set label 177 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 1827.8 / height left noenhanced font ",11" textcolor rgb ink
set label 178 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1842.6 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "n 2" at screen 925.5 / width, screen 1 - 1835.2 / height left noenhanced font ",11" textcolor rgb muted
set label 180 "remote_spawn producers=2, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1859.5 / height left noenhanced font ",11" textcolor rgb ink
set label 181 "tokio-bare" at screen 10.0 / width, screen 1 - 1874.3 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "n 2" at screen 925.5 / width, screen 1 - 1866.9 / height left noenhanced font ",11" textcolor rgb muted
set label 183 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb ink
set label 184 "n 2" at screen 925.5 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb muted
set label 185 "remote_spawn producers=4, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1913.2 / height left noenhanced font ",11" textcolor rgb ink
set label 186 "tokio-bare" at screen 10.0 / width, screen 1 - 1928.0 / height left noenhanced font ",11" textcolor rgb ink
set label 187 "n 2" at screen 925.5 / width, screen 1 - 1920.6 / height left noenhanced font ",11" textcolor rgb muted
set label 188 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 1944.9 / height left noenhanced font ",11" textcolor rgb ink
set label 189 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1959.7 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "n 2" at screen 925.5 / width, screen 1 - 1952.3 / height left noenhanced font ",11" textcolor rgb muted
set label 191 "remote_spawn producers=4, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1976.6 / height left noenhanced font ",11" textcolor rgb ink
set label 192 "tokio-bare" at screen 10.0 / width, screen 1 - 1991.4 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "n 2" at screen 925.5 / width, screen 1 - 1984.0 / height left noenhanced font ",11" textcolor rgb muted
set label 194 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb ink
set label 195 "n 2" at screen 925.5 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb muted
set label 196 "remote_spawn producers=8, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 2030.3 / height left noenhanced font ",11" textcolor rgb ink
set label 197 "tokio-bare" at screen 10.0 / width, screen 1 - 2045.1 / height left noenhanced font ",11" textcolor rgb ink
set label 198 "n 2" at screen 925.5 / width, screen 1 - 2037.7 / height left noenhanced font ",11" textcolor rgb muted
set label 199 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 2062.0 / height left noenhanced font ",11" textcolor rgb ink
set label 200 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 2076.8 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "n 2" at screen 925.5 / width, screen 1 - 2069.4 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "remote_spawn producers=8, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 2093.7 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "tokio-bare" at screen 10.0 / width, screen 1 - 2108.5 / height left noenhanced font ",11" textcolor rgb ink
set label 204 "n 2" at screen 925.5 / width, screen 1 - 2101.1 / height left noenhanced font ",11" textcolor rgb muted
set label 205 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb ink
set label 206 "n 3" at screen 925.5 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb muted
set label 207 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb ink
set label 208 "n 3" at screen 925.5 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb muted
set label 209 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb ink
set label 210 "n 16" at screen 925.5 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb muted
set label 211 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb ink
set label 212 "n 24" at screen 925.5 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb muted
set label 213 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2213.4 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2228.2 / height left noenhanced font ",11" textcolor rgb ink
set label 215 "n 24" at screen 925.5 / width, screen 1 - 2220.8 / height left noenhanced font ",11" textcolor rgb muted
set label 216 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb ink
set label 217 "n 41" at screen 925.5 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb muted
set label 218 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "n 3" at screen 925.5 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb muted
set label 220 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb ink
set label 221 "n 3" at screen 925.5 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb muted
set label 222 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb ink
set label 223 "n 24" at screen 925.5 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb muted
set label 224 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 2333.1 / height left noenhanced font ",11" textcolor rgb ink
set label 225 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2347.9 / height left noenhanced font ",11" textcolor rgb ink
set label 226 "n 3" at screen 925.5 / width, screen 1 - 2340.5 / height left noenhanced font ",11" textcolor rgb muted
set label 227 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2364.8 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2379.6 / height left noenhanced font ",11" textcolor rgb ink
set label 229 "n 24" at screen 925.5 / width, screen 1 - 2372.2 / height left noenhanced font ",11" textcolor rgb muted
set label 230 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb ink
set label 231 "n 42" at screen 925.5 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb muted
set label 232 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "n 24" at screen 925.5 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "spawn_burst parent_kib=64, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2440.5 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2455.3 / height left noenhanced font ",11" textcolor rgb ink
set label 236 "n 24" at screen 925.5 / width, screen 1 - 2447.9 / height left noenhanced font ",11" textcolor rgb muted
set label 237 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb ink
set label 238 "n 42" at screen 925.5 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb muted
set label 239 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb ink
set label 240 "n 3" at screen 925.5 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb muted
set label 241 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb ink
set label 242 "n 3" at screen 925.5 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb muted
set label 243 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb ink
set label 244 "n 3" at screen 925.5 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb muted
set label 245 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb ink
set label 246 "n 3" at screen 925.5 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb muted
set label 247 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb ink
set label 248 "n 24" at screen 925.5 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb muted
set label 249 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb ink
set label 250 "n 2" at screen 925.5 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb muted
set label 251 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb ink
set label 252 "n 2" at screen 925.5 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb muted
set label 253 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "n 2" at screen 925.5 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "n 2" at screen 925.5 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "n 2" at screen 925.5 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 2714.2 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 2729.0 / height left noenhanced font ",11" textcolor rgb ink
set label 261 "n 24" at screen 925.5 / width, screen 1 - 2721.6 / height left noenhanced font ",11" textcolor rgb muted
set label 262 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb ink
set label 263 "n 2" at screen 925.5 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb muted
set label 264 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb ink
set label 265 "n 2" at screen 925.5 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb muted
set label 266 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb ink
set label 267 "n 2" at screen 925.5 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb muted
set label 268 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb ink
set label 269 "n 2" at screen 925.5 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb muted
set label 270 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb ink
set label 271 "n 3" at screen 925.5 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb muted
set label 272 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb ink
set label 273 "n 3" at screen 925.5 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb muted
set label 274 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "n 16" at screen 925.5 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb muted
set label 276 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb ink
set label 277 "n 16" at screen 925.5 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb muted
set label 278 "3.73 →" at screen 913.5 / width, screen 1 - 2902.4 / height right noenhanced font ",11" textcolor rgb ink
set label 279 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb ink
set label 280 "n 24" at screen 925.5 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb muted
set label 281 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=null /" at screen 10.0 / width, screen 1 - 2943.9 / height left noenhanced font ",11" textcolor rgb ink
set label 282 "tokio+pop=null" at screen 10.0 / width, screen 1 - 2958.7 / height left noenhanced font ",11" textcolor rgb ink
set label 283 "n 24" at screen 925.5 / width, screen 1 - 2951.3 / height left noenhanced font ",11" textcolor rgb muted
set label 284 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 2975.6 / height left noenhanced font ",11" textcolor rgb ink
set label 285 "tokio+pop=spin" at screen 10.0 / width, screen 1 - 2990.4 / height left noenhanced font ",11" textcolor rgb ink
set label 286 "n 24" at screen 925.5 / width, screen 1 - 2983.0 / height left noenhanced font ",11" textcolor rgb muted
set label 287 "stalled_thief hold_us=10, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb ink
set label 288 "n 3" at screen 925.5 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb muted
set label 289 "stalled_thief hold_us=1000, 2 workers, fault build: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 3029.3 / height left noenhanced font ",11" textcolor rgb ink
set label 290 "tokio" at screen 10.0 / width, screen 1 - 3044.1 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "n 3" at screen 925.5 / width, screen 1 - 3036.7 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "28.2 →" at screen 913.5 / width, screen 1 - 3036.7 / height right noenhanced font ",11" textcolor rgb ink
set label 293 "stalled_thief hold_us=0, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb ink
set label 294 "n 3" at screen 925.5 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb muted
set label 295 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb ink
set label 296 "n 2" at screen 925.5 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb muted
set label 297 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb ink
set label 298 "n 2" at screen 925.5 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb muted
set label 299 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb ink
set label 300 "n 2" at screen 925.5 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb muted
set label 301 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb ink
set label 302 "n 2" at screen 925.5 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb muted
set label 303 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb ink
set label 304 "n 2" at screen 925.5 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb muted
set label 305 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb ink
set label 306 "n 2" at screen 925.5 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb muted
set label 307 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb ink
set label 308 "n 2" at screen 925.5 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb muted
set label 309 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb ink
set label 310 "n 2" at screen 925.5 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb muted
set label 311 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb ink
set label 312 "n 2" at screen 925.5 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb muted
set label 313 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb ink
set label 314 "n 2" at screen 925.5 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb muted
set label 315 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb ink
set label 316 "n 2" at screen 925.5 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb muted
set label 317 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 318 "n 2" at screen 925.5 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb muted
set label 319 "← 0.212" at screen 422.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 320 "spawn_local, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb ink
set label 321 "n 2" at screen 925.5 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb muted
set label 322 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb ink
set label 323 "n 2" at screen 925.5 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 915.5
plot_top = 51.8
plot_bottom = 3382.5
least = 0.330851622
most = 1.398845
ratio = 1
array middle[132] = [62.8, 84.8, 106.8, 128.8, 150.8, 172.8, 194.8, 216.8, 238.8, 265.6, 297.3, 324.1, 351.0, 382.7, 414.4, 446.1, 472.9, 494.9, 516.9, 538.9, 560.9, 582.9, 604.9, 626.9, 648.9, 675.8, 707.5, 739.2, 770.9, 802.6, 834.3, 866.0, 897.7, 929.4, 961.1, 992.8, 1019.7, 1041.7, 1063.7, 1085.7, 1107.7, 1129.7, 1151.7, 1173.7, 1195.7, 1217.7, 1239.7, 1261.7, 1283.7, 1305.7, 1327.7, 1349.7, 1371.7, 1393.7, 1415.7, 1442.5, 1474.2, 1505.9, 1537.6, 1569.3, 1601.0, 1632.7, 1659.6, 1686.4, 1718.1, 1749.8, 1776.7, 1803.5, 1835.2, 1866.9, 1893.8, 1920.6, 1952.3, 1984.0, 2010.9, 2037.7, 2069.4, 2101.1, 2128.0, 2150.0, 2172.0, 2194.0, 2220.8, 2247.7, 2269.7, 2291.7, 2313.7, 2340.5, 2372.2, 2399.1, 2421.1, 2447.9, 2474.8, 2496.8, 2518.8, 2540.8, 2562.8, 2584.8, 2606.8, 2628.8, 2650.8, 2672.8, 2694.8, 2721.6, 2748.4, 2770.4, 2792.4, 2814.4, 2836.4, 2858.4, 2880.4, 2902.4, 2924.4, 2951.3, 2983.0, 3009.8, 3036.7, 3063.5, 3085.5, 3107.5, 3129.5, 3151.5, 3173.5, 3195.5, 3217.5, 3239.5, 3261.5, 3283.5, 3305.5, 3327.5, 3349.5, 3371.5]
set xtics ("1" 1, "0.5" 0.5, "0.7" 0.7, "0.8" 0.8, "1.2" 1.2)
set label 324 "ratio, log axis: median, quartiles and range over pairs" at screen 420.0 / width, screen 1 - 3412.0 / height left noenhanced font ",11" textcolor rgb muted
set label 325 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 3436.1 / height left noenhanced font ",10" textcolor rgb muted
set label 326 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 3449.6 / height left noenhanced font ",10" textcolor rgb muted
set label 327 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 3463.1 / height left noenhanced font ",10" textcolor rgb muted
set label 328 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 3476.6 / height left noenhanced font ",10" textcolor rgb muted
set label 329 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 3490.1 / height left noenhanced font ",10" textcolor rgb muted
set label 330 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 3503.6 / height left noenhanced font ",10" textcolor rgb muted
set label 331 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 3517.1 / height left noenhanced font ",10" textcolor rgb muted
set label 332 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 3530.6 / height left noenhanced font ",10" textcolor rgb muted
set label 333 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 3544.1 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):3:6 with xerrorbars pointtype -1 linewidth 1 linecolor rgb muted, \
	data using 2:(at($1)):4:5 with xerrorbars pointtype -1 linewidth 5 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 7 pointsize 0.6 linecolor rgb ink
unset output
