/* SPDX-License-Identifier: MIT */
/*
 * sched.h - the public API of a scheduler variant.
 *
 * Every variant exports exactly these functions, out of line; one program
 * links exactly one variant.  Semantics are those of Tokio 1.53 where Tokio
 * has the operation.  Scheduling only: no I/O, no timers.
 *
 * Conventions.  Commands return 0 or a negative errno, predicates a bool.
 * Times are nanoseconds, sizes are bytes.  Unless a function says otherwise
 * it may be called from any thread.  A thread of a runtime is a "worker"; a
 * task is polled on one worker at a time, and successive polls of one task
 * are ordered (all of poll n happens before all of poll n+1).
 */
#ifndef SCHED_SCHED_H
#define SCHED_SCHED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sched_runtime;
struct sched_task;

enum sched_poll { SCHED_PENDING, SCHED_READY };

/*
 * The right to make one task runnable.  An owned waker holds one reference to
 * its task: it must end in exactly one sched_waker_wake or sched_waker_drop.
 * The value is two words and may be moved (copied, the source forgotten).
 * target == NULL is the empty waker; waking or dropping it does nothing.
 */
struct sched_waker {
	void *target;
	uint64_t kind;
};

/* What a poll function is given, by the runtime only.  The waker is borrowed: clone
 * it to keep it.  The budget is the tick's, see sched_coop_proceed. */
struct sched_context {
	struct sched_waker waker;
	uint32_t *budget;
};

typedef enum sched_poll sched_poll_fn(void *state, struct sched_context *context);

/*
 * What a task is made of; constant, shared by all tasks of the kind, and there until the last
 * reference to the last of them is gone: that may be after a join, on another thread.
 * `poll` runs the task once.  When it returns SCHED_READY it has written its
 * output over the first output_bytes of `state` and has released whatever the
 * state owned.  When it returns SCHED_PENDING it has arranged for a wake.
 * `drop` (may be NULL) releases what the state owns when the task is cancelled
 * before completion; `drop_output` (may be NULL) releases an output that nobody
 * took.  Exactly one of {READY, drop} happens to every spawned task.
 * state_bytes and output_bytes may be any size; the state is 16-byte aligned.
 */
struct sched_task_ops {
	const char *name;
	sched_poll_fn *poll;
	void (*drop)(void *state);
	void (*drop_output)(void *output);
	uint32_t state_bytes;
	uint32_t output_bytes;
};

/* ------------------------------------------------------------- runtime -- */

struct sched_config {
	uint32_t workers; /* 1 .. SCHED_WORKERS_MAX */
	uint64_t seed;	  /* victim choice and the like; equal seeds, equal choices */
	/* Called on each worker thread first and last; may be NULL.  Used for
	 * pinning and per-thread counters. */
	void (*on_worker_start)(uint32_t index, void *arg);
	void (*on_worker_stop)(uint32_t index, void *arg);
	void *arg;
};

#define SCHED_WORKERS_MAX 1024u

/* Start the workers.  -EINVAL: workers out of range (or more than this variant
 * can run); -ENOMEM; -EAGAIN: the system refused a thread.  On success the
 * caller owns *runtime and ends it with shutdown, then destroy. */
int sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime);

/* Graceful shutdown: no new task is accepted, every task that is not complete
 * is cancelled at its next suspension (polls in progress are waited for), the
 * workers are joined.  -EDEADLK from a worker of the same runtime.  Idempotent.
 * A variant without SCHED_CAN_CANCEL leaves what is suspended as it is. */
int sched_runtime_shutdown(struct sched_runtime *runtime);

/* Shut down if needed, then free.  Nobody may use the runtime afterwards; join
 * handles and wakers of its tasks remain valid and are still to be released. */
void sched_runtime_destroy(struct sched_runtime *runtime);

/* The runtime whose worker (or block_on) the calling thread is in, or NULL. */
struct sched_runtime *sched_current(void);

/* Index of the calling worker in its runtime, or -1 on any other thread. */
int sched_worker_index(void);

/* After how many ticks the calling worker looks at the inject queue next time, as its
 * tuner chose; 0 on any other thread, and where there is no such queue. */
uint32_t sched_worker_interval(void);

/* --------------------------------------------------------- spawn, join -- */

/* The owner's claim on a task's output; ends in exactly one
 * sched_join_detach.  task == NULL is the empty handle. */
struct sched_join {
	struct sched_task *task;
};

/*
 * Start a task with a copy of ops->state_bytes from `state`.  With join == NULL
 * the task is detached.  0: accepted.  -ECANCELED: the runtime is closed; the
 * task was dropped (`drop` was called) and *join, if asked for, is a valid
 * handle that resolves to -ECANCELED.  -ENOMEM: nothing was taken over, *join is
 * empty.  sched_spawn uses sched_current() and returns -ENXIO where there is
 * none; sched_spawn_on works from any thread.
 */
int sched_spawn(const struct sched_task_ops *ops, const void *state, struct sched_join *join);
int sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
		   const void *state, struct sched_join *join);

/*
 * Await a task from a task or from block_on.  SCHED_PENDING: the context's waker
 * is registered (the latest caller's wins), or in a variant whose handles keep none,
 * deferred as by sched_yield_now.  SCHED_READY: *status is 0 and the
 * output is copied to `output` (may be NULL if output_bytes is 0), or *status is
 * -ECANCELED.  Costs one unit of the coop budget.  Polling again after READY is
 * a misuse that gives READY with -EINVAL, as is polling an empty handle.  One
 * thread at a time per handle.
 */
