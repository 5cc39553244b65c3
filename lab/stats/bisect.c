/* SPDX-License-Identifier: MIT */
/* bisect.c - halving; see bisect.h. */
#include "lab/stats/bisect.h"

#define HALVINGS 1100 /* from 1 down to the smallest double */

double bisect(bool (*holds)(double x, const void *context), const void *context, double low,
	      double high)
{
	for (int i = 0; i < HALVINGS && high - low > 1e-12 * high; i++) {
		double middle = low + (high - low) / 2;

		if (holds(middle, context))
			high = middle;
		else
			low = middle;
	}
	return high;
}
