/* SPDX-License-Identifier: MIT */
/*
 * layout.h - how far the place of an arm's code alone moves its time.
 *
 * A layout is another link order, alignment and padding of the same source.  It
 * is a treatment and not noise, and pairs do not average it out: an arm is built
 * in a few layouts only.  Mytkowicz and others, ASPLOS 2009; Curtsinger and Berger
 * (Stabilizer), ASPLOS 2013.
 *
 * Layout A/A pairs put two layouts of one arm side by side.  The median log ratio
 * of layout i over j, averaged over all j, is the effect of i; half the range of
 * the effects is how far the mean over the layouts can lie from the middle.
 *
 * Noise alone makes a range too: with four layouts, 24 pairs and noise of standard
 * deviation s half of it has the median .27 s.  How much, is learnt from the pairs
 * themselves: what the effects leave of them is dealt out anew, with random signs,
 * LAYOUT_DEALS times, and the square of the median of the half ranges that this gives is
 * taken off that of the real one.  So many deals, that no word hangs on how they fell.
 * LAYOUT_FACTOR makes up for what is then too little: with it identical code in four layouts an arm, of normal effects up to 6 %, gets a
 * direction in no more rows than promised (test_lab_stats_family.c).
 *
 * The envelope of a row is the sum over its two arms: what could be between them if
 * their sources were the same.  The estimate is the lab's own.
 *
 * Weakness: four layouts that happen to be alike hide that a fifth is not, and where
 * noise is small the median of a row follows the majority of an arm's four, not
 * their mean: the same test says how often that makes a word wrong.
 */
#ifndef LAB_STATS_LAYOUT_H
#define LAB_STATS_LAYOUT_H

#include <stddef.h>

#define LAYOUT_MAX    16 /* layouts of one arm */
#define LAYOUT_PAIRS  2	 /* of each two layouts: fewer say nothing */
#define LAYOUT_DEALS  2048
#define LAYOUT_FACTOR 1.25

/* A layout A/A pair: the log ratio of layout b over layout a. */
struct layout_pair {
	double log_ratio;
	int a, b; /* 0 .. LAYOUT_MAX - 1, different */
};

struct layout_range {
	double envelope;	    /* of the arm: log ratio, >= 0; NAN: not known */
	const char *why;	    /* static text if NAN, else NULL */
	double half;		    /* of the effects' range as it was seen */
	double noise_half;	    /* what noise alone makes of it, in the median */
	double effects[LAYOUT_MAX]; /* of each layout, beside the mean of all */
};

/* `pairs` is the caller's, n long, of an arm with that many layouts.  0; -EINVAL if a log
 * ratio is not finite or a layout is not one of them, or for no deals; -ENOMEM. */
int layout_range(struct layout_range *range, const struct layout_pair *pairs, size_t n,
		 size_t layouts, unsigned int deals);

#endif
