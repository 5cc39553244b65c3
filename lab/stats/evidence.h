/* SPDX-License-Identifier: MIT */
/*
 * evidence.h - what one set of a row's pairs says.
 *
 * A row has two such sets: without the flagged pairs, and all.  decide.h says
 * what becomes of them; nothing else needs this file.
 */
#ifndef LAB_STATS_EVIDENCE_H
#define LAB_STATS_EVIDENCE_H

#include "lab/stats/decide.h"

struct evidence {
	struct median_interval interval;
	double low, high; /* widened by the envelope; NAN where that is */
	struct regime_effects regimes;
	double p; /* of no difference */
};

enum evidence_of { UNFLAGGED_PAIRS, ALL_PAIRS };

/* `alpha` is the row's share of the family's.  An INVALID row (any red sample)
 * gives the evidence of no pairs.  0, -EINVAL or -ENOMEM as decide_row(). */
int evidence_gather(struct evidence *evidence, const struct decide_row *row, enum evidence_of set,
		    double alpha);

/* Rules 3 to 5 of decide.h. */
enum verdict_kind evidence_kind(const struct evidence *evidence, const struct decide_row *row,
				enum verdict_reason *reason);

/* Pairs that a row like this one needs, and the smallest difference that its own pairs
 * show (decision.needed and .visible), from its unflagged pairs. */
int evidence_power(size_t *needed, double *visible, const struct evidence *unflagged,
		   const struct decide_row *row, double alpha);

size_t row_flagged(const struct decide_row *row);
bool row_is_red(const struct decide_row *row);

#endif
