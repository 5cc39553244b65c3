/* SPDX-License-Identifier: MIT */
/*
 * resume.h - a run that was cut short, taken up from its own database.
 *
 * The plan is read back from the store, not made anew, so that what was asked
 * for cannot change on the way.  The programs must be the same, byte for byte:
 * pairs of two builds do not belong into one row.
 */
#ifndef LAB_RESUME_H
#define LAB_RESUME_H

#include "lab/plan/suite.h"
#include "lab/run/runner.h"

/* Everything that the interrupted run knew. */
struct resumed {
	struct plan plan;
	struct suite suite; /* its names, and whether rows end with their word */
	uint64_t seed, timeout_ns;
	bool mimalloc; /* preloaded into every sample */
};

/* LAB_OK, LAB_USAGE (already finished), LAB_NO_DATA (it had no plan yet), LAB_ENVIRONMENT
 * (other programs, another host). */
int resume_load(struct resumed *resumed, struct store *store, const struct arm_set *set);

/* Meta "resumed": when, by which schedlab and kernel; said aloud if it is another one. */
int resume_note(struct store *store);

/* What is done already; borrows both until the run ends. */
struct run_done resume_done(struct store *store, const struct plan *plan);

#endif
