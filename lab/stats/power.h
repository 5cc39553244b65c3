/* SPDX-License-Identifier: MIT */
/*
 * power.h - what n pairs can decide, and how many pairs a question needs.
 *
 * The sign test counts how many of n pairs lie on one side of a value; under an
 * effect that count is binomial with the probability noise.h gives, so power is
 * exact, deterministic and takes microseconds: no simulation.  Source: Dixon
 * and Mood, Journal of the American Statistical Association 41 (1946) 557.
 *
 * Effects and margins are log ratios: log(1.1) for 10 %.  alpha is the level of
 * the one question asked, after the correction for the family (bonferroni_alpha
 * of multiplicity.h): two-sided for a difference, one-sided for each half of an
 * equivalence test.  Pairs are complete, unflagged pairs.
 *
 * Weakness: power jumps with n (the count is whole), so "pairs needed" is where
 * power stays reached for a few n in a row; and after the run the effect put in
 * is the one observed, which is itself uncertain: say "about n pairs".
 */
#ifndef LAB_STATS_POWER_H
#define LAB_STATS_POWER_H

#include <stddef.h>

#include "lab/stats/noise.h"

/*
 * Normal noise of these standard deviations reproduces the table the plan was
 * made from: pairs for POWER_TARGET at alpha .05 / 40, for 5, 10 and 30 %.
 *		simulated	here
 *	quiet	40  15 11	 42  15 11
 *	typical	120 40 11	121  36 11
 *	bad	600 160 30	603 165 28
 */
#define POWER_SD_QUIET	 0.055
#define POWER_SD_TYPICAL 0.1
#define POWER_SD_BAD	 0.23

#define POWER_TARGET	0.8
#define POWER_PAIRS_MAX 100000 /* more than anyone will run */

/* The chance that n pairs show an effect, in its true direction. */
double power_difference(const struct noise *noise, size_t n, double alpha, double effect);

/* Pairs for POWER_TARGET; 0: more than POWER_PAIRS_MAX, or none (effect 0). */
size_t power_pairs(const struct noise *noise, double alpha, double effect);

/* The smallest effect n pairs show with POWER_TARGET; NAN: none, n is too small. */
double power_smallest_effect(const struct noise *noise, size_t n, double alpha);

/* The chance that n pairs show |effect| < margin.  A lower bound: the chance that
 * both halves fail at once is subtracted twice, at most .01 at POWER_TARGET. */
double power_equivalence(const struct noise *noise, size_t n, double alpha, double effect,
			 double margin);

/* Pairs for POWER_TARGET; 0: more than POWER_PAIRS_MAX, or none (|effect| >= margin). */
size_t power_pairs_equivalence(const struct noise *noise, double alpha, double effect,
			       double margin);

#endif
