/* SPDX-License-Identifier: MIT */
/* Description: the rules of a verdict, one by one, on rows made for them. */
#include "made_row.h"

#include <errno.h>

/* Every word comes from the interval of the pairs; its ends lie 9.5 steps from the median. */
static void test_decided(void **state)
{
	static const struct {
		double median, step;
		enum verdict_kind kind;
	} rows[] = {
		{ -0.2, 0.002, FASTER },
		{ -0.04, 0.002, FASTER_AT_LEAST },
		{ -0.015, 0.001, SLIGHTLY_FASTER },
		{ 0.001, 0.001, EQUIVALENT },
		{ -0.02, 0.004, NOT_SLOWER },
		{ 0.02, 0.004, NOT_FASTER },
		{ 0.015, 0.001, SLIGHTLY_SLOWER },
		{ 0.04, 0.002, SLOWER_AT_LEAST },
		{ 0.2, 0.002, SLOWER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict;

		make(&made, rows[i].median, rows[i].step);
		verdict = verdict_of(&made);
		expect_kind(&verdict, rows[i].kind, REASON_NONE);
		near(verdict.interval.median, rows[i].median, 1e-12);
		near(verdict.low, rows[i].median - 9.5 * rows[i].step, 1e-12);
		near(verdict.high, rows[i].median + 9.5 * rows[i].step, 1e-12);
		assert_int_equal(verdict.kind_unflagged, rows[i].kind);
		assert_int_equal(verdict.kind_all, rows[i].kind);
		assert_int_equal(verdict.n, PAIRS);
		assert_int_equal(verdict.needed, 0);
		near(verdict.margin, MARGIN, 0);
	}
}

/* A row with everything wrong; each remedy uncovers the next rule. */
static void test_order_of_the_rules(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	for (int i = 0; i < PAIRS; i++) {
		made.flagged[i] = i < 14;
		made.regimes[i] = i % 2 ? REGIME_NEAR : REGIME_FAR;
		made.logs[i] += i % 2 ? 0.4 : 0;
	}
	made.row.envelope = NAN;
	made.row.red[1] = 1;
	verdict = verdict_of(&made);
	expect_kind(&verdict, INVALID, REASON_RED);
	made.row.red[1] = 0;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGGED);
	made.row.flagged = NULL;
	verdict = verdict_of(&made);
	expect_kind(&verdict, DEPENDS, REASON_REGIME);
	made.row.regimes = NULL;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_LAYOUTS);
	made.row.envelope = 0;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_WIDE);
}

static void test_reasons_differ(void **state)
{
	(void)state;
	for (int a = REASON_NONE; a <= REASON_WIDE; a++)
		for (int b = REASON_NONE; b < a; b++)
			assert_string_not_equal(verdict_reason_text((enum verdict_reason)a),
						verdict_reason_text((enum verdict_reason)b));
	assert_string_equal(verdict_reason_text(REASON_NONE), "");
}

static void test_few_pairs(void **state)
{
	/* at .05 / 12 nine pairs are the fewest with an interval */
	static const size_t sizes[] = { 0, 1, 2, 5, 8 };
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		made.row.n = sizes[i];
		verdict = verdict_of(&made);
		expect_kind(&verdict, UNDECIDED, sizes[i] == 0 ? REASON_NO_PAIRS : REASON_TOO_FEW);
		assert_int_equal(verdict.n, sizes[i]);
		assert_int_equal(verdict.missing, PAIRS - sizes[i]);
		assert_false(verdict.interval.exists);
		assert_true(isinf(verdict.low) && isinf(verdict.high));
		assert_int_equal(verdict.needed >= 9, sizes[i] > 1);
		assert_true(isnan(verdict.visible));
	}
	made.row.n = 9;
	verdict = verdict_of(&made);
	expect_kind(&verdict, FASTER, REASON_NONE);
}

static void test_red(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	for (int arm = 0; arm < 2; arm++) {
		made.row.red[arm] = 1;
		made.row.red[1 - arm] = 0;
		verdict = verdict_of(&made);
		expect_kind(&verdict, INVALID, REASON_RED);
		assert_true(isnan(verdict.interval.median));
		assert_true(isnan(verdict.visible));
		assert_int_equal(verdict.needed, 0);
		near(verdict.p, 1, 0);
	}
}

