/* SPDX-License-Identifier: MIT */
/*
 * sequential.h - looking early without paying with false alarms.
 *
 * The looks and the rule are declared before the run.  The rule says how much
 * of alpha is spent by the time a fraction t of the pairs is in:
 *	spent(t) = 4 - 4 Phi(z / sqrt(t)),  z the upper alpha / 4 point,
 * next to nothing early, nearly all at the end (the O'Brien-Fleming type of
 * Lan and DeMets, Biometrika 70 (1983) 659, for two-sided tests).
 *
 * Each look tests at what was newly spent since the last one.  By the union
 * bound the total is alpha for whatever is tested at that level: sign tests,
 * equivalence, a whole family by Holm, in any dependence.  Weakness: boundaries
 * from the joint distribution of the looks would be a little wider open (at the
 * last of 4 looks .044 instead of .031 of .05), but only for one test statistic.
 */
#ifndef LAB_STATS_SEQUENTIAL_H
#define LAB_STATS_SEQUENTIAL_H

#include <stddef.h>

/* Two-sided alpha spent by `fraction` of the pairs, 0..1; NAN outside. */
double alpha_spent(double alpha, double fraction);

/* The level of each look into `levels` (caller's, as long as `fractions`).
 * 0; -EINVAL unless the fractions rise, are above 0 and at most 1, and alpha is
 * within 0..1, both excluded.  The last need not be 1: the rest stays unspent. */
int alpha_levels(double *levels, const double *fractions, size_t looks, double alpha);

#endif
