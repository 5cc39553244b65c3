/* SPDX-License-Identifier: MIT */
/*
 * interleaving.h - who ran how long: a list of runs, "thread * steps", recorded in every
 * execution, written down for replay and cut down by shrinking.
 */
#ifndef VERIFY_EXEC_INTERLEAVING_H
#define VERIFY_EXEC_INTERLEAVING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct interleaving_run {
	uint32_t thread;
	uint32_t steps;
	bool was_preempted; /* could have gone on when it ended; recorded only */
};

struct interleaving {
	struct interleaving_run *runs;
	size_t count;
	size_t room;
};

/* 0 or -ENOMEM. */
int interleaving_grow(struct interleaving *interleaving);
int interleaving_copy(struct interleaving *to, const struct interleaving *from);
void interleaving_free(struct interleaving *interleaving);
/* "0*12,2*5,...", or "@FILE" with the same in it.  0, -EINVAL, -ENOMEM, -ENOENT. */
int interleaving_parse(struct interleaving *interleaving, const char *text);
void interleaving_print(FILE *out, const struct interleaving *interleaving);
/* Neighbours of one thread become one run. */
void interleaving_merge(struct interleaving *interleaving);
uint64_t interleaving_steps(const struct interleaving *interleaving);
size_t interleaving_preemptions(const struct interleaving *interleaving);

/* One more step of `thread`; `could_go_on`: of the thread that ran before. */
static inline int interleaving_step(struct interleaving *interleaving, uint32_t thread,
				    bool could_go_on)
{
	struct interleaving_run *last = interleaving->count ?
						&interleaving->runs[interleaving->count - 1] :
						NULL;

	if (__builtin_expect(last && last->thread == thread, 1)) {
		last->steps++;
		return 0;
	}
	if (last)
		last->was_preempted = could_go_on;
	if (__builtin_expect(interleaving->count == interleaving->room, 0) &&
	    interleaving_grow(interleaving) != 0)
		return -1;
	interleaving->runs[interleaving->count++] = (struct interleaving_run){ thread, 1, false };
	return 0;
}

#endif
