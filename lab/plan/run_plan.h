/* SPDX-License-Identifier: MIT */
/* run_plan.h - what a person asks for, and the plan that it comes to. */
#ifndef LAB_RUN_PLAN_H
#define LAB_RUN_PLAN_H

#include "lab/plan/suite.h"

/* What a person asks to be measured: a suite, claims, or arms; and what takes the place of
 * what those say. */
struct run_request {
	const char *suite, *suite_directory;
	const char *arms, *against, *workloads, *claims; /* NULL: not given */
	struct sides sides;				 /* of a suite that is a trial */
	struct strings params, workers;
	const char *pin;
	int64_t pairs, blocks; /* 0: not given */
	int64_t layout_pairs;  /* -1: not given */
	uint64_t block_ns;
};

/* The plan of a suite, of claims or of the options alone.  `suite` says what was loaded.  LAB_OK,
 * LAB_USAGE or LAB_ENVIRONMENT, with the complaint made. */
int run_plan(const struct run_request *options, const struct arm_set *set, struct suite *suite,
	     struct plan *plan);

/* The arms that it names, and patterns of them, before anything is known of them.  LAB_OK,
 * LAB_USAGE or LAB_ENVIRONMENT, with the complaint made. */
int run_plan_arms(const struct run_request *options, struct strings *names);

#endif
