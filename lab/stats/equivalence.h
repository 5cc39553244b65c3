/* SPDX-License-Identifier: MIT */
/*
 * equivalence.h - is the median within a margin?  Two one-sided sign tests.
 *
 * "Equal" cannot be shown, "closer than m" can: reject both median <= -m and
 * median >= m.  Each runs at the full alpha, because only one of them can be
 * true.  Source: Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics
 * 15 (1987) 657, with the sign test for the t test; Berger, Technometrics 24
 * (1982) 295, for why no correction is due.
 *
 * The margin is in the unit of the values, for log ratios ln(1.1) for 10 %: a
 * ratio of 1.1 and one of 1/1.1 are equally far from 1.
 */
#ifndef LAB_STATS_EQUIVALENCE_H
#define LAB_STATS_EQUIVALENCE_H

#include <stddef.h>

struct equivalence {
	double p_above; /* small if the median lies above -margin */
	double p_below; /* small if it lies below +margin */
	double p;	/* the larger: equivalent at level alpha if p <= alpha */
};

/* `values`: caller's, n of them, any order.  n of 0 gives p = 1.  0; -EINVAL if
 * a value is not finite or the margin not above 0. */
int equivalence_test(struct equivalence *test, const double *values, size_t n, double margin);

#endif
