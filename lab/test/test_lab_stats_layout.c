/* SPDX-License-Identifier: MIT */
/* Description: the layout envelope: known medians, too few pairs, and how much of it is noise. */
#include "check.h"

#include <errno.h>

#include "lab/stats/layout.h"
#include "lab/stats/spread.h"
#include "simulate.h"

/* Arm A: medians 0 and .1 over four pairs each; arm B: one layout. */
static void test_one_arm(void **state)
{
	double logs[] = { 0, 0.01, -0.01, 0, 0.1, 0.11, 0.09, 0.1 };
	struct pair_layout layouts[8] = { { { 0, 2 } }, { { 0, 2 } }, { { 0, 2 } }, { { 0, 2 } },
					  { { 3, 2 } }, { { 3, 2 } }, { { 3, 2 } }, { { 3, 2 } } };
	struct layout_envelope envelope;

	(void)state;
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 8), 0);
	near(envelope.envelope, 0.05, 1e-12);
	assert_null(envelope.why);
	assert_int_equal(envelope.layouts[0], 2);
	assert_int_equal(envelope.layouts[1], 1);
	near(logs[4], 0.1, 0); /* untouched */
}

/* The larger arm counts; a layout with three pairs does not. */
static void test_larger_arm(void **state)
{
	double logs[16];
	struct pair_layout layouts[16];
	struct layout_envelope envelope;

	(void)state;
	for (int i = 0; i < 16; i++) {
		layouts[i].arm[0] = i % 2;
		layouts[i].arm[1] = i / 4;
		logs[i] = 0.1 * (i % 2) + 0.3 * (i / 4);
	}
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 16), 0);
	near(envelope.envelope, 0.45, 1e-12); /* B: medians .05 .. .95 */
	assert_int_equal(envelope.layouts[1], 4);
	layouts[15].arm[1] = -1; /* not known */
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 16), 0);
	near(envelope.envelope, 0.3, 1e-12);
	assert_int_equal(envelope.layouts[1], 3);
}

static void test_no_envelope(void **state)
{
	double logs[] = { 0, 1, 2, 3, 4, 5, 6 };
	struct pair_layout layouts[7];
	struct layout_envelope envelope;

	(void)state;
	for (int i = 0; i < 7; i++)
		layouts[i].arm[0] = layouts[i].arm[1] = i >= 4; /* four and three pairs */
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 7), 0);
	assert_true(isnan(envelope.envelope));
	assert_non_null(strstr(envelope.why, "two layouts"));
	assert_int_equal(layout_envelope(&envelope, logs, NULL, 7), 0);
	assert_true(isnan(envelope.envelope));
	assert_non_null(envelope.why);
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 0), 0);
	assert_true(isnan(envelope.envelope));
}

static void test_refusals(void **state)
{
	double logs[] = { 0, 1 };
	struct pair_layout layouts[2] = { { { 0, 0 } }, { { 0, LAYOUT_MAX } } };
	struct layout_envelope envelope;

	(void)state;
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 2), -EINVAL);
	layouts[1].arm[1] = LAYOUT_MAX - 1;
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 2), 0);
	logs[1] = NAN;
	assert_int_equal(layout_envelope(&envelope, logs, layouts, 2), -EINVAL);
}

/* The numbers of layout.h: layouts that change nothing, noise of sd 1. */
static void test_noise(void **state)
{
	enum { ROUNDS = 2000, PAIRS = 40 };
	static double envelopes[ROUNDS];
	double logs[PAIRS];
	struct pair_layout layouts[PAIRS];
	gsl_rng *rng = new_rng(11);

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct layout_envelope envelope;

		draw_all(rng, SHAPE_NORMAL, 1, 0, logs, PAIRS);
		for (int i = 0; i < PAIRS; i++)
			for (int arm = 0; arm < 2; arm++)
				layouts[i].arm[arm] = (int)gsl_rng_uniform_int(rng, 4);
		assert_int_equal(layout_envelope(&envelope, logs, layouts, PAIRS), 0);
		envelopes[round] = envelope.envelope;
	}
	near(median_of(envelopes, ROUNDS), 0.47, 0.03);
	near(envelopes[ROUNDS * 95 / 100], 0.79, 0.05);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_arm),	    cmocka_unit_test(test_larger_arm),
		cmocka_unit_test(test_no_envelope), cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
