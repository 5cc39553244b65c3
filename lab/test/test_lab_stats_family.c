/* SPDX-License-Identifier: MIT */
/*
 * Description: simulated families: how often a word is wrong, with layouts that matter.
 *
 * The truth of a row is the difference of its sources.  Four layouts an arm are
 * drawn anew for each row and move it; the envelope is measured beside it.
 */
#include "check.h"

#include "lab/stats/evidence.h"
#include "lab/stats/power.h"
#include "simulate.h"

#define MARGIN log(1.03)
#define ALPHA  0.05

/* Just outside the margin: what says "within" is wrong, and what says "beyond" is not. */
#define OUTSIDE (MARGIN * (1 + 1e-9))

/* What rules 3 to 5 say of one row, in a family of so many. */
static enum verdict_kind say(struct evidence *evidence, const struct decide_row *row, size_t family)
{
	enum verdict_reason ignored;

	assert_int_equal(evidence_gather(evidence, row, ALL_PAIRS, ALPHA / (double)family), 0);
	return evidence_kind(evidence, row, &ignored);
}

static bool row_is_wrong(const struct decide_row *row, double truth, size_t family)
{
	struct evidence evidence;
	enum verdict_kind kind = say(&evidence, row, family);

	return word_is_wrong(kind, truth, row->margin, evidence.low, evidence.high);
}

/*
 * Each word where it is wrong most easily: its truth just beside what it says, in
 * noise that makes it likely.  Layouts do nothing and the envelope is 0, so each
 * side of the interval misses in 1.92 % (n 40, alpha .05), and no word can be wrong
 * more often.
 */
static void test_each_word(void **state)
{
	enum { ROUNDS = 4000 };
	static const struct {
		enum verdict_kind kind;
		double truth, scale; /* in margins */
	} worst[] = {
		{ FASTER, -1, 0.3 },	     { FASTER_AT_LEAST, 0, 3 },
		{ SLIGHTLY_FASTER, 0, 0.3 }, { EQUIVALENT, 1 + 1e-9, 2 },
		{ NOT_SLOWER, 1 + 1e-9, 5 }, { NOT_FASTER, -1 - 1e-9, 5 },
		{ SLIGHTLY_SLOWER, 0, 0.3 }, { SLOWER_AT_LEAST, 0, 3 },
		{ SLOWER, 1, 0.3 },
	};
	gsl_rng *rng = new_rng(20);

	(void)state;
	for (size_t i = 0; i < sizeof(worst) / sizeof(worst[0]); i++) {
		double truth = worst[i].truth * MARGIN, logs[WORLD_PAIRS];
		int wrong = 0;

		for (int round = 0; round < ROUNDS; round++) {
			struct decide_row row = { .log_ratios = logs,
						  .n = WORLD_PAIRS,
						  .planned = WORLD_PAIRS,
						  .margin = MARGIN };
			struct evidence evidence;

			draw_all(rng, SHAPE_NORMAL, worst[i].scale * MARGIN, truth, logs,
				 WORLD_PAIRS);
			wrong += say(&evidence, &row, 1) == worst[i].kind &&
				 word_is_wrong(worst[i].kind, truth, MARGIN, evidence.low,
					       evidence.high);
		}
		assert_in_range(wrong, 0.008 * ROUNDS, (0.0192 + 0.0065) * ROUNDS);
	}
	gsl_rng_free(rng);
}

/* The share of families with any wrong word; row i has the truth truths[i % 4]. */
static double wrong_families(gsl_rng *rng, const struct world *world, const double *truths,
			     int rounds)
{
	int wrong = 0;

	for (int round = 0; round < rounds; round++) {
		bool any = false;

		for (int i = 0; i < WORLD_FAMILY; i++) {
			double logs[WORLD_PAIRS];
			struct decide_row row = draw_row(rng, world, truths[i % 4], logs);

			any |= row_is_wrong(&row, truths[i % 4], WORLD_FAMILY);
		}
		wrong += any;
	}
	return wrong / (double)rounds;
}

/* Identical code, no layout does anything: whatever the shape of the noise. */
static void test_shapes(void **state)
{
	static const double same[4] = { 0, 0, 0, 0 };
	gsl_rng *rng = new_rng(21);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++) {
		struct world world = { .shape = (enum shape)shape, .scale = 0.1, .margin = MARGIN };

		assert_true(wrong_families(rng, &world, same, 200) <= ALPHA);
	}
	gsl_rng_free(rng);
}

/* Identical code, whose layouts matter, in any noise: the longest tail gets a direction in 1.8 % of
 * rows, and none in more than 2. */
static void test_shapes_with_layouts(void **state)
{
	enum { ROWS = 2000 };
	static const double effects[] = { 0.02, 0.06 };
	gsl_rng *rng = new_rng(29);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++)
		for (size_t i = 0; i < 2; i++) {
			struct world world = { .shape = (enum shape)shape,
					       .scale = POWER_SD_QUIET,
					       .layouts = effects[i],
					       .margin = MARGIN };
			int directed = 0;

			for (int row = 0; row < ROWS; row++) {
				double logs[WORLD_PAIRS];
				struct decide_row drawn = draw_row(rng, &world, 0, logs);
				struct evidence evidence;

				directed += verdict_kind_direction(
						    say(&evidence, &drawn, WORLD_FAMILY)) != 0;
			}
			assert_in_range(directed, 0, 0.02 * ROWS + 3 * sqrt(0.02 * ROWS));
		}
	gsl_rng_free(rng);
}

