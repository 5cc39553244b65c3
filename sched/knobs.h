/* SPDX-License-Identifier: MIT */
/*
 * knobs.h - every compile-time policy of the engine: values, defaults, what makes no sense, what
 * does nothing.
 *
 * An arm is a preset plus knob settings, "tokio+pop=null".  A preset's file #defines what it
 * changes and includes engine.h; the defaults are Tokio 1.54, so an unchanged set is the preset
 * `tokio`.  By one rule the setting pop=null is `#define SCHED_POP POP_NULL`: SCHED_ and the
 * knob's name, and for a word the knob's name again before it.  Every knob is echoed into every
 * result row, so that a result names its policy.  Values are enumerators:
 * `if (SCHED_POP == POP_SPIN)` is decided by the compiler, both arms always compile.
 *
 * This is plain data: lab/arms/knobs.c reads the same lists, and includes nothing else of sched/.
 *
 * To add a value: a line in its list.  To add a knob: its list and default, a line in
 * SCHED_KNOBS, and the branch in the header that implements its axis.
 */
#ifndef SCHED_KNOBS_H
#define SCHED_KNOBS_H

/* An axis is what a claim is about: knobs that belong together.  A(name, what it is, header) */
#define SCHED_AXES(A) \
	A(lifo, "LIFO slots: the newest tasks stand in front of the local queue", "lifo.h") \
	A(queue, "how many tasks a worker's own queue holds, and what a full one sheds", \
	  "local_queue.h") \
	A(pop, "what the owner's pop does during a steal", "local_queue.h") \
	A(steal, "whom a thief looks at, and how many tasks it takes", "local_queue.h") \
	A(inject, "the queue for what is spawned from outside", "inject_queue.h") \
	A(interval, "how often a busy worker looks at the inject queue", "interval.h") \
	A(park, "what a worker without work sleeps on, and what it looks at before", "park.h") \
	A(padding, "which shared words stand on cache lines of their own", "padding.h") \
	A(notify, "which push tells a sleeper, and which one", "schedule.h") \
	A(alloc, "where the memory of a task comes from", "task_alloc.h") \
	A(owned, "what knows every task, for shutdown", "owned_list.h") \
	A(references, "how many references a task begins with", "task_state.h") \
	A(layout, "how the memory of a task is aligned, and what lies where in it", "task.h") \
	A(guard, "what finds the misuse of wakers and handles", "guard.h") \
	A(join, "how who waits for a task learns of its end", "join.h") \
	A(context, "whose the waker is that a poll is given", "task_run.h") \
	A(yield, "where a task that yields waits", "coop.h") \
	A(tick, "how much is done between two looks at everything else", "worker_loop.h") \
	A(bookkeeping, "what Tokio does and a scheduler need not: 1 as Tokio, 0 leaner", \
	  "worker_loop.h")

/* The list of a choice: V(enumerator, what it does).  Each begins with the knob's name. */
#define KNOB_ENUMERATOR(enumerator, meaning) enumerator,
#define KNOB_NUMBER(V)			     /* a number has no list */
#define KNOB_SWITCH(V)			     V(0, "no") V(1, "yes")

/* ------------------------------------------------- LIFO slots (lifo.h) -- */

#define KNOB_LIFO_EVICT(V) \
	V(LIFO_EVICT_PREVIOUS, "the newest resident makes room (Tokio: swap)") \
	V(LIFO_EVICT_OLDEST, "the bottom of the stack makes room (Blitz-IO)")
enum knob_lifo_evict { KNOB_LIFO_EVICT(KNOB_ENUMERATOR) };

#define KNOB_LIFO_CAP_COUNTS(V) \
	V(LIFO_CAP_COUNTS_CHAIN, "LIFO polls after one root poll, in one tick (Tokio)") \
	V(LIFO_CAP_COUNTS_POPS, "every local pop of a tick of up to `budget` polls (Blitz-IO)")
enum knob_lifo_cap_counts { KNOB_LIFO_CAP_COUNTS(KNOB_ENUMERATOR) };

