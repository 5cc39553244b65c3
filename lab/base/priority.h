/* SPDX-License-Identifier: MIT */
/*
 * priority.h - how much of a CPU the kernel gives to a thread beside others: scheduling
 * class, nice level, real-time priority.
 *
 * A sample inherits the lab's.  Who changes its own is measured on another machine than
 * the other side: red.  A lab that was started under `nice` or `chrt` gives both sides the
 * same, and its provenance says so.
 *
 * Weakness: looked at when the sample is quiet (placement.h), not in between.
 */
#ifndef LAB_PRIORITY_H
#define LAB_PRIORITY_H

#include <stdbool.h>
#include <sys/types.h>

struct priority {
	int policy, nice, realtime;
};

/* Of a thread, 0: the caller.  False: there is no such thread (any more). */
bool priority_of(pid_t thread, struct priority *priority);

/* What a program that is started now has, if it leaves it at that. */
struct priority priority_inherited(void);

bool priority_is_same(const struct priority *a, const struct priority *b);

/* "SCHED_OTHER, nice 0", "SCHED_FIFO, priority 50"; lives until the lab ends. */
const char *priority_text(const struct priority *priority);

#endif
