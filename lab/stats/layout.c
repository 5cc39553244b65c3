/* SPDX-License-Identifier: MIT */
/* layout.c - medians of each two layouts, and their means; see layout.h. */
#include "lab/stats/layout.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

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

static void measure(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		    int layouts, double *work)
{
	double low = INFINITY, high = -INFINITY;

	for (int b = 0; b < layouts; b++) {
		range->effects[b] = 0;
		for (int a = 0; a < layouts; a++)
			if (a != b)
				range->effects[b] += median_over(pairs, n, a, b, work) / layouts;
		if (isnan(range->effects[b]))
			return;
		low = fmin(low, range->effects[b]);
		high = fmax(high, range->effects[b]);
	}
	range->half = (high - low) / 2;
	range->why = NULL;
}

int layout_range(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		 size_t layouts)
{
	double *work;

	range->half = NAN;
	range->why = layouts < 2 ? "built in one layout" : "too few layout A/A pairs";
	if (!are_valid(pairs, n, layouts))
		return -EINVAL;
	if (layouts < 2)
		return 0;
	work = malloc((n + 1) * sizeof(*work));
	if (work == NULL)
		return -ENOMEM;
	measure(range, pairs, n, (int)layouts, work);
	free(work);
	return 0;
}