#define KNOB_LIFO_AT_CAP(V) \
	V(LIFO_AT_CAP_DISABLE, \
	  "the last poll's wakes go to the ring, until the tick ends (Tokio)") \
	V(LIFO_AT_CAP_SKIP, "slots keep their tasks, unreachable until the tick ends (Blitz-IO)") \
	V(LIFO_AT_CAP_FLUSH, "the slots are emptied into the ring (Blitz-IO's later design)")
enum knob_lifo_at_cap { KNOB_LIFO_AT_CAP(KNOB_ENUMERATOR) };

#define KNOB_LIFO_NOTIFY(V) \
	V(LIFO_NOTIFY_DISPLACED, "a push tells a sleeper when it displaced a task (Tokio)") \
	V(LIFO_NOTIFY_NEVER, "a push to the slots tells nobody") \
	V(LIFO_NOTIFY_ALWAYS, "every push tells (Tokio 1.51.0, reverted for its cost)")
enum knob_lifo_notify { KNOB_LIFO_NOTIFY(KNOB_ENUMERATOR) };

#define KNOB_LIFO_STEAL(V) \
	V(LIFO_STEAL_NEVER, "the slots are the owner's (Tokio)") \
	V(LIFO_STEAL_LAST, "a thief takes it when the ring gave nothing (Tokio 1.51.0)")
enum knob_lifo_steal { KNOB_LIFO_STEAL(KNOB_ENUMERATOR) };

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

#ifndef SCHED_LOCAL_QUEUE_CAPACITY
#ifdef SCHED_TINY
#define SCHED_LOCAL_QUEUE_CAPACITY 4
#else
#define SCHED_LOCAL_QUEUE_CAPACITY 256
#endif
#endif
#define LOCAL_QUEUE_CAPACITY (SCHED_LOCAL_QUEUE_CAPACITY + 0u)

#define KNOB_SHED(V) \
	V(SHED_HALF, "the newest half of the ring goes to inject with the task (Tokio)") \
	V(SHED_ONE, "the task goes alone (Blitz-IO as built)")
enum knob_shed { KNOB_SHED(KNOB_ENUMERATOR) };

#define KNOB_POP(V) \
	V(POP_PROCEED, "it takes the next unclaimed task (Tokio's source)") \
	V(POP_SPIN, "it waits for the thief (Tokio, by docs/claims-document.md)") \
	V(POP_NULL, "it gives up and looks at inject (Blitz-IO, \"wait-free\")")
enum knob_pop { KNOB_POP(KNOB_ENUMERATOR) };

#define KNOB_STEAL_HALF(V) \
	V(STEAL_HALF_UP, "ceil(n / 2) (Tokio)") \
	V(STEAL_HALF_DOWN, "floor(n / 2), but one of one (Blitz-IO)")
enum knob_steal_half { KNOB_STEAL_HALF(KNOB_ENUMERATOR) };

#define KNOB_STEAL_AMOUNT(V) \
	V(STEAL_AMOUNT_HALF, "half of the victim's ring (Tokio)") \
	V(STEAL_AMOUNT_ONE, "one task, and the next at another search (Blitz-IO as built)")
enum knob_steal_amount { KNOB_STEAL_AMOUNT(KNOB_ENUMERATOR) };

#define KNOB_STEAL_VICTIMS(V) \
	V(STEAL_VICTIMS_RANDOM, "from a random one on, every other worker (Tokio)") \
	V(STEAL_VICTIMS_BY_TICK, \
	  "from its own number plus tick on, one look fewer than workers, of which itself takes " \
	  "one (Blitz-IO as built)")
enum knob_steal_victims { KNOB_STEAL_VICTIMS(KNOB_ENUMERATOR) };

#ifndef SCHED_SHED
#define SCHED_SHED SHED_HALF
#endif
#ifndef SCHED_POP
#define SCHED_POP POP_PROCEED
#endif
#ifndef SCHED_STEAL_HALF
#define SCHED_STEAL_HALF STEAL_HALF_UP
#endif
#ifndef SCHED_STEAL_AMOUNT
#define SCHED_STEAL_AMOUNT STEAL_AMOUNT_HALF
#endif
#ifndef SCHED_STEAL_VICTIMS
#define SCHED_STEAL_VICTIMS STEAL_VICTIMS_RANDOM
#endif

