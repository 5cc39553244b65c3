/* SPDX-License-Identifier: MIT */
/* Description: simulated power: how often a true difference gets its direction. */
#include "check.h"

#include "lab/stats/evidence.h"
#include "lab/stats/power.h"
#include "simulate.h"

#define MARGIN log(1.03)
#define ALPHA  (0.05 / WORLD_FAMILY)

struct shares {
	double right, wrong; /* of the rows: a direction, and it is that of the truth or not */
	double equivalent;
};

static struct shares simulate(gsl_rng *rng, const struct world *world, double truth)
{
	enum { ROUNDS = 1000 };
	int right = 0, wrong = 0, equivalent = 0;

	for (int round = 0; round < ROUNDS; round++) {
		double logs[WORLD_PAIRS];
		struct decide_row row = draw_row(rng, world, truth, logs);
		struct evidence evidence;
		enum verdict_reason ignored;
		enum verdict_kind kind;
		int direction;

		assert_int_equal(evidence_gather(&evidence, &row, ALL_PAIRS, ALPHA), 0);
		kind = evidence_kind(&evidence, &row, &ignored);
		direction = verdict_kind_direction(kind);
		right += direction * truth > 0;
		wrong += direction * truth < 0;
		equivalent += kind == EQUIVALENT;
	}
	return (struct shares){ right / (double)ROUNDS, wrong / (double)ROUNDS,
				equivalent / (double)ROUNDS };
}

/* The same slowdown on B or on A is found equally often; the mean of both. */
static double found(gsl_rng *rng, double scale, double layouts, double percent)
{
	struct world world = { .scale = scale, .layouts = layouts, .margin = MARGIN };
	struct shares slower = simulate(rng, &world, log1p(percent / 100));
	struct shares faster = simulate(rng, &world, -log1p(percent / 100));

	near(slower.right, faster.right, 0.08);
	assert_true(slower.wrong <= 0.01 && faster.wrong <= 0.01);
	return (slower.right + faster.right) / 2;
}

/*
 * Shares of 40 pairs in a family of 12, with 24 layout A/A pairs an arm.  What these cost
 * where layouts do nothing: 10 % is found in .58 of the rows in typical noise (in .93 if
 * that were known), in .99 in quiet noise.
 */
static void test_found(void **state)
{
	static const struct {
		double scale, layouts, percent, share;
	} table[] = {
		{ 0.02, 0, 3, 0.94 },
		{ 0.02, 0, 5, 1 },
		{ 0.02, 0.02, 3, 0.04 },
		{ 0.02, 0.02, 5, 0.19 },
		{ 0.02, 0.02, 10, 0.84 },
		{ POWER_SD_QUIET, 0, 3, 0.11 },
		{ POWER_SD_QUIET, 0, 5, 0.44 },
		{ POWER_SD_QUIET, 0, 10, 0.98 },
		{ POWER_SD_QUIET, 0.02, 5, 0.1 },
		{ POWER_SD_QUIET, 0.02, 10, 0.6 },
		{ POWER_SD_QUIET, 0.06, 5, 0.01 },
		{ POWER_SD_QUIET, 0.06, 10, 0.05 },
		{ POWER_SD_QUIET, 0.06, 30, 0.75 },
		{ POWER_SD_TYPICAL, 0, 3, 0.02 },
		{ POWER_SD_TYPICAL, 0, 5, 0.08 },
		{ POWER_SD_TYPICAL, 0, 10, 0.54 },
		{ POWER_SD_TYPICAL, 0, 30, 1 },
		{ POWER_SD_TYPICAL, 0.02, 10, 0.32 },
		{ POWER_SD_TYPICAL, 0.02, 30, 1 },
		{ POWER_SD_TYPICAL, 0.06, 10, 0.05 },
	};
	gsl_rng *rng = new_rng(26);

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		near(found(rng, table[i].scale, table[i].layouts, table[i].percent), table[i].share,
		     0.05);
	gsl_rng_free(rng);
}

/* What the old promise rests on: the interval alone. */
static void test_found_without_envelope(void **state)
{
	enum { ROUNDS = 2000 };
	struct noise noise = noise_normal(POWER_SD_TYPICAL);
	gsl_rng *rng = new_rng(27);
	int right = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		double logs[WORLD_PAIRS];
		struct median_interval interval;

		draw_all(rng, SHAPE_NORMAL, POWER_SD_TYPICAL, log(1.1), logs, WORLD_PAIRS);
		assert_int_equal(median_interval(&interval, logs, WORLD_PAIRS, ALPHA), 0);
		right += interval.lower > 0;
	}
	near(right / (double)ROUNDS, power_difference(&noise, WORLD_PAIRS, ALPHA, log(1.1)), 0.03);
	assert_true(right >= 0.9 * ROUNDS);
	gsl_rng_free(rng);
}

/* Identical arms are equivalent within 3 % where the noise is not larger than that. */
static void test_equivalent(void **state)
{
	struct world world = { .scale = 0.02, .margin = MARGIN };
	gsl_rng *rng = new_rng(28);

	(void)state;
	near(simulate(rng, &world, 0).equivalent, 0.88, 0.04);
	world.scale = 0.01;
	assert_true(simulate(rng, &world, 0).equivalent > 0.99);
	world.scale = 0.03;
	near(simulate(rng, &world, 0).equivalent, 0.4, 0.05);
	world.scale = POWER_SD_QUIET;
	near(simulate(rng, &world, 0).equivalent, 0.01, 0.02);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_found_without_envelope),
		cmocka_unit_test(test_equivalent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