/* Each number of a decision, and nothing else. */
static void test_what_is_told(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0.0405, 0.002);
	made.row.envelope = 0.004;
	made.row.planned = 47;
	memset(&verdict, 0xff, sizeof(verdict));
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, FAMILY), 0);
	expect_kind(&verdict, SLOWER_AT_LEAST, REASON_NONE);
	assert_int_equal(verdict.n, 40);
	assert_int_equal(verdict.missing, 7);
	assert_int_equal(verdict.flagged, 0);
	near(verdict.margin, MARGIN, 0);
	near(verdict.low, 0.0405 - 0.019 - 0.004, 1e-12);
	near(verdict.high, 0.0405 + 0.019 + 0.004, 1e-12);
	near(verdict.p, 2 * 1 / 1099511627776.0, 1e-18); /* none of 40 lies below 0 */
	near(verdict.p_adjusted, 12 * 2 / 1099511627776.0, 1e-17);
	assert_int_equal(verdict.regimes.near.n + verdict.regimes.far.n + verdict.regimes.mixed, 0);
	made.row.red[0] = 3;
	made.row.red[1] = 2;
	verdict = verdict_of(&made);
	expect_kind(&verdict, INVALID, REASON_RED);
	assert_int_equal(verdict.n, 40); /* there they are, but no timing counts */
	assert_int_equal(verdict.interval.n, 0);
	near(verdict.p_adjusted, 1, 0);
	assert_int_equal(verdict.kind_unflagged, UNDECIDED);
	assert_int_equal(verdict.kind_all, UNDECIDED);
}

static void test_regimes(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0.0001);
	for (int i = 0; i < PAIRS; i++) {
		made.regimes[i] = i % 10 < 5 ? REGIME_NEAR : REGIME_FAR;
		made.logs[i] += made.regimes[i] == REGIME_NEAR ? -0.3 : 0.3;
	}
	verdict = verdict_of(&made);
	expect_kind(&verdict, DEPENDS, REASON_REGIME);
	near(verdict.regimes.near.median, -0.3, 0.01);
	near(verdict.regimes.far.median, 0.3, 0.01);
	for (int i = 0; i < 35; i++)
		made.regimes[i] = REGIME_MIXED;
	verdict = verdict_of(&made); /* too few in the bins */
	assert_int_not_equal(verdict.kind, DEPENDS);
	assert_int_equal(verdict.regimes.mixed, 35);
}

static void test_refusals(void **state)
{
	static const double alphas[] = { 0, -0.05, 1, NAN };
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0.01);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(decide_row(&verdict, &made.row, alphas[i], 1), -EINVAL);
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 0), -EINVAL);
	/* of the family, not of the row's share in it */
	assert_int_equal(decide_row(&verdict, &made.row, 1, 2), -EINVAL);
	assert_int_equal(decide_row(&verdict, &made.row, 1.5, 2), -EINVAL);
	assert_int_equal(decide_row(&verdict, &made.row, 0.999, 2), 0);
	made.row.envelope = 0;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), 0);
	made.row.envelope = -1e-9;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), -EINVAL);
	make(&made, 0, 0.01);
	made.logs[PAIRS - 1] = NAN;
	made.flagged[PAIRS - 1] = true; /* flagged ones, too */
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), -EINVAL);
	make(&made, 0, 0.01);
	made.row.planned = PAIRS;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), 0);
	made.row.planned = PAIRS - 1;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), -EINVAL);
	make(&made, 0, 0.01);
	made.row.margin = NAN;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), -EINVAL);
	made.row.margin = 0;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, 1), -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decided),
		cmocka_unit_test(test_order_of_the_rules),
		cmocka_unit_test(test_reasons_differ),
		cmocka_unit_test(test_few_pairs),
		cmocka_unit_test(test_red),
		cmocka_unit_test(test_what_is_told),
		cmocka_unit_test(test_regimes),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
