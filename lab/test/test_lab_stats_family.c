/* SPDX-License-Identifier: MIT */
/* Description: simulated quick suites: false alarms, wrong equivalences, planted slowdowns. */
#include "check.h"

#include "lab/stats/decide.h"
#include "lab/stats/power.h"
#include "simulate.h"

enum { CELLS = 12, PAIRS = 40 };

#define MARGIN log(1.1)

/* One run of the quick suite: 12 cells, 40 pairs, four layouts that change
 * nothing, a tenth of the pairs flagged for nothing. */
struct suite {
	double logs[CELLS][PAIRS];
	bool flagged[CELLS][PAIRS];
	struct pair_layout layouts[CELLS][PAIRS];
	struct decide_row rows[CELLS];
	struct decision verdicts[CELLS];
};

static void draw_cell(struct suite *suite, size_t cell, gsl_rng *rng, enum shape shape,
		      double scale, double median)
{
	draw_all(rng, shape, scale, median, suite->logs[cell], PAIRS);
	for (int i = 0; i < PAIRS; i++) {
		suite->flagged[cell][i] = gsl_rng_uniform(rng) < 0.1;
		for (int arm = 0; arm < 2; arm++)
			suite->layouts[cell][i].arm[arm] = (int)gsl_rng_uniform_int(rng, 4);
	}
	suite->rows[cell] = (struct decide_row){ .log_ratios = suite->logs[cell],
						 .layouts = suite->layouts[cell],
						 .n = PAIRS,
						 .planned = PAIRS,
						 .margin = MARGIN };
}

static void decide_suite(struct suite *suite)
{
	assert_int_equal(decide_family(suite->verdicts, suite->rows, CELLS, 0.05), 0);
}

static bool is_wrong(enum verdict_kind kind, double median)
{
	return (kind == FASTER && median >= 0) || (kind == SLOWER && median <= 0) ||
	       (kind == EQUIVALENT && fabs(median) >= MARGIN);
}

/* The share of runs with any wrong verdict; medians[i % 3] is the truth of cell i. */
static double wrong_runs(gsl_rng *rng, enum shape shape, double scale, const double *medians,
			 int rounds)
{
	static struct suite suite;
	int wrong = 0;

	for (int round = 0; round < rounds; round++) {
		bool any = false;

		for (size_t cell = 0; cell < CELLS; cell++)
			draw_cell(&suite, cell, rng, shape, scale, medians[cell % 3]);
		decide_suite(&suite);
		for (size_t cell = 0; cell < CELLS; cell++)
			any |= is_wrong(suite.verdicts[cell].kind, medians[cell % 3]);
		wrong += any;
	}
	return wrong / (double)rounds;
}

static void test_false_alarms(void **state)
{
	const double null[3] = { 0, 0, 0 };
	gsl_rng *rng = new_rng(20);

	(void)state;
	for (int shape = 0; shape < SHAPE_COUNT; shape++)
		assert_true(wrong_runs(rng, (enum shape)shape, 0.1, null, 500) <= 0.05);
	gsl_rng_free(rng);
}

/* Where every row is as easily wrong as can be: at 0, at the margin, in noise
 * so small that every true difference is found, and so large that none is.  The
 * truth is .038 to .044 (10 000 runs); .064 is .05 and two standard errors. */
static void test_wrong_verdicts(void **state)
{
	const double margin[3] = { MARGIN, MARGIN, -MARGIN }, mixed[3] = { 0, MARGIN, 0.001 };
	gsl_rng *rng = new_rng(21);

	(void)state;
	for (double scale = 0.001; scale < 1; scale *= 8) {
		assert_true(wrong_runs(rng, SHAPE_NORMAL, scale, margin, 1000) <= 0.064);
		assert_true(wrong_runs(rng, SHAPE_NORMAL, scale, mixed, 1000) <= 0.05);
	}
	gsl_rng_free(rng);
}

/* A slowdown planted on either arm in one cell of an A/A run: how often found,
 * and how often anything else is said that is wrong. */
static void plant(gsl_rng *rng, double scale, double effect, int rounds, double *found,
		  double *wrong)
{
	static struct suite suite;
	int hits = 0, errors = 0;

	for (int round = 0; round < rounds; round++) {
		size_t planted = gsl_rng_uniform_int(rng, CELLS);
		enum verdict_kind kind;

		for (size_t cell = 0; cell < CELLS; cell++)
			draw_cell(&suite, cell, rng, SHAPE_NORMAL, scale,
				  cell == planted ? effect : 0);
		decide_suite(&suite);
		for (size_t cell = 0; cell < CELLS; cell++) {
			kind = suite.verdicts[cell].kind;
			errors += is_wrong(kind, cell == planted ? effect : 0);
		}
		hits += suite.verdicts[planted].kind == (effect < 0 ? FASTER : SLOWER);
	}
	*found = hits / (double)rounds;
	*wrong = errors / (double)rounds;
}

/* In typical noise the truth is .93, and .908 after the envelope of layouts that
 * change nothing; 3000 runs an arm tell that from .9 (standard error .004). */
