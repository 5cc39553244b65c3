/* SPDX-License-Identifier: MIT */
/*
 * usage.h - what the process as a whole used, by getrusage: the rung that is
 * always there.  Weakness: microseconds, and threads that are running right now
 * are accounted for at the latest clock tick.
 */
#ifndef HARNESS_USAGE_H
#define HARNESS_USAGE_H

#include <stdint.h>

struct usage {
	uint64_t cpu_ns;
	uint64_t switches_voluntary;
	uint64_t switches_involuntary;
	uint64_t faults_minor;
	uint64_t faults_major;
};

struct usage usage_now(void);

/* total += until - since */
void usage_add(struct usage *total, const struct usage *since, const struct usage *until);

#endif
