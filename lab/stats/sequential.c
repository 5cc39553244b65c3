/* SPDX-License-Identifier: MIT */
/* sequential.c - a spending function and its increments; see sequential.h. */
#include "lab/stats/sequential.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

double alpha_spent(double alpha, double fraction)
{
	if (!(fraction >= 0 && fraction <= 1))
		return NAN;
	if (fraction == 0)
		return 0;
	return 4 * gsl_cdf_ugaussian_Q(gsl_cdf_ugaussian_Qinv(alpha / 4) / sqrt(fraction));
}

int alpha_levels(double *levels, const double *fractions, size_t looks, double alpha)
{
	double before = 0;

	if (!(alpha > 0 && alpha < 1))
		return -EINVAL;
	for (size_t i = 0; i < looks; i++) {
		if (!(fractions[i] > before && fractions[i] <= 1))
			return -EINVAL;
		levels[i] = alpha_spent(alpha, fractions[i]) - alpha_spent(alpha, before);
		before = fractions[i];
	}
	return 0;
}