/* --------------------------------------- inject queue (inject_queue.h) -- */

#define KNOB_INJECT(V) \
	V(INJECT_OWN_MUTEX, "one queue, its own mutex (Tokio since 1.54)") \
	V(INJECT_WITH_SLEEPERS, \
	  "one mutex for the queue and the list of sleepers (Tokio until 1.53)") \
	V(INJECT_SHARDED, "`inject_shards` queues and an occupancy word (Blitz-IO)")
enum knob_inject { KNOB_INJECT(KNOB_ENUMERATOR) };

#define KNOB_SHARD_KEY(V) \
	V(SHARD_KEY_THREAD, "sticky: a thread always pushes to one shard") \
	V(SHARD_KEY_TASK, "hash of the task's id (Blitz-IO hashes its address)") \
	V(SHARD_KEY_ROUND_ROBIN, "one shared counter")
enum knob_shard_key { KNOB_SHARD_KEY(KNOB_ENUMERATOR) };

#define KNOB_INJECT_BATCH(V) \
	V(INJECT_BATCH_RING, "length / workers + 1 of one shard, the rest into the ring (Tokio)") \
	V(INJECT_BATCH_PRIVATE, \
	  "length / workers, 4 to 32, from shard 0 on; the rest goes first and nobody steals it " \
	  "(Blitz-IO as built)")
enum knob_inject_batch { KNOB_INJECT_BATCH(KNOB_ENUMERATOR) };

#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_OWN_MUTEX
#endif
#ifndef SCHED_INJECT_BATCH
#define SCHED_INJECT_BATCH INJECT_BATCH_RING
#endif
#define INJECT_BATCH_IS_PRIVATE (SCHED_INJECT_BATCH == INJECT_BATCH_PRIVATE)
#ifndef SCHED_INJECT_SHARDS
#define SCHED_INJECT_SHARDS 8
#endif
#ifndef SCHED_SHARD_KEY
#define SCHED_SHARD_KEY SHARD_KEY_THREAD
#endif

/* --------------------------------------- inject interval (interval.h) -- */

#define KNOB_INTERVAL(V) \
	V(INTERVAL_FIXED, "every `interval_fixed` ticks") \
	V(INTERVAL_TOKIO, "EWMA weighted by polls, 200 us, 2..127 (Tokio)") \
	V(INTERVAL_BLITZ, "EWMA per batch, 1 ms, 8..255 (Blitz-IO)") \
	V(INTERVAL_HOOK, "the preset's own pair of functions, which its row names")
enum knob_interval { KNOB_INTERVAL(KNOB_ENUMERATOR) };

#ifdef SCHED_INTERVAL_SAMPLE /* a hook stands in place of the knob, and says so */
#undef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_HOOK
#define SCHED_HOOKS(X) X(SCHED_INTERVAL_SAMPLE) X(SCHED_INTERVAL_CURRENT)
#else
#define SCHED_HOOKS(X)
#endif

#define KNOB_INJECT_WHEN(V) \
	V(INJECT_WHEN_DUE, "first at every interval's end, else when local work is gone (Tokio)") \
	V(INJECT_WHEN_AFTER_LOCAL, \
	  "never while there is local work, and after a search but at an interval's end " \
	  "(Blitz-IO as built)")
enum knob_inject_when { KNOB_INJECT_WHEN(KNOB_ENUMERATOR) };

#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_TOKIO
#endif
#ifndef SCHED_INJECT_WHEN
#define SCHED_INJECT_WHEN INJECT_WHEN_DUE
#endif
#define INJECT_IS_LAST (SCHED_INJECT_WHEN == INJECT_WHEN_AFTER_LOCAL)
#ifndef SCHED_INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 61
#endif

/* -------------------------------------------------- parking (park.h) -- */

#define KNOB_PARK(V) \
	V(PARK_CONDVAR, "mutex and condition variable (Tokio)") \
	V(PARK_FUTEX, "one futex word (Blitz-IO)")
enum knob_park { KNOB_PARK(KNOB_ENUMERATOR) };

