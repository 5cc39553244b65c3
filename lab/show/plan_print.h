/* SPDX-License-Identifier: MIT */
/* plan_print.h - a plan for people and programs, without running it. */
#ifndef LAB_PLAN_PRINT_H
#define LAB_PLAN_PRINT_H

#include "lab/plan/suite.h"

/* What the run of a plan was told besides. */
struct run_told {
	const struct suite *suite;
	uint64_t seed, budget_ns; /* 0: no limit */
	bool json;
};

void plan_print(const struct plan *plan, const struct arm_set *set, const struct run_told *told);

#endif
