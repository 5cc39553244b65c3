/* SPDX-License-Identifier: MIT */
/* Description: near and far: thresholds from probes, bins, and bins that disagree. */
#include "check.h"

#include <errno.h>

#include "lab/stats/regime.h"
#include "simulate.h"

static void test_threshold(void **state)
{
	double two[] = { 100, 27, 28, 98, 26, 105 }, one[] = { 27, 30, 40, 33, 29 };
	double drift[] = { 27, 40, 60, 90 }, missing[] = { NAN, 0, -3, 27, 100 };

	(void)state;
	near(regime_threshold(two, 6), sqrt(28 * 98.0), 1e-9);
	assert_true(isnan(regime_threshold(one, 5)));
	assert_true(isnan(regime_threshold(drift, 4))); /* no gap of 1.6 */
	near(regime_threshold(missing, 5), sqrt(2700), 1e-9);
	assert_true(isnan(regime_threshold(two, 0)));
	assert_true(isnan(regime_threshold(two, 1)));
}

/* Three wild probes of 40 neither make a regime nor hide one. */
static void test_outliers(void **state)
{
	double probes[40];

	(void)state;
	for (int i = 0; i < 40; i++)
		probes[i] = i < 3 ? 5000 + i : 27 + i * 0.1;
	assert_true(isnan(regime_threshold(probes, 40)));
	for (int i = 0; i < 40; i++)
		probes[i] = i < 3 ? 5000 + i : i < 20 ? 27 + i * 0.1 : 95 + i * 0.1;
	near(regime_threshold(probes, 40), sqrt(28.9 * 97), 1e-9);
}

/* Two pairs of CPUs: the first flips, the second is far by construction. */
static void test_bins(void **state)
{
	double probes[5][2][2] = { { { 27, 140 }, { 28, 141 } },
				   { { 99, 139 }, { 98, 142 } },
				   { { 27, 140 }, { 97, 140 } },
				   { { 27, 140 }, { NAN, 140 } },
				   { { 26, NAN }, { 27, 140 } } };
	enum regime regimes[5];
	double thresholds[2];

	(void)state;
	assert_int_equal(regime_bin(regimes, thresholds, &probes[0][0][0], 5, 2), 0);
	near(thresholds[0], sqrt(28 * 97), 1e-9);
	assert_true(isnan(thresholds[1]));
	assert_int_equal(regimes[0], REGIME_NEAR);
	assert_int_equal(regimes[1], REGIME_FAR);
	assert_int_equal(regimes[2], REGIME_MIXED);
	assert_int_equal(regimes[3], REGIME_MIXED);
	assert_int_equal(regimes[4], REGIME_NEAR); /* the one missing has no say */
	assert_string_equal(regime_name(regimes[2]), "mixed");
}

static void test_bins_of_one_regime(void **state)
{
	double probes[] = { 27, 28, 29, 27 };
	enum regime regimes[2];
	double thresholds[1];

	(void)state;
	assert_int_equal(regime_bin(regimes, thresholds, probes, 2, 1), 0);
	assert_int_equal(regimes[0], REGIME_ONE);
	assert_int_equal(regimes[1], REGIME_ONE);
	assert_int_equal(regime_bin(regimes, thresholds, probes, 0, 1), 0);
	assert_int_equal(regime_bin(regimes, NULL, NULL, 1, 0), 0);
	assert_int_equal(regimes[0], REGIME_ONE);
}

/* 12 pairs a bin around two medians, and three mixed ones. */
static struct regime_effects compare(double near_median, double far_median)
{
	double logs[27];
	enum regime regimes[27];
	struct regime_effects effects;

	for (int i = 0; i < 27; i++) {
		double noise = 0.002 * (i % 12 - 5.5);

		regimes[i] = i < 12 ? REGIME_NEAR : i < 24 ? REGIME_FAR : REGIME_MIXED;
		logs[i] = noise + (i < 12 ? near_median : far_median);
	}
	assert_int_equal(regime_compare(&effects, logs, regimes, 27, 0.05), 0);
	return effects;
}

static void test_compare(void **state)
{
	struct regime_effects opposite = compare(-0.1, 0.1);

	(void)state;
	assert_true(opposite.disagree);
	near(opposite.near.median, -0.1, 1e-9);
	near(opposite.far.median, 0.1, 1e-9);
	assert_int_equal(opposite.mixed, 3);
	assert_true(compare(0.1, 0).disagree); /* one slower, the other excludes it */
	assert_true(compare(0, -0.1).disagree);
	assert_false(compare(0.1, 0.3).disagree); /* slower in both */
	assert_false(compare(-0.1, -0.3).disagree);
	assert_false(compare(0, 0).disagree);
	assert_false(compare(0.01, 0.002).disagree); /* the intervals meet */
}

static void test_compare_few(void **state)
{
	double logs[] = { -1, -1, -1, -1, -1, 1, 1, 1, 1, 1 };
	enum regime regimes[10];
	struct regime_effects effects;

	(void)state;
	for (int i = 0; i < 10; i++)
		regimes[i] = i < 5 ? REGIME_NEAR : REGIME_FAR;
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 0.05), 0);
	assert_false(effects.disagree); /* five pairs have no interval */
	assert_false(effects.near.exists);
	assert_int_equal(regime_compare(&effects, logs, NULL, 10, 0.05), 0);
	assert_int_equal(effects.near.n + effects.far.n + effects.mixed, 0);
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 1), -EINVAL);
	logs[2] = NAN;
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 0.05), -EINVAL);
}

/* Bins that differ in nothing disagree less often than alpha. */
static void test_false_disagreement(void **state)
{
	enum { ROUNDS = 4000 };
	gsl_rng *rng = new_rng(12);
	int wrong = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		double logs[60];
		enum regime regimes[60];
		struct regime_effects effects;

		draw_all(rng, SHAPE_DISTURBED, 0.1, 0.02, logs, 60);
		for (int i = 0; i < 60; i++)
			regimes[i] = i % 3 ? REGIME_NEAR : REGIME_FAR;
		assert_int_equal(regime_compare(&effects, logs, regimes, 60, 0.2), 0);
		wrong += effects.disagree;
	}
	assert_in_range(wrong, 1, 0.2 * ROUNDS);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_threshold),
		cmocka_unit_test(test_outliers),
		cmocka_unit_test(test_bins),
		cmocka_unit_test(test_bins_of_one_regime),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_compare_few),
		cmocka_unit_test(test_false_disagreement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