/* The last two lose wakes on purpose: docs/claims-document.md, The Good, 5. */
#define KNOB_PARK_PROTOCOL(V) \
	V(PARK_PROTOCOL_SEARCHER, "the last searcher looks once more, then no timeout (Tokio)") \
	V(PARK_PROTOCOL_FLAG, \
	  "a flag, a look at the own queues, no timeout (Blitz-IO's document): may stall") \
	V(PARK_PROTOCOL_FLAG_TIMED, "the same for at most 10 ms (Blitz-IO)")
enum knob_park_protocol { KNOB_PARK_PROTOCOL(KNOB_ENUMERATOR) };

#ifndef SCHED_PARK
#define SCHED_PARK PARK_CONDVAR
#endif
#ifndef SCHED_PARK_PROTOCOL
#define SCHED_PARK_PROTOCOL PARK_PROTOCOL_SEARCHER
#endif
#define PARK_HAS_FLAG (SCHED_PARK_PROTOCOL != PARK_PROTOCOL_SEARCHER)
#define PARK_IS_TIMED (SCHED_PARK_PROTOCOL == PARK_PROTOCOL_FLAG_TIMED)

/* ------------------------------------------------ padding (padding.h) -- */

#define KNOB_QUEUE_PAD(V) \
	V(QUEUE_PAD_PACKED, "one behind the other (Tokio)") \
	V(QUEUE_PAD_64, "each on a line of 64 bytes (Blitz-IO, by docs/claims-document.md)") \
	V(QUEUE_PAD_128, "each on a pair of lines (Blitz-IO as built)")
enum knob_queue_pad { KNOB_QUEUE_PAD(KNOB_ENUMERATOR) };

#define KNOB_SHARED_PAD(V) \
	V(SHARED_PAD_PACKED, "one behind the other (Tokio until 1.53)") \
	V(SHARED_PAD_64, "each on a line of 64 bytes") \
	V(SHARED_PAD_128, "each on a pair of lines (Tokio since 1.54)")
enum knob_shared_pad { KNOB_SHARED_PAD(KNOB_ENUMERATOR) };

#ifndef SCHED_QUEUE_PAD
#define SCHED_QUEUE_PAD QUEUE_PAD_PACKED
#endif
#ifndef SCHED_SHARED_PAD
#define SCHED_SHARED_PAD SHARED_PAD_128
#endif

/* ------------------------------------- who is told (schedule.h, idle.h) -- */

#define KNOB_LOCAL_NOTIFY(V) \
	V(LOCAL_NOTIFY_PARKED, "a push to the worker's own ring tells a sleeper (Tokio)") \
	V(LOCAL_NOTIFY_NEVER, \
	  "nobody is told of what stays with the worker, only of inject (Blitz-IO as built)")
enum knob_local_notify { KNOB_LOCAL_NOTIFY(KNOB_ENUMERATOR) };

#define KNOB_NOTIFY_WHOM(V) \
	V(NOTIFY_WHOM_LATEST, "who fell asleep last (Tokio)") \
	V(NOTIFY_WHOM_LOWEST, "the sleeper with the lowest number (Blitz-IO)")
enum knob_notify_whom { KNOB_NOTIFY_WHOM(KNOB_ENUMERATOR) };

#ifndef SCHED_NOTIFY_WHOM
#define SCHED_NOTIFY_WHOM NOTIFY_WHOM_LATEST
#endif
#ifndef SCHED_LOCAL_NOTIFY
#define SCHED_LOCAL_NOTIFY LOCAL_NOTIFY_PARKED
#endif
#define LOCAL_IS_QUIET (SCHED_LOCAL_NOTIFY == LOCAL_NOTIFY_NEVER)

/* ---------------------------------------- allocation (task_alloc.h) -- */

#define KNOB_TASK_ALLOC(V) \
	V(TASK_ALLOC_LIBC, "aligned_alloc and free (Tokio)") \
	V(TASK_ALLOC_SLAB, "slab.h, one cache per thread, blocks of powers of two") \
	V(TASK_ALLOC_PACKED, "slab.h as well, bytes rounded up to the alignment only")
enum knob_task_alloc { KNOB_TASK_ALLOC(KNOB_ENUMERATOR) };

#ifndef SCHED_TASK_ALLOC
#define SCHED_TASK_ALLOC TASK_ALLOC_LIBC
#endif

