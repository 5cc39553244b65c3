/* SPDX-License-Identifier: MIT */
/*
 * Description: which layouts a pair draws: every combination once before any
 * twice, the same for the same seed, equal or unequal where the purpose asks.
 */
#include "check.h"

#include "lab/runner.h"

static struct arm_info four = { .name = "four", .layout_count = 4 };
static struct arm_info three = { .name = "three", .layout_count = 3 };

static struct plan_row row;
static struct plan plan = { .rows = &row, .row_count = 1 };

static void ask(const struct arm_info *baseline, const struct arm_info *arm, enum purpose purpose)
{
	row = (struct plan_row){ .baseline = baseline, .arm = arm, .purpose = purpose };
}

static void test_balanced(void **state)
{
	unsigned int seen[4][3] = { { 0 } };
	struct treatment treatments[2];

	(void)state;
	ask(&four, &three, PURPOSE_PRIMARY);
	for (unsigned int round = 0; round < 24; round++) {
		runner_treat(&plan, 0, round, 5, treatments);
		seen[treatments[SIDE_A].layout][treatments[SIDE_B].layout]++;
		assert_true(treatments[SIDE_A].plant_percent == 0);
	}
	for (int a = 0; a < 4; a++)
		for (int b = 0; b < 3; b++)
			assert_int_equal(seen[a][b], 2);
}

static void test_seed(void **state)
{
	struct treatment one[2], same[2], other[2];
	unsigned int differ = 0;

	(void)state;
	ask(&four, &four, PURPOSE_PRIMARY);
	for (unsigned int round = 0; round < 16; round++) {
		runner_treat(&plan, 0, round, 1, one);
		runner_treat(&plan, 0, round, 1, same);
		runner_treat(&plan, 0, round, 2, other);
		assert_memory_equal(one, same, sizeof(one));
		differ += one[0].layout != other[0].layout || one[1].layout != other[1].layout;
	}
	assert_true(differ > 0);
}

static void test_identical(void **state)
{
	struct treatment treatments[2];

	(void)state;
	for (unsigned int round = 0; round < 24; round++) {
		ask(&four, &four, PURPOSE_AA_SAME);
		runner_treat(&plan, 0, round, 3, treatments);
		assert_int_equal(treatments[SIDE_A].layout, treatments[SIDE_B].layout);
		ask(&four, &four, PURPOSE_AA_LAYOUT);
		runner_treat(&plan, 0, round, 3, treatments);
		assert_int_not_equal(treatments[SIDE_A].layout, treatments[SIDE_B].layout);
		assert_true(treatments[SIDE_B].layout < 4);
	}
}

static void test_planted(void **state)
{
	struct treatment treatments[2];

	(void)state;
	ask(&four, &four, PURPOSE_PLANTED);
	row.plant_percent = 10;
	row.plant_side = SIDE_B;
	runner_treat(&plan, 0, 0, 1, treatments);
	assert_true(treatments[SIDE_A].plant_percent == 0);
	assert_true(treatments[SIDE_B].plant_percent == 10);
	row.plant_side = SIDE_A;
	runner_treat(&plan, 0, 0, 1, treatments);
	assert_true(treatments[SIDE_A].plant_percent == 10);
	assert_true(treatments[SIDE_B].plant_percent == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_balanced),
		cmocka_unit_test(test_seed),
		cmocka_unit_test(test_identical),
		cmocka_unit_test(test_planted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
