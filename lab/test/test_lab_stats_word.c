/* SPDX-License-Identifier: MIT */
/* Description: the word of an interval: every line of the table, its mirror, and the ends. */
#include "check.h"

#include "lab/stats/word.h"
#include "simulate.h"

/* Ends in margins; exact in binary, so "at the margin" is what it says. */
struct line {
	double low, high;
	enum verdict_kind kind;
};

static enum verdict_kind mirrored(enum verdict_kind kind)
{
	static const enum verdict_kind mirror[] = {
		[FASTER] = SLOWER,
		[FASTER_AT_LEAST] = SLOWER_AT_LEAST,
		[SLIGHTLY_FASTER] = SLIGHTLY_SLOWER,
		[EQUIVALENT] = EQUIVALENT,
		[NOT_SLOWER] = NOT_FASTER,
		[NOT_FASTER] = NOT_SLOWER,
		[SLIGHTLY_SLOWER] = SLIGHTLY_FASTER,
		[SLOWER_AT_LEAST] = FASTER_AT_LEAST,
		[SLOWER] = FASTER,
		[UNDECIDED] = UNDECIDED,
	};

	return mirror[kind];
}

static void expect_word(double low, double high, enum verdict_kind kind)
{
	const double margin = 0.25;

	assert_string_equal(verdict_kind_name(word_of(low * margin, high * margin, margin)),
			    verdict_kind_name(kind));
}

static void expect_lines(const struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		expect_word(lines[i].low, lines[i].high, lines[i].kind);
		expect_word(-lines[i].high, -lines[i].low, mirrored(lines[i].kind));
	}
}

/* The table of word.h, line by line. */
static void test_table(void **state)
{
	static const struct line lines[] = {
		{ -3, -2, FASTER },
		{ -2, -0.5, FASTER_AT_LEAST },
		{ -0.75, -0.25, SLIGHTLY_FASTER },
		{ -0.5, 0.25, EQUIVALENT },
		{ -2, 0.5, NOT_SLOWER },
		{ -2, 2, UNDECIDED },
	};

	(void)state;
	expect_lines(lines, sizeof(lines) / sizeof(lines[0]));
}

/* 0 belongs to "holds 0", the margin to "within". */
static void test_ends(void **state)
{
	static const struct line lines[] = {
		{ -2, 0, NOT_SLOWER },
		{ -0.5, 0, EQUIVALENT },
		{ 0, 0, EQUIVALENT },
		{ -1, 0, EQUIVALENT },
		{ -1, 1, EQUIVALENT },
		{ -1, -0.5, SLIGHTLY_FASTER },
		{ -1, -1, SLIGHTLY_FASTER },
		{ -2, -1, FASTER_AT_LEAST },
		{ -2, 1, NOT_SLOWER },
		{ -1.0000001, 1, NOT_SLOWER },
		{ -2, -1.0000001, FASTER },
		{ -1.0000001, -0.5, FASTER_AT_LEAST },
		{ -2, 1.0000001, UNDECIDED },
		{ -0.5, -1e-300, SLIGHTLY_FASTER },
		{ -2, -1e-300, FASTER_AT_LEAST },
	};

	(void)state;
	expect_lines(lines, sizeof(lines) / sizeof(lines[0]));
}

static void test_infinite(void **state)
{
	static const struct line lines[] = {
		{ -INFINITY, INFINITY, UNDECIDED },   { -INFINITY, -2, FASTER },
		{ -INFINITY, -0.5, FASTER_AT_LEAST }, { -INFINITY, 0, NOT_SLOWER },
		{ -INFINITY, 1, NOT_SLOWER },	      { -INFINITY, 1.5, UNDECIDED },
	};

	(void)state;
	expect_lines(lines, sizeof(lines) / sizeof(lines[0]));
}

static void test_nan(void **state)
{
	(void)state;
	assert_int_equal(word_of(NAN, -2, 1), UNDECIDED);
	assert_int_equal(word_of(-3, NAN, 1), UNDECIDED);
	assert_int_equal(word_of(2, NAN, 1), UNDECIDED);
	assert_int_equal(word_of(NAN, NAN, 1), UNDECIDED);
	assert_int_equal(word_of(-3, -2, NAN), UNDECIDED);
}

/* Times that differ by exactly so many percent of A's. */
static void test_at_least(void **state)
{
	(void)state;
	near(word_at_least_percent(log(0.5), log(0.9)), 10, 1e-12);
	near(word_at_least_percent(log(1.1), log(2)), 10, 1e-12);
	near(word_at_least_percent(-INFINITY, log(0.75)), 25, 1e-12);
	near(word_at_least_percent(-1, -1e-9), 1e-7, 1e-15);
	assert_true(isnan(word_at_least_percent(-0.1, 0)));
	assert_true(isnan(word_at_least_percent(0, 0.1)));
	assert_true(isnan(word_at_least_percent(-0.1, 0.1)));
	assert_true(isnan(word_at_least_percent(NAN, NAN)));
}

/* What each word promises holds for every median in the interval it was read from. */
static void test_true_if_the_interval_is(void **state)
{
	gsl_rng *rng = new_rng(31);

	(void)state;
	for (int i = 0; i < 200000; i++) {
		double low = gsl_ran_flat(rng, -3, 3), high = gsl_ran_flat(rng, low, 3);
		double median = gsl_ran_flat(rng, low, high);
		enum verdict_kind kind = word_of(low, high, 1);

		assert_false(word_is_wrong(kind, median, 1, low, high));
	}
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),	 cmocka_unit_test(test_ends),
		cmocka_unit_test(test_infinite), cmocka_unit_test(test_nan),
		cmocka_unit_test(test_at_least), cmocka_unit_test(test_true_if_the_interval_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
