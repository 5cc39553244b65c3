/* SPDX-License-Identifier: MIT */
/* plan_print.h - a plan for people and programs, without running it. */
#ifndef LAB_PLAN_PRINT_H
#define LAB_PLAN_PRINT_H

#include <stdio.h>

#include "lab/plan/suite.h"

/* What the run of a plan was told besides. */
struct run_told {
	const struct suite *suite;
	uint64_t seed, budget_ns; /* 0: no limit */
	bool json;
};

void plan_print(const struct plan *plan, const struct arm_set *set, const struct run_told *told);

/* What the plan names and cannot measure here, and why, a line each. */
void plan_print_left_out(FILE *out, const struct plan *plan, const struct arm_set *set);

/* "lifo/slots4: spawn_burst children=4, 2 workers, pin compact: tokio+lifo_slots=4 against tokio" */
const char *plan_row_text(const struct plan *plan, const struct plan_row *row);

/* "Tokio: not built, because ...", or NULL. */
const char *tokio_missing(const struct arm_set *set);

#endif
