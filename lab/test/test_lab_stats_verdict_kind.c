/* SPDX-License-Identifier: MIT */
/*
 * Description: names, directions, and what each word shows or refutes, by brute force.
 *
 * A kind stands for all intervals whose word it is.  A sentence is shown if it is
 * true of every median in every such interval, and refuted if it is true of none.
 */
#include "check.h"

#include "lab/stats/word.h"
#include "simulate.h"

/* Ends of intervals in half margins: -8 .. 8, and no end. */
enum { ENDS = 19, MIDDLE = ENDS / 2 };

static double end_at(int i)
{
	if (i == 0 || i == ENDS - 1)
		return i == 0 ? -INFINITY : INFINITY;
	return (i - MIDDLE) / 2.0;
}

static bool is_faster(double median)
{
	return median < 0;
}

static bool is_slower(double median)
{
	return median > 0;
}

static bool is_equivalent(double median)
{
	return fabs(median) <= 1;
}

static bool is_not_slower(double median)
{
	return median <= 1;
}

static bool is_not_faster(double median)
{
	return median >= -1;
}

static bool matters_faster(double median)
{
	return median < -1;
}

static bool matters_slower(double median)
{
	return median > 1;
}

/*
 * `possible` is what must stay possible for a sentence to stay open.  For "faster"
 * and "slower" that is not the sentence itself: who claims a gain means one that
 * matters, so the claim is lost once every gain beyond the margin is excluded
 * ("equivalent", "not faster"), although a gain too small to matter is not.  Only
 * where the direction is certain is a small gain still a gain: shown comes first.
 */
static const struct said {
	const char *text;
	bool (*is_true)(double median), (*possible)(double median);
} sentences[] = {
	{ "faster", is_faster, matters_faster },
	{ "equivalent", is_equivalent, is_equivalent },
	{ "slower", is_slower, matters_slower },
	{ "not slower", is_not_slower, is_not_slower },
	{ "not faster", is_not_faster, is_not_faster },
};

struct truth {
	size_t medians; /* in all intervals of the kind */
	bool all, any;	/* of them make the sentence true, possible */
};

/* Medians an eighth of a margin apart, and the ends; far out stands for infinity. */
static void try_interval(struct truth *truth, const struct said *said, double low, double high)
{
	double first = fmax(low, -6), last = fmin(high, 6);

	for (double median = first; median <= last; median += 0.125) {
		truth->medians++;
		truth->all &= said->is_true(median);
		truth->any |= said->possible(median);
	}
}

static struct truth truth_of(enum verdict_kind kind, const struct said *said)
{
	struct truth truth = { 0, true, false };

	for (int low = 0; low < ENDS - 1; low++)
		for (int high = low > 0 ? low : 1; high < ENDS; high++)
			if (word_of(end_at(low), end_at(high), 1) == kind)
				try_interval(&truth, said, end_at(low), end_at(high));
	return truth;
}

static void test_shows_and_refutes(void **state)
{
	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++)
		for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
			struct truth truth = truth_of((enum verdict_kind)kind, &sentences[i]);
			bool known = truth.medians > 0, shown = known && truth.all;
			const char *said = sentences[i].text;

			assert_int_equal(known, kind <= UNDECIDED);
			assert_int_equal(verdict_kind_shows((enum verdict_kind)kind, said), shown);
			assert_int_equal(verdict_kind_refutes((enum verdict_kind)kind, said),
					 known && !shown && !truth.any);
		}
}

/* The two that are not the plain negation, so that nobody "mends" the table. */
static void test_small_gains(void **state)
{
	(void)state;
	assert_true(verdict_kind_shows(SLIGHTLY_FASTER, "faster"));
	assert_true(verdict_kind_shows(SLIGHTLY_FASTER, "equivalent"));
	assert_true(verdict_kind_refutes(EQUIVALENT, "faster"));
	assert_true(verdict_kind_refutes(NOT_FASTER, "faster"));
	assert_false(verdict_kind_refutes(NOT_SLOWER, "faster"));
	assert_false(verdict_kind_refutes(SLOWER_AT_LEAST, "not slower"));
}

static void test_names(void **state)
{
	static const char *const names[VERDICT_KINDS] = {
		"faster",
		"faster by at least",
		"slightly faster",
		"equivalent",
		"not slower",
		"not faster",
		"slightly slower",
		"slower by at least",
		"slower",
		"undecided",
		"depends",
		"not exercised",
		"not decidable here",
		"invalid",
	};

	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++) {
		assert_string_equal(verdict_kind_name((enum verdict_kind)kind), names[kind]);
		assert_int_equal(verdict_kind_is_decided((enum verdict_kind)kind), kind < 9);
	}
}

