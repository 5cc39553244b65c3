/* SPDX-License-Identifier: MIT */
/* equivalence.c - the sign test against both margins; see equivalence.h. */
#include "lab/stats/equivalence.h"

#include <errno.h>
#include <math.h>

#include "lab/stats/sign_test.h"

int equivalence_test(struct equivalence *test, const double *values, size_t n, double margin)
{
	struct sign_test lower, upper;

	if (!(margin > 0) || sign_test(&lower, values, n, -margin) != 0 ||
	    sign_test(&upper, values, n, margin) != 0)
		return -EINVAL;
	test->p_above = lower.p_above;
	test->p_below = upper.p_below;
	test->p = fmax(test->p_above, test->p_below);
	return 0;
}
