/* SPDX-License-Identifier: MIT */
/*
 * spawn.h - starts a program that cannot outlive the lab, in a closed environment
 * (environment.h).
 *
 * Whatever ends the lab, kill -9 included, the kernel kills the program
 * (PR_SET_PDEATHSIG; posix_spawn cannot ask for it, so this forks).  It leads
 * its own process group: the terminal's Ctrl-C does not reach it, and the group is killed
 * when the program has ended, with what it started.  Weakness: what it started outlives a
 * kill -9 of the lab, and what left the group outlives a signal that ends the lab at once;
 * a program with capabilities of its file loses the bond at exec.  Not thread-safe: the bond is with the thread that calls.
 */
#ifndef LAB_SPAWN_H
#define LAB_SPAWN_H

#include <stdbool.h>
#include <sys/resource.h>
#include <sys/types.h>

/* Once, by a program that starts others in no other way: what leaves its group is killed
 * too, when the program that started it has ended.  False: this kernel cannot. */
bool spawn_adopt(void);

struct spawn {
	char *const *argv;     /* argv[0] is looked for in PATH unless it has a slash */
	const char *preload;   /* becomes LD_PRELOAD; may be NULL */
	const char *directory; /* to start in; NULL: ours */
	int in, out, err;      /* -1: ours */
	rlim_t file_bytes;     /* a file that it writes may not grow beyond; 0: as ours may */
	bool builds;	       /* it is a build, which more of the environment reaches */
};

#define SPAWN_LOST (-1) /* a wait status: somebody else waited for it, its end is not known */

#define SPAWN_MAX 32 /* programs at a time */

/* 0, or a negative errno (EUSERS: SPAWN_MAX run) and nothing runs.  The caller waits for `pid`. */
int spawn_start(pid_t *pid, const struct spawn *spawn);

/* Has it ended?  Then what it started is killed, and `how` is its wait status. */
bool spawn_ended(pid_t pid, int *how);

/* Kills all that run; may be called in a signal handler, after which the lab is to end. */
void spawn_kill_all(void);

/* Kills it and what it started; returns when it has ended. */
void spawn_kill(pid_t pid, int *how);

#endif
