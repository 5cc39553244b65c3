/* SPDX-License-Identifier: MIT */
/* check.h - cmocka with what it wants included before it, and helpers. */
#ifndef LAB_TEST_CHECK_H
#define LAB_TEST_CHECK_H

#include "tests/support/cannot.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

struct outcome {
	int status;	   /* exit status, or 128 + signal */
	char text[262144]; /* standard output and error */
};

#define HANG_NAPS 20000 /* more than three minutes, whatever the machine does */

static inline void nap(void)
{
	const struct timespec moment = { 0, 10000000 };

	nanosleep(&moment, NULL);
}

/* Waits for a state; the end of its patience only ends hangs. */
#define AWAIT(state) \
	do { \
		for (int naps = 0; !(state); naps++) { \
			if (naps == HANG_NAPS) \
				fail_msg("waited for: %s", #state); \
			nap(); \
		} \
	} while (0)

/* Runs a shell command. */
static inline void run_shell(struct outcome *outcome, const char *command)
{
	FILE *pipe = popen(command, "r");
	size_t used = 0, got;
	int how;

	assert_non_null(pipe);
	while ((got = fread(outcome->text + used, 1, sizeof(outcome->text) - 1 - used, pipe)) > 0)
		used += got;
	outcome->text[used] = '\0';
	how = pclose(pipe);
	outcome->status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
}

/* Runs schedlab on the fake arms. */
static inline void run_lab(struct outcome *outcome, const char *arguments)
{
	char command[4096];

	snprintf(command, sizeof(command), "SCHEDLAB_ARMS=%s %s %s 2>&1", FAKE_ARMS,
		 SCHEDLAB_PROGRAM, arguments);
	run_shell(outcome, command);
}

static inline void expect(struct outcome *outcome, int status, const char *text)
{
	if (outcome->status != status || strstr(outcome->text, text) == NULL)
		print_error("expected status %d and \"%s\", got %d and:\n%s\n", status, text,
			    outcome->status, outcome->text);
	assert_int_equal(outcome->status, status);
	assert_non_null(strstr(outcome->text, text));
}

/* A file grew beyond `ulimit -f`, which an older SQLite tells like a full disk. */
static inline void expect_no_room(struct outcome *outcome)
{
	bool named = strstr(outcome->text, "size of files: ulimit -f") != NULL;

	expect(outcome, 4, named ? "" : "free some disk space");
}

/* Ends the case where there is none. */
static inline void need_gnuplot(void)
{
	struct outcome outcome;

	run_shell(&outcome, "command -v gnuplot");
	if (outcome.status != 0)
		cannot("there is no gnuplot on PATH; scripts/setup installs it");
}

/* A new empty directory under the build tree. */
static inline void new_directory(char *path, size_t bytes)
{
	snprintf(path, bytes, "%s/out-XXXXXX", TEST_DIR);
	assert_non_null(mkdtemp(path));
}

#endif
