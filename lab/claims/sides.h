/* SPDX-License-Identifier: MIT */
/*
 * sides.h - the two arms of a trial, which are named when it is measured.
 *
 * The files in lab/trials are claims (claim.h) whose arms are "base" and "head": what every
 * change of a scheduler is asked.  Before such a file is read, the arms that a person names
 * take the place of these words, and the axis is computed from them.  What is kept with the
 * results is the claim as it then stands, so that a trial is judged like any other claim.
 *
 * With a knob each contrast that is compared by ratios gets a twin: the same cell, tokio against
 * tokio with that knob, which must have the same effect (verdict/transfer.h).
 *
 * Where somebody knows that the change lies behind a counter of the scheduler, each contrast asks
 * whether that counted at all on either side ("exercised"): a cell where it did not cannot be
 * reached, and shows what noise does.
 *
 * Two equal sides are allowed: such a trial compares a program with itself.
 */
#ifndef LAB_CLAIMS_SIDES_H
#define LAB_CLAIMS_SIDES_H

#include <jansson.h>

#include "lab/base/lab.h"

#define SIDE_BASE  "base"
#define SIDE_HEAD  "head"
#define SIDES_TWIN "twin_" /* before the name of the contrast that it stands beside */

struct sides {
	const char *base, *head; /* arms by their one names; NULL: none are named */
	const char *knob;	 /* "lifo_notify=always", or NULL */
	const char *reaches;	 /* the counter that the change lies behind, or NULL: not known */
};

/* `name` with the side that it stands for in its place. */
const char *sides_arm(const struct sides *sides, const char *name);

/* Fills in the arms of a claim's JSON. */
void sides_fill(json_t *claim, const struct sides *sides);

#endif
