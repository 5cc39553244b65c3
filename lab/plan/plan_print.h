/* SPDX-License-Identifier: MIT */
/* plan_print.h - a plan for people and programs, without running it. */
#ifndef LAB_PLAN_PRINT_H
#define LAB_PLAN_PRINT_H

#include "lab/commands/run_options.h"

void plan_print(const struct plan *plan, const struct arm_set *set, const struct suite *suite,
		const struct run_options *options);

#endif
