/* SPDX-License-Identifier: MIT */
/*
 * Description: a run that is killed is taken up where it was: every pair once,
 * nothing lost, and only with the programs that were measured.
 */
#include "runs.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

#define PAIRS "30"
#define RUN \
	"--arms slower --against honest --workloads spin --blocks 2 --block-ms 1 --pairs " PAIRS \
	" --progress none "

/* Runs until some pairs are stored, then kills the lab with `number`. */
static void run_and_kill(const char *directory, const char *arms, int number)
{
	const struct timespec moment = { 0, 20000000 };
	char command[1024];
	pid_t child;
	int status;

	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s exec %s run " RUN "--out %s >/dev/null 2>&1", arms,
		 SCHEDLAB_PROGRAM, directory);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	for (int i = 0; i < 500 && ask(directory, "SELECT count(*) FROM pair") < 3; i++)
		nanosleep(&moment, NULL);
	kill(child, number);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(ask(directory, "SELECT count(*) FROM pair") < atoi(PAIRS));
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
			 atoi(PAIRS));
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

	new_directory(directory, sizeof(directory));
	run_and_kill(directory, FAKE_ARMS, number);
	resume(directory, FAKE_ARMS);
	expect(&outcome, 0, "red rows: none");
	check_complete(directory);
	resume(directory, FAKE_ARMS);
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
	char directory[256], arms[256], command[1200];

	(void)state;
	new_directory(directory, sizeof(directory));
	new_directory(arms, sizeof(arms));
	snprintf(command, sizeof(command),
		 "cp %s/bench-fake-honest %s/bench-fake-honest; cp "
		 "%s/bench-fake-honest %s/bench-fake-slower",
		 FAKE_ARMS, arms, FAKE_ARMS, arms);
	run_shell(&outcome, command);
	run_and_kill(directory, arms, SIGKILL);
	snprintf(command, sizeof(command), "printf x >> %s/bench-fake-slower", arms);
	run_shell(&outcome, command);
	resume(directory, arms);
	expect(&outcome, 4, "is not the program that was measured");
	snprintf(command, sizeof(command), "rm %s/bench-fake-slower", arms);
	run_shell(&outcome, command);
	resume(directory, arms);
	expect(&outcome, 4, "cannot resume");
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
		cmocka_unit_test(test_kill_9),
		cmocka_unit_test(test_ctrl_c),
		cmocka_unit_test(test_other_programs),
		cmocka_unit_test(test_nothing_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
