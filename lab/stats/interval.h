/* SPDX-License-Identifier: MIT */
/*
 * interval.h - exact interval for a median between two order statistics.
 *
 * The k-th smallest and the k-th largest of n values enclose the median of
 * their distribution with probability 1 - 2 P(Binomial(n, 1/2) < k), whatever
 * that distribution is, so the largest k that still reaches the level is
 * taken.  Source: W. R. Thompson, Annals of Mathematical Statistics 7 (1936)
 * 122; tables by MacKinnon, Journal of the American Statistical Association
 * 59 (1964) 935.
 *
 * Ties: the interval is closed, so values equal to an end belong to it.  That
 * is the rule of sign_test.h (a tie never speaks for a difference) seen from
 * the other side, and keeps the coverage at least the level for discrete data.
 *
 * Weakness: coverage jumps, so it is above the level asked for; below
 * interval_pairs() values no interval reaches the level and none is invented.
 */
#ifndef LAB_STATS_INTERVAL_H
#define LAB_STATS_INTERVAL_H

#include <stdbool.h>
#include <stddef.h>

struct order_interval {
	size_t lower, upper; /* indices from 0 into ascending values; they add up to n - 1 */
	double coverage;     /* exact, at least 1 - alpha */
};

/* False if n values cannot reach 1 - alpha (n < 6 at alpha .05), or unless
 * 0 < alpha < 1; then *interval is untouched.  alpha is two-sided. */
bool order_interval(struct order_interval *interval, size_t n, double alpha);

/* The fewest values with an interval: 6 at alpha .05, 11 at .05 / 40.
 * alpha within 0..1, both excluded. */
size_t interval_pairs(double alpha);

struct median_interval {
	size_t n;
	bool exists;   /* false: lower and upper are infinite, which is true but says nothing */
	double median; /* NAN if n is 0 */
	double lower, upper;
	double coverage; /* exact; 1 for an infinite interval */
};

/* Sorts `values` (caller's, n of them) in place.  0; -EINVAL if a value is not
 * finite or alpha not within 0..1, both excluded. */
int median_interval(struct median_interval *interval, double *values, size_t n, double alpha);

#endif
