/* SPDX-License-Identifier: MIT */
/*
 * order.h - the work of a plan in the order it is done, and what is done to each pair.
 *
 * Round by round; within a round the pairs of the whole plan in seeded
 * random order (a randomised block design: a drift of the machine hits all
 * cells alike, and a run that is cut short has every cell).  A round has two layout
 * A/A pairs of a row, so that what no word can do without is there at half time.  The isolated
 * samples are shuffled among themselves after the first round.
 */
#ifndef LAB_ORDER_H
#define LAB_ORDER_H

#include "lab/plan/plan.h"

/* What --heap takes: 0, 16, ... 112 bytes (harness/CONTRACT.md). */
#define HEAP_STEP  16
#define HEAP_STEPS 8u

/* What is done to an arm beside choosing it. */
struct treatment {
	unsigned int layout;  /* which of the arm's programs */
	int heap;	      /* bytes that its heap is moved by, if it takes that */
	double plant_percent; /* slowed down on purpose by so much; 0: not */
	bool leads;	      /* starts, is warmed up and gets its first block first */
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
struct work *plan_order(const struct plan *plan, uint64_t seed, size_t *count);

/* Which layouts and which heap placements a pair draws, which side leads and which is slowed
 * down; depends on the seed only.  Of two successive pairs of a row each side leads one.  Every combination of layouts comes once before any comes
 * twice, and so does every one of heap placements, of which each side has had all after
 * eight pairs.  Heap placements differ between the sides of A/A pairs too, as in all
 * others: what they do is part of what identical programs differ by. */
void plan_treat(const struct plan *plan, size_t row, unsigned int round, uint64_t seed,
		struct treatment treatments[2]);

#endif
