/* SPDX-License-Identifier: MIT */
/* proportion.c - proportions at which a binomial tail is alpha / 2; see proportion.h. */
#include "lab/stats/proportion.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "lab/stats/bisect.h"

struct tail {
	unsigned int hits, trials;
	double p;
};

/* As many hits, or more, are no longer too rare. */
static bool explains_hits(double proportion, const void *context)
{
	const struct tail *tail = context;

	return gsl_cdf_binomial_Q(tail->hits - 1, proportion, tail->trials) >= tail->p;
}

static double lower_end(size_t hits, size_t trials, double p)
{
	struct tail tail = { (unsigned int)hits, (unsigned int)trials, p };

	return hits > 0 ? bisect(explains_hits, &tail, 0, 1) : 0;
}

int clopper_pearson(struct proportion *proportion, size_t hits, size_t trials, double alpha)
{
	if (hits > trials || !(alpha > 0 && alpha < 1))
		return -EINVAL;
	proportion->estimate = trials > 0 ? (double)hits / (double)trials : NAN;
	proportion->lower = lower_end(hits, trials, alpha / 2);
	proportion->upper = 1 - lower_end(trials - hits, trials, alpha / 2);
	return 0;
}
