/* SPDX-License-Identifier: MIT */
/*
 * Description: made-up runs, from the database to the word: both sides of each boundary that
 * a row's own pairs can cross.  All data of a row are alike, so its interval is a point and
 * what the word is read from is known exactly.
 */
#include "check.h"

#include "lab/stats/decide.h"
#include "lab/stats/layout.h"
#include "made_run.h"
#include "near.h"

#define FASTER_CLAIM MADE_CLAIM(MADE_CONTRAST("one", ",\"predicts\":\"faster\""))

/* A contrast whose arms' layouts do so much, judged. */
static struct verdict judged(size_t count, struct made_pair pair, double old_effect,
			     double new_effect)
{
	struct made_run made;
	struct verdict row;

	made_contrast(&made, FASTER_CLAIM, 40);
	made_pairs(&made, 0, count, pair);
	made_layouts(&made, 1, old_effect);
	made_layouts(&made, 2, new_effect);
	made_judge(&made);
	row = *made_verdict(&made, 0);
	made_end(&made);
	return row;
}

static void expect_word(const struct verdict *row, const char *word, const char *because)
{
	assert_string_equal(row->word, word);
	assert_string_equal(row->because, because);
}

/* ---------------------------------------------------------------- margin -- */

/* 10 % means a ratio of 1.1 and of 1 / 1.1, and no log ratio of .1, which is 1.105. */
static void test_margin(void **state)
{
	static const struct {
		double ratio;
		const char *word;
	} cases[] = {
		{ 1.0999, "provisional: slightly slower (within 10 %)" },
		{ 1.1001, "provisional: slower by at least 10 %" },
		{ 1.103, "provisional: slower by at least 10.3 %" },
		{ 1 / 1.0999, "provisional: slightly faster (within 10 %)" },
		{ 1 / 1.1001, "provisional: faster by at least 9.1 %" },
		{ 1 / 1.103, "provisional: faster by at least 9.34 %" },
		{ 1, "provisional: equivalent (within 10 %)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct verdict row = judged(40, (struct made_pair){ .datum = log(cases[i].ratio) },
					    0, 0);

		expect_word(&row, cases[i].word, "");
		NEAR(row.margin, log1p(.1));
	}
}

/* What the layouts of both arms do, 1.25 times half the range of each, is added up. */
static void test_envelope(void **state)
{
	static const double half = 1.25 / 2;
	double beyond = log(1.2) - log1p(.1);
	struct verdict row;

	(void)state;
	row = judged(40, (struct made_pair){ .datum = log(1.2) }, .7 * (beyond - 1e-6) / half,
		     .3 * (beyond - 1e-6) / half);
	expect_word(&row, "provisional: slower by at least 10 %", "");
	assert_int_equal(row.kind, SLOWER);
	NEAR(row.envelope, beyond - 1e-6);
	NEAR(row.own_low, log(1.2));
	NEAR(row.own_high, log(1.2));
	NEAR(row.low, log(1.2) - beyond + 1e-6);
	NEAR(row.high, log(1.2) + beyond - 1e-6);
	row = judged(40, (struct made_pair){ .datum = log(1.2) }, .7 * (beyond + 1e-6) / half,
		     .3 * (beyond + 1e-6) / half);
	assert_int_equal(row.kind, SLOWER_AT_LEAST);
	row = judged(40, (struct made_pair){ .datum = .05 }, .0499 / half, 0);
	assert_int_equal(row.kind, SLOWER_AT_LEAST);
	row = judged(40, (struct made_pair){ .datum = .05 }, 0, .0501 / half);
	assert_int_equal(row.kind, NOT_FASTER);
}

/* Old's layout A/A pairs beside those that made_layouts puts, which alone make .025. */
static double envelope_with(const struct made_pair *pairs, size_t count)
{
	struct made_run made;
	double envelope;

	made_contrast(&made, FASTER_CLAIM, 40);
	made_layouts(&made, 1, .04);
	made_layouts(&made, 2, 0);
	for (size_t i = 0; i < count; i++)
		made_pairs(&made, 1, 1, pairs[i]);
	made_judge(&made);
	envelope = made_verdict(&made, 0)->envelope;
	made_end(&made);
	return envelope;
}

