/* SPDX-License-Identifier: MIT */
/*
 * outcome.h - what the verdicts mean for a claim.
 *
 * A claim's file says which contrasts carry it and what each must come out as, and
 * which are controls (claim.h).  In this order:
 *   1. A carrier or a control is invalid: INVALID.
 *   2. No carrier was measured: UNMEASURED.
 *   3. A control did not come out as it must: OPEN.  What it says of the carriers
 *	does not count.
 *   4. Carriers contradict each other, or one depends on the machine: DEPENDS.
 *   5. A carrier came out as the claim cannot be: OPPOSITE if one certainly has the other
 *	direction, by more than slightly; else FAILS.
 *   6. A carrier needs another host: NOT_DECIDABLE.  One is undecided: OPEN.
 *   7. All came out as they must: HOLDS; HOLDS_SMALL if the direction of one is shown
 *	and its size lies within the margin.
 * What predicts nothing fulfils nothing.  A claim in which contrasts transfer is about the
 * transfer (transfer.h): it fails if one contradicts Tokio, holds if all agree.
 */
#ifndef LAB_VERDICT_OUTCOME_H
#define LAB_VERDICT_OUTCOME_H

#include "lab/verdict/verdict.h"

enum outcome {
	OUTCOME_HOLDS,
	OUTCOME_HOLDS_SMALL,
	OUTCOME_FAILS,
	OUTCOME_OPPOSITE,
	OUTCOME_DEPENDS,
	OUTCOME_NOT_DECIDABLE,
	OUTCOME_OPEN,
	OUTCOME_INVALID,
	OUTCOME_UNMEASURED, /* the run has no pair of it */
	OUTCOME_INSPECTION,
	OUTCOME_MODEL_CHECK
};
#define OUTCOMES 11

/* "holds here", "holds here, but small", "does not hold here", "the opposite holds here",
 * "depends", "not decidable here", "open", "invalid", "not measured", "by inspection",
 * "by model check"; static. */
const char *outcome_name(enum outcome outcome);

/* Is it what pairs can answer?  Such are provisional where words are. */
bool outcome_is_answer(enum outcome outcome);

struct claim_answer {
	enum outcome outcome;
	const char *word;     /* its name, with "provisional: " where that is said of the rows */
	const char *sentence; /* one, as one would say it to a colleague */
};

struct claim_answer claim_answer(const struct claim *claim, const struct verdicts *verdicts);

#endif
