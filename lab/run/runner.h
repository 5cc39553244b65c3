/* SPDX-License-Identifier: MIT */
/*
 * runner.h - carries out a plan, in the order of plan/order.h, and stores everything.
 */
#ifndef LAB_RUNNER_H
#define LAB_RUNNER_H

#include "lab/base/progress.h"
#include "lab/plan/order.h"
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

struct run_result runner_run(struct plan *plan, struct store *store,
			     const struct run_settings *settings, const struct run_done *done);

#endif
