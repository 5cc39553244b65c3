/* SPDX-License-Identifier: MIT */
/* request.h - the contrasts of claims as requests for the plan. */
#ifndef LAB_CLAIMS_REQUEST_H
#define LAB_CLAIMS_REQUEST_H

#include "lab/plan.h"

/* Adds every contrast of every claim to the plan, a cell each: from `primary` or
 * `secondary`, with what the contrast says in place of it.  The claims become the
 * plan's.  Their names are checked first (names.h).  What cannot run here becomes a refused row or a note.  LAB_OK,
 * LAB_USAGE. */
int claims_plan(struct plan *plan, const struct arm_set *set, const struct claim_set *claims,
		const struct request *primary, const struct request *secondary,
		const struct strings *workloads);

#endif