/* The same of what is no time. */
static void test_amounts(void **state)
{
	static const char *const names[VERDICT_KINDS] = {
		"less",	    "less by at least", "slightly less",      "equivalent", "not more",
		"not less", "slightly more",	"more by at least",   "more",	    "undecided",
		"depends",  "not exercised",	"not decidable here", "invalid",
	};

	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++)
		assert_string_equal(verdict_kind_amount_name((enum verdict_kind)kind), names[kind]);
}

/* A row may end with its word if a narrower interval within that one says the same in sense:
 * "by at least", "not slower" and the like may yet become more. */
static void test_final(void **state)
{
	static const enum verdict_kind final[] = { FASTER, SLIGHTLY_FASTER, EQUIVALENT,
						   SLIGHTLY_SLOWER, SLOWER };

	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++) {
		bool is_final = false;

		for (size_t i = 0; i < sizeof(final) / sizeof(final[0]); i++)
			is_final |= (enum verdict_kind)kind == final[i];
		assert_int_equal(verdict_kind_is_final((enum verdict_kind)kind), is_final);
	}
}

/* What is said of time and what of amounts mean the same. */
static void test_both_ways_to_say_it(void **state)
{
	static const struct {
		const char *of_time, *of_amounts;
		int direction;
	} rows[] = {
		{ "faster", "less", -1 },	 { "equivalent", "equivalent", 0 },
		{ "slower", "more", 1 },	 { "not slower", "not more", 0 },
		{ "not faster", "not less", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		bool same = strcmp(rows[i].of_time, rows[i].of_amounts) == 0;

		assert_true(verdict_kind_is_sayable(rows[i].of_amounts));
		assert_true(verdict_kind_suits(rows[i].of_time, true));
		assert_true(verdict_kind_suits(rows[i].of_amounts, false));
		assert_int_equal(verdict_kind_suits(rows[i].of_time, false), same);
		assert_int_equal(verdict_kind_suits(rows[i].of_amounts, true), same);
		assert_int_equal(verdict_kind_said_direction(rows[i].of_time), rows[i].direction);
		assert_int_equal(verdict_kind_said_direction(rows[i].of_amounts),
				 rows[i].direction);
		for (int kind = 0; kind < VERDICT_KINDS; kind++) {
			assert_int_equal(
				verdict_kind_shows((enum verdict_kind)kind, rows[i].of_time),
				verdict_kind_shows((enum verdict_kind)kind, rows[i].of_amounts));
			assert_int_equal(
				verdict_kind_refutes((enum verdict_kind)kind, rows[i].of_time),
				verdict_kind_refutes((enum verdict_kind)kind, rows[i].of_amounts));
		}
	}
	assert_false(verdict_kind_suits("undecided", true));
	assert_false(verdict_kind_suits("", false));
	assert_int_equal(verdict_kind_said_direction("undecided"), 0);
}

/* A direction is what every interval of the kind has on one side of 0. */
static void test_directions(void **state)
{
	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++) {
		struct truth faster = truth_of((enum verdict_kind)kind, &sentences[0]);
		struct truth slower = truth_of((enum verdict_kind)kind, &sentences[2]);
		int direction = (slower.medians > 0 && slower.all) -
				(faster.medians > 0 && faster.all);

		assert_int_equal(verdict_kind_direction((enum verdict_kind)kind), direction);
	}
}

static void test_sayable(void **state)
{
	static const char *const unsayable[] = { "",	    "none",   "undecided",
						 "depends", "Faster", "slightly faster" };

	(void)state;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		assert_true(verdict_kind_is_sayable(sentences[i].text));
	for (size_t i = 0; i < sizeof(unsayable) / sizeof(unsayable[0]); i++) {
		assert_false(verdict_kind_is_sayable(unsayable[i]));
		for (int kind = 0; kind < VERDICT_KINDS; kind++) {
			assert_false(verdict_kind_shows((enum verdict_kind)kind, unsayable[i]));
			assert_false(verdict_kind_refutes((enum verdict_kind)kind, unsayable[i]));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shows_and_refutes),
		cmocka_unit_test(test_small_gains),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_final),
		cmocka_unit_test(test_both_ways_to_say_it),
		cmocka_unit_test(test_directions),
		cmocka_unit_test(test_sayable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
