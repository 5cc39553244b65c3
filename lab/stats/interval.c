/* SPDX-License-Identifier: MIT */
/* interval.c - the order statistics the sign test cannot exclude; see interval.h. */
#include "lab/stats/interval.h"

#include <errno.h>
#include <math.h>

#include "lab/stats/sign_test.h"
#include "lab/stats/spread.h"

bool order_interval(struct order_interval *interval, size_t n, double alpha)
{
	size_t contrary;

	if (!(alpha > 0 && alpha < 1) || !sign_test_allowed(&contrary, n, alpha / 2))
		return false;
	interval->lower = contrary;
	interval->upper = n - 1 - contrary;
	interval->coverage = 1 - 2 * sign_test_p(contrary, n);
	return true;
}

size_t interval_pairs(double alpha)
{
	struct order_interval interval;
	size_t n = 1;

	while (!order_interval(&interval, n, alpha))
		n++;
	return n;
}

int median_interval(struct median_interval *interval, double *values, size_t n, double alpha)
{
	struct order_interval order;

	if (!(alpha > 0 && alpha < 1) || !all_finite(values, n))
		return -EINVAL;
	interval->n = n;
	interval->median = median_of(values, n);
	interval->exists = order_interval(&order, n, alpha);
	interval->lower = interval->exists ? values[order.lower] : -INFINITY;
	interval->upper = interval->exists ? values[order.upper] : INFINITY;
	interval->coverage = interval->exists ? order.coverage : 1;
	return 0;
}
