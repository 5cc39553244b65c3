/* SPDX-License-Identifier: MIT */
/*
 * Description: what is read from the database before anything is judged: rows, pairs, reds,
 * probes, who supplies whom, and what of a damaged set is refused.
 */
#include "check.h"

#include "lab/stats/regime.h"
#include "made_run.h"
#include "near.h"

#define PREDICTS ",\"predicts\":\"faster\""
#define ONE	 MADE_CLAIM(MADE_CONTRAST("one", PREDICTS))

static void execute(struct made_run *made, const char *sql)
{
	assert_int_equal(sqlite3_exec(made->store.db, sql, NULL, NULL, NULL), SQLITE_OK);
}

/* ----------------------------------------------------------------- pairs -- */

static void expect_pair(const struct pair_datum *pair, const struct pair_datum *wanted)
{
	NEAR(pair->datum, wanted->datum);
	assert_int_equal(pair->flagged, wanted->flagged);
	assert_int_equal(pair->layout_a, wanted->layout_a);
	assert_int_equal(pair->layout_b, wanted->layout_b);
	assert_int_equal(pair->heap_a, wanted->heap_a);
	assert_int_equal(pair->heap_b, wanted->heap_b);
	NEAR(pair->probe_ns[0], wanted->probe_ns[0]);
	NEAR(pair->probe_ns[1], wanted->probe_ns[1]);
	if (wanted->flag_reason != NULL)
		assert_string_equal(pair->flag_reason, wanted->flag_reason);
}

/* In the order in which they ran, whatever the order in which they were written. */
static void test_pairs(void **state)
{
	const struct pair_datum wanted[] = {
		{ .datum = .25,
		  .layout_a = 3,
		  .layout_b = 1,
		  .heap_a = 16,
		  .heap_b = 112,
		  .probe_ns = { 30, 40 } },
		{ .datum = -.5,
		  .flagged = true,
		  .flag_reason = "after: load",
		  .layout_b = 2,
		  .probe_ns = { NAN, NAN } },
		{ .datum = NAN, .probe_ns = { NAN, NAN } },
	};
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 5, NULL);
	made_row(&made, CELL_BURST, "old", "new", PURPOSE_SCREENING, 5, NULL);
	made_plan(&made);
	made_pairs(&made, 1, 1, (struct made_pair){ .layouts = { 15, 3 } });
	made_pairs(&made, 1, 1, (struct made_pair){ .layouts = { 0, 3 } });
	made.position = 1;
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .datum = -.5, .layouts = { 0, 2 }, .flag = "after: load" });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = NAN });
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .datum = NAN,
				       .status = { SAMPLE_CUT, SAMPLE_OK },
				       .cause = { "interrupted", NULL } });
	made.position = 0;
	made_pairs(&made, 0, 1,
		   (struct made_pair){ .datum = .25,
				       .layouts = { 3, 1 },
				       .heaps = { 16, 112 },
				       .probes = { 30, 40 } });
	made_judge(&made);
	row = made_verdict(&made, 0);
	assert_int_equal(row->pair_count, 3);
	for (size_t i = 0; i < 3; i++)
		expect_pair(&row->pairs[i], &wanted[i]);
	assert_int_equal(row->pairs[0].id, 6);
	assert_int_equal(made.verdicts.pairs, 5);
	assert_int_equal(row->layouts, 2);
	assert_int_equal(made_verdict(&made, 1)->layouts, 1);
	made_end(&made);
}

/* An arm that takes no --heap. */
static void test_heap_not_varied(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "fixed", "new", PURPOSE_SCREENING, 1, NULL);
	made_row(&made, CELL_SPIN, "new", "fixed", PURPOSE_SCREENING, 1, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 1, (struct made_pair){ .heaps = { 16, 32 } });
	made_pairs(&made, 1, 1, (struct made_pair){ .heaps = { 16, 32 } });
	made_judge(&made);
	assert_int_equal(made_verdict(&made, 0)->pairs[0].heap_a, -1);
	assert_int_equal(made_verdict(&made, 0)->pairs[0].heap_b, 32);
	assert_int_equal(made_verdict(&made, 1)->pairs[0].heap_a, 16);
	assert_int_equal(made_verdict(&made, 1)->pairs[0].heap_b, -1);
	made_end(&made);
}

