/* SPDX-License-Identifier: MIT */
/*
 * runner.h - carries out a plan and stores everything.
 *
 * Order: round by round; within a round the pairs of the whole plan in seeded
 * random order (a randomised block design: a drift of the machine hits all
 * cells alike, and a run that is cut short has every cell).  A round has two layout
 * A/A pairs of a row, so that what no word can do without is there at half time.  The isolated
 * samples are shuffled among themselves after the first round.
 */
#ifndef LAB_RUNNER_H
#define LAB_RUNNER_H

#include "lab/base/progress.h"
#include "lab/store/store.h"

/* A row that went red this often is given up: a hang costs seconds each time. */
#define RUNNER_REDS_MAX 2u

/* A pair in whose middle the lab was stopped is measured again, so often; then it is of no
 * use to go on. */
#define RUNNER_REPEATS_MAX 5u

struct run_settings {
	uint64_t seed;
	uint64_t timeout_ns;
	uint64_t budget_ns;	   /* no new work after this; 0: no limit */
	unsigned int until_trials; /* as in the suite */
	/* After each complete pair of a primary row: has it its word?  NULL: nobody looks. */
	bool (*ends_row)(struct store *store, const struct plan_row *row);
	const char *preload;
	enum progress_mode progress;
};

struct work;

/* What an earlier run of the same plan did already; NULL members: nothing. */
struct run_done {
	bool (*pair)(void *arg, size_t row, unsigned int round);
	bool (*alone)(void *arg, const struct work *work);
	void *arg;
	uint64_t position; /* the first that is free */
};

struct run_result {
	size_t pairs_left_out, reds;
	size_t pairs_repeated; /* the lab was stopped (Ctrl-Z) in their middle */
	bool interrupted, out_of_time;
	bool enough;	       /* the A/A trials that were wanted are there */
	const char *displaced; /* how the CPUs it may use changed, which ended it; or NULL */
	int status; /* LAB_OK, or LAB_ENVIRONMENT if the store failed, or was stopped for ever */
};

/* WORK_EXERCISE: an isolated sample of the counting build, which tells whether the
 * mechanism that a contrast is about came into play at all. */
enum work_kind { WORK_PAIR, WORK_ISOLATED, WORK_EXERCISE };

struct work {
	enum work_kind kind;
	size_t row;
	const struct arm_info *arm; /* of a sample that runs alone */
	unsigned int round;
};

/* The work of a plan in the order it is done; depends on the seed only. */
struct work *runner_order(const struct plan *plan, uint64_t seed, size_t *count);

/* Which layouts and which heap placements a pair draws, and which side is slowed down;
 * depends on the seed only.  Every combination of layouts comes once before any comes
 * twice, and so does every one of heap placements, of which each side has had all after
 * eight pairs.  Heap placements differ between the sides of A/A pairs too, as in all
 * others: what they do is part of what identical programs differ by. */
void runner_treat(const struct plan *plan, size_t row, unsigned int round, uint64_t seed,
		  struct treatment treatments[2]);

struct run_result runner_run(struct plan *plan, struct store *store,
			     const struct run_settings *settings, const struct run_done *done);

#endif
