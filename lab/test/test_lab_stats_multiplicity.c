/* SPDX-License-Identifier: MIT */
/* Description: Holm, Shaffer's bound for exclusive hypotheses, Benjamini-Hochberg. */
#include "check.h"

#include <errno.h>

#include "lab/stats/multiplicity.h"
#include "simulate.h"

/* Benjamini and Hochberg (1995), section 3.3: 15 comparisons of a trial. */
static const double trial[15] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
				  0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };

static size_t rejected(const double *adjusted, size_t count, double alpha)
{
	size_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += adjusted[i] <= alpha;
	return sum;
}

/* At .05 their procedure rejects four, Bonferroni and the stepwise ones three. */
static void test_trial(void **state)
{
	double adjusted[15];

	(void)state;
	assert_int_equal(rejected(trial, 15, bonferroni_alpha(0.05, 15)), 3);
	assert_int_equal(holm_adjust(trial, adjusted, 15, 1), 0);
	assert_int_equal(rejected(adjusted, 15, 0.05), 3);
	assert_int_equal(fdr_adjust(trial, adjusted, 15, 1), 0);
	assert_int_equal(rejected(adjusted, 15, 0.05), 4);
	near(adjusted[3], 0.0095 * 15 / 4, 1e-12);
	near(adjusted[5], 0.0298 * 15 / 7, 1e-12); /* the seventh takes the sixth down */
	near(adjusted[14], 1, 0);
}

/* Wikipedia, "Holm-Bonferroni method": at .05 the first and the fourth. */
static void test_holm_four(void **state)
{
	const double p[4] = { 0.01, 0.04, 0.03, 0.005 };
	double adjusted[4];

	(void)state;
	assert_int_equal(holm_adjust(p, adjusted, 4, 1), 0);
	near(adjusted[0], 0.03, 1e-12);
	near(adjusted[1], 0.06, 1e-12); /* not .04: never below an earlier one */
	near(adjusted[2], 0.06, 1e-12);
	near(adjusted[3], 0.02, 1e-12);
}

/* A later, smaller bound pulls an earlier one down. */
static void test_fdr_step_up(void **state)
{
	const double p[3] = { 0.04, 0.03, 0.041 };
	double adjusted[3];

	(void)state;
	assert_int_equal(fdr_adjust(p, adjusted, 3, 1), 0);
	for (int i = 0; i < 3; i++)
		near(adjusted[i], 0.041, 1e-12);
}

/* Rows of two exclusive hypotheses: the row counts until both are rejected. */
static void test_holm_rows(void **state)
{
	double p[6] = { 0.001, 0.9, /**/ 0.002, 0.003, /**/ 0.02, 1 };

	(void)state;
	assert_int_equal(holm_adjust(p, p, 3, 2), 0); /* in place */
	near(p[0], 0.003, 1e-12);
	near(p[2], 0.006, 1e-12);
	near(p[3], 0.009, 1e-12);
	near(p[4], 0.04, 1e-12); /* times two: the second row is closed */
	near(p[1], 1, 0);
	near(p[5], 1, 0);
}

static void test_fdr_rows(void **state)
{
	double p[6] = { 0.001, 0.03, /**/ 0.02, 0.9, /**/ 0.5, 1 };

	(void)state;
	assert_int_equal(fdr_adjust(p, p, 3, 2), 0);
	near(p[0], 0.003, 1e-12);
	near(p[2], 0.03, 1e-12);
	near(p[1], 0.045, 1e-12); /* at .045 two of three rows are rejected: .045 * 2 / 3 */
	near(p[3], 0.9, 1e-12);
	near(p[4], 0.5, 1e-12);
}

static void test_refusals(void **state)
{
	double p[2] = { 0.1, NAN }, adjusted[2];

	(void)state;
	assert_int_equal(holm_adjust(p, adjusted, 2, 1), -EINVAL);
	assert_int_equal(fdr_adjust(p, adjusted, 2, 1), -EINVAL);
	p[1] = 1.5;
	assert_int_equal(holm_adjust(p, adjusted, 2, 1), -EINVAL);
	p[1] = -0.1;
	assert_int_equal(fdr_adjust(p, adjusted, 2, 1), -EINVAL);
	assert_int_equal(holm_adjust(p, adjusted, 0, 1), 0);
	assert_int_equal(fdr_adjust(p, adjusted, 0, 1), 0);
	assert_int_equal(holm_adjust(p, adjusted, 1, 1), 0);
	near(adjusted[0], 0.1, 0);
}

/* One true hypothesis in each of 8 rows, uniform; the other as good as rejected.
 * Stepping down over rows with one rejection would test the last at .05 alone,
 * and be wrong in 13 % of the families. */
static void test_family_wise(void **state)
{
	enum { ROUNDS = 20000 };
	gsl_rng *rng = new_rng(5);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		double p[16];
		bool any = false;

		for (int row = 0; row < 8; row++) {
			p[2 * row] = 1e-9;
			p[2 * row + 1] = gsl_rng_uniform(rng);
		}
		assert_int_equal(holm_adjust(p, p, 8, 2), 0);
		for (int row = 0; row < 8; row++)
			any |= p[2 * row + 1] <= 0.05;
		wrong += any;
	}
	near(wrong / (double)ROUNDS, 1 - pow(1 - 0.05 / 8, 8), 0.006);
	assert_true(wrong <= 0.05 * ROUNDS);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trial),	    cmocka_unit_test(test_holm_four),
		cmocka_unit_test(test_fdr_step_up), cmocka_unit_test(test_holm_rows),
		cmocka_unit_test(test_fdr_rows),    cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_family_wise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
