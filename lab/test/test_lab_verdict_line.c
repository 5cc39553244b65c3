/* SPDX-License-Identifier: MIT */
/*
 * Description: a claim on one line: which effects it shows, and what makes it sure or keeps it
 * open, on rows made by hand.
 */
#include "hand_claim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/show/claim_line.h"
#include "lab/show/findings.h"

#define ROWS 6

struct made {
	struct claim claim;
	struct verdict rows[ROWS];
	struct verdicts verdicts;
};

/* A row of each contrast, of the kinds given, at 0.9 [0.8, 0.95]. */
static void make(struct made *made, const char *text, const enum verdict_kind *kinds)
{
	parse(&made->claim, text);
	assert_in_range(made->claim.count, 0, ROWS);
	made->verdicts = (struct verdicts){ .rows = made->rows, .family = 14 };
	for (size_t i = 0; i < made->claim.count; i++) {
		struct verdict row = row_of(&made->claim.contrasts[i], kinds[i]);

		row.median = log(0.9);
		row.low = row.own_low = log(0.8);
		row.high = row.own_high = log(0.95);
		made->rows[made->verdicts.count++] = row;
	}
}

static void expect_sure(const struct made *made, const char *sure)
{
	assert_string_equal(claim_line(&made->claim, &made->verdicts).sure, sure);
}

static const enum verdict_kind faster[ROWS] = { FASTER, FASTER, FASTER, FASTER, FASTER, FASTER };

/* --------------------------------------------------------------- effects -- */

static void test_effect(void **state)
{
	struct made made;
	struct claim_line line;

	(void)state;
	make(&made, TIMING CARRIER("p") "," CONTRAST("x", "") "]}", faster);
	line = claim_line(&made.claim, &made.verdicts);
	assert_int_equal(line.count, 1); /* what explores is none of the answer */
	assert_int_equal(line.others, 0);
	assert_ptr_equal(line.effects[0].row, &made.rows[0]);
	assert_string_equal(line.effects[0].text, "0.900 [0.800, 0.950]");
	assert_true(line.effects[0].margin == log(1.03));
	assert_string_equal(line.sure, "95 % sure of all 14 at once, 40 pairs");
}

/* One of each standing comes first, so that "depends" shows both sides. */
static void test_room(void **state)
{
	static const enum verdict_kind kinds[ROWS] = { FASTER, FASTER, FASTER,
						       FASTER, FASTER, SLOWER };
	struct made made;
	struct claim_line line;

	(void)state;
	make(&made,
	     TIMING CARRIER("p") "," CARRIER("q") "," CARRIER("r") "," CARRIER("s") "," CARRIER(
		     "t") "," CARRIER("u") "]}",
	     kinds);
	made.rows[5].used = 12;
	line = claim_line(&made.claim, &made.verdicts);
	assert_int_equal(line.answer.outcome, OUTCOME_DEPENDS);
	assert_int_equal(line.count, CLAIM_EFFECTS);
	assert_int_equal(line.others, 2);
	assert_ptr_equal(line.effects[0].row, &made.rows[0]);
	assert_ptr_equal(line.effects[1].row, &made.rows[5]);
	assert_ptr_equal(line.effects[2].row, &made.rows[1]);
	assert_string_equal(line.sure, "95 % sure of all 14 at once, 12 to 40 pairs");
}

/* What has no pairs has no effect. */
static void test_unmeasured(void **state)
{
	struct made made;

	(void)state;
	make(&made, TIMING CARRIER("p") "," CARRIER("q") "]}", faster);
	made.rows[1] = row_of(&made.claim.contrasts[1], NOT_DECIDABLE);
	made.rows[1].median = NAN;
	assert_int_equal(claim_line(&made.claim, &made.verdicts).count, 1);
}

/* The twin's effect by Tokio's; the contradiction first. */
static void test_transfers(void **state)
{
#define TWIN(name, of) CONTRAST(name, ",\"transfers\":\"" of "\"")
	struct made made;
	struct claim_line line;

	(void)state;
	make(&made,
	     TIMING CONTRAST("real", "") "," TWIN("like", "real") "," TWIN("unlike", "real") "]}",
	     faster);
	for (size_t i = 0; i < 3; i++)
		made.rows[i].median = made.rows[i].low = made.rows[i].high = 0;
	made.rows[2].median = made.rows[2].low = made.rows[2].high = log(1.2);
	line = claim_line(&made.claim, &made.verdicts);
	assert_int_equal(line.count, 2);
	assert_string_equal(line.effects[0].text, "1.200 [1.200, 1.200]");
	assert_string_equal(line.effects[1].text, "1.000 [1.000, 1.000]");
	assert_true(fabs(line.effects[0].margin - log(1.05)) < 1e-12);
	assert_string_equal(line.sure, "95 % sure, 40 pairs");
	made.rows[2].high = log(2);
	made.rows[2].low = log(0.9);
	expect_sure(&made, "1 of 2 shown to agree; intervals too wide");
	made.rows[2].low = made.rows[2].high = NAN;
	line = claim_line(&made.claim, &made.verdicts);
	assert_string_equal(line.effects[0].text, "1.200");
	assert_string_equal(line.sure, "1 of 2 shown to agree; too few pairs");
}

/* -------------------------------------------------------------- how sure -- */

