/* SPDX-License-Identifier: MIT */
/*
 * schedule.h - who ran how long: a list of runs, "thread * steps", recorded in every
 * execution, written down for replay and cut down by shrinking.
 */
#ifndef VERIFY_EXEC_SCHEDULE_H
#define VERIFY_EXEC_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct schedule_run {
	uint32_t thread;
	uint32_t steps;
	bool was_preempted; /* could have gone on when it ended; recorded only */
};

struct schedule {
	struct schedule_run *runs;
	size_t count;
	size_t room;
};

/* 0 or -ENOMEM. */
int schedule_grow(struct schedule *schedule);
int schedule_copy(struct schedule *to, const struct schedule *from);
void schedule_free(struct schedule *schedule);
/* "0*12,2*5,...", or "@FILE" with the same in it.  0, -EINVAL, -ENOMEM, -ENOENT. */
int schedule_parse(struct schedule *schedule, const char *text);
void schedule_print(FILE *out, const struct schedule *schedule);
/* Neighbours of one thread become one run. */
void schedule_merge(struct schedule *schedule);
uint64_t schedule_steps(const struct schedule *schedule);
size_t schedule_preemptions(const struct schedule *schedule);

/* One more step of `thread`; `could_go_on`: of the thread that ran before. */
static inline int schedule_step(struct schedule *schedule, uint32_t thread, bool could_go_on)
{
	struct schedule_run *last = schedule->count ? &schedule->runs[schedule->count - 1] : NULL;

	if (__builtin_expect(last && last->thread == thread, 1)) {
		last->steps++;
		return 0;
	}
	if (last)
		last->was_preempted = could_go_on;
	if (__builtin_expect(schedule->count == schedule->room, 0) && schedule_grow(schedule) != 0)
		return -1;
	schedule->runs[schedule->count++] = (struct schedule_run){ thread, 1, false };
	return 0;
}

#endif
