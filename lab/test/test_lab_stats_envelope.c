/* SPDX-License-Identifier: MIT */
/* Description: what the layout envelope does to a row: its word, its reason, its pairs. */
#include "check.h"

#include "lab/stats/decide.h"
#include "lab/stats/evidence.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/power.h"
#include "simulate.h"

#define PAIRS  40
#define FAMILY 12
#define MARGIN 0.03

struct made {
	double logs[PAIRS];
	struct decide_row row;
};

/* 40 pairs around a median, `step` apart; the interval's ends lie 9.5 steps from it. */
static struct decision decide(struct made *made, double median, double step, double envelope)
{
	struct decision verdict;

	for (int i = 0; i < PAIRS; i++)
		made->logs[i] = median + step * (i * 7 % PAIRS - (PAIRS - 1) / 2.0);
	made->row = (struct decide_row){ .log_ratios = made->logs,
					 .n = PAIRS,
					 .planned = PAIRS,
					 .margin = MARGIN,
					 .envelope = envelope };
	assert_int_equal(decide_row(&verdict, &made->row, 0.05, FAMILY), 0);
	return verdict;
}

/* The interval stays as it is; the word is read from the wider one. */
static void test_both_sides(void **state)
{
	static const struct {
		double envelope;
		enum verdict_kind kind;
		enum verdict_reason reason;
	} rows[] = {
		{ 0, SLOWER, REASON_NONE },
		{ 0.01, SLOWER, REASON_NONE },
		{ 0.02, SLOWER_AT_LEAST, REASON_NONE },
		{ 0.05, NOT_FASTER, REASON_NONE },
		{ 0.1, UNDECIDED, REASON_ENVELOPE },
		{ NAN, UNDECIDED, REASON_LAYOUTS },
		{ INFINITY, UNDECIDED, REASON_ENVELOPE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict = decide(&made, 0.06, 0.002, rows[i].envelope);

		expect_kind(&verdict, rows[i].kind, rows[i].reason);
		near(verdict.interval.lower, 0.041, 1e-12);
		near(verdict.interval.upper, 0.079, 1e-12);
		assert_true(isnan(rows[i].envelope) ?
				    isnan(verdict.low) && isnan(verdict.high) :
				    verdict.low == verdict.interval.lower - rows[i].envelope &&
					    verdict.high ==
						    verdict.interval.upper + rows[i].envelope);
	}
}

/* Larger than the margin: any word but those that say "within". */
static void test_larger_than_the_margin(void **state)
{
	bool said[VERDICT_KINDS] = { false };

	(void)state;
	for (double median = -0.2; median < 0.2; median += 0.001)
		for (double step = 0; step < 0.002; step += 0.0005) {
			struct made made;

			said[decide(&made, median, step, MARGIN * 1.01).kind] = true;
		}
	assert_false(said[EQUIVALENT] || said[SLIGHTLY_FASTER] || said[SLIGHTLY_SLOWER]);
	assert_true(said[FASTER] && said[FASTER_AT_LEAST] && said[SLOWER] && said[SLOWER_AT_LEAST]);
	assert_true(said[NOT_FASTER] && said[NOT_SLOWER] && said[UNDECIDED]);
}

/* Exactly the margin: what has no noise at all is still within it. */
static void test_the_margin_itself(void **state)
{
	struct made made;
	struct decision verdict = decide(&made, 0, 0, MARGIN);

	(void)state;
	expect_kind(&verdict, EQUIVALENT, REASON_NONE);
	near(verdict.p, 1, 0);
	verdict = decide(&made, 0, 0, MARGIN * 1.01);
	expect_kind(&verdict, UNDECIDED, REASON_ENVELOPE);
	assert_int_equal(verdict.needed, 0); /* no number of pairs helps */
	near(verdict.visible, MARGIN * 1.01, 1e-9);
}

/* Not known: nothing is said of pairs either, whatever they are. */
static void test_not_known(void **state)
{
	static const double medians[] = { -1, 0, 0.02, 1 };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct made made;
		struct decision verdict = decide(&made, medians[i], 0.001, NAN);

		expect_kind(&verdict, UNDECIDED, REASON_LAYOUTS);
		assert_int_equal(verdict.needed, 0);
		assert_true(isnan(verdict.visible));
		near(verdict.interval.median, medians[i], 1e-12); /* shown all the same */
		assert_int_equal(verdict.kind_all, UNDECIDED);
	}
}

/* Whatever stood there before. */
static void test_nothing_is_needed(void **state)
{
	struct made made;
	struct evidence evidence;
	size_t needed = 77;
	double visible = 77;

	(void)state;
	decide(&made, 0, 0.001, NAN);
	assert_int_equal(evidence_gather(&evidence, &made.row, UNFLAGGED_PAIRS, 0.05), 0);
	assert_int_equal(evidence_power(&needed, &visible, &evidence, &made.row, 0.05), 0);
	assert_int_equal(needed, 0);
	assert_true(isnan(visible));
}

