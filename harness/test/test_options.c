/* SPDX-License-Identifier: MIT */
/* Description: numbers, suggestions, and workloads and parameters by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <string.h>

#include "base/nearest_name.h"
#include "harness/cell.h"
#include "harness/options.h"

static void test_numbers(void **state)
{
	uint64_t value = 7;

	(void)state;
	assert_int_equal(options_number("0", 0, 10, &value), 0);
	assert_int_equal(value, 0);
	assert_int_equal(options_number("18446744073709551615", 0, UINT64_MAX, &value), 0);
	assert_true(value == UINT64_MAX);
	assert_int_equal(options_number("18446744073709551616", 0, UINT64_MAX, &value), -ERANGE);
	assert_int_equal(options_number("11", 0, 10, &value), -ERANGE);
	assert_int_equal(options_number("", 0, 10, &value), -EINVAL);
	assert_int_equal(options_number("-1", 0, 10, &value), -EINVAL);
	assert_int_equal(options_number("+1", 0, 10, &value), -EINVAL);
	assert_int_equal(options_number(" 1", 0, 10, &value), -EINVAL);
	assert_int_equal(options_number("1k", 0, 10, &value), -EINVAL);
	assert_int_equal(options_number("0x1", 0, 10, &value), -EINVAL);
}

static void test_percentages(void **state)
{
	static const char *const wrong[] = { "", "ten", "-5", "+5", " 5", "5%", "1e1", "nan", "." };
	double value = 0;

	(void)state;
	assert_int_equal(options_percent("0.1", &value), 0);
	assert_true(value > 0.09 && value < 0.11);
	assert_int_equal(options_percent("100", &value), 0);
	assert_true(value > 99.9 && value < 100.1);
	assert_int_equal(options_percent("0.09", &value), -ERANGE);
	assert_int_equal(options_percent("100.1", &value), -ERANGE);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(options_percent(wrong[i], &value), -EINVAL);
}

static void test_heap(void **state)
{
	static const char *const wrong[] = { "", "7", "17", "x", "16x", "-16", "0x10", " 16" };
	uint32_t value = 7;

	(void)state;
	assert_int_equal(options_heap("0", &value), 0);
	assert_int_equal(value, 0);
	assert_int_equal(options_heap("112", &value), 0);
	assert_int_equal(value, 112);
	assert_int_equal(options_heap("128", &value), -ERANGE);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(options_heap(wrong[i], &value), -EINVAL);
	assert_int_equal(value, 112);
}

static void test_suggestions(void **state)
{
	const char *const names[] = { "spawn_local", "ping_pong", "fan_out" };

	(void)state;
	assert_string_equal(nearest_name("pingpong", names, 3), "ping_pong");
	assert_string_equal(nearest_name("fanout", names, 3), "fan_out");
	assert_null(nearest_name("zzzz", names, 3));
	assert_null(nearest_name("", names, 0));
}

static void test_cells(void **state)
{
	struct cell cell;

	(void)state;
	assert_int_equal(cell_find(&cell, arm_self(), "sum"), 0);
	assert_int_equal(cell.params[0], 100);
	assert_int_equal(cell_set(&cell, "amount=5"), 0);
	assert_int_equal(cell.params[0], 5);
}

static void test_bad_workload(void **state)
{
	struct cell cell;

	(void)state;
	assert_int_equal(cell_find(&cell, arm_self(), "producers"), -EINVAL);
	assert_non_null(strstr(cell.message, "did you mean 'producer'?"));
	assert_non_null(strstr(cell.message, "refused"));
}

static void expect_bad_param(const char *text, const char *told)
{
	struct cell cell;

	assert_int_equal(cell_find(&cell, arm_self(), "sum"), 0);
	assert_int_equal(cell_set(&cell, text), -EINVAL);
	assert_non_null(strstr(cell.message, told));
}

static void test_bad_params(void **state)
{
	(void)state;
	expect_bad_param("amount", "NAME=VALUE");
	expect_bad_param("=3", "NAME=VALUE");
	expect_bad_param("amuont=3", "did you mean 'amount'?");
	expect_bad_param("amount=0", "from 1 to 1000000");
	expect_bad_param("amount=1000001", "from 1 to 1000000");
	expect_bad_param("amount=", "whole number");
	expect_bad_param("amount=three", "whole number");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),	   cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_cells),	   cmocka_unit_test(test_bad_workload),
		cmocka_unit_test(test_bad_params), cmocka_unit_test(test_percentages),
		cmocka_unit_test(test_heap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
