/* SPDX-License-Identifier: MIT */
/*
 * knobs.h - every compile-time policy of the engine, with its default.
 *
 * A variant's file #defines the knobs it changes and includes engine.h.  The
 * defaults are Tokio 1.53, so an unchanged set is the preset `tokio`.  Every
 * knob is echoed into every result row (SCHED_KNOBS), so that a result names its
 * policy.  Values are enumerators: `if (SCHED_POP == POP_SPIN)` is decided by
 * the compiler, both arms always compile.
 *
 * To add a knob: enumerators and default here, a line in SCHED_KNOBS, and the
 * branch in the one file that implements the axis.
 */
#ifndef SCHED_KNOBS_H
#define SCHED_KNOBS_H

/* ------------------------------------------------- LIFO slots (lifo.h) -- */

/* What makes room for a newcomer when the slots are full.  With one slot the two
 * are the same. */
enum knob_lifo_evict {
	LIFO_EVICT_PREVIOUS, /* the newest resident (Tokio: swap) */
	LIFO_EVICT_OLDEST    /* the bottom of the stack (Blitz-IO) */
};
/* What counts towards SCHED_LIFO_CAP. */
enum knob_lifo_cap_counts {
	LIFO_CAP_COUNTS_CHAIN, /* LIFO polls after one root poll, in one tick (Tokio) */
	LIFO_CAP_COUNTS_POPS /* every local pop of a tick of up to SCHED_BUDGET polls (Blitz-IO) */
};
/* What happens at the cap. */
enum knob_lifo_at_cap {
	LIFO_AT_CAP_DISABLE, /* the last poll's wakes go to the ring, until the tick ends (Tokio) */
	LIFO_AT_CAP_SKIP, /* the slots keep their tasks, unreachable until the tick ends (Blitz-IO) */
	LIFO_AT_CAP_FLUSH /* the slots are emptied into the ring (Blitz-IO's later design) */
};
/* When a push to the slots tells a parked worker that there is work. */
enum knob_lifo_notify {
	LIFO_NOTIFY_DISPLACED, /* when it displaced a task to the ring (Tokio) */
	LIFO_NOTIFY_NEVER,
	LIFO_NOTIFY_ALWAYS /* Tokio 1.51.0, reverted for its cost */
};

/* Whether others may take what is in the slot. */
enum knob_lifo_steal {
	LIFO_STEAL_NEVER, /* the slots are the owner's (Tokio) */
	LIFO_STEAL_LAST	  /* by a thief that the ring gave nothing; one slot only (Tokio 1.51.0) */
};

#ifndef SCHED_LIFO_SLOTS
#define SCHED_LIFO_SLOTS 1
#endif
#ifndef SCHED_LIFO_EVICT
#define SCHED_LIFO_EVICT LIFO_EVICT_PREVIOUS
#endif
#ifndef SCHED_LIFO_CAP
#define SCHED_LIFO_CAP 3
#endif
#ifndef SCHED_LIFO_CAP_COUNTS
#define SCHED_LIFO_CAP_COUNTS LIFO_CAP_COUNTS_CHAIN
#endif
#ifndef SCHED_LIFO_AT_CAP
#define SCHED_LIFO_AT_CAP LIFO_AT_CAP_DISABLE
#endif
#ifndef SCHED_LIFO_NOTIFY
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_DISPLACED
#endif
#ifndef SCHED_LIFO_STEAL
#define SCHED_LIFO_STEAL LIFO_STEAL_NEVER
#endif
#define LIFO_IS_STEALABLE (SCHED_LIFO_STEAL == LIFO_STEAL_LAST)

/* ---------------------------------------- local queue (local_queue.h) -- */

#ifdef SCHED_TINY
#define LOCAL_QUEUE_CAPACITY 4u
#endif
#ifndef LOCAL_QUEUE_CAPACITY
#define LOCAL_QUEUE_CAPACITY 256u
#endif

/* What the owner's pop does while a thief is copying. */
enum knob_pop {
	POP_PROCEED, /* takes the next unclaimed task (Tokio's source) */
	POP_SPIN,    /* waits for the thief (what design-claims says Tokio does) */
	POP_NULL     /* gives up and looks at inject (Blitz-IO "wait-free") */
};
enum knob_steal_half {
	STEAL_HALF_UP,	/* ceil(n / 2) (Tokio) */
	STEAL_HALF_DOWN /* floor(n / 2), but one of one (Blitz-IO) */
};

#ifndef SCHED_POP
#define SCHED_POP POP_PROCEED
#endif
#ifndef SCHED_STEAL_HALF
#define SCHED_STEAL_HALF STEAL_HALF_UP
#endif

/* --------------------------------------- inject queue (inject_queue.h) -- */

enum knob_inject {
	INJECT_WITH_SLEEPERS, /* one mutex for the queue and the list of sleepers (Tokio) */
	INJECT_OWN_MUTEX,     /* one queue, its own mutex */
	INJECT_SHARDED	      /* SCHED_INJECT_SHARDS queues and an occupancy word (Blitz-IO) */
};
enum knob_shard_key {
	SHARD_BY_THREAD,  /* sticky: a thread always pushes to one shard */
	SHARD_BY_TASK,	  /* hash of the task's id (Blitz-IO hashes its address) */
	SHARD_ROUND_ROBIN /* one shared counter */
};

#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_WITH_SLEEPERS
#endif
#ifndef SCHED_INJECT_SHARDS
#define SCHED_INJECT_SHARDS 8
#endif
#ifndef SCHED_SHARD_KEY
#define SCHED_SHARD_KEY SHARD_BY_THREAD
#endif

/* --------------------------------------- inject interval (interval.h) -- */

