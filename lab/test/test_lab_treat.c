/* SPDX-License-Identifier: MIT */
/*
 * Description: which layouts and heap placements a pair draws, and which side leads: every combination once
 * before any twice, the same for the same seed, equal or unequal where the purpose asks.
 */
#include "check.h"

#include "lab/run/runner.h"

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
		plan_treat(&plan, 0, round, 5, treatments);
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
		plan_treat(&plan, 0, round, 1, one);
		plan_treat(&plan, 0, round, 1, same);
		plan_treat(&plan, 0, round, 2, other);
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
		plan_treat(&plan, 0, round, 3, treatments);
		assert_int_equal(treatments[SIDE_A].layout, treatments[SIDE_B].layout);
		ask(&four, &four, PURPOSE_AA_LAYOUT);
		plan_treat(&plan, 0, round, 3, treatments);
		assert_int_not_equal(treatments[SIDE_A].layout, treatments[SIDE_B].layout);
		assert_true(treatments[SIDE_B].layout < 4);
	}
}

/* Each side has all steps within eight pairs and meets all of the other's within 64. */
static void test_heap_balanced(void **state)
{
	unsigned int met[HEAP_STEPS][HEAP_STEPS] = { { 0 } };
	struct treatment treatments[2];

	(void)state;
	for (unsigned int round = 0; round < 128; round += HEAP_STEPS) {
		unsigned int seen[2] = { 0, 0 };

		for (unsigned int i = 0; i < HEAP_STEPS; i++) {
			int a, b;

			ask(&four, &three, i % 2 == 0 ? PURPOSE_PRIMARY : PURPOSE_AA_SAME);
			plan_treat(&plan, 0, round + i, 5, treatments);
			a = treatments[SIDE_A].heap / HEAP_STEP;
			b = treatments[SIDE_B].heap / HEAP_STEP;
			assert_int_equal(treatments[SIDE_A].heap, a * HEAP_STEP);
			assert_int_equal(treatments[SIDE_B].heap, b * HEAP_STEP);
			assert_in_range(a, 0, HEAP_STEPS - 1);
			assert_in_range(b, 0, HEAP_STEPS - 1);
			seen[SIDE_A] |= 1u << a;
			seen[SIDE_B] |= 1u << b;
			met[a][b]++;
		}
		assert_int_equal(seen[SIDE_A], (1u << HEAP_STEPS) - 1);
		assert_int_equal(seen[SIDE_B], (1u << HEAP_STEPS) - 1);
	}
	for (unsigned int a = 0; a < HEAP_STEPS; a++)
		for (unsigned int b = 0; b < HEAP_STEPS; b++)
			assert_int_equal(met[a][b], 2);
}

/* Another seed or row draws otherwise; another number of layouts, which draws other
 * layouts, does not. */
static void test_heap_apart(void **state)
{
	struct treatment one[2], other[2], layouts[2];
	unsigned int differ = 0;

	(void)state;
	for (unsigned int round = 0; round < 16; round++) {
		ask(&four, &four, PURPOSE_PRIMARY);
		plan_treat(&plan, 0, round, 1, one);
		plan_treat(&plan, 0, round, 2, other);
		ask(&three, &four, PURPOSE_PRIMARY);
		plan_treat(&plan, 0, round, 1, layouts);
		for (int side = 0; side < 2; side++) {
			differ += one[side].heap != other[side].heap;
			assert_int_equal(one[side].heap, layouts[side].heap);
		}
	}
	assert_true(differ > 8);
}

/* Each side leads one of two successive pairs, in an order of the row's and the seed's. */
static void test_lead(void **state)
{
	struct treatment one[2], next[2];
	unsigned int a_first = 0;

	(void)state;
	ask(&four, &three, PURPOSE_PRIMARY);
	for (unsigned int round = 0; round < 64; round += 2) {
		plan_treat(&plan, 0, round, 1, one);
		plan_treat(&plan, 0, round + 1, 1, next);
		assert_int_not_equal(one[SIDE_A].leads, one[SIDE_B].leads);
		assert_int_not_equal(next[SIDE_A].leads, next[SIDE_B].leads);
		assert_int_not_equal(one[SIDE_A].leads, next[SIDE_A].leads);
		a_first += one[SIDE_A].leads;
	}
	assert_in_range(a_first, 8, 24); /* of 32 */
}

static void test_planted(void **state)
{
	struct treatment treatments[2];

	(void)state;
	ask(&four, &four, PURPOSE_PLANTED);
	row.plant_percent = 10;
	row.plant_side = SIDE_B;
	plan_treat(&plan, 0, 0, 1, treatments);
	assert_true(treatments[SIDE_A].plant_percent == 0);
	assert_true(treatments[SIDE_B].plant_percent == 10);
	row.plant_side = SIDE_A;
	plan_treat(&plan, 0, 0, 1, treatments);
	assert_true(treatments[SIDE_A].plant_percent == 10);
	assert_true(treatments[SIDE_B].plant_percent == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_balanced),      cmocka_unit_test(test_seed),
		cmocka_unit_test(test_identical),     cmocka_unit_test(test_planted),
		cmocka_unit_test(test_heap_balanced), cmocka_unit_test(test_heap_apart),
		cmocka_unit_test(test_lead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
