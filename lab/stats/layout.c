/* SPDX-License-Identifier: MIT */
/* layout.c - medians per layout and their range; see layout.h. */
#include "lab/stats/layout.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lab/stats/spread.h"

struct arm_range {
	size_t layouts;
	double low, high; /* of the medians */
};

static bool are_layouts(const struct pair_layout *layouts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (layouts[i].arm[0] >= LAYOUT_MAX || layouts[i].arm[1] >= LAYOUT_MAX)
			return false;
	return true;
}

/* `work` holds n values. */
static struct arm_range range_of(const double *log_ratios, const struct pair_layout *layouts,
				 size_t n, int arm, double *work)
{
	struct arm_range range = { 0, INFINITY, -INFINITY };

	for (int layout = 0; layout < LAYOUT_MAX; layout++) {
		size_t count = 0;
		double median;

		for (size_t i = 0; i < n; i++)
			if (layouts[i].arm[arm] == layout)
				work[count++] = log_ratios[i];
		if (count < LAYOUT_PAIRS)
			continue;
		median = median_of(work, count);
		range.low = fmin(range.low, median);
		range.high = fmax(range.high, median);
		range.layouts++;
	}
	return range;
}

static void measure(struct layout_envelope *envelope, const double *log_ratios,
		    const struct pair_layout *layouts, size_t n, double *work)
{
	for (int arm = 0; arm < 2; arm++) {
		struct arm_range range = range_of(log_ratios, layouts, n, arm, work);

		envelope->layouts[arm] = range.layouts;
		if (range.layouts >= 2) /* fmax takes the number of a number and a NAN */
			envelope->envelope = fmax(envelope->envelope, (range.high - range.low) / 2);
	}
}

int layout_envelope(struct layout_envelope *envelope, const double *log_ratios,
		    const struct pair_layout *layouts, size_t n)
{
	struct layout_envelope unknown = { NAN, "no layouts known", { 0, 0 } };
	double *work;

	*envelope = unknown;
	if (!all_finite(log_ratios, n) || (layouts != NULL && !are_layouts(layouts, n)))
		return -EINVAL;
	if (layouts == NULL || n == 0)
		return 0;
	work = malloc(n * sizeof(*work));
	if (work == NULL)
		return -ENOMEM;
	measure(envelope, log_ratios, layouts, n, work);
	free(work);
	envelope->why = isnan(envelope->envelope) ? "fewer than two layouts with four pairs" : NULL;
	return 0;
}
