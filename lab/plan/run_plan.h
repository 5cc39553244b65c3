/* SPDX-License-Identifier: MIT */
/* run_plan.h - what the options of a run come to. */
#ifndef LAB_RUN_PLAN_H
#define LAB_RUN_PLAN_H

#include "lab/commands/run_options.h"

/* The plan of a suite or of the options alone.  `suite` says what was loaded.  LAB_OK,
 * LAB_USAGE or LAB_ENVIRONMENT, with the complaint made. */
int run_plan(const struct run_options *options, const struct arm_set *set, struct suite *suite,
	     struct plan *plan);

#endif
