/* SPDX-License-Identifier: MIT */
/* Description: sign test and equivalence by two of them: examples, ties, size and power. */
#include "check.h"

#include <errno.h>

#include "lab/stats/equivalence.h"
#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"
#include "simulate.h"

static void fill(double *values, size_t above, size_t below, size_t ties)
{
	for (size_t i = 0; i < above + below + ties; i++)
		values[i] = i < above ? 1 : i < above + below ? -1 : 0;
}

/* Zar, Biostatistical Analysis, sign test (legs of deer): 8 of 10, p = .109375. */
static void test_deer(void **state)
{
	double values[10];
	struct sign_test test;

	(void)state;
	fill(values, 8, 2, 0);
	assert_int_equal(sign_test(&test, values, 10, 0), 0);
	assert_int_equal(test.above, 8);
	assert_int_equal(test.below, 2);
	near(test.p, 0.109375, 1e-12);
	near(test.p_above, 56.0 / 1024, 1e-12);
	near(test.p_below, 1013.0 / 1024, 1e-12);
}

/* Lane, HyperStat, sign test: 7 of 8, one-tailed .03516. */
static void test_seven_of_eight(void **state)
{
	double values[8];
	struct sign_test test;

	(void)state;
	fill(values, 7, 1, 0);
	assert_int_equal(sign_test(&test, values, 8, 0), 0);
	near(test.p_above, 0.03515625, 1e-12);
}

/* Conover (1999), section 3.4: 8 for, 1 against, 1 tie.  He drops the tie (p
 * .0195 of 9); here it speaks against either side (8 of 10). */
static void test_tie(void **state)
{
	double values[10];
	struct sign_test test;

	(void)state;
	fill(values, 8, 1, 1);
	assert_int_equal(sign_test(&test, values, 10, 0), 0);
	near(test.p_above, sign_test_p(2, 10), 0);
	near(test.p_below, 1 - 1.0 / 1024, 1e-12);
	fill(values, 0, 0, 10);
	assert_int_equal(sign_test(&test, values, 10, 0), 0);
	near(test.p, 1, 0);
	near(test.p_above, 1, 0);
}

static void test_margin_and_edges(void **state)
{
	double values[] = { 0.2, 0.3, 0.1, 0.4, 0.5, 0.6 };
	struct sign_test test;
	size_t contrary = 9;

	(void)state;
	assert_int_equal(sign_test(&test, values, 6, 0.05), 0);
	near(test.p, 2.0 / 64, 1e-12);
	assert_int_equal(sign_test(&test, values, 6, 0.35), 0);
	near(test.p, 1, 0);
	assert_int_equal(sign_test(&test, values, 0, 0), 0);
	near(test.p, 1, 0);
	assert_int_equal(sign_test(&test, values, 1, 0), 0);
	near(test.p_above, 0.5, 1e-12);
	assert_int_equal(sign_test(&test, values, 6, NAN), -EINVAL);
	values[3] = NAN;
	assert_int_equal(sign_test(&test, values, 6, 0), -EINVAL);
	assert_false(sign_test_allowed(&contrary, 4, 0.05));
	assert_int_equal(contrary, 9);
	assert_true(sign_test_allowed(&contrary, 5, 0.05));
	assert_int_equal(contrary, 0);
}

/* The walk from the normal approximation ends where a search would. */
static void test_allowed_is_the_most(void **state)
{
	static const double alphas[] = { 0.5, 0.05, 0.025, 0.00125, 1e-6, 1e-12 };

	(void)state;
	for (size_t n = 1; n < 3000; n = n < 60 ? n + 1 : n * 2 + 1)
		for (size_t i = 0; i < 6; i++) {
			size_t contrary = 0;

			if (!sign_test_allowed(&contrary, n, alphas[i])) {
				assert_true(sign_test_p(0, n) > alphas[i]);
				continue;
			}
			assert_true(sign_test_p(contrary, n) <= alphas[i]);
			assert_true(sign_test_p(contrary + 1, n) > alphas[i]);
		}
}

static void test_equivalence(void **state)
{
	double values[] = { 0.01, -0.02, 0.03, 0.1, -0.01, 0.02, 0.02, -0.2, 0.01, 0 };
	struct equivalence test;

	(void)state;
	assert_int_equal(equivalence_test(&test, values, 10, 0.15), 0);
	near(test.p_above, sign_test_p(1, 10), 0);
	near(test.p_below, sign_test_p(0, 10), 0);
	near(test.p, test.p_above, 0);
	/* a value at the margin is not within it */
	assert_int_equal(equivalence_test(&test, values, 10, 0.1), 0);
	near(test.p_below, sign_test_p(1, 10), 0);
	assert_int_equal(equivalence_test(&test, values, 0, 0.1), 0);
	near(test.p, 1, 0);
	assert_int_equal(equivalence_test(&test, values, 10, 0), -EINVAL);
	assert_int_equal(equivalence_test(&test, values, 10, NAN), -EINVAL);
	values[0] = INFINITY;
	assert_int_equal(equivalence_test(&test, values, 10, 0.1), -EINVAL);
}

static double equivalent_share(gsl_rng *rng, enum shape shape, double median)
{
	enum { ROUNDS = 4000 };
	double values[40];
	struct equivalence test;
	int equivalent = 0;

	for (int i = 0; i < ROUNDS; i++) {
		draw_all(rng, shape, 0.1, median, values, 40);
		assert_int_equal(equivalence_test(&test, values, 40, log(1.1)), 0);
		equivalent += test.p <= 0.05;
	}
	return equivalent / (double)ROUNDS;
}

static void test_equivalence_size(void **state)
{
	gsl_rng *rng = new_rng(3);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++) {
		assert_true(equivalent_share(rng, (enum shape)shape, log(1.1)) <= 0.055);
		assert_true(equivalent_share(rng, (enum shape)shape, -log(1.1)) <= 0.055);
	}
	gsl_rng_free(rng);
}

static void test_equivalence_power(void **state)
{
	struct noise noise = noise_normal(0.1);
	gsl_rng *rng = new_rng(4);

	(void)state;
	near(equivalent_share(rng, SHAPE_NORMAL, 0),
	     power_equivalence(&noise, 40, 0.05, 0, log(1.1)), 0.01);
	near(equivalent_share(rng, SHAPE_NORMAL, 0.04),
	     power_equivalence(&noise, 40, 0.05, 0.04, log(1.1)), 0.03);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_deer),
		cmocka_unit_test(test_seven_of_eight),
		cmocka_unit_test(test_tie),
		cmocka_unit_test(test_margin_and_edges),
		cmocka_unit_test(test_allowed_is_the_most),
		cmocka_unit_test(test_equivalence),
		cmocka_unit_test(test_equivalence_size),
		cmocka_unit_test(test_equivalence_power),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
