/* SPDX-License-Identifier: MIT */
/*
 * Description: made-up runs, from the database to the word: what overrules a row's pairs, how
 * many rows are right together, and what becomes of rows that were looked at.
 */
#include "check.h"

#include "made_run.h"
#include "near.h"

#define PREDICTS ",\"predicts\":\"faster\""

static void expect_row(const struct verdict *row, const char *kind, const char *because)
{
	assert_string_equal(verdict_name(row), kind);
	assert_string_equal(row->because, because);
}

/* ------------------------------------------------------------- exercised -- */

#define EXERCISED \
	MADE_CLAIM( \
		MADE_CONTRAST("one", PREDICTS \
			      ",\"exercised\":{\"metric\":\"kept\",\"per_unit_at_least\":0.01}"))

/* What new's counting runs say of "kept" in this cell, added up. */
static void test_exercised(void **state)
{
	static const struct {
		const char *row;
		uint64_t units;
		const char *kind, *because;
		double per_unit;
	} cases[] = {
		{ "{\"metrics\":{\"kept\":{\"value\":3}}}", 300, "slower", "", .01 },
		{ "{\"extras\":{\"kept\":{\"value\":7}}}", 300, "slower", "", .02 },
		{ "{\"metrics\":{\"kept\":{\"value\":3}},\"extras\":{\"kept\":{\"value\":9}}}", 301,
		  "not exercised",
		  "kept is 0.00998 per task, below the 0.01 that the claim asks for", 4.0 / 401 },
		{ "{\"metrics\":{\"kept\":{\"value\":0}}}", 100, "not exercised",
		  "kept is 0.005 per task, below the 0.01 that the claim asks for", .005 },
		{ "{\"metrics\":{\"kept\":{\"value\":null}}}", 100, "slower", "", .01 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *many = "{\"metrics\":{\"kept\":{\"value\":50}}}";
		struct made_run made;
		const struct verdict *row;

		made_contrast(&made, EXERCISED, 40);
		made_pairs(&made, 0, 40, (struct made_pair){ .datum = .2 });
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		made_single(&made, CELL_SPIN, "new", "exercise",
			    "{\"metrics\":{\"kept\":{\"value\":1}}}", 100);
		made_single(&made, CELL_SPIN, "new", "exercise", cases[i].row, cases[i].units);
		made_single(&made, CELL_SPIN, "new", "isolated", many, 1);
		made_single(&made, CELL_SPIN, "old", "exercise", many, 1);
		made_single(&made, CELL_BURST, "new", "exercise", many, 1);
		made_judge(&made);
		row = made_verdict(&made, 0);
		expect_row(row, cases[i].kind, cases[i].because);
		NEAR(row->exercised_per_unit, cases[i].per_unit);
		made_end(&made);
	}
}

/* Not counted is not "not exercised"; more pairs help in neither case. */
static void test_not_counted(void **state)
{
	static const char *const kinds[] = { "undecided", "not exercised" };

	(void)state;
	for (int counted = 0; counted < 2; counted++) {
		struct made_run made;
		const struct verdict *row;

		made_contrast(&made, EXERCISED, 40);
		for (int i = 0; i < 40; i++)
			made_pairs(&made, 0, 1,
				   (struct made_pair){ .datum = i % 2 == 0 ? .2 : -.2 });
		made_layouts(&made, 1, 0);
		made_layouts(&made, 2, 0);
		if (counted == 1)
			made_single(&made, CELL_SPIN, "new", "exercise",
				    "{\"metrics\":{\"kept\":{\"value\":0}}}", 100);
		made_judge(&made);
		row = made_verdict(&made, 0);
		expect_row(row, kinds[counted],
			   counted == 0 ?
				   "whether kept came into play was not counted" :
				   "kept is 0 per task, below the 0.01 that the claim asks for");
		NEAR(row->exercised_per_unit, counted == 0 ? NAN : 0);
		assert_int_equal(row->pairs_needed, 0);
		made_end(&made);
	}
}

/* --------------------------------------------------------------- refused -- */

static void test_refused(void **state)
{
	static const struct {
		const char *refused, *contrast;
		size_t pairs;
		const char *kind, *because;
	} cases[] = {
		{ "needs 4 CPUs", "one", 0, "not decidable here", "needs 4 CPUs" },
		{ "needs 4 CPUs", NULL, 0, "invalid", "needs 4 CPUs" },
		{ "need 4 CPUs", "one", 0, "invalid", "need 4 CPUs" },
		{ "it broke", "one", 3, "invalid", "refused after 3 of 40 pairs: it broke" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;
		const struct verdict *row;

		made_start(&made);
		made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS)));
		made_row(&made, CELL_SPIN, "old", "new",
			 cases[i].contrast != NULL ? PURPOSE_PRIMARY : PURPOSE_SCREENING, 40,
			 cases[i].contrast);
		made.plan.rows[0].refused = cases[i].refused;
		made_plan(&made);
		made_pairs(&made, 0, cases[i].pairs, (struct made_pair){ .datum = .2 });
		if (cases[i].pairs > 0)
			made_pairs(&made, 0, 1, (struct made_pair){ .datum = .2, .flag = "load" });
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_string_equal(verdict_name(row), cases[i].kind);
		assert_string_equal(row->because, cases[i].pairs == 0 ?
							  cases[i].because :
							  "refused after 4 of 40 pairs: it broke");
		assert_int_equal(row->pairs_needed, 0);
		made_end(&made);
	}
}

