/* SPDX-License-Identifier: MIT */
/*
 * Description: what the A/A pairs of a made-up run say of identical things: how far they
 * scatter, what layouts and heap placements do, and between which latencies it ran.
 */
#include "check.h"

#include "lab/stats/multiplicity.h"
#include "lab/stats/power.h"
#include "lab/verdict/scatter.h"
#include "lab/verdict/treatment_effect.h"
#include "made_run.h"
#include "near.h"

/* --------------------------------------------------------------- scatter -- */

/* A pair whose blocks took so many ns for 10 units: the lower quartile is that of the second. */
static void put(struct made_run *made, size_t row, double datum, uint64_t a, uint64_t b)
{
	made_pairs(made, row, 1,
		   (struct made_pair){ .datum = datum,
				       .block_count = 5,
				       .blocks = { { 9 * a, a, 10 * a, 20 * a, 11 * a },
						   { 7 * b, 2 * b, 8 * b, 9 * b, 90 * b } } });
}

/* Of four numbers. */
static double deviation(double a, double b, double c, double d)
{
	double mean = (a + b + c + d) / 4;

	return sqrt(((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean) +
		     (d - mean) * (d - mean)) /
		    3);
}

static double deviation_of_3(double a, double b, double c)
{
	double mean = (a + b + c) / 3;

	return sqrt(((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) /
		    2);
}

static void expect_power(const struct scatter *scatter)
{
	struct noise noise = noise_normal(scatter->lockstep);
	double alpha = bonferroni_alpha(.05, 40);

	assert_int_equal(scatter->pairs_5, power_pairs(&noise, alpha, log(1.05)));
	assert_int_equal(scatter->pairs_10, power_pairs(&noise, alpha, log(1.1)));
	assert_int_equal(scatter->pairs_30, power_pairs(&noise, alpha, log(1.3)));
	assert_true(scatter->pairs_5 > scatter->pairs_10);
	assert_true(scatter->pairs_10 > scatter->pairs_30);
}

/* Within pairs; of one pair's A and the next one's B; with quartiles for medians. */
static void test_scatter(void **state)
{
	struct made_run made;
	struct scatters scatters;
	const struct scatter *row;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 9, NULL);
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_SCREENING, 9, NULL);
	made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 9, NULL);
	made_row(&made, CELL_BURST, "old", "old", PURPOSE_AA_SAME, 9, NULL);
	made_plan(&made);
	put(&made, 1, 9, 1, 1000);
	put(&made, 0, .1, 100, 100);
	put(&made, 0, .2, 200, 150);
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 9, .flag = "load" });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = NAN });
	put(&made, 0, .4, 120, 300);
	put(&made, 0, .1, 100, 100);
	made_pairs(&made, 2, 3, (struct made_pair){ .datum = .1 });
	made_pairs(&made, 3, 2, (struct made_pair){ .datum = .1 });
	made_judge(&made);
	assert_int_equal(scatters_load(&scatters, &made.store, &made.verdicts), LAB_OK);
	assert_int_equal(scatters.count, 3);
	row = &scatters.rows[0];
	assert_int_equal(row->pairs, 4);
	assert_false(row->layouts);
	NEAR(row->lockstep, deviation(.1, .2, .4, .1));
	NEAR(row->one_after_other,
	     deviation_of_3(log(150. / 100), log(300. / 200), log(100. / 120)));
	/* of 1, 9, 10, 11, 20 the lower quartile is 9, of 2, 7, 8, 9, 90 it is 7 */
	NEAR(row->low_quartile, deviation(0, log(150. / 200), log(300. / 120), 0));
	expect_power(row);
	assert_true(scatters.rows[1].layouts);
	NEAR(scatters.rows[1].lockstep, 0);
	assert_true(isnan(scatters.rows[1].low_quartile));
	assert_int_equal(scatters.rows[2].pairs, 2);
	assert_true(isnan(scatters.rows[2].lockstep));
	assert_int_equal(scatters.rows[2].pairs_5 + scatters.rows[2].pairs_10 +
				 scatters.rows[2].pairs_30,
			 0);
	assert_string_equal(scatters.rows[2].result->workload, "burst");
	assert_true(isnan(scatters.probe_min_ns));
	made_end(&made);
}

/* The level is that of one row in forty. */
static void test_power(void **state)
{
	struct made_run made;
	struct scatters scatters;
	struct noise noise;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 9, NULL);
	made_plan(&made);
	for (int i = 0; i < 4; i++)
		made_pairs(&made, 0, 1, (struct made_pair){ .datum = i % 2 == 0 ? .24 : -.24 });
	made_judge(&made);
	assert_int_equal(scatters_load(&scatters, &made.store, &made.verdicts), LAB_OK);
	expect_power(&scatters.rows[0]);
	noise = noise_normal(scatters.rows[0].lockstep);
	assert_int_not_equal(scatters.rows[0].pairs_5,
			     power_pairs(&noise, bonferroni_alpha(.05, 41), log(1.05)));
	made_end(&made);
}

