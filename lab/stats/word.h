/* SPDX-License-Identifier: MIT */
/*
 * word.h - the word that an interval and a margin make; every view asks here.
 *
 * The interval holds the median log ratio of B over A, the margin M is what does
 * not matter (both ends of it, -M and M, are still "within").
 *
 *   wholly below -M				faster
 *   below 0, on both sides of -M		faster, by at least x %
 *   below 0, within the margin			slightly faster
 *   holds 0, within the margin			equivalent
 *   holds 0, upper end within the margin	not slower
 *   anything else				undecided
 *
 * and mirrored.  Each word is true whenever the interval holds the true median, so
 * no word is wrong more often than the interval misses.
 */
#ifndef LAB_STATS_WORD_H
#define LAB_STATS_WORD_H

#include "lab/stats/verdict_kind.h"

/* Log ratios; low <= high, which may be infinite; margin above 0.  A NAN among them:
 * UNDECIDED. */
enum verdict_kind word_of(double low, double high, double margin);

/* The x of "faster by at least x %": the fewest percent that arm B takes less (or more)
 * than A.  NAN for a word without direction. */
double word_at_least_percent(double low, double high);

#endif
