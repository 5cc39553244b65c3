/* SPDX-License-Identifier: MIT */
/*
 * facts.h - everything that a sample says about how it ran, compared in one place.
 *
 * A row carries what was asked of it, what it was built from and where it ran.  Each
 * of these facts is a line of one table (facts.c) that says what it is compared with:
 * the plan, the program's own description, this host, and the other side of the pair.
 * A new fact is a new line there.
 *
 * What differs from plan, description or host is a lie: the sample is red.  What
 * differs between two sides that both keep to their word makes them not comparable:
 * the pair is no datum, and the row of the plan is refused with the reason, before
 * measuring where descriptions tell.
 *
 * Of two peers on one runtime (the first word of their versions) those facts of the build
 * may differ that the arm's name says: harness/CONTRACT.md.
 *
 * Weakness: a fact that only one side says is not compared where that side is a peer
 * in another language; and two sides may lie alike.
 */
#ifndef LAB_ARMS_FACTS_H
#define LAB_ARMS_FACTS_H

#include "lab/arms/arms.h"

/* NULL, or what the row says otherwise than `expected`, an object of the same shape. */
const char *facts_broken(json_t *row, json_t *expected);

/* NULL, or why these two do not stand beside each other: "not comparable ...".  From what they
 * said: the rows of two samples, or their descriptions. */
const char *facts_differ(const struct arm_info *a, json_t *said_a, const struct arm_info *b,
			 json_t *said_b);
const char *facts_differ_described(const struct arm_info *a, const struct arm_info *b);
/* NULL, or why `b` is not `a` laid out differently: all that it describes must agree. */
const char *facts_differ_layouts(const struct arm_info *a, const struct arm_info *b);
/* NULL, or that and why the heap of this arm lies alike in every pair.  It stands beside
 * the others all the same: a program of someone else need not know the option. */
const char *facts_heap_unvaried(const struct arm_info *arm);

#endif