/* Of every pair that a row has of its own. */
static void test_probes(void **state)
{
	struct made_run made;
	struct scatters scatters;

	(void)state;
	made_start(&made);
	made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", "") "," MADE_CONTRAST("two", "")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 2, "one");
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 0, "two");
	made_row(&made, CELL_BURST, "old", "old", PURPOSE_AA_SAME, 2, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 1, (struct made_pair){ .probes = { 10, 90 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 0 });
	made_pairs(&made, 2, 1, (struct made_pair){ .probes = { 20, 30 } });
	made_pairs(&made, 2, 1, (struct made_pair){ .probes = { 20, 30 } });
	made_judge(&made);
	assert_int_equal(scatters_load(&scatters, &made.store, &made.verdicts), LAB_OK);
	NEAR(scatters.probe_min_ns, 10);
	NEAR(scatters.probe_median_ns, 25);
	NEAR(scatters.probe_max_ns, 90);
	made_end(&made);
	made_start(&made);
	made_row(&made, CELL_BURST, "old", "old", PURPOSE_AA_SAME, 2, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 1, (struct made_pair){ .probes = { 20, NAN } });
	made_judge(&made);
	assert_int_equal(scatters_load(&scatters, &made.store, &made.verdicts), LAB_OK);
	NEAR(scatters.probe_min_ns, 20);
	NEAR(scatters.probe_median_ns, 20);
	NEAR(scatters.probe_max_ns, 20);
	made_end(&made);
}

/* --------------------------------------------------------------- layouts -- */

/* Beside layout 0 only, on whichever side. */
static void test_layout_effects(void **state)
{
	struct made_run made;
	struct treatment_effects effects;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 9, NULL);
	made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_SAME, 9, NULL);
	made_plan(&made);
	made_pairs(&made, 1, 1, (struct made_pair){ .datum = 7, .layouts = { 0, 1 } });
	made_pairs(&made, 0, 4, (struct made_pair){ .datum = .1, .layouts = { 0, 1 } });
	made_pairs(&made, 0, 3, (struct made_pair){ .datum = -.2, .layouts = { 1, 0 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 9, .layouts = { 1, 2 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 9, .layouts = { 2, 1 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = NAN, .layouts = { 0, 1 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 9, .layouts = { 0, 1 }, .flag = "x" });
	made_pairs(&made, 0, 2, (struct made_pair){ .datum = .3, .layouts = { 0, 15 } });
	made_judge(&made);
	assert_int_equal(treatment_effects_load(&effects, &made.verdicts, PURPOSE_AA_LAYOUT),
			 LAB_OK);
	assert_int_equal(effects.count, 2);
	assert_int_equal(effects.rows[0].treatment, 1);
	assert_int_equal(effects.rows[0].over_zero.n, 7);
	NEAR(effects.rows[0].over_zero.median, .1);
	assert_true(effects.rows[0].over_zero.exists);
	NEAR(effects.rows[0].over_zero.lower, .1);
	NEAR(effects.rows[0].over_zero.upper, .2);
	assert_string_equal(layout_made_of(&made.store, "new", 1), "new in another order");
	assert_string_equal(effects.rows[0].result->arm.name, "new");
	assert_int_equal(effects.rows[1].treatment, 15);
	assert_int_equal(effects.rows[1].over_zero.n, 2);
	assert_false(effects.rows[1].over_zero.exists);
	assert_string_equal(layout_made_of(&made.store, "new", 15), ""); /* nobody described it */
	made_end(&made);
}

/* ------------------------------------------------------------------ heap -- */

/* From the store: all steps up to 112 bytes, of one program beside itself only. */
static void test_heap_effects(void **state)
{
	struct made_run made;
	struct treatment_effects effects;

	(void)state;
	made_start(&made);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 40, NULL);
	made_row(&made, CELL_SPIN, "fixed", "fixed", PURPOSE_AA_SAME, 40, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 4, (struct made_pair){ .datum = .3, .heaps = { 0, 112 } });
	made_pairs(&made, 0, 3, (struct made_pair){ .datum = -.4, .heaps = { 112, 0 } });
	made_pairs(&made, 0, 2, (struct made_pair){ .datum = .1, .heaps = { 16, 112 } });
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = NAN, .heaps = { 0, 112 } });
	made_pairs(&made, 1, 9, (struct made_pair){ .datum = 9, .heaps = { 0, 64 } });
	made_pairs(&made, 2, 1, (struct made_pair){ .datum = 9, .heaps = { 0, 64 } });
	made_judge(&made);
	assert_int_equal(treatment_effects_load(&effects, &made.verdicts, PURPOSE_AA_SAME), LAB_OK);
	assert_int_equal(effects.count, 3);
	assert_int_equal(effects.rows[0].treatment, 0);
	assert_int_equal(effects.rows[0].over_zero.n, 0);
	assert_int_equal(effects.rows[0].over_others.n, 7);
	NEAR(effects.rows[0].over_others.median, -.3);
	NEAR(effects.rows[0].over_others.lower, -.4);
	assert_int_equal(effects.rows[1].treatment, 16);
	NEAR(effects.rows[1].over_others.median, -.1);
	assert_int_equal(effects.rows[2].treatment, 112);
	assert_int_equal(effects.rows[2].over_zero.n, 7);
	NEAR(effects.rows[2].over_zero.median, .3);
	NEAR(effects.rows[2].over_zero.upper, .4);
	assert_int_equal(effects.rows[2].over_others.n, 9);
	assert_string_equal(effects.rows[2].result->arm.name, "old");
	assert_string_equal(heap_unvaried(&made.verdicts), "heap placement: not varied in 1 of 20 "
							   "pairs, whose arm takes no --heap");
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scatter),	     cmocka_unit_test(test_power),
		cmocka_unit_test(test_probes),	     cmocka_unit_test(test_layout_effects),
		cmocka_unit_test(test_heap_effects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
