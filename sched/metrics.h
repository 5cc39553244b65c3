/* SPDX-License-Identifier: MIT */
/*
 * metrics.h - counters per worker, with Tokio's names where it has them.
 *
 * Each cell is written by its owner only (plain add, relaxed store) and read by
 * anybody.  The rare ones are always there; those of the hot path exist in the
 * counting build only, and in the timed build neither the fields nor the
 * increments are compiled (a test compares the code).
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
 */
#ifndef SCHED_METRICS_H
#define SCHED_METRICS_H

#include "sched/atomics.h"
#include "sched/knobs.h"

/* What the slow paths count. */
#define METRICS_RARE(X) X(parks)

/* What only the counting build counts. */
#define METRICS_HOT(X) \
	X(polls) \
	X(lifo_polls) \
	X(noop_parks) \
	X(steals) \
	X(steal_operations) \
	X(steal_misses) \
	X(overflows) \
	X(local_schedules) \
	X(notifies)	/* a look for a worker to wake, on a local schedule */ \
	X(notify_wakes) /* that woke one */ \
	X(lifo_schedules) \
	X(lifo_stacked) /* with room in a further slot, where one slot would displace */ \
	X(lifo_displaced) \
	X(displaced_wakes) /* notify_wakes because of a displacement */ \
	X(lifo_capped)	   /* chains that reached the cap */ \
	X(lifo_diverted)   /* tasks sent to the ring, or pops past a full slot, for the cap */ \
	X(lifo_steals) \
	X(inject_pops) \
	X(inject_batches) \
	X(budget_forced_yields) \
	X(deferred) \
	X(maintenances) \
	X(interval_looks) \
	X(interval_hits)  /* looks that found a task */ \
	X(interval_ticks) /* the sum of the intervals; over looks: the mean interval */ \
	X(interval_changes)

/* What the counting and the fault build count: exposure of the pop axis. */
#define METRICS_EXPOSURE(X) \
	X(pops) \
	X(pops_during_steal) \
	X(pops_refused) \
	X(pop_spins) \
	X(pop_retries) /* failed claims of the owner: a thief's succeeded meanwhile */ \
	X(thief_holds) /* fault build: thieves held between claim and release */ \
	X(thief_hold_ns)

/* Levels: what is now, or was most, and no count.  interval_now is that of the worker. */
#define METRICS_HOT_LEVEL(X)	  X(interval_now)
#define METRICS_EXPOSURE_LEVEL(X) X(pop_retries_max) /* of one pop */

/* What the counting build counts under a shard's mutex (inject_queue.h). */
#define METRICS_INJECT(X) \
	X(inject_locks) \
	X(inject_locks_contended) /* the mutex was held a moment before */ \
	X(inject_pushed)	  /* tasks */ \
	X(inject_pusher_changes)  /* another thread than the last pushed to this shard */

#define METRICS_FIELD(name) at_u64 name;

struct worker_metrics {
	METRICS_RARE(METRICS_FIELD)
#if SCHED_COUNTING
	METRICS_HOT(METRICS_FIELD)
	METRICS_HOT_LEVEL(METRICS_FIELD)
#endif
#if SCHED_COUNTING || SCHED_FAULT
	METRICS_EXPOSURE(METRICS_FIELD)
	METRICS_EXPOSURE_LEVEL(METRICS_FIELD)
#endif
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

/* A use in the timed build leaves nothing behind, not even the field's name. */
#if SCHED_COUNTING
#define METRIC_HOT(metrics, name, n)	     metric_add(&(metrics)->name, n)
#define METRIC_HOT_LEVEL(metrics, name, now) metric_set(&(metrics)->name, now)
#else
#define METRIC_HOT(metrics, name, n)	     ((void)0)
#define METRIC_HOT_LEVEL(metrics, name, now) ((void)0)
#endif
#if SCHED_COUNTING || SCHED_FAULT
#define METRIC_EXPOSURE(metrics, name)		metric_add(&(metrics)->name, 1)
#define METRIC_EXPOSURE_ADD(metrics, name, n)	metric_add(&(metrics)->name, n)
#define METRIC_EXPOSURE_MAX(metrics, name, now) metric_raise(&(metrics)->name, now)
#else
#define METRIC_EXPOSURE(metrics, name)		((void)0)
#define METRIC_EXPOSURE_ADD(metrics, name, n)	((void)0)
#define METRIC_EXPOSURE_MAX(metrics, name, now) ((void)0)
#endif

#define METRICS_INIT(name) at_init(&metrics->name, 0);
#define METRICS_FINI(name) at_fini(&metrics->name);

static inline void worker_metrics_init(struct worker_metrics *metrics)
{
	METRICS_RARE(METRICS_INIT)
#if SCHED_COUNTING
	METRICS_HOT(METRICS_INIT)
	METRICS_HOT_LEVEL(METRICS_INIT)
#endif
#if SCHED_COUNTING || SCHED_FAULT
	METRICS_EXPOSURE(METRICS_INIT)
	METRICS_EXPOSURE_LEVEL(METRICS_INIT)
#endif
}

static inline void worker_metrics_fini(struct worker_metrics *metrics)
{
	METRICS_RARE(METRICS_FINI)
#if SCHED_COUNTING
	METRICS_HOT(METRICS_FINI)
	METRICS_HOT_LEVEL(METRICS_FINI)
#endif
#if SCHED_COUNTING || SCHED_FAULT
	METRICS_EXPOSURE(METRICS_FINI)
	METRICS_EXPOSURE_LEVEL(METRICS_FINI)
#endif
	(void)metrics;
}

#endif
