/* SPDX-License-Identifier: MIT */
/* Description: intervals at many looks miss the median together no more often than promised. */
#include "check.h"

#include <errno.h>

#include "lab/stats/interval.h"
#include "lab/stats/looks.h"
#include "simulate.h"

static const size_t at[] = LOOKS_AT;
#define LOOKS (sizeof(at) / sizeof(at[0]))

/* One look at everything is the interval that rows have without looks. */
static void test_one_look(void **state)
{
	(void)state;
	for (size_t n = 1; n <= 200; n++) {
		struct order_interval interval;
		struct looks looks;
		size_t contrary = 0;
		bool exists;

		assert_int_equal(looks_start(&looks, 0.05 / 12, n), 0);
		exists = looks_next(&looks, n, true, &contrary);
		assert_int_equal(exists, order_interval(&interval, n, 0.05 / 12));
		if (exists) {
			assert_int_equal(contrary, interval.lower);
			near(looks.spent, 1 - interval.coverage, 1e-12);
		}
		looks_end(&looks);
	}
}

/* Flagged pairs leave information out; the last look may spend what is left. */
static void test_spending(void **state)
{
	struct looks looks;
	size_t contrary, wide, narrow;

	(void)state;
	assert_int_equal(looks_start(&looks, 0.05, 128), 0);
	for (size_t i = 0; i < LOOKS; i++) {
		looks_next(&looks, at[i], i + 1 == LOOKS, &contrary);
		assert_true(looks.spent <= 0.05 * pow((double)at[i] / 128, LOOKS_POWER));
	}
	assert_true(looks.spent > 0.04);
	assert_false(looks_next(&looks, 100, true, &contrary)); /* fewer than there were */
	looks_end(&looks);
	for (int last = 0; last < 2; last++) {
		assert_int_equal(looks_start(&looks, 0.05, 128), 0);
		assert_true(looks_next(&looks, 64, false, &contrary));
		assert_true(looks_next(&looks, 100, last == 1, last ? &narrow : &wide));
		looks_end(&looks);
	}
	assert_true(narrow > wide);
}

static void test_refusals(void **state)
{
	struct looks looks;
	size_t contrary;

	(void)state;
	assert_int_equal(looks_start(&looks, 0, 10), -EINVAL);
	assert_int_equal(looks_start(&looks, NAN, 10), -EINVAL);
	assert_int_equal(looks_start(&looks, 0.05, 0), -EINVAL);
	assert_int_equal(looks_start(&looks, 0.05, LOOKS_PAIRS + 1), -EINVAL);
	assert_int_equal(looks_start(&looks, 0.05, 128), 0);
	assert_false(looks_next(&looks, 3, false, &contrary)); /* no interval, nothing spent */
	near(looks.spent, 0, 0);
	looks_end(&looks);
}

/* The share of rows of which any look misses the median. */
static double missed(gsl_rng *rng, enum shape shape, double alpha, int rounds)
{
	double values[128], sorted[128];
	int misses = 0;

	for (int round = 0; round < rounds; round++) {
		struct looks looks;
		size_t contrary;
		bool miss = false;

		draw_all(rng, shape, 1, 0, values, 128);
		assert_int_equal(looks_start(&looks, alpha, 128), 0);
		for (size_t i = 0; i < LOOKS; i++) {
			struct median_interval interval;

			memcpy(sorted, values, at[i] * sizeof(*sorted));
			median_interval(&interval, sorted, at[i], 0.5); /* sorts */
			if (looks_next(&looks, at[i], i + 1 == LOOKS, &contrary))
				miss |= sorted[contrary] > 0 || sorted[at[i] - 1 - contrary] < 0;
		}
		misses += miss;
		looks_end(&looks);
	}
	return misses / (double)rounds;
}

/* The exact chance is what is spent, .045 and more; ties make it smaller. */
static void test_coverage(void **state)
{
	gsl_rng *rng = new_rng(31);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++) {
		double share = missed(rng, (enum shape)shape, 0.05, 4000);

		assert_true(share <= 0.05 + 3 * sqrt(0.05 * 0.95 / 4000));
		if (shape == SHAPE_NORMAL)
			assert_true(share >= 0.03);
	}
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_look),
		cmocka_unit_test(test_spending),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_coverage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
