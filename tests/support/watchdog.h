/* SPDX-License-Identifier: MIT */
/*
 * watchdog.h - ends a test that hangs, and says what its workers were doing.
 *
 * Mechanism: what a test does counts as progress: words set, probes that announce
 * themselves or end, entries of a ledger, cases that begin and end; never what a worker does
 * by itself, so that a livelock is seen.  A thread of its own looks every 50 ms.  After 10 s
 * of the process's CPU time without any progress, or 60 s on the clock, it writes the state
 * of every live runtime to standard error and aborts.  The clock is counted in its own looks,
 * so that a stopped process, or one that gets no CPU, is not taken for one that hangs.
 * SCHEDLAB_WATCHDOG=CPU:CLOCK sets other limits, in seconds.
 *
 * Weakness: a test that computes alone for longer than that must say so
 * (watchdog_progress).  A task that is woken for ever and announces itself each time looks
 * alive.
 */
#ifndef TESTS_SUPPORT_WATCHDOG_H
#define TESTS_SUPPORT_WATCHDOG_H

#include "sched/sched.h"

#ifdef __cplusplus
extern "C" {
#endif

/* From the first thread of a program on; after that it does nothing.  A program without
 * threads has no watchdog, and may fork. */
void watchdog_start(void);
void watchdog_progress(void);

/* A runtime whose state is written, until it is forgotten; starts the watchdog. */
void watchdog_watch(struct sched_runtime *runtime);
void watchdog_forget(struct sched_runtime *runtime);

/* Progress, and the name that the report gives (NULL: none). */
void watchdog_case(const char *name);

#ifdef __cplusplus
}
#endif
#endif
