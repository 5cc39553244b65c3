/* SPDX-License-Identifier: MIT */
/*
 * schedule.h - a notified task goes to a queue, and perhaps somebody is told.
 * Source: Tokio 1.53, multi_thread/worker.rs schedule_*.
 *
 * Arrow: spawn, wake -> schedule: LIFO slot / local queue / inject queue -> notify.
 *
 *   pushed to                              told to a parked worker
 *   empty LIFO slot                        no (SCHED_LIFO_NOTIFY)
 *   LIFO slot, displacing another          yes (SCHED_LIFO_NOTIFY)
 *   ring: yielded, or slots closed         yes
 *   any of these, after a deferral         once for all deferred
 *   inject, from outside                   always
 *   ring, budget exhausted; batch refill   no
 *
 * With SCHED_LOCAL_NOTIFY == LOCAL_NOTIFY_NEVER only of inject: from outside, or because the
 * ring was full.  Then what lies in a ring is found by who looks by itself, or not at all.
 */
#ifndef SCHED_SCHEDULE_H
#define SCHED_SCHEDULE_H

#include "sched/lifo.h"

/* --------------------------------------------------------------- notify -- */

/* Returns the worker that was woken, or -1. */
static inline int64_t notify_parked(struct sched_runtime *runtime)
{
	int64_t index = idle_worker_to_notify(&runtime->idle);

	if (index >= 0)
		parker_unpark(&runtime->workers[index].parker);
	return index;
}

/* After the last searcher went to sleep: is there work that nobody was told of? */
static inline void notify_if_work_pending(struct sched_runtime *runtime)
{
	for (uint32_t i = 0; i < runtime->config.workers; i++) {
		if (local_queue_length(&runtime->workers[i].queue) > 0) {
			notify_parked(runtime);
			return;
		}
	}
	if (!inject_queue_is_empty(&runtime->inject))
		notify_parked(runtime);
}

/* ------------------------------------------------------------- schedule -- */

enum schedule_kind { SCHEDULE_WOKEN, SCHEDULE_YIELDED };

/* To the worker's own queues; true if a parked worker should be told. */
static inline bool worker_enqueue(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	COUNT(&worker->metrics, local_schedules, 1);
	if (kind == SCHEDULE_YIELDED || !lifo_takes(worker)) {
		if (worker_push_back(worker, task) && LOCAL_IS_QUIET)
			return false;
		return true;
	}
	return lifo_schedule(worker, task);
}

static inline void schedule_local(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	uint64_t displaced = COUNTED(&worker->metrics, lifo_displaced);

	if (worker_enqueue(worker, task, kind)) {
		int64_t woken = notify_parked(worker->context.runtime);

		displaced = COUNTED(&worker->metrics, lifo_displaced) - displaced;
		COUNT(&worker->metrics, notifies, 1);
		COUNT(&worker->metrics, notify_wakes, woken >= 0);
		COUNT(&worker->metrics, displaced_wakes, woken >= 0 ? displaced : 0);
	}
}

static SCHED_COLD void schedule_remote(struct sched_runtime *runtime, struct sched_task *task)
{
	if (SCHED_COUNTING)
		at_fetch_add_relaxed(&runtime->remote_schedules, 1);
	inject_or_drop(runtime, task, task, 1);
	notify_parked(runtime);
}

/* From anywhere.  Takes over one notified reference. */
static inline void schedule(struct sched_task *task)
{
	struct worker *worker = worker_current(task_core(task)->runtime);

	if (SCHED_LIKELY(worker != NULL))
		schedule_local(worker, task, SCHEDULE_WOKEN);
	else
		schedule_remote(task_core(task)->runtime, task);
}

/* As schedule, when the notified reference is all that keeps the task: once it is
 * queued, task and runtime may be gone before the notify. */
static SCHED_COLD void schedule_remote_handed_over(struct sched_task *task)
{
	struct sched_runtime *runtime = task_core(task)->runtime;

	runtime_ref(runtime, NULL);
	schedule_remote(runtime, task);
	runtime_unref(runtime, NULL);
}

static inline void schedule_handed_over(struct sched_task *task)
{
	struct worker *worker = worker_current(task_core(task)->runtime);

	if (SCHED_LIKELY(worker != NULL))
		schedule_local(worker, task, SCHEDULE_WOKEN);
	else
		schedule_remote_handed_over(task);
}

#endif
