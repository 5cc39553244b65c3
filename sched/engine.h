/* SPDX-License-Identifier: MIT */
/*
 * engine.h - the scheduler as a template: a variant's file defines its knobs and
 * hooks, then includes this once, and is a whole scheduler behind sched.h.
 *
 * The includes below are the map: in this order the files are read, from the memory up,
 * and each needs only what stands above it (tests/lint/reading_order.sh).
 */
#ifdef SCHED_ENGINE_H
#error "one variant, one translation unit: engine.h is included twice"
#endif
#define SCHED_ENGINE_H

#ifndef VARIANT_NAME
#error "a variant defines VARIANT_NAME before it includes engine.h"
#endif

#ifndef ARM_NAME /* of a preset with settings it is the whole expression */
#define ARM_NAME VARIANT_NAME
#endif

/* What is given: the public API, the policies to choose from, the two seams. */
#include "sched/sched.h"   /* what a program calls, and what it may rely on */
#include "sched/knobs.h"   /* each policy chosen at compile time, with its default */
#include "sched/atomics.h" /* the seam to shared memory: the order is in the name */
#include "sched/check.h"   /* assertions and attributes */
#include "sched/os.h"	   /* the seam to threads, locks, memory, clock */
#include "sched/metrics.h" /* what is counted, and in which builds */
#include "sched/padding.h" /* axis: which words stand on lines of their own */

/* A task. */
#include "sched/task_state.h" /* its state word: each edge of its life is one function */
#include "sched/slab.h"	      /* memory by size class, a cache per thread */
#include "sched/task_alloc.h" /* axis: who serves the memory of tasks */
#include "sched/task.h"	      /* its one allocation: header, state, trailer */
#include "sched/guard.h"      /* axis: wakers and handles that are used once too often */

/* Where tasks wait. */
#include "sched/local_queue.h"	/* axis: the ring of one worker, which others steal from */
#include "sched/lifo_slots.h"	/* the few in front of it, made runnable last */
#include "sched/inject_queue.h" /* axis: the queue for what comes from outside */
#include "sched/defer.h"	/* those that yielded */
#include "sched/owned_list.h"	/* every task of a runtime, for its shutdown */

/* How workers wait. */
#include "sched/interval.h" /* axis: how often a busy one looks at the inject queue first */
#include "sched/idle.h"	    /* who searches, who sleeps, whom to wake */
#include "sched/park.h"	    /* axis: how one thread sleeps until another unparks it */

/* What is put together of these, and how long it lives. */
#include "sched/worker.h"	  /* the structs: context, worker, runtime */
#include "sched/runtime_memory.h" /* a runtime, made and freed */
#include "sched/task_memory.h"	  /* a task, made and freed */

/* From a wake to a queue. */
#include "sched/unlisted.h" /* the end of a task that will not run, where no list ends it */
#include "sched/overflow.h" /* the ring, and where its tasks go when it is full */
#include "sched/lifo.h"	    /* axis: what the LIFO slots are for, as hooks */
#include "sched/schedule.h" /* a runnable task goes to a queue, perhaps a worker is told */
#include "sched/waker.h"    /* a wake */
#include "sched/coop.h"	    /* the budget of a poll, and yielding */
#include "sched/join.h"	    /* the caller's claim on a task */

/* From a queue to a poll. */
#include "sched/park_protocol.h" /* axis: what a worker does before it sleeps */
#include "sched/task_run.h"	 /* one poll, and what follows from its outcome */
#include "sched/worker_loop.h"	 /* what a worker does all day */

/* The two ends. */
#include "sched/block_on.h"   /* a thread that is no worker waits for a task */
#include "sched/runtime.h"    /* create, spawn, shutdown */
#include "sched/introspect.h" /* what a variant says about itself */

#define KNOB(name)			   SCHED_##name
#define ENGINE_REFUSES(nonsense, sentence) SCHED_STATIC_ASSERT_SAYS(!(nonsense), sentence);
SCHED_NONSENSE(ENGINE_REFUSES)
