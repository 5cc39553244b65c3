/* SPDX-License-Identifier: MIT */
/*
 * held.h - runs that cannot end before a test lets them: so that "in the middle" is a
 * fact, on any machine.
 *
 * The arms are in a directory of their own, with a pipe named "gate" beside them.  Each
 * sample of a pair takes one byte from it before its first block; where there is none, it
 * waits.  The gate is open to all once the test has closed it or has died.
 */
#ifndef LAB_TEST_HELD_H
#define LAB_TEST_HELD_H

#include "runs.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#define HELD_PAIRS 30 /* of a whole run; more than any test lets pass */

struct held {
	char arms[256]; /* directory with the arms honest and slower, and the gate */
	int gate;	/* keeps the samples waiting; -1: open */
	pid_t lab;
};

/* The arms, with the gate shut. */
static inline void held_arms(struct held *held)
{
	char command[1200], gate[300];

	new_directory(held->arms, sizeof(held->arms));
	snprintf(command, sizeof(command),
		 "cd %s && cp %s/bench-fake-honest bench-fake-honest && "
		 "cp bench-fake-honest bench-fake-slower && mkfifo gate",
		 held->arms, FAKE_ARMS);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
	snprintf(gate, sizeof(gate), "%s/gate", held->arms);
	held->gate = open(gate, O_RDWR | O_CLOEXEC);
	assert_true(held->gate >= 0);
}

/* Starts a run of HELD_PAIRS pairs of `slower` against `honest` into `directory`, saying
 * what it says into `directory`.said. */
static inline void held_start(struct held *held, const char *directory)
{
	char command[1200];

	/* No sample is to be taken for hung because it waits for the test. */
	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s exec %s run --arms slower --against honest --pairs %d " QUICK
		 "--timeout 3600 --out %s > %s.said 2>&1",
		 held->arms, SCHEDLAB_PROGRAM, HELD_PAIRS, directory, directory);
	held->lab = fork();
	assert_true(held->lab >= 0);
	if (held->lab == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
}

static inline bool held_lives(const struct held *held)
{
	siginfo_t info = { .si_pid = 0 };

	return waitid(P_PID, (id_t)held->lab, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
	       info.si_pid == 0;
}

/* Lets so many pairs pass; returns when they are stored, and the next cannot be. */
static inline void held_pass(struct held *held, const char *directory, int pairs)
{
	int before = ask(directory, "SELECT count(*) FROM pair");

	if (before < 0)
		before = 0;
	for (int i = 0; i < 2 * pairs; i++)
		assert_int_equal(write(held->gate, "x", 1), 1);
	AWAIT(ask(directory, "SELECT count(*) FROM pair") == before + pairs || !held_lives(held));
	if (!held_lives(held))
		fail_msg("the run ended: see %s.said", directory);
}

/* Opens the gate: whoever waits goes on, and nobody will wait again. */
static inline void held_open(struct held *held)
{
	char gate[300];

	snprintf(gate, sizeof(gate), "%s/gate", held->arms);
	unlink(gate);
	close(held->gate);
	held->gate = -1;
}

/* The wait status of the lab, which has been told to end, or whose gate is open. */
static inline int held_end(struct held *held)
{
	int status;

	assert_int_equal(waitpid(held->lab, &status, 0), held->lab);
	return status;
}

#endif
