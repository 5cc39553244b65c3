/* SPDX-License-Identifier: MIT */
/*
 * outcome.h - what the verdicts mean for a claim.
 *
 * A claim's file says which contrasts carry it and what each must come out as, and
 * which are controls (claim.h).  In this order, the first that applies:
 *   1. A carrier or a control is invalid: INVALID.
 *   2. No carrier has a pair, and none of them because it needs another host: UNMEASURED.
 *   3. A control did not come out as it must, was not measured, was not exercised or
 *	needs another host: OPEN.  What it says of the carriers does not count.  Of a
 *	control the direction is asked, not the size.
 *   4. One carrier is shown and another refuted, or one depends on the machine: DEPENDS.
 *   5. A carrier is refuted: OPPOSITE if each carrier is beyond the margin in the other
 *	direction, else FAILS.  "Slower by at least 0.01 %" is no opposite of "faster".
 *   6. A carrier needs another host: NOT_DECIDABLE.
 *   7. A carrier is undecided, not exercised or not measured: OPEN.
 *   8. All are shown.  Where a direction is predicted:
 *	  HOLDS		 each is beyond the margin;
 *	  HOLDS_SMALL	 one lies within the margin ("slightly");
 *	  HOLDS_UNSIZED	 none does, and of one it is not known ("at least").
 *	Small comes before size open: what comes of the open one, small it stays, because
 *	the other will not grow.  Where none is predicted ("equivalent", "not slower"):
 *	HOLDS; the size is what was predicted.
 *
 * What predicts nothing fulfils nothing.  A claim without a carrier, which only stored
 * sets have, is OPEN.
 *
 * A claim in which contrasts transfer is about the transfer (transfer.h), and what its
 * carriers say does not count.  One contradicts Tokio: FAILS.  Else one is open or has no
 * word: OPEN.  Else none is shown: UNMEASURED.  Else some are and some are not: OPEN, with
 * those that are not.  All agree: HOLDS.
 */
#ifndef LAB_VERDICT_OUTCOME_H
#define LAB_VERDICT_OUTCOME_H

#include "lab/verdict/verdict.h"

enum outcome {
	OUTCOME_HOLDS,
	OUTCOME_HOLDS_SMALL,
	OUTCOME_HOLDS_UNSIZED,
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
#define OUTCOMES 12

/* "holds here", "holds here, but small", "holds here, size open", "does not hold here", "the
 * opposite holds here", "depends", "not decidable here", "open", "invalid", "not measured",
 * "by inspection", "by model check"; static. */
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
