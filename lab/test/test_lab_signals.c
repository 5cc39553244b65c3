/* SPDX-License-Identifier: MIT */
/*
 * Description: every signal ends a run alike, a stopped run loses nothing and keeps no
 * pair that was torn apart, and no sample outlives its run.
 */
#include "processes.h"

#include <sys/ioctl.h>

static bool is_stopped(pid_t pid)
{
	char path[64], state = '?';
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	file = fopen(path, "r");
	if (file != NULL && fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = '?';
	if (file != NULL)
		fclose(file);
	return state == 'T';
}

static void ended_by(int number)
{
	char directory[256], command[1024];
	struct held held;
	int how;

	start_in_the_middle(&held, directory, sizeof(directory));
	assert_int_equal(kill(held.lab, number), 0);
	how = held_end(&held);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	assert_int_equal(samples_of(held.arms, false), 0);
	held_open(&held);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 1);
	assert_true(has_file(directory, "report.html") && has_file(directory, "samples.csv"));
	snprintf(command, sizeof(command), "cat %s.said %s/table.txt", directory, directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "1 pair completed, INTERRUPTED");
}

static void test_all_end_alike(void **state)
{
	(void)state;
	ended_by(SIGHUP);
	ended_by(SIGQUIT);
	ended_by(SIGXCPU);
}

/* nohup says so by ignoring it. */
static void test_nohup(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	signal(SIGHUP, SIG_IGN);
	start_in_the_middle(&held, directory, sizeof(directory));
	signal(SIGHUP, SIG_DFL);
	assert_int_equal(kill(held.lab, SIGHUP), 0);
	held_pass(&held, directory, 1);
	assert_int_equal(kill(held.lab, SIGTERM), 0);
	held_end(&held);
	held_open(&held);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 2);
}

/* The torn pair is measured again: the four bytes are two for each attempt. */
static void test_stopped(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start_in_the_middle(&held, directory, sizeof(directory));
	assert_int_equal(kill(held.lab, SIGSTOP), 0);
	AWAIT(is_stopped(held.lab));
	assert_int_equal(kill(held.lab, SIGCONT), 0);
	AWAIT(!is_stopped(held.lab));
	assert_int_equal(write(held.gate, "xx", 2), 2);
	held_pass(&held, directory, 1);
	assert_int_equal(kill(held.lab, SIGTERM), 0);
	held_end(&held);
	held_open(&held);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE red"), 0);
	assert_int_equal(ask(directory, "SELECT value FROM meta WHERE key = 'pairs_repeated'"), 1);
}

static int unread(int pipe)
{
	int bytes = 0;

	assert_int_equal(ioctl(pipe, FIONREAD, &bytes), 0);
	return bytes;
}

/* Stopped and continued whenever a sample is at its gate, in each attempt at the pair. */
static void test_stopped_for_ever(void **state)
{
	char directory[256], command[300];
	struct held held;
	int how;

	(void)state;
	start_in_the_middle(&held, directory, sizeof(directory));
	while (held_lives(&held)) {
		AWAIT((samples_of(held.arms, true) == 1 && unread(held.gate) == 0) ||
		      !held_lives(&held));
		assert_int_equal(kill(held.lab, SIGCONT), 0);
		assert_int_equal(write(held.gate, "x", 1), 1);
	}
	how = held_end(&held);
	held_open(&held);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 4);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair"), 1);
	assert_int_equal(ask(directory, "SELECT count(*) FROM meta WHERE key = 'state' AND "
					"value LIKE 'running%'"),
			 1);
	snprintf(command, sizeof(command), "cat %s.said", directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "in each of 6 attempts at one pair");
}

/* A sample that hangs is found out, however often the lab goes on. */
static void test_stopped_and_hung(void **state)
{
	char directory[256];
	pid_t lab;
	int how;

	(void)state;
	new_directory(directory, sizeof(directory));
	lab = fork();
	assert_true(lab >= 0);
	if (lab == 0) {
		setenv("SCHEDLAB_ARMS", FAKE_ARMS, 1);
		execl(SCHEDLAB_PROGRAM, "schedlab", "run", "--arms", "hangs", "--against", "honest",
		      "--workloads", "spin", "--pairs", "1", "--blocks", "2", "--block-ms", "1",
		      "--timeout", "0.2", "--progress", "none", "--out", directory, (char *)NULL);
		_exit(127);
	}
	AWAIT(kill(lab, SIGCONT) != 0 || waitpid(lab, &how, WNOHANG) == lab);
	assert_true(WIFEXITED(how));
}

static void test_kill_9(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start_in_the_middle(&held, directory, sizeof(directory));
	assert_int_equal(kill(held.lab, SIGKILL), 0);
	held_end(&held);
	AWAIT(samples_of(held.arms, false) == 0); /* the gate is shut */
	held_open(&held);
}

/* A program that is only asked what it is. */
static int ended_describing(struct held *held, const char *directory, int number)
{
	char hanging[300];
	int how;

	held_arms(held);
	put_hanging(held, "bench-fake-describe-hangs", hanging, sizeof(hanging));
	held_start(held, directory);
	AWAIT(samples_of(hanging, false) == 1);
	assert_int_equal(kill(held->lab, number), 0);
	how = held_end(held);
	AWAIT(samples_of(held->arms, false) == 0);
	held_open(held);
	return how;
}

/* Nothing is begun, and nobody is accused. */
static void test_ended_early(void **state)
{
	char directory[256], command[600];
	struct held held;
	int how;

	(void)state;
	new_directory(directory, sizeof(directory));
	how = ended_describing(&held, directory, SIGTERM);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	snprintf(command, sizeof(command), "cd %s && wc -l <$PWD.said && cat $PWD.said && ls",
		 directory);
	run_shell(&outcome, command);
	assert_string_equal(outcome.text, "1\nschedlab: interrupted\n");
}

static void test_kill_9_describing(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	new_directory(directory, sizeof(directory));
	ended_describing(&held, directory, SIGKILL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_end_alike),	  cmocka_unit_test(test_nohup),
		cmocka_unit_test(test_stopped),		  cmocka_unit_test(test_kill_9),
		cmocka_unit_test(test_kill_9_describing), cmocka_unit_test(test_stopped_for_ever),
		cmocka_unit_test(test_stopped_and_hung),  cmocka_unit_test(test_ended_early),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
