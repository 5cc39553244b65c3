/* SPDX-License-Identifier: MIT */
/* compare.h - two arms against each other, in every cell where they met. */
#ifndef LAB_VERDICT_COMPARE_H
#define LAB_VERDICT_COMPARE_H

#include "lab/verdict/verdict.h"

struct comparison {
	struct verdict *rows; /* one a cell; `arm` against `against` whichever was the baseline */
	size_t count;
	const char *provisional; /* as in verdicts */
};

/* Pools the rows of the two arms cell by cell, those of the lab's checks of itself
 * left out, and judges them as one family (that of the claim that asked, if it is
 * larger): the question is asked of all cells at once.  A pair with `arm` as its baseline counts inverted: blocks were handed out
 * evenly, so the sides are exchangeable.  LAB_OK or LAB_ENVIRONMENT. */
int verdicts_compare(struct comparison *comparison, const struct verdicts *verdicts,
		     const struct summary *summary, const char *arm, const char *against,
		     const char *workloads);

#endif
