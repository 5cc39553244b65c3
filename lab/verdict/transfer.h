/* SPDX-License-Identifier: MIT */
/*
 * transfer.h - has the same intervention the same effect in the twin and in Tokio?
 *
 * An equivalence test on the difference of the two effects, in log ratios: what a knob
 * does is compared as a part of the time, because a unit of the twin and one of Tokio
 * take different times.  Both intervals hold together at the level of their families,
 * so the difference lies between twin.low - real.high and twin.high - real.low
 * whenever they do.  Its margin is the claim's own (claim.h).
 */
#ifndef LAB_VERDICT_TRANSFER_H
#define LAB_VERDICT_TRANSFER_H

#include "lab/verdict/verdict.h"

enum transfer {
	TRANSFER_AGREES,      /* the difference lies within the margin */
	TRANSFER_CONTRADICTS, /* beyond it, or the two have opposite directions */
	TRANSFER_OPEN,	      /* its interval is too wide for either, or a word is withheld */
	TRANSFER_NOT_SHOWN    /* no such intervention in Tokio, or not measured */
};

const char *transfer_name(enum transfer transfer);

struct transfer_answer {
	enum transfer transfer;
	const struct verdict *real; /* the row of Tokio; NULL: not shown */
	double low, high;	    /* of the difference, log ratios; NAN: not known */
	double margin;		    /* log ratio */
};

/* Of a row of the twin; of any other row TRANSFER_NOT_SHOWN. */
struct transfer_answer verdict_transfer(const struct verdict *twin,
					const struct verdicts *verdicts);

/* "the effects differ by -1.2 % to +0.8 %, both intervals together at 95 %, margin 5 %" */
const char *transfer_text(const struct transfer_answer *answer);

#endif
