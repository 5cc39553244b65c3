/* SPDX-License-Identifier: MIT */
/* Description: the exact interval of a median: ranks, coverage, ties, too few values. */
#include "check.h"

#include <errno.h>

#include "lab/stats/interval.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/sign_test.h"
#include "simulate.h"

/* Dixon and Mood (1946), table of critical values of the sign test: one less
 * than the rank of the lower end. */
static void test_published_ranks(void **state)
{
	static const struct {
		size_t n, at_5_percent, at_1_percent;
	} table[] = { { 8, 0, 0 },  { 10, 1, 0 }, { 12, 2, 1 },	  { 15, 3, 2 },	  { 20, 5, 3 },
		      { 25, 7, 5 }, { 30, 9, 7 }, { 40, 13, 11 }, { 50, 17, 15 }, { 100, 39, 36 } };
	struct order_interval interval;

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		assert_true(order_interval(&interval, table[i].n, 0.05));
		assert_int_equal(interval.lower, table[i].at_5_percent);
		assert_int_equal(interval.upper, table[i].n - 1 - table[i].at_5_percent);
		assert_true(order_interval(&interval, table[i].n, 0.01));
		assert_int_equal(interval.lower, table[i].at_1_percent);
	}
}

/* Conover (1999), section 3.2: the 2nd and 9th of 10 hold the median at 97.9 %. */
static void test_published_coverage(void **state)
{
	struct order_interval interval;

	(void)state;
	assert_true(order_interval(&interval, 10, 0.05));
	near(interval.coverage, 1 - 22.0 / 1024, 1e-12);
	assert_true(order_interval(&interval, 6, 0.05));
	near(interval.coverage, 1 - 2.0 / 64, 1e-12);
}

static void test_fewest_pairs(void **state)
{
	struct order_interval interval = { 7, 7, 7 };

	(void)state;
	assert_int_equal(interval_pairs(0.05), 6);
	assert_int_equal(interval_pairs(bonferroni_alpha(0.05, 40)), 11);
	assert_false(order_interval(&interval, 10, bonferroni_alpha(0.05, 40)));
	assert_false(order_interval(&interval, 5, 0.05));
	assert_false(order_interval(&interval, 0, 0.05));
	assert_false(order_interval(&interval, 40, 0));
	assert_false(order_interval(&interval, 40, 1));
	assert_int_equal(interval.lower, 7); /* untouched */
}

static void test_few_values(void **state)
{
	double five[] = { 5, 1, 4, 2, 3 };
	struct median_interval interval;

	(void)state;
	assert_int_equal(median_interval(&interval, five, 5, 0.05), 0);
	assert_false(interval.exists);
	near(interval.median, 3, 0);
	assert_true(isinf(interval.lower) && interval.lower < 0);
	assert_true(isinf(interval.upper) && interval.upper > 0);
	near(interval.coverage, 1, 0);
	assert_int_equal(median_interval(&interval, five, 1, 0.05), 0);
	near(interval.median, 1, 0); /* sorted by the call before */
	assert_int_equal(median_interval(&interval, five, 0, 0.05), 0);
	assert_true(isnan(interval.median));
	assert_false(interval.exists);
}

static void test_refusals(void **state)
{
	double bad[] = { 1, NAN, 3 }, infinite[] = { 1, INFINITY, 3 }, good[] = { 1, 2, 3 };
	struct median_interval interval;

	(void)state;
	assert_int_equal(median_interval(&interval, bad, 3, 0.05), -EINVAL);
	assert_int_equal(median_interval(&interval, infinite, 3, 0.05), -EINVAL);
	assert_int_equal(median_interval(&interval, good, 3, 0), -EINVAL);
	assert_int_equal(median_interval(&interval, good, 3, 1), -EINVAL);
	assert_int_equal(median_interval(&interval, good, 3, NAN), -EINVAL);
}

/* The share of intervals that hold the median, 0. */
static double coverage_of(gsl_rng *rng, enum shape shape, size_t n, double alpha)
{
	enum { ROUNDS = 4000 };
	double values[128];
	struct median_interval interval;
	int held = 0;

	for (int i = 0; i < ROUNDS; i++) {
		draw_all(rng, shape, 1, 0, values, n);
		assert_int_equal(median_interval(&interval, values, n, alpha), 0);
		held += interval.lower <= 0 && interval.upper >= 0;
	}
	return held / (double)ROUNDS;
}

static void test_coverage(void **state)
{
	static const size_t sizes[] = { 6, 11, 40, 121 };
	struct order_interval exact;
	gsl_rng *rng = new_rng(1);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++)
		for (size_t i = 0; i < 4; i++) {
			double share = coverage_of(rng, (enum shape)shape, sizes[i], 0.05);

			assert_true(order_interval(&exact, sizes[i], 0.05));
			assert_true(exact.coverage >= 0.95);
			/* 4 standard errors of the simulation */
			assert_true(share >= exact.coverage - 0.014);
			if (shape != SHAPE_ROUNDED)
				assert_true(share <= exact.coverage + 0.014);
		}
	gsl_rng_free(rng);
}

/* p <= alpha exactly if the interval excludes the value, ties or not. */
static void test_agrees_with_sign_test(void **state)
{
	gsl_rng *rng = new_rng(2);
	int excluded = 0;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		enum shape shape = i % 2 ? SHAPE_ROUNDED : SHAPE_NORMAL;
		size_t n = 1 + gsl_rng_uniform_int(rng, 60);
		double values[60], alpha = i % 3 ? 0.05 : 0.0625;
		struct median_interval interval;
		struct sign_test test;

		draw_all(rng, shape, 1, 0.5, values, n);
		assert_int_equal(sign_test(&test, values, n, 0), 0);
		assert_int_equal(median_interval(&interval, values, n, alpha), 0);
		assert_int_equal(test.p <= alpha, interval.lower > 0 || interval.upper < 0);
		excluded += test.p <= alpha;
	}
	assert_in_range(excluded, 300, 2700);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_published_ranks),
		cmocka_unit_test(test_published_coverage),
		cmocka_unit_test(test_fewest_pairs),
		cmocka_unit_test(test_few_values),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_coverage),
		cmocka_unit_test(test_agrees_with_sign_test),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