/* The median over the CPUs' pairs, sixteen of them at most, before and after by themselves. */
static void test_probes(void **state)
{
	struct made_run made;
	const struct pair_datum *pair;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 1, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 2, (struct made_pair){ .probes = { 30, 50 } });
	execute(&made, "INSERT INTO probe VALUES(1, 'before', 0, 2, 32), (1, 'before', 1, 2, 70),"
		       "(1, 'before', 2, 3, NULL), (1, 'after', 1, 2, 70), (2, 'after', 1, 2, 10)");
	for (int i = 2; i < 20; i++) /* after the 30 of CPUs 0 and 1 come 102, 103, ... */
		execute(&made,
			lab_printf("INSERT INTO probe VALUES(2, 'before', 1, %d, %d)", i, 100 + i));
	made_judge(&made);
	pair = made_verdict(&made, 0)->pairs;
	NEAR(pair[0].probe_ns[0], 32);
	NEAR(pair[0].probe_ns[1], 60);
	NEAR(pair[1].probe_ns[0], 108.5);
	NEAR(pair[1].probe_ns[1], 30);
	made_end(&made);
}

/* --------------------------------------------------------------- regimes -- */

/* Every pair of the run has one say, also those of counting builds, whoever refers to them. */
static void test_regimes(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	made_claim(&made, ONE);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 0, "one");
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 18, "one");
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 0, "one");
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 2, "one");
	made_plan(&made);
	made_pairs(&made, 1, 17, (struct made_pair){ .probes = { 30, 30 } });
	made_pairs(&made, 3, 2, (struct made_pair){ .probes = { 100, 100 } });
	made_pairs(&made, 1, 1, (struct made_pair){ .probes = { 100, 30 } });
	made_judge(&made);
	NEAR(made.verdicts.regime_threshold_ns, sqrt(3000)); /* 5 of 40 lie beyond it: 4 suffice */
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(made_verdict(&made, i)->pairs[0].regime, REGIME_NEAR);
		assert_int_equal(made_verdict(&made, i)->pairs[16].regime, REGIME_NEAR);
		assert_int_equal(made_verdict(&made, i)->pairs[17].regime, REGIME_MIXED);
		assert_int_equal(made.verdicts.suppliers[i].pairs[1].regime, REGIME_FAR);
	}
	assert_int_equal(made.verdicts.pairs, 18);
	made_end(&made);
}

/* ------------------------------------------------------------------ rows -- */

/* What refers to another row's pairs, and what supplies measures only. */
static void test_rows(void **state)
{
	struct made_run made;
	const struct verdicts *all = &made.verdicts;

	(void)state;
	made_start(&made);
	made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS) "," MADE_CONTRAST("two", "")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 9, NULL);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 3, "one");
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SECONDARY, 0, "two");
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_FURTHER, 2, "one");
	made_row(&made, CELL_COUNTING, "old", "old", PURPOSE_AA_SAME, 2, NULL);
	made_row(&made, CELL_COUNTING, "old", "new", PURPOSE_PRIMARY, 0, "two");
	made_plan(&made);
	made_pairs(&made, 0, 4, (struct made_pair){ .datum = 1 });
	made_pairs(&made, 1, 3, (struct made_pair){ .datum = 2 });
	made_pairs(&made, 3, 2, (struct made_pair){ .datum = 3 });
	made_judge(&made);
	assert_int_equal(all->count, 4);
	assert_int_equal(all->supplier_count, 2);
	assert_null(all->rows[0].measured_with);
	assert_null(all->rows[1].measured_with);
	assert_ptr_equal(all->rows[2].measured_with, &all->rows[1]);
	assert_ptr_equal(all->rows[2].pairs, all->rows[1].pairs);
	assert_int_equal(all->rows[2].pair_count, 3);
	assert_ptr_equal(all->rows[3].measured_with, &all->suppliers[0]);
	assert_ptr_equal(all->rows[3].pairs, all->suppliers[0].pairs);
	NEAR(all->rows[3].pairs[1].datum, 3);
	assert_int_equal(all->pairs, 7);
	assert_int_equal(all->suppliers[0].purpose, PURPOSE_FURTHER);
	assert_int_equal(all->suppliers[1].purpose, PURPOSE_AA_SAME);
	assert_string_equal(all->rows[2].contrast->name, "two");
	assert_null(all->rows[0].contrast);
	made_end(&made);
}

/* A set from elsewhere: a purpose that nobody knows is described; the levels are the medians
 * of the sides. */
