/* SPDX-License-Identifier: MIT */
/* layout.c - medians of each two layouts, their means, and what noise makes of them; see
 * layout.h. */
#include "lab/stats/layout.h"

#include <errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/spread.h"

static bool are_valid(const struct layout_pair *pairs, size_t n, size_t layouts)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(pairs[i].log_ratio) || pairs[i].a < 0 || pairs[i].b < 0 ||
		    pairs[i].a == pairs[i].b || (size_t)pairs[i].a >= layouts ||
		    (size_t)pairs[i].b >= layouts)
			return false;
	return layouts <= LAYOUT_MAX;
}

/* Of layout b over a, whichever was measured first; NAN: too few pairs.  `work`: n. */
static double median_over(const struct layout_pair *pairs, size_t n, int a, int b, double *work)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (pairs[i].a == a && pairs[i].b == b)
			work[count++] = pairs[i].log_ratio;
		else if (pairs[i].a == b && pairs[i].b == a)
			work[count++] = -pairs[i].log_ratio;
	}
	return count < LAYOUT_PAIRS ? NAN : median_of(work, count);
}

/* Half the range of the effects; NAN: too few pairs of some two layouts. */
static double measure(double *effects, const struct layout_pair *pairs, size_t n, int layouts,
		      double *work)
{
	double low = INFINITY, high = -INFINITY, median;

	memset(effects, 0, LAYOUT_MAX * sizeof(*effects));
	for (int b = 1; b < layouts; b++)
		for (int a = 0; a < b; a++) {
			median = median_over(pairs, n, a, b, work);
			effects[b] += median / layouts;
			effects[a] -= median / layouts;
		}
	for (int i = 0; i < layouts; i++) {
		if (isnan(effects[i]))
			return NAN;
		low = fmin(low, effects[i]);
		high = fmax(high, effects[i]);
	}
	return (high - low) / 2;
}

/* What the effects leave of the pairs; as many numbers were fitted as there are layouts but
 * one, so what is left is a little less than the noise. */
static void leave(double *left, const struct layout_pair *pairs, size_t n, const double *effects,
		  size_t layouts)
{
	double scale = sqrt((double)n / (double)(n - layouts + 1));

	for (size_t i = 0; i < n; i++)
		left[i] = scale * (pairs[i].log_ratio - effects[pairs[i].b] + effects[pairs[i].a]);
}

/* The mean square of half the range where there is nothing but noise.  `dealt`: the pairs, of
 * which the log ratios are written over. */
static double noise_square(struct layout_pair *dealt, double *left, size_t n, int layouts,
			   double *work)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937); /* the same each time */
	double effects[LAYOUT_MAX], sum = 0;

	for (int deal = 0; deal < LAYOUT_DEALS; deal++) {
		double half;

		gsl_ran_shuffle(rng, left, n, sizeof(*left));
		for (size_t i = 0; i < n; i++)
			dealt[i].log_ratio = gsl_rng_uniform(rng) < 0.5 ? -left[i] : left[i];
		half = measure(effects, dealt, n, layouts, work);
		sum += half * half / LAYOUT_DEALS;
	}
	gsl_rng_free(rng);
	return sum;
}

static void estimate(struct layout_range *range, struct layout_pair *dealt, size_t n,
		     size_t layouts, double *work)
{
	double square;

	range->half = measure(range->effects, dealt, n, (int)layouts, work);
	if (isnan(range->half))
		return;
	leave(work + n, dealt, n, range->effects, layouts);
	square = noise_square(dealt, work + n, n, (int)layouts, work);
	range->noise_half = sqrt(square);
	range->envelope = LAYOUT_FACTOR * sqrt(fmax(0, range->half * range->half - square));
	range->why = NULL;
}

int layout_range(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		 size_t layouts)
{
	struct layout_pair *dealt;
	double *work;

	range->envelope = range->half = range->noise_half = NAN;
	range->why = layouts < 2 ? "built in one layout" : "too few layout A/A pairs";
	if (!are_valid(pairs, n, layouts))
		return -EINVAL;
	if (layouts < 2 || n == 0)
		return 0;
	dealt = malloc(n * sizeof(*dealt));
	work = malloc(2 * n * sizeof(*work));
	if (dealt != NULL && work != NULL) {
		memcpy(dealt, pairs, n * sizeof(*dealt));
		estimate(range, dealt, n, layouts, work);
	}
	free(dealt);
	free(work);
	return dealt != NULL && work != NULL ? 0 : -ENOMEM;
}
