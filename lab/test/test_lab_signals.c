/* SPDX-License-Identifier: MIT */
/*
 * Description: every signal ends a run alike, a stopped run loses nothing and keeps no
 * pair that was torn apart, and no sample outlives its run.
 */
#include "held.h"

#include <dirent.h>
#include <limits.h>

#include "lab/child.h"
#include "lab/lab.h"

static bool link_is(const char *path, const char *begin, const char *end)
{
	char target[PATH_MAX];
	ssize_t got = readlink(path, target, sizeof(target) - 1);

	if (got < 0)
		return false;
	target[got] = '\0';
	return strncmp(target, begin, strlen(begin)) == 0 && (size_t)got >= strlen(end) &&
	       strcmp(target + got - strlen(end), end) == 0;
}

static bool has_open(const char *process, const char *begin, const char *end)
{
	char path[600];
	bool found = false;
	struct dirent *entry;
	DIR *files;

	snprintf(path, sizeof(path), "/proc/%s/fd", process);
	files = opendir(path);
	while (files != NULL && (entry = readdir(files)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%s/fd/%s", process, entry->d_name);
		found = found || link_is(path, begin, end);
	}
	if (files != NULL)
		closedir(files);
	return found;
}

/* How many processes run a program whose path begins so; `at_gate`: and wait at its gate. */
static int samples_of(const char *arms, bool at_gate)
{
	DIR *processes = opendir("/proc");
	struct dirent *entry;
	char path[600];
	int count = 0;

	assert_non_null(processes);
	while ((entry = readdir(processes)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%s/exe", entry->d_name);
		if (link_is(path, arms, "") && (!at_gate || has_open(entry->d_name, arms, "/gate")))
			count++;
	}
	closedir(processes);
	return count;
}

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

/* A run with one pair stored and the next in its middle. */
static void start_in_the_middle(struct held *held, char *directory, size_t bytes)
{
	new_directory(directory, bytes);
	held_arms(held);
	held_start(held, directory);
	held_pass(held, directory, 1);
	AWAIT(samples_of(held->arms, true) == 1);
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
	expect(&outcome, 0, "1 pairs completed, INTERRUPTED");
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

/* A program that does nothing until it is killed; the path of `name` below the arms. */
static void put_hanging(const struct held *held, const char *name, char *path, size_t bytes)
{
	char command[1200];

	snprintf(path, bytes, "%s/%s", held->arms, name);
	snprintf(command, sizeof(command), "mkdir -p $(dirname %s) && cp %s/bench-fake-honest %s",
		 path, FAKE_ARMS, path);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_end_alike),	  cmocka_unit_test(test_nohup),
		cmocka_unit_test(test_stopped),		  cmocka_unit_test(test_kill_9),
		cmocka_unit_test(test_kill_9_describing), cmocka_unit_test(test_ignored_sigchld),
		cmocka_unit_test(test_lost_end),	  cmocka_unit_test(test_ended_early),
		cmocka_unit_test(test_second_signal),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
