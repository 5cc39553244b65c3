/* SPDX-License-Identifier: MIT */
/*
 * blitz_doc.h - preset: the Blitz-IO that its documents describe, on our task core.
 *
 * Four LIFO slots, oldest evicted, three local pops of a tick may come from them;
 * eight inject shards keyed by task; null pop; floor-half steals; its EWMA; futex
 * parking; lines of 64 bytes for the ring's words and for shards (docs/blitz-io.md 2).
 *
 * This design never ran anywhere else as a whole, so no row of it, or of a
 * blitz_doc+KNOB=VALUE, which changes one knob of it, is evidence about Blitz-IO, for or
 * against.  What ran had none of slots, half steals and null pop, and a cheaper task core
 * (docs/blitz-io.md 6).  The project goes on as Volt, rewritten, of which nothing here speaks.
 *
 * Repaired, because the lab measures designs and not corruption (docs/blitz-io.md 5):
 * index roles and room test as Tokio's (B1, B2, B9), occupancy under the shard lock
 * (B4), batches into the ring (B5, B19), interval before local work and counted in
 * polls (B6), pushes tell a parked worker (B8), LIFO not stealable (B15), the
 * idle-word protocol instead of a 10 ms timeout (B16), random first shard (B18).
 * Not repaired, because it is the design: tasks at the bottom of the slots can
 * starve (B17).
 */
#ifndef VARIANTS_BLITZ_DOC_H
#define VARIANTS_BLITZ_DOC_H

#ifndef SCHED_LIFO_SLOTS
#define SCHED_LIFO_SLOTS 4
#endif
#ifndef SCHED_LIFO_EVICT
#define SCHED_LIFO_EVICT LIFO_EVICT_OLDEST
#endif
#ifndef SCHED_LIFO_CAP_COUNTS
#define SCHED_LIFO_CAP_COUNTS LIFO_CAP_COUNTS_POPS
#endif
#ifndef SCHED_LIFO_AT_CAP
#define SCHED_LIFO_AT_CAP LIFO_AT_CAP_SKIP
#endif
#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_SHARDED
#endif
#ifndef SCHED_SHARD_KEY
#define SCHED_SHARD_KEY SHARD_KEY_TASK
#endif
#ifndef SCHED_POP
#define SCHED_POP POP_NULL
#endif
#ifndef SCHED_STEAL_HALF
#define SCHED_STEAL_HALF STEAL_HALF_DOWN
#endif
#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_BLITZ
#endif
#ifndef SCHED_PARK
#define SCHED_PARK PARK_FUTEX
#endif
#ifndef SCHED_QUEUE_PAD
#define SCHED_QUEUE_PAD QUEUE_PAD_64
#endif
#ifndef SCHED_SHARED_PAD
#define SCHED_SHARED_PAD SHARED_PAD_64
#endif

#endif
