/* SPDX-License-Identifier: MIT */
/* promise.c - see promise.h. */
#include "lab/verdict/promise.h"

#include <math.h>

#include "lab/stats/power.h"
#include "lab/verdict/verdict.h"

#define PLANT_MOST 100.0 /* per cent; the harness plants no more */

/* The rows that are right together with this one; planted ones are judged as primary. */
static size_t family_of(const struct plan *plan, const struct plan_row *row)
{
	enum purpose purpose = row->purpose == PURPOSE_PLANTED ? PURPOSE_PRIMARY : row->purpose;
	size_t family = 0;

	for (size_t i = 0; i < plan->row_count; i++)
		family += plan->rows[i].purpose == purpose;
	return family;
}

double promise_smallest_effect(const struct plan *plan, const struct plan_row *row)
{
	struct noise noise = noise_normal(POWER_SD_TYPICAL);
	unsigned int pairs = plan_measured(plan, row)->pairs;

	if (row->purpose == PURPOSE_SCREENING || row->purpose == PURPOSE_FURTHER ||
	    (row->contrast != NULL && !measure_is_time(row->contrast->measure)))
		return NAN;
	return expm1(power_smallest_effect(&noise, pairs,
					   verdict_alpha(row->purpose, family_of(plan, row))));
}

void promise_plants(struct plan *plan)
{
	for (size_t i = 0; i < plan->row_count; i++) {
		struct plan_row *row = &plan->rows[i];
		double percent = 100 * row->plant_effects * promise_smallest_effect(plan, row);

		if (row->purpose != PURPOSE_PLANTED || !(row->plant_effects > 0))
			continue;
		if (!(percent > 0))
			row->refused = "too few pairs to show anything";
		else
			row->plant_percent = fmin(ceil(10 * percent) / 10, PLANT_MOST);
	}
}
