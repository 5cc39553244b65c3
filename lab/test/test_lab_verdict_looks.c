/* SPDX-License-Identifier: MIT */
/*
 * Description: made-up runs that were looked at on their way: when a row ends, what its
 * interval then is, how it says so, and what a replay makes of the stored pairs.
 */
#include "check.h"

#include "lab/stats/decide.h"
#include "lab/stats/looks.h"
#include "lab/store/folder.h"
#include "lab/verdict/look.h"
#include "lab/verdict/replay.h"
#include "made_run.h"
#include "near.h"

#define PREDICTS ",\"predicts\":\"faster\""
#define ONE	 MADE_CLAIM(MADE_CONTRAST("one", PREDICTS))
#define SCATTER	 .3 /* either side of the datum: no word */

/* Half of the pairs lie on either side. */
static void put_scattered(struct made_run *made, size_t row, size_t count, double datum)
{
	for (size_t i = 0; i < count; i++)
		made_pairs(
			made, row, 1,
			(struct made_pair){ .datum = datum + (i % 2 == 0 ? SCATTER : -SCATTER) });
}

/* --------------------------------------------------------- how it ended -- */

/* 40 pairs were planned.  A row ends at a look with a final word, or with the run's time. */
static void test_ends(void **state)
{
	static const struct {
		size_t pairs;
		bool scattered, out_of_time;
		bool cut;
		size_t missing;
		const char *because;
	} cases[] = {
		{ 16, false, false, false, 0, "it had its word after 16 of 40 pairs" },
		{ 16, false, true, false, 0, "it had its word after 16 of 40 pairs" },
		{ 17, false, true, true, 23, "the run ended after 17 of its 40 pairs" },
		{ 39, false, true, true, 1, "the run ended after 39 of its 40 pairs" },
		{ 40, false, true, false, 0, "" },
		{ 40, false, false, false, 0, "" },
		{ 16, true, true, true, 24, "the interval is too wide for a word" },
		{ 32, true, false, false, 8, "the interval is too wide for a word" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;
		const struct verdict *row;

		made_contrast(&made, ONE, 40);
		made_meta(&made, "looks", "yes");
		if (cases[i].out_of_time)
			made_meta(&made, "state", "finished, " BUDGET_OVER);
		if (cases[i].scattered)
			put_scattered(&made, 0, cases[i].pairs, 0);
		else
			made_pairs(&made, 0, cases[i].pairs, (struct made_pair){ .datum = .2 });
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_true(row->looked_at && made.verdicts.looks);
		assert_int_equal(made.verdicts.cut, cases[i].out_of_time);
		assert_int_equal(row->cut, cases[i].cut);
		assert_int_equal(row->missing, cases[i].missing);
		assert_string_equal(row->because, cases[i].because);
		assert_int_equal(row->kind, cases[i].scattered ? UNDECIDED : SLOWER);
		made_end(&made);
	}
}

/* Sorted, they are 0, .01, .02, ...: an end of the interval tells its order statistic. */
static double stair(size_t i, size_t count)
{
	return .01 * (double)(i * 7 % count);
}

/* The looks before the last one cost width; a run that ends spends what is left. */
static void test_interval(void **state)
{
	static const struct {
		size_t pairs, looks;
		bool looked_at, out_of_time;
	} cases[] = {
		{ 40, 2, true, false },	 { 40, 0, false, false }, { 37, 2, true, true },
		{ 37, 2, true, false },	 { 16, 0, true, true },	  { 31, 1, true, true },
		{ 130, 6, true, false }, { 128, 5, true, false }, { 33, 2, true, true },
		{ 32, 1, true, false },	 { 18, 1, true, false },
	};
	static const size_t at[] = { 16, 32, 48, 64, 96, 128 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		double data[130];
		struct decide_row wanted = { .log_ratios = data,
					     .n = cases[i].pairs,
					     .planned = cases[i].pairs > 40 ? 130 : 40,
					     .margin = log1p(.1),
					     .looks = at,
					     .look_count = cases[i].looks,
					     .cut = cases[i].out_of_time };
		struct decision decision;
		struct made_run made;
		const struct verdict *row;

		made_contrast(&made, ONE, (unsigned int)wanted.planned);
		if (cases[i].looked_at)
			made_meta(&made, "looks", "yes");
		if (cases[i].out_of_time)
			made_meta(&made, "state", BUDGET_OVER);
		for (size_t j = 0; j < cases[i].pairs; j++) {
			data[j] = stair(j, cases[i].pairs) - .2;
			made_pairs(&made, 0, 1, (struct made_pair){ .datum = data[j] });
		}
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_int_equal(decide_row(&decision, &wanted, .05, 1), 0);
		NEAR(row->own_low, decision.interval.exists ? decision.interval.lower : NAN);
		NEAR(row->own_high, decision.interval.exists ? decision.interval.upper : NAN);
		made_end(&made);
	}
}

/* Only time is looked at, and only what is primary or shares the pairs of such a row. */
static void test_which_rows(void **state)
{
	struct made_run made;
	static const bool looked_at[] = { true, true, false, false, false, false };

	(void)state;
	made_start(&made);
	made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS) "," MADE_CONTRAST(
				  "cpu", ",\"predicts\":\"less\",\"measure\":\"cpu_ns\"")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 0, "one");
	made_row(&made, CELL_SPIN, "old", "third", PURPOSE_SECONDARY, 40, "one");
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_BURST, "old", "new", PURPOSE_PRIMARY, 40, "cpu");
	made_row(&made, CELL_BURST, "old", "new", PURPOSE_SECONDARY, 0, "one");
	made_meta(&made, "looks", "yes");
	made_plan(&made);
	made_judge(&made);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(made_verdict(&made, i)->looked_at, looked_at[i]);
		assert_false(made_verdict(&made, i)->cut);
	}
	made_end(&made);
}

