/* SPDX-License-Identifier: MIT */
/*
 * Description: how a program ended is known, nothing that one started outlives it, and the
 * lab ends at once when it is told to twice.
 */
#include "processes.h"

#include "lab/base/child.h"
#include "lab/base/lab.h"

/* A gnuplot that hangs, for the lab in the directory's PATH. */
static void put_gnuplot(const struct held *held, char *hanging, size_t bytes)
{
	char command[1200];

	put_hanging(held, "bin/bench-fake-describe-hangs", hanging, bytes);
	snprintf(command, sizeof(command),
		 "cd %s/bin && printf '#!/bin/sh\\n%s --describe\\n' >gnuplot && chmod +x gnuplot",
		 held->arms, hanging);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
	setenv("PATH", lab_printf("%s/bin:%s", held->arms, getenv("PATH")), 1);
}

/* The first keeps what was measured; the second does not wait for what hangs. */
static void test_second_signal(void **state)
{
	char directory[256], hanging[300], command[600];
	char *path = lab_strdup(getenv("PATH"));
	struct held held;
	int how;

	(void)state;
	new_directory(directory, sizeof(directory));
	held_arms(&held);
	put_gnuplot(&held, hanging, sizeof(hanging));
	held_start(&held, directory);
	held_pass(&held, directory, 1);
	assert_int_equal(kill(held.lab, SIGHUP), 0);
	AWAIT(samples_of(hanging, false) == 1);
	assert_int_equal(kill(held.lab, SIGHUP), 0); /* as a closing terminal does */
	assert_int_equal(kill(held.lab, SIGTERM), 0);
	how = held_end(&held);
	setenv("PATH", path, 1);
	AWAIT(samples_of(held.arms, false) == 0);
	held_open(&held);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	snprintf(command, sizeof(command), "tail -n 1 %s.said", directory);
	run_shell(&outcome, command);
	assert_string_equal(outcome.text, "schedlab: interrupted\n");
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 1);
}

/* A parent that ignores SIGCHLD hands that on: how samples end is seen all the same. */
static void test_ignored_sigchld(void **state)
{
	char directory[256], command[1200];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s exec env --ignore-signal=CHLD %s run --arms crashes-late "
		 "--against honest --pairs 1 " QUICK "--out %s 2>&1",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	expect(&outcome, 1, "killed by SIGBUS");
}

/* Where it cannot be seen it is not taken for a good end. */
static void test_lost_end(void **state)
{
	char *argv[] = { lab_strdup("true"), NULL }, text[128];
	struct child child;

	(void)state;
	signal(SIGCHLD, SIG_IGN);
	assert_int_equal(child_start(&child, argv, NULL), 0);
	assert_true(child_wait(&child, UINT64_MAX));
	signal(SIGCHLD, SIG_DFL);
	assert_int_not_equal(child.wait_status, 0);
	assert_non_null(
		strstr(child_fate(child.wait_status, text, sizeof(text)), "cannot be known"));
	child_end(&child);
}

/* An arm that leaves a process behind whenever it is asked or run; the path of that. */
static void put_untidy(struct held *held, const char *by, char *hanging, size_t bytes)
{
	char command[2000];

	new_directory(held->arms, sizeof(held->arms));
	put_hanging(held, "left/bench-fake-describe-hangs", hanging, bytes);
	snprintf(command, sizeof(command),
		 "cd %s && cp left/bench-fake-describe-hangs left/bench-fake-honest && "
		 "cp left/bench-fake-honest bench-fake-slower && "
		 "printf '#!/bin/sh\n%s %s --describe </dev/null >/dev/null 2>&1 &\n"
		 "exec %s/left/bench-fake-honest \"$@\"\n' > bench-fake-honest && "
		 "chmod +x bench-fake-honest",
		 held->arms, by, hanging, held->arms);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
}

static void leaves_nothing(const char *by)
{
	char directory[256], hanging[300], command[1200];
	struct held held;

	put_untidy(&held, by, hanging, sizeof(hanging));
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s exec %s run --arms slower --against honest --pairs 1 " QUICK
		 "--out %s 2>&1",
		 held.arms, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "1 pair completed, finished");
	AWAIT(samples_of(hanging, false) == 0);
}

static void test_started_by_samples(void **state)
{
	(void)state;
	leaves_nothing("");
	leaves_nothing("setsid");
}

static void test_flood(void **state)
{
	char directory[256];

	(void)state;
	run_into(directory, sizeof(directory), "--arms floods --against honest --pairs 1");
	expect(&outcome, 1, "flooded its standard error");
}

/* What gnuplot started ends with the lab. */
static void test_ended_plot(void **state)
{
	char directory[256], hanging[300];
	char *path = lab_strdup(getenv("PATH"));
	struct held held;
	pid_t lab;
	int how;

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 1");
	expect(&outcome, 0, "results:");
	new_directory(held.arms, sizeof(held.arms));
	put_gnuplot(&held, hanging, sizeof(hanging));
	lab = fork();
	assert_true(lab >= 0);
	if (lab == 0) {
		execl(SCHEDLAB_PROGRAM, "schedlab", "plot", directory, (char *)NULL);
		_exit(127);
	}
	setenv("PATH", path, 1);
	AWAIT(samples_of(hanging, false) == 1);
	assert_int_equal(kill(lab, SIGTERM), 0);
	assert_int_equal(waitpid(lab, &how, 0), lab);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	AWAIT(samples_of(hanging, false) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_second_signal), cmocka_unit_test(test_ignored_sigchld),
		cmocka_unit_test(test_lost_end),      cmocka_unit_test(test_started_by_samples),
		cmocka_unit_test(test_ended_plot),    cmocka_unit_test(test_flood),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
