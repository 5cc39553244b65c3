/* SPDX-License-Identifier: MIT */
/* Description: the log-linear histogram of arm.h: buckets and their floors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workloads/arm.h"

static void test_small_values_are_exact(void **state)
{
	(void)state;
	for (uint32_t ns = 0; ns < 32; ns++) {
		assert_int_equal(arm_histogram_bucket(ns), ns);
		assert_int_equal(arm_histogram_floor(ns), ns);
	}
}

static void test_floor_is_the_first_value_of_its_bucket(void **state)
{
	(void)state;
	for (uint32_t bucket = 0; bucket < ARM_BUCKETS; bucket++) {
		uint64_t floor = arm_histogram_floor(bucket);

		assert_int_equal(arm_histogram_bucket(floor), bucket);
		if (floor > 0)
			assert_int_equal(arm_histogram_bucket(floor - 1), bucket - 1);
	}
}

static void test_last_bucket_takes_the_largest_value(void **state)
{
	(void)state;
	assert_int_equal(arm_histogram_bucket(UINT64_MAX), ARM_BUCKETS - 1);
}

static void test_width_is_a_sixteenth(void **state)
{
	(void)state;
	for (uint32_t bucket = 32; bucket + 1 < ARM_BUCKETS; bucket++) {
		uint64_t floor = arm_histogram_floor(bucket);
		uint64_t width = arm_histogram_floor(bucket + 1) - floor;

		assert_true(width <= floor / 16);
	}
}

static void test_add_keeps_count_sum_and_maximum(void **state)
{
	static struct arm_histogram histogram;

	(void)state;
	arm_histogram_add(&histogram, 5);
	arm_histogram_add(&histogram, 1000);
	arm_histogram_add(&histogram, 1000);
	assert_int_equal(histogram.count, 3);
	assert_int_equal(histogram.sum_ns, 2005);
	assert_int_equal(histogram.max_ns, 1000);
	assert_int_equal(histogram.buckets[5], 1);
	assert_int_equal(histogram.buckets[arm_histogram_bucket(1000)], 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_values_are_exact),
		cmocka_unit_test(test_floor_is_the_first_value_of_its_bucket),
		cmocka_unit_test(test_last_bucket_takes_the_largest_value),
		cmocka_unit_test(test_width_is_a_sixteenth),
		cmocka_unit_test(test_add_keeps_count_sum_and_maximum),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
