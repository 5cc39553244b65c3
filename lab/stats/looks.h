/* SPDX-License-Identifier: MIT */
/*
 * looks.h - intervals for a median that stay right however often one looks.
 *
 * A row may be looked at while it runs, and ends when it has its word.  Looked at
 * each time with the interval of one look it would be wrong more often than
 * promised.  So the alpha of the row is spent: of it a share that grows with the
 * pairs may be used up by each look, and the interval of look k lies between the
 * innermost order statistics for which the chance that any look so far missed the
 * median stays within what may be spent.  That chance is exact: below the true
 * median lie Binomial(n, 1/2) values, whatever their distribution, and the joint
 * law of the counts at all looks is a walk that is added up term by term.
 *
 * Sources: Lan and DeMets, Biometrika 70 (1983) 659 (spending); Jennison and
 * Turnbull, Journal of the Royal Statistical Society B 51 (1989) 305 (repeated
 * intervals: valid whenever one stops, and whether or not by the rule); Kim and DeMets,
 * Biometrika 74 (1987) 149 (alpha times a power of the fraction of the pairs).
 *
 * Information is pairs that count: complete and not flagged.  How many there are
 * at a look may depend on anything but the log ratios.
 *
 * Weakness: looks cost width at the end, and the walk needs the number of pairs at earlier
 * looks, so a row that was looked at keeps them.
 */
#ifndef LAB_STATS_LOOKS_H
#define LAB_STATS_LOOKS_H

#include <stdbool.h>
#include <stddef.h>

#define LOOKS_POWER 2.0
#define LOOKS_MAX   16	 /* looks at one row */
#define LOOKS_PAIRS 4096 /* of one row */

/* After how many pairs of a row one looks, if it is planned for so many: the draw of its
 * layouts is complete at the first. */
extern const size_t looks_at[]; /* 16, 32, 48, 64, 96, 128 */

/* How many of those come before n pairs. */
size_t looks_before(size_t n);
/* Is it one of them? */
bool looks_are_at(size_t n);

struct looks {
	double alpha;	/* of the row, over all looks */
	size_t planned; /* pairs that count when all are there */
	size_t count;	/* looks so far */
	size_t n;	/* pairs at the last of them */
	double spent;	/* exact chance of having missed the median by now */
	double *walk;	/* chance of each count below the median, not having missed yet; n + 1 */
};

/* 0; -EINVAL unless alpha is within 0..1 and planned within 1..LOOKS_PAIRS; -ENOMEM. */
int looks_start(struct looks *looks, double alpha, size_t planned);

/* A look at `n` pairs in all (at least as many as at the last look; more than planned counts
 * as all of them).  The last one may spend what is left, however many pairs were flagged;
 * which one that is, is not decided by what the pairs say.  `contrary` gets the index from 0 of the lower end in ascending values;
 * the upper is as far from the other end.  False: no interval at this look; nothing is spent.
 * An error is a look without an interval as well. */
bool looks_next(struct looks *looks, size_t n, bool last, size_t *contrary);

void looks_end(struct looks *looks);

#endif
