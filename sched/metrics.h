/* SPDX-License-Identifier: MIT */
/*
 * metrics.h - what is counted: one table, with Tokio's names where it has them.
 *
 * A counter is written by its owner only (plain add, relaxed store) and read by anybody.
 * Its class says in which builds it is there: as an array of none or one, so that a use
 * elsewhere is dead code, which every compiler reads and none keeps (a test compares).
 *
 *   ALWAYS     every build: what slow paths count
 *   BATCHED    variants that read the clock for each batch (SCHED_METRICS_BATCHED)
 *   COUNTING   the counting build: what hot paths count
 *   EXPOSURE   the counting and the fault build: how much the pop axis was put to use
 *
 * Was a mechanism exercised?  More than 0 of:
 *   several LIFO slots       lifo_stacked
 *   the cap on LIFO polls    lifo_diverted
 *   stealing from the slot   lifo_steals
 *   notify on displacement   displaced_wakes (of lifo_displaced)
 *   an inject lock           inject_locks_contended (of inject_locks)
 *   shards                   inject_pusher_changes
 *   the inject interval      interval_hits (of interval_looks)
 *   pop during a steal       pops_during_steal (of pops)
 *   a park's timeout         rescued_wakes (of parks)
 *   asking for a task's end  join_asks
 */
#ifndef SCHED_METRICS_H
#define SCHED_METRICS_H

#include "sched/atomics.h"
#include "sched/knobs.h"

#define METRIC_IN_ALWAYS   1
#define METRIC_IN_BATCHED  (SCHED_METRICS_BATCHED != 0)
#define METRIC_IN_COUNTING (SCHED_COUNTING != 0)
#define METRIC_IN_EXPOSURE (SCHED_COUNTING || SCHED_FAULT)

/* X(name, class, unit, meaning).  Of each worker; what is told is the sum over all. */
#define METRICS_WORKER(X) \
	X(busy_ns, BATCHED, "ns", "from the first poll of a batch to the end of its last") \
	X(parks, ALWAYS, "parks", "a worker went to sleep") \
	X(noop_parks, COUNTING, "parks", "without a poll since the park before") \
	X(rescued_wakes, COUNTING, "parks", \
	  "that the timeout ended, after which there was a task that nobody told it of") \
	X(polls, COUNTING, "polls", "of roots: what a queue gave") \
	X(lifo_polls, COUNTING, "polls", "of what the slots chained to a root") \
	X(steals, COUNTING, "tasks", "taken from other workers") \
	X(steal_operations, COUNTING, "steals", "that gave something") \
	X(steal_misses, COUNTING, "steals", "that gave nothing") \
	X(overflows, COUNTING, "pushes", "to a full ring, which shed half of it") \
	X(local_schedules, COUNTING, "tasks", "made runnable on a worker") \
	X(notifies, COUNTING, "looks", "for a worker to wake, on a local schedule") \
	X(notify_wakes, COUNTING, "looks", "that woke one") \
	X(lifo_schedules, COUNTING, "tasks", "put into a slot") \
	X(lifo_stacked, COUNTING, "tasks", "put into a further slot, where one would displace") \
	X(lifo_displaced, COUNTING, "tasks", "that left a slot for a newer one") \
	X(displaced_wakes, COUNTING, "looks", "that woke one because of a displacement") \
	X(lifo_capped, COUNTING, "chains", "that reached the cap") \
	X(lifo_diverted, COUNTING, "tasks", \
	  "sent to the ring, or popped past a slot, for the cap") \
	X(lifo_steals, COUNTING, "tasks", "taken from another worker's slot") \
	X(inject_pops, COUNTING, "tasks", "that workers took from the inject queue") \
	X(inject_batches, COUNTING, "pops", "of the inject queue that may take several") \
	X(budget_forced_yields, COUNTING, "polls", "that ended because the budget did") \
	X(deferred, COUNTING, "tasks", "that wait until the worker has looked elsewhere") \
	X(join_asks, COUNTING, "polls", "of a join handle whose task had not ended") \
	X(maintenances, COUNTING, "looks", "whether the runtime was shut down") \
	X(interval_looks, COUNTING, "looks", "at the inject queue because the interval ended") \
	X(interval_hits, COUNTING, "looks", "that found a task") \
	X(interval_ticks, COUNTING, "ticks", "sum of intervals; over looks: the mean interval") \
	X(interval_changes, COUNTING, "changes", "of the interval by its tuner") \
	X(pops, EXPOSURE, "pops", "of a ring that was not empty") \
	X(pops_during_steal, EXPOSURE, "pops", "while a thief copied") \
	X(pops_refused, EXPOSURE, "pops", "that gave up because of a thief") \
	X(pop_spins, EXPOSURE, "rounds", "of waiting for a thief") \
	X(pop_retries, EXPOSURE, "claims", "of an owner that failed, as a thief's succeeded") \
	X(thief_holds, EXPOSURE, "steals", "held between claim and release: fault build") \
	X(thief_hold_ns, EXPOSURE, "ns", "for which they were held")

