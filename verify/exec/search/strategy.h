/* SPDX-License-Identifier: MIT */
/*
 * strategy.h - who runs next: random walk, PCT, an interleaving, bounded depth first.
 *
 * To add one: a struct that begins with struct exec_strategy (exec.h), its functions,
 * and a line in strategy_parse.
 */
#ifndef VERIFY_EXEC_STRATEGY_H
#define VERIFY_EXEC_STRATEGY_H

#include <stdbool.h>
#include <stdint.h>

#include "verify/exec/engine/exec.h"

/* No strategy lets others wait for more than a few times so many steps; without that,
 * whoever waits without saying so would never see the end of it. */
#define STRATEGY_FAIR_STEPS 2000u

/* Random walk: at every step, with probability percent/100, any of the runnable. */
struct strategy_random {
	struct exec_strategy base;
	uint32_t percent;
	uint64_t stream;
};
void strategy_random_init(struct strategy_random *self, uint32_t percent);

/*
 * PCT (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010): random priorities,
 * the highest runnable one runs, and at depth - 1 random steps among `length` it falls
 * below all others.  Finds a bug of depth d with probability 1 / (n * length^(d - 1)).
 * Added here: who spins falls, too, and so does whoever runs at every
 * STRATEGY_FAIR_STEPS-th step, or two that take turns would keep all others waiting.
 */
#define PCT_DEPTH_MAX 16u
struct strategy_pct {
	struct exec_strategy base;
	uint32_t depth;
	uint64_t length;
	uint64_t stream;
	uint64_t changes[PCT_DEPTH_MAX]; /* steps, rising */
	uint32_t changed;
	int64_t priorities[EXEC_THREADS_MAX];
	uint64_t known; /* threads that have one */
	int64_t lowest;
	uint32_t picks; /* since the last fall for fairness */
};
void strategy_pct_init(struct strategy_pct *self, uint32_t depth, uint64_t length);

/* Follow an interleaving; a run whose thread cannot run is skipped.  After its end, and for
 * what it does not say: no preemption, the next thread in a circle. */
struct strategy_interleaving {
	struct exec_strategy base;
	const struct interleaving *interleaving;
	size_t at;
	uint32_t done; /* steps of the run */
	uint32_t in_a_row;
};
void strategy_interleaving_init(struct strategy_interleaving *self,
				const struct interleaving *interleaving);

/* Every interleaving of at most `bound` preemptions, depth first: for small programs.
 * `is_complete` once all were run. */
struct strategy_bounded {
	struct exec_strategy base;
	uint32_t bound;
	uint32_t preemptions;
	struct bounded_choice *choices;
	size_t count;
	size_t room;
	size_t at;
	uint32_t in_a_row;
	bool is_complete;
};
void strategy_bounded_init(struct strategy_bounded *self, uint32_t bound);
void strategy_bounded_free(struct strategy_bounded *self);

/* By name: random[:PERCENT], pct[:DEPTH[:LENGTH]], bounded[:PREEMPTIONS]. */
struct strategy_any {
	union {
		struct exec_strategy base;
		struct strategy_random random;
		struct strategy_pct pct;
		struct strategy_bounded bounded;
	} as;
	bool wants_length; /* pct without one: measure an execution first */
};
int strategy_parse(struct strategy_any *strategy, const char *text);
void strategy_free(struct strategy_any *strategy);
/* As strategy_parse takes it, lengths included. */
void strategy_print(const struct strategy_any *strategy, char *text, size_t room);

#endif
