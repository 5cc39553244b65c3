/* SPDX-License-Identifier: MIT */
/* multiplicity.h - the level of each of many questions, so that all answers hold together. */
#ifndef LAB_STATS_MULTIPLICITY_H
#define LAB_STATS_MULTIPLICITY_H

#include <stddef.h>

/* Bonferroni: the chance of any wrong answer among `count` is at most alpha, under any
 * dependence.  count above 0. */
static inline double bonferroni_alpha(double alpha, size_t count)
{
	return alpha / (double)count;
}

#endif