/* Of each worker, and no count: what is now, or was most.  Told is the largest of all
 * (MOST), or the smallest and the largest (RANGE), as a fifth column says. */
#define METRICS_LEVEL(X) \
	X(interval_now, COUNTING, "ticks", "between two looks at the inject queue, now", RANGE) \
	X(pop_retries_max, EXPOSURE, "claims", "that failed in one pop, at most", MOST)

/* Of each shard of the inject queue, written under its mutex; the sum over all is told. */
#define METRICS_SHARD(X) \
	X(inject_locks, COUNTING, "locks", "of the inject queue, for a push or a pop") \
	X(inject_locks_contended, COUNTING, "locks", "that were held a moment before") \
	X(inject_pushed, COUNTING, "tasks", "put into the inject queue") \
	X(inject_pusher_changes, COUNTING, "pushes", "by another thread than the last to the shard")

/* Of the runtime; the counter is where its lock or its line is. */
#define METRICS_RUNTIME(X) \
	X(unparks, ALWAYS, "wakes", "of a parked worker") \
	X(remote_schedules, COUNTING, "tasks", "made runnable by no worker of the runtime")

#define METRIC_COUNTER(name, class_, ...) __extension__ at_u64 name[METRIC_IN_##class_];

struct worker_metrics {
	METRICS_WORKER(METRIC_COUNTER)
	METRICS_LEVEL(METRIC_COUNTER)
};

struct shard_metrics {
	METRICS_SHARD(METRIC_COUNTER)
};

/* By the owner only. */
static inline void metric_add(at_u64 *metric, uint64_t n)
{
	uint64_t value = at_load_owned(metric);

	at_store_relaxed(metric, value + n);
}

static inline void metric_set(at_u64 *metric, uint64_t value)
{
	at_store_relaxed(metric, value);
}

static inline void metric_raise(at_u64 *metric, uint64_t value)
{
	if (at_load_owned(metric) < value)
		at_store_relaxed(metric, value);
}

static inline uint64_t metric_read(at_u64 *metric)
{
	return at_load_relaxed(metric);
}

/* In a build without the counter there is nothing to do, and n is not evaluated. */
#define METRIC_IS_IN(metrics, name) (sizeof((metrics)->name) != 0)
#define METRIC_DO(does, metrics, name, n) \
	do { \
		if (METRIC_IS_IN(metrics, name)) \
			does((metrics)->name, n); \
	} while (0)

#define COUNT(metrics, name, n)	      METRIC_DO(metric_add, metrics, name, n)
#define COUNT_NOW(metrics, name, now) METRIC_DO(metric_set, metrics, name, now)
#define COUNT_MOST(metrics, name, n)  METRIC_DO(metric_raise, metrics, name, n)
/* What was counted so far; 0 where nobody counts. */
#define COUNTED(metrics, name) (METRIC_IS_IN(metrics, name) ? metric_read((metrics)->name) : 0)

#define METRIC_INIT(name, ...) \
	if (METRIC_IS_IN(metrics, name)) \
		at_init(metrics->name, 0);
#define METRIC_FINI(name, ...) \
	if (METRIC_IS_IN(metrics, name)) \
		at_fini(metrics->name);

static inline void worker_metrics_init(struct worker_metrics *metrics)
{
	METRICS_WORKER(METRIC_INIT)
	METRICS_LEVEL(METRIC_INIT)
}

static inline void worker_metrics_fini(struct worker_metrics *metrics)
{
	METRICS_WORKER(METRIC_FINI)
	METRICS_LEVEL(METRIC_FINI)
}

static inline void shard_metrics_init(struct shard_metrics *metrics)
{
	METRICS_SHARD(METRIC_INIT)
}

static inline void shard_metrics_fini(struct shard_metrics *metrics)
{
	METRICS_SHARD(METRIC_FINI)
}

#endif
