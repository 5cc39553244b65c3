/* SPDX-License-Identifier: MIT */
/* Description: the sign test: published examples, ties, and how many may be contrary. */
#include "check.h"

#include <errno.h>

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
	assert_int_equal(test.n, 10);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_deer),
		cmocka_unit_test(test_seven_of_eight),
		cmocka_unit_test(test_tie),
		cmocka_unit_test(test_margin_and_edges),
		cmocka_unit_test(test_allowed_is_the_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
