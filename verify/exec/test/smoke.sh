#!/bin/bash -p
# SPDX-License-Identifier: MIT
# smoke.sh PROGRAM SEEDS - every workload and scenario of one variant, SEEDS executions
# under each of: a random walk, PCT, a system full of surprises, fewer CPUs than threads, a
# twentieth of all allocations failing.
set -euo pipefail

program=$1
seeds=$2
surprises=spurious=50000,late=100000,cas=50000,stalls=500+300
status=0
run() { "$program" --workload all --seeds "$seeds" --trace 25 "$@" || status=1; }

run --strategy random:20
run --strategy pct:3 --seed 1000
run --strategy random --faults "$surprises" --seed 2000
run --strategy random:5 --faults cpus=2,wake=fifo,mutex=fifo --seed 3000
run --strategy random:20 --faults allocs=50000 --seed 4000
exit "$status"
