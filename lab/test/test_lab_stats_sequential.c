/* SPDX-License-Identifier: MIT */
/* Description: alpha spending: published values and boundaries, false alarms of four looks. */
#include "check.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>

#include "lab/stats/equivalence.h"
#include "lab/stats/sequential.h"
#include "lab/stats/sign_test.h"
#include "simulate.h"

#define GRID 801

/* SeqBounds.jl, README: one-sided .05 at four looks, so .1 for both sides. */
static void test_published_spending(void **state)
{
	(void)state;
	near(alpha_spent(0.1, 0.25), 2 * 8.85754e-5, 1e-9);
	near(alpha_spent(0.1, 0.5), 2 * 0.0055746, 1e-7);
	near(alpha_spent(0.1, 0.75), 2 * 0.0236251, 1e-7);
	near(alpha_spent(0.1, 1), 0.1, 1e-12);
	near(alpha_spent(0.1, 0), 0, 0);
	assert_true(isnan(alpha_spent(0.05, 1.01)));
	assert_true(isnan(alpha_spent(0.05, -0.1)));
	assert_true(isnan(alpha_spent(0.05, NAN)));
}

/* Density at the next look of the score that is still inside, by the trapezoid
 * rule; returns the chance of leaving at that look. */
static double next_look(double *density, double before, double after, double low_bound,
			double high_bound)
{
	double next[GRID], sd = sqrt(after - before), inside = 0;
	double step = 2 * low_bound / (GRID - 1), next_step = 2 * high_bound / (GRID - 1);
	double leaves = 0;

	for (int i = 0; i < GRID; i++) {
		double to = -high_bound + i * next_step, from = -low_bound + i * step;
		double weight = (i == 0 || i == GRID - 1 ? 0.5 : 1) * step;

		leaves += weight * density[i] *
			  (gsl_cdf_gaussian_Q(high_bound - from, sd) +
			   gsl_cdf_gaussian_P(-high_bound - from, sd));
		inside = 0;
		for (int j = 0; j < GRID; j++)
			inside += (j == 0 || j == GRID - 1 ? 0.5 : 1) * step * density[j] *
				  gsl_ran_gaussian_pdf(to - (-low_bound + j * step), sd);
		next[i] = inside;
	}
	memcpy(density, next, sizeof(next));
	return leaves;
}

/* Reboussin, DeMets, Kim and Lan, Controlled Clinical Trials 21 (2000) 190: the
 * two-sided .05 boundaries for five equal looks.  Leaving between two of them
 * must cost what the rule spends there. */
static void test_published_boundaries(void **state)
{
	static const double bounds[] = { 4.8769, 3.3569, 2.6803, 2.2898, 2.0310 };
	static const double fractions[] = { 0.2, 0.4, 0.6, 0.8, 1 };
	double levels[5], density[GRID], bound = bounds[0] * sqrt(0.2);

	(void)state;
	assert_int_equal(alpha_levels(levels, fractions, 5, 0.05), 0);
	near(2 * gsl_cdf_ugaussian_Q(bounds[0]), levels[0], 1e-9);
	for (int i = 0; i < GRID; i++)
		density[i] = gsl_ran_gaussian_pdf(-bound + i * 2 * bound / (GRID - 1), sqrt(0.2));
	for (int look = 1; look < 5; look++) {
		double wider = bounds[look] * sqrt(fractions[look]);

		near(next_look(density, fractions[look - 1], fractions[look], bound, wider),
		     levels[look], 2e-5);
		bound = wider;
	}
}

static void test_never_more_than_alpha(void **state)
{
	gsl_rng *rng = new_rng(9);

	(void)state;
	for (int round = 0; round < 1000; round++) {
		size_t looks = 1 + gsl_rng_uniform_int(rng, 10);
		double fractions[10], levels[10], sum = 0, at = 0;

		for (size_t i = 0; i < looks; i++)
			fractions[i] = at += (1 - at) * (0.01 + 0.98 * gsl_rng_uniform(rng));
		if (round % 2)
			fractions[looks - 1] = 1;
		assert_int_equal(alpha_levels(levels, fractions, looks, 0.05), 0);
		for (size_t i = 0; i < looks; i++) {
			assert_true(levels[i] >= 0);
			sum += levels[i];
		}
		assert_true(sum <= 0.05 + 1e-12);
		if (round % 2)
			near(sum, 0.05, 1e-12);
	}
	gsl_rng_free(rng);
}

static void test_refusals(void **state)
{
	double twice[] = { 0.5, 0.5 }, late[] = { 0.5, 1.1 }, bad[] = { NAN, 1 }, zero[] = { 0, 1 };
	double levels[2];

	(void)state;
	assert_int_equal(alpha_levels(levels, twice, 2, 0.05), -EINVAL);
	assert_int_equal(alpha_levels(levels, late, 2, 0.05), -EINVAL);
	assert_int_equal(alpha_levels(levels, bad, 2, 0.05), -EINVAL);
	assert_int_equal(alpha_levels(levels, zero, 2, 0.05), -EINVAL);
	assert_int_equal(alpha_levels(levels, late, 1, 0), -EINVAL);
	assert_int_equal(alpha_levels(levels, late, 0, 0.05), 0);
}

/* The share of runs that are wrong at any of four looks at 240 pairs. */
static double alarms(gsl_rng *rng, const double *levels, double median)
{
	enum { ROUNDS = 6000 };
	double values[240];
	int wrong = 0;

	for (int round = 0; round < ROUNDS; round++) {
		bool alarm = false;

		draw_all(rng, SHAPE_DISTURBED, 0.05, median, values, 240);
		for (size_t look = 0; look < 4; look++) {
			struct sign_test difference;
			struct equivalence equivalence;

			assert_int_equal(sign_test(&difference, values, 60 * (look + 1), 0), 0);
			assert_int_equal(
				equivalence_test(&equivalence, values, 60 * (look + 1), 0.05), 0);
			alarm |= median == 0 ? difference.p <= levels[look] :
					       equivalence.p <= levels[look];
		}
		wrong += alarm;
	}
	return wrong / (double)ROUNDS;
}

static void test_false_alarms(void **state)
{
	static const double fractions[] = { 0.25, 0.5, 0.75, 1 };
	static const double careless[] = { 0.05, 0.05, 0.05, 0.05 };
	double levels[4];
	gsl_rng *rng = new_rng(10);

	(void)state;
	assert_int_equal(alpha_levels(levels, fractions, 4, 0.05), 0);
	assert_true(alarms(rng, levels, 0) <= 0.05);
	assert_true(alarms(rng, levels, 0.05) <= 0.05);
	assert_true(alarms(rng, careless, 0) > 0.08); /* the test can fail */
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_published_spending),
		cmocka_unit_test(test_published_boundaries),
		cmocka_unit_test(test_never_more_than_alpha),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_false_alarms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