/* ---------------------------------------- every task (owned_list.h) -- */

#define KNOB_OWNED(V) \
	V(OWNED_SHARDED, "lists, four or more for each worker, a mutex each (Tokio)") \
	V(OWNED_MUTEX, "one list under one mutex (Blitz-IO; Tokio before 1.35)") \
	V(OWNED_NONE, "nothing: shutdown ends what is queued, and cannot cancel what sleeps")
enum knob_owned { KNOB_OWNED(KNOB_ENUMERATOR) };

#ifndef SCHED_OWNED
#define SCHED_OWNED OWNED_SHARDED
#endif

/* ------------------------------------ first references (task_state.h) -- */

#define KNOB_FIRST_REFERENCES(V) \
	V(FIRST_REFERENCES_THREE, "one for each owner: queue, owned list and handle (Tokio)") \
	V(FIRST_REFERENCES_ONE, \
	  "the queue's: list and handle take theirs before it is queued (Blitz-IO: after)")
enum knob_first_references { KNOB_FIRST_REFERENCES(KNOB_ENUMERATOR) };

#ifndef SCHED_FIRST_REFERENCES
#define SCHED_FIRST_REFERENCES FIRST_REFERENCES_THREE
#endif

/* ------------------------------------------------ task memory (task.h) -- */

#define KNOB_TASK_LAYOUT(V) \
	V(TASK_LAYOUT_HOT_COLD, "header, core, state, then what is cold (Tokio)") \
	V(TASK_LAYOUT_FLAT, "header with the list's links, state, then the core (Blitz-IO)")
enum knob_task_layout { KNOB_TASK_LAYOUT(KNOB_ENUMERATOR) };

#ifndef SCHED_TASK_ALIGN
#define SCHED_TASK_ALIGN 128
#endif
#ifndef SCHED_TASK_LAYOUT
#define SCHED_TASK_LAYOUT TASK_LAYOUT_HOT_COLD
#endif
#define TASK_ALIGN (SCHED_TASK_ALIGN + (size_t)0)

/* ----------------------------------------------- misuse (guard.h) -- */

#define KNOB_GUARD(V) \
	V(GUARD_NONE, "nothing: misuse is undefined (Tokio, where Rust's types forbid it)") \
	V(GUARD_DEBUG, "wakers are counted in the state word") \
	V(GUARD_SENTINEL, "and a word in the task tells that it is gone; it is kept for a while")
enum knob_guard { KNOB_GUARD(KNOB_ENUMERATOR) };

#ifndef SCHED_GUARD
#define SCHED_GUARD GUARD_NONE
#endif

/* --------------------------------------------------- join (join.h) -- */

#define KNOB_JOIN(V) \
	V(JOIN_WAKER, "the handle keeps its waker, and the end of the task wakes it (Tokio)") \
	V(JOIN_POLL, "the handle only says whether the task has ended; who waits yields and " \
		     "asks again (Blitz-IO)") \
	V(JOIN_POLL_BACKOFF, "the same, and a thread that does nothing else sleeps between, up " \
			     "to 1 ms")
enum knob_join { KNOB_JOIN(KNOB_ENUMERATOR) };

#ifndef SCHED_JOIN
#define SCHED_JOIN JOIN_WAKER
#endif

/* ------------------------------------ the context of a poll (task_run.h) -- */

#define KNOB_POLL_WAKER(V) \
	V(POLL_WAKER_BORROWED, "nobody's: the runner's reference is lent to it (Tokio)") \
	V(POLL_WAKER_OWNED, "one of its own, taken before each poll and dropped after (Blitz-IO)")
enum knob_poll_waker { KNOB_POLL_WAKER(KNOB_ENUMERATOR) };

#ifndef SCHED_POLL_WAKER
#define SCHED_POLL_WAKER POLL_WAKER_BORROWED
#endif

/* ------------------------------------------------- yielding (coop.h) -- */

#define KNOB_YIELD(V) \
	V(YIELD_DEFERRED, "aside, until the worker has looked at all else (Tokio)") \
	V(YIELD_RING, "at the end of the worker's ring, as a task that woke itself (Blitz-IO)")
enum knob_yield { KNOB_YIELD(KNOB_ENUMERATOR) };