/* ------------------------------------------------------ may a row end? -- */

/* The row's own pairs have their word; what else must be there? */
static void test_look(void **state)
{
	static const struct {
		unsigned int planned;
		size_t pairs, layouts, others;
		double datum, other;
		bool ends;
	} cases[] = {
		{ 40, 16, 2, 0, .2, 0, true },	{ 40, 15, 2, 0, .2, 0, false },
		{ 40, 17, 2, 0, .2, 0, false }, { 40, 32, 2, 0, .2, 0, true },
		{ 33, 32, 2, 0, .2, 0, true },	{ 32, 32, 2, 0, .2, 0, false },
		{ 40, 16, 1, 0, .2, 0, false }, { 40, 16, 2, 0, .06, .1, false },
		{ 40, 14, 2, 2, .2, .2, true }, { 40, 11, 2, 5, .2, -.2, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;

		made_start(&made);
		made_claim(&made, ONE);
		made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, cases[i].planned, "one");
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
		made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
		made_row(&made, CELL_SPIN, "third", "third", PURPOSE_AA_LAYOUT, 2, NULL);
		made_row(&made, CELL_BURST, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
		made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_SAME, 2, NULL);
		made_meta(&made, "looks", "yes");
		made_plan(&made);
		for (size_t j = 0; j < cases[i].pairs; j++)
			made_pairs(
				&made, 0, 1,
				(struct made_pair){ .datum = cases[i].datum +
							     (j % 2 == 0 ? cases[i].other : 0) });
		made_pairs(&made, 0, cases[i].others,
			   (struct made_pair){ .datum = cases[i].other, .flag = "load" });
		made_layouts(&made, 1, 0);
		made_pairs(&made, 2, cases[i].layouts, (struct made_pair){ .layouts = { 0, 1 } });
		assert_int_equal(look_ends_row(&made.store, &made.plan.rows[0]), cases[i].ends);
		made_end(&made);
	}
}

/* A contrast that refers to the pairs must have its word as well, and one of another measure
 * than time keeps them all. */
static void test_look_for_all(void **state)
{
	static const struct {
		const char *claim;
		bool ends;
	} cases[] = {
		{ MADE_CLAIM(MADE_CONTRAST("one", PREDICTS) "," MADE_CONTRAST("two", PREDICTS)),
		  true },
		{ MADE_CLAIM(MADE_CONTRAST("one", PREDICTS) "," MADE_CONTRAST(
			  "two", ",\"predicts\":\"less\",\"measure\":\"cpu_ns\"")),
		  false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (int refused = 0; refused < 2; refused++) {
			struct made_run made;

			made_start(&made);
			made_claim(&made, cases[i].claim);
			made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
			made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 0, "two");
			made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
			made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
			made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 9, NULL);
			if (refused == 1)
				made.plan.rows[4].refused = "it has none";
			made_meta(&made, "looks", "yes");
			made_plan(&made);
			made_pairs(&made, 0, 16, (struct made_pair){ .datum = .2 });
			made_layouts(&made, 2, 0);
			made_layouts(&made, 3, 0);
			assert_int_equal(look_ends_row(&made.store, &made.plan.rows[0]),
					 cases[i].ends && refused == 1);
			made_end(&made);
		}
	}
}

