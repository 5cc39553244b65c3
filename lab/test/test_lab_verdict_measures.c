/* SPDX-License-Identifier: MIT */
/*
 * Description: made-up runs that are judged by more than time: where each measure's data come
 * from, what layouts do to it, how many rows are right together, and what is said where a
 * sample says nothing.
 */
#include "check.h"

#include "made_run.h"
#include "near.h"

#define PREDICTS       ",\"predicts\":\"faster\""
#define ALSO(measures) MADE_CLAIM(MADE_CONTRAST("one", PREDICTS ",\"also\":[" measures "]"))

/* What a sample of 100 units says, each in both blocks together. */
static const char *says(double cpu_ns, double parks, double noop_parks)
{
	return lab_printf("{\"blocks\":[{\"units\":50,\"cpu_ns\":%g},{\"units\":50,\"cpu_ns\":%g}],"
			  "\"metrics\":{\"parks\":{\"value\":%g},\"noop_parks\":{\"value\":%g}}}",
			  cpu_ns / 2, cpu_ns / 2, parks, noop_parks);
}

/* As many pairs, whose sides say this. */
static void put(struct made_run *made, size_t row, size_t count, const char *a, const char *b)
{
	made_pairs(made, row, count, (struct made_pair){ .rows = { a, b } });
}

/* Layout A/A pairs in which layout 1 says `b` and layout 0 says `a`. */
static void put_layouts(struct made_run *made, size_t row, const char *a, const char *b)
{
	made_pairs(made, row, 1, (struct made_pair){ .rows = { a, b }, .layouts = { 0, 1 } });
	made_pairs(made, row, 1, (struct made_pair){ .rows = { b, a }, .layouts = { 1, 0 } });
}

static const struct verdict *further(const struct made_run *made, const char *measure)
{
	for (size_t i = 0; i < made->verdicts.further_count; i++)
		if (strcmp(made->verdicts.further[i].measure->name, measure) == 0)
			return &made->verdicts.further[i];
	fail_msg("no row of %s", measure);
	return NULL;
}

static void expect_numbers(const struct verdict *row, double a, double b, double median,
			   double events, double units)
{
	NEAR(row->levels[SIDE_A], a);
	NEAR(row->levels[SIDE_B], b);
	NEAR(row->median, median);
	NEAR(row->events, events);
	NEAR(row->units, units);
}

/* --------------------------------------------------------------- sources -- */

/* Contrast, layouts of both arms, and the same of counting builds. */
static void make(struct made_run *made, const char *claim)
{
	made_start(made);
	made_claim(made, claim);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 40, "one");
	made_row(made, CELL_COUNTING, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_COUNTING, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_plan(made);
}

/* Timed pairs say parks and CPU time, counting ones parks for nothing; counts need no pair. */
static void test_sources(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	make(&made, ALSO("\"cpu_ns\",\"parks\",\"noop_parks\",\"rmw\",\"instructions\""));
	store_put_count(&made.store, "old", "spin", "tasks=100", 50, 4);
	store_put_count(&made.store, "new", "spin", "tasks=100", 100, 6);
	put(&made, 0, 6, says(1000, 100, 9000), says(2000, 150, 9000));
	put(&made, 0, 3, says(4000, 300, 9000), says(2000, 500, 9000));
	put(&made, 3, 7, says(7, 7777, 80), says(7, 7777, 30));
	put_layouts(&made, 1, says(1000, 100, 1), says(1200, 104, 1));
	put_layouts(&made, 2, says(1000, 100, 1), says(1100, 100, 1));
	put_layouts(&made, 4, says(1, 1, 60), says(1, 1, 50));
	put_layouts(&made, 5, says(1, 1, 60), says(1, 1, 64));
	made_judge(&made);
	assert_int_equal(made.verdicts.further_count, 5);
	row = further(&made, "cpu_ns");
	expect_numbers(row, 10, 20, log(2), 2000, 100);
	NEAR(row->envelope, 1.25 / 2 * (log(1.2) + log(1.1)));
	assert_int_equal(row->pair_count, 9);
	row = further(&made, "parks");
	expect_numbers(row, 1, 1.5, .5, 150, 100);
	NEAR(row->envelope, 1.25 / 2 * .04);
	NEAR(row->margin, .1);
	assert_string_equal(row->word, "provisional: more by at least 0.475 per task");
	assert_string_equal(row->because, "");
	row = further(&made, "noop_parks");
	expect_numbers(row, .8, .3, -.5, 80, 100);
	NEAR(row->envelope, 1.25 / 2 * (.1 + .04));
	NEAR(row->margin, .08);
	assert_int_equal(row->pair_count, 7);
	assert_string_equal(row->result->flavour, "counting");
	assert_string_equal(verdict_program(row), "counting build");
	row = further(&made, "rmw");
	NEAR(row->levels[SIDE_A], 4);
	NEAR(row->levels[SIDE_B], 6);
	assert_string_equal(row->word, "more by 2 per task");
	row = further(&made, "instructions");
	NEAR(row->levels[SIDE_A], 50);
	assert_string_equal(row->word, "more by 100 %");
	NEAR(made_verdict(&made, 0)->median, 0); /* time is as it was */
	assert_true(further(&made, "parks")->is_further && !made_verdict(&made, 0)->is_further);
	made_end(&made);
}