/* What was flagged or not completed does not count, but that a layout is there. */
static void test_layout_pairs_that_count(void **state)
{
	const struct made_pair silent[] = {
		{ .datum = 5, .layouts = { 0, 1 }, .flag = "load" },
		{ .datum = 5, .layouts = { 0, 1 }, .flag = "load" },
		{ .datum = 5, .layouts = { 0, 1 }, .flag = "load" },
		{ .datum = NAN, .layouts = { 1, 0 } },
	};
	const struct made_pair another = { .datum = 0, .layouts = { 2, 0 }, .flag = "load" };

	(void)state;
	NEAR(envelope_with(silent, 4), .025);
	NEAR(envelope_with(&another, 1), NAN); /* of layout 2 nothing is known */
}

/* Pairs that scatter: what noise alone makes of the range is taken off. */
static void test_noisy_layouts(void **state)
{
	struct layout_pair pairs[26] = { { .04, 0, 1 }, { -.04, 1, 0 } };
	struct made_pair made[24];
	struct layout_range range;

	(void)state;
	for (int i = 0; i < 24; i++) {
		double datum = .2 * sin(5 * i) + (i % 2 == 0 ? .15 : -.15);

		made[i] = (struct made_pair){ .datum = datum,
					      .layouts = { (unsigned int)(i % 2),
							   (unsigned int)(1 - i % 2) } };
		pairs[i + 2] = (struct layout_pair){ datum, i % 2, 1 - i % 2 };
	}
	assert_int_equal(layout_range(&range, pairs, 26, 2, LAYOUT_DEALS), 0);
	assert_true(range.noise_half > 0 && range.envelope > 0);
	NEAR(envelope_with(made, 24), range.envelope);
}

/* ----------------------------------------------------------------- flags -- */

#define FLAG "before: steal 3.1 %"

static struct verdict flagged(size_t calm, double datum, size_t with, double other)
{
	struct made_run made;
	struct verdict row;

	made_contrast(&made, FASTER_CLAIM, 40);
	made_pairs(&made, 0, calm, (struct made_pair){ .datum = datum });
	made_pairs(&made, 0, with, (struct made_pair){ .datum = other, .flag = FLAG });
	made_layouts(&made, 1, 0);
	made_layouts(&made, 2, 0);
	made_judge(&made);
	row = *made_verdict(&made, 0);
	made_end(&made);
	return row;
}

/* A third of 40 is 13. */
static void test_flags(void **state)
{
	struct verdict row = flagged(27, .2, 13, .2);

	(void)state;
	assert_int_equal(row.kind, SLOWER);
	assert_int_equal(row.used, 27);
	assert_int_equal(row.flagged, 13);
	assert_int_equal(row.missing, 0);
	assert_true(row.flags_agree);
	row = flagged(26, .2, 14, .2);
	expect_word(&row, "undecided", "too many pairs flagged");
	assert_int_equal(row.used, 26);
	assert_true(row.flags_agree);
	assert_non_null(strstr(row.sentence, "; repeat it when the machine is quiet: " FLAG "."));
}

/* What is flagged has no say in the median, and none in the word but to withhold it. */
static void test_flagged_pairs_do_not_decide(void **state)
{
	struct verdict row = flagged(30, .2, 10, -.5);

	(void)state;
	NEAR(row.median, .2);
	NEAR(row.own_low, .2);
	assert_int_equal(row.kind, SLOWER);
	row = flagged(28, .2, 12, -.5);
	NEAR(row.median, .2);
	assert_int_equal(row.kind, SLOWER);
	assert_true(row.flags_agree);
	/* 17 of 40 say otherwise: with them the interval holds both. */
	row = flagged(17, .2, 8, -.5);
	assert_false(row.flags_agree);
	expect_word(&row, "undecided", "changes with the flagged pairs");
	assert_int_equal(row.missing, 15);
}

/* ----------------------------------------------------------------- reds -- */

