/* SPDX-License-Identifier: MIT */
/* regime.c - the widest gap of the probes, and two medians; see regime.h. */
#include "lab/stats/regime.h"

#include <errno.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

#include "lab/stats/spread.h"

static bool is_latency(double probe)
{
	return isfinite(probe) && probe > 0;
}

static size_t drop_missing(double *probes, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (is_latency(probes[i]))
			probes[kept++] = probes[i];
	return kept;
}

double regime_threshold(double *probes, size_t count)
{
	double widest = REGIME_GAP, threshold = NAN;
	size_t edge;

	count = drop_missing(probes, count);
	gsl_sort(probes, 1, count);
	edge = (count + 9) / 10;
	for (size_t i = edge; count > 0 && i + edge <= count; i++) {
		double gap = probes[i] / probes[i - 1];

		if (gap >= widest) {
			widest = gap;
			threshold = sqrt(probes[i] * probes[i - 1]);
		}
	}
	return threshold;
}

static enum regime regime_of(const double probes[2], double threshold)
{
	size_t near = 0, far = 0;

	if (isnan(threshold))
		return REGIME_ONE;
	for (size_t i = 0; i < 2; i++) {
		near += is_latency(probes[i]) && probes[i] < threshold;
		far += is_latency(probes[i]) && probes[i] >= threshold;
	}
	return near == 2 ? REGIME_NEAR : far == 2 ? REGIME_FAR : REGIME_MIXED;
}

int regime_bin(enum regime *regimes, double *threshold, const double *probes, size_t pairs)
{
	double *sorted = malloc((2 * pairs + 1) * sizeof(*sorted));

	if (sorted == NULL)
		return -ENOMEM;
	for (size_t i = 0; i < 2 * pairs; i++)
		sorted[i] = probes[i];
	*threshold = regime_threshold(sorted, 2 * pairs);
	free(sorted);
	for (size_t i = 0; i < pairs; i++)
		regimes[i] = regime_of(&probes[2 * i], *threshold);
	return 0;
}

/* `work` holds n values. */
static int bin_interval(struct median_interval *interval, enum regime bin, const double *log_ratios,
			const enum regime *regimes, size_t n, double alpha, double *work)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (regimes != NULL && regimes[i] == bin)
			work[count++] = log_ratios[i];
	return median_interval(interval, work, count, alpha);
}

static bool disagree(const struct median_interval *a, const struct median_interval *b)
{
	bool apart = a->upper < b->lower || b->upper < a->lower;
	bool same_side = (a->upper < 0 && b->upper < 0) || (a->lower > 0 && b->lower > 0);

	return apart && !same_side;
}

int regime_compare(struct regime_effects *effects, const double *log_ratios,
		   const enum regime *regimes, size_t n, double alpha)
{
	double *work = malloc((n + 1) * sizeof(*work));
	int error = -ENOMEM;

	if (work == NULL)
		return error;
	error = all_finite(log_ratios, n) && alpha > 0 && alpha < 1 ? 0 : -EINVAL;
	if (error == 0)
		error = bin_interval(&effects->near, REGIME_NEAR, log_ratios, regimes, n, alpha / 2,
				     work);
	if (error == 0)
		error = bin_interval(&effects->far, REGIME_FAR, log_ratios, regimes, n, alpha / 2,
				     work);
	free(work);
	if (error != 0)
		return error;
	effects->mixed = 0;
	for (size_t i = 0; i < n; i++)
		effects->mixed += regimes != NULL && regimes[i] == REGIME_MIXED;
	effects->disagree = disagree(&effects->near, &effects->far);
	return 0;
}