/* A row that is primary by another measure; its further ones see the pairs as they were. */
static void test_primary_measure(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	make(&made,
	     MADE_CLAIM(MADE_CONTRAST(
		     "one", ",\"predicts\":\"less\",\"measure\":\"parks\",\"also\":[\"cpu_ns\"]")));
	put(&made, 0, 6, says(1000, 100, 1), says(2000, 50, 1));
	put(&made, 0, 3, "{\"blocks\":[{\"units\":100,\"cpu_ns\":1000}]}",
	    "{\"blocks\":[{\"units\":100,\"cpu_ns\":2000}]}");
	put_layouts(&made, 1, says(1000, 100, 1), says(1000, 104, 1));
	put_layouts(&made, 2, says(1000, 100, 1), says(1000, 100, 1));
	made_judge(&made);
	row = made_verdict(&made, 0);
	expect_numbers(row, 1, .5, -.5, 100, 100);
	NEAR(row->envelope, 1.25 / 2 * .04);
	assert_int_equal(row->used, 6);
	assert_int_equal(row->missing, 34);
	assert_string_equal(verdict_name(row), "less");
	assert_int_equal(further(&made, "cpu_ns")->used, 9);
	made_end(&made);
}

/* ------------------------------------------------------------- A/A pairs -- */

/* In the cell, by this measure: trials, false alarms, spread. */
static void test_trials(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_claim(&made, ALSO("\"parks\",\"noop_parks\",\"rmw\""));
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 40, "one");
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(&made, CELL_SPIN, "third", "third", PURPOSE_AA_LAYOUT, 40, NULL);
	made_row(&made, CELL_BURST, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_COUNTING, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 40, NULL);
	made_plan(&made);
	put(&made, 2, 1, says(1, 1, 1), says(1, 1, 1));
	put(&made, 1, 1, says(1, 1, 1), says(1, 1, 1));
	put(&made, 0, 6, says(1, 100, 1), says(1, 200, 1)); /* an alarm */
	put(&made, 0, 6, says(1, 100, 1), says(1, 100, 1));
	put(&made, 0, 5, says(1, 100, 1), says(1, 200, 1)); /* no trial */
	put(&made, 3, 6, says(1, 100, 1), says(1, 0, 1));   /* an alarm */
	put(&made, 4, 6, says(1, 100, 1), says(1, 900, 1));
	put(&made, 5, 6, says(1, 1, 100), says(1, 1, 100));
	put(&made, 6, 6, says(1, 100, 1), says(1, 900, 1));
	made_judge(&made);
	row = further(&made, "parks");
	assert_int_equal(row->aa_trials, 3);
	assert_int_equal(row->aa_alarms, 2);
	/* eleven of +1, six of 0, six of -1 */
	NEAR(row->aa_spread, sqrt((17 - 25.0 / 23) / 22));
	row = further(&made, "noop_parks");
	assert_int_equal(row->aa_trials, 1);
	assert_int_equal(row->aa_alarms, 0);
	NEAR(row->aa_spread, 0);
	row = further(&made, "rmw");
	assert_int_equal(row->aa_trials, 0);
	assert_true(isnan(row->aa_spread));
	NEAR(made_verdict(&made, 2)->aa_spread, 0);
	assert_int_equal(made_verdict(&made, 2)->aa_trials, 0);
	made_end(&made);
}

