/* SPDX-License-Identifier: MIT */
/*
 * explore.h - many executions of one program: seed after seed until one fails, and
 * then the interleaving that made it fail, cut down to what matters.
 */
#ifndef VERIFY_EXEC_EXPLORE_H
#define VERIFY_EXEC_EXPLORE_H

#include <signal.h>

#include "verify/exec/engine/exec.h"

struct explore_totals {
	uint64_t executions;
	uint64_t steps;
	uint64_t switches;
	uint64_t longest; /* steps of an execution */
	bool is_complete; /* the strategy has no more */
};

struct explore {
	struct exec_options options; /* seed: of the first execution */
	void (*body)(void *arg);
	uint64_t seeds;			   /* how many to try */
	const volatile sig_atomic_t *stop; /* not 0: end after this one; may be NULL */
	void (*progress)(const struct explore_totals *totals); /* after each; may be NULL */
	struct explore_totals totals;			       /* adds up */
	uint64_t failed_seed;
};

/* 1: *result is a failed execution under failed_seed.  0: none failed; *result is the
 * last one.  Negative errno: it cannot run here. */
int explore_run(struct explore *explore, struct exec_result *result);

/* How many steps an execution has, for strategies that want to know: of a random walk
 * that does not depend on options->seed.  Negative errno: it cannot run here. */
int explore_measure(const struct explore *explore, uint64_t *steps);

/*
 * Cut `interleaving`, under which options->seed ends with `end`, as long as it still ends
 * so, in at most `most` executions: delta debugging (Zeller and Hildebrandt, 2002) over
 * its runs, then each run as long as saves a preemption and no longer.  The strategy of
 * `options` is not used.  Returns the executions made.
 */
uint64_t explore_shrink(const struct explore *explore, enum exec_end end,
			struct interleaving *interleaving, uint64_t most);

/* Run options->seed under `interleaving`. */
int explore_replay(const struct explore *explore, const struct interleaving *interleaving,
		   struct exec_result *result);

#endif
