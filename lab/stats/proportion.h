/* SPDX-License-Identifier: MIT */
/*
 * proportion.h - exact interval for a proportion, for false-alarm rates.
 *
 * The ends are the proportions under which a count as high, or as low, as the
 * one seen still has probability alpha / 2.  Source: Clopper and Pearson,
 * Biometrika 26 (1934) 404.
 *
 * Weakness: never below its level, so wider than it would have to be; for a
 * bound that must not be missed that is the right side to err on.
 */
#ifndef LAB_STATS_PROPORTION_H
#define LAB_STATS_PROPORTION_H

#include <stddef.h>

struct proportion {
	double estimate;     /* hits / trials; NAN without trials */
	double lower, upper; /* 0 and 1 without trials */
};

/* 1 - alpha is the level of the two-sided interval; `upper` alone is a bound of
 * level 1 - alpha / 2.  0; -EINVAL if hits > trials or alpha is not within
 * 0..1, both excluded. */
int clopper_pearson(struct proportion *proportion, size_t hits, size_t trials, double alpha);

#endif
