/* SPDX-License-Identifier: MIT */
/*
 * layout.h - how far the code's layout alone moves a row: no verdict below it.
 *
 * Each pair draws a layout for either arm (link order, alignment, padding: same
 * source).  For one arm, the median log ratio is taken per layout, over the
 * layouts with at least LAYOUT_PAIRS pairs; half the range of these medians is
 * the arm's envelope, and the row's is the larger of the two arms.  That layout
 * is a treatment and not noise: Mytkowicz and others, ASPLOS 2009; Curtsinger
 * and Berger (Stabilizer), ASPLOS 2013.  The envelope is the lab's own measure.
 *
 * Weakness: it measures noise too.  Layouts that change nothing, four an arm and
 * 40 pairs of normal noise, give an envelope of .47 standard deviations in the
 * median and .79 at the 95th percentile: 4.7 and 8 % in typical noise, where a
 * planted 10 % so stays below it in one run of fifty.  It shrinks with the
 * square root of the pairs: 130 give .27 and .45.
 */
#ifndef LAB_STATS_LAYOUT_H
#define LAB_STATS_LAYOUT_H

#include <stddef.h>

#define LAYOUT_MAX   16 /* layouts of one arm */
#define LAYOUT_PAIRS 4	/* fewer pairs say nothing about a layout */

struct pair_layout {
	int arm[2]; /* of A and of B: 0 .. LAYOUT_MAX - 1; negative: not known, counts nowhere */
};

struct layout_envelope {
	double envelope;   /* in log ratio, >= 0; NAN: neither arm has two layouts to compare */
	const char *why;   /* static text if NAN, else NULL */
	size_t layouts[2]; /* with enough pairs, of A and of B */
};

/* Both arrays are the caller's, n long; `layouts` NULL: none known.  0; -EINVAL
 * if a log ratio is not finite or a layout is LAYOUT_MAX or more; -ENOMEM. */
int layout_envelope(struct layout_envelope *envelope, const double *log_ratios,
		    const struct pair_layout *layouts, size_t n);

#endif