/* At 0, beside the margin, and where layouts alone could take it.  .09 is .05 and
 * three standard errors of 300 families; the truth is at most .05 (70 000 rows). */
static void test_families(void **state)
{
	static const double effects[] = { 0, 0.01, 0.02, 0.06 };
	static const double scales[] = { 0.03, POWER_SD_QUIET, POWER_SD_TYPICAL };
	gsl_rng *rng = new_rng(22);

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 3; j++) {
			struct world world = { .scale = scales[j],
					       .layouts = effects[i],
					       .margin = MARGIN };
			double envelope = 2 * 1.03 *
					  effects[i]; /* half the range of four normals */
			double same[4] = { 0, 0, 0, 0 };
			double edges[4] = { OUTSIDE, -OUTSIDE, MARGIN, -MARGIN };
			double far[4] = { envelope, -envelope, 0, -OUTSIDE };

			assert_true(wrong_families(rng, &world, same, 300) <= 0.09);
			assert_true(wrong_families(rng, &world, edges, 300) <= 0.09);
			assert_true(wrong_families(rng, &world, far, 300) <= 0.09);
		}
	gsl_rng_free(rng);
}

/* The share of rows of identical code that come out with a direction. */
static double directions(gsl_rng *rng, const struct world *world, bool with_envelope, int rounds)
{
	int count = 0;

	for (int round = 0; round < rounds; round++) {
		double logs[WORLD_PAIRS];
		struct decide_row row = draw_row(rng, world, 0, logs);
		struct evidence evidence;

		if (!with_envelope)
			row.envelope = 0;
		count += verdict_kind_direction(say(&evidence, &row, WORLD_FAMILY)) != 0;
	}
	return count / (double)rounds;
}

/* Identical code is faster or slower in at most alpha / N of the rows, .0042 (the truth is
 * at most .0035); 3000 rows tell that within .0035.  Without the envelope it would be more than a quarter. */
static void test_identical(void **state)
{
	static const double effects[] = { 0, 0.01, 0.02, 0.06 };
	gsl_rng *rng = new_rng(23);

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct world world = { .scale = POWER_SD_QUIET,
				       .layouts = effects[i],
				       .margin = MARGIN };

		assert_true(directions(rng, &world, true, 3000) <= ALPHA / WORLD_FAMILY + 0.0035);
		world.scale = POWER_SD_TYPICAL;
		assert_true(directions(rng, &world, true, 3000) <= ALPHA / WORLD_FAMILY + 0.0035);
		world.scale = 0.01;
		if (effects[i] > 0.05)
			assert_true(directions(rng, &world, false, 2000) > 0.25);
	}
	gsl_rng_free(rng);
}

/*
 * What four layouts cannot tell, pinned so that nobody is surprised.  Layouts that do
 * one of two things, 6 % this way or that: in an arm whose four happen to agree
 * (one in eight) the other thing stays hidden.  Then .008 of the rows of identical code
 * get a direction in typical and in quiet noise.  Where noise is far smaller, the
 * median follows the three of the other arm that agree, and .07 do.
 */
static void test_limit_of_four_layouts(void **state)
{
	struct world world = { .layouts = 0.06, .two_point = true, .margin = MARGIN };
	gsl_rng *rng = new_rng(24);

	(void)state;
	world.scale = POWER_SD_TYPICAL;
	assert_true(directions(rng, &world, true, 3000) <= 0.014);
	world.scale = POWER_SD_QUIET;
	assert_true(directions(rng, &world, true, 3000) <= 0.015);
	world.scale = 0.01;
	near(directions(rng, &world, true, 3000), 0.07, 0.02);
	world.two_point = false;
	assert_true(directions(rng, &world, true, 3000) <= 0.008);
	gsl_rng_free(rng);
}

/* Whole verdicts, a tenth of the pairs flagged for nothing: flags cost power, not truth. */
static void test_flags(void **state)
{
	enum { ROUNDS = 60 };
	struct world world = { .scale = 0.03, .layouts = 0.01, .margin = MARGIN };
	const double truths[3] = { 0, OUTSIDE, -0.2 };
	gsl_rng *rng = new_rng(25);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < ROUNDS * WORLD_FAMILY; i++) {
		double logs[WORLD_PAIRS], truth = truths[i % 3];
		bool flagged[WORLD_PAIRS];
		struct decide_row row = draw_row(rng, &world, truth, logs);
		struct decision verdict;

		for (int pair = 0; pair < WORLD_PAIRS; pair++)
			flagged[pair] = gsl_rng_uniform(rng) < 0.1;
		row.flagged = flagged;
		assert_int_equal(decide_row(&verdict, &row, ALPHA, WORLD_FAMILY), 0);
		wrong += word_is_wrong(verdict.kind, truth, MARGIN, verdict.low, verdict.high);
		if (truth < -0.1)
			assert_int_equal(verdict_kind_direction(verdict.kind), -1);
	}
	assert_true(wrong <= ALPHA * ROUNDS);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_word),
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_shapes_with_layouts),
		cmocka_unit_test(test_families),
		cmocka_unit_test(test_identical),
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_limit_of_four_layouts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
