/* SPDX-License-Identifier: MIT */
/*
 * programs.h - small programs with one known outcome each, for the tests of the
 * executor: right ones, and one planted defect per detector.
 */
#ifndef VERIFY_EXEC_TEST_PROGRAMS_H
#define VERIFY_EXEC_TEST_PROGRAMS_H

#include "verify/exec/search/explore.h"

/* Right under every interleaving. */
void program_counter(void *arg);  /* three threads add under a mutex */
void program_handover(void *arg); /* a futex word, a condition variable, spinning */
void program_timeout(void *arg);  /* timed waits that nobody answers */

/* Wrong under some interleavings. */
void program_lost_update(void *arg);	  /* check: load, then store */
void program_depth_two(void *arg);	  /* check: needs two preemptions in one order */
void program_lock_order(void *arg);	  /* deadlock: two mutexes, both ways */
void program_check_then_sleep(void *arg); /* deadlock: looks, then announces */
void program_freed_early(void *arg);	  /* use after free by an atomic access */

/* Wrong under every interleaving. */
void program_leak(void *arg);
void program_freed_twice(void *arg);
void program_freed_short(void *arg);
void program_scribbles(void *arg); /* a plain write after the free */
void program_never_initialised(void *arg);
void program_retired(void *arg);
void program_unlocks_foreign(void *arg);
void program_spins_for_ever(void *arg);
void program_crashes(void *arg);
void program_overflows(void *arg); /* its stack */
void program_wrong_result(void *arg);
void program_sleeps_with_work(void *arg); /* lost wakeup, as program_has_work says */
const char *program_has_work(void *arg);

/* Ends in a check if `needs_alloc` has failed somewhere. */
void program_allocates(void *arg);

#endif