enum sched_poll sched_join_poll(struct sched_join *join, struct sched_context *context,
				void *output, int *status);

/* Take the output if the task is complete: 0, -ECANCELED, -EAGAIN (not
 * complete), -EINVAL (already taken).  Does not release the handle. */
int sched_join_take(struct sched_join *join, void *output);

/* Release the handle; the task runs on.  The handle becomes empty. */
void sched_join_detach(struct sched_join *join);

/* Ask for cancellation: takes effect when the task is next suspended or, if it
 * is suspended now, as soon as a worker gets to it.  No effect on a complete
 * task.  The handle stays valid and resolves to 0 or -ECANCELED. */
void sched_join_abort(struct sched_join *join);

bool sched_join_is_finished(const struct sched_join *join);

/* -------------------------------------------------------------- wakers -- */

struct sched_waker sched_waker_clone(const struct sched_waker *waker);
/* Consumes the waker, which becomes empty. */
void sched_waker_wake(struct sched_waker *waker);
void sched_waker_wake_by_ref(const struct sched_waker *waker);
/* Consumes the waker, which becomes empty. */
void sched_waker_drop(struct sched_waker *waker);

static inline bool sched_waker_will_wake(const struct sched_waker *a, const struct sched_waker *b)
{
	return a->target == b->target && a->kind == b->kind;
}

static inline struct sched_waker sched_waker_empty(void)
{
	struct sched_waker empty;

	empty.target = NULL;
	empty.kind = 0;
	return empty;
}

/* -------------------------------------------------- inside a poll only -- */

/* Always SCHED_PENDING: `return sched_yield_now(context);`.  The task is resumed
 * after the worker has looked at its other work (Tokio's defer list). */
enum sched_poll sched_yield_now(struct sched_context *context);

/* Leaf operations call this first.  true: one unit of the budget is spent, go
 * on.  false: budget exhausted, the waker is deferred, return SCHED_PENDING.
 * Give the unit back with refund if the operation turns out pending. */
bool sched_coop_exhausted(struct sched_context *context); /* the slow half: false */

static inline bool sched_coop_proceed(struct sched_context *context)
{
	if (*context->budget == 0)
		return sched_coop_exhausted(context);
	--*context->budget;
	return true;
}

static inline void sched_coop_refund(struct sched_context *context)
{
	++*context->budget;
}

/* ------------------------------------------------------------ block_on -- */

/* Poll `poll(state)` on the calling thread until it is ready, sleeping in
 * between.  Tasks spawned from inside are remote spawns, as in Tokio.
 * -EDEADLK on a worker thread or inside another block_on. */
int sched_block_on(struct sched_runtime *runtime, sched_poll_fn *poll, void *state);

/* block_on(handle): wait for the task, copy its output, release the handle.
 * 0, -ECANCELED, or -EDEADLK (handle kept). */
int sched_block_on_join(struct sched_runtime *runtime, struct sched_join *join, void *output);

/* ---------------------------------------------------------- allocation -- */

/* Memory by the variant's allocation policy, 16-byte aligned; NULL if there is
 * none.  Tasks and oneshots come from here.  Free with the same size; any
 * thread may free. */
void *sched_alloc(size_t bytes);
void sched_free(void *pointer, size_t bytes);

/* -------------------------------------------------------- introspection -- */

enum sched_capability {
	SCHED_CAN_REMOTE = 1,	/* spawn and wake from threads that are not workers */
	SCHED_CAN_PARALLEL = 2, /* more than one worker */
	SCHED_CAN_FAULT = 4,	/* fault build: sched_fault_* work */
	SCHED_CAN_COUNT = 8,	/* counting build: hot-path metrics are counted */
	SCHED_CAN_CANCEL = 16	/* shutdown cancels what sleeps (owned_list.h says what else) */
};
uint32_t sched_capabilities(void);
const char *sched_variant_name(void);

/* The compile-time policy of this variant, for result rows: {name, value}. */
struct sched_knob {
	const char *name;
	const char *value;
};
const struct sched_knob *sched_knobs(size_t *count);

/* Counters with Tokio's names, summed over workers since creation, and a few levels.  value is
 * valid only if `counted`; the hot-path ones are counted by the counting build
 * only, and nothing of them is in the timed build. */
struct sched_metric {
	const char *name;
	const char *unit;    /* of what it is a number */
	const char *meaning; /* of them, which; read after the unit */
	bool counted;
	bool is_level; /* what is now, or was most: a difference means nothing */
	uint64_t value;
};
/* `runtime` NULL: the names, and whether this build counts them; no values.
 * Fills up to `max` entries, returns how many there are.  Exact only while the
 * workers are parked; otherwise each value is some recent one. */
size_t sched_metrics(struct sched_runtime *runtime, struct sched_metric *metrics, size_t max);

/* One line per worker (and one for the shared queues) on file descriptor `fd`,
 * racy by nature; async-signal-safe.  For hangs. */
void sched_dump(struct sched_runtime *runtime, int fd);

/* Fault build only (-ENOTSUP elsewhere): hold every thief for hold_ns between
 * claim and release of a steal, spinning.  0 switches the fault off. */
int sched_fault_hold_thief(struct sched_runtime *runtime, uint64_t hold_ns);

#ifdef __cplusplus
}
#endif
#endif
