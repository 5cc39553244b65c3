/* SPDX-License-Identifier: MIT */
/* Description: Bonferroni, and that verdicts are at its level. */
#include "check.h"

#include "lab/stats/decide.h"
#include "lab/stats/interval.h"
#include "lab/stats/multiplicity.h"
#include "simulate.h"

/* Benjamini and Hochberg (1995), section 3.3: at .05 Bonferroni rejects three of 15. */
static void test_trial(void **state)
{
	static const double p[15] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
				      0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
				      0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };
	size_t rejected = 0;

	(void)state;
	for (size_t i = 0; i < 15; i++)
		rejected += p[i] <= bonferroni_alpha(0.05, 15);
	assert_int_equal(rejected, 3);
	near(bonferroni_alpha(0.05, 1), 0.05, 0);
	near(bonferroni_alpha(0.05, 12), 0.05 / 12, 0);
}

static double any_wrong(gsl_rng *rng, double shared, int count, int rounds)
{
	int wrong = 0;

	for (int round = 0; round < rounds; round++) {
		double common = gsl_ran_ugaussian(rng);
		bool any = false;

		for (int i = 0; i < count; i++) {
			double z = sqrt(shared) * common +
				   sqrt(1 - shared) * gsl_ran_ugaussian(rng);

			any |= erfc(fabs(z) / sqrt(2)) <= bonferroni_alpha(0.05, (size_t)count);
		}
		wrong += any;
	}
	return wrong / (double)rounds;
}

/* Rows of one run share a machine: the level holds for rows that depend on each other. */
static void test_dependence(void **state)
{
	gsl_rng *rng = new_rng(5);

	(void)state;
	near(any_wrong(rng, 0, 12, 10000), 1 - pow(1 - 0.05 / 12, 12), 0.007);
	assert_true(any_wrong(rng, 0.5, 12, 10000) <= 0.05);
	near(any_wrong(rng, 1, 12, 10000), 0.05 / 12, 0.003);
	gsl_rng_free(rng);
}

/* The interval of a verdict is that of one row at alpha / N, for any N. */
static void test_verdicts(void **state)
{
	static const size_t families[] = { 1, 2, 12, 40 };
	double logs[40], sorted[40];
	gsl_rng *rng = new_rng(6);
	struct decide_row row = { .log_ratios = logs, .n = 40, .planned = 40, .margin = 0.03 };

	(void)state;
	draw_all(rng, SHAPE_NORMAL, 0.1, 0.05, logs, 40);
	for (size_t i = 0; i < 4; i++) {
		double alpha = bonferroni_alpha(0.05, families[i]);
		struct median_interval interval;
		struct decision verdict;

		memcpy(sorted, logs, sizeof(sorted));
		assert_int_equal(median_interval(&interval, sorted, 40, alpha), 0);
		assert_int_equal(decide_row(&verdict, &row, 0.05, families[i]), 0);
		near(verdict.interval.lower, interval.lower, 0);
		near(verdict.interval.upper, interval.upper, 0);
		near(verdict.interval.coverage, interval.coverage, 0);
		assert_true(verdict.interval.coverage >= 1 - alpha);
		near(verdict.p_adjusted, fmin(1, (double)families[i] * verdict.p), 0);
	}
	gsl_rng_free(rng);
}

/* decide.h: what the family costs at N = 12 and 40 pairs, in order statistics and width. */
static void test_cost(void **state)
{
	enum { ROUNDS = 4000 };
	struct order_interval alone, family;
	gsl_rng *rng = new_rng(7);
	double narrow = 0, wide = 0;

	(void)state;
	assert_true(order_interval(&alone, 40, 0.05));
	assert_true(order_interval(&family, 40, bonferroni_alpha(0.05, 12)));
	assert_int_equal(alone.lower - family.lower, 3);
	assert_int_equal(family.upper - alone.upper, 3);
	for (int i = 0; i < ROUNDS; i++) {
		double logs[40];
		struct median_interval interval; /* for sorting */

		draw_all(rng, SHAPE_NORMAL, 1, 0, logs, 40);
		assert_int_equal(median_interval(&interval, logs, 40, 0.05), 0);
		narrow += logs[alone.upper] - logs[alone.lower];
		wide += logs[family.upper] - logs[family.lower];
	}
	near(wide / narrow, 1.5, 0.03);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trial),
		cmocka_unit_test(test_dependence),
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_cost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
