/* SPDX-License-Identifier: MIT */
/* near.h - the number that was wanted, but for what floating point makes of it; after check.h. */
#ifndef LAB_TEST_NEAR_H
#define LAB_TEST_NEAR_H

#include <math.h>

#define NEAR(value, wanted) near_at(value, wanted, __FILE__, __LINE__)

/* NAN is near NAN. */
static inline void near_at(double value, double wanted, const char *file, int line)
{
	bool same = (isnan(value) && isnan(wanted)) ||
		    fabs(value - wanted) <= 1e-12 * fmax(1, fabs(wanted));

	if (!same)
		print_error("%.17g instead of %.17g\n", value, wanted);
	_assert_true(same, "it is near", file, line);
}

#endif
