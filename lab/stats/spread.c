/* SPDX-License-Identifier: MIT */
/*
 * spread.c - medians and quantiles by GSL.
 *
 * Quantiles interpolate linearly between order statistics (GSL's only rule),
 * so with few pairs the quartiles lean on the extremes: n is always shown.
 */
#include "lab/stats/spread.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static double deviation_of(const double *sorted, size_t count)
{
	double *work = malloc(count * sizeof(*work));
	double mad;

	if (work == NULL)
		return NAN;
	mad = gsl_stats_mad0(sorted, 1, count, work);
	free(work);
	return mad;
}

struct spread spread_of(double *values, size_t count)
{
	struct spread spread;

	memset(&spread, 0, sizeof(spread));
	if (count == 0)
		return spread;
	gsl_sort(values, 1, count);
	spread.n = count;
	spread.median = gsl_stats_median_from_sorted_data(values, 1, count);
	spread.min = values[0];
	spread.max = values[count - 1];
	spread.quartile1 = gsl_stats_quantile_from_sorted_data(values, 1, count, 0.25);
	spread.quartile3 = gsl_stats_quantile_from_sorted_data(values, 1, count, 0.75);
	spread.mad = deviation_of(values, count);
	return spread;
}

double median_of(double *values, size_t count)
{
	if (count == 0)
		return NAN;
	gsl_sort(values, 1, count);
	return gsl_stats_median_from_sorted_data(values, 1, count);
}

bool all_finite(const double *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!isfinite(values[i]))
			return false;
	return true;
}

struct spread spread_as_ratio(const struct spread *log_spread)
{
	struct spread ratio = *log_spread;

	ratio.median = exp(log_spread->median);
	ratio.min = exp(log_spread->min);
	ratio.max = exp(log_spread->max);
	ratio.quartile1 = exp(log_spread->quartile1);
	ratio.quartile3 = exp(log_spread->quartile3);
	ratio.mad = expm1(log_spread->mad);
	return ratio;
}
