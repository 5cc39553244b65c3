/* SPDX-License-Identifier: MIT */
/*
 * watch.h - the gates and probes around each pair of a run.
 *
 * A pair has three windows: before (since the pair before it), during, after.
 * Nothing here sees a timing of a sample, so a flag cannot favour an arm.
 */
#ifndef LAB_WATCH_H
#define LAB_WATCH_H

#include "lab/gates/gate.h"
#include "lab/run/record.h"

#define WATCH_CPUS_MAX 64u

struct watch {
	const char *root; /* of /proc and /sys: $SCHEDLAB_GATES_ROOT, for tests; else "" */
	struct gate_window before, during;
	uint64_t before_cpu_ns, during_cpu_ns; /* own CPU time when the window began */
	struct gate_readings readings;	       /* of the pair that runs */
	unsigned int cpus[WATCH_CPUS_MAX];
	size_t cpu_count;
	/* the readings as the store takes them */
	struct reading_record rows[GATE_READINGS_MAX];
	struct probe_record probes[GATE_READINGS_MAX];
	char why[512];
};

/* Reads the static gates into the store.  LAB_OK or LAB_ENVIRONMENT. */
int watch_start(struct watch *watch, struct store *store);

void watch_pair_starts(struct watch *watch);
/* Fills all of the context but round, position and seed; valid until the next
 * pair starts. */
void watch_pair_ended(struct watch *watch, struct pair_context *context);

#endif
