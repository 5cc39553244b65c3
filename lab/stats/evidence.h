/* SPDX-License-Identifier: MIT */
/*
 * evidence.h - what one set of a row's pairs says, before any family is looked at.
 *
 * A row has two such sets: without the flagged pairs, and all.  decide.h says
 * what becomes of them; nothing else needs this file.
 */
#ifndef LAB_STATS_EVIDENCE_H
#define LAB_STATS_EVIDENCE_H

#include "lab/stats/decide.h"

struct evidence {
	struct median_interval interval;
	struct layout_envelope envelope;
	struct regime_effects regimes;
	double p_difference, p_equivalence;
};

enum evidence_of { UNFLAGGED_PAIRS, ALL_PAIRS };

/* `alpha` is the row's share of the family's.  An INVALID row (any red sample)
 * gives the evidence of no pairs.  0, -EINVAL or -ENOMEM as decide_family(). */
int evidence_gather(struct evidence *evidence, const struct decide_row *row, enum evidence_of set,
		    double alpha);

/* Rules 3 to 6 of decide.h, `rejected_*` being what the family allows. */
enum verdict_kind evidence_kind(const struct evidence *evidence, double margin,
				bool rejected_difference, bool rejected_equivalence,
				enum verdict_reason *reason);

/* Pairs a row like this one needs (verdict.needed), from its unflagged pairs. */
int evidence_needed(size_t *needed, const struct evidence *unflagged, const struct decide_row *row,
		    double alpha);

size_t row_flagged(const struct decide_row *row);
bool row_is_red(const struct decide_row *row);

#endif
