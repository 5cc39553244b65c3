/* SPDX-License-Identifier: MIT */
/* compare.h - two arms against each other, in every cell where they met. */
#ifndef LAB_VERDICT_COMPARE_H
#define LAB_VERDICT_COMPARE_H

#include "lab/verdict/verdict.h"

/* Pools the rows of the two arms cell by cell, those of the lab's checks of itself
 * left out, and judges them as one family (that of the claim that asked, if it is
 * larger): the question is asked of all cells at once.  One row a cell, `arm` against `against`
 * whichever was the baseline: a pair with `arm` as its baseline counts inverted, since blocks
 * were handed out evenly and the sides are exchangeable.  LAB_OK or LAB_ENVIRONMENT. */
int verdicts_compare(struct verdicts *comparison, const struct verdicts *verdicts,
		     const struct summary *summary, const char *arm, const char *against,
		     const char *workloads);

#endif
