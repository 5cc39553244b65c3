/* SPDX-License-Identifier: MIT */
/*
 * snapshot.h - what the kernel counts about the machine, read at one moment.
 *
 * Every part says for itself why it could not be read (`why` not empty): its
 * numbers are then not valid.  All of it together costs some file reads: 0.2 to
 * 0.3 ms on 2 CPUs, and some microseconds more per CPU that has throttle counters.
 */
#ifndef LAB_GATES_SNAPSHOT_H
#define LAB_GATES_SNAPSHOT_H

#include <stdint.h>

#define GATE_WHY_BYTES 160

/* /proc/stat, in ticks of all CPUs together; `ticks_s` of them make a second. */
struct cpu_ticks {
	uint64_t idle; /* idle and waiting for disks */
	uint64_t steal;
	uint64_t total;	   /* all columns: stands still only if nobody counts */
	unsigned int cpus; /* online */
	unsigned int ticks_s;
	char why[GATE_WHY_BYTES];
};

/* CPU time of all tasks of the machine, to the ns (not sampled); see task_time.c. */
struct task_time {
	uint64_t ns;
	unsigned int groups; /* whose sum it is */
	char why[GATE_WHY_BYTES];
};

/* cpu.stat of the own control group and all above it, summed. */
struct throttle_counts {
	uint64_t periods; /* in which some group was out of quota */
	uint64_t ns;	  /* that it waited for the next one */
	char why[GATE_WHY_BYTES];
};

/* /proc/pressure/cpu: time in which at least one task waited for a CPU. */
struct pressure_counts {
	uint64_t some_us;
	char why[GATE_WHY_BYTES];
};

/* thermal_throttle of every CPU, and thermal zones at their passive trip point. */
struct thermal_counts {
	uint64_t events;
	unsigned int counters, zones; /* how many there are */
	unsigned int zones_hot;
	char hot[96]; /* "x86_pkg_temp at 97 C, trip point 95 C": the first that is hot */
	char why[GATE_WHY_BYTES];
};

struct gate_snapshot {
	uint64_t ns; /* now_ns */
	struct cpu_ticks ticks;
	struct task_time tasks;
	struct throttle_counts throttle;
	struct pressure_counts pressure;
	struct thermal_counts thermal;
};

void snapshot_take(const char *root, struct gate_snapshot *snapshot);

#endif
