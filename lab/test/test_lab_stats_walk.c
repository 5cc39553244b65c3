/* SPDX-License-Identifier: MIT */
/*
 * Description: the walk of the sign test ends where a search would, wherever it begins, and is
 * short; and what cannot be is not searched.
 *
 * Linked with --wrap of the two functions of GSL that it asks.
 */
#include "check.h"

#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"
#include "simulate.h"

static int asked;     /* for tails of a binomial */
static double astray; /* what the normal approximation is told wrong by */

double __real_gsl_cdf_binomial_P(unsigned int k, double p, unsigned int n);
double __wrap_gsl_cdf_binomial_P(unsigned int k, double p, unsigned int n);
double __real_gsl_cdf_ugaussian_Qinv(double q);
double __wrap_gsl_cdf_ugaussian_Qinv(double q);

double __wrap_gsl_cdf_binomial_P(unsigned int k, double p, unsigned int n)
{
	asked++;
	return __real_gsl_cdf_binomial_P(k, p, n);
}

double __wrap_gsl_cdf_ugaussian_Qinv(double q)
{
	return __real_gsl_cdf_ugaussian_Qinv(q) + astray;
}

/* The most; -1: even none is too many. */
static int search(size_t n, double alpha)
{
	int contrary = -1;

	while (__real_gsl_cdf_binomial_P((unsigned int)contrary + 1, 0.5, (unsigned int)n) <= alpha)
		contrary++;
	return contrary;
}

static int walk(size_t n, double alpha)
{
	size_t contrary = 0;

	asked = 0;
	return sign_test_allowed(&contrary, n, alpha) ? (int)contrary : -1;
}

static const double alphas[] = { 0.5, 0.2, 0.05, 0.025, 0.00125, 1e-6, 1e-12 };
#define ALPHAS (sizeof(alphas) / sizeof(alphas[0]))

static void test_from_anywhere(void **state)
{
	(void)state;
	for (astray = -6; astray <= 6; astray++)
		for (size_t n = 1; n < 300; n = n < 30 ? n + 1 : n * 2)
			for (size_t i = 0; i < ALPHAS; i++)
				assert_int_equal(walk(n, alphas[i]), search(n, alphas[i]));
}

/* It begins at most two below its end: two questions before the steps, one for each, and one at
 * the end. */
static void test_short(void **state)
{
	int most = 0;

	(void)state;
	astray = 0;
	for (size_t n = 20; n < 100000; n = n * 3 / 2)
		for (size_t i = 0; i < ALPHAS - 2; i++) {
			int end = walk(n, alphas[i]);

			if (end >= 0 && asked > most)
				most = asked;
		}
	assert_int_equal(most, 5);
}

/* "At most alpha" has alpha in it; so far that it is not 1. */
static void test_exactly_alpha(void **state)
{
	(void)state;
	astray = 0;
	for (size_t n = 1; n < 60; n++)
		for (size_t k = 0; 2 * k < n; k++)
			assert_int_equal(walk(n, sign_test_p(k, n)), k);
}

/* Contrary half of the time or more, in one half of the question or the other: nobody asks how
 * many pairs would do. */
static void test_hopeless(void **state)
{
	static const double effects[] = { 0.1, -0.1, 0.105, -0.105, 0.2, -0.2 };
	struct noise noise = noise_normal(0.1);

	(void)state;
	astray = 0;
	asked = 0;
	assert_int_equal(power_pairs(&noise, 0.05, 0), 0);
	for (size_t i = 0; i < sizeof(effects) / sizeof(effects[0]); i++)
		assert_int_equal(power_pairs_equivalence(&noise, 0.05, effects[i], 0.1), 0);
	assert_int_equal(asked, 0);
	assert_true(power_pairs(&noise, 0.05, 0.1) > 0);
	assert_true(asked > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_from_anywhere),
		cmocka_unit_test(test_short),
		cmocka_unit_test(test_exactly_alpha),
		cmocka_unit_test(test_hopeless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