/* power.h at the row's share of alpha, for what the envelope leaves. */
static void test_power(void **state)
{
	const double alpha = bonferroni_alpha(0.05, FAMILY);
	struct made made;
	struct noise noise;
	struct decision verdict = decide(&made, 0.06, 0.015, 0.01);

	(void)state;
	expect_kind(&verdict, UNDECIDED, REASON_WIDE);
	noise = noise_from_pairs(made.logs, PAIRS);
	assert_int_equal(verdict.needed, power_pairs(&noise, alpha, 0.05));
	assert_true(verdict.needed > PAIRS);
	near(verdict.visible, power_smallest_effect(&noise, PAIRS, alpha) + 0.01, 0);
	/* beyond what layouts may do there is nothing; within the margin, much */
	verdict = decide(&made, 0.001, 0.015, 0.01);
	expect_kind(&verdict, UNDECIDED, REASON_WIDE);
	noise = noise_from_pairs(made.logs, PAIRS);
	assert_int_equal(verdict.needed, power_pairs_equivalence(&noise, alpha / 2, 0.001, 0.02));
	assert_true(verdict.needed > PAIRS);
}

/* Layouts may explain the difference and leave too little of the margin for "equivalent": more
 * pairs still show "not slower", whose end has .025 to go. */
static void test_power_of_not_slower(void **state)
{
	const double alpha = bonferroni_alpha(0.05, FAMILY);

	(void)state;
	for (int side = -1; side <= 1; side += 2) {
		struct made made;
		struct noise noise;
		struct decision verdict = decide(&made, side * 0.02, 0.006, 0.025);

		expect_kind(&verdict, UNDECIDED, REASON_WIDE);
		noise = noise_from_pairs(made.logs, PAIRS);
		assert_int_equal(verdict.needed, power_pairs(&noise, alpha, 0.025));
		assert_true(verdict.needed > PAIRS);
		verdict = decide(&made, side * 0.02, 0.001, 0.025); /* as many pairs would */
		expect_kind(&verdict, side < 0 ? NOT_SLOWER : NOT_FASTER, REASON_NONE);
		verdict = decide(&made, side * 0.02, 0.006, 0.05); /* nothing is left */
		assert_int_equal(verdict.needed, 0);
		verdict = decide(&made, side * 0.02, 0.006, 0.1);
		assert_int_equal(verdict.needed, 0);
	}
}

/* A direction and "equivalent" are both within reach: whichever needs fewer. */
static void test_power_of_either(void **state)
{
	const double alpha = bonferroni_alpha(0.05, FAMILY);
	static const struct {
		double median;
		bool is_direction;
	} rows[] = { { 0.024, true }, { -0.024, true }, { 0.006, false }, { -0.006, false } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict = decide(&made, rows[i].median, 0.015, 0.002);
		struct noise noise = noise_from_pairs(made.logs, PAIRS);
		size_t direction = power_pairs(&noise, alpha, fabs(rows[i].median) - 0.002);
		size_t equivalent = power_pairs_equivalence(&noise, alpha / 2, rows[i].median,
							    0.028);

		expect_kind(&verdict, UNDECIDED, REASON_WIDE);
		assert_true(direction > PAIRS && equivalent > PAIRS);
		assert_int_equal(direction < equivalent, rows[i].is_direction);
		assert_int_equal(verdict.needed, rows[i].is_direction ? direction : equivalent);
	}
}

/* `low` of `n` pairs at -.1 and the rest near .2: lopsided, so that power.h, which takes both
 * signs, asks for fewer pairs than it takes. */
static struct decision decide_lopsided(struct made *made, size_t n, int low, size_t *asked)
{
	struct decision verdict = decide(made, 0.2, 0.0001, 0);
	double logs[PAIRS];
	struct noise noise;

	for (int i = 0; i < low; i++)
		made->logs[i] = -0.1;
	made->row.n = n;
	assert_int_equal(decide_row(&verdict, &made->row, 0.05, FAMILY), 0);
	memcpy(logs, made->logs, sizeof(logs));
	noise = noise_from_pairs(logs, n);
	*asked = power_pairs(&noise, bonferroni_alpha(0.05, FAMILY), verdict.interval.median);
	return verdict;
}

/* As many as there are, or fewer, did not suffice: one more, at least. */
static void test_needed_is_more_than_there_are(void **state)
{
	static const struct {
		size_t n;
		int low;
		size_t asked;
	} rows[] = { { 40, 12, 25 }, { 40, 17, 39 }, { 36, 15, 36 } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		size_t asked;
		struct decision verdict = decide_lopsided(&made, rows[i].n, rows[i].low, &asked);

		expect_kind(&verdict, UNDECIDED, REASON_WIDE);
		assert_int_equal(asked, rows[i].asked);
		assert_int_equal(verdict.needed, rows[i].n + 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both_sides),
		cmocka_unit_test(test_larger_than_the_margin),
		cmocka_unit_test(test_the_margin_itself),
		cmocka_unit_test(test_not_known),
		cmocka_unit_test(test_nothing_is_needed),
		cmocka_unit_test(test_power),
		cmocka_unit_test(test_power_of_not_slower),
		cmocka_unit_test(test_power_of_either),
		cmocka_unit_test(test_needed_is_more_than_there_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