/* What would decide one of two carriers. */
static void test_open(void **state)
{
	static const enum verdict_kind kinds[ROWS] = { FASTER, UNDECIDED };
	struct made made;
	struct verdict *row = &made.rows[1];

	(void)state;
	make(&made, TIMING CARRIER("p") "," CARRIER("q") "]}", kinds);
	expect_sure(&made, "1 of 2 shown; more pairs would not decide");
	row->pairs_needed = 280;
	expect_sure(&made, "1 of 2 shown; about 280 pairs would decide");
	row->layouts_why = "none";
	expect_sure(&made, "1 of 2 shown; layout pairs would decide");
	row->own_low = NAN;
	expect_sure(&made, "1 of 2 shown; too few pairs");
	row->flagged = 21; /* more than a third */
	expect_sure(&made, "1 of 2 shown; it takes a quiet machine");
	row->kind = NOT_EXERCISED;
	expect_sure(&made, "1 of 2 shown; not exercised");
	row->pair_count = 0;
	expect_sure(&made, "1 of 2 shown; not measured");
}

static void test_control(void **state)
{
	struct made made;

	(void)state;
	make(&made,
	     TIMING CONTRAST("k",
			     ",\"role\":\"control\",\"predicts\":\"slower\"") "," CARRIER("p") "]}",
	     faster);
	expect_sure(&made, "1 of 1 shown; a control did not hold");
}

static void test_others(void **state)
{
	static const enum verdict_kind beyond[ROWS] = { NOT_DECIDABLE, NOT_DECIDABLE };
	static const enum verdict_kind invalid[ROWS] = { INVALID };
	struct made made;

	(void)state;
	make(&made,
	     TIMING CONTRAST("p", ",\"role\":\"carries\",\"predicts\":\"faster\",\"needs_cpus\":6,"
				  "\"needs\":\"n\"") "," CONTRAST("q", ",\"role\":\"carries\","
								       "\"predicts\":\"faster\","
								       "\"needs_cpus\":10,"
								       "\"needs\":\"n\"") "]}",
	     beyond);
	expect_sure(&made, "needs 10 CPUs");
	make(&made, TIMING CARRIER("p") "]}", invalid);
	expect_sure(&made, "a sample did wrong work");
	made.verdicts.count = 0;
	expect_sure(&made, "no pair of it in this run");
}

/* What was read: with the verdict of its file, or the first word of an older one. */
static void test_inspection(void **state)
{
	struct made made;

	(void)state;
	make(&made, HEAD("\"decided_by\":\"inspection\",\"finding\":\"No. It does not.\",") "]}",
	     faster);
	expect_sure(&made, "read in the source: No");
	make(&made,
	     HEAD("\"decided_by\":\"inspection\",\"finding\":\"No. It does "
		  "not.\",\"holds\":false,") "]}",
	     faster);
	expect_sure(&made, "read in the source, not timed");
	make(&made,
	     HEAD("\"decided_by\":\"model check\",\"finding\":\"f\",\"engine\":\"E\",\"bound\":"
		  "\"3 threads\",\"complete\":true,") "]}",
	     faster);
	expect_sure(&made, "E, 3 threads, complete");
}

/* ------------------------------------------------- in the table of README -- */

static void expect_row(struct made *made, const char *costs)
{
	static const struct summary summary = { .host_class = "here" };
	struct entry_run run = { &made->verdicts, &summary, "results/r" };
	char *text = NULL, *cell;
	size_t bytes;
	FILE *out = open_memstream(&text, &bytes);

	findings_row(out, &made->claim, &run, NULL);
	fclose(out);
	cell = strrchr(text, '[');
	assert_non_null(cell);
	assert_string_equal(strchr(cell, '|'), costs);
	free(text);
}

/* A word on what a contrast costs besides time. */
static struct verdict cost_of(const struct contrast *contrast, const char *word)
{
	static const struct measure parks = { .noun = "parks" };
	struct verdict cost = row_of(contrast, SLOWER);

	cost.measure = &parks;
	cost.word = word;
	return cost;
}

/* What one of two carriers costs is not said of both, and what both cost is said of each. */
static void test_costs(void **state)
{
	struct verdict costs[3];
	struct made made;

	(void)state;
	make(&made, TIMING CARRIER("p") "]}", faster);
	costs[0] = cost_of(&made.claim.contrasts[0], "more by 1");
	made.verdicts.further = costs;
	made.verdicts.further_count = 1;
	expect_row(&made, "| parks: more by 1 |\n");

	make(&made, TIMING CARRIER("p") "," CARRIER("q") "]}", faster);
	costs[0] = cost_of(&made.claim.contrasts[0], "less by 1");
	costs[1] = cost_of(&made.claim.contrasts[1], "more by 2");
	costs[2] = cost_of(&made.claim.contrasts[1], "more by 3");
	made.verdicts.further = costs;
	made.verdicts.further_count = 3;
	expect_row(&made, "| x -> y, spin:<br>parks: more by 2<br>parks: more by 3 |\n");
	costs[0].word = "more by 2";
	made.verdicts.further_count = 2;
	expect_row(&made,
		   "| x -> y, spin:<br>parks: more by 2<br>x -> y, spin:<br>parks: more by 2 |\n");
	costs[0].word = costs[1].word = "less by 1";
	expect_row(&made, "| - |\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_effect),	   cmocka_unit_test(test_room),
		cmocka_unit_test(test_unmeasured), cmocka_unit_test(test_transfers),
		cmocka_unit_test(test_open),	   cmocka_unit_test(test_control),
		cmocka_unit_test(test_others),	   cmocka_unit_test(test_inspection),
		cmocka_unit_test(test_costs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
