/* SPDX-License-Identifier: MIT */
/*
 * Description: two arms of a made-up run against each other, pooled over the rows in which
 * they met, from whichever side.
 */
#include "check.h"

#include "lab/verdict/compare.h"
#include "made_run.h"
#include "near.h"

#define TWO \
	MADE_CLAIM(MADE_CONTRAST("one", "") "," MADE_CONTRAST( \
		"cpu", ",\"predicts\":\"less\",\"measure\":\"cpu_ns\""))

/* Two rows of spin, one of them the other way round; one of burst; and what is no row of
 * these two. */
static void make(struct made_run *made)
{
	made_start(made);
	made_claim(made, TWO);
	made_row(made, CELL_SPIN, "new", "old", PURPOSE_SCREENING, 4, NULL);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 16, "one");
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 0, "one");
	made_row(made, CELL_SPIN, "old", "third", PURPOSE_SCREENING, 6, NULL);
	made_row(made, CELL_SPIN, "third", "new", PURPOSE_SCREENING, 6, NULL);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PLANTED, 6, NULL);
	made_row(made, CELL_BURST, "old", "new", PURPOSE_SECONDARY, 6, "cpu");
	made_row(made, CELL_BURST, "new", "old", PURPOSE_SCREENING, 6, NULL);
	made_row(made, CELL_BURST, "old", "new", PURPOSE_SCREENING, 6, NULL);
	made_row(made, CELL_BURST, "old", "third", PURPOSE_SCREENING, 6, NULL);
	made_plan(made);
	made_pairs(made, 0, 4,
		   (struct made_pair){ .datum = -.4, .layouts = { 1, 2 }, .heaps = { 16, 32 } });
	made_pairs(made, 1, 16, (struct made_pair){ .datum = .2, .layouts = { 3, 4 } });
	made_pairs(made, 3, 6, (struct made_pair){ .datum = 3 });
	made_pairs(made, 4, 6, (struct made_pair){ .datum = 3 });
	made_layouts(made, 5, .04);
	made_layouts(made, 6, 0);
	made_pairs(made, 7, 6, (struct made_pair){ .datum = 3 });
	made_pairs(made, 8, 6, (struct made_pair){ .datum = 3 });
	made_pairs(made, 9, 6, (struct made_pair){ .datum = .1, .ns = { 2000000, 3000000 } });
	made_judge(made);
}

static void compare(struct verdicts *found, const struct made_run *made, const char *arm,
		    const char *against, const char *workloads)
{
	assert_int_equal(verdicts_compare(found, &made->verdicts, &made->summary, arm, against,
					  workloads),
			 LAB_OK);
}

static void test_pooled(void **state)
{
	struct verdicts found;
	struct made_run made;
	const struct verdict *row;

	(void)state;
	make(&made);
	compare(&found, &made, "new", "old", "*");
	assert_int_equal(found.count, 2);
	row = &found.rows[0];
	assert_string_equal(row->result->baseline.name, "old");
	assert_string_equal(row->result->arm.name, "new");
	assert_int_equal(row->pair_count, 20);
	assert_int_equal(row->used, 20);
	NEAR(row->pairs[0].datum, .4);
	assert_int_equal(row->pairs[0].layout_a, 2);
	assert_int_equal(row->pairs[0].layout_b, 1);
	assert_int_equal(row->pairs[0].heap_a, 32);
	assert_int_equal(row->pairs[0].heap_b, 16);
	NEAR(row->pairs[19].datum, .2);
	assert_int_equal(row->pairs[19].layout_a, 3);
	NEAR(row->median, .2);
	NEAR(row->envelope, 1.25 / 2 * .04);
	NEAR(row->margin, log1p(.03)); /* the first of the cell was no claim's */
	assert_string_equal(row->word, "provisional: slower by at least 19.1 %");
	assert_string_equal(found.provisional, made.verdicts.provisional);
	row = &found.rows[1];
	assert_string_equal(row->result->workload, "burst");
	assert_int_equal(row->pair_count, 6);
	NEAR(row->median, -.1);
	NEAR(row->levels[SIDE_A], 30);
	NEAR(row->levels[SIDE_B], 20);
	assert_string_equal(row->word, "undecided");
	assert_string_equal(row->layouts_why, "old: no layout A/A pairs"); /* its baseline now */
	made_end(&made);
}

/* Each question is asked of all cells at once, a claim's of no fewer than the claim asked. */
static void test_family(void **state)
{
	struct verdicts found;
	struct made_run made;

	(void)state;
	make(&made);
	compare(&found, &made, "new", "old", "*");
	assert_int_equal(found.rows[0].family, 2);
	assert_int_equal(found.rows[1].family, 2);
	compare(&found, &made, "new", "old", "b?rst");
	assert_int_equal(found.count, 1);
	assert_int_equal(found.rows[0].family, 1);
	assert_string_equal(found.rows[0].result->workload, "burst");
	made.verdicts.rows[0].family = 7;
	compare(&found, &made, "new", "old", "*");
	assert_int_equal(found.rows[0].family, 7);
	made_end(&made);
}

/* From the other side all is the other way round. */
static void test_turned(void **state)
{
	struct verdicts found;
	struct made_run made;

	(void)state;
	make(&made);
	compare(&found, &made, "old", "new", "spin");
	assert_int_equal(found.count, 1);
	NEAR(found.rows[0].median, -.2);
	assert_string_equal(found.rows[0].word, "provisional: faster by at least 16.1 %");
	assert_string_equal(found.rows[0].result->arm.name, "old");
	compare(&found, &made, "third", "old", "*");
	assert_int_equal(found.count, 1);
	NEAR(found.rows[0].median, 3);
	compare(&found, &made, "third", "third", "*");
	assert_int_equal(found.count, 0);
	compare(&found, &made, "fixed", "old", "*");
	assert_int_equal(found.count, 0);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pooled),
		cmocka_unit_test(test_family),
		cmocka_unit_test(test_turned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
