/* SPDX-License-Identifier: MIT */
/* Description: the Clopper-Pearson interval: published examples, coverage, large counts. */
#include "check.h"

#include <errno.h>
#include <gsl/gsl_randist.h>

#include "lab/stats/proportion.h"
#include "simulate.h"

static struct proportion interval_of(size_t hits, size_t trials, double alpha)
{
	struct proportion proportion;

	assert_int_equal(clopper_pearson(&proportion, hits, trials, alpha), 0);
	return proportion;
}

/* Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 5. */
static void test_newcombe(void **state)
{
	static const struct {
		size_t hits, trials;
		double lower, upper;
	} table[] = { { 81, 263, 0.2527, 0.3676 },
		      { 15, 148, 0.0578, 0.1617 },
		      { 0, 20, 0, 0.1684 },
		      { 1, 29, 0.0009, 0.1776 } };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct proportion p = interval_of(table[i].hits, table[i].trials, 0.05);

		near(p.lower, table[i].lower, 5.1e-5);
		near(p.upper, table[i].upper, 5.1e-5);
		near(p.estimate, table[i].hits / (double)table[i].trials, 1e-15);
	}
}

/* No hits: the upper end is 1 - (alpha / 2)^(1 / n). */
static void test_closed_form(void **state)
{
	struct proportion none = interval_of(0, 50, 0.01), all = interval_of(50, 50, 0.01);

	(void)state;
	near(none.lower, 0, 0);
	near(none.upper, 1 - pow(0.005, 1 / 50.0), 1e-11);
	near(all.lower, pow(0.005, 1 / 50.0), 1e-11);
	near(all.upper, 1, 0);
}

/* The lab ranks with at most 9 false alarms in 200 A/A pairs, not with 10. */
static void test_gate_of_the_lab(void **state)
{
	(void)state;
	assert_true(interval_of(9, 200, 0.05).upper <= 0.09);
	assert_true(interval_of(10, 200, 0.05).upper > 0.09);
}

static void test_edges(void **state)
{
	struct proportion proportion = interval_of(0, 0, 0.05);

	(void)state;
	assert_true(isnan(proportion.estimate));
	near(proportion.lower, 0, 0);
	near(proportion.upper, 1, 0);
	assert_int_equal(clopper_pearson(&proportion, 3, 2, 0.05), -EINVAL);
	assert_int_equal(clopper_pearson(&proportion, 1, 2, 0), -EINVAL);
	assert_int_equal(clopper_pearson(&proportion, 1, 2, 1), -EINVAL);
	assert_int_equal(clopper_pearson(&proportion, 1, 2, 1.5), -EINVAL);
	assert_int_equal(clopper_pearson(&proportion, 1, 2, NAN), -EINVAL);
	proportion = interval_of(1, 1, 0.05);
	near(proportion.estimate, 1, 0);
	near(proportion.lower, 0.025, 1e-12);
	near(proportion.upper, 1, 0);
	proportion = interval_of(0, 1, 0.999); /* as large an alpha as there may be */
	near(proportion.estimate, 0, 0);
	near(proportion.upper, 0.5005, 1e-12);
}

/* Exactly: the chance of the counts whose interval holds the true proportion. */
static void test_coverage(void **state)
{
	(void)state;
	for (double truth = 0.01; truth < 1; truth += 0.01) {
		double covered = 0;

		for (unsigned int hits = 0; hits <= 60; hits++) {
			struct proportion p = interval_of(hits, 60, 0.05);

			if (p.lower <= truth && truth <= p.upper)
				covered += gsl_ran_binomial_pdf(hits, truth, 60);
		}
		assert_true(covered >= 0.95);
	}
}

/* Where the inverse of the beta distribution in GSL 2.7 gives up. */
static void test_large_counts(void **state)
{
	struct proportion p = interval_of(1935, 4800, 0.01),
			  large = interval_of(49812, 153600, 0.1);

	(void)state;
	near(p.lower, 0.403125 - 2.5758 * sqrt(0.403125 * 0.596875 / 4800), 3e-4);
	near(p.upper, 0.403125 + 2.5758 * sqrt(0.403125 * 0.596875 / 4800), 3e-4);
	near(large.upper - large.lower, 2 * 1.645 * sqrt(0.3243 * 0.6757 / 153600), 2e-5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_newcombe),	cmocka_unit_test(test_closed_form),
		cmocka_unit_test(test_gate_of_the_lab), cmocka_unit_test(test_edges),
		cmocka_unit_test(test_coverage),	cmocka_unit_test(test_large_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
