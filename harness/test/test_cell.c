/* SPDX-License-Identifier: MIT */
/* Description: workloads and parameters by name, and what a mistyped one is told, word for word. */
#include "base/nearest_name.h"
#include "harness/test/expect.h"

#include <errno.h>

#include "harness/cell.h"

static const struct arm_param params[] = {
	{ "tasks", "tasks of a round", 50, 1, 1000 },
	{ "depth", "calls deep", 3, 2, UINT64_MAX },
	{ "width", "calls wide", 9, 0, 9 },
};

static const struct arm_workload plain = { .name = "plain" };
static const struct arm_workload broad = { .name = "broad", .params = params, .param_count = 3 };
static const struct arm_workload *const two[] = { &plain, &broad, &plain, NULL };
static const struct arm arm = { .name = "scripted", .workloads = two, .workload_count = 2 };

static void test_found(void **state)
{
	struct cell cell;

	(void)state;
	memset(&cell, 0xff, sizeof cell);
	assert_int_equal(cell_find(&cell, &arm, "plain"), 0);
	assert_ptr_equal(cell.workload, &plain);
	assert_string_equal(cell.message, "");
	memset(&cell, 0xff, sizeof cell);
	assert_int_equal(cell_find(&cell, &arm, "broad"), 0);
	assert_ptr_equal(cell.workload, &broad);
	assert_string_equal(cell.message, "");
	for (size_t i = 0; i < 3; i++)
		assert_true(cell.params[i] == params[i].fallback);
	assert_true(cell.params[3] == UINT64_MAX); /* nobody's */
}

static void expect_unknown(const struct arm *its, const char *workload, const char *message)
{
	struct cell cell;

	memset(&cell, 0xff, sizeof cell);
	assert_int_equal(cell_find(&cell, its, workload), -EINVAL);
	assert_string_equal(cell.message, message);
}

static void test_unknown(void **state)
{
	static const struct arm empty = { .name = "empty" };

	(void)state;
	expect_unknown(&arm, "brood",
		       "no workload 'brood'; did you mean 'broad'? There are: plain broad");
	expect_unknown(&arm, "zzz", "no workload 'zzz' There are: plain broad");
	expect_unknown(&empty, "plain", "no workload 'plain'; there are none");
}

/* What the harness has room for, and no more. */
static void test_room(void **state)
{
	static struct arm_param many[CELL_PARAMS_MAX + 1];
	struct arm_workload most = { .name = "most", .params = many };
	static const struct arm_workload *list[259]; /* and an end */
	struct arm crowded = { .workloads = list };
	struct cell cell;

	(void)state;
	for (size_t i = 0; i < 257; i++)
		list[i] = &plain;
	for (uint32_t i = 0; i <= CELL_PARAMS_MAX; i++)
		many[i] = (struct arm_param){ "p", "m", i, 0, 100 };
	list[255] = list[256] = &most;
	crowded.workload_count = 257;
	most.param_count = 32;
	assert_int_equal(cell_find(&cell, &crowded, "most"), 0);
	assert_true(cell.params[31] == 31);
	most.param_count = 33;
	expect_unknown(&crowded, "most", "workload most has 33 parameters; the harness takes 32");
	list[255] = &plain;
	assert_int_equal(cell_find(&cell, &crowded, "most"), -EINVAL);
	assert_int_equal(strncmp(cell.message, "no workload 'most' There are: plain plain", 41), 0);
	assert_int_equal(strlen(cell.message), 1023); /* cut off */
	list[257] = &plain;
	crowded.workload_count = 258;
	assert_int_equal(cell_find(&cell, &crowded, "nobody"), -EINVAL);
}

static void test_set(void **state)
{
	static const struct {
		const char *text;
		size_t index;
		uint64_t value;
	} cases[] = {
		{ "tasks=1", 0, 1 }, { "tasks=1000", 0, 1000 },
		{ "depth=2", 1, 2 }, { "depth=9223372036854775807", 1, INT64_MAX },
		{ "width=0", 2, 0 }, { "width=9", 2, 9 },
	};
	struct cell cell;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cell_find(&cell, &arm, "broad");
		strcpy(cell.message, "of before");
		assert_int_equal(cell_set(&cell, cases[i].text), 0);
		assert_string_equal(cell.message, "");
		for (size_t j = 0; j < 3; j++)
			assert_true(cell.params[j] ==
				    (j == cases[i].index ? cases[i].value : params[j].fallback));
	}
}

#define DEPTH "broad takes a whole number from 2 to 9223372036854775807 (calls deep)"

