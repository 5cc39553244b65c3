/* SPDX-License-Identifier: MIT */
/*
 * trial_limits.h - how much worse a person lets an outcome of a trial get.
 *
 * "slower:5%" is of time, "MEASURE:5%" of any other (measures/measure.h), several are joined by
 * commas.  A limit takes the place of the margin before the rows are judged, so that flagged
 * pairs, layouts and rare events count beside it as they do beside a margin.  Of events the
 * absolute floor of the measure stays: a limit is that part of the base's level, or the floor.
 */
#ifndef LAB_VERDICT_TRIAL_LIMITS_H
#define LAB_VERDICT_TRIAL_LIMITS_H

#include "lab/verdict/verdict.h"

struct trial_limit {
	const struct measure *measure;
	double fraction;
};

struct trial_limits {
	struct trial_limit *limits;
	size_t count;
};

/* Adds a limit, or several joined by commas.  False: what is wrong has been said. */
bool trial_add_limits(struct trial_limits *limits, const char *text);

/* NULL: it has none. */
const struct trial_limit *trial_limit_of(const struct trial_limits *limits,
					 const struct measure *measure);

/* "slower:5%,switches:10%", as they are typed and kept. */
const char *trial_limits_text(const struct trial_limits *limits);

#endif