/* Of the first arm, the second, both; of neither: another arm's, or another cell's. */
static void test_reds(void **state)
{
	static const struct {
		size_t row;
		enum sample_status status[2];
		size_t reds[2];
		const char *because;
	} cases[] = {
		{ 0, { SAMPLE_WRONG, SAMPLE_CUT }, { 1, 0 }, "old (wrong): it lost one" },
		{ 0, { SAMPLE_CUT, SAMPLE_WRONG }, { 0, 1 }, "new (wrong): it hung" },
		{ 0, { SAMPLE_CRASHED, SAMPLE_HUNG }, { 1, 1 }, "old (crashed): it lost one" },
		{ 0, { SAMPLE_REFUSED, SAMPLE_CUT }, { 0, 0 }, NULL },
		{ 3, { SAMPLE_CUT, SAMPLE_WRONG }, { 0, 0 }, NULL },
		{ 4, { SAMPLE_WRONG, SAMPLE_WRONG }, { 0, 0 }, NULL },
		{ 2, { SAMPLE_CUT, SAMPLE_WRONG }, { 0, 1 }, "new (wrong): it hung" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *because = cases[i].because;
		struct made_run made;
		const struct verdict *row;

		made_start(&made);
		made_claim(&made, FASTER_CLAIM);
		made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 8, NULL);
		made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 8, NULL);
		made_row(&made, CELL_SPIN, "old", "third", PURPOSE_SCREENING, 8, NULL);
		made_row(&made, CELL_BURST, "old", "new", PURPOSE_SCREENING, 8, NULL);
		made_plan(&made);
		made_pairs(&made, 0, 38, (struct made_pair){ .datum = -.2 });
		made_pairs(&made, 0, 1, (struct made_pair){ .datum = -.2, .flag = FLAG });
		made_pairs(&made, cases[i].row, 1,
			   (struct made_pair){ .datum = NAN,
					       .status = { cases[i].status[0], cases[i].status[1] },
					       .cause = { "it lost one", "it hung" } });
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_int_equal(row->reds[SIDE_A], cases[i].reds[0]);
		assert_int_equal(row->reds[SIDE_B], cases[i].reds[1]);
		assert_string_equal(verdict_kind_name(row->kind),
				    because != NULL ? "invalid" : "faster");
		if (because != NULL)
			assert_string_equal(row->because,
					    lab_printf("a sample is red: after 39 of 40 pairs %s",
						       because));
		made_end(&made);
	}
}

/* --------------------------------------------------------------- layouts -- */

/* Of which arm's layouts nothing is known, and why. */
static void test_layouts(void **state)
{
	static const struct {
		size_t old_pairs, new_pairs;
		const char *refused, *why; /* of new's */
	} cases[] = {
		{ 8, 8, NULL, NULL },
		{ 0, 8, NULL, "old: no layout A/A pairs" },
		{ 8, 0, NULL, "new: no layout A/A pairs" },
		{ 0, 0, NULL, "old: no layout A/A pairs" },
		{ 1, 2, NULL, "old: too few layout A/A pairs" },
		{ 2, 1, NULL, "new: too few layout A/A pairs" },
		{ 2, 2, NULL, NULL },
		{ 8, 0, "it has no layouts", "new: it has no layouts" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct made_pair layouts = { .layouts = { 0, 1 } };
		struct made_run made;
		const struct verdict *row;

		made_start(&made);
		made_claim(&made, FASTER_CLAIM);
		made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 8, NULL);
		made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 8, NULL);
		made_row(&made, CELL_BURST, "new", "new", PURPOSE_AA_LAYOUT, 8, NULL);
		made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_SAME, 8, NULL);
		made.plan.rows[2].refused = cases[i].refused;
		made_plan(&made);
		made_pairs(&made, 0, 40, (struct made_pair){ .datum = .2, .layouts = { 1, 0 } });
		made_pairs(&made, 1, cases[i].old_pairs, layouts);
		made_pairs(&made, 2, cases[i].new_pairs, layouts);
		made_pairs(&made, 3, 8, layouts);
		made_pairs(&made, 4, 8, layouts);
		made_judge(&made);
		row = made_verdict(&made, 0);
		if (cases[i].why == NULL) {
			expect_word(row, "provisional: slower by at least 22.1 %", "");
			assert_null(row->layouts_why);
		} else {
			expect_word(row, "undecided",
				    lab_printf("layouts: what they do here was not measured (%s)",
					       cases[i].why));
			assert_true(isnan(row->low) && isnan(row->high));
			NEAR(row->own_low, .2);
			assert_int_equal(row->pairs_needed, 0);
		}
		assert_int_equal(row->layouts, 1);
		made_end(&made);
	}
}

/* --------------------------------------------------------------- regimes -- */