static void test_row(void **state)
{
	static const uint64_t ns[][2] = { { 1000, 3000 }, { 2000, 5000 }, { 9000, 4000 } };
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PLANTED, 3, NULL);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 3, NULL);
	made.plan.rows[0].plant_percent = 2.5;
	made.plan.rows[0].plant_side = SIDE_A;
	made.plan.rows[1].plant_side = SIDE_B;
	made_plan(&made);
	for (size_t i = 0; i < 3; i++)
		made_pairs(&made, 0, 1,
			   (struct made_pair){ .units = 100, .ns = { ns[i][0], ns[i][1] } });
	execute(&made, "UPDATE plan SET purpose = 'whatever' WHERE id = 2");
	made_judge(&made);
	row = made_verdict(&made, 0);
	assert_int_equal(row->purpose, PURPOSE_PLANTED);
	assert_int_equal(row->plant_side, SIDE_A);
	NEAR(row->plant_percent, 2.5);
	NEAR(row->levels[SIDE_A], 20);
	NEAR(row->levels[SIDE_B], 40);
	assert_true(verdict_is_of_time(row));
	row = made_verdict(&made, 1);
	assert_int_equal(row->purpose, PURPOSE_SCREENING);
	assert_int_equal(row->plant_side, SIDE_B);
	assert_true(isnan(row->levels[SIDE_A]) && isnan(row->levels[SIDE_B])); /* and not 0 */
	assert_true(isnan(row->events) && isnan(row->units));
	assert_true(isnan(row->exercised_per_unit) && isnan(row->rmw_difference));
	made_end(&made);
}

/* The first of them in time, and each arm's number of them. */
static void test_reds(void **state)
{
	struct made_run made;
	const struct verdict *row;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_BURST, "old", "new", PURPOSE_SCREENING, 3, NULL);
	made_plan(&made);
	for (int i = 0; i < 3; i++)
		made_pairs(&made, 0, 1,
			   (struct made_pair){
				   .datum = NAN,
				   .status = { i == 1 ? SAMPLE_WRONG : SAMPLE_CUT, SAMPLE_CRASHED },
				   .cause = { "a", lab_printf("b%d", i) } });
	execute(&made, "UPDATE sample SET cause = NULL WHERE id = 2");
	made_judge(&made);
	row = made_verdict(&made, 0);
	assert_int_equal(row->reds[SIDE_A], 1);
	assert_int_equal(row->reds[SIDE_B], 3);
	assert_string_equal(row->red, "new (crashed): no cause was given");
	made_end(&made);
}

/* --------------------------------------------------------------- damage -- */

static int load(struct made_run *made)
{
	assert_int_equal(summary_load(&made->summary, &made->store, NULL), LAB_OK);
	return verdicts_load(&made->verdicts, &made->store, &made->summary);
}

static void expect_refused(const char *damage)
{
	struct made_run made;

	made_contrast(&made, ONE, 1);
	assert_int_equal(load(&made), LAB_OK);
	execute(&made, damage);
	assert_int_not_equal(load(&made), LAB_OK);
	made_end(&made);
}

/* A row without its cell, a text that is no claim, a margin of nothing. */
static void test_damage(void **state)
{
	(void)state;
	expect_refused("DELETE FROM cell WHERE id = 1");
	expect_refused("UPDATE plan SET arm = 99 WHERE id = 2");
	expect_refused("UPDATE claim SET text = '{'");
	expect_refused("INSERT INTO pair VALUES(NULL, 1, 0, 0, 0, 0, 0, 9e999, 0, NULL, 0, 0)");
}

/* What looks at a run on its way reads no other measure. */
static void test_time_only(void **state)
{
	struct made_run made;
	struct verdicts verdicts;

	(void)state;
	made_contrast(&made, MADE_CLAIM(MADE_CONTRAST("one", PREDICTS ",\"also\":[\"parks\"]")), 1);
	made_judge(&made);
	assert_int_equal(made.verdicts.further_count, 1);
	assert_int_equal(verdicts_load_time(&verdicts, &made.store, &made.summary), LAB_OK);
	assert_int_equal(verdicts.further_count, 0);
	assert_int_equal(verdicts.count, 3);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),	  cmocka_unit_test(test_heap_not_varied),
		cmocka_unit_test(test_probes),	  cmocka_unit_test(test_regimes),
		cmocka_unit_test(test_rows),	  cmocka_unit_test(test_row),
		cmocka_unit_test(test_reds),	  cmocka_unit_test(test_damage),
		cmocka_unit_test(test_time_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
