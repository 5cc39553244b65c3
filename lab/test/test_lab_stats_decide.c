/* SPDX-License-Identifier: MIT */
/* Description: the rules of a verdict, one by one, on rows made for them. */
#include "check.h"

#include <errno.h>

#include "lab/stats/decide.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/power.h"
#include "simulate.h"

#define PAIRS 40

/* A row and the arrays it borrows. */
struct made {
	double logs[PAIRS];
	bool flagged[PAIRS];
	struct pair_layout layouts[PAIRS];
	enum regime regimes[PAIRS];
	struct decide_row row;
};

/* 40 pairs around a median, `step` apart; layouts 0..3 in turn, one regime. */
static void make(struct made *made, double median, double step)
{
	memset(made, 0, sizeof(*made));
	for (int i = 0; i < PAIRS; i++) {
		/* 7 and 40 share no factor: every layout sees the whole spread */
		made->logs[i] = median + step * (i * 7 % PAIRS - (PAIRS - 1) / 2.0);
		made->layouts[i].arm[0] = i / 10;
		made->layouts[i].arm[1] = i % 4;
	}
	made->row = (struct decide_row){ .log_ratios = made->logs,
					 .flagged = made->flagged,
					 .layouts = made->layouts,
					 .regimes = made->regimes,
					 .n = PAIRS,
					 .planned = PAIRS,
					 .margin = log(1.1) };
}

static struct decision verdict_of(const struct made *made)
{
	struct decision verdict;

	assert_int_equal(decide_row(&verdict, &made->row, 0.05 / 12), 0);
	return verdict;
}

static void expect_kind(const struct decision *verdict, enum verdict_kind kind,
			enum verdict_reason reason)
{
	assert_string_equal(verdict_kind_name(verdict->kind), verdict_kind_name(kind));
	assert_string_equal(verdict_reason_text(verdict->reason), verdict_reason_text(reason));
}

static void test_decided(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	verdict = verdict_of(&made);
	expect_kind(&verdict, FASTER, REASON_NONE);
	near(verdict.interval.median, -0.2, 1e-9);
	assert_true(verdict.interval.exists && verdict.interval.upper < 0);
	assert_int_equal(verdict.n, PAIRS);
	assert_int_equal(verdict.needed, 0);
	assert_int_equal(verdict.envelope.layouts[0], 4);
	make(&made, 0.2, 0.002);
	verdict = verdict_of(&made);
	expect_kind(&verdict, SLOWER, REASON_NONE);
	make(&made, 0, 0.002);
	verdict = verdict_of(&made);
	expect_kind(&verdict, EQUIVALENT, REASON_NONE);
	/* 3 % is a difference, but not one the margin lets matter */
	make(&made, 0.03, 0.001);
	verdict = verdict_of(&made);
	expect_kind(&verdict, EQUIVALENT, REASON_NONE);
	assert_true(verdict.adjusted_difference < 0.001);
	assert_false(verdict.exploratory);
}

static void test_undecided_needs_pairs(void **state)
{
	struct made made;
	struct decision verdict;
	struct noise noise;

	(void)state;
	make(&made, 0.06, 0.015);
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_NOT_SEPARATED);
	noise = noise_from_pairs(made.logs, PAIRS);
	assert_int_equal(verdict.needed, power_pairs(&noise, 0.05 / 12, 0.06));
	assert_true(verdict.needed > PAIRS);
	make(&made, 0.01, 0.015); /* nearer to nothing: equivalence needs fewer */
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_NOT_SEPARATED);
	noise = noise_from_pairs(made.logs, PAIRS);
	assert_int_equal(verdict.needed,
			 power_pairs_equivalence(&noise, 0.05 / 12, 0.01, log(1.1)));
}

/* Lopsided noise: power.h, which takes both signs, thinks fewer would do. */
static void test_needed_is_more_than_there_are(void **state)
{
	struct made made;
	struct decision verdict;
	struct noise noise;

	(void)state;
	make(&made, 0.2, 0.0001);
	for (int i = 0; i < 12; i++)
		made.logs[i] = -0.01;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_NOT_SEPARATED);
	noise = noise_from_pairs(made.logs, PAIRS);
	assert_true(power_pairs(&noise, 0.05 / 12, 0.2) <= PAIRS);
	assert_int_equal(verdict.needed, PAIRS + 1);
}