enum knob_interval {
	INTERVAL_FIXED, /* every SCHED_INTERVAL_FIXED ticks */
	INTERVAL_TOKIO, /* EWMA weighted by polls, 200 us, 2..127 */
	INTERVAL_BLITZ, /* EWMA per batch, 1 ms, 8..255 */
	INTERVAL_HOOK	/* the variant's own pair of functions; they are named beside it */
};

#ifdef SCHED_INTERVAL_SAMPLE /* a hook stands in place of the knob, and says so */
#undef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_HOOK
#define SCHED_HOOKS(X) X(SCHED_INTERVAL_SAMPLE) X(SCHED_INTERVAL_CURRENT)
#else
#define SCHED_HOOKS(X)
#endif

#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_TOKIO
#endif
#ifndef SCHED_INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 61
#endif

/* -------------------------------------------------- parking (park.h) -- */

enum knob_park {
	PARK_CONDVAR, /* mutex and condition variable (Tokio) */
	PARK_FUTEX    /* one futex word (Blitz-IO) */
};

#ifndef SCHED_PARK
#define SCHED_PARK PARK_CONDVAR
#endif

/* ---------------------------------------- allocation (task_alloc.h) -- */

enum knob_task_alloc {
	TASK_ALLOC_LIBC, /* aligned_alloc(128) and free */
	TASK_ALLOC_SLAB	 /* slab.h, one cache per thread */
};

#ifndef SCHED_TASK_ALLOC
#define SCHED_TASK_ALLOC TASK_ALLOC_LIBC
#endif

/* ----------------------------------------------- misuse (guard.h) -- */

/* What finds wakers that are used twice and handles that are used after their end. */
enum knob_guard {
	GUARD_NONE,    /* nothing: such a use is undefined (Tokio, where Rust's types forbid it) */
	GUARD_DEBUG,   /* wakers are counted in the state word */
	GUARD_SENTINEL /* and a word in the task tells that it is gone, which is kept for a while */
};

#ifndef SCHED_GUARD
#define SCHED_GUARD GUARD_NONE
#endif

/* --------------------------------------------------------- worker loop -- */

#ifndef SCHED_EVENT_INTERVAL
#ifdef SCHED_TINY
#define SCHED_EVENT_INTERVAL 3
#else
#define SCHED_EVENT_INTERVAL 61 /* ticks between two maintenances */
#endif
#endif
#ifndef SCHED_BUDGET
#ifdef SCHED_TINY
#define SCHED_BUDGET 5
#else
#define SCHED_BUDGET 128 /* coop units per tick */
#endif
#endif

/* ------------------------------------ bookkeeping that Tokio does and a
 * scheduler need not: 1 as Tokio (counted in its RMW), 0 leaner with the same
 * semantics.  Preset tokio_lean sets them all to 0. */

#ifndef SCHED_ID_GLOBAL
#define SCHED_ID_GLOBAL 1 /* task ids from one shared counter; 0: from the worker */
#endif
#ifndef SCHED_HANDLE_REF
#define SCHED_HANDLE_REF 1 /* every task holds a reference to the runtime */
#endif
#ifndef SCHED_OWNED_COUNT
#define SCHED_OWNED_COUNT 1 /* shared `added` and `count` beside the owned list */
#endif
#ifndef SCHED_REF_PER_WAKE
/* A wake by value adds a reference and then drops its own, a handle's drop gives
 * up interest and reference in two steps; 0: in one. */
#define SCHED_REF_PER_WAKE 1
#endif
#ifndef SCHED_MAINTENANCE_LOCKS
#define SCHED_MAINTENANCE_LOCKS 1 /* "closed?" is read under the mutex; 0: from an atomic */
#endif
#ifndef SCHED_METRICS_BATCHED
#define SCHED_METRICS_BATCHED 1 /* two clock reads and a copy of the counters per batch */
#endif
#ifndef SCHED_PARK_DRIVER
#define SCHED_PARK_DRIVER 1 /* every zero-timeout park try-locks the (absent) driver */
#endif

/* ---------------------------------------------- flavours of one variant -- */

#ifndef SCHED_COUNTING
#define SCHED_COUNTING 0 /* hot-path metrics */
#endif
#ifndef SCHED_FAULT
#define SCHED_FAULT 0 /* sched_fault_hold_thief */
#endif

#define SCHED_KNOBS(X) \
	X(SCHED_LIFO_SLOTS) \
	X(SCHED_LIFO_EVICT) \
	X(SCHED_LIFO_CAP) \
	X(SCHED_LIFO_CAP_COUNTS) \
	X(SCHED_LIFO_AT_CAP) \
	X(SCHED_LIFO_NOTIFY) \
	X(SCHED_LIFO_STEAL) \
	X(LOCAL_QUEUE_CAPACITY) \
	X(SCHED_POP) \
	X(SCHED_STEAL_HALF) \
	X(SCHED_INJECT) \
	X(SCHED_INJECT_SHARDS) \
	X(SCHED_SHARD_KEY) \
	X(SCHED_INTERVAL) \
	X(SCHED_INTERVAL_FIXED) \
	X(SCHED_PARK) \
	X(SCHED_TASK_ALLOC) \
	X(SCHED_GUARD) \
	X(SCHED_EVENT_INTERVAL) \
	X(SCHED_BUDGET) \
	X(SCHED_ID_GLOBAL) \
	X(SCHED_HANDLE_REF) \
	X(SCHED_OWNED_COUNT) \
	X(SCHED_REF_PER_WAKE) \
	X(SCHED_MAINTENANCE_LOCKS) \
	X(SCHED_METRICS_BATCHED) \
	X(SCHED_PARK_DRIVER) \
	X(SCHED_COUNTING) \
	X(SCHED_FAULT)

#endif
