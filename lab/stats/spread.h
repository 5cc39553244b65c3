/* SPDX-License-Identifier: MIT */
/* spread.h - location and spread of a handful of numbers; no verdicts. */
#ifndef LAB_STATS_SPREAD_H
#define LAB_STATS_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

struct spread {
	size_t n; /* 0: the other fields mean nothing */
	double median;
	double min, max;
	double quartile1, quartile3;
	double mad; /* median absolute deviation from the median, unscaled */
};

/* Sorts `values` in place. */
struct spread spread_of(double *values, size_t count);
double median_of(double *values, size_t count);

bool all_finite(const double *values, size_t count);

/* A spread of log ratios as ratios; mad becomes a fraction: 0.02 is 2 %. */
struct spread spread_as_ratio(const struct spread *log_spread);

#endif