static void test_few_pairs(void **state)
{
	static const size_t sizes[] = { 0, 1, 5 };
	struct made made;

	(void)state;
	make(&made, -0.2, 0.002);
	for (size_t i = 0; i < 3; i++) {
		struct decision verdict;

		made.row.n = sizes[i];
		verdict = verdict_of(&made);
		expect_kind(&verdict, UNDECIDED, sizes[i] == 0 ? REASON_NO_PAIRS : REASON_TOO_FEW);
		assert_int_equal(verdict.n, sizes[i]);
		assert_int_equal(verdict.missing, PAIRS - sizes[i]);
		assert_false(verdict.interval.exists);
		assert_int_equal(verdict.needed > 0, sizes[i] == 5);
	}
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
		assert_int_equal(verdict.red[arm], 1);
		assert_true(isnan(verdict.interval.median));
		near(verdict.p_difference, 1, 0);
	}
}

static void test_flagged(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	for (int i = 0; i < 13; i++)
		made.flagged[i] = true;
	verdict = verdict_of(&made);
	expect_kind(&verdict, FASTER, REASON_NONE);
	assert_int_equal(verdict.n, 27);
	assert_int_equal(verdict.flagged, 13);
	assert_int_equal(verdict.interval.n, 27);
	made.flagged[13] = true; /* 14 of 40 are more than a third */
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGGED);
	assert_int_equal(verdict.kind_unflagged, FASTER);
}

/* The flagged pairs say the opposite: without them faster, with them open. */
static void test_flags_change_it(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, -0.2, 0.002);
	for (int i = 0; i < 13; i++) {
		made.flagged[i] = true;
		made.logs[i] = 0.5;
	}
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
	assert_int_equal(verdict.kind_unflagged, FASTER);
	assert_int_equal(verdict.kind_all, UNDECIDED);
	/* and the other way: only the flagged pairs make it a difference */
	make(&made, 0.06, 0.015);
	for (int i = 0, flags = 0; i < PAIRS && flags < 13; i++)
		if (made.logs[i] < 0.05) {
			made.flagged[i] = true;
			flags++;
		}
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
	assert_int_equal(verdict.kind_all, UNDECIDED);
}

/* Layouts of arm A move the row by .33 either way, more than its median. */
static void test_envelope(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0.3, 0.0001);
	for (int i = 0; i < PAIRS; i++)
		made.logs[i] += (i / 10 - 1.5) * 0.22;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_ENVELOPE);
	near(verdict.envelope.envelope, 0.33, 0.01);
	assert_true(verdict.adjusted_difference <= 0.05 / 12);
	assert_int_equal(verdict.needed, 0); /* more pairs do not help */
	made.row.layouts = NULL;
	verdict = verdict_of(&made);
	expect_kind(&verdict, SLOWER, REASON_NONE);
	assert_non_null(verdict.envelope.why);
}

/* One layout of five is far out: too few pairs to move the median. */
static void test_margin_below_envelope(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0.0001);
	for (int i = 0; i < 5; i++) {
		made.layouts[i].arm[0] = 7;
		made.logs[i] = 0.5;
	}
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_MARGIN_ENVELOPE);
	assert_int_equal(verdict.needed, 0);
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
	for (int i = 0; i < PAIRS; i++)
		made.regimes[i] = i < 35 ? REGIME_MIXED : made.regimes[i];
	verdict = verdict_of(&made); /* too few in the bins */
	assert_int_not_equal(verdict.kind, DEPENDS);
	assert_int_equal(verdict.regimes.mixed, 35);
}

static void test_ties(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0); /* all exactly 0 */
	verdict = verdict_of(&made);
	expect_kind(&verdict, EQUIVALENT, REASON_NONE);
	near(verdict.p_difference, 1, 0);
	make(&made, log(1.1), 0); /* all exactly at the margin: not within it */
	verdict = verdict_of(&made);
	expect_kind(&verdict, SLOWER, REASON_NONE);
	near(verdict.p_equivalence, 1, 0);
}

static void test_refusals(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0.01);
	assert_int_equal(decide_row(&verdict, &made.row, 0), -EINVAL);
	assert_int_equal(decide_row(&verdict, &made.row, NAN), -EINVAL);
	made.logs[5] = NAN;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05), -EINVAL);
	make(&made, 0, 0.01);
	made.row.margin = 0;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05), -EINVAL);
	make(&made, 0, 0.01);
	made.row.planned = PAIRS - 1;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05), -EINVAL);
	make(&made, 0, 0.01);
	made.layouts[3].arm[1] = LAYOUT_MAX;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05), -EINVAL);
	assert_int_equal(decide_family(&verdict, &made.row, 0, 0.05), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decided),
		cmocka_unit_test(test_undecided_needs_pairs),
		cmocka_unit_test(test_needed_is_more_than_there_are),
		cmocka_unit_test(test_few_pairs),
		cmocka_unit_test(test_red),
		cmocka_unit_test(test_flagged),
		cmocka_unit_test(test_flags_change_it),
		cmocka_unit_test(test_envelope),
		cmocka_unit_test(test_margin_below_envelope),
		cmocka_unit_test(test_regimes),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
