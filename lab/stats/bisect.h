/* SPDX-License-Identifier: MIT */
/*
 * bisect.h - where a monotone condition starts to hold.
 *
 * Halving needs nothing but monotony, so it cannot fail to converge, as GSL's
 * inverse of the beta distribution does from a few thousand trials on.
 */
#ifndef LAB_STATS_BISECT_H
#define LAB_STATS_BISECT_H

#include <stdbool.h>

/* `holds` is false below some x in low..high and true above it; x to twelve
 * digits, from above: the condition holds there. */
double bisect(bool (*holds)(double x, const void *context), const void *context, double low,
	      double high);

#endif
