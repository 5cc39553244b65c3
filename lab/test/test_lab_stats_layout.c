/* SPDX-License-Identifier: MIT */
/* Description: the range of layouts: known effects, too few pairs, and how much of it is noise. */
#include "check.h"

#include <errno.h>

#include "lab/stats/layout.h"
#include "lab/stats/spread.h"
#include "simulate.h"

enum { MOST = 2 * LAYOUT_MAX * LAYOUT_MAX };

struct made {
	struct layout_pair pairs[MOST];
	size_t n;
};

/* `times` pairs of each two layouts, noiseless; `both`: in either order, else in one. */
static void make(struct made *made, const double *effects, int layouts, int times, bool both)
{
	made->n = 0;
	for (int round = 0; round < times; round++)
		for (int a = 0; a < layouts; a++)
			for (int b = a + 1; b < layouts; b++) {
				bool turned = both && round % 2 == 1;
				struct layout_pair pair = { effects[b] - effects[a], a, b };

				if (turned)
					pair = (struct layout_pair){ -pair.log_ratio, b, a };
				made->pairs[made->n++] = pair;
			}
}

static struct layout_range range_of(const struct made *made, size_t layouts)
{
	struct layout_range range;

	assert_int_equal(layout_range(&range, made->pairs, made->n, layouts, LAYOUT_DEALS), 0);
	return range;
}

/* Two to sixteen layouts, in one order or both: effects beside their mean, exactly. */
static void test_known_effects(void **state)
{
	static const double all[LAYOUT_MAX] = { 0.03, -0.02, 0.06, 0.01, 0.5,  -0.4, 0.2, 0.1,
						0,    0.07,  -0.3, 0.04, -0.1, 0.25, 0.3, -0.05 };
	static const int counts[] = { 2, 3, 4, LAYOUT_MAX };
	static const double halves[] = { 0.025, 0.04, 0.04, 0.45 };
	struct made made;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (int both = 0; both < 2; both++) {
			struct layout_range range;
			double mean = 0;

			for (int j = 0; j < counts[i]; j++)
				mean += all[j] / counts[i];
			make(&made, all, counts[i], 2, both == 1);
			range = range_of(&made, (size_t)counts[i]);
			near(range.half, halves[i], 1e-12);
			assert_null(range.why);
			for (int j = 0; j < counts[i]; j++)
				near(range.effects[j], all[j] - mean, 1e-12);
		}
}

/* Medians: one pair of four gone wild changes nothing. */
static void test_wild_pair(void **state)
{
	static const double effects[] = { 0.03, -0.02, 0.06, 0.01 };
	struct made made;

	(void)state;
	make(&made, effects, 4, 4, true);
	made.pairs[7].log_ratio = 5;
	near(range_of(&made, 4).half, 0.04, 1e-12);
	near(made.pairs[7].log_ratio, 5, 0); /* borrowed, not changed */
}

static void test_too_few(void **state)
{
	static const double effects[] = { 0.03, -0.02, 0.06, 0.01 };
	struct layout_range range;
	struct made made;

	(void)state;
	make(&made, effects, 4, LAYOUT_PAIRS, true);
	made.n--; /* the last is of layouts 2 and 3 */
	range = range_of(&made, 4);
	assert_true(isnan(range.half));
	assert_string_equal(range.why, "too few layout A/A pairs");
	make(&made, effects, 3, LAYOUT_PAIRS, true);
	assert_true(isnan(range_of(&made, 4).half)); /* the fourth was never met */
	made.n = 0;
	range = range_of(&made, 2);
	assert_true(isnan(range.half) && isnan(range.noise_half) && isnan(range.envelope));
	assert_string_equal(range.why, "too few layout A/A pairs");
}

static void test_one_layout(void **state)
{
	struct made made = { .n = 0 };

	(void)state;
	for (size_t layouts = 0; layouts < 2; layouts++) {
		struct layout_range range = range_of(&made, layouts);

		assert_true(isnan(range.half));
		assert_string_equal(range.why, "built in one layout");
	}
}

static void test_refusals(void **state)
{
	static const struct layout_pair wrong[] = {
		{ NAN, 0, 1 }, { INFINITY, 0, 1 }, { 0, 1, 1 }, { 0, -1, 1 },
		{ 0, 0, -1 },  { 0, 4, 1 },	   { 0, 0, 4 },
	};
	struct layout_range range;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_int_equal(layout_range(&range, &wrong[i], 1, 4, LAYOUT_DEALS), -EINVAL);
	assert_int_equal(layout_range(&range, NULL, 0, 2, 0), -EINVAL);
	assert_int_equal(layout_range(&range, NULL, 0, 2, 1), 0);
	assert_int_equal(layout_range(&range, NULL, 0, LAYOUT_MAX, LAYOUT_DEALS), 0);
	assert_int_equal(layout_range(&range, NULL, 0, LAYOUT_MAX + 1, LAYOUT_DEALS), -EINVAL);
}

/* The numbers of layout.h: four layouts that change nothing, 24 pairs, noise of sd 1. */
static void test_noise(void **state)
{
	enum { ROUNDS = 1000 };
	static double envelopes[ROUNDS], halves[ROUNDS], noise_halves[ROUNDS];
	static const double nothing[WORLD_LAYOUTS];
	const struct world world = { .scale = 1 };
	gsl_rng *rng = new_rng(11);

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct layout_range range = range_of_layouts(rng, &world, nothing);

		envelopes[round] = range.envelope;
		halves[round] = range.half;
		noise_halves[round] = range.noise_half;
	}
	near(median_of(halves, ROUNDS), 0.27, 0.02);
	near(median_of(noise_halves, ROUNDS), 0.27, 0.02);
	near(median_of(envelopes, ROUNDS), 0.06, 0.06);
	near(envelopes[ROUNDS * 95 / 100], 0.5, 0.06);
	gsl_rng_free(rng);
}

/* Where layouts do something, it is found beside the noise, and not made small by it. */
static void test_beside_noise(void **state)
{
	enum { ROUNDS = 1000 };
	static const double effects[WORLD_LAYOUTS] = { -0.03, 0.01, 0.03, 0 };
	static double halves[ROUNDS];
	gsl_rng *rng = new_rng(12);

	(void)state;
	for (double scale = 0.005; scale < 0.05; scale *= 3) {
		const struct world world = { .scale = scale };

		for (int round = 0; round < ROUNDS; round++)
			halves[round] = measure_layouts(rng, &world, effects);
		assert_true(median_of(halves, ROUNDS) >= 0.03);
	}
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_effects), cmocka_unit_test(test_wild_pair),
		cmocka_unit_test(test_too_few),	      cmocka_unit_test(test_one_layout),
		cmocka_unit_test(test_refusals),      cmocka_unit_test(test_noise),
		cmocka_unit_test(test_beside_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