static void test_planted(void **state)
{
	gsl_rng *rng = new_rng(22);
	double found, other, wrong;

	(void)state;
	plant(rng, POWER_SD_TYPICAL, -log(1.1), 3000, &found, &wrong);
	assert_true(wrong <= 0.05);
	plant(rng, POWER_SD_TYPICAL, log(1.1), 3000, &other, &wrong);
	assert_true(wrong <= 0.05);
	near(found, other, 0.02);
	assert_true((found + other) / 2 >= 0.9);
	gsl_rng_free(rng);
}

/* Quiet noise finds it nearly always; bad noise finds 30 %. */
static void test_planted_in_other_noise(void **state)
{
	gsl_rng *rng = new_rng(27);
	double found, wrong;

	(void)state;
	for (int arm = -1; arm <= 1; arm += 2) {
		plant(rng, POWER_SD_QUIET, arm * log(1.1), 300, &found, &wrong);
		assert_true(found >= 0.98);
		assert_true(wrong <= 0.05);
		plant(rng, POWER_SD_BAD, arm * log(1.3), 300, &found, &wrong);
		assert_true(found >= 0.9);
		assert_true(wrong <= 0.05);
	}
	gsl_rng_free(rng);
}

/* Identical arms are called equivalent within 10 % in typical noise. */
static void test_equivalent(void **state)
{
	enum { ROUNDS = 200 };
	static struct suite suite;
	gsl_rng *rng = new_rng(23);
	int equivalent = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t cell = 0; cell < CELLS; cell++)
			draw_cell(&suite, cell, rng, SHAPE_NORMAL, POWER_SD_TYPICAL, 0);
		decide_suite(&suite);
		for (size_t cell = 0; cell < CELLS; cell++)
			equivalent += suite.verdicts[cell].kind == EQUIVALENT;
	}
	assert_true(equivalent >= 0.9 * ROUNDS * CELLS);
	gsl_rng_free(rng);
}

/* Flags that know nothing cost power, not truth. */
static void test_flags(void **state)
{
	enum { ROUNDS = 200 };
	static struct suite suite;
	gsl_rng *rng = new_rng(24);
	int found = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t cell = 0; cell < CELLS; cell++) {
			draw_cell(&suite, cell, rng, SHAPE_NORMAL, POWER_SD_QUIET,
				  cell == 0 ? log(1.1) : 0);
			suite.rows[cell].flagged = suite.flagged[cell];
		}
		decide_suite(&suite);
		found += suite.verdicts[0].kind == SLOWER;
		for (size_t cell = 1; cell < CELLS; cell++)
			assert_false(suite.verdicts[cell].kind == FASTER);
	}
	assert_true(found >= 0.95 * ROUNDS);
	gsl_rng_free(rng);
}

/* A family is not better off for leaving a row out: one without pairs, and a
 * red one, count all the same. */
static void test_empty_rows_count(void **state)
{
	static struct suite suite;
	gsl_rng *rng = new_rng(25);

	(void)state;
	for (size_t cell = 0; cell < CELLS; cell++)
		draw_cell(&suite, cell, rng, SHAPE_NORMAL, 0.05, 0.2);
	for (size_t cell = 2; cell < CELLS; cell++)
		suite.rows[cell].n = 0;
	suite.rows[1].red[0] = 1;
	decide_suite(&suite);
	assert_int_equal(suite.verdicts[0].kind, SLOWER);
	near(suite.verdicts[0].adjusted_difference, CELLS * suite.verdicts[0].p_difference, 1e-15);
	near(suite.verdicts[0].interval.coverage, 1 - 0.05 / CELLS, 0.05 / CELLS);
	assert_int_equal(suite.verdicts[1].kind, INVALID);
	assert_int_equal(suite.verdicts[2].kind, UNDECIDED);
	assert_int_equal(suite.verdicts[2].missing, PAIRS);
	gsl_rng_free(rng);
}

/* Exploratory rows: more is found, and of the rows claimed at most 5 % are wrong. */
static void test_exploratory(void **state)
{
	enum { ROUNDS = 300 };
	static struct suite suite;
	gsl_rng *rng = new_rng(26);
	double wrong_share = 0;
	int found = 0, family_found = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		int claims = 0, wrong = 0;

		for (size_t cell = 0; cell < CELLS; cell++)
			draw_cell(&suite, cell, rng, SHAPE_NORMAL, 0.2, cell < 8 ? 0.15 : 0);
		decide_suite(&suite);
		for (size_t cell = 0; cell < CELLS; cell++)
			family_found += suite.verdicts[cell].kind == SLOWER;
		assert_int_equal(decide_exploratory(suite.verdicts, suite.rows, CELLS, 0.05), 0);
		for (size_t cell = 0; cell < CELLS; cell++) {
			enum verdict_kind kind = suite.verdicts[cell].kind;

			assert_true(suite.verdicts[cell].exploratory);
			claims += kind != UNDECIDED;
			wrong += is_wrong(kind, cell < 8 ? 0.15 : 0);
			found += kind == SLOWER;
		}
		wrong_share += claims > 0 ? wrong / (double)claims : 0;
	}
	assert_true(wrong_share <= 0.05 * ROUNDS);
	assert_true(found > family_found + ROUNDS / 2);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_false_alarms),
		cmocka_unit_test(test_wrong_verdicts),
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_planted_in_other_noise),
		cmocka_unit_test(test_equivalent),
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_empty_rows_count),
		cmocka_unit_test(test_exploratory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
