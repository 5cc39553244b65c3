/* SPDX-License-Identifier: MIT */
/*
 * Description: a run that is killed is taken up where it was: every pair once,
 * nothing lost, and only with the programs that were measured.
 */
#include "held.h"

#include <sched.h>

#define PAIRS_BEFORE 3

/* Kills the lab with `number` in the middle of a run, and opens the gate. */
static void run_and_kill(struct held *held, const char *directory, int number)
{
	held_arms(held);
	held_start(held, directory);
	held_pass(held, directory, PAIRS_BEFORE);
	kill(held->lab, number);
	held_end(held);
	held_open(held);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 PAIRS_BEFORE);
}

static void resume(const char *directory, const char *arms)
{
	char command[1024];

	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s %s run --resume %s --progress none 2>&1", arms, SCHEDLAB_PROGRAM,
		 directory);
	run_shell(&outcome, command);
}

static void check_complete(const char *directory)
{
	assert_int_equal(ask(directory, "SELECT count(DISTINCT round) FROM pair WHERE log_ratio IS "
					"NOT NULL"),
			 HELD_PAIRS);
	assert_int_equal(ask(directory, "SELECT count(*) - count(DISTINCT round) FROM pair WHERE "
					"log_ratio IS NOT NULL"),
			 0);
	assert_int_equal(ask(directory, "SELECT count(*) - count(DISTINCT position) FROM pair"), 0);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE mode = 'isolated' AND "
					"status = 'ok'"),
			 2);
	assert_int_equal(ask(directory, "SELECT count(*) FROM meta WHERE key = 'state' AND value "
					"LIKE '%, finished'"),
			 1);
}

static void killed_and_resumed(int number)
{
	char directory[256];
	struct held held;

	new_directory(directory, sizeof(directory));
	run_and_kill(&held, directory, number);
	resume(directory, held.arms);
	expect(&outcome, 0, "red rows: none");
	check_complete(directory);
	resume(directory, held.arms);
	expect(&outcome, 2, "this run is finished");
}

static void test_kill_9(void **state)
{
	(void)state;
	killed_and_resumed(SIGKILL);
}

static void test_ctrl_c(void **state)
{
	(void)state;
	killed_and_resumed(SIGINT);
}

/* Pairs of two builds do not belong into one row. */
static void test_other_programs(void **state)
{
	char directory[256], command[1200];
	struct held held;

	(void)state;
	new_directory(directory, sizeof(directory));
	run_and_kill(&held, directory, SIGKILL);
	/* A new file: the old one may still be running, and cannot be written. */
	snprintf(command, sizeof(command),
		 "cd %s && cp bench-fake-slower new && printf x >> new && mv new bench-fake-slower",
		 held.arms);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
	resume(directory, held.arms);
	expect(&outcome, 4, "is not the program that was measured");
	snprintf(command, sizeof(command), "rm %s/bench-fake-slower", held.arms);
	run_shell(&outcome, command);
	resume(directory, held.arms);
	snprintf(command, sizeof(command),
		 "the program of slower (timed, layout 0) is missing in %s: put it back",
		 held.arms);
	expect(&outcome, 4, command);
	/* The build's own folder is filled by the build. */
	snprintf(command, sizeof(command),
		 "unset SCHEDLAB_ARMS; %s run --resume %s --progress none 2>&1", SCHEDLAB_PROGRAM,
		 directory);
	run_shell(&outcome, command);
	expect(&outcome, 4, ": schedlab build ");
	expect(&outcome, 4, ", makes it again; or run anew");
}

/* An arm is not to blame for the CPUs that somebody took from the run in its middle. */
static void test_cpus_change(void **state)
{
	char directory[256], command[400];
	cpu_set_t all, one;
	struct held held;
	int first = 0;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof(all), &all), 0);
	if (CPU_COUNT(&all) < 2)
		cannot("one CPU is too few");
	while (!CPU_ISSET(first, &all))
		first++;
	CPU_ZERO(&one);
	CPU_SET(first, &one);
	new_directory(directory, sizeof(directory));
	held_arms(&held);
	held_start(&held, directory);
	held_pass(&held, directory, PAIRS_BEFORE);
	assert_int_equal(sched_setaffinity(held.lab, sizeof(one), &one), 0);
	held_open(&held);
	assert_int_equal(WEXITSTATUS(held_end(&held)), 4);
	snprintf(command, sizeof(command), "cat %s.said", directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "the CPUs it may use changed from");
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair"), PAIRS_BEFORE);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE red"), 0);
	resume(directory, held.arms);
	expect(&outcome, 0, "red rows: none");
	check_complete(directory);
}

static void test_nothing_there(void **state)
{
	(void)state;
	resume("/nonexistent", FAKE_ARMS);
	expect(&outcome, 4, "cannot be read");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kill_9),	       cmocka_unit_test(test_ctrl_c),
		cmocka_unit_test(test_other_programs), cmocka_unit_test(test_cpus_change),
		cmocka_unit_test(test_nothing_there),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
