/* SPDX-License-Identifier: MIT */
/* claims_plan.h - the contrasts of claims as requests for the plan. */
#ifndef LAB_CLAIMS_PLAN_H
#define LAB_CLAIMS_PLAN_H

#include "lab/plan/plan.h"

/* How the rows of claims start; what a contrast says takes the place of it. */
struct claim_requests {
	struct request primary, secondary;
	struct request further; /* of builds that are only counted, for further measures */
};

/* Adds every contrast of every claim to the plan, a cell each, and another row where a
 * measure of it comes from another build.  The claims become the plan's.  Their names are
 * checked first (lab/claims/names.h).  What cannot run here becomes a refused row or a note.
 * LAB_OK, LAB_USAGE. */
int claims_plan(struct plan *plan, const struct arm_set *set, const struct claim_set *claims,
		const struct claim_requests *requests, const struct strings *workloads);

#endif
