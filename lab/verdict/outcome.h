/* SPDX-License-Identifier: MIT */
/*
 * outcome.h - what the verdicts mean for a claim, and for Tokio itself.
 *
 * A claim predicts a verdict for each of its primary contrasts.  It holds if all
 * came out so, does not hold if all decided ones came out otherwise, and holds in
 * part if some did; while nothing is decided it is open.  A claim about what a
 * source says is answered by inspection.
 *
 * Transfer: a contrast of the twin may name the same intervention in real Tokio.
 * A claim with such contrasts is about the transfer: it holds if all agree, does
 * not hold if one contradicts, and is open in between.  The two agree if their differences have one sign (or both are within the
 * margin) and lie within the margin of each other in ns per unit.
 */
#ifndef LAB_VERDICT_OUTCOME_H
#define LAB_VERDICT_OUTCOME_H

#include "lab/verdict/verdict.h"

enum outcome {
	OUTCOME_HOLDS,
	OUTCOME_IN_PART,
	OUTCOME_FAILS,
	OUTCOME_OPEN,	    /* nothing decided yet */
	OUTCOME_INVALID,    /* red rows: no answer */
	OUTCOME_UNMEASURED, /* the run has no pair of it */
	OUTCOME_INSPECTION
};

/* "holds here", "holds in part", "does not hold here", "open", ... */
const char *outcome_name(enum outcome outcome);

enum outcome claim_outcome(const struct claim *claim, const struct verdicts *verdicts);

enum transfer {
	TRANSFER_AGREES,
	TRANSFER_CONTRADICTS,
	TRANSFER_OPEN,	   /* the intervals are too wide for either */
	TRANSFER_NOT_SHOWN /* no such intervention in Tokio, or not measured */
};

const char *transfer_name(enum transfer transfer);

/* Of a row of the twin; `real` (may be NULL) gets the row of Tokio. */
enum transfer verdict_transfer(const struct verdict *twin, const struct verdicts *verdicts,
			       const struct verdict **real);

#endif
