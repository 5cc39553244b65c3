/* SPDX-License-Identifier: MIT */
/*
 * agree.h - do runs of the same contrast say the same?
 *
 * Verdicts are per host and per run: nothing is pooled.  Two runs agree on a row if
 * their directions are not opposite and the intervals that their words are read from
 * overlap.  Equal words are no measure: the same effect is "faster" in a run with
 * more pairs and "undecided" in one with fewer.
 */
#ifndef LAB_VERDICT_AGREE_H
#define LAB_VERDICT_AGREE_H

#include "lab/verdict/verdict.h"

enum agreement {
	AGREEMENT_SAME,	       /* one direction in both, and the intervals overlap */
	AGREEMENT_OVERLAPS,    /* they overlap, and one run or both say no direction */
	AGREEMENT_NO_INTERVAL, /* a run withholds its word or has no interval: none is confirmed */
	AGREEMENT_DISJOINT,    /* the intervals do not overlap */
	AGREEMENT_OPPOSITE,    /* one says faster, the other slower */
	AGREEMENT_MISSING      /* fewer than two runs have it, by the same measure */
};
#define AGREEMENTS 6

/* "same direction, overlapping", "overlapping", "no interval", "disjoint", "opposite",
 * "in one run only"; static. */
const char *agreement_name(enum agreement agreement);

/* May its interval stand beside others?  Not if a word is withheld that it would give. */
bool verdict_is_readable(const struct verdict *row);

/* The worst that any two of the runs say to each other, in the order above; NULL: that run does not
 * have the row. */
enum agreement verdicts_agree(const struct verdict *const *rows, size_t count);

/* Of two runs. */
enum agreement verdict_agreement(const struct verdict *row, const struct verdict *other);

/* How the rows of two runs agree, those of one purpose. */
struct agreement_sums {
	size_t rows[AGREEMENTS];
	size_t both;	    /* runs have it, by the same measure */
	size_t decided;	    /* ... and their words, whichever */
	size_t agreed;	    /* ... which agree */
	size_t equal_words; /* of the rows that both have */
};
struct agreement_sums verdicts_sum_agreement(const struct verdicts *verdicts,
					     const struct verdicts *others, bool primary);

#endif