/* Wrong work is said before all else. */
static void test_red_before_all(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	made_claim(&made, EXERCISED);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made.plan.rows[0].refused = "needs 4 CPUs";
	made_plan(&made);
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .datum = NAN, .status = { SAMPLE_OK, SAMPLE_WRONG } });
	made_judge(&made);
	expect_row(made_verdict(&made, 0), "invalid",
		   "a sample is red: after 0 of 40 pairs new (wrong): ");
	made_end(&made);
}

/* ---------------------------------------------------------------- counts -- */

#define COUNTED(measure) \
	MADE_CLAIM(MADE_CONTRAST("one", ",\"predicts\":\"less\",\"measure\":\"" measure "\""))

/* Decided by the margin alone: 10 % of instructions; of locked instructions 10 % of the
 * baseline's, or a twentieth of one. */
static void test_counts(void **state)
{
	static const struct {
		const char *claim;
		double old, new;
		const char *word, *because;
	} cases[] = {
		{ COUNTED("instructions"), 100, 109.99, "slightly more (within 10 %)",
		  "counted: 110 instructions per task against 100" },
		{ COUNTED("instructions"), 100, 110.01, "more by 10 %",
		  "counted: 110 instructions per task against 100" },
		{ COUNTED("instructions"), 110.01, 100, "less by 9.1 %",
		  "counted: 100 instructions per task against 110" },
		{ COUNTED("rmw"), 2, 2.199, "slightly more (within 0.2 per task)",
		  "counted: 2.199 locked instructions per task against 2" },
		{ COUNTED("rmw"), 2, 2.21, "more by 0.21 per task",
		  "counted: 2.21 locked instructions per task against 2" },
		{ COUNTED("rmw"), .1, .149, "slightly more (within 0.05 per task)",
		  "counted: 0.149 locked instructions per task against 0.1" },
		{ COUNTED("rmw"), .1, .151, "more by 0.051 per task",
		  "counted: 0.151 locked instructions per task against 0.1" },
		{ COUNTED("rmw"), 0, 0, "equivalent (within 0.05 per task)",
		  "counted: 0 locked instructions per task against 0" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool rmw = strstr(cases[i].claim, "\"rmw\"") != NULL;
		double old = cases[i].old, new = cases[i].new;
		struct made_run made;
		const struct verdict *row;

		made_contrast(&made, cases[i].claim, 40);
		store_put_count(&made.store, "old", "spin", "tasks=100", rmw ? 7 : old,
				rmw ? old : 7);
		store_put_count(&made.store, "new", "spin", "tasks=100", rmw ? 7 : new,
				rmw ? new : 7);
		made_pairs(&made, 0, 3, (struct made_pair){ .datum = .2 });
		made_judge(&made);
		row = made_verdict(&made, 0);
		assert_string_equal(row->word, cases[i].word);
		assert_string_equal(row->because, cases[i].because);
		NEAR(row->difference, new - old);
		NEAR(row->difference_low, new - old);
		NEAR(row->difference_high, new - old);
		NEAR(row->median, rmw ? new - old : log(new) - log(old));
		NEAR(row->own_low, row->median);
		NEAR(row->own_high, row->median);
		NEAR(row->envelope, 0);
		NEAR(rmw ? row->rmw_difference : row->instructions_difference, new - old);
		NEAR(rmw ? row->instructions_difference : row->rmw_difference, 0);
		assert_null(row->layouts_why);
		assert_true(isnan(row->p) && isnan(row->visible));
		assert_int_equal(row->missing + row->pairs_needed + row->pair_count, 0);
		made_end(&made);
	}
}

static void test_uncounted(void **state)
{
	struct made_run made;

	(void)state;
	made_contrast(&made, COUNTED("rmw"), 40);
	store_put_count(&made.store, "old", "spin", "tasks=100", 1, 1);
	made_judge(&made);
	expect_row(made_verdict(&made, 0), "undecided",
		   "decided by counts, and not counted; see scripts/counts");
	made_end(&made);
	/* Nobody asks the counts of wrong work. */
	made_contrast(&made, COUNTED("rmw"), 40);
	store_put_count(&made.store, "old", "spin", "tasks=100", 1, 1);
	store_put_count(&made.store, "new", "spin", "tasks=100", 1, 1);
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .datum = NAN, .status = { SAMPLE_HUNG }, .cause = { "x" } });
	made_judge(&made);
	expect_row(made_verdict(&made, 0), "invalid",
		   "a sample is red: after 0 of 40 pairs old (hung): x");
	made_end(&made);
}

