/* SPDX-License-Identifier: MIT */
/*
 * json.h - claims and what became of them, for scripts.
 *
 * Ratios are arm / baseline; envelope, margin, visible, aa_spread and the numbers of a
 * transfer are fractions (0.03 is 3 %).  Of a measure that is compared by differences all
 * of them are amounts per unit of work, arm minus baseline.  What is not known is null.
 */
#ifndef LAB_VERDICT_JSON_H
#define LAB_VERDICT_JSON_H

#include <jansson.h>

#include "lab/verdict/markdown.h"

/* One claim with its contrasts; `again`: NULL, or a run whose rows stand beside them.  The
 * caller owns it. */
json_t *claim_json(const struct claim *claim, const struct entry_run *run,
		   const struct entry_run *again);

#endif
