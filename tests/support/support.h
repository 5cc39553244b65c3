/* SPDX-License-Identifier: MIT */
/*
 * support.h - what the tests of the scheduler share: cmocka, words to wait on, and
 * probe tasks that count what happens to them.
 *
 * Every probe task ends in exactly one of READY and drop; probe_ended_once() is the
 * oracle.  cmocka's assertions jump, so they are used on the test's own thread only;
 * tasks and helper threads count, and the test looks at the counts.
 */
#ifndef TESTS_SUPPORT_SUPPORT_H
#define TESTS_SUPPORT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sched/atomics.h"
#include "sched/os.h"
#include "sched/sched.h"
#include "tests/support/watchdog.h"

#define TEST_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ----------------------------------------------------------- the watchdog -- */

/* Every case says its name to the watchdog, every thread starts it, and it knows every
 * runtime from its creation to the end of its destruction. */
#undef cmocka_unit_test
#define cmocka_unit_test(function) \
	{ \
#function, function, case_begin, case_end, (void *)(uintptr_t) #function \
	}
#define os_thread_start(...) (watchdog_start(), os_thread_start(__VA_ARGS__))
#define sched_runtime_create(config, result) \
	runtime_watched(sched_runtime_create(config, result), result)
#define sched_runtime_destroy(runtime) runtime_destroy(runtime)

int case_begin(void **name);
int case_end(void **name);
/* `error`, and the runtime is watched if there is none. */
int runtime_watched(int error, struct sched_runtime *const *runtime);
void runtime_destroy(struct sched_runtime *runtime);

/* ---------------------------------------------------- words to wait on -- */

/* Set the word and wake whoever waits for it. */
void word_set(at_u32 *word, uint32_t value);
void word_add(at_u32 *word, uint32_t value);
/* Sleep until the word is at least `value`. */
void word_await(at_u32 *word, uint32_t value);
uint32_t word_get(at_u32 *word);

/* --------------------------------------------------------- a runtime -- */

struct sched_runtime *runtime_start(uint32_t workers);
void runtime_stop(struct sched_runtime *runtime);
/* By its knobs, a scheduler may let a task from outside wait for ever: while local work never
 * ends (Blitz-IO's B6); behind another of its batch (B19), or in a later shard than those of
 * which batches are full (B18). */
bool local_work_starves_inject(void);
bool batch_starves_inject(void);
/* The value of a knob of the linked variant; fails the test if there is none. */
const char *knob_value(const char *name);
/* The same for numbers. */
uint32_t knob_number(const char *name);

/* ------------------------------------------------------- probe tasks -- */

enum probe_kind {
	PROBE_VALUE,	    /* ready at once */
	PROBE_LATCHED,	    /* idle until the latch is open; leaves a waker in `waker` */
	PROBE_HOLD_READY,   /* keeps its worker until the latch is open, then ready */
	PROBE_HOLD_PENDING, /* the same, then pending without a waker kept */
	PROBE_YIELD,	    /* yields until the latch is open */
	PROBE_SELF_WAKE	    /* first poll: wakes itself three times, pending; then ready */
};

struct probe {
	at_u32 polls;
	at_u32 ready;
	at_u32 drops;
	at_u32 output_drops;
	at_u32 latch;
	at_u32 announced; /* polls that have reached their waiting point */
	struct os_mutex mutex;
	struct sched_waker waker; /* of the latest PROBE_LATCHED poll; guarded by mutex */
	enum probe_kind kind;
	int worker_index;	       /* of the latest poll */
	uint32_t worker_interval;      /* likewise */
	struct sched_runtime *current; /* of the latest poll */
};

/* State and output of a probe task: the output is the value plus one. */
struct probe_state {
	struct probe *probe;
	uint64_t value;
};

extern const struct sched_task_ops probe_ops;

void probe_init(struct probe *probe, enum probe_kind kind);
void probe_fini(struct probe *probe);
int probe_spawn_on(struct sched_runtime *runtime, struct probe *probe, uint64_t value,
		   struct sched_join *join);
int probe_spawn(struct probe *probe, uint64_t value, struct sched_join *join);
/* The waker left by the task; the caller owns it. */
struct sched_waker probe_take_waker(struct probe *probe);
/* Open the latch; a holder goes on, a latched one is woken. */
void probe_release(struct probe *probe);
bool probe_ended_once(struct probe *probe);
/* Spawn a task that keeps one worker busy, and wait until it does. */
void probe_hold_worker(struct sched_runtime *runtime, struct probe *probe, struct sched_join *join);

/* ---------------------------------------------------------- randomness -- */

/* SCHEDLAB_SEED or a random seed, printed so that a failure can be repeated. */
uint64_t test_seed(void);
uint64_t test_random(uint64_t *state);

#endif