/* -------------------------------------------------------------- families -- */

static void put_families(struct made_run *made, bool primary)
{
	made_start(made);
	made_claim(made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS)));
	for (int i = 0; i < 3; i++)
		made_row(made, (enum made_cell)(2 * (i % 2)), "old", made_arms[1 + i],
			 primary ? PURPOSE_PRIMARY : PURPOSE_SECONDARY, 4, "one");
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 4, NULL);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 4, NULL);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 4, NULL);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 4, NULL);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 4, NULL);
	made_plan(made);
	made_judge(made);
}

/* Rows without pairs count; planted ones are judged as in the family of the primary ones. */
static void test_families(void **state)
{
	static const size_t with[] = { 3, 3, 3, 1, 1, 1, 1, 3 };
	static const size_t without[] = { 4, 4, 4, 4, 1, 1, 1, 12 };
	struct made_run made;

	(void)state;
	put_families(&made, true);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(made_verdict(&made, i)->family, with[i]);
	assert_int_equal(made.verdicts.family, 3);
	made_end(&made);
	put_families(&made, false);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(made_verdict(&made, i)->family, without[i]);
	assert_int_equal(made.verdicts.family, 0);
	made_end(&made);
}

static void test_alpha(void **state)
{
	static const struct {
		enum purpose purpose;
		size_t family;
		double alpha;
	} cases[] = {
		{ PURPOSE_PRIMARY, 5, .01 },	  { PURPOSE_SECONDARY, 2, .025 },
		{ PURPOSE_PLANTED, 1, .05 },	  { PURPOSE_FURTHER, 10, .005 },
		{ PURPOSE_PRIMARY, 0, .05 / 12 }, { PURPOSE_SCREENING, 5, .05 },
		{ PURPOSE_AA_SAME, 5, .05 },	  { PURPOSE_AA_LAYOUT, 5, .05 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		NEAR(verdict_alpha(cases[i].purpose, cases[i].family), cases[i].alpha);
}

/* Nine pairs have an interval in a family of 12 (2 / 512 < .05 / 12), eight have not. */
static void test_family_decides(void **state)
{
	(void)state;
	for (size_t pairs = 8; pairs <= 9; pairs++) {
		struct made_run made;

		made_start(&made);
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 10, NULL);
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 10, NULL);
		made_plan(&made);
		made_pairs(&made, 0, pairs, (struct made_pair){ .datum = .2 });
		made_layouts(&made, 1, 0);
		made_judge(&made);
		assert_string_equal(verdict_kind_name(made_verdict(&made, 0)->kind),
				    pairs == 8 ? "undecided" : "slower");
		NEAR(made_verdict(&made, 0)->margin, log1p(.03));
		made_end(&made);
	}
}