/* Three pairs are the fewest with a spread; what was flagged or not completed is none. */
static void test_spread(void **state)
{
	(void)state;
	for (size_t pairs = 2; pairs <= 3; pairs++) {
		struct made_run made;

		made_start(&made);
		made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 40, NULL);
		made_row(&made, CELL_SPIN, "third", "third", PURPOSE_AA_SAME, 40, NULL);
		made_plan(&made);
		made_pairs(&made, 0, 5, (struct made_pair){ .datum = 7 });
		made_pairs(&made, 1, pairs - 1, (struct made_pair){ .datum = .1 });
		made_pairs(&made, 1, 1, (struct made_pair){ .datum = .4 });
		made_pairs(&made, 1, 1, (struct made_pair){ .datum = 9, .flag = "load" });
		made_pairs(&made, 1, 1, (struct made_pair){ .datum = NAN });
		made_judge(&made);
		NEAR(made_verdict(&made, 0)->aa_spread, pairs == 3 ? sqrt(.03) : NAN);
		made_end(&made);
	}
}

/* -------------------------------------------------------------- families -- */

/* Further measures of primary rows are one family, those of others another; an exact count is
 * in none.  A further row ends as its contrast did. */
static void test_families(void **state)
{
	static const struct {
		const char *contrast, *measure;
		size_t family;
		bool looked_at;
	} wanted[] = {
		{ "one", "parks", 3, true },	 { "one", "noop_parks", 3, false },
		{ "one", "rmw", 1, true },	 { "one", "cpu_ns", 3, true },
		{ "two", "switches", 2, false }, { "two", "cpu_ns", 2, false },
	};
	struct made_run made;

	(void)state;
	made_start(&made);
	made_claim(&made,
		   MADE_CLAIM(MADE_CONTRAST(
			   "one", PREDICTS
			   ",\"also\":[\"parks\",\"noop_parks\","
			   "\"rmw\",\"cpu_ns\"]") "," MADE_CONTRAST("two", PREDICTS
								    ",\"also\":[\"switches\",\"cpu_"
								    "ns\"]")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(&made, CELL_SPIN, "old", "third", PURPOSE_SECONDARY, 40, "two");
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 40, "one");
	made_meta(&made, "looks", "yes");
	made_plan(&made);
	put(&made, 0, 16, says(1, 100, 1), says(1, 200, 1));
	made_judge(&made);
	assert_int_equal(made.verdicts.further_count, 6);
	for (size_t i = 0; i < 6; i++) {
		const struct verdict *row = &made.verdicts.further[i];

		assert_string_equal(row->contrast->name, wanted[i].contrast);
		assert_string_equal(row->measure->name, wanted[i].measure);
		assert_int_equal(row->family, wanted[i].family);
		assert_int_equal(row->looked_at, wanted[i].looked_at);
	}
	assert_int_equal(further(&made, "parks")->missing, 0);
	assert_string_equal(
		further(&made, "parks")->because,
		"layouts: what they do here was not measured (old: no layout A/A pairs)");
	made_end(&made);
}

/* ------------------------------------------------------- what is not said -- */

static void test_silence(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_claim(&made, ALSO("\"noop_parks\",\"lock_waits\",\"switches\",\"parks\""));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "one");
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_plan(&made);
	put(&made, 0, 10, says(1, 100, 1), says(1, 200, 1));
	put(&made, 0, 2, says(1, 100, 1), "{\"blocks\":[{\"units\":100}]}");
	put(&made, 0, 1, says(1, 100, 1), NULL);
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .rows = { says(1, 100, 1), says(1, 900, 1) },
				       .flag = "load" });
	put_layouts(&made, 1, says(1, 100, 1), says(1, 100, 1));
	put_layouts(&made, 2, says(1, 100, 1), says(1, 100, 1));
	made_judge(&made);
	row = further(&made, "parks");
	assert_int_equal(row->used, 10);
	assert_int_equal(row->flagged, 1);
	assert_string_equal(row->because, "3 of its 14 pairs do not say it");
	expect_numbers(row, 1, 2, 1, 200, 100);
	row = further(&made, "noop_parks");
	assert_string_equal(row->because,
			    "no pairs of the counting build, which alone counts parks for nothing");
	assert_true(row->is_unsupplied && isnan(row->levels[SIDE_A]) && isnan(row->median));
	assert_true(isnan(row->envelope) && isnan(row->aa_spread)); /* time's are not its own */
	assert_int_equal(row->pair_count + row->pairs_needed, 0);
	row = further(&made, "switches");
	assert_string_equal(row->because, "its samples do not say voluntary switches");
	assert_true(isnan(row->levels[SIDE_A]) && isnan(row->units) && isnan(row->events));
	assert_int_equal(row->pairs_needed, 0);
	assert_int_equal(row->pair_count, 14);
	assert_string_equal(made_verdict(&made, 0)->because, "");
	made_end(&made);
}