/* Half the pairs ran near, half far; beside each other they are 1.6 apart, or not quite. */
static void test_regimes(void **state)
{
	static const struct {
		double far_ns, near_datum, far_datum;
		const char *kind;
	} cases[] = {
		{ 48.1, -.2, .2, "depends" }, { 47.9, -.2, .2, "undecided" },
		{ 48.1, .2, .3, "slower" },   { 48.1, 0, .2, "depends" },
		{ 48.1, .2, -.2, "depends" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;
		const struct verdict *row;
		double far = cases[i].far_ns;

		made_contrast(&made, FASTER_CLAIM, 40);
		made_pairs(&made, 0, 20,
			   (struct made_pair){ .datum = cases[i].near_datum,
					       .probes = { 30, 30 } });
		made_pairs(&made, 0, 20,
			   (struct made_pair){ .datum = cases[i].far_datum,
					       .probes = { far, far } });
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_string_equal(verdict_kind_name(row->kind), cases[i].kind);
		if (far > 48)
			NEAR(made.verdicts.regime_threshold_ns, sqrt(30 * far));
		else
			assert_true(isnan(made.verdicts.regime_threshold_ns));
		made_end(&made);
	}
}

/* ----------------------------------------------------------------- power -- */

/* What a row of scattered pairs gets from decide_row, it gets from the database. */
static void test_as_decided(void **state)
{
	double logs[30];
	bool flags[30];
	struct decide_row wanted = { .log_ratios = logs,
				     .flagged = flags,
				     .n = 30,
				     .planned = 40,
				     .margin = log1p(.1),
				     .envelope = .0125 };
	struct decision decision;
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_contrast(&made, FASTER_CLAIM, 40);
	for (int i = 0; i < 30; i++) {
		logs[i] = .1 + .4 * sin(7 * i);
		flags[i] = i % 5 == 0;
		made_pairs(&made, 0, 1,
			   (struct made_pair){ .datum = logs[i], .flag = flags[i] ? FLAG : NULL });
	}
	made_pairs(&made, 0, 2, (struct made_pair){ .datum = NAN });
	made_layouts(&made, 1, .02);
	made_layouts(&made, 2, 0);
	made_judge(&made);
	row = made_verdict(&made, 0);
	assert_int_equal(decide_row(&decision, &wanted, .05, 1), 0);
	assert_int_equal(row->kind, decision.kind);
	assert_string_equal(row->because, verdict_reason_text(decision.reason));
	assert_int_equal(row->pair_count, 32);
	assert_int_equal(row->used, 24);
	assert_int_equal(row->flagged, 6);
	assert_int_equal(row->missing, 10);
	NEAR(row->median, decision.interval.median);
	NEAR(row->own_low, decision.interval.lower);
	NEAR(row->own_high, decision.interval.upper);
	NEAR(row->low, decision.low);
	NEAR(row->high, decision.high);
	NEAR(row->low, decision.interval.lower - .0125);
	NEAR(row->p, decision.p_adjusted);
	NEAR(row->visible, decision.visible);
	assert_true(decision.needed > 40);
	assert_int_equal(row->pairs_needed, decision.needed);
	NEAR(row->difference, 10 * expm1(row->median));
	NEAR(row->difference_low, 10 * expm1(row->low));
	NEAR(row->difference_high, 10 * expm1(row->high));
	made_end(&made);
}

/* At 95 % six pairs are the fewest with an interval. */
static void test_few_pairs(void **state)
{
	struct verdict row = judged(5, (struct made_pair){ .datum = .2 }, 0, 0);

	(void)state;
	expect_word(&row, "undecided", "too few pairs for an interval");
	assert_true(isnan(row.own_low) && isnan(row.own_high) && isnan(row.low));
	assert_int_equal(row.missing, 35);
	assert_non_null(strstr(row.sentence, "; 6 pairs are the fewest, and layout A/A pairs of "
					     "both arms."));
	row = judged(6, (struct made_pair){ .datum = .2 }, 0, 0);
	assert_int_equal(row.kind, SLOWER);
	row = judged(0, (struct made_pair){ .datum = .2 }, 0, 0);
	expect_word(&row, "undecided", "no pairs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_margin),
		cmocka_unit_test(test_envelope),
		cmocka_unit_test(test_layout_pairs_that_count),
		cmocka_unit_test(test_noisy_layouts),
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_flagged_pairs_do_not_decide),
		cmocka_unit_test(test_reds),
		cmocka_unit_test(test_layouts),
		cmocka_unit_test(test_regimes),
		cmocka_unit_test(test_as_decided),
		cmocka_unit_test(test_few_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
