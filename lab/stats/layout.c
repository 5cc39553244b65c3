/* SPDX-License-Identifier: MIT */
/* layout.c - medians of each two layouts, their means, and what noise makes of them; see
 * layout.h. */
#include "lab/stats/layout.h"

#include <errno.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/spread.h"

/* Each two layouts. */
#define GROUPS_MAX (LAYOUT_MAX * (LAYOUT_MAX - 1) / 2)

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

/* Half the range of the effects, from the medians of each two layouts; NAN: one of them is. */
static double half_range(double *effects, const double *medians, int layouts)
{
	double low = INFINITY, high = -INFINITY;

	memset(effects, 0, LAYOUT_MAX * sizeof(*effects));
	for (int b = 1; b < layouts; b++)
		for (int a = 0; a < b; a++, medians++) {
			effects[b] += *medians / layouts;
			effects[a] -= *medians / layouts;
		}
	for (int i = 0; i < layouts; i++) {
		if (isnan(effects[i]))
			return NAN;
		low = fmin(low, effects[i]);
		high = fmax(high, effects[i]);
	}
	return (high - low) / 2;
}

static double measure(double *effects, const struct layout_pair *pairs, size_t n, int layouts,
		      double *work)
{
	double medians[GROUPS_MAX] = { 0 };
	size_t count = 0;

	for (int b = 1; b < layouts; b++)
		for (int a = 0; a < b; a++)
			medians[count++] = median_over(pairs, n, a, b, work);
	return half_range(effects, medians, layouts);
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

/* How many pairs each two layouts have, in the order in which measure() asks for them. */
struct layout_groups {
	int layouts;
	size_t sizes[GROUPS_MAX], count;
	double *halves; /* one a deal */
};

static void count_groups(struct layout_groups *groups, const struct layout_pair *pairs, size_t n)
{
	for (int b = 1; b < groups->layouts; b++)
		for (int a = 0; a < b; a++) {
			size_t *size = &groups->sizes[groups->count++];

			*size = 0;
			for (size_t i = 0; i < n; i++)
				*size += (pairs[i].a == a && pairs[i].b == b) ||
					 (pairs[i].a == b && pairs[i].b == a);
		}
}

/* What is left in another order, each with a sign of its own: as either layout of a pair
 * may be the first, no other sign is needed. */
static void deal(gsl_rng *rng, double *left, double *dealt, size_t n)
{
	for (size_t i = n; i > 0; i--) { /* gsl_ran_shuffle moves byte by byte */
		size_t other = gsl_rng_uniform_int(rng, 2 * i);
		double value = left[other / 2];

		left[other / 2] = left[i - 1];
		left[i - 1] = value;
		dealt[i - 1] = other % 2 == 0 ? value : -value;
	}
}

/* Half the range where there is nothing but noise: the median of the deals, which a long
 * tail does not move. */
static double noise_half(struct layout_groups *groups, double *left, double *dealt, size_t n,
			 unsigned int deals)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937); /* the same each time */
	double medians[GROUPS_MAX] = { 0 }, effects[LAYOUT_MAX], median;

	for (unsigned int round = 0; round < deals; round++) {
		double *next = dealt;

		deal(rng, left, dealt, n);
		for (size_t i = 0; i < groups->count; next += groups->sizes[i++])
			medians[i] = median_of(next, groups->sizes[i]);
		groups->halves[round] = half_range(effects, medians, groups->layouts);
	}
	median = median_of(groups->halves, deals);
	gsl_rng_free(rng);
	return median;
}

static void estimate(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		     int layouts, double *work, unsigned int deals)
{
	struct layout_groups groups = { .layouts = layouts, .halves = work + 2 * n };
	double half = measure(range->effects, pairs, n, layouts, work);

	range->half = half;
	if (isnan(half))
		return;
	count_groups(&groups, pairs, n);
	leave(work + n, pairs, n, range->effects, (size_t)layouts);
	range->noise_half = noise_half(&groups, work + n, work, n, deals);
	range->envelope = LAYOUT_FACTOR *
			  sqrt(fmax(0, half * half - range->noise_half * range->noise_half));
	range->why = NULL;
}

int layout_range(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		 size_t layouts, unsigned int deals)
{
	double *work;

	range->envelope = range->half = range->noise_half = NAN;
	range->why = layouts < 2 ? "built in one layout" : "too few layout A/A pairs";
	if (deals == 0 || !are_valid(pairs, n, layouts))
		return -EINVAL;
	if (layouts < 2 || n == 0)
		return 0;
	work = malloc((2 * n + deals) * sizeof(*work));
	if (work == NULL)
		return -ENOMEM;
	estimate(range, pairs, n, (int)layouts, work, deals);
	free(work);
	return 0;
}
