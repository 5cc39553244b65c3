/* SPDX-License-Identifier: MIT */
/*
 * pair.h - the sampling unit: two fresh processes in lock-step.
 *
 * Both stay alive; the runner hands out blocks by token, so only the holder
 * runs, in ABBA BAAB order, which cancels linear drift.  What starts first, is warmed up
 * first and gets the first block meets a colder machine than the other, which no order of
 * blocks cancels: the side that leads takes turns from pair to pair (order.h).  The datum
 * is the median over adjacent blocks of log(ns per unit of B / ns per unit of A).
 */
#ifndef LAB_PAIR_H
#define LAB_PAIR_H

#include "lab/run/sample.h"

struct pair {
	struct sample side[2];
	bool complete; /* both sides finished right: the datum is valid */
	/* NULL, or why the sides, each of which kept to its word, do not stand beside each
	 * other; side B is refused for it. */
	const char *not_comparable;
	double log_ratio;
};

/* Which side gets the first block of the index-th adjacent two, of a pair that `lead` leads. */
enum side pair_first(uint64_t index, enum side lead);

void pair_run(struct pair *pair, const struct cell *cell, const struct arm_info *baseline,
	      const struct arm_info *arm, const struct treatment treatments[2],
	      const struct sample_settings *settings);
void pair_free(struct pair *pair);

/* The datum of two equally long lists of blocks; NAN if there are none. */
double pair_log_ratio(const struct block *a, const struct block *b, size_t count);

#endif
