/* SPDX-License-Identifier: MIT */
/*
 * noise.h - how one log ratio scatters around its median; food for power.h.
 *
 * Before a run there is only a guess: normal, with a standard deviation.  After
 * it there are the pairs themselves: their deviations from the median, each
 * taken with both signs (which way the effect goes is not known beforehand, and
 * the median of the noise must be 0) and smoothed by a normal kernel.  Unsmoothed
 * they would promise certainty for every effect larger than the largest
 * deviation seen, which is how 40 pairs lead to "11 are enough".  Bandwidth:
 * Silverman, Density Estimation (1986), equation 3.31.
 *
 * Weakness: tails rarer than one in n pairs are not in the pairs, and lopsided
 * noise is averaged over both directions, so one of them needs more pairs.
 */
#ifndef LAB_STATS_NOISE_H
#define LAB_STATS_NOISE_H

#include <stddef.h>

struct noise {
	double sd;		  /* standard deviation; used if there are no deviations */
	const double *deviations; /* borrowed, ascending; NULL: normal */
	size_t count;
	double bandwidth; /* of the kernel */
};

struct noise noise_normal(double sd);

/* Turns `log_ratios` (caller's, n finite values) into the deviations in place;
 * the noise borrows them.  n >= 2; fewer give normal noise of sd NAN, with
 * which nothing is decidable. */
struct noise noise_from_pairs(double *log_ratios, size_t n);

/* P(X > value) for the noise X: 1/2 at 0. */
double noise_above(const struct noise *noise, double value);

#endif
