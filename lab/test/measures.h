/* SPDX-License-Identifier: MIT */
/*
 * measures.h - seeded counts of events, and how often a row of their differences is wrong.
 *
 * Counts tie, so the sign test has less to go by than its level; how much less follows from the
 * distribution of the difference, which is added up here term by term.
 */
#ifndef LAB_TEST_MEASURES_H
#define LAB_TEST_MEASURES_H

#include <gsl/gsl_cdf.h>

#include "lab/stats/evidence.h"
#include "lab/stats/spread.h"
#include "simulate.h"

#define ALPHA	 0.05
#define SHARE	 (ALPHA / WORLD_FAMILY)
#define RELATIVE 0.1  /* the margin, of the baseline's median */
#define JUST	 1e-9 /* a little */

/* Events of one sample, as many as `mean` on average. */
enum counts {
	COUNTS_POISSON,	  /* each event by itself */
	COUNTS_SCATTERED, /* negative binomial: standard deviation 70 % of the mean, and more */
	COUNTS_BURSTS,	  /* one sample in ten has ten times as many */
	COUNTS_WILD,	  /* negative binomial: standard deviation 140 %, and more */
	COUNTS_KINDS
};

static inline double draw_count(gsl_rng *rng, enum counts kind, double mean)
{
	double wild = kind == COUNTS_WILD ? 0.5 : 2;

	if (!(mean > 0))
		return 0;
	if (kind == COUNTS_POISSON)
		return gsl_ran_poisson(rng, mean);
	if (kind == COUNTS_BURSTS)
		return gsl_ran_poisson(rng, mean / 1.9 * (gsl_rng_uniform(rng) < 0.1 ? 10 : 1));
	return gsl_ran_negative_binomial(rng, wild / (wild + mean), wild);
}

static inline double chance_of_at_most(enum counts kind, double mean, double count)
{
	double wild = kind == COUNTS_WILD ? 0.5 : 2;
	unsigned int most = (unsigned int)count;

	if (count < 0 || !(mean > 0))
		return count < 0 ? 0 : 1;
	if (kind == COUNTS_POISSON)
		return gsl_cdf_poisson_P(most, mean);
	if (kind == COUNTS_BURSTS)
		return 0.9 * gsl_cdf_poisson_P(most, mean / 1.9) +
		       0.1 * gsl_cdf_poisson_P(most, mean / 1.9 * 10);
	return gsl_cdf_negative_binomial_P(most, wild / (wild + mean), wild);
}

/* The chance that B has more than `margin` events more than A. */
static inline double chance_above(enum counts kind, double mean_a, double mean_b, double margin)
{
	double sum = 0, before = 0;

	for (double b = 0; before < 1 - 1e-10; b++) {
		double by_now = chance_of_at_most(kind, mean_b, b);

		sum += (by_now - before) * chance_of_at_most(kind, mean_a, ceil(b - margin) - 1);
		before = by_now;
	}
	return sum;
}

/* Of B - A, where B has more. */
static inline double median_difference(enum counts kind, double mean_a, double mean_b)
{
	double low = -1, high = 1; /* the median lies above the one and not above the other */

	while (chance_above(kind, mean_a, mean_b, high) > 0.5)
		high *= 2;
	while (high - low > 1) {
		double middle = floor((low + high) / 2);

		if (chance_above(kind, mean_a, mean_b, middle) > 0.5)
			low = middle;
		else
			high = middle;
	}
	return high;
}

static inline double median_count(enum counts kind, double mean)
{
	double median = 0;

	while (chance_of_at_most(kind, mean, median) < 0.5)
		median++;
	return median;
}

/* So many of 40 pairs lie outside the interval on either side. */
static inline size_t outside(double alpha)
{
	struct order_interval interval;

	assert_true(order_interval(&interval, WORLD_PAIRS, alpha));
	return interval.lower;
}

/* The chance that the interval of 40 pairs lies wholly above a value, if a pair lies above it
 * with this chance; and that it lies at or below it. */
static inline double chance_shown(double above)
{
	return gsl_cdf_binomial_Q(WORLD_PAIRS - 1 - (unsigned int)outside(SHARE), above,
				  WORLD_PAIRS);
}

static inline double chance_denied(double above)
{
	return gsl_cdf_binomial_P((unsigned int)outside(SHARE), above, WORLD_PAIRS);
}

/* So many hits, or more, are no accident of the seed: one seed in 10 000 has them. */
static inline void expect_at_most(int hits, int trials, double chance)
{
	if (hits > chance * trials)
		assert_true(gsl_cdf_binomial_Q((unsigned int)hits - 1, chance,
					       (unsigned int)trials) > 1e-4);
}

static inline void expect_about(int hits, int trials, double chance)
{
	expect_at_most(hits, trials, chance);
	expect_at_most(trials - hits, trials, 1 - chance);
}

/* A row of 40 pairs of counts. */
struct counted {
	double differences[WORLD_PAIRS];
	double busier; /* the larger of the medians of the two sides */
	struct decide_row row;
};

static inline void count_pairs(struct counted *made, gsl_rng *rng, enum counts kind, double mean_a,
			       double mean_b)
{
	double sides[2][WORLD_PAIRS], baseline;

	for (int i = 0; i < WORLD_PAIRS; i++) {
		sides[0][i] = draw_count(rng, kind, mean_a);
		sides[1][i] = draw_count(rng, kind, mean_b);
		made->differences[i] = sides[1][i] - sides[0][i];
	}
	baseline = median_of(sides[0], WORLD_PAIRS);
	made->busier = fmax(baseline, median_of(sides[1], WORLD_PAIRS));
	made->row = (struct decide_row){ .log_ratios = made->differences,
					 .n = WORLD_PAIRS,
					 .planned = WORLD_PAIRS,
					 .margin = fmax(JUST, RELATIVE * baseline) };
}

static inline enum verdict_kind say(struct evidence *evidence, const struct decide_row *row,
				    size_t family)
{
	enum verdict_reason ignored;

	assert_int_equal(evidence_gather(evidence, row, ALL_PAIRS, ALPHA / (double)family), 0);
	return evidence_kind(evidence, row, &ignored);
}

/* Is the word of a row untrue of this difference? */
static inline bool is_wrong(const struct decide_row *row, double truth, size_t family)
{
	struct evidence evidence;
	enum verdict_kind kind = say(&evidence, row, family);

	return word_is_wrong(kind, truth, row->margin, evidence.low, evidence.high);
}

#endif