#ifndef SCHED_YIELD
#define SCHED_YIELD YIELD_DEFERRED
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
#define SCHED_ID_GLOBAL 1 /* 0: from the worker */
#endif
#ifndef SCHED_HANDLE_REF
#define SCHED_HANDLE_REF 1
#endif
#ifndef SCHED_OWNED_COUNT
#define SCHED_OWNED_COUNT 1
#endif
#ifndef SCHED_REF_PER_WAKE
/* A wake by value adds a reference and then drops its own, a handle's drop gives
 * up interest and reference in two steps; 0: in one. */
#define SCHED_REF_PER_WAKE 1
#endif
#ifndef SCHED_MAINTENANCE_LOCKS
#define SCHED_MAINTENANCE_LOCKS 1 /* 0: from an atomic */
#endif
#ifndef SCHED_METRICS_BATCHED
#define SCHED_METRICS_BATCHED 1
#endif
#ifndef SCHED_PARK_DRIVER
#define SCHED_PARK_DRIVER 1
#endif

/* ---------------------------------------------- flavours of one variant -- */

#ifndef SCHED_COUNTING
#define SCHED_COUNTING 0 /* hot-path metrics */
#endif
#ifndef SCHED_FAULT
#define SCHED_FAULT 0 /* sched_fault_hold_thief */
#endif
#define SCHED_FLAVOURS(X) X(SCHED_COUNTING) X(SCHED_FAULT)

/* ------------------------------------------------------------ the lists -- */

/* Functions that a preset may put in the place of the engine's own: H(macro, header, what it is) */
#define SCHED_HOOK_NAMES(H) \
	H(SCHED_INTERVAL_SAMPLE, "interval.h", "takes what a batch of polls took") \
	H(SCHED_INTERVAL_CURRENT, "interval.h", "says after how many ticks inject comes first") \
	H(SCHED_INTERVAL_NEEDS_CLOCK, "interval.h", \
	  "whether those two need the time; 1 unless set") \
	H(SCHED_POLL, "task_run.h", "polls a task; for presets that are wrong on purpose")

