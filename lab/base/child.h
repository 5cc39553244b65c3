/* SPDX-License-Identifier: MIT */
/*
 * child.h - a program started by the lab, spoken to in lines.
 *
 * Standard input and output are pipes; standard error goes to a memory file,
 * so a talkative child never blocks on it; one that floods it is killed (SIGXFSZ).  Every wait has a deadline and ends
 * early on Ctrl-C.  It is started and dies as spawn.h says.
 */
#ifndef LAB_CHILD_H
#define LAB_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct child {
	pid_t pid;    /* 0: not running */
	int in;	      /* our end of its standard input, -1 if closed */
	int out;      /* our end of its standard output */
	int err;      /* memory file behind its standard error */
	char *buffer; /* what it wrote and nobody read yet */
	size_t used;
	size_t taken;	 /* bytes of `buffer` handed out as the last line */
	int wait_status; /* valid once pid is 0; may be SPAWN_LOST */
	int error;	 /* the errno of a start that failed, or 0 */
};

enum child_answer { CHILD_LINE, CHILD_END, CHILD_TIMEOUT, CHILD_TOO_LONG, CHILD_INTERRUPTED };

/* 0 or a negative errno.  `preload` (may be NULL) becomes LD_PRELOAD. */
int child_start(struct child *child, char *const argv[], const char *preload);

/* The next line, without its newline, valid until the next call. */
enum child_answer child_read_line(struct child *child, uint64_t deadline_ns, char **line);

bool child_write_line(struct child *child, const char *line);
void child_close_input(struct child *child);

/* Waits for the exit; false if it did not happen in time. */
bool child_wait(struct child *child, uint64_t deadline_ns);
void child_kill(struct child *child);

/* The end of its standard error, at most `bytes`; malloc'ed. */
char *child_errors(const struct child *child, size_t bytes);

/* Kills if needed, closes, frees. */
void child_end(struct child *child);

/* "killed by SIGSEGV (Segmentation fault)" or "exit status 3". */
const char *child_fate(int wait_status, char *text, size_t bytes);

#endif
