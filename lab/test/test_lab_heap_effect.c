/* SPDX-License-Identifier: MIT */
/* Description: what a heap placement does, from made-up A/A pairs whose answer is known. */
#include "check.h"

#include <math.h>

#include "lab/verdict/treatment_effect.h"

/* Step 48 takes twice as long as all others, on whichever side it stands. */
static struct pair_datum pair_of(int a, int b)
{
	return (struct pair_datum){ .heap_a = a,
				    .heap_b = b,
				    .datum = log(b == 48 ? 2 : 1) - log(a == 48 ? 2 : 1) };
}

/* Seven times 0 beside 48, and twice 48 beside 16; three pairs that say nothing. */
static void fill(struct pair_datum pairs[12])
{
	for (int i = 0; i < 7; i++)
		pairs[i] = i % 2 == 0 ? pair_of(0, 48) : pair_of(48, 0);
	pairs[7] = pair_of(16, 48);
	pairs[8] = pair_of(48, 16);
	pairs[9] = (struct pair_datum){ .heap_a = 48, .heap_b = 48, .datum = 9 };
	pairs[10] = (struct pair_datum){ .heap_b = 48, .datum = 9, .flagged = true };
	pairs[11] = (struct pair_datum){ .heap_a = -1, .heap_b = 48, .datum = 9 };
}

static const struct treatment_effect *effect_of(const struct treatment_effects *effects, int heap)
{
	for (size_t i = 0; i < effects->count; i++)
		if (effects->rows[i].treatment == heap)
			return &effects->rows[i];
	return NULL;
}

static void expect_ratio(const struct median_interval *interval, size_t n, double ratio)
{
	assert_int_equal(interval->n, n);
	assert_int_equal(interval->exists, n >= 6);
	if (n > 0)
		assert_true(fabs(exp(interval->median) - ratio) < 1e-9);
}

static void test_effects(void **state)
{
	struct pair_datum pairs[12];
	struct verdict rows[2] = {
		{ .purpose = PURPOSE_AA_SAME, .pairs = pairs, .pair_count = 12 },
		{ .purpose = PURPOSE_AA_LAYOUT, .pairs = pairs, .pair_count = 12 }
	};
	const struct verdicts verdicts = { .rows = rows, .count = 2 };
	struct treatment_effects effects;

	(void)state;
	fill(pairs);
	assert_int_equal(treatment_effects_load(&effects, &verdicts, PURPOSE_AA_SAME), LAB_OK);
	assert_int_equal(effects.count, 3);
	expect_ratio(&effect_of(&effects, 0)->over_zero, 0, 1);
	expect_ratio(&effect_of(&effects, 0)->over_others, 7, 0.5);
	expect_ratio(&effect_of(&effects, 16)->over_zero, 0, 1);
	expect_ratio(&effect_of(&effects, 16)->over_others, 2, 0.5);
	expect_ratio(&effect_of(&effects, 48)->over_zero, 7, 2);
	expect_ratio(&effect_of(&effects, 48)->over_others, 9, 2);
	assert_null(effect_of(&effects, 32));
}

static void test_unvaried(void **state)
{
	struct pair_datum pairs[12];
	struct verdict row = { .pairs = pairs, .pair_count = 11 };
	const struct verdicts verdicts = { .rows = &row, .count = 1 };

	(void)state;
	fill(pairs);
	assert_null(heap_unvaried(&verdicts));
	row.pair_count = 12;
	assert_string_equal(heap_unvaried(&verdicts),
			    "heap placement: not varied in 1 of 12 pairs, whose arm takes no "
			    "--heap");
	row.pairs = &pairs[11];
	row.pair_count = 1;
	assert_string_equal(heap_unvaried(&verdicts), "heap placement: not varied");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_effects),
		cmocka_unit_test(test_unvaried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