/* K(NAME, axis, list of values, what it is); this order is that of an arm's name */
#define SCHED_KNOBS(K) \
	K(LIFO_SLOTS, lifo, KNOB_NUMBER, "how many slots; 0: none") \
	K(LIFO_EVICT, lifo, KNOB_LIFO_EVICT, "who makes room when the slots are full") \
	K(LIFO_CAP, lifo, KNOB_NUMBER, "polls in a row from the slots; 0: no cap") \
	K(LIFO_CAP_COUNTS, lifo, KNOB_LIFO_CAP_COUNTS, "what counts towards the cap") \
	K(LIFO_AT_CAP, lifo, KNOB_LIFO_AT_CAP, "what happens at the cap") \
	K(LIFO_NOTIFY, lifo, KNOB_LIFO_NOTIFY, "when a push tells a parked worker") \
	K(LIFO_STEAL, lifo, KNOB_LIFO_STEAL, "whether others may take what is in the slot") \
	K(LOCAL_QUEUE_CAPACITY, queue, KNOB_NUMBER, "tasks in a worker's ring, a power of two") \
	K(SHED, queue, KNOB_SHED, "what a push to a full ring sends to inject") \
	K(POP, pop, KNOB_POP, "what the owner's pop does while a thief is copying") \
	K(STEAL_HALF, steal, KNOB_STEAL_HALF, "how half of an odd number is rounded") \
	K(STEAL_AMOUNT, steal, KNOB_STEAL_AMOUNT, "how many tasks a thief takes") \
	K(STEAL_VICTIMS, steal, KNOB_STEAL_VICTIMS, "whom a thief looks at") \
	K(INJECT, inject, KNOB_INJECT, "what the inject queue is") \
	K(INJECT_SHARDS, inject, KNOB_NUMBER, "queues of a sharded one, a power of two") \
	K(SHARD_KEY, inject, KNOB_SHARD_KEY, "which shard of a sharded one a task goes to") \
	K(INJECT_BATCH, inject, KNOB_INJECT_BATCH, \
	  "how a worker takes several tasks, and to where") \
	K(INTERVAL, interval, KNOB_INTERVAL, "what decides when a worker looks at inject first") \
	K(INTERVAL_FIXED, interval, KNOB_NUMBER, "ticks between two looks, if it is fixed") \
	K(INJECT_WHEN, interval, KNOB_INJECT_WHEN, \
	  "what has to be gone before inject is looked at") \
	K(PARK, park, KNOB_PARK, "what a worker sleeps on") \
	K(PARK_PROTOCOL, park, KNOB_PARK_PROTOCOL, "what keeps a wake from being lost") \
	K(QUEUE_PAD, padding, KNOB_QUEUE_PAD, "where head, tail and slots of a ring stand") \
	K(SHARED_PAD, padding, KNOB_SHARED_PAD, "where inject queue and idle word stand") \
	K(LOCAL_NOTIFY, notify, KNOB_LOCAL_NOTIFY, "whether a push to the own ring tells anybody") \
	K(NOTIFY_WHOM, notify, KNOB_NOTIFY_WHOM, "which sleeper is woken") \
	K(TASK_ALLOC, alloc, KNOB_TASK_ALLOC, "where a task's memory comes from") \
	K(OWNED, owned, KNOB_OWNED, "what shutdown finds the tasks by that sleep") \
	K(FIRST_REFERENCES, references, KNOB_FIRST_REFERENCES, "references of a new task") \
	K(TASK_ALIGN, layout, KNOB_NUMBER, "bytes that a task's memory is aligned to") \
	K(TASK_LAYOUT, layout, KNOB_TASK_LAYOUT, "where a task's fields lie in its memory") \
	K(GUARD, guard, KNOB_GUARD, "what finds wakers and handles used after their end") \
	K(JOIN, join, KNOB_JOIN, "how who waits for a task learns of its end") \
	K(POLL_WAKER, context, KNOB_POLL_WAKER, "whose the waker is that a poll is given") \
	K(YIELD, yield, KNOB_YIELD, "where a task that yields waits") \
	K(EVENT_INTERVAL, tick, KNOB_NUMBER, "ticks between two maintenances") \
	K(BUDGET, tick, KNOB_NUMBER, "coop units per tick") \
	K(ID_GLOBAL, bookkeeping, KNOB_SWITCH, "task ids from one shared counter") \
	K(HANDLE_REF, bookkeeping, KNOB_SWITCH, "every task holds a reference to the runtime") \
	K(OWNED_COUNT, bookkeeping, KNOB_SWITCH, \
	  "shared `added` and `count` beside the owned list") \
	K(REF_PER_WAKE, bookkeeping, KNOB_SWITCH, "a wake adds a reference and drops its own") \
	K(MAINTENANCE_LOCKS, bookkeeping, KNOB_SWITCH, "\"closed?\" is read under the mutex") \
	K(METRICS_BATCHED, bookkeeping, KNOB_SWITCH, \
	  "two clock reads, a copy of counters per batch") \
	K(PARK_DRIVER, bookkeeping, KNOB_SWITCH, \
	  "a zero-timeout park try-locks the (absent) driver")

/* What makes no sense, and why: R(condition, sentence).  The engine refuses to compile it, the
 * lab to plan it. */
