/* SPDX-License-Identifier: MIT */
/* Description: power, pairs needed and smallest effects: the table, simulation, the limits. */
#include "check.h"

#include "lab/stats/interval.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"
#include "simulate.h"

/* power.h: pairs needed over 40 cells for 5, 10 and 30 %; rounded by the
 * simulation they come from, so within an eighth. */
static void test_table(void **state)
{
	static const struct {
		double sd;
		size_t pairs[3];
	} table[] = { { POWER_SD_QUIET, { 40, 15, 11 } },
		      { POWER_SD_TYPICAL, { 120, 40, 11 } },
		      { POWER_SD_BAD, { 600, 160, 30 } } };
	static const double effects[] = { 1.05, 1.1, 1.3 };
	double alpha = bonferroni_alpha(0.05, 40);

	(void)state;
	for (size_t row = 0; row < 3; row++)
		for (size_t i = 0; i < 3; i++) {
			struct noise noise = noise_normal(table[row].sd);
			size_t pairs = power_pairs(&noise, alpha, log(effects[i]));
			size_t expected = table[row].pairs[i];

			assert_in_range(pairs, expected - expected / 8, expected + expected / 8);
			assert_true(pairs >= interval_pairs(alpha));
		}
}

/* What does not need noise to be small is decided by the fewest pairs there are. */
static void test_fewest_pairs(void **state)
{
	struct noise noise = noise_normal(0.02), none = noise_normal(0);
	double alpha = bonferroni_alpha(0.05, 40);

	(void)state;
	assert_int_equal(power_pairs(&noise, alpha, log(1.3)), 11);
	assert_int_equal(power_pairs(&none, alpha, 1e-9), 11);
	near(power_difference(&noise, 10, alpha, 1), 0, 0);
	near(power_difference(&noise, 11, alpha, 1), 1, 1e-12);
}

static double found_share(gsl_rng *rng, enum shape shape, double scale, size_t n, double effect)
{
	enum { ROUNDS = 4000 };
	double values[200];
	struct sign_test test;
	int found = 0;

	for (int i = 0; i < ROUNDS; i++) {
		draw_all(rng, shape, scale, effect, values, n);
		assert_int_equal(sign_test(&test, values, n, 0), 0);
		found += 2 * test.p_above <= 0.05 / 12;
	}
	return found / (double)ROUNDS;
}

/* 4 standard errors of the simulation are at most .032. */
static void test_agrees_with_simulation(void **state)
{
	gsl_rng *rng = new_rng(6);
	struct noise noise = noise_normal(0.1);

	(void)state;
	for (size_t n = 12; n < 200; n += 31)
		for (double effect = 0.02; effect < 0.15; effect += 0.03)
			near(found_share(rng, SHAPE_NORMAL, 0.1, n, effect),
			     power_difference(&noise, n, 0.05 / 12, effect), 0.032);
	gsl_rng_free(rng);
}

/* From a large pilot, of any shape that is not lopsided, the power of more like it. */
static void test_from_pairs(void **state)
{
	static const enum shape shapes[] = { SHAPE_NORMAL, SHAPE_HEAVY };
	gsl_rng *rng = new_rng(7);
	double pilot[1000];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct noise noise;

		draw_all(rng, shapes[i], 0.05, 0.3, pilot, 1000);
		noise = noise_from_pairs(pilot, 1000);
		near(noise_above(&noise, 0), 0.5, 1e-12);
		near(power_difference(&noise, 60, 0.05 / 12, 0.05),
		     found_share(rng, shapes[i], 0.05, 60, 0.05), 0.08);
	}
	gsl_rng_free(rng);
}

/* 40 pairs tell the pairs needed within a half. */
static void test_from_few_pairs(void **state)
{
	enum { ROUNDS = 200 };
	gsl_rng *rng = new_rng(8);
	struct noise truth = noise_normal(0.1);
	size_t exact = power_pairs(&truth, 0.05 / 12, log(1.1));
	int close = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		double pairs[40];
		struct noise noise;
		size_t needed;

		draw_all(rng, SHAPE_NORMAL, 0.1, 0, pairs, 40);
		noise = noise_from_pairs(pairs, 40);
		needed = power_pairs(&noise, 0.05 / 12, log(1.1));
		close += needed * 2 >= exact && needed <= exact * 3 / 2;
	}
	assert_in_range(close, 0.85 * ROUNDS, ROUNDS);
	gsl_rng_free(rng);
}

