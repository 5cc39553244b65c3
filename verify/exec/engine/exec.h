/* SPDX-License-Identifier: MIT */
/*
 * exec.h - the deterministic executor: run a program against mc.h once, under one
 * seed, and say what came of it.
 *
 * All threads of the program are coroutines on the calling thread; before each of its
 * seam calls a strategy picks who goes on, under a model of the system
 * (os_model.h) and of the machine's time (cost.h), with faults (faults.h).  Equal
 * options, equal executions, with any compiler: exec_result.hash proves it.
 *
 * Found are: deadlock, a lost wakeup (by at_rest), livelock by a bound of steps, leaks,
 * use after free and double free of what os_alloc gave, atomics and mutexes used out of their
 * life, failed checks and assertions, crashes, and loops without a seam call.
 *
 * Weakness: interleavings only.  Every access is sequentially consistent, whatever
 * order it asks for, and data races on plain fields show only by what they break.
 * One program at a time per process.
 */
#ifndef VERIFY_EXEC_EXEC_H
#define VERIFY_EXEC_EXEC_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "verify/exec/engine/cost.h"
#include "verify/exec/engine/faults.h"
#include "verify/exec/engine/os_model.h"
#include "verify/exec/engine/interleaving.h"

#define EXEC_THREADS_MAX 64u /* one bit each */

/* Who runs next (search/).  It knows threads by number and steps by count; what a step costs
 * is cost.h, what a system would let happen is os_model.h. */
struct exec_strategy {
	/* A new execution. */
	void (*begin)(struct exec_strategy *self, uint64_t seed);
	/* One of the bits of `runnable` (at least one is set), before every step.
	 * `current` ran last; its bit is not set where it cannot or should not go on. */
	uint32_t (*pick)(struct exec_strategy *self, uint64_t runnable, uint32_t current,
			 uint64_t step);
	/* The thread waits for others in a loop; may be NULL. */
	void (*yielded)(struct exec_strategy *self, uint32_t thread);
	/* After an execution: is there more to explore?  NULL: always. */
	bool (*next)(struct exec_strategy *self);
};

enum exec_end {
	EXEC_PASSED,
	EXEC_CHECK,	     /* mc_check, an assertion */
	EXEC_WRONG,	     /* exec_wrong: a result */
	EXEC_DEADLOCK,	     /* nobody can run, and no time will change that */
	EXEC_LOST_WAKEUP,    /* at_rest found work while everybody sleeps */
	EXEC_LIVELOCK,	     /* no end within the steps, or a loop without seam calls */
	EXEC_LEAK,	     /* blocks alive at the end */
	EXEC_USE_AFTER_FREE, /* an access to, or a write into, freed memory */
	EXEC_BAD_FREE,	     /* twice, no block, or another size */
	EXEC_MISUSE,	     /* of an atomic, a mutex, a thread: outside its life, by another */
	EXEC_CRASH,	     /* a signal */
	EXEC_LIMIT	     /* the executor's own: threads, memory */
};

struct exec_options {
	uint64_t seed;
	uint64_t steps_max;
	struct exec_strategy *strategy;
	struct exec_cost *cost;
	struct exec_os *os;
	const struct exec_faults *faults;
	/* When nobody can run now: NULL, or a static text that says what is lost.
	 * Seam calls in it neither count nor switch.  May be NULL. */
	const char *(*at_rest)(void *arg);
	void *arg;  /* of body and at_rest */
	FILE *show; /* print every event as it happens; may be NULL */
};

#define EXEC_TEXT_BYTES 320u

struct exec_result {
	enum exec_end end;
	char text[EXEC_TEXT_BYTES]; /* what failed, one line */
	uint64_t hash;		    /* of the whole trace */
	uint64_t steps;		    /* seam calls before which a switch could happen */
	uint64_t switches;
	uint64_t clock_ns; /* simulated */
	uint32_t threads;
};

/* Run body(arg) as thread 0 until all its threads have ended, or something fails.
 * 0, or a negative errno where the executor itself cannot run here. */
int exec_run(const struct exec_options *options, void (*body)(void *arg),
	     struct exec_result *result);

/* Of the latest execution: who ran how long, and where each thread is. */
const struct interleaving *exec_interleaving(void);
void exec_print_threads(FILE *out);

/* In the program: its result is wrong.  Ends the execution. */
void exec_wrong(const char *text);

/* "deadlock" */
const char *exec_end_name(enum exec_end end);

#endif