#define SCHED_NONSENSE(R) \
	R(KNOB(LIFO_SLOTS) > 64, "lifo_slots is 0 to 64: the slots are a stack that is searched") \
	R(KNOB(LIFO_STEAL) == LIFO_STEAL_LAST && KNOB(LIFO_SLOTS) != 1, \
	  "lifo_steal=last needs lifo_slots=1: a thief takes the one slot, beside the ring") \
	R(KNOB(LIFO_STEAL) == LIFO_STEAL_LAST && KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_POPS, \
	  "lifo_steal=last needs lifo_cap_counts=chain: a slot that is stolen from is no stack " \
	  "to skip") \
	R(KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_POPS && KNOB(LIFO_AT_CAP) != LIFO_AT_CAP_SKIP, \
	  "lifo_cap_counts=pops needs lifo_at_cap=skip: a long tick knows no chain to disable or " \
	  "flush") \
	R(KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_CHAIN && KNOB(LIFO_AT_CAP) == LIFO_AT_CAP_SKIP, \
	  "lifo_at_cap=skip needs lifo_cap_counts=pops: the tick after a chain begins with the " \
	  "slots again, and never gets to the ring") \
	R(KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_POPS && KNOB(LIFO_CAP) == 0, \
	  "lifo_cap_counts=pops needs a lifo_cap: without one a long tick never gets to the ring") \
	R(KNOB(LOCAL_QUEUE_CAPACITY) < 2 || KNOB(LOCAL_QUEUE_CAPACITY) > 65536 || \
		  (KNOB(LOCAL_QUEUE_CAPACITY) & (KNOB(LOCAL_QUEUE_CAPACITY) - 1)) != 0, \
	  "local_queue_capacity is a power of two, 2 to 65536: positions are masked") \
	R(KNOB(INJECT_SHARDS) < 1 || KNOB(INJECT_SHARDS) > 64 || \
		  (KNOB(INJECT_SHARDS) & (KNOB(INJECT_SHARDS) - 1)) != 0, \
	  "inject_shards is a power of two, 1 to 64: the occupancy word has a bit for each") \
	R(KNOB(INTERVAL_FIXED) < 1, "interval_fixed is at least 1: a worker looks at some tick") \
	R(KNOB(TASK_ALIGN) != 16 && KNOB(TASK_ALIGN) != 64 && KNOB(TASK_ALIGN) != 128, \
	  "task_align is 16, 64 or 128: a state is aligned to 16, the slab to 128 at most") \
	R(KNOB(EVENT_INTERVAL) < 1, "event_interval is at least 1: a tick is the least there is") \
	R(KNOB(BUDGET) < 1, "budget is at least 1: without a unit no task gets on")

/* What a knob's value changes nothing beside: R(NAME, condition, sentence).  The code is the same
 * whatever the value is, so two arms would be one.  The lab refuses it as a setting; a preset may
 * carry it, for arms that set the rest. */
#define SCHED_IDLE(R) \
	R(LIFO_EVICT, KNOB(LIFO_SLOTS) < 2, \
	  "lifo_evict does nothing with fewer than two lifo_slots: all that is there makes room") \
	R(LIFO_CAP, KNOB(LIFO_SLOTS) == 0 && KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_CHAIN, \
	  "lifo_cap does nothing with lifo_slots=0: there is nothing to cap") \
	R(LIFO_AT_CAP, KNOB(LIFO_SLOTS) == 0 && KNOB(LIFO_CAP_COUNTS) == LIFO_CAP_COUNTS_CHAIN, \
	  "lifo_at_cap does nothing with lifo_slots=0: there is nothing to cap") \
	R(LIFO_AT_CAP, KNOB(LIFO_CAP) == 0, \
	  "lifo_at_cap does nothing with lifo_cap=0: it is never reached") \
	R(LIFO_NOTIFY, KNOB(LIFO_SLOTS) == 0, \
	  "lifo_notify does nothing with lifo_slots=0: there is no push to them") \
	R(LIFO_NOTIFY, KNOB(LOCAL_NOTIFY) == LOCAL_NOTIFY_NEVER, \
	  "lifo_notify does nothing with local_notify=never: no push to a worker tells") \
	R(STEAL_HALF, KNOB(STEAL_AMOUNT) == STEAL_AMOUNT_ONE, \
	  "steal_half does nothing with steal_amount=one: there is no half to round") \
	R(INJECT_SHARDS, KNOB(INJECT) != INJECT_SHARDED, \
	  "inject_shards does nothing without inject=sharded") \
	R(SHARD_KEY, KNOB(INJECT) != INJECT_SHARDED, \
	  "shard_key does nothing without inject=sharded") \
	R(SHARD_KEY, KNOB(INJECT_SHARDS) == 1, \
	  "shard_key does nothing with inject_shards=1: there is one to go to") \
	R(INTERVAL_FIXED, KNOB(INTERVAL) != INTERVAL_FIXED, \
	  "interval_fixed does nothing without interval=fixed") \
	R(OWNED_COUNT, KNOB(OWNED) == OWNED_NONE, \
	  "owned_count does nothing with owned=none: there is no list to count beside")

#endif