/* Power stays reached from the pairs needed on, and was not before. */
static void test_pairs_are_the_turning_point(void **state)
{
	struct noise noise = noise_normal(0.1);
	double alpha = 0.05 / 200;

	(void)state;
	for (double effect = 0.01; effect < 0.4; effect *= 1.7) {
		size_t n = power_pairs(&noise, alpha, effect);

		assert_true(n > 0);
		assert_true(power_difference(&noise, n - 1, alpha, effect) < POWER_TARGET);
		for (size_t more = 0; more < 100; more++)
			assert_true(power_difference(&noise, n + more, alpha, effect) >=
				    POWER_TARGET);
	}
}

static void test_equivalence_pairs(void **state)
{
	struct noise noise = noise_normal(0.1);
	double margin = log(1.1), alpha = 0.05 / 12;
	size_t centred = power_pairs_equivalence(&noise, alpha, 0, margin);
	size_t off = power_pairs_equivalence(&noise, alpha, 0.03, margin);

	(void)state;
	assert_in_range(centred, 30, 40); /* the quick suite has 40 */
	assert_true(off > centred);
	assert_int_equal(off, power_pairs_equivalence(&noise, alpha, -0.03, margin));
	assert_true(power_equivalence(&noise, off, alpha, 0.03, margin) >= POWER_TARGET);
	assert_int_equal(power_pairs_equivalence(&noise, alpha, margin, margin), 0);
	assert_int_equal(power_pairs_equivalence(&noise, alpha, 0.2, margin), 0);
}

/* Of intervals wholly within the margin; each end has the alpha of one half. */
static double equivalent_share(gsl_rng *rng, double scale, double median, double margin)
{
	enum { ROUNDS = 4000 };
	double values[40];
	struct median_interval interval;
	int equivalent = 0;

	for (int i = 0; i < ROUNDS; i++) {
		draw_all(rng, SHAPE_NORMAL, scale, median, values, 40);
		assert_int_equal(median_interval(&interval, values, 40, 2 * 0.05), 0);
		equivalent += interval.lower >= -margin && interval.upper <= margin;
	}
	return equivalent / (double)ROUNDS;
}

static void test_equivalence_agrees_with_simulation(void **state)
{
	struct noise noise = noise_normal(0.1);
	double margin = log(1.1);
	gsl_rng *rng = new_rng(4);

	(void)state;
	near(equivalent_share(rng, 0.1, 0, margin), power_equivalence(&noise, 40, 0.05, 0, margin),
	     0.01);
	near(equivalent_share(rng, 0.1, 0.04, margin),
	     power_equivalence(&noise, 40, 0.05, 0.04, margin), 0.03);
	/* at the margin: as often as that end misses, 4.03 % */
	assert_true(equivalent_share(rng, 0.1, margin, margin) <= 0.05);
	gsl_rng_free(rng);
}

static void test_smallest(void **state)
{
	struct noise noise = noise_normal(0.1), none = noise_normal(0);
	double effect = power_smallest_effect(&noise, 40, 0.05 / 12);

	(void)state;
	assert_true(effect < log(1.1));	 /* quick decides 10 % */
	assert_true(effect > log(1.05)); /* and does not promise 5 % */
	near(power_difference(&noise, 40, 0.05 / 12, effect), POWER_TARGET, 1e-6);
	assert_true(isnan(power_smallest_effect(&noise, 8, 0.05 / 12)));
	near(power_smallest_effect(&none, 40, 0.05 / 12), 0, 0);
	assert_true(isnan(power_smallest_effect(&none, 8, 0.05 / 12)));
}

static void test_hopeless(void **state)
{
	double one[] = { 0.1 }, same[] = { 0.1, 0.1, 0.1 };
	struct noise noise = noise_normal(0.1), unknown = noise_from_pairs(one, 1);
	struct noise flat = noise_from_pairs(same, 3);

	(void)state;
	assert_int_equal(power_pairs(&noise, 0.05, 0), 0);
	assert_int_equal(power_pairs(&noise, 0.05, 1e-7), 0);
	assert_int_equal(power_pairs(&unknown, 0.05, 0.1), 0);
	assert_int_equal(power_pairs_equivalence(&unknown, 0.05, 0, 0.1), 0);
	near(power_difference(&unknown, 100, 0.05, 0.1), 0, 0);
	assert_true(isnan(power_smallest_effect(&unknown, 100, 0.05)));
	near(power_difference(&noise, 0, 0.05, 1), 0, 0);
	assert_int_equal(power_pairs(&flat, 0.05, 0.01), 6);
	near(noise_above(&flat, 0), 0.5, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_fewest_pairs),
		cmocka_unit_test(test_agrees_with_simulation),
		cmocka_unit_test(test_from_pairs),
		cmocka_unit_test(test_from_few_pairs),
		cmocka_unit_test(test_pairs_are_the_turning_point),
		cmocka_unit_test(test_equivalence_pairs),
		cmocka_unit_test(test_equivalence_agrees_with_simulation),
		cmocka_unit_test(test_smallest),
		cmocka_unit_test(test_hopeless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
