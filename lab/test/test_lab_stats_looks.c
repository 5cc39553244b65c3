/* SPDX-License-Identifier: MIT */
/* Description: intervals at many looks miss the median together no more often than promised. */
#include "check.h"

#include <errno.h>

#include "lab/stats/interval.h"
#include "lab/stats/looks.h"
#include "simulate.h"

static const size_t at[] = { 16, 32, 48, 64, 96, 128 };
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

/* What two or three looks come to, added up in fractions outside of this program. */
static void test_exact(void **state)
{
	static const struct {
		double alpha;
		size_t planned;
		struct {
			size_t n;
			bool last;
			int contrary; /* -1: no interval */
			double spent;
		} looks[3];
	} rows[] = {
		{ 0.05, 128, { { 16, false, 1, 17 / 32768.0 }, { 32, false, 7, 0.002497977 } } },
		{ 0.05, 128, { { 16, false, 1, 17 / 32768.0 }, { 32, true, 9, 0.020264738 } } },
		{ 0.05, 128, { { 32, false, 7, 0.002102402 } } },
		{ 0.05 / 12,
		  40,
		  { { 16, false, 1, 17 / 32768.0 },
		    { 32, false, 7, 0.002497977 },
		    { 40, false, 10, 0.003765326 } } },
		/* nothing is spent where there is no interval, and a second look costs nothing */
		{ 0.05,
		  6,
		  { { 5, false, -1, 0 }, { 6, false, 0, 0.03125 }, { 6, true, 0, 0.03125 } } },
		{ 0.03125, 6, { { 6, false, 0, 0.03125 } } }, /* all there is */
		{ 0.03124, 6, { { 6, false, -1, 0 } } },
		/* more than planned are all of them */
		{ 0.03125, 5, { { 6, false, 0, 0.03125 } } },
		{ 0.03125, 7, { { 6, false, -1, 0 }, { 6, true, 0, 0.03125 } } },
		/* the middle is there once, and is no miss */
		{ 0.99, 2, { { 2, true, 0, 0.5 } } },
		{ 0.99, 3, { { 3, true, 0, 0.25 } } },
		{ 0.9, 4, { { 2, false, -1, 0 }, { 4, true, 1, 0.625 } } },
		{ 0.5, 1, { { 1, true, -1, 0 } } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct looks looks;

		assert_int_equal(looks_start(&looks, rows[i].alpha, rows[i].planned), 0);
		for (size_t j = 0; j < 3 && rows[i].looks[j].n > 0; j++) {
			size_t contrary = 77;
			bool exists = rows[i].looks[j].contrary >= 0;

			assert_int_equal(looks_next(&looks, rows[i].looks[j].n,
						    rows[i].looks[j].last, &contrary),
					 exists);
			assert_int_equal(contrary, exists ? rows[i].looks[j].contrary : 77);
			near(looks.spent, rows[i].looks[j].spent, 1e-9);
			assert_int_equal(looks.count, j + 1);
		}
		looks_end(&looks);
	}
}

/* So many looks, so many pairs, and none before the first or after the end. */
static void test_most(void **state)
{
	struct looks looks;
	size_t contrary;

	(void)state;
	assert_int_equal(looks_start(&looks, 0.05, 20), 0);
	for (int i = 0; i < LOOKS_MAX; i++)
		assert_true(looks_next(&looks, 20, false, &contrary));
	assert_false(looks_next(&looks, 20, false, &contrary));
	looks_end(&looks);
	assert_false(looks_next(&looks, 21, true, &contrary));
	assert_int_equal(looks_start(&looks, 0.05, LOOKS_PAIRS), 0);
	assert_false(looks_next(&looks, LOOKS_PAIRS + 1, true, &contrary));
	assert_true(looks_next(&looks, LOOKS_PAIRS, true, &contrary));
	looks_end(&looks);
}

static void test_where_one_looks(void **state)
{
	static const size_t not_there[] = { 0, 1, 15, 17, 31, 80, 112, 127, 129 };

	(void)state;
	for (size_t i = 0; i < LOOKS; i++)
		assert_true(looks_are_at(at[i]));
	for (size_t i = 0; i < LOOKS; i++) {
		assert_int_equal(looks_at[i], at[i]);
		assert_int_equal(looks_before(at[i]), i);
		assert_int_equal(looks_before(at[i] + 1), i + 1);
	}
	assert_int_equal(looks_before(4096), LOOKS);
	for (size_t i = 0; i < sizeof(not_there) / sizeof(not_there[0]); i++)
		assert_false(looks_are_at(not_there[i]));
}

static void test_refusals(void **state)
{
	struct looks looks;
	size_t contrary;

	(void)state;
	assert_int_equal(looks_start(&looks, 0, 10), -EINVAL);
	assert_int_equal(looks_start(&looks, 1, 10), -EINVAL);
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
		cmocka_unit_test(test_one_look),	cmocka_unit_test(test_spending),
		cmocka_unit_test(test_exact),		cmocka_unit_test(test_most),
		cmocka_unit_test(test_where_one_looks), cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_coverage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
