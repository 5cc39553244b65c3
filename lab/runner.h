/* SPDX-License-Identifier: MIT */
/*
 * runner.h - carries out a plan and stores everything.
 *
 * Order: round by round; within a round the pairs of the whole plan in seeded
 * random order (a randomised block design: a drift of the machine hits all
 * cells alike, and a run that is cut short has every cell).  The isolated
 * samples are shuffled among themselves after the first round.
 */
#ifndef LAB_RUNNER_H
#define LAB_RUNNER_H

#include "lab/progress.h"
#include "lab/store.h"

struct run_settings {
	uint64_t seed;
	uint64_t timeout_ns;
	uint64_t budget_ns; /* no new work after this; 0: no limit */
	const char *preload;
	enum progress_mode progress;
};

struct run_result {
	size_t pairs_done, pairs_left_out, reds;
	bool interrupted, out_of_time;
	int status; /* LAB_OK, or LAB_ENVIRONMENT if the store failed */
};

enum work_kind { WORK_PAIR, WORK_ISOLATED };

struct work {
	enum work_kind kind;
	size_t row;
	const struct arm_info *arm; /* of an isolated sample */
	unsigned int round;
};

/* The work of a plan in the order it is done; depends on the seed only. */
struct work *runner_order(const struct plan *plan, uint64_t seed, size_t *count);

struct run_result runner_run(struct plan *plan, struct store *store,
			     const struct run_settings *settings);

#endif