static void test_refused(void **state)
{
	static const char *const cases[][2] = {
		{ "tasks=0",
		  "--param tasks=0: broad takes a whole number from 1 to 1000 (tasks of a round)" },
		{ "tasks=1001",
		  "--param tasks=1001: broad takes a whole number from 1 to 1000 (tasks of a "
		  "round)" },
		{ "tasks=", "--param tasks=: broad takes a whole number from 1 to 1000 (tasks of a "
			    "round)" },
		{ "depth=1", "--param depth=1: " DEPTH },
		{ "depth=9223372036854775808", "--param depth=9223372036854775808: " DEPTH },
		{ "depth==4", "--param depth==4: " DEPTH },
		{ "tasks", "--param tasks: write it as NAME=VALUE" },
		{ "=4", "--param =4: write it as NAME=VALUE" },
		{ "", "--param : write it as NAME=VALUE" },
		{ "wide=4", "no parameter of broad 'wide'; did you mean 'width'? There are: tasks "
			    "depth width" },
		{ "heap=1", "no parameter of broad 'heap' There are: tasks depth width" },
		{ "task=4", "no parameter of broad 'task'; did you mean 'tasks'? There are: tasks "
			    "depth width" },
	};
	struct cell cell;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cell_find(&cell, &arm, "broad");
		strcpy(cell.message, "of before");
		assert_int_equal(cell_set(&cell, cases[i][0]), -EINVAL);
		assert_string_equal(cell.message, cases[i][1]);
		for (size_t j = 0; j < 3; j++)
			assert_true(cell.params[j] == params[j].fallback);
	}
	cell_find(&cell, &arm, "plain");
	assert_int_equal(cell_set(&cell, "tasks=4"), -EINVAL);
	assert_string_equal(cell.message, "no parameter of plain 'tasks'; there are none");
}

/* No row can hold more. */
static void test_param_max(void **state)
{
	static const uint64_t cases[][2] = {
		{ 0, 0 },
		{ 7, 7 },
		{ INT64_MAX - 1, INT64_MAX - 1 },
		{ INT64_MAX, INT64_MAX },
		{ (uint64_t)INT64_MAX + 1, INT64_MAX },
		{ UINT64_MAX, INT64_MAX },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arm_param param = { .max = cases[i][0] };

		assert_true(cell_param_max(&param) == cases[i][1]);
	}
}

/* ---------------------------------------------------------------- suggest -- */

#define FULL "0123456789012345678901234567890123456789012345678901234567890123" /* 64 */
static const char full[] = FULL;

/* Half of what was typed may be wrong: a letter changed, left out or put in. */
static void test_suggestions(void **state)
{
	static const char *const names[] = { "kitten", "sitten", "fan_out", "ab", &full[1] };
	static const struct {
		const char *typed, *expected;
	} cases[] = {
		{ "kitten", "kitten" },
		{ "mitten", "kitten" }, /* the first of the nearest */
		{ "sitting", "sitten" },
		{ "siten", "sitten" },
		{ "siitteen", "sitten" },
		{ "fanout", "fan_out" },
		{ "fan__out", "fan_out" },
		{ "naf_tuo", NULL },
		{ "ba", "ab" }, /* two neighbours swapped: one edit */
		{ "fna_otu", "fan_out" },
		{ "b", NULL },
		{ "ax", "ab" },
		{ "xb", "ab" },
		{ "xy", NULL },
		{ "abx", "ab" },
		{ "abxy", "ab" },
		{ "abxyz", NULL },
		{ "fanxxxx", NULL },
		{ "fan_xxx", "fan_out" },
		{ "xxxxout", NULL },
		{ "xxx_out", "fan_out" },
		{ &full[1], &full[1] },
		{ &full[2], &full[1] },
		{ FULL, NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *found = nearest_name(cases[i].typed, names, 5);

		if (cases[i].expected)
			assert_string_equal(found ? found : "nothing", cases[i].expected);
		else
			assert_null(found);
	}
	assert_null(nearest_name("kitten", names, 0));
}

/* A longer name than the row has room for is not near, and is looked at no further. */
static void test_long_names(void **state)
{
	static const char *const names[] = { FULL, FULL FULL };

	(void)state;
	assert_null(nearest_name(&full[1], names, 2));
	assert_null(nearest_name("012345", names, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),	    cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_room),	    cmocka_unit_test(test_set),
		cmocka_unit_test(test_refused),	    cmocka_unit_test(test_param_max),
		cmocka_unit_test(test_suggestions), cmocka_unit_test(test_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