/* --------------------------------------------------- the lab's own checks -- */

/* Of one arm nothing is widened; what no claim asks is described. */
static void test_unjudged(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 40, NULL);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 40, NULL);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_BURST, "old", "new", PURPOSE_SCREENING, 40, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 40, (struct made_pair){ .datum = .2 });
	made_pairs(&made, 1, 40, (struct made_pair){ .datum = .3, .layouts = { 1, 0 } });
	made_pairs(&made, 2, 40, (struct made_pair){ .datum = .2 });
	made_pairs(&made, 3, 1,
		   (struct made_pair){ .datum = NAN, .status = { SAMPLE_OK, SAMPLE_WRONG } });
	made_judge(&made);
	expect_row(made_verdict(&made, 2), "slower", "");
	expect_row(made_verdict(&made, 1), "slower", "");
	NEAR(made_verdict(&made, 1)->low, .3);
	row = made_verdict(&made, 0);
	expect_row(row, "undecided", "screening: described, not judged");
	NEAR(row->median, .2);
	NEAR(row->own_low, .2);
	assert_true(isnan(row->low) && isnan(row->high) && isnan(row->p) && isnan(row->visible));
	assert_int_equal(row->pairs_needed, 0);
	assert_int_equal(made_verdict(&made, 3)->kind, INVALID);
	made_end(&made);
}

/* On B's side a slowdown must read slower, on A's faster; by percent in order of the rows. */
static void test_planted(void **state)
{
	static const struct {
		double percent;
		enum side side;
		double datum;
		size_t pairs;
	} rows[] = {
		{ 5, SIDE_B, .2, 20 }, { 5, SIDE_A, .2, 20 },  { 5, SIDE_A, -.2, 20 },
		{ 2, SIDE_B, 0, 20 },  { 2, SIDE_B, -.2, 20 }, { 9, SIDE_B, .2, 0 },
	};
	struct made_run made;

	(void)state;
	made_start(&made);
	for (size_t i = 0; i < 6; i++) {
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 20, NULL);
		made.plan.rows[i].plant_percent = rows[i].percent;
		made.plan.rows[i].plant_side = rows[i].side;
	}
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 20, NULL);
	made_plan(&made);
	for (size_t i = 0; i < 6; i++)
		made_pairs(&made, i, rows[i].pairs, (struct made_pair){ .datum = rows[i].datum });
	made_layouts(&made, 6, 0);
	made_judge(&made);
	assert_int_equal(made.verdicts.planted_count, 2);
	NEAR(made.verdicts.planted[0].percent, 5);
	assert_int_equal(made.verdicts.planted[0].rows, 3);
	assert_int_equal(made.verdicts.planted[0].found, 2);
	NEAR(made.verdicts.planted[1].percent, 2);
	assert_int_equal(made.verdicts.planted[1].rows, 2);
	assert_int_equal(made.verdicts.planted[1].found, 0);
	made_end(&made);
}

/* There is room for eight of them; the ninth is left out. */
static void test_planted_room(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	for (size_t i = 0; i < 10; i++) {
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 1, NULL);
		made.plan.rows[i].plant_percent = i == 9 ? 1 : (double)i + 1;
	}
	made_plan(&made);
	for (size_t i = 0; i < 10; i++)
		made_pairs(&made, i, 1, (struct made_pair){ .datum = 0 });
	made_judge(&made);
	assert_int_equal(made.verdicts.planted_count, 8);
	NEAR(made.verdicts.planted[7].percent, 8);
	assert_int_equal(made.verdicts.planted[0].rows, 2);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exercised),      cmocka_unit_test(test_not_counted),
		cmocka_unit_test(test_refused),	       cmocka_unit_test(test_red_before_all),
		cmocka_unit_test(test_counts),	       cmocka_unit_test(test_uncounted),
		cmocka_unit_test(test_families),       cmocka_unit_test(test_alpha),
		cmocka_unit_test(test_family_decides), cmocka_unit_test(test_unjudged),
		cmocka_unit_test(test_planted),	       cmocka_unit_test(test_planted_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
