/* SPDX-License-Identifier: MIT */
/*
 * Description: an arm that changes in the middle of a run does not get the verdict of the
 * pairs before: it refuses, its facts change, its program is replaced, or its threads
 * leave the scheduling that the lab has.
 */
#include "held.h"

#define PAIRS "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"

/* A run of six pairs whose fourth is the first that is late (bench_fake.c). */
static void run_six(char *directory, size_t bytes, const char *arms)
{
	char arguments[256];

	snprintf(arguments, sizeof(arguments), "%s --pairs 6 --seed 100", arms);
	run_into(directory, bytes, arguments);
}

static void expect_invalid(const char *directory, const char *arm, const char *baseline,
			   const char *says)
{
	char command[1024];

	snprintf(command, sizeof(command), "compare %s %s --dir %s", arm, baseline, directory);
	run_lab(&outcome, command);
	expect(&outcome, outcome.status, "Verdict: invalid");
	expect(&outcome, outcome.status, says);
}

static void test_refuses_late(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms refuses-late --against steady");
	expect(&outcome, 1, "RED refuses-late");
	expect(&outcome, 1, "it refused after 4 of its samples had run: not today");
	assert_int_equal(ask(directory, PAIRS), 3);
	expect_invalid(directory, "refuses-late", "steady", "after 3 of 6 pairs");
}

/* Ready is ready, also before the first pair. */
static void test_refuses_block(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms refuses-block --against steady");
	expect(&outcome, 1, "it refused after it was ready: not today");
	assert_int_equal(ask(directory, PAIRS), 0);
	run_six(directory, sizeof(directory), "--arms steady --against refuses-block");
	expect(&outcome, 1, "RED refuses-block");
}

static void test_drifts(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms drifts --against stays");
	expect(&outcome, 1, "it refused after 3 pairs of the row: not comparable: CPU model");
	assert_int_equal(ask(directory, PAIRS), 3);
	expect_invalid(directory, "drifts", "stays", "after 3 of 6 pairs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refuses_late),
		cmocka_unit_test(test_refuses_block),
		cmocka_unit_test(test_drifts),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
