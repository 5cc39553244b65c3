/* SPDX-License-Identifier: MIT */
/* Description: flagged pairs: how many are too many, and what holds with them and without. */
#include "made_row.h"

static void test_too_many_flagged(void **state)
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
	assert_int_equal(verdict.needed, 9); /* there are more, but for the flags */
}

/* Exactly a third is not more than that, and the first pair counts as any. */
static void test_a_third_flagged(void **state)
{
	static const struct {
		size_t n, flagged;
		enum verdict_kind kind;
	} rows[] = {
		{ 39, 13, FASTER },    { 39, 14, UNDECIDED }, { 38, 12, FASTER },
		{ 38, 13, UNDECIDED }, { 30, 10, FASTER },    { 30, 11, UNDECIDED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict;

		make(&made, -0.2, 0.002);
		made.row.n = rows[i].n;
		for (size_t j = 0; j < rows[i].flagged; j++)
			made.flagged[j] = true;
		verdict = verdict_of(&made);
		expect_kind(&verdict, rows[i].kind,
			    rows[i].kind == FASTER ? REASON_NONE : REASON_FLAGGED);
		assert_int_equal(verdict.flagged, rows[i].flagged);
		assert_int_equal(verdict.n, rows[i].n - rows[i].flagged);
		assert_int_equal(verdict.missing, PAIRS - rows[i].n);
	}
}

/* Each flagged pair lies at one end: both ends of the wider interval are taken. */
static void test_flags_at_both_ends(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0, 0);
	for (int i = 0; i < PAIRS; i++) {
		made.flagged[i] = i >= 27;
		made.logs[i] = i < 27 ? 0.2 : i < 29 ? 0.5 : 0.01;
	}
	/* without them .2 .. .2; with them the eleventh is .01, and its mirror .2 */
	verdict = verdict_of(&made);
	assert_int_equal(verdict.kind_unflagged, SLOWER);
	assert_int_equal(verdict.kind_all, SLOWER_AT_LEAST);
	expect_kind(&verdict, SLOWER_AT_LEAST, REASON_NONE);
	near(verdict.low, 0.01, 0);
	near(verdict.high, 0.2, 0);
	near(verdict.interval.lower, 0.2, 0);
}

/* 27 pairs, of which so many at -.5 and the rest at `rest`; and 13 flagged ones. */
static struct decision with_flags(int low, double rest, double flagged)
{
	struct made made;

	make(&made, 0, 0);
	for (int i = 0; i < PAIRS; i++) {
		made.flagged[i] = i >= 27;
		made.logs[i] = i >= 27 ? flagged : i < low ? -0.5 : rest;
	}
	return verdict_of(&made);
}

static void test_flags_change_the_word(void **state)
{
	struct decision verdict;

	(void)state;
	verdict = with_flags(0, -0.2, -0.5); /* the same word: the unflagged interval */
	expect_kind(&verdict, FASTER, REASON_NONE);
	near(verdict.low, -0.2, 0);
	verdict = with_flags(0, -0.2, -0.01); /* both true of -.2 .. -.01 */
	assert_int_equal(verdict.kind_unflagged, FASTER);
	assert_int_equal(verdict.kind_all, FASTER_AT_LEAST);
	expect_kind(&verdict, FASTER_AT_LEAST, REASON_NONE);
	near(verdict.low, -0.2, 0);
	near(verdict.high, -0.01, 0);
	near(verdict.interval.upper, -0.2, 0); /* of the unflagged pairs */
	verdict = with_flags(0, -0.01, -0.2);  /* the flagged pairs widen the other end */
	assert_int_equal(verdict.kind_unflagged, SLIGHTLY_FASTER);
	expect_kind(&verdict, FASTER_AT_LEAST, REASON_NONE);
	near(verdict.low, -0.2, 0);
	verdict = with_flags(10, 0, 0.5); /* nothing is true of both */
	assert_int_equal(verdict.kind_unflagged, NOT_SLOWER);
	assert_int_equal(verdict.kind_all, NOT_FASTER);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
	verdict = with_flags(0, -0.2, 0.5); /* with them undecided */
	assert_int_equal(verdict.kind_unflagged, FASTER);
	assert_int_equal(verdict.kind_all, UNDECIDED);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
	near(verdict.high, -0.2, 0);
	verdict = with_flags(10, 0.2, 0.2); /* without them undecided */
	assert_int_equal(verdict.kind_unflagged, UNDECIDED);
	assert_int_equal(verdict.kind_all, SLOWER);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
}

/* The flagged pairs alone are near: with them the row depends, which is no word. */
static void test_flags_and_regimes(void **state)
{
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 0.3, 0.0001);
	for (int i = 0; i < PAIRS; i++) {
		made.flagged[i] = i < 13;
		made.regimes[i] = i < 13 ? REGIME_NEAR : REGIME_FAR;
		made.logs[i] -= i < 13 ? 0.6 : 0;
	}
	verdict = verdict_of(&made);
	assert_int_equal(verdict.kind_unflagged, SLOWER);
	assert_int_equal(verdict.kind_all, DEPENDS);
	expect_kind(&verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_too_many_flagged),
		cmocka_unit_test(test_a_third_flagged),
		cmocka_unit_test(test_flags_at_both_ends),
		cmocka_unit_test(test_flags_change_the_word),
		cmocka_unit_test(test_flags_and_regimes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
