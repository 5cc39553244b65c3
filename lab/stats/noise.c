/* SPDX-License-Identifier: MIT */
/* noise.c - normal noise, or deviations with both signs and a kernel; see noise.h. */
#include "lab/stats/noise.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "lab/stats/spread.h"

struct noise noise_normal(double sd)
{
	struct noise noise = { .sd = sd };

	return noise;
}

/* Silverman's rule: .9 n^(-1/5) times the standard deviation, or the quartile
 * range in its unit, if that is smaller and not 0. */
static double bandwidth_of(const struct spread *spread, double sd)
{
	double range = (spread->quartile3 - spread->quartile1) / 1.34;
	double scale = range > 0 ? fmin(sd, range) : sd;

	return 0.9 * scale * pow((double)spread->n, -0.2);
}

struct noise noise_from_pairs(double *log_ratios, size_t n)
{
	struct spread spread = spread_of(log_ratios, n);
	struct noise noise = { .sd = NAN };

	if (n < 2)
		return noise;
	for (size_t i = 0; i < n; i++)
		log_ratios[i] -= spread.median;
	noise.sd = gsl_stats_sd(log_ratios, 1, n);
	noise.deviations = log_ratios;
	noise.count = n;
	noise.bandwidth = bandwidth_of(&spread, noise.sd);
	return noise;
}

/* P(X > value) for a normal X around `centre`; without spread a tie counts half. */
static double normal_above(double value, double centre, double sd)
{
	if (sd > 0 || isnan(sd))
		return gsl_cdf_ugaussian_Q((value - centre) / sd);
	return value < centre ? 1 : value > centre ? 0 : 0.5;
}

double noise_above(const struct noise *noise, double value)
{
	double sum = 0;

	if (noise->deviations == NULL)
		return normal_above(value, 0, noise->sd);
	for (size_t i = 0; i < noise->count; i++)
		sum += normal_above(value, noise->deviations[i], noise->bandwidth) +
		       normal_above(value, -noise->deviations[i], noise->bandwidth);
	return sum / (2 * (double)noise->count);
}
