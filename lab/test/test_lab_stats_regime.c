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

/* A tenth of the probes, rounded up, must lie on either side of the gap. */
static void test_a_tenth(void **state)
{
	static const struct {
		int count, far; /* probes at 27, and so many of them at 100 */
		bool splits;
	} rows[] = {
		{ 2, 1, true },	  { 10, 1, true },  { 10, 9, true },   { 11, 1, false },
		{ 11, 2, true },  { 11, 9, true },  { 11, 10, false }, { 20, 1, false },
		{ 20, 2, true },  { 20, 18, true }, { 20, 19, false }, { 21, 2, false },
		{ 21, 3, true },  { 21, 18, true }, { 21, 19, false }, { 40, 4, true },
		{ 40, 36, true }, { 40, 3, false }, { 40, 37, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		double probes[40], threshold;

		for (int j = 0; j < rows[i].count; j++)
			probes[j] = j < rows[i].far ? 100 : 27;
		threshold = regime_threshold(probes, (size_t)rows[i].count);
		assert_int_equal(!isnan(threshold), rows[i].splits);
		if (rows[i].splits)
			near(threshold, sqrt(2700), 1e-9);
	}
}

/* The widest gap, wherever it is, if it is a factor of 1.6. */
static void test_widest_gap(void **state)
{
	double first[] = { 10, 30, 60, 110 }, last[] = { 10, 17, 30, 90 },
	       middle[] = { 10, 17, 50, 90 };
	double just[] = { 10, 16 }, not_quite[] = { 10, 15.999 };

	(void)state;
	near(regime_threshold(first, 4), sqrt(300), 1e-9);
	near(regime_threshold(last, 4), sqrt(2700), 1e-9);
	near(regime_threshold(middle, 4), sqrt(850), 1e-9);
	near(regime_threshold(just, 2), sqrt(160), 1e-9);
	assert_true(isnan(regime_threshold(not_quite, 2)));
}

/* Neither near nor far, though 0 is below any threshold and infinity above. */
static void test_no_latency(void **state)
{
	static const double none[] = { 0, -5, INFINITY, -INFINITY, NAN };

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		for (size_t at = 0; at < 2; at++) {
			double probes[] = { 27, 27, 100, 100, 27, 27, 100, 100 };
			double sorted[] = { 27, none[i], 100 };
			enum regime regimes[4];
			double threshold;

			probes[4 + at] = none[i];
			probes[6 + at] = none[i];
			assert_int_equal(regime_bin(regimes, &threshold, probes, 4), 0);
			near(threshold, sqrt(2700), 1e-9);
			assert_int_equal(regimes[0], REGIME_NEAR);
			assert_int_equal(regimes[1], REGIME_FAR);
			assert_int_equal(regimes[2], REGIME_MIXED);
			assert_int_equal(regimes[3], REGIME_MIXED);
			near(regime_threshold(sorted, 3), sqrt(2700), 1e-9);
		}
}

/* Any positive one is a latency. */
static void test_short_latency(void **state)
{
	double probes[] = { 0.2, 0.9 };

	(void)state;
	near(regime_threshold(probes, 2), sqrt(0.18), 1e-12);
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

static void test_bins(void **state)
{
	const double probes[] = { 27, 28, 99, 98, 27, 97, 27, NAN, 98, NAN, 26, 27, 97, 26 };
	const enum regime expected[] = { REGIME_NEAR,  REGIME_FAR,  REGIME_MIXED, REGIME_MIXED,
					 REGIME_MIXED, REGIME_NEAR, REGIME_MIXED };
	enum regime regimes[7];
	double threshold;

	(void)state;
	assert_int_equal(regime_bin(regimes, &threshold, probes, 7), 0);
	near(threshold, sqrt(28 * 97), 1e-9);
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(regimes[i], expected[i]);
}

static void test_bins_of_one_regime(void **state)
{
	double probes[] = { 27, 28, 29, 27 };
	enum regime regimes[2];
	double threshold;

	(void)state;
	assert_int_equal(regime_bin(regimes, &threshold, probes, 2), 0);
	assert_true(isnan(threshold));
	assert_int_equal(regimes[0], REGIME_ONE);
	assert_int_equal(regimes[1], REGIME_ONE);
	assert_int_equal(regime_bin(regimes, &threshold, probes, 0), 0);
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

/* Bins of 12 pairs, all of them at one value or the other: an interval from low to high. */
static bool disagree(double near_low, double near_high, double far_low, double far_high)
{
	double logs[24];
	enum regime regimes[24];
	struct regime_effects effects;

	for (int i = 0; i < 24; i++) {
		regimes[i] = i < 12 ? REGIME_NEAR : REGIME_FAR;
		logs[i] = i < 6 ? near_low : i < 12 ? near_high : i < 18 ? far_low : far_high;
	}
	assert_int_equal(regime_compare(&effects, logs, regimes, 24, 0.05), 0);
	near(effects.near.lower, near_low, 0);
	near(effects.near.upper, near_high, 0);
	near(effects.far.lower, far_low, 0);
	near(effects.far.upper, far_high, 0);
	/* of 12 pairs the second and its mirror; at .05 itself it would be the third */
	near(effects.near.coverage, 1 - 2 * 13 / 4096.0, 1e-12);
	near(effects.far.coverage, 1 - 2 * 13 / 4096.0, 1e-12);
	return effects.disagree;
}

/* Each bin has half of alpha: of ten pairs at .05 the second and its mirror. */
static void test_level(void **state)
{
	double logs[20];
	enum regime regimes[20];
	struct regime_effects effects;

	(void)state;
	for (int i = 0; i < 20; i++) {
		regimes[i] = i % 2 ? REGIME_NEAR : REGIME_FAR;
		logs[i] = i;
	}
	assert_int_equal(regime_compare(&effects, logs, regimes, 20, 0.05), 0);
	near(effects.near.coverage, 1 - 2 * 11 / 1024.0, 1e-12);
	near(effects.far.coverage, 1 - 2 * 11 / 1024.0, 1e-12);
	near(effects.near.lower, 3, 0);
	near(effects.far.lower, 2, 0);
}

/* Where they meet they have a value in common, and 0 is on neither side. */
static void test_compare_ends(void **state)
{
	static const struct {
		double near_low, near_high, far_low, far_high;
		bool disagree;
	} rows[] = {
		{ -2, -1, 1, 2, true },	       { -2, 0.5, 0.5, 2, false },
		{ -2, 0.5, 0.6, 2, true },     { -1, 0, 0, 1, false },
		{ -2, -1, 0, 0, true },	       { -2, -1, -0.5, 0, true },
		{ -2, -1, -0.5, -0.1, false }, { 1, 2, 0, 0, true },
		{ 1, 2, 0, 0.5, true },	       { 1, 2, 0.1, 0.5, false },
		{ -1, 0, 0.1, 1, true },       { -1, -0.1, 0, 1, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(disagree(rows[i].near_low, rows[i].near_high, rows[i].far_low,
					  rows[i].far_high),
				 rows[i].disagree);
		assert_int_equal(disagree(rows[i].far_low, rows[i].far_high, rows[i].near_low,
					  rows[i].near_high),
				 rows[i].disagree);
	}
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
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 0), -EINVAL);
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 1), -EINVAL);
	assert_int_equal(regime_compare(&effects, logs, regimes, 10, 1.5), -EINVAL);
	assert_int_equal(regime_compare(&effects, NULL, NULL, 0, 0.05), 0);
	assert_int_equal(effects.near.n + effects.far.n + effects.mixed, 0);
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
		cmocka_unit_test(test_a_tenth),
		cmocka_unit_test(test_widest_gap),
		cmocka_unit_test(test_no_latency),
		cmocka_unit_test(test_short_latency),
		cmocka_unit_test(test_outliers),
		cmocka_unit_test(test_bins),
		cmocka_unit_test(test_bins_of_one_regime),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_level),
		cmocka_unit_test(test_compare_ends),
		cmocka_unit_test(test_compare_few),
		cmocka_unit_test(test_false_disagreement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
