# Draw again with: gnuplot -d switches.gp
name = "switches"
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
set label 1 "Context switches for a thousand units of work" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "baseline" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 98.1 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "arm" at screen 110.1 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 7 "per yield" at screen 896.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 8 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "per yield" at screen 896.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb muted
set label 10 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "per yield" at screen 896.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb muted
set label 12 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "per yield" at screen 896.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "per yield" at screen 896.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb muted
set label 16 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "per yield" at screen 896.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "per yield" at screen 896.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "per yield" at screen 896.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "per yield" at screen 896.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 258.2 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 273.0 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "per yield" at screen 896.0 / width, screen 1 - 265.6 / height left noenhanced font ",11" textcolor rgb muted
set label 27 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 289.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 304.7 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "per yield" at screen 896.0 / width, screen 1 - 297.3 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "per yield" at screen 896.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 343.6 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",11" textcolor rgb ink
set label 34 "per yield" at screen 896.0 / width, screen 1 - 351.0 / height left noenhanced font ",11" textcolor rgb muted
set label 35 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 375.3 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "per yield" at screen 896.0 / width, screen 1 - 382.7 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 407.0 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 421.8 / height left noenhanced font ",11" textcolor rgb ink
set label 40 "per yield" at screen 896.0 / width, screen 1 - 414.4 / height left noenhanced font ",11" textcolor rgb muted
set label 41 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 438.7 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 453.5 / height left noenhanced font ",11" textcolor rgb ink
set label 43 "per yield" at screen 896.0 / width, screen 1 - 446.1 / height left noenhanced font ",11" textcolor rgb muted
set label 44 "yield_many, 1 worker, A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "per yield" at screen 896.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "per yield" at screen 896.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 48 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 49 "per yield" at screen 896.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 50 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "per yield" at screen 896.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "per yield" at screen 896.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb muted
set label 54 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb ink
set label 55 "per yield" at screen 896.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb muted
set label 56 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb ink
set label 57 "per yield" at screen 896.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb muted
set label 58 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 59 "per yield" at screen 896.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb muted
set label 60 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb ink
set label 61 "per yield" at screen 896.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb muted
set label 62 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A: tokio /" at screen 10.0 / width, screen 1 - 668.4 / height left noenhanced font ",11" textcolor rgb ink
set label 63 "tokio" at screen 10.0 / width, screen 1 - 683.2 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "per probe" at screen 896.0 / width, screen 1 - 675.8 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio-bare /" at screen 10.0 / width, screen 1 - 700.1 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio-bare-gi61" at screen 10.0 / width, screen 1 - 714.9 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "per probe" at screen 896.0 / width, screen 1 - 707.5 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 731.8 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 746.6 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "per probe" at screen 896.0 / width, screen 1 - 739.2 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 778.3 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "per probe" at screen 896.0 / width, screen 1 - 770.9 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 795.2 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 810.0 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "per probe" at screen 896.0 / width, screen 1 - 802.6 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 826.9 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 841.7 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "per probe" at screen 896.0 / width, screen 1 - 834.3 / height left noenhanced font ",11" textcolor rgb muted
set label 80 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 858.6 / height left noenhanced font ",11" textcolor rgb ink
set label 81 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 873.4 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "per probe" at screen 896.0 / width, screen 1 - 866.0 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 890.3 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 905.1 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "per probe" at screen 896.0 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb muted
set label 86 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 922.0 / height left noenhanced font ",11" textcolor rgb ink
set label 87 "tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 936.8 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "per probe" at screen 896.0 / width, screen 1 - 929.4 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: blitz_doc /" at screen 10.0 / width, screen 1 - 953.7 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "tokio-bare" at screen 10.0 / width, screen 1 - 968.5 / height left noenhanced font ",11" textcolor rgb ink
set label 91 "per probe" at screen 896.0 / width, screen 1 - 961.1 / height left noenhanced font ",11" textcolor rgb muted
set label 92 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: tokio /" at screen 10.0 / width, screen 1 - 985.4 / height left noenhanced font ",11" textcolor rgb ink
set label 93 "tokio-bare" at screen 10.0 / width, screen 1 - 1000.2 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "per probe" at screen 896.0 / width, screen 1 - 992.8 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "per pair" at screen 896.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "per pair" at screen 896.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb muted
set label 99 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb ink
set label 100 "per pair" at screen 896.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb muted
set label 101 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "per pair" at screen 896.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb muted
set label 103 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb ink
set label 104 "per pair" at screen 896.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb muted
set label 105 "ping_pong, 2 workers: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb ink
set label 106 "per pair" at screen 896.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb muted
set label 107 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "per pair" at screen 896.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "per pair" at screen 896.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "per pair" at screen 896.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "per pair" at screen 896.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "per pair" at screen 896.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "per pair" at screen 896.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb ink
set label 120 "per pair" at screen 896.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb muted
set label 121 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb ink
set label 122 "per pair" at screen 896.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb ink
set label 124 "per pair" at screen 896.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb muted
set label 125 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb ink
set label 126 "per pair" at screen 896.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb ink
set label 128 "per task" at screen 896.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb muted
set label 129 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb ink
set label 130 "per task" at screen 896.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb muted
set label 131 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb ink
set label 132 "per task" at screen 896.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb muted
set label 133 "spawn_block_on, 1 worker: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 1435.1 / height left noenhanced font ",11" textcolor rgb ink
set label 134 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1449.9 / height left noenhanced font ",11" textcolor rgb ink
set label 135 "per task" at screen 896.0 / width, screen 1 - 1442.5 / height left noenhanced font ",11" textcolor rgb muted
set label 136 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1466.8 / height left noenhanced font ",11" textcolor rgb ink
set label 137 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1481.6 / height left noenhanced font ",11" textcolor rgb ink
set label 138 "per task" at screen 896.0 / width, screen 1 - 1474.2 / height left noenhanced font ",11" textcolor rgb muted
set label 139 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1498.5 / height left noenhanced font ",11" textcolor rgb ink
set label 140 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1513.3 / height left noenhanced font ",11" textcolor rgb ink
set label 141 "per task" at screen 896.0 / width, screen 1 - 1505.9 / height left noenhanced font ",11" textcolor rgb muted
set label 142 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1530.2 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "/ tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1545.0 / height left noenhanced font ",11" textcolor rgb ink
set label 144 "per task" at screen 896.0 / width, screen 1 - 1537.6 / height left noenhanced font ",11" textcolor rgb muted
set label 145 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1561.9 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1576.7 / height left noenhanced font ",11" textcolor rgb ink
set label 147 "per task" at screen 896.0 / width, screen 1 - 1569.3 / height left noenhanced font ",11" textcolor rgb muted
set label 148 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1593.6 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "tokio+inject=sharded+shard_key=task / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1608.4 / height left noenhanced font ",11" textcolor rgb ink
set label 150 "per task" at screen 896.0 / width, screen 1 - 1601.0 / height left noenhanced font ",11" textcolor rgb muted
set label 151 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1625.3 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "tokio+inject=sharded+shard_key=round_robin / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1640.1 / height left noenhanced font ",11" textcolor rgb ink
set label 153 "per task" at screen 896.0 / width, screen 1 - 1632.7 / height left noenhanced font ",11" textcolor rgb muted
set label 154 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "per task" at screen 896.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb muted
set label 156 "remote_spawn producers=1, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1679.0 / height left noenhanced font ",11" textcolor rgb ink
set label 157 "tokio-bare" at screen 10.0 / width, screen 1 - 1693.8 / height left noenhanced font ",11" textcolor rgb ink
set label 158 "per task" at screen 896.0 / width, screen 1 - 1686.4 / height left noenhanced font ",11" textcolor rgb muted
set label 159 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 1710.7 / height left noenhanced font ",11" textcolor rgb ink
set label 160 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1725.5 / height left noenhanced font ",11" textcolor rgb ink
set label 161 "per task" at screen 896.0 / width, screen 1 - 1718.1 / height left noenhanced font ",11" textcolor rgb muted
set label 162 "remote_spawn producers=1, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1742.4 / height left noenhanced font ",11" textcolor rgb ink
set label 163 "tokio-bare" at screen 10.0 / width, screen 1 - 1757.2 / height left noenhanced font ",11" textcolor rgb ink
set label 164 "per task" at screen 896.0 / width, screen 1 - 1749.8 / height left noenhanced font ",11" textcolor rgb muted
set label 165 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb ink
set label 166 "per task" at screen 896.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb muted
set label 167 "remote_spawn producers=2, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1796.1 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "tokio-bare" at screen 10.0 / width, screen 1 - 1810.9 / height left noenhanced font ",11" textcolor rgb ink
set label 169 "per task" at screen 896.0 / width, screen 1 - 1803.5 / height left noenhanced font ",11" textcolor rgb muted
set label 170 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 1827.8 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1842.6 / height left noenhanced font ",11" textcolor rgb ink
set label 172 "per task" at screen 896.0 / width, screen 1 - 1835.2 / height left noenhanced font ",11" textcolor rgb muted
set label 173 "remote_spawn producers=2, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1859.5 / height left noenhanced font ",11" textcolor rgb ink
set label 174 "tokio-bare" at screen 10.0 / width, screen 1 - 1874.3 / height left noenhanced font ",11" textcolor rgb ink
set label 175 "per task" at screen 896.0 / width, screen 1 - 1866.9 / height left noenhanced font ",11" textcolor rgb muted
set label 176 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb ink
set label 177 "per task" at screen 896.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb muted
set label 178 "remote_spawn producers=4, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1913.2 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "tokio-bare" at screen 10.0 / width, screen 1 - 1928.0 / height left noenhanced font ",11" textcolor rgb ink
set label 180 "per task" at screen 896.0 / width, screen 1 - 1920.6 / height left noenhanced font ",11" textcolor rgb muted
set label 181 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 1944.9 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1959.7 / height left noenhanced font ",11" textcolor rgb ink
set label 183 "per task" at screen 896.0 / width, screen 1 - 1952.3 / height left noenhanced font ",11" textcolor rgb muted
set label 184 "remote_spawn producers=4, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1976.6 / height left noenhanced font ",11" textcolor rgb ink
set label 185 "tokio-bare" at screen 10.0 / width, screen 1 - 1991.4 / height left noenhanced font ",11" textcolor rgb ink
set label 186 "per task" at screen 896.0 / width, screen 1 - 1984.0 / height left noenhanced font ",11" textcolor rgb muted
set label 187 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb ink
set label 188 "per task" at screen 896.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb muted
set label 189 "remote_spawn producers=8, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 2030.3 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "tokio-bare" at screen 10.0 / width, screen 1 - 2045.1 / height left noenhanced font ",11" textcolor rgb ink
set label 191 "per task" at screen 896.0 / width, screen 1 - 2037.7 / height left noenhanced font ",11" textcolor rgb muted
set label 192 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 2062.0 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 2076.8 / height left noenhanced font ",11" textcolor rgb ink
set label 194 "per task" at screen 896.0 / width, screen 1 - 2069.4 / height left noenhanced font ",11" textcolor rgb muted
set label 195 "remote_spawn producers=8, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 2093.7 / height left noenhanced font ",11" textcolor rgb ink
set label 196 "tokio-bare" at screen 10.0 / width, screen 1 - 2108.5 / height left noenhanced font ",11" textcolor rgb ink
set label 197 "per task" at screen 896.0 / width, screen 1 - 2101.1 / height left noenhanced font ",11" textcolor rgb muted
set label 198 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb ink
set label 199 "per task" at screen 896.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb muted
set label 200 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "per poll" at screen 896.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "per task" at screen 896.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb muted
set label 204 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb ink
set label 205 "per task" at screen 896.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb muted
set label 206 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2213.4 / height left noenhanced font ",11" textcolor rgb ink
set label 207 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2228.2 / height left noenhanced font ",11" textcolor rgb ink
set label 208 "per task" at screen 896.0 / width, screen 1 - 2220.8 / height left noenhanced font ",11" textcolor rgb muted
set label 209 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb ink
set label 210 "per task" at screen 896.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb muted
set label 211 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb ink
set label 212 "per task" at screen 896.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb muted
set label 213 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "per task" at screen 896.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb muted
set label 215 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb ink
set label 216 "per task" at screen 896.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb muted
set label 217 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 2333.1 / height left noenhanced font ",11" textcolor rgb ink
set label 218 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2347.9 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "per task" at screen 896.0 / width, screen 1 - 2340.5 / height left noenhanced font ",11" textcolor rgb muted
set label 220 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2364.8 / height left noenhanced font ",11" textcolor rgb ink
set label 221 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2379.6 / height left noenhanced font ",11" textcolor rgb ink
set label 222 "per task" at screen 896.0 / width, screen 1 - 2372.2 / height left noenhanced font ",11" textcolor rgb muted
set label 223 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb ink
set label 224 "per task" at screen 896.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb muted
set label 225 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb ink
set label 226 "per task" at screen 896.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb muted
set label 227 "spawn_burst parent_kib=64, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2440.5 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2455.3 / height left noenhanced font ",11" textcolor rgb ink
set label 229 "per task" at screen 896.0 / width, screen 1 - 2447.9 / height left noenhanced font ",11" textcolor rgb muted
set label 230 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb ink
set label 231 "per task" at screen 896.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb muted
set label 232 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "per task" at screen 896.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "per task" at screen 896.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb muted
set label 236 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb ink
set label 237 "per task" at screen 896.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb muted
set label 238 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb ink
set label 239 "per task" at screen 896.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb muted
set label 240 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb ink
set label 241 "per task" at screen 896.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb muted
set label 242 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb ink
set label 243 "per task" at screen 896.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb muted
set label 244 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb ink
set label 245 "per task" at screen 896.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb muted
set label 246 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb ink
set label 247 "per task" at screen 896.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb muted
set label 248 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb ink
set label 249 "per task" at screen 896.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb muted
set label 250 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb ink
set label 251 "per task" at screen 896.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb muted
set label 252 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 2714.2 / height left noenhanced font ",11" textcolor rgb ink
set label 253 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 2729.0 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "per task" at screen 896.0 / width, screen 1 - 2721.6 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "per task" at screen 896.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "per task" at screen 896.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "per task" at screen 896.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb muted
set label 261 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb ink
set label 262 "per task" at screen 896.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb muted
set label 263 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb ink
set label 264 "per task" at screen 896.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb muted
set label 265 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb ink
set label 266 "per round" at screen 896.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb muted
set label 267 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb ink
set label 268 "per task" at screen 896.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb muted
set label 269 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb ink
set label 270 "per task" at screen 896.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb muted
set label 271 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb ink
set label 272 "per task" at screen 896.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb muted
set label 273 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=null /" at screen 10.0 / width, screen 1 - 2943.9 / height left noenhanced font ",11" textcolor rgb ink
set label 274 "tokio+pop=null" at screen 10.0 / width, screen 1 - 2958.7 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "per task" at screen 896.0 / width, screen 1 - 2951.3 / height left noenhanced font ",11" textcolor rgb muted
set label 276 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 2975.6 / height left noenhanced font ",11" textcolor rgb ink
set label 277 "tokio+pop=spin" at screen 10.0 / width, screen 1 - 2990.4 / height left noenhanced font ",11" textcolor rgb ink
set label 278 "per task" at screen 896.0 / width, screen 1 - 2983.0 / height left noenhanced font ",11" textcolor rgb muted
set label 279 "stalled_thief hold_us=10, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb ink
set label 280 "per task" at screen 896.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb muted
set label 281 "stalled_thief hold_us=1000, 2 workers, fault build: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 3029.3 / height left noenhanced font ",11" textcolor rgb ink
set label 282 "tokio" at screen 10.0 / width, screen 1 - 3044.1 / height left noenhanced font ",11" textcolor rgb ink
set label 283 "per task" at screen 896.0 / width, screen 1 - 3036.7 / height left noenhanced font ",11" textcolor rgb muted
set label 284 "stalled_thief hold_us=0, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb ink
set label 285 "per task" at screen 896.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb muted
set label 286 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb ink
set label 287 "per round" at screen 896.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb muted
set label 288 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb ink
set label 289 "per round" at screen 896.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb muted
set label 290 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "per round" at screen 896.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb ink
set label 293 "per round" at screen 896.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb muted
set label 294 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb ink
set label 295 "per task" at screen 896.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb muted
set label 296 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb ink
set label 297 "per task" at screen 896.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb muted
set label 298 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb ink
set label 299 "per task" at screen 896.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb muted
set label 300 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb ink
set label 301 "per task" at screen 896.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb muted
set label 302 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb ink
set label 303 "per task" at screen 896.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb muted
set label 304 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb ink
set label 305 "per task" at screen 896.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb muted
set label 306 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb ink
set label 307 "per task" at screen 896.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb muted
set label 308 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 309 "per task" at screen 896.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb muted
set label 310 "← 0.00049" at screen 422.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 311 "spawn_local, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb ink
set label 312 "per task" at screen 896.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb muted
set label 313 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb ink
set label 314 "per task" at screen 896.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 886.0
plot_top = 51.8
plot_bottom = 3382.5
least = 0.00608533723
most = 4060.68292
ratio = 0
array middle[132] = [62.8, 84.8, 106.8, 128.8, 150.8, 172.8, 194.8, 216.8, 238.8, 265.6, 297.3, 324.1, 351.0, 382.7, 414.4, 446.1, 472.9, 494.9, 516.9, 538.9, 560.9, 582.9, 604.9, 626.9, 648.9, 675.8, 707.5, 739.2, 770.9, 802.6, 834.3, 866.0, 897.7, 929.4, 961.1, 992.8, 1019.7, 1041.7, 1063.7, 1085.7, 1107.7, 1129.7, 1151.7, 1173.7, 1195.7, 1217.7, 1239.7, 1261.7, 1283.7, 1305.7, 1327.7, 1349.7, 1371.7, 1393.7, 1415.7, 1442.5, 1474.2, 1505.9, 1537.6, 1569.3, 1601.0, 1632.7, 1659.6, 1686.4, 1718.1, 1749.8, 1776.7, 1803.5, 1835.2, 1866.9, 1893.8, 1920.6, 1952.3, 1984.0, 2010.9, 2037.7, 2069.4, 2101.1, 2128.0, 2150.0, 2172.0, 2194.0, 2220.8, 2247.7, 2269.7, 2291.7, 2313.7, 2340.5, 2372.2, 2399.1, 2421.1, 2447.9, 2474.8, 2496.8, 2518.8, 2540.8, 2562.8, 2584.8, 2606.8, 2628.8, 2650.8, 2672.8, 2694.8, 2721.6, 2748.4, 2770.4, 2792.4, 2814.4, 2836.4, 2858.4, 2880.4, 2902.4, 2924.4, 2951.3, 2983.0, 3009.8, 3036.7, 3063.5, 3085.5, 3107.5, 3129.5, 3151.5, 3173.5, 3195.5, 3217.5, 3239.5, 3261.5, 3283.5, 3305.5, 3327.5, 3349.5, 3371.5]
set xtics ("1" 1, "0.1" 0.1, "10" 10, "0.01" 0.01, "100" 100, "1000" 1000, "3" 3, "0.3" 0.3, "30" 30, "0.03" 0.03, "300" 300, "3000" 3000)
set label 315 "context switches per thousand units, log axis" at screen 420.0 / width, screen 1 - 3412.0 / height left noenhanced font ",11" textcolor rgb muted
set label 316 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 3436.1 / height left noenhanced font ",10" textcolor rgb muted
set label 317 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 3449.6 / height left noenhanced font ",10" textcolor rgb muted
set label 318 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 3463.1 / height left noenhanced font ",10" textcolor rgb muted
set label 319 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 3476.6 / height left noenhanced font ",10" textcolor rgb muted
set label 320 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 3490.1 / height left noenhanced font ",10" textcolor rgb muted
set label 321 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 3503.6 / height left noenhanced font ",10" textcolor rgb muted
set label 322 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 3517.1 / height left noenhanced font ",10" textcolor rgb muted
set label 323 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 3530.6 / height left noenhanced font ",10" textcolor rgb muted
set label 324 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 3544.1 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):($3 - $2):(0) with vectors nohead linewidth 2 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 6 pointsize 0.8 linewidth 1.5 linecolor rgb ink, \
	data using 3:(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink
unset output

reset
device = "svg"
suffix = "_narrow"
narrow = 1
width = 360
height = 8021
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
set label 1 "Context switches for a thousand units of work" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "baseline" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 98.1 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "arm" at screen 110.1 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 59.2 / height left noenhanced font ",11" textcolor rgb ink
set label 7 "per yield" at screen 10.0 / width, screen 1 - 74.0 / height left noenhanced font ",11" textcolor rgb muted
set label 8 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 110.9 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "per yield" at screen 10.0 / width, screen 1 - 125.7 / height left noenhanced font ",11" textcolor rgb muted
set label 10 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 162.6 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "per yield" at screen 10.0 / width, screen 1 - 177.4 / height left noenhanced font ",11" textcolor rgb muted
set label 12 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 214.3 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "per yield" at screen 10.0 / width, screen 1 - 229.1 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 266.0 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "per yield" at screen 10.0 / width, screen 1 - 280.8 / height left noenhanced font ",11" textcolor rgb muted
set label 16 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 317.7 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "per yield" at screen 10.0 / width, screen 1 - 332.5 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 369.4 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "per yield" at screen 10.0 / width, screen 1 - 384.2 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 421.1 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "per yield" at screen 10.0 / width, screen 1 - 435.9 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 472.8 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "per yield" at screen 10.0 / width, screen 1 - 487.6 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1" at screen 10.0 / width, screen 1 - 524.5 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 539.3 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "per yield" at screen 10.0 / width, screen 1 - 554.2 / height left noenhanced font ",11" textcolor rgb muted
set label 27 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 591.0 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "tokio+interval=fixed+interval_fixed=127 /..." at screen 10.0 / width, screen 1 - 605.9 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "per yield" at screen 10.0 / width, screen 1 - 620.7 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 657.6 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "per yield" at screen 10.0 / width, screen 1 - 672.4 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2" at screen 10.0 / width, screen 1 - 709.3 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 724.1 / height left noenhanced font ",11" textcolor rgb ink
set label 34 "per yield" at screen 10.0 / width, screen 1 - 739.0 / height left noenhanced font ",11" textcolor rgb muted
set label 35 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 775.8 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "tokio+interval=fixed+interval_fixed=127 /..." at screen 10.0 / width, screen 1 - 790.7 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "per yield" at screen 10.0 / width, screen 1 - 805.5 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "yield_many, 1 worker:" at screen 10.0 / width, screen 1 - 842.4 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "tokio+interval=fixed+interval_fixed=255 /..." at screen 10.0 / width, screen 1 - 857.2 / height left noenhanced font ",11" textcolor rgb ink
set label 40 "per yield" at screen 10.0 / width, screen 1 - 872.1 / height left noenhanced font ",11" textcolor rgb muted
set label 41 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1" at screen 10.0 / width, screen 1 - 908.9 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "/ tokio+interval=fixed" at screen 10.0 / width, screen 1 - 923.8 / height left noenhanced font ",11" textcolor rgb ink
set label 43 "per yield" at screen 10.0 / width, screen 1 - 938.6 / height left noenhanced font ",11" textcolor rgb muted
set label 44 "yield_many, 1 worker, A/A: tokio+interval=fixed /" at screen 10.0 / width, screen 1 - 975.5 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 990.3 / height left noenhanced font ",11" textcolor rgb ink
set label 46 "per yield" at screen 10.0 / width, screen 1 - 1005.2 / height left noenhanced font ",11" textcolor rgb muted
set label 47 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 1042.0 / height left noenhanced font ",11" textcolor rgb ink
set label 48 "per yield" at screen 10.0 / width, screen 1 - 1056.9 / height left noenhanced font ",11" textcolor rgb muted
set label 49 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1093.7 / height left noenhanced font ",11" textcolor rgb ink
set label 50 "per yield" at screen 10.0 / width, screen 1 - 1108.6 / height left noenhanced font ",11" textcolor rgb muted
set label 51 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1145.4 / height left noenhanced font ",11" textcolor rgb ink
set label 52 "per yield" at screen 10.0 / width, screen 1 - 1160.3 / height left noenhanced font ",11" textcolor rgb muted
set label 53 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1197.1 / height left noenhanced font ",11" textcolor rgb ink
set label 54 "per yield" at screen 10.0 / width, screen 1 - 1212.0 / height left noenhanced font ",11" textcolor rgb muted
set label 55 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1248.8 / height left noenhanced font ",11" textcolor rgb ink
set label 56 "per yield" at screen 10.0 / width, screen 1 - 1263.7 / height left noenhanced font ",11" textcolor rgb muted
set label 57 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1300.5 / height left noenhanced font ",11" textcolor rgb ink
set label 58 "per yield" at screen 10.0 / width, screen 1 - 1315.4 / height left noenhanced font ",11" textcolor rgb muted
set label 59 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1352.2 / height left noenhanced font ",11" textcolor rgb ink
set label 60 "per yield" at screen 10.0 / width, screen 1 - 1367.1 / height left noenhanced font ",11" textcolor rgb muted
set label 61 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1403.9 / height left noenhanced font ",11" textcolor rgb ink
set label 62 "per yield" at screen 10.0 / width, screen 1 - 1418.8 / height left noenhanced font ",11" textcolor rgb muted
set label 63 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1455.6 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1470.5 / height left noenhanced font ",11" textcolor rgb ink
set label 65 "per probe" at screen 10.0 / width, screen 1 - 1485.3 / height left noenhanced font ",11" textcolor rgb muted
set label 66 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1522.2 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "tokio-bare / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 1537.0 / height left noenhanced font ",11" textcolor rgb ink
set label 68 "per probe" at screen 10.0 / width, screen 1 - 1551.9 / height left noenhanced font ",11" textcolor rgb muted
set label 69 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1588.7 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "A/A: tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 1603.6 / height left noenhanced font ",11" textcolor rgb ink
set label 71 "per probe" at screen 10.0 / width, screen 1 - 1618.4 / height left noenhanced font ",11" textcolor rgb muted
set label 72 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1655.3 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "A/A: tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 1670.1 / height left noenhanced font ",11" textcolor rgb ink
set label 74 "per probe" at screen 10.0 / width, screen 1 - 1685.0 / height left noenhanced font ",11" textcolor rgb muted
set label 75 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1721.8 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1736.7 / height left noenhanced font ",11" textcolor rgb ink
set label 77 "per probe" at screen 10.0 / width, screen 1 - 1751.5 / height left noenhanced font ",11" textcolor rgb muted
set label 78 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1788.4 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1803.2 / height left noenhanced font ",11" textcolor rgb ink
set label 80 "per probe" at screen 10.0 / width, screen 1 - 1818.1 / height left noenhanced font ",11" textcolor rgb muted
set label 81 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1854.9 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1869.8 / height left noenhanced font ",11" textcolor rgb ink
set label 83 "per probe" at screen 10.0 / width, screen 1 - 1884.6 / height left noenhanced font ",11" textcolor rgb muted
set label 84 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 1921.5 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 1936.3 / height left noenhanced font ",11" textcolor rgb ink
set label 86 "per probe" at screen 10.0 / width, screen 1 - 1951.2 / height left noenhanced font ",11" textcolor rgb muted
set label 87 "inject_latency probes=40 load=64 stall_us=10, 1 worker," at screen 10.0 / width, screen 1 - 1988.0 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 2002.9 / height left noenhanced font ",11" textcolor rgb ink
set label 89 "per probe" at screen 10.0 / width, screen 1 - 2017.7 / height left noenhanced font ",11" textcolor rgb muted
set label 90 "inject_latency probes=1000 load=0 stall_us=1, 2 workers:" at screen 10.0 / width, screen 1 - 2054.6 / height left noenhanced font ",11" textcolor rgb ink
set label 91 "blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2069.4 / height left noenhanced font ",11" textcolor rgb ink
set label 92 "per probe" at screen 10.0 / width, screen 1 - 2084.3 / height left noenhanced font ",11" textcolor rgb muted
set label 93 "inject_latency probes=1000 load=0 stall_us=1, 2 workers:" at screen 10.0 / width, screen 1 - 2121.1 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2136.0 / height left noenhanced font ",11" textcolor rgb ink
set label 95 "per probe" at screen 10.0 / width, screen 1 - 2150.8 / height left noenhanced font ",11" textcolor rgb muted
set label 96 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 2187.7 / height left noenhanced font ",11" textcolor rgb ink
set label 97 "per pair" at screen 10.0 / width, screen 1 - 2202.5 / height left noenhanced font ",11" textcolor rgb muted
set label 98 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 2239.4 / height left noenhanced font ",11" textcolor rgb ink
set label 99 "per pair" at screen 10.0 / width, screen 1 - 2254.2 / height left noenhanced font ",11" textcolor rgb muted
set label 100 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2291.1 / height left noenhanced font ",11" textcolor rgb ink
set label 101 "per pair" at screen 10.0 / width, screen 1 - 2305.9 / height left noenhanced font ",11" textcolor rgb muted
set label 102 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2342.8 / height left noenhanced font ",11" textcolor rgb ink
set label 103 "per pair" at screen 10.0 / width, screen 1 - 2357.6 / height left noenhanced font ",11" textcolor rgb muted
set label 104 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 2394.5 / height left noenhanced font ",11" textcolor rgb ink
set label 105 "per pair" at screen 10.0 / width, screen 1 - 2409.3 / height left noenhanced font ",11" textcolor rgb muted
set label 106 "ping_pong, 2 workers:" at screen 10.0 / width, screen 1 - 2446.2 / height left noenhanced font ",11" textcolor rgb ink
set label 107 "tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 2461.0 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "per pair" at screen 10.0 / width, screen 1 - 2475.9 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2512.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "per pair" at screen 10.0 / width, screen 1 - 2527.6 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2564.4 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "per pair" at screen 10.0 / width, screen 1 - 2579.3 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2616.1 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "per pair" at screen 10.0 / width, screen 1 - 2631.0 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2667.8 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "per pair" at screen 10.0 / width, screen 1 - 2682.7 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 2719.5 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "per pair" at screen 10.0 / width, screen 1 - 2734.4 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 2771.2 / height left noenhanced font ",11" textcolor rgb ink
set label 120 "per pair" at screen 10.0 / width, screen 1 - 2786.1 / height left noenhanced font ",11" textcolor rgb muted
set label 121 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 2822.9 / height left noenhanced font ",11" textcolor rgb ink
set label 122 "per pair" at screen 10.0 / width, screen 1 - 2837.8 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2874.6 / height left noenhanced font ",11" textcolor rgb ink
set label 124 "per pair" at screen 10.0 / width, screen 1 - 2889.5 / height left noenhanced font ",11" textcolor rgb muted
set label 125 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2926.3 / height left noenhanced font ",11" textcolor rgb ink
set label 126 "per pair" at screen 10.0 / width, screen 1 - 2941.2 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2978.0 / height left noenhanced font ",11" textcolor rgb ink
set label 128 "per pair" at screen 10.0 / width, screen 1 - 2992.9 / height left noenhanced font ",11" textcolor rgb muted
set label 129 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 3029.7 / height left noenhanced font ",11" textcolor rgb ink
set label 130 "per task" at screen 10.0 / width, screen 1 - 3044.6 / height left noenhanced font ",11" textcolor rgb muted
set label 131 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 3081.4 / height left noenhanced font ",11" textcolor rgb ink
set label 132 "per task" at screen 10.0 / width, screen 1 - 3096.3 / height left noenhanced font ",11" textcolor rgb muted
set label 133 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 3133.1 / height left noenhanced font ",11" textcolor rgb ink
set label 134 "per task" at screen 10.0 / width, screen 1 - 3148.0 / height left noenhanced font ",11" textcolor rgb muted
set label 135 "spawn_block_on, 1 worker:" at screen 10.0 / width, screen 1 - 3184.8 / height left noenhanced font ",11" textcolor rgb ink
set label 136 "tokio+inject=sharded+inject_shards=1 /..." at screen 10.0 / width, screen 1 - 3199.7 / height left noenhanced font ",11" textcolor rgb ink
set label 137 "per task" at screen 10.0 / width, screen 1 - 3214.5 / height left noenhanced font ",11" textcolor rgb muted
set label 138 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 3251.4 / height left noenhanced font ",11" textcolor rgb ink
set label 139 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 3266.2 / height left noenhanced font ",11" textcolor rgb ink
set label 140 "per task" at screen 10.0 / width, screen 1 - 3281.1 / height left noenhanced font ",11" textcolor rgb muted
set label 141 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 3317.9 / height left noenhanced font ",11" textcolor rgb ink
set label 142 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 3332.8 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "per task" at screen 10.0 / width, screen 1 - 3347.6 / height left noenhanced font ",11" textcolor rgb muted
set label 144 "spawn_block_on, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 3384.5 / height left noenhanced font ",11" textcolor rgb ink
set label 145 "tokio+inject=sharded+inject_shards=1 /..." at screen 10.0 / width, screen 1 - 3399.3 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "per task" at screen 10.0 / width, screen 1 - 3414.2 / height left noenhanced font ",11" textcolor rgb muted
set label 147 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 3451.0 / height left noenhanced font ",11" textcolor rgb ink
set label 148 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 3465.9 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "per task" at screen 10.0 / width, screen 1 - 3480.7 / height left noenhanced font ",11" textcolor rgb muted
set label 150 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 3517.6 / height left noenhanced font ",11" textcolor rgb ink
set label 151 "tokio+inject=sharded+shard_key=task /..." at screen 10.0 / width, screen 1 - 3532.4 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "per task" at screen 10.0 / width, screen 1 - 3547.3 / height left noenhanced font ",11" textcolor rgb muted
set label 153 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 3584.1 / height left noenhanced font ",11" textcolor rgb ink
set label 154 "tokio+inject=sharded+shard_key=round_robin /..." at screen 10.0 / width, screen 1 - 3599.0 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "per task" at screen 10.0 / width, screen 1 - 3613.8 / height left noenhanced font ",11" textcolor rgb muted
set label 156 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3650.7 / height left noenhanced font ",11" textcolor rgb ink
set label 157 "per task" at screen 10.0 / width, screen 1 - 3665.5 / height left noenhanced font ",11" textcolor rgb muted
set label 158 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3702.4 / height left noenhanced font ",11" textcolor rgb ink
set label 159 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 3717.2 / height left noenhanced font ",11" textcolor rgb ink
set label 160 "per task" at screen 10.0 / width, screen 1 - 3732.1 / height left noenhanced font ",11" textcolor rgb muted
set label 161 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3768.9 / height left noenhanced font ",11" textcolor rgb ink
set label 162 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 3783.8 / height left noenhanced font ",11" textcolor rgb ink
set label 163 "per task" at screen 10.0 / width, screen 1 - 3798.6 / height left noenhanced font ",11" textcolor rgb muted
set label 164 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 3835.5 / height left noenhanced font ",11" textcolor rgb ink
set label 165 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 3850.3 / height left noenhanced font ",11" textcolor rgb ink
set label 166 "per task" at screen 10.0 / width, screen 1 - 3865.2 / height left noenhanced font ",11" textcolor rgb muted
set label 167 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3902.0 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "per task" at screen 10.0 / width, screen 1 - 3916.9 / height left noenhanced font ",11" textcolor rgb muted
set label 169 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 3953.7 / height left noenhanced font ",11" textcolor rgb ink
set label 170 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 3968.6 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "per task" at screen 10.0 / width, screen 1 - 3983.4 / height left noenhanced font ",11" textcolor rgb muted
set label 172 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 4020.3 / height left noenhanced font ",11" textcolor rgb ink
set label 173 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4035.1 / height left noenhanced font ",11" textcolor rgb ink
set label 174 "per task" at screen 10.0 / width, screen 1 - 4050.0 / height left noenhanced font ",11" textcolor rgb muted
set label 175 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 4086.8 / height left noenhanced font ",11" textcolor rgb ink
set label 176 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4101.7 / height left noenhanced font ",11" textcolor rgb ink
set label 177 "per task" at screen 10.0 / width, screen 1 - 4116.5 / height left noenhanced font ",11" textcolor rgb muted
set label 178 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 4153.4 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "per task" at screen 10.0 / width, screen 1 - 4168.2 / height left noenhanced font ",11" textcolor rgb muted
set label 180 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4205.1 / height left noenhanced font ",11" textcolor rgb ink
set label 181 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 4219.9 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "per task" at screen 10.0 / width, screen 1 - 4234.8 / height left noenhanced font ",11" textcolor rgb muted
set label 183 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4271.6 / height left noenhanced font ",11" textcolor rgb ink
set label 184 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4286.5 / height left noenhanced font ",11" textcolor rgb ink
set label 185 "per task" at screen 10.0 / width, screen 1 - 4301.3 / height left noenhanced font ",11" textcolor rgb muted
set label 186 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 4338.2 / height left noenhanced font ",11" textcolor rgb ink
set label 187 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4353.0 / height left noenhanced font ",11" textcolor rgb ink
set label 188 "per task" at screen 10.0 / width, screen 1 - 4367.9 / height left noenhanced font ",11" textcolor rgb muted
set label 189 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 4404.7 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "per task" at screen 10.0 / width, screen 1 - 4419.6 / height left noenhanced font ",11" textcolor rgb muted
set label 191 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4456.4 / height left noenhanced font ",11" textcolor rgb ink
set label 192 "tokio+inject=own_mutex / tokio-bare" at screen 10.0 / width, screen 1 - 4471.3 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "per task" at screen 10.0 / width, screen 1 - 4486.1 / height left noenhanced font ",11" textcolor rgb muted
set label 194 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4523.0 / height left noenhanced font ",11" textcolor rgb ink
set label 195 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 4537.8 / height left noenhanced font ",11" textcolor rgb ink
set label 196 "per task" at screen 10.0 / width, screen 1 - 4552.7 / height left noenhanced font ",11" textcolor rgb muted
set label 197 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 4589.5 / height left noenhanced font ",11" textcolor rgb ink
set label 198 "tokio+inject=sharded / tokio-bare" at screen 10.0 / width, screen 1 - 4604.4 / height left noenhanced font ",11" textcolor rgb ink
set label 199 "per task" at screen 10.0 / width, screen 1 - 4619.2 / height left noenhanced font ",11" textcolor rgb muted
set label 200 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 4656.1 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "per task" at screen 10.0 / width, screen 1 - 4670.9 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 4707.8 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "per poll" at screen 10.0 / width, screen 1 - 4722.6 / height left noenhanced font ",11" textcolor rgb muted
set label 204 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 4759.5 / height left noenhanced font ",11" textcolor rgb ink
set label 205 "tokio" at screen 10.0 / width, screen 1 - 4774.3 / height left noenhanced font ",11" textcolor rgb ink
set label 206 "per task" at screen 10.0 / width, screen 1 - 4789.2 / height left noenhanced font ",11" textcolor rgb muted
set label 207 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 4826.0 / height left noenhanced font ",11" textcolor rgb ink
set label 208 "per task" at screen 10.0 / width, screen 1 - 4840.9 / height left noenhanced font ",11" textcolor rgb muted
set label 209 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 4877.7 / height left noenhanced font ",11" textcolor rgb ink
set label 210 "/ tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 4892.6 / height left noenhanced font ",11" textcolor rgb ink
set label 211 "per task" at screen 10.0 / width, screen 1 - 4907.4 / height left noenhanced font ",11" textcolor rgb muted
set label 212 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 4944.3 / height left noenhanced font ",11" textcolor rgb ink
set label 213 "tokio" at screen 10.0 / width, screen 1 - 4959.1 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "per task" at screen 10.0 / width, screen 1 - 4974.0 / height left noenhanced font ",11" textcolor rgb muted
set label 215 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 /" at screen 10.0 / width, screen 1 - 5010.8 / height left noenhanced font ",11" textcolor rgb ink
set label 216 "tokio" at screen 10.0 / width, screen 1 - 5025.7 / height left noenhanced font ",11" textcolor rgb ink
set label 217 "per task" at screen 10.0 / width, screen 1 - 5040.5 / height left noenhanced font ",11" textcolor rgb muted
set label 218 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 /" at screen 10.0 / width, screen 1 - 5077.4 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "tokio" at screen 10.0 / width, screen 1 - 5092.2 / height left noenhanced font ",11" textcolor rgb ink
set label 220 "per task" at screen 10.0 / width, screen 1 - 5107.1 / height left noenhanced font ",11" textcolor rgb muted
set label 221 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5143.9 / height left noenhanced font ",11" textcolor rgb ink
set label 222 "per task" at screen 10.0 / width, screen 1 - 5158.8 / height left noenhanced font ",11" textcolor rgb muted
set label 223 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 5195.6 / height left noenhanced font ",11" textcolor rgb ink
set label 224 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5210.5 / height left noenhanced font ",11" textcolor rgb ink
set label 225 "per task" at screen 10.0 / width, screen 1 - 5225.3 / height left noenhanced font ",11" textcolor rgb muted
set label 226 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5262.2 / height left noenhanced font ",11" textcolor rgb ink
set label 227 "/ tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5277.0 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "per task" at screen 10.0 / width, screen 1 - 5291.9 / height left noenhanced font ",11" textcolor rgb muted
set label 229 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 5328.7 / height left noenhanced font ",11" textcolor rgb ink
set label 230 "tokio" at screen 10.0 / width, screen 1 - 5343.6 / height left noenhanced font ",11" textcolor rgb ink
set label 231 "per task" at screen 10.0 / width, screen 1 - 5358.4 / height left noenhanced font ",11" textcolor rgb muted
set label 232 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5395.3 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "per task" at screen 10.0 / width, screen 1 - 5410.1 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "spawn_burst parent_kib=64, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 5447.0 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "tokio+lifo_slots=4 / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 5461.8 / height left noenhanced font ",11" textcolor rgb ink
set label 236 "per task" at screen 10.0 / width, screen 1 - 5476.7 / height left noenhanced font ",11" textcolor rgb muted
set label 237 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 5513.5 / height left noenhanced font ",11" textcolor rgb ink
set label 238 "per task" at screen 10.0 / width, screen 1 - 5528.4 / height left noenhanced font ",11" textcolor rgb muted
set label 239 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 5565.2 / height left noenhanced font ",11" textcolor rgb ink
set label 240 "per task" at screen 10.0 / width, screen 1 - 5580.1 / height left noenhanced font ",11" textcolor rgb muted
set label 241 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 5616.9 / height left noenhanced font ",11" textcolor rgb ink
set label 242 "per task" at screen 10.0 / width, screen 1 - 5631.8 / height left noenhanced font ",11" textcolor rgb muted
set label 243 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 5668.6 / height left noenhanced font ",11" textcolor rgb ink
set label 244 "per task" at screen 10.0 / width, screen 1 - 5683.5 / height left noenhanced font ",11" textcolor rgb muted
set label 245 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 5720.3 / height left noenhanced font ",11" textcolor rgb ink
set label 246 "per task" at screen 10.0 / width, screen 1 - 5735.2 / height left noenhanced font ",11" textcolor rgb muted
set label 247 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 5772.0 / height left noenhanced font ",11" textcolor rgb ink
set label 248 "per task" at screen 10.0 / width, screen 1 - 5786.9 / height left noenhanced font ",11" textcolor rgb muted
set label 249 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 5823.7 / height left noenhanced font ",11" textcolor rgb ink
set label 250 "per task" at screen 10.0 / width, screen 1 - 5838.6 / height left noenhanced font ",11" textcolor rgb muted
set label 251 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 5875.4 / height left noenhanced font ",11" textcolor rgb ink
set label 252 "per task" at screen 10.0 / width, screen 1 - 5890.3 / height left noenhanced font ",11" textcolor rgb muted
set label 253 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 5927.1 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "per task" at screen 10.0 / width, screen 1 - 5942.0 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 5978.8 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "per task" at screen 10.0 / width, screen 1 - 5993.7 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 6030.5 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "per task" at screen 10.0 / width, screen 1 - 6045.4 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 6082.2 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 6097.1 / height left noenhanced font ",11" textcolor rgb ink
set label 261 "per task" at screen 10.0 / width, screen 1 - 6111.9 / height left noenhanced font ",11" textcolor rgb muted
set label 262 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 6148.8 / height left noenhanced font ",11" textcolor rgb ink
set label 263 "per task" at screen 10.0 / width, screen 1 - 6163.6 / height left noenhanced font ",11" textcolor rgb muted
set label 264 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 6200.5 / height left noenhanced font ",11" textcolor rgb ink
set label 265 "per task" at screen 10.0 / width, screen 1 - 6215.3 / height left noenhanced font ",11" textcolor rgb muted
set label 266 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 6252.2 / height left noenhanced font ",11" textcolor rgb ink
set label 267 "per task" at screen 10.0 / width, screen 1 - 6267.0 / height left noenhanced font ",11" textcolor rgb muted
set label 268 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 6303.9 / height left noenhanced font ",11" textcolor rgb ink
set label 269 "per task" at screen 10.0 / width, screen 1 - 6318.7 / height left noenhanced font ",11" textcolor rgb muted
set label 270 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 6355.6 / height left noenhanced font ",11" textcolor rgb ink
set label 271 "per task" at screen 10.0 / width, screen 1 - 6370.4 / height left noenhanced font ",11" textcolor rgb muted
set label 272 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 6407.3 / height left noenhanced font ",11" textcolor rgb ink
set label 273 "per round" at screen 10.0 / width, screen 1 - 6422.1 / height left noenhanced font ",11" textcolor rgb muted
set label 274 "stalled_thief hold_us=100, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6459.0 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 6473.8 / height left noenhanced font ",11" textcolor rgb ink
set label 276 "per task" at screen 10.0 / width, screen 1 - 6488.7 / height left noenhanced font ",11" textcolor rgb muted
set label 277 "stalled_thief hold_us=100, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6525.5 / height left noenhanced font ",11" textcolor rgb ink
set label 278 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6540.4 / height left noenhanced font ",11" textcolor rgb ink
set label 279 "per task" at screen 10.0 / width, screen 1 - 6555.2 / height left noenhanced font ",11" textcolor rgb muted
set label 280 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio /" at screen 10.0 / width, screen 1 - 6592.1 / height left noenhanced font ",11" textcolor rgb ink
set label 281 "tokio" at screen 10.0 / width, screen 1 - 6606.9 / height left noenhanced font ",11" textcolor rgb ink
set label 282 "per task" at screen 10.0 / width, screen 1 - 6621.8 / height left noenhanced font ",11" textcolor rgb muted
set label 283 "stalled_thief hold_us=100, 2 workers, fault build, A/A:" at screen 10.0 / width, screen 1 - 6658.6 / height left noenhanced font ",11" textcolor rgb ink
set label 284 "tokio+pop=null / tokio+pop=null" at screen 10.0 / width, screen 1 - 6673.5 / height left noenhanced font ",11" textcolor rgb ink
set label 285 "per task" at screen 10.0 / width, screen 1 - 6688.3 / height left noenhanced font ",11" textcolor rgb muted
set label 286 "stalled_thief hold_us=100, 2 workers, fault build, A/A:" at screen 10.0 / width, screen 1 - 6725.2 / height left noenhanced font ",11" textcolor rgb ink
set label 287 "tokio+pop=spin / tokio+pop=spin" at screen 10.0 / width, screen 1 - 6740.0 / height left noenhanced font ",11" textcolor rgb ink
set label 288 "per task" at screen 10.0 / width, screen 1 - 6754.9 / height left noenhanced font ",11" textcolor rgb muted
set label 289 "stalled_thief hold_us=10, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6791.7 / height left noenhanced font ",11" textcolor rgb ink
set label 290 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6806.6 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "per task" at screen 10.0 / width, screen 1 - 6821.4 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "stalled_thief hold_us=1000, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6858.3 / height left noenhanced font ",11" textcolor rgb ink
set label 293 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6873.1 / height left noenhanced font ",11" textcolor rgb ink
set label 294 "per task" at screen 10.0 / width, screen 1 - 6888.0 / height left noenhanced font ",11" textcolor rgb muted
set label 295 "stalled_thief hold_us=0, 2 workers, fault build:" at screen 10.0 / width, screen 1 - 6924.8 / height left noenhanced font ",11" textcolor rgb ink
set label 296 "tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 6939.7 / height left noenhanced font ",11" textcolor rgb ink
set label 297 "per task" at screen 10.0 / width, screen 1 - 6954.5 / height left noenhanced font ",11" textcolor rgb muted
set label 298 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 6991.4 / height left noenhanced font ",11" textcolor rgb ink
set label 299 "per round" at screen 10.0 / width, screen 1 - 7006.2 / height left noenhanced font ",11" textcolor rgb muted
set label 300 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7043.1 / height left noenhanced font ",11" textcolor rgb ink
set label 301 "per round" at screen 10.0 / width, screen 1 - 7057.9 / height left noenhanced font ",11" textcolor rgb muted
set label 302 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 7094.8 / height left noenhanced font ",11" textcolor rgb ink
set label 303 "per round" at screen 10.0 / width, screen 1 - 7109.6 / height left noenhanced font ",11" textcolor rgb muted
set label 304 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 7146.5 / height left noenhanced font ",11" textcolor rgb ink
set label 305 "per round" at screen 10.0 / width, screen 1 - 7161.3 / height left noenhanced font ",11" textcolor rgb muted
set label 306 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 7198.2 / height left noenhanced font ",11" textcolor rgb ink
set label 307 "per task" at screen 10.0 / width, screen 1 - 7213.0 / height left noenhanced font ",11" textcolor rgb muted
set label 308 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7249.9 / height left noenhanced font ",11" textcolor rgb ink
set label 309 "per task" at screen 10.0 / width, screen 1 - 7264.7 / height left noenhanced font ",11" textcolor rgb muted
set label 310 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 7301.6 / height left noenhanced font ",11" textcolor rgb ink
set label 311 "per task" at screen 10.0 / width, screen 1 - 7316.4 / height left noenhanced font ",11" textcolor rgb muted
set label 312 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 7353.3 / height left noenhanced font ",11" textcolor rgb ink
set label 313 "per task" at screen 10.0 / width, screen 1 - 7368.1 / height left noenhanced font ",11" textcolor rgb muted
set label 314 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 7405.0 / height left noenhanced font ",11" textcolor rgb ink
set label 315 "per task" at screen 10.0 / width, screen 1 - 7419.8 / height left noenhanced font ",11" textcolor rgb muted
set label 316 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 7456.7 / height left noenhanced font ",11" textcolor rgb ink
set label 317 "per task" at screen 10.0 / width, screen 1 - 7471.5 / height left noenhanced font ",11" textcolor rgb muted
set label 318 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7508.4 / height left noenhanced font ",11" textcolor rgb ink
set label 319 "per task" at screen 10.0 / width, screen 1 - 7523.2 / height left noenhanced font ",11" textcolor rgb muted
set label 320 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 7560.1 / height left noenhanced font ",11" textcolor rgb ink
set label 321 "per task" at screen 10.0 / width, screen 1 - 7574.9 / height left noenhanced font ",11" textcolor rgb muted
set label 322 "← 0.00049" at screen 12.0 / width, screen 1 - 7593.4 / height left noenhanced font ",11" textcolor rgb ink
set label 323 "spawn_local, 4 workers, oversubscribed: blitz_doc /" at screen 10.0 / width, screen 1 - 7611.8 / height left noenhanced font ",11" textcolor rgb ink
set label 324 "tokio-bare" at screen 10.0 / width, screen 1 - 7626.6 / height left noenhanced font ",11" textcolor rgb ink
set label 325 "per task" at screen 10.0 / width, screen 1 - 7641.5 / height left noenhanced font ",11" textcolor rgb muted
set label 326 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 7678.3 / height left noenhanced font ",11" textcolor rgb ink
set label 327 "per task" at screen 10.0 / width, screen 1 - 7693.2 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 10.0
plot_right = 350.0
plot_top = 51.8
plot_bottom = 7722.6
least = 0.00608533723
most = 4060.68292
ratio = 0
array middle[132] = [92.4, 144.1, 195.8, 247.5, 299.2, 351.0, 402.7, 454.4, 506.1, 572.6, 639.2, 690.9, 757.4, 824.0, 890.5, 957.1, 1023.6, 1075.3, 1127.0, 1178.7, 1230.4, 1282.1, 1333.8, 1385.5, 1437.2, 1503.7, 1570.3, 1636.8, 1703.4, 1769.9, 1836.5, 1903.0, 1969.6, 2036.1, 2102.7, 2169.2, 2220.9, 2272.6, 2324.3, 2376.0, 2427.7, 2494.3, 2546.0, 2597.7, 2649.4, 2701.1, 2752.8, 2804.5, 2856.2, 2907.9, 2959.6, 3011.3, 3063.0, 3114.7, 3166.4, 3232.9, 3299.5, 3366.0, 3432.6, 3499.1, 3565.7, 3632.2, 3683.9, 3750.5, 3817.0, 3883.6, 3935.3, 4001.8, 4068.4, 4134.9, 4186.6, 4253.2, 4319.7, 4386.3, 4438.0, 4504.5, 4571.1, 4637.6, 4689.3, 4741.0, 4807.6, 4859.3, 4925.9, 4992.4, 5059.0, 5125.5, 5177.2, 5243.8, 5310.3, 5376.9, 5428.6, 5495.1, 5546.8, 5598.5, 5650.2, 5701.9, 5753.6, 5805.3, 5857.0, 5908.7, 5960.4, 6012.1, 6063.8, 6130.4, 6182.1, 6233.8, 6285.5, 6337.2, 6388.9, 6440.6, 6507.1, 6573.7, 6640.2, 6706.8, 6773.3, 6839.9, 6906.4, 6973.0, 7024.7, 7076.4, 7128.1, 7179.8, 7231.5, 7283.2, 7334.9, 7386.6, 7438.3, 7490.0, 7541.7, 7593.4, 7659.9, 7711.6]
set xtics ("1" 1, "0.1" 0.1, "10" 10, "0.01" 0.01, "100" 100, "1000" 1000)
set label 328 "context switches per thousand units, log axis" at screen 10.0 / width, screen 1 - 7752.0 / height left noenhanced font ",11" textcolor rgb muted
set label 329 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 7776.2 / height left noenhanced font ",10" textcolor rgb muted
set label 330 "suite quick. QUICK: up to 64 pairs for each of the 12 primary" at screen 10.0 / width, screen 1 - 7789.7 / height left noenhanced font ",10" textcolor rgb muted
set label 331 "contrasts that can be measured on two CPUs, which end with their" at screen 10.0 / width, screen 1 - 7803.2 / height left noenhanced font ",10" textcolor rgb muted
set label 332 "word, and 24 layout pairs for each of their arms. That shows 10 %" at screen 10.0 / width, screen 1 - 7816.7 / height left noenhanced font ",10" textcolor rgb muted
set label 333 "in typical noise where layouts do little; equivalence within 3 %" at screen 10.0 / width, screen 1 - 7830.2 / height left noenhanced font ",10" textcolor rgb muted
set label 334 "needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 7843.7 / height left noenhanced font ",10" textcolor rgb muted
set label 335 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7857.2 / height left noenhanced font ",10" textcolor rgb muted
set label 336 "none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127," at screen 10.0 / width, screen 1 - 7870.7 / height left noenhanced font ",10" textcolor rgb muted
set label 337 "tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 7884.2 / height left noenhanced font ",10" textcolor rgb muted
set label 338 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 7897.7 / height left noenhanced font ",10" textcolor rgb muted
set label 339 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7911.2 / height left noenhanced font ",10" textcolor rgb muted
set label 340 "none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 7924.7 / height left noenhanced font ",10" textcolor rgb muted
set label 341 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7938.2 / height left noenhanced font ",10" textcolor rgb muted
set label 342 "none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 7951.7 / height left noenhanced font ",10" textcolor rgb muted
set label 343 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7965.2 / height left noenhanced font ",10" textcolor rgb muted
set label 344 "none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 7978.7 / height left noenhanced font ",10" textcolor rgb muted
set label 345 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers" at screen 10.0 / width, screen 1 - 7992.2 / height left noenhanced font ",10" textcolor rgb muted
set label 346 "none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 8005.7 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):($3 - $2):(0) with vectors nohead linewidth 2 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 6 pointsize 0.8 linewidth 1.5 linecolor rgb ink, \
	data using 3:(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink
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
set label 1 "Context switches for a thousand units of work" at screen 10.0 / width, screen 1 - 17.5 / height left noenhanced font ",14" textcolor rgb ink
set label 2 "" at screen 18.0 / width, screen 1 - 38.3 / height point pointtype 6 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 3 "baseline" at screen 30.0 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 4 "" at screen 98.1 / width, screen 1 - 38.3 / height point pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb ink
set label 5 "arm" at screen 110.1 / width, screen 1 - 38.3 / height left noenhanced font ",11" textcolor rgb ink
set label 6 "yield_many, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb ink
set label 7 "per yield" at screen 896.0 / width, screen 1 - 62.8 / height left noenhanced font ",11" textcolor rgb muted
set label 8 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb ink
set label 9 "per yield" at screen 896.0 / width, screen 1 - 84.8 / height left noenhanced font ",11" textcolor rgb muted
set label 10 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb ink
set label 11 "per yield" at screen 896.0 / width, screen 1 - 106.8 / height left noenhanced font ",11" textcolor rgb muted
set label 12 "yield_many, 1 worker, planted: tokio / tokio" at screen 10.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb ink
set label 13 "per yield" at screen 896.0 / width, screen 1 - 128.8 / height left noenhanced font ",11" textcolor rgb muted
set label 14 "yield_many, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb ink
set label 15 "per yield" at screen 896.0 / width, screen 1 - 150.8 / height left noenhanced font ",11" textcolor rgb muted
set label 16 "yield_many, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb ink
set label 17 "per yield" at screen 896.0 / width, screen 1 - 172.8 / height left noenhanced font ",11" textcolor rgb muted
set label 18 "yield_many, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb ink
set label 19 "per yield" at screen 896.0 / width, screen 1 - 194.8 / height left noenhanced font ",11" textcolor rgb muted
set label 20 "yield_many, 1 worker: tokio-bare-gi1 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb ink
set label 21 "per yield" at screen 896.0 / width, screen 1 - 216.8 / height left noenhanced font ",11" textcolor rgb muted
set label 22 "yield_many, 1 worker: tokio-bare-gi127 / tokio-bare-gi61" at screen 10.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb ink
set label 23 "per yield" at screen 896.0 / width, screen 1 - 238.8 / height left noenhanced font ",11" textcolor rgb muted
set label 24 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 258.2 / height left noenhanced font ",11" textcolor rgb ink
set label 25 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 273.0 / height left noenhanced font ",11" textcolor rgb ink
set label 26 "per yield" at screen 896.0 / width, screen 1 - 265.6 / height left noenhanced font ",11" textcolor rgb muted
set label 27 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 289.9 / height left noenhanced font ",11" textcolor rgb ink
set label 28 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 304.7 / height left noenhanced font ",11" textcolor rgb ink
set label 29 "per yield" at screen 896.0 / width, screen 1 - 297.3 / height left noenhanced font ",11" textcolor rgb muted
set label 30 "yield_many, 1 worker: tokio / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb ink
set label 31 "per yield" at screen 896.0 / width, screen 1 - 324.1 / height left noenhanced font ",11" textcolor rgb muted
set label 32 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=2 /" at screen 10.0 / width, screen 1 - 343.6 / height left noenhanced font ",11" textcolor rgb ink
set label 33 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 358.4 / height left noenhanced font ",11" textcolor rgb ink
set label 34 "per yield" at screen 896.0 / width, screen 1 - 351.0 / height left noenhanced font ",11" textcolor rgb muted
set label 35 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=127 /" at screen 10.0 / width, screen 1 - 375.3 / height left noenhanced font ",11" textcolor rgb ink
set label 36 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 390.1 / height left noenhanced font ",11" textcolor rgb ink
set label 37 "per yield" at screen 896.0 / width, screen 1 - 382.7 / height left noenhanced font ",11" textcolor rgb muted
set label 38 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=255 /" at screen 10.0 / width, screen 1 - 407.0 / height left noenhanced font ",11" textcolor rgb ink
set label 39 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 421.8 / height left noenhanced font ",11" textcolor rgb ink
set label 40 "per yield" at screen 896.0 / width, screen 1 - 414.4 / height left noenhanced font ",11" textcolor rgb muted
set label 41 "yield_many, 1 worker: tokio+interval=fixed+interval_fixed=1 /" at screen 10.0 / width, screen 1 - 438.7 / height left noenhanced font ",11" textcolor rgb ink
set label 42 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 453.5 / height left noenhanced font ",11" textcolor rgb ink
set label 43 "per yield" at screen 896.0 / width, screen 1 - 446.1 / height left noenhanced font ",11" textcolor rgb muted
set label 44 "yield_many, 1 worker, A/A: tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb ink
set label 45 "per yield" at screen 896.0 / width, screen 1 - 472.9 / height left noenhanced font ",11" textcolor rgb muted
set label 46 "yield_many, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb ink
set label 47 "per yield" at screen 896.0 / width, screen 1 - 494.9 / height left noenhanced font ",11" textcolor rgb muted
set label 48 "yield_many, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb ink
set label 49 "per yield" at screen 896.0 / width, screen 1 - 516.9 / height left noenhanced font ",11" textcolor rgb muted
set label 50 "yield_many, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb ink
set label 51 "per yield" at screen 896.0 / width, screen 1 - 538.9 / height left noenhanced font ",11" textcolor rgb muted
set label 52 "yield_many, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb ink
set label 53 "per yield" at screen 896.0 / width, screen 1 - 560.9 / height left noenhanced font ",11" textcolor rgb muted
set label 54 "yield_many, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb ink
set label 55 "per yield" at screen 896.0 / width, screen 1 - 582.9 / height left noenhanced font ",11" textcolor rgb muted
set label 56 "yield_many, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb ink
set label 57 "per yield" at screen 896.0 / width, screen 1 - 604.9 / height left noenhanced font ",11" textcolor rgb muted
set label 58 "yield_many, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb ink
set label 59 "per yield" at screen 896.0 / width, screen 1 - 626.9 / height left noenhanced font ",11" textcolor rgb muted
set label 60 "yield_many, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb ink
set label 61 "per yield" at screen 896.0 / width, screen 1 - 648.9 / height left noenhanced font ",11" textcolor rgb muted
set label 62 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A: tokio /" at screen 10.0 / width, screen 1 - 668.4 / height left noenhanced font ",11" textcolor rgb ink
set label 63 "tokio" at screen 10.0 / width, screen 1 - 683.2 / height left noenhanced font ",11" textcolor rgb ink
set label 64 "per probe" at screen 896.0 / width, screen 1 - 675.8 / height left noenhanced font ",11" textcolor rgb muted
set label 65 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio-bare /" at screen 10.0 / width, screen 1 - 700.1 / height left noenhanced font ",11" textcolor rgb ink
set label 66 "tokio-bare-gi61" at screen 10.0 / width, screen 1 - 714.9 / height left noenhanced font ",11" textcolor rgb ink
set label 67 "per probe" at screen 896.0 / width, screen 1 - 707.5 / height left noenhanced font ",11" textcolor rgb muted
set label 68 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 731.8 / height left noenhanced font ",11" textcolor rgb ink
set label 69 "tokio+interval=blitz / tokio+interval=blitz" at screen 10.0 / width, screen 1 - 746.6 / height left noenhanced font ",11" textcolor rgb ink
set label 70 "per probe" at screen 896.0 / width, screen 1 - 739.2 / height left noenhanced font ",11" textcolor rgb muted
set label 71 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 763.5 / height left noenhanced font ",11" textcolor rgb ink
set label 72 "tokio+interval=fixed+interval_fixed=2 /..." at screen 10.0 / width, screen 1 - 778.3 / height left noenhanced font ",11" textcolor rgb ink
set label 73 "per probe" at screen 896.0 / width, screen 1 - 770.9 / height left noenhanced font ",11" textcolor rgb muted
set label 74 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 795.2 / height left noenhanced font ",11" textcolor rgb ink
set label 75 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 810.0 / height left noenhanced font ",11" textcolor rgb ink
set label 76 "per probe" at screen 896.0 / width, screen 1 - 802.6 / height left noenhanced font ",11" textcolor rgb muted
set label 77 "inject_latency probes=40 load=64 stall_us=10, 1 worker: tokio /" at screen 10.0 / width, screen 1 - 826.9 / height left noenhanced font ",11" textcolor rgb ink
set label 78 "tokio+interval=fixed" at screen 10.0 / width, screen 1 - 841.7 / height left noenhanced font ",11" textcolor rgb ink
set label 79 "per probe" at screen 896.0 / width, screen 1 - 834.3 / height left noenhanced font ",11" textcolor rgb muted
set label 80 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 858.6 / height left noenhanced font ",11" textcolor rgb ink
set label 81 "tokio+interval=blitz / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 873.4 / height left noenhanced font ",11" textcolor rgb ink
set label 82 "per probe" at screen 896.0 / width, screen 1 - 866.0 / height left noenhanced font ",11" textcolor rgb muted
set label 83 "inject_latency probes=40 load=64 stall_us=10, 1 worker:" at screen 10.0 / width, screen 1 - 890.3 / height left noenhanced font ",11" textcolor rgb ink
set label 84 "tokio+interval=fixed+interval_fixed=2 / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 905.1 / height left noenhanced font ",11" textcolor rgb ink
set label 85 "per probe" at screen 896.0 / width, screen 1 - 897.7 / height left noenhanced font ",11" textcolor rgb muted
set label 86 "inject_latency probes=40 load=64 stall_us=10, 1 worker, A/A:" at screen 10.0 / width, screen 1 - 922.0 / height left noenhanced font ",11" textcolor rgb ink
set label 87 "tokio+interval=fixed / tokio+interval=fixed" at screen 10.0 / width, screen 1 - 936.8 / height left noenhanced font ",11" textcolor rgb ink
set label 88 "per probe" at screen 896.0 / width, screen 1 - 929.4 / height left noenhanced font ",11" textcolor rgb muted
set label 89 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: blitz_doc /" at screen 10.0 / width, screen 1 - 953.7 / height left noenhanced font ",11" textcolor rgb ink
set label 90 "tokio-bare" at screen 10.0 / width, screen 1 - 968.5 / height left noenhanced font ",11" textcolor rgb ink
set label 91 "per probe" at screen 896.0 / width, screen 1 - 961.1 / height left noenhanced font ",11" textcolor rgb muted
set label 92 "inject_latency probes=1000 load=0 stall_us=1, 2 workers: tokio /" at screen 10.0 / width, screen 1 - 985.4 / height left noenhanced font ",11" textcolor rgb ink
set label 93 "tokio-bare" at screen 10.0 / width, screen 1 - 1000.2 / height left noenhanced font ",11" textcolor rgb ink
set label 94 "per probe" at screen 896.0 / width, screen 1 - 992.8 / height left noenhanced font ",11" textcolor rgb muted
set label 95 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb ink
set label 96 "per pair" at screen 896.0 / width, screen 1 - 1019.7 / height left noenhanced font ",11" textcolor rgb muted
set label 97 "ping_pong, 1 worker: tokio+lifo_slots=0 / tokio" at screen 10.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb ink
set label 98 "per pair" at screen 896.0 / width, screen 1 - 1041.7 / height left noenhanced font ",11" textcolor rgb muted
set label 99 "ping_pong, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb ink
set label 100 "per pair" at screen 896.0 / width, screen 1 - 1063.7 / height left noenhanced font ",11" textcolor rgb muted
set label 101 "ping_pong, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb ink
set label 102 "per pair" at screen 896.0 / width, screen 1 - 1085.7 / height left noenhanced font ",11" textcolor rgb muted
set label 103 "ping_pong, 1 worker: tokio-bare-nolifo / tokio-bare-unstable" at screen 10.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb ink
set label 104 "per pair" at screen 896.0 / width, screen 1 - 1107.7 / height left noenhanced font ",11" textcolor rgb muted
set label 105 "ping_pong, 2 workers: tokio+lifo_notify=always+lifo_steal=last / tokio" at screen 10.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb ink
set label 106 "per pair" at screen 896.0 / width, screen 1 - 1129.7 / height left noenhanced font ",11" textcolor rgb muted
set label 107 "ping_pong, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb ink
set label 108 "per pair" at screen 896.0 / width, screen 1 - 1151.7 / height left noenhanced font ",11" textcolor rgb muted
set label 109 "ping_pong, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb ink
set label 110 "per pair" at screen 896.0 / width, screen 1 - 1173.7 / height left noenhanced font ",11" textcolor rgb muted
set label 111 "ping_pong, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb ink
set label 112 "per pair" at screen 896.0 / width, screen 1 - 1195.7 / height left noenhanced font ",11" textcolor rgb muted
set label 113 "ping_pong, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb ink
set label 114 "per pair" at screen 896.0 / width, screen 1 - 1217.7 / height left noenhanced font ",11" textcolor rgb muted
set label 115 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb ink
set label 116 "per pair" at screen 896.0 / width, screen 1 - 1239.7 / height left noenhanced font ",11" textcolor rgb muted
set label 117 "ping_pong, 2 workers: tokio-bare-1.52.2 / tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb ink
set label 118 "per pair" at screen 896.0 / width, screen 1 - 1261.7 / height left noenhanced font ",11" textcolor rgb muted
set label 119 "ping_pong, 2 workers: tokio-bare-1.51.0 / tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb ink
set label 120 "per pair" at screen 896.0 / width, screen 1 - 1283.7 / height left noenhanced font ",11" textcolor rgb muted
set label 121 "ping_pong, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb ink
set label 122 "per pair" at screen 896.0 / width, screen 1 - 1305.7 / height left noenhanced font ",11" textcolor rgb muted
set label 123 "ping_pong, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb ink
set label 124 "per pair" at screen 896.0 / width, screen 1 - 1327.7 / height left noenhanced font ",11" textcolor rgb muted
set label 125 "ping_pong, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb ink
set label 126 "per pair" at screen 896.0 / width, screen 1 - 1349.7 / height left noenhanced font ",11" textcolor rgb muted
set label 127 "spawn_block_on, 1 worker: tokio+inject=own_mutex / tokio" at screen 10.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb ink
set label 128 "per task" at screen 896.0 / width, screen 1 - 1371.7 / height left noenhanced font ",11" textcolor rgb muted
set label 129 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb ink
set label 130 "per task" at screen 896.0 / width, screen 1 - 1393.7 / height left noenhanced font ",11" textcolor rgb muted
set label 131 "spawn_block_on, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb ink
set label 132 "per task" at screen 896.0 / width, screen 1 - 1415.7 / height left noenhanced font ",11" textcolor rgb muted
set label 133 "spawn_block_on, 1 worker: tokio+inject=sharded+inject_shards=1 /" at screen 10.0 / width, screen 1 - 1435.1 / height left noenhanced font ",11" textcolor rgb ink
set label 134 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1449.9 / height left noenhanced font ",11" textcolor rgb ink
set label 135 "per task" at screen 896.0 / width, screen 1 - 1442.5 / height left noenhanced font ",11" textcolor rgb muted
set label 136 "spawn_block_on, 1 worker, A/A: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1466.8 / height left noenhanced font ",11" textcolor rgb ink
set label 137 "tokio+inject=own_mutex" at screen 10.0 / width, screen 1 - 1481.6 / height left noenhanced font ",11" textcolor rgb ink
set label 138 "per task" at screen 896.0 / width, screen 1 - 1474.2 / height left noenhanced font ",11" textcolor rgb muted
set label 139 "spawn_block_on, 1 worker: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1498.5 / height left noenhanced font ",11" textcolor rgb ink
set label 140 "tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1513.3 / height left noenhanced font ",11" textcolor rgb ink
set label 141 "per task" at screen 896.0 / width, screen 1 - 1505.9 / height left noenhanced font ",11" textcolor rgb muted
set label 142 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1530.2 / height left noenhanced font ",11" textcolor rgb ink
set label 143 "/ tokio+inject=sharded+inject_shards=1" at screen 10.0 / width, screen 1 - 1545.0 / height left noenhanced font ",11" textcolor rgb ink
set label 144 "per task" at screen 896.0 / width, screen 1 - 1537.6 / height left noenhanced font ",11" textcolor rgb muted
set label 145 "spawn_block_on, 1 worker, A/A: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1561.9 / height left noenhanced font ",11" textcolor rgb ink
set label 146 "tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1576.7 / height left noenhanced font ",11" textcolor rgb ink
set label 147 "per task" at screen 896.0 / width, screen 1 - 1569.3 / height left noenhanced font ",11" textcolor rgb muted
set label 148 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1593.6 / height left noenhanced font ",11" textcolor rgb ink
set label 149 "tokio+inject=sharded+shard_key=task / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1608.4 / height left noenhanced font ",11" textcolor rgb ink
set label 150 "per task" at screen 896.0 / width, screen 1 - 1601.0 / height left noenhanced font ",11" textcolor rgb muted
set label 151 "remote_spawn producers=2, 1 worker:" at screen 10.0 / width, screen 1 - 1625.3 / height left noenhanced font ",11" textcolor rgb ink
set label 152 "tokio+inject=sharded+shard_key=round_robin / tokio+inject=sharded" at screen 10.0 / width, screen 1 - 1640.1 / height left noenhanced font ",11" textcolor rgb ink
set label 153 "per task" at screen 896.0 / width, screen 1 - 1632.7 / height left noenhanced font ",11" textcolor rgb muted
set label 154 "remote_spawn producers=1, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb ink
set label 155 "per task" at screen 896.0 / width, screen 1 - 1659.6 / height left noenhanced font ",11" textcolor rgb muted
set label 156 "remote_spawn producers=1, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1679.0 / height left noenhanced font ",11" textcolor rgb ink
set label 157 "tokio-bare" at screen 10.0 / width, screen 1 - 1693.8 / height left noenhanced font ",11" textcolor rgb ink
set label 158 "per task" at screen 896.0 / width, screen 1 - 1686.4 / height left noenhanced font ",11" textcolor rgb muted
set label 159 "remote_spawn producers=1, 2 workers:" at screen 10.0 / width, screen 1 - 1710.7 / height left noenhanced font ",11" textcolor rgb ink
set label 160 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1725.5 / height left noenhanced font ",11" textcolor rgb ink
set label 161 "per task" at screen 896.0 / width, screen 1 - 1718.1 / height left noenhanced font ",11" textcolor rgb muted
set label 162 "remote_spawn producers=1, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1742.4 / height left noenhanced font ",11" textcolor rgb ink
set label 163 "tokio-bare" at screen 10.0 / width, screen 1 - 1757.2 / height left noenhanced font ",11" textcolor rgb ink
set label 164 "per task" at screen 896.0 / width, screen 1 - 1749.8 / height left noenhanced font ",11" textcolor rgb muted
set label 165 "remote_spawn producers=2, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb ink
set label 166 "per task" at screen 896.0 / width, screen 1 - 1776.7 / height left noenhanced font ",11" textcolor rgb muted
set label 167 "remote_spawn producers=2, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1796.1 / height left noenhanced font ",11" textcolor rgb ink
set label 168 "tokio-bare" at screen 10.0 / width, screen 1 - 1810.9 / height left noenhanced font ",11" textcolor rgb ink
set label 169 "per task" at screen 896.0 / width, screen 1 - 1803.5 / height left noenhanced font ",11" textcolor rgb muted
set label 170 "remote_spawn producers=2, 2 workers:" at screen 10.0 / width, screen 1 - 1827.8 / height left noenhanced font ",11" textcolor rgb ink
set label 171 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1842.6 / height left noenhanced font ",11" textcolor rgb ink
set label 172 "per task" at screen 896.0 / width, screen 1 - 1835.2 / height left noenhanced font ",11" textcolor rgb muted
set label 173 "remote_spawn producers=2, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1859.5 / height left noenhanced font ",11" textcolor rgb ink
set label 174 "tokio-bare" at screen 10.0 / width, screen 1 - 1874.3 / height left noenhanced font ",11" textcolor rgb ink
set label 175 "per task" at screen 896.0 / width, screen 1 - 1866.9 / height left noenhanced font ",11" textcolor rgb muted
set label 176 "remote_spawn producers=4, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb ink
set label 177 "per task" at screen 896.0 / width, screen 1 - 1893.8 / height left noenhanced font ",11" textcolor rgb muted
set label 178 "remote_spawn producers=4, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 1913.2 / height left noenhanced font ",11" textcolor rgb ink
set label 179 "tokio-bare" at screen 10.0 / width, screen 1 - 1928.0 / height left noenhanced font ",11" textcolor rgb ink
set label 180 "per task" at screen 896.0 / width, screen 1 - 1920.6 / height left noenhanced font ",11" textcolor rgb muted
set label 181 "remote_spawn producers=4, 2 workers:" at screen 10.0 / width, screen 1 - 1944.9 / height left noenhanced font ",11" textcolor rgb ink
set label 182 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 1959.7 / height left noenhanced font ",11" textcolor rgb ink
set label 183 "per task" at screen 896.0 / width, screen 1 - 1952.3 / height left noenhanced font ",11" textcolor rgb muted
set label 184 "remote_spawn producers=4, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 1976.6 / height left noenhanced font ",11" textcolor rgb ink
set label 185 "tokio-bare" at screen 10.0 / width, screen 1 - 1991.4 / height left noenhanced font ",11" textcolor rgb ink
set label 186 "per task" at screen 896.0 / width, screen 1 - 1984.0 / height left noenhanced font ",11" textcolor rgb muted
set label 187 "remote_spawn producers=8, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb ink
set label 188 "per task" at screen 896.0 / width, screen 1 - 2010.9 / height left noenhanced font ",11" textcolor rgb muted
set label 189 "remote_spawn producers=8, 2 workers: tokio+inject=own_mutex /" at screen 10.0 / width, screen 1 - 2030.3 / height left noenhanced font ",11" textcolor rgb ink
set label 190 "tokio-bare" at screen 10.0 / width, screen 1 - 2045.1 / height left noenhanced font ",11" textcolor rgb ink
set label 191 "per task" at screen 896.0 / width, screen 1 - 2037.7 / height left noenhanced font ",11" textcolor rgb muted
set label 192 "remote_spawn producers=8, 2 workers:" at screen 10.0 / width, screen 1 - 2062.0 / height left noenhanced font ",11" textcolor rgb ink
set label 193 "tokio+inject=sharded+inject_shards=1 / tokio-bare" at screen 10.0 / width, screen 1 - 2076.8 / height left noenhanced font ",11" textcolor rgb ink
set label 194 "per task" at screen 896.0 / width, screen 1 - 2069.4 / height left noenhanced font ",11" textcolor rgb muted
set label 195 "remote_spawn producers=8, 2 workers: tokio+inject=sharded /" at screen 10.0 / width, screen 1 - 2093.7 / height left noenhanced font ",11" textcolor rgb ink
set label 196 "tokio-bare" at screen 10.0 / width, screen 1 - 2108.5 / height left noenhanced font ",11" textcolor rgb ink
set label 197 "per task" at screen 896.0 / width, screen 1 - 2101.1 / height left noenhanced font ",11" textcolor rgb muted
set label 198 "spawn_remote_busy1, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb ink
set label 199 "per task" at screen 896.0 / width, screen 1 - 2128.0 / height left noenhanced font ",11" textcolor rgb muted
set label 200 "interval_step, 1 worker: tokio+interval=blitz / tokio" at screen 10.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb ink
set label 201 "per poll" at screen 896.0 / width, screen 1 - 2150.0 / height left noenhanced font ",11" textcolor rgb muted
set label 202 "spawn_burst parent_kib=0, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb ink
set label 203 "per task" at screen 896.0 / width, screen 1 - 2172.0 / height left noenhanced font ",11" textcolor rgb muted
set label 204 "spawn_burst parent_kib=0, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb ink
set label 205 "per task" at screen 896.0 / width, screen 1 - 2194.0 / height left noenhanced font ",11" textcolor rgb muted
set label 206 "spawn_burst parent_kib=0, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2213.4 / height left noenhanced font ",11" textcolor rgb ink
set label 207 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2228.2 / height left noenhanced font ",11" textcolor rgb ink
set label 208 "per task" at screen 896.0 / width, screen 1 - 2220.8 / height left noenhanced font ",11" textcolor rgb muted
set label 209 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb ink
set label 210 "per task" at screen 896.0 / width, screen 1 - 2247.7 / height left noenhanced font ",11" textcolor rgb muted
set label 211 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=2 / tokio" at screen 10.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb ink
set label 212 "per task" at screen 896.0 / width, screen 1 - 2269.7 / height left noenhanced font ",11" textcolor rgb muted
set label 213 "spawn_burst parent_kib=4, 1 worker: tokio+lifo_slots=8 / tokio" at screen 10.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb ink
set label 214 "per task" at screen 896.0 / width, screen 1 - 2291.7 / height left noenhanced font ",11" textcolor rgb muted
set label 215 "spawn_burst parent_kib=4, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb ink
set label 216 "per task" at screen 896.0 / width, screen 1 - 2313.7 / height left noenhanced font ",11" textcolor rgb muted
set label 217 "spawn_burst parent_kib=4, 1 worker:" at screen 10.0 / width, screen 1 - 2333.1 / height left noenhanced font ",11" textcolor rgb ink
set label 218 "tokio+lifo_slots=4+lifo_evict=oldest / tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2347.9 / height left noenhanced font ",11" textcolor rgb ink
set label 219 "per task" at screen 896.0 / width, screen 1 - 2340.5 / height left noenhanced font ",11" textcolor rgb muted
set label 220 "spawn_burst parent_kib=4, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2364.8 / height left noenhanced font ",11" textcolor rgb ink
set label 221 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2379.6 / height left noenhanced font ",11" textcolor rgb ink
set label 222 "per task" at screen 896.0 / width, screen 1 - 2372.2 / height left noenhanced font ",11" textcolor rgb muted
set label 223 "spawn_burst parent_kib=64, 1 worker: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb ink
set label 224 "per task" at screen 896.0 / width, screen 1 - 2399.1 / height left noenhanced font ",11" textcolor rgb muted
set label 225 "spawn_burst parent_kib=64, 1 worker, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb ink
set label 226 "per task" at screen 896.0 / width, screen 1 - 2421.1 / height left noenhanced font ",11" textcolor rgb muted
set label 227 "spawn_burst parent_kib=64, 1 worker, A/A: tokio+lifo_slots=4 /" at screen 10.0 / width, screen 1 - 2440.5 / height left noenhanced font ",11" textcolor rgb ink
set label 228 "tokio+lifo_slots=4" at screen 10.0 / width, screen 1 - 2455.3 / height left noenhanced font ",11" textcolor rgb ink
set label 229 "per task" at screen 896.0 / width, screen 1 - 2447.9 / height left noenhanced font ",11" textcolor rgb muted
set label 230 "fan_out, 2 workers: tokio+lifo_notify=always / tokio" at screen 10.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb ink
set label 231 "per task" at screen 896.0 / width, screen 1 - 2474.8 / height left noenhanced font ",11" textcolor rgb muted
set label 232 "fan_out, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb ink
set label 233 "per task" at screen 896.0 / width, screen 1 - 2496.8 / height left noenhanced font ",11" textcolor rgb muted
set label 234 "fan_out, 2 workers: tokio+lifo_notify=never / tokio" at screen 10.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb ink
set label 235 "per task" at screen 896.0 / width, screen 1 - 2518.8 / height left noenhanced font ",11" textcolor rgb muted
set label 236 "fan_out, 2 workers: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb ink
set label 237 "per task" at screen 896.0 / width, screen 1 - 2540.8 / height left noenhanced font ",11" textcolor rgb muted
set label 238 "fan_out, 2 workers: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb ink
set label 239 "per task" at screen 896.0 / width, screen 1 - 2562.8 / height left noenhanced font ",11" textcolor rgb muted
set label 240 "fan_out, 2 workers, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb ink
set label 241 "per task" at screen 896.0 / width, screen 1 - 2584.8 / height left noenhanced font ",11" textcolor rgb muted
set label 242 "fan_out, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb ink
set label 243 "per task" at screen 896.0 / width, screen 1 - 2606.8 / height left noenhanced font ",11" textcolor rgb muted
set label 244 "fan_out, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb ink
set label 245 "per task" at screen 896.0 / width, screen 1 - 2628.8 / height left noenhanced font ",11" textcolor rgb muted
set label 246 "fan_out, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb ink
set label 247 "per task" at screen 896.0 / width, screen 1 - 2650.8 / height left noenhanced font ",11" textcolor rgb muted
set label 248 "fan_out, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb ink
set label 249 "per task" at screen 896.0 / width, screen 1 - 2672.8 / height left noenhanced font ",11" textcolor rgb muted
set label 250 "fan_out, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb ink
set label 251 "per task" at screen 896.0 / width, screen 1 - 2694.8 / height left noenhanced font ",11" textcolor rgb muted
set label 252 "fan_out, 2 workers, A/A: tokio+lifo_notify=always /" at screen 10.0 / width, screen 1 - 2714.2 / height left noenhanced font ",11" textcolor rgb ink
set label 253 "tokio+lifo_notify=always" at screen 10.0 / width, screen 1 - 2729.0 / height left noenhanced font ",11" textcolor rgb ink
set label 254 "per task" at screen 896.0 / width, screen 1 - 2721.6 / height left noenhanced font ",11" textcolor rgb muted
set label 255 "fan_out, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb ink
set label 256 "per task" at screen 896.0 / width, screen 1 - 2748.4 / height left noenhanced font ",11" textcolor rgb muted
set label 257 "fan_out, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb ink
set label 258 "per task" at screen 896.0 / width, screen 1 - 2770.4 / height left noenhanced font ",11" textcolor rgb muted
set label 259 "fan_out, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb ink
set label 260 "per task" at screen 896.0 / width, screen 1 - 2792.4 / height left noenhanced font ",11" textcolor rgb muted
set label 261 "fan_out, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb ink
set label 262 "per task" at screen 896.0 / width, screen 1 - 2814.4 / height left noenhanced font ",11" textcolor rgb muted
set label 263 "chained_spawn, 1 worker: tokio / tokio+lifo_cap=0" at screen 10.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb ink
set label 264 "per task" at screen 896.0 / width, screen 1 - 2836.4 / height left noenhanced font ",11" textcolor rgb muted
set label 265 "ping_pong_bystanders, 2 workers: tokio+lifo_slots=4 / tokio" at screen 10.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb ink
set label 266 "per round" at screen 896.0 / width, screen 1 - 2858.4 / height left noenhanced font ",11" textcolor rgb muted
set label 267 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=null / tokio" at screen 10.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb ink
set label 268 "per task" at screen 896.0 / width, screen 1 - 2880.4 / height left noenhanced font ",11" textcolor rgb muted
set label 269 "stalled_thief hold_us=100, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb ink
set label 270 "per task" at screen 896.0 / width, screen 1 - 2902.4 / height left noenhanced font ",11" textcolor rgb muted
set label 271 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio / tokio" at screen 10.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb ink
set label 272 "per task" at screen 896.0 / width, screen 1 - 2924.4 / height left noenhanced font ",11" textcolor rgb muted
set label 273 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=null /" at screen 10.0 / width, screen 1 - 2943.9 / height left noenhanced font ",11" textcolor rgb ink
set label 274 "tokio+pop=null" at screen 10.0 / width, screen 1 - 2958.7 / height left noenhanced font ",11" textcolor rgb ink
set label 275 "per task" at screen 896.0 / width, screen 1 - 2951.3 / height left noenhanced font ",11" textcolor rgb muted
set label 276 "stalled_thief hold_us=100, 2 workers, fault build, A/A: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 2975.6 / height left noenhanced font ",11" textcolor rgb ink
set label 277 "tokio+pop=spin" at screen 10.0 / width, screen 1 - 2990.4 / height left noenhanced font ",11" textcolor rgb ink
set label 278 "per task" at screen 896.0 / width, screen 1 - 2983.0 / height left noenhanced font ",11" textcolor rgb muted
set label 279 "stalled_thief hold_us=10, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb ink
set label 280 "per task" at screen 896.0 / width, screen 1 - 3009.8 / height left noenhanced font ",11" textcolor rgb muted
set label 281 "stalled_thief hold_us=1000, 2 workers, fault build: tokio+pop=spin /" at screen 10.0 / width, screen 1 - 3029.3 / height left noenhanced font ",11" textcolor rgb ink
set label 282 "tokio" at screen 10.0 / width, screen 1 - 3044.1 / height left noenhanced font ",11" textcolor rgb ink
set label 283 "per task" at screen 896.0 / width, screen 1 - 3036.7 / height left noenhanced font ",11" textcolor rgb muted
set label 284 "stalled_thief hold_us=0, 2 workers, fault build: tokio+pop=spin / tokio" at screen 10.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb ink
set label 285 "per task" at screen 896.0 / width, screen 1 - 3063.5 / height left noenhanced font ",11" textcolor rgb muted
set label 286 "rendezvous, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb ink
set label 287 "per round" at screen 896.0 / width, screen 1 - 3085.5 / height left noenhanced font ",11" textcolor rgb muted
set label 288 "rendezvous, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb ink
set label 289 "per round" at screen 896.0 / width, screen 1 - 3107.5 / height left noenhanced font ",11" textcolor rgb muted
set label 290 "rendezvous, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb ink
set label 291 "per round" at screen 896.0 / width, screen 1 - 3129.5 / height left noenhanced font ",11" textcolor rgb muted
set label 292 "rendezvous, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb ink
set label 293 "per round" at screen 896.0 / width, screen 1 - 3151.5 / height left noenhanced font ",11" textcolor rgb muted
set label 294 "spawn_local, 2 workers: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb ink
set label 295 "per task" at screen 896.0 / width, screen 1 - 3173.5 / height left noenhanced font ",11" textcolor rgb muted
set label 296 "spawn_local, 2 workers: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb ink
set label 297 "per task" at screen 896.0 / width, screen 1 - 3195.5 / height left noenhanced font ",11" textcolor rgb muted
set label 298 "spawn_local, 2 workers: tokio-stock / tokio-bare" at screen 10.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb ink
set label 299 "per task" at screen 896.0 / width, screen 1 - 3217.5 / height left noenhanced font ",11" textcolor rgb muted
set label 300 "spawn_local, 2 workers: tokio_as_claimed / tokio-bare" at screen 10.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb ink
set label 301 "per task" at screen 896.0 / width, screen 1 - 3239.5 / height left noenhanced font ",11" textcolor rgb muted
set label 302 "spawn_local, 2 workers: tokio_lean / tokio-bare-slab" at screen 10.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb ink
set label 303 "per task" at screen 896.0 / width, screen 1 - 3261.5 / height left noenhanced font ",11" textcolor rgb muted
set label 304 "spawn_local, 1 worker: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb ink
set label 305 "per task" at screen 896.0 / width, screen 1 - 3283.5 / height left noenhanced font ",11" textcolor rgb muted
set label 306 "spawn_local, 1 worker: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb ink
set label 307 "per task" at screen 896.0 / width, screen 1 - 3305.5 / height left noenhanced font ",11" textcolor rgb muted
set label 308 "spawn_local, 1 worker: null / tokio+task_alloc=slab" at screen 10.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 309 "per task" at screen 896.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb muted
set label 310 "← 0.00049" at screen 422.0 / width, screen 1 - 3327.5 / height left noenhanced font ",11" textcolor rgb ink
set label 311 "spawn_local, 4 workers, oversubscribed: blitz_doc / tokio-bare" at screen 10.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb ink
set label 312 "per task" at screen 896.0 / width, screen 1 - 3349.5 / height left noenhanced font ",11" textcolor rgb muted
set label 313 "spawn_local, 4 workers, oversubscribed: tokio / tokio-bare" at screen 10.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb ink
set label 314 "per task" at screen 896.0 / width, screen 1 - 3371.5 / height left noenhanced font ",11" textcolor rgb muted
plot_left = 420.0
plot_right = 886.0
plot_top = 51.8
plot_bottom = 3382.5
least = 0.00608533723
most = 4060.68292
ratio = 0
array middle[132] = [62.8, 84.8, 106.8, 128.8, 150.8, 172.8, 194.8, 216.8, 238.8, 265.6, 297.3, 324.1, 351.0, 382.7, 414.4, 446.1, 472.9, 494.9, 516.9, 538.9, 560.9, 582.9, 604.9, 626.9, 648.9, 675.8, 707.5, 739.2, 770.9, 802.6, 834.3, 866.0, 897.7, 929.4, 961.1, 992.8, 1019.7, 1041.7, 1063.7, 1085.7, 1107.7, 1129.7, 1151.7, 1173.7, 1195.7, 1217.7, 1239.7, 1261.7, 1283.7, 1305.7, 1327.7, 1349.7, 1371.7, 1393.7, 1415.7, 1442.5, 1474.2, 1505.9, 1537.6, 1569.3, 1601.0, 1632.7, 1659.6, 1686.4, 1718.1, 1749.8, 1776.7, 1803.5, 1835.2, 1866.9, 1893.8, 1920.6, 1952.3, 1984.0, 2010.9, 2037.7, 2069.4, 2101.1, 2128.0, 2150.0, 2172.0, 2194.0, 2220.8, 2247.7, 2269.7, 2291.7, 2313.7, 2340.5, 2372.2, 2399.1, 2421.1, 2447.9, 2474.8, 2496.8, 2518.8, 2540.8, 2562.8, 2584.8, 2606.8, 2628.8, 2650.8, 2672.8, 2694.8, 2721.6, 2748.4, 2770.4, 2792.4, 2814.4, 2836.4, 2858.4, 2880.4, 2902.4, 2924.4, 2951.3, 2983.0, 3009.8, 3036.7, 3063.5, 3085.5, 3107.5, 3129.5, 3151.5, 3173.5, 3195.5, 3217.5, 3239.5, 3261.5, 3283.5, 3305.5, 3327.5, 3349.5, 3371.5]
set xtics ("1" 1, "0.1" 0.1, "10" 10, "0.01" 0.01, "100" 100, "1000" 1000, "3" 3, "0.3" 0.3, "30" 30, "0.03" 0.03, "300" 300, "3000" 3000)
set label 315 "context switches per thousand units, log axis" at screen 420.0 / width, screen 1 - 3412.0 / height left noenhanced font ",11" textcolor rgb muted
set label 316 "host: AMD EPYC, 2 CPUs, virtual machine" at screen 10.0 / width, screen 1 - 3436.1 / height left noenhanced font ",10" textcolor rgb muted
set label 317 "suite quick. QUICK: up to 64 pairs for each of the 12 primary contrasts that can be measured on two CPUs, which end with their word, and 24 layout pairs for each of their arms. That" at screen 10.0 / width, screen 1 - 3449.6 / height left noenhanced font ",10" textcolor rgb muted
set label 318 "shows 10 % in typical noise where layouts do little; equivalence within 3 % needs a quiet cell. The other rows are described, not judged." at screen 10.0 / width, screen 1 - 3463.1 / height left noenhanced font ",10" textcolor rgb muted
set label 319 "tokio 1.53.1, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare, tokio-bare-gi1, tokio-bare-gi61, tokio-bare-gi127, tokio-bare-slab, tokio-bare-nolifo, tokio-bare-unstable" at screen 10.0 / width, screen 1 - 3476.6 / height left noenhanced font ",10" textcolor rgb muted
set label 320 "tokio 1.53.1, rustc 1.95.0, features full, drivers all: tokio-stock" at screen 10.0 / width, screen 1 - 3490.1 / height left noenhanced font ",10" textcolor rgb muted
set label 321 "tokio 1.51.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.0" at screen 10.0 / width, screen 1 - 3503.6 / height left noenhanced font ",10" textcolor rgb muted
set label 322 "tokio 1.50.0, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.50.0" at screen 10.0 / width, screen 1 - 3517.1 / height left noenhanced font ",10" textcolor rgb muted
set label 323 "tokio 1.52.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.52.2" at screen 10.0 / width, screen 1 - 3530.6 / height left noenhanced font ",10" textcolor rgb muted
set label 324 "tokio 1.51.2, rustc 1.95.0, features rt rt-multi-thread sync, drivers none: tokio-bare-1.51.2" at screen 10.0 / width, screen 1 - 3544.1 / height left noenhanced font ",10" textcolor rgb muted
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
plot data using 2:(at($1)):($3 - $2):(0) with vectors nohead linewidth 2 linecolor rgb accent, \
	data using 2:(at($1)) with points pointtype 6 pointsize 0.8 linewidth 1.5 linecolor rgb ink, \
	data using 3:(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink
unset output
