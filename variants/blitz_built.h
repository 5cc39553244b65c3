/* SPDX-License-Identifier: MIT */
/*
 * blitz_built.h - preset: the Blitz-IO that its worker threads executed (f533755), on our task
 * core.
 *
 * A ring without slots, one task per steal, victims by tick; eight inject shards, looked at when
 * local work is gone, their batch the worker's own; a push tells nobody but of inject; a yield is a
 * wake of itself (docs/blitz-io.md 3, knob by knob).  It is not blitz_doc, of which it shares the
 * shards, the interval and the futex.
 *
 * Repaired, each with the rule of tests/policy that fails without it: what is left of a batch when a
 * tick ends is kept (B5); a wake makes the transition to scheduled once (B7); a waker is dropped
 * once (B10); the handle's reference is taken before the task is published (B11).  The last three
 * are our task core's, which has them right.
 *
 * What is not built here, and what that hides:
 *   - the task core.  F5's task is one malloc of a small header and its state, without join waker,
 *     owned list and abort.  Its cheap spawn comes from there (docs/blitz-io.md 6), so a row of this
 *     preset in spawn shows what its queues do, not what Blitz-IO took;
 *   - the protocol of idle workers.  Here it is Tokio's word, whose last searcher looks into all
 *     rings before it sleeps, and no timeout: F5 has a flag, a look at the own ring and 10 ms, so
 *     B16 is not here, and B8 only while nobody searches;
 *   - a shard's length is stored under its lock, not added to, and the shard is that of the task's
 *     id, not of its address; a thief claims and releases, F5's claims only; RMW are compared as
 *     differences (overflow and ring, yield and wake), never as totals.
 */
#ifndef VARIANTS_BLITZ_BUILT_H
#define VARIANTS_BLITZ_BUILT_H

#ifndef SCHED_LIFO_SLOTS
#define SCHED_LIFO_SLOTS 0
#endif
#ifndef SCHED_SHED
#define SCHED_SHED SHED_ONE
#endif
#ifndef SCHED_STEAL_AMOUNT
#define SCHED_STEAL_AMOUNT STEAL_AMOUNT_ONE
#endif
#ifndef SCHED_STEAL_VICTIMS
#define SCHED_STEAL_VICTIMS STEAL_VICTIMS_BY_TICK
#endif
#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_SHARDED
#endif
#ifndef SCHED_SHARD_KEY
#define SCHED_SHARD_KEY SHARD_KEY_TASK
#endif
#ifndef SCHED_INJECT_BATCH
#define SCHED_INJECT_BATCH INJECT_BATCH_PRIVATE
#endif
#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_BLITZ
#endif
#ifndef SCHED_INJECT_WHEN
#define SCHED_INJECT_WHEN INJECT_WHEN_AFTER_LOCAL
#endif
#ifndef SCHED_PARK
#define SCHED_PARK PARK_FUTEX
#endif
#ifndef SCHED_NOTIFY_WHOM
#define SCHED_NOTIFY_WHOM NOTIFY_WHOM_LOWEST
#endif
#ifndef SCHED_LOCAL_NOTIFY
#define SCHED_LOCAL_NOTIFY LOCAL_NOTIFY_NEVER
#endif
#ifndef SCHED_YIELD
#define SCHED_YIELD YIELD_RING
#endif
#ifndef SCHED_EVENT_INTERVAL
#ifdef SCHED_TINY
#define SCHED_EVENT_INTERVAL 5
#else
#define SCHED_EVENT_INTERVAL 128 /* a tick of F5: so many polls, then maintenance and the clock */
#endif
#endif
/* What F5 has no counterpart of. */
#ifndef SCHED_HANDLE_REF
#define SCHED_HANDLE_REF 0
#endif
#ifndef SCHED_OWNED_COUNT
#define SCHED_OWNED_COUNT 0
#endif
#ifndef SCHED_MAINTENANCE_LOCKS
#define SCHED_MAINTENANCE_LOCKS 0
#endif
#ifndef SCHED_PARK_DRIVER
#define SCHED_PARK_DRIVER 0
#endif

#endif
