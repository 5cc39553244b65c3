/* SPDX-License-Identifier: MIT */
/*
 * worker.h - the structs of a running scheduler: context, worker, runtime.
 *
 * One context per thread that is inside the runtime (os_current): a worker's, or
 * a block_on's, which has no worker.  A worker's first part is its owner's alone;
 * the ring and the parker, which others write, stand on lines of their own.
 */
#ifndef SCHED_WORKER_H
#define SCHED_WORKER_H

#include "sched/defer.h"
#include "sched/guard.h"
#include "sched/idle.h"
#include "sched/inject_queue.h"
#include "sched/interval.h"
#include "sched/lifo_slots.h"
#include "sched/local_queue.h"
#include "sched/metrics.h"
#include "sched/owned_list.h"
#include "sched/park.h"

struct worker;

struct join_backoff {	 /* JOIN_POLL_BACKOFF: of one thread (join.h) */
	uint32_t asked;	 /* of the deferred tasks, those that asked a handle in vain */
	uint32_t rounds; /* of asking in vain, in a row */
};

struct context { /* of one thread */
	struct sched_runtime *runtime;
	struct worker *worker; /* NULL in block_on */
	uint32_t budget;       /* coop units left in this poll */
	__extension__ struct join_backoff backoff[SCHED_JOIN == JOIN_POLL_BACKOFF];
};

static inline void context_init(struct context *context, struct sched_runtime *runtime,
				struct worker *worker)
{
	context->runtime = runtime;
	context->worker = worker;
	context->budget = SCHED_BUDGET;
	if (SCHED_JOIN == JOIN_POLL_BACKOFF) {
		context->backoff->asked = 0;
		context->backoff->rounds = 0;
	}
}

struct batch { /* polls between two looks at the clock */
	uint64_t started_ns;
	uint64_t polls;
	uint64_t busy_ns; /* of all batches */
	bool is_open;
};

struct worker { /* owner only, down to `queue` */
	struct context context;
	struct sched_context poll_context; /* what the task in progress sees */
	uint32_t index;
	uint32_t tick;
	uint32_t ticks_to_event;  /* until tick is a multiple of SCHED_EVENT_INTERVAL */
	uint32_t ticks_to_inject; /* until tick is a multiple of global_queue_interval */
	uint32_t polls_this_tick; /* LIFO_CAP_COUNTS_POPS: a tick is many polls */
	uint32_t global_queue_interval;
	bool is_searching;
	bool is_shutdown;
	bool is_timed_out; /* PARK_IS_TIMED: the last park ended so, and no task was found since */
	at_u32 about_to_park; /* PARK_HAS_FLAG: nobody reads it */
	struct lifo lifo;
	struct interval interval;
	struct batch batch;
	struct defer_list defer;
	/* What is left of a batch, linked, oldest first; INJECT_BATCH_PRIVATE. */
	__extension__ struct sched_task *private_batch[INJECT_BATCH_IS_PRIVATE];
	uint32_t rng_one;
	uint32_t rng_two;
	uint64_t next_id;	/* !SCHED_ID_GLOBAL */
	int64_t task_balance;	/* !SCHED_HANDLE_REF: created minus freed here */
	uint64_t polls_at_park; /* counting build: no-op parks */
	struct os_thread thread;
	struct worker_metrics metrics;			    /* owner writes, anybody reads */
	struct local_queue queue SCHED_ALIGNED(SCHED_LINE); /* owner and thieves */
	struct parker parker SCHED_ALIGNED(SCHED_LINE);	    /* anybody */
} SCHED_ALIGNED(SCHED_LINE);

struct sched_runtime {
	struct sched_config config;
	struct worker *workers;
	at_u32 is_closed;	 /* !SCHED_MAINTENANCE_LOCKS: no look under the mutex */
	at_u64 fault_hold_ns;	 /* SCHED_FAULT */
	at_u64 remote_schedules; /* SCHED_COUNTING */
	struct os_mutex end_mutex;
	uint32_t arrived; /* workers done with shutdown; guarded by end_mutex */
	bool is_joined;	  /* guarded by join_mutex */
	struct os_mutex join_mutex;
	at_u64 next_id SCHED_ALIGNED(SCHED_LINE); /* SCHED_ID_GLOBAL, and remote spawns */
	at_u64 refs;				  /* see runtime_ref */
	at_u32 driver SCHED_ALIGNED(SCHED_LINE);  /* SCHED_PARK_DRIVER: its try-lock */
	at_u32 driver_token;			  /* and its parker's state */
	struct owned_list owned;
	struct inject_queue inject; /* packed, its length stands before the idle word, as in */
	struct idle idle;	    /* Tokio 1.53 */
	__extension__ struct guard_kept kept[SCHED_GUARD == GUARD_SENTINEL];
};

#define RUNTIME_LINES(bytes) (((bytes) + SCHED_LINE - 1) / SCHED_LINE * SCHED_LINE)
SCHED_STATIC_ASSERT(sizeof(struct sched_runtime) ==
		    RUNTIME_LINES(offsetof(struct sched_runtime, idle) + sizeof(struct idle)) +
			    (SCHED_GUARD == GUARD_SENTINEL ? sizeof(struct guard_kept) : 0));

static inline struct context *context_current(void)
{
	return (struct context *)os_current();
}

/* The worker of `runtime` that the calling thread is, or NULL. */
static inline struct worker *worker_current(const struct sched_runtime *runtime)
{
	struct context *context = context_current();

	return context && context->runtime == runtime ? context->worker : NULL;
}

/* Marsaglia's xorshift, two words, as Tokio's FastRand. */
static inline uint32_t worker_random(struct worker *worker, uint32_t below)
{
	uint32_t one = worker->rng_one;
	uint32_t two = worker->rng_two;

	one ^= one << 17;
	one = one ^ two ^ one >> 7 ^ two >> 16;
	worker->rng_one = two;
	worker->rng_two = one;
	return (uint32_t)((uint64_t)(two + one) * below >> 32);
}

/* What the worker can run without looking elsewhere.  A slot that can be stolen is in the
 * queue's length. */
static inline uint32_t worker_length(struct worker *worker)
{
	return worker->lifo.count + local_queue_length_owned(&worker->queue);
}

static inline bool worker_has_tasks(struct worker *worker)
{
	return worker_length(worker) > 0;
}

#endif