/* One pair that says it and a flagged one are no silence; one pair that does not is. */
static void test_one_says_it(void **state)
{
	struct made_run made;

	(void)state;
	make(&made, ALSO("\"parks\""));
	put(&made, 0, 1, says(1, 100, 1), says(1, 200, 1));
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .rows = { says(1, 1, 1), says(1, 1, 1) }, .flag = "load" });
	made_judge(&made);
	assert_int_equal(further(&made, "parks")->used, 1);
	assert_string_equal(further(&made, "parks")->because, "too many pairs flagged");
	made_end(&made);
	make(&made, ALSO("\"parks\""));
	put(&made, 0, 1, says(1, 1, 1), NULL);
	made_judge(&made);
	assert_string_equal(further(&made, "parks")->because, "its samples do not say parks");
	assert_true(isnan(further(&made, "parks")->levels[SIDE_A])); /* a side alone is no pair */
	made_end(&made);
	make(&made, ALSO("\"parks\""));
	put(&made, 0, 1, NULL, says(1, 1, 1));
	made_judge(&made);
	assert_true(isnan(further(&made, "parks")->levels[SIDE_B]));
	made_end(&made);
	make(&made, ALSO("\"parks\""));
	put(&made, 0, 1, says(1, 100, 1), says(1, 200, 1));
	made_judge(&made);
	expect_numbers(further(&made, "parks"), 1, 2, 1, 200, 100);
	made_end(&made);
}

/* Ten events are the fewest in the median sample of the busier side. */
static void test_events(void **state)
{
	static const struct {
		double a, b;
		const char *word, *because;
	} cases[] = {
		{ 9.5, 10, "provisional: slightly more (within 0.0095 per task)", "" },
		{ 10, 9.5, "provisional: slightly less (within 0.01 per task)", "" },
		{ 9.5, 9.9, "undecided", "9.9 events a sample, and 10 are the fewest" },
		{ 9.9, 9.5, "undecided", "9.9 events a sample, and 10 are the fewest" },
		{ 1, 9, "provisional: more by at least 0.08 per task", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;
		const struct verdict *row;

		make(&made, ALSO("\"parks\""));
		put(&made, 0, 20, says(1, cases[i].a, 1), says(1, cases[i].b, 1));
		put_layouts(&made, 1, says(1, 100, 1), says(1, 100, 1));
		put_layouts(&made, 2, says(1, 100, 1), says(1, 100, 1));
		made_judge(&made);
		row = further(&made, "parks");
		assert_string_equal(row->word, cases[i].word);
		assert_string_equal(row->because, cases[i].because);
		NEAR(row->events, fmax(cases[i].a, cases[i].b));
		made_end(&made);
	}
}

/* The counting builds' wrong work makes their measures invalid, and not the time. */
static void test_reds(void **state)
{
	struct made_run made;

	(void)state;
	make(&made, ALSO("\"parks\",\"noop_parks\""));
	put(&made, 0, 6, says(1, 100, 1), says(1, 100, 1));
	made_pairs(&made, 3, 1,
		   (struct made_pair){ .datum = NAN,
				       .status = { SAMPLE_CUT, SAMPLE_WRONG },
				       .cause = { "", "lost" } });
	made_judge(&made);
	assert_string_equal(further(&made, "noop_parks")->because,
			    "a sample is red: after 0 of 40 pairs new (wrong): lost");
	assert_int_equal(further(&made, "noop_parks")->reds[SIDE_B], 1);
	assert_int_equal(further(&made, "parks")->reds[SIDE_B], 0);
	assert_int_not_equal(further(&made, "parks")->kind, INVALID);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sources),	    cmocka_unit_test(test_primary_measure),
		cmocka_unit_test(test_trials),	    cmocka_unit_test(test_spread),
		cmocka_unit_test(test_families),    cmocka_unit_test(test_silence),
		cmocka_unit_test(test_one_says_it), cmocka_unit_test(test_events),
		cmocka_unit_test(test_reds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
