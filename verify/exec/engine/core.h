/* SPDX-License-Identifier: MIT */
/*
 * core.h - the inside of the executor, for the files that implement mc.h.
 *
 * There is no scheduler coroutine: the thread that makes a seam call picks its
 * successor itself (engine_step) and switches to it.  Failures and the end go to the
 * caller of exec_run by leaving all coroutines where they are.
 */
#ifndef VERIFY_EXEC_CORE_H
#define VERIFY_EXEC_CORE_H

#include "verify/exec/engine/objects.h"
#include "verify/exec/engine/coroutine.h"
#include "verify/exec/engine/exec.h"

enum thread_state {
	THREAD_RUNNABLE,
	THREAD_WAITS, /* mc_wait */
	THREAD_LOCKS,
	THREAD_COND,
	THREAD_JOINS,
	THREAD_LATE,	/* woken, but the wake has not arrived */
	THREAD_STALLED, /* fault */
	THREAD_ENDED
};

struct exec_thread {
	struct coroutine coroutine;
	char name[16];
	enum thread_state state;
	const void *waits_on;
	const struct mc_site *site;    /* of its latest seam call */
	uint64_t timer_ns;	       /* EXEC_NEVER: none */
	enum exec_outcome timer_gives; /* a sleep: TIMED_OUT or SPURIOUS */
	enum exec_outcome woken;       /* how the latest sleep ended */
	void *slots[2];
	void (*at_exit)(void *cache);
	void (*run)(void *arg);
	void *arg;
};

struct engine {
	const struct exec_options *options;
	struct exec_result *result;
	uint64_t runnable; /* bit per thread */
	uint64_t timed;	   /* those with a timer */
	uint32_t current;
	uint32_t thread_count;
	uint32_t live;
	bool is_running; /* a thread of the model is on the CPU */
	bool is_quiet;	 /* seam calls of at_rest */
	bool may_stall;
	uint64_t steps;
	uint64_t switches;
	uint64_t clock_ns;
	uint64_t next_timer_ns;
	uint64_t sleeps;
	uint64_t allocations;
	uint64_t seeds; /* given out by mc_random_seed */
	uint64_t stall_points;
	struct exec_thread threads[EXEC_THREADS_MAX];
	struct exec_waiter waiters[EXEC_THREADS_MAX]; /* beside each thread */
	struct coroutine caller;
	struct interleaving interleaving;
};
extern struct engine engine;

static inline struct exec_thread *engine_self(void)
{
	return &engine.threads[engine.current];
}

static inline uint64_t engine_bit(uint32_t thread)
{
	return (uint64_t)1 << thread;
}

/* Before a seam call that others may see: somebody else may run first. */
void engine_step(enum exec_op op, const void *object, const struct mc_site *site);
/* The same where the thread waits in a loop: others first. */
void engine_spin(const struct mc_site *site);
/* Sleep until woken or the timer passes; says how it ended. */
enum exec_outcome engine_sleep(enum thread_state state, const void *on, uint64_t timeout_ns);
/* Those that sleep so on this. */
uint64_t engine_sleepers(enum thread_state state, const void *on);
void engine_wake(uint32_t thread, enum exec_outcome how);
/* The calling thread has ended. */
void engine_exit(void) __attribute__((noreturn));
/* A new runnable thread; its number, or EXEC_THREADS_MAX. */
uint32_t engine_start(const char *name, void (*run)(void *arg), void *arg);

/* End the execution.  Does not return to a thread of the model. */
void engine_fail(enum exec_end end, const struct mc_site *site, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Back to the caller of exec_run, whatever the threads are at. */
void engine_leave(void);

/* The object there; a failed execution unless it is alive and of the kind. */
struct object *engine_object(const void *address, enum object_kind kind,
			     const struct mc_site *site);

void engine_trace(enum exec_op op, const struct mc_site *site, uint32_t object, uint64_t before,
		  uint64_t after, enum exec_outcome outcome);
void engine_trace_ordered(enum exec_op op, const struct mc_site *site, uint32_t object,
			  uint64_t before, uint64_t after, enum exec_outcome outcome,
			  enum mc_order order, enum mc_order failure_order);

/* crash.c: between the two, signals become failed executions. */
void crash_catch(void);
void crash_release(void);

#endif