/* A row of another measure than time has all its pairs; one of no claim may be asked about. */
static void test_look_at_others(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS) "," MADE_CONTRAST(
				  "cpu", ",\"predicts\":\"less\",\"measure\":\"cpu_ns\"")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_SCREENING, 40, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 16, (struct made_pair){ .datum = 0 });
	made_pairs(&made, 1, 16, (struct made_pair){ .datum = 0 });
	assert_false(look_ends_row(&made.store, &made.plan.rows[1]));
	made.plan.rows[0].contrast = &made.plan.claims.claims[0].contrasts[1];
	assert_false(look_ends_row(&made.store, &made.plan.rows[0]));
	made_end(&made);
}

/* ---------------------------------------------------------------- replay -- */

/* So many pairs that count, or that were flagged. */
struct stretch {
	size_t count;
	double datum;
	bool flagged, scattered;
};

static size_t put_stretches(struct made_run *made, const struct stretch *stretches)
{
	size_t count = 0;

	for (; stretches->count > 0; count += stretches->count, stretches++) {
		if (stretches->scattered)
			put_scattered(made, 0, stretches->count, stretches->datum);
		else
			made_pairs(made, 0, stretches->count,
				   (struct made_pair){ .datum = stretches->datum,
						       .flag = stretches->flagged ? "load" :
										    NULL });
	}
	return count;
}

/* After which look the stored pairs would have had their word, and what it would have been. */
static const struct {
	unsigned int planned;
	struct stretch stretches[4];
	size_t ended;
	enum verdict_kind kind, unseen;
} replays[] = {
	{ 40, { { .count = 40, .datum = .2 } }, 16, SLOWER, SLOWER },
	{ 40, { { .count = 16, .datum = .2 } }, 16, SLOWER, SLOWER },
	{ 40, { { .count = 17, .datum = .2 } }, 16, SLOWER, SLOWER },
	{ 40,
	  { { .count = 16, .datum = .2 }, { .count = 24, .datum = -.2 } },
	  16,
	  SLOWER,
	  UNDECIDED },
	{ 40, { { .count = 8, .scattered = true }, { .count = 32 } }, 32, EQUIVALENT, EQUIVALENT },
	{ 40, { { .count = 40, .scattered = true } }, 40, UNDECIDED, UNDECIDED },
	/* With too many flags, or with flags that change it, nothing ends. */
	{ 40,
	  { { .count = 30, .datum = .2, .flagged = true }, { .count = 10, .datum = .2 } },
	  40,
	  UNDECIDED,
	  UNDECIDED },
	{ 40,
	  { { .count = 6, .datum = .2, .flagged = true }, { .count = 34, .datum = .2 } },
	  32,
	  SLOWER,
	  SLOWER },
	{ 40,
	  { { .count = 5, .datum = -.2, .flagged = true }, { .count = 35, .datum = .2 } },
	  32,
	  SLOWER,
	  SLOWER },
	{ 40,
	  { { .count = 5, .datum = .05, .flagged = true }, { .count = 35, .datum = .2 } },
	  32,
	  SLOWER,
	  SLOWER },
	/* "Not faster" may still become "slower". */
	{ 40, { { .count = 40, .datum = .25, .scattered = true } }, 40, NOT_FASTER, NOT_FASTER },
	/* At the last look it is none yet. */
	{ 40, { { .count = 20, .scattered = true }, { .count = 20 } }, 40, EQUIVALENT, EQUIVALENT },
	/* The looks before cost the word. */
	{ 128,
	  { { .count = 104, .scattered = true }, { .count = 24 } },
	  128,
	  UNDECIDED,
	  EQUIVALENT },
};

static void test_replay(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(replays) / sizeof(replays[0]); i++) {
		struct replay looked_at, unseen;
		struct made_run made;
		size_t count;

		made_contrast(&made, ONE, replays[i].planned);
		count = put_stretches(&made, replays[i].stretches);
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_judge(&made);
		assert_int_equal(verdict_replay(&looked_at, &unseen, made_verdict(&made, 0)),
				 LAB_OK);
		assert_int_equal(looked_at.pairs, replays[i].ended);
		assert_string_equal(verdict_kind_name(looked_at.kind),
				    verdict_kind_name(replays[i].kind));
		assert_int_equal(unseen.pairs, count);
		assert_string_equal(verdict_kind_name(unseen.kind),
				    verdict_kind_name(replays[i].unseen));
		made_end(&made);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),	     cmocka_unit_test(test_interval),
		cmocka_unit_test(test_which_rows),   cmocka_unit_test(test_look),
		cmocka_unit_test(test_look_for_all), cmocka_unit_test(test_look_at_others),
		cmocka_unit_test(test_replay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
