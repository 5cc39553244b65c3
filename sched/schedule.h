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
 */
#ifndef SCHED_SCHEDULE_H
#define SCHED_SCHEDULE_H

#include "sched/worker.h"

/*
 * Every task keeps its runtime's memory, because a wake from outside touches the
 * queues after the task itself may be gone.  SCHED_HANDLE_REF counts in one shared
 * word, as Tokio's Arc.  Otherwise each worker counts its own creations and frees
 * in a plain balance, others count in the word, which is biased so that it cannot
 * reach zero before destroy has added the balances up (runtime.h).
 */
#define RUNTIME_REFS_BIAS (SCHED_HANDLE_REF ? 0u : (uint64_t)1 << 62)

static inline void runtime_ref(struct sched_runtime *runtime, struct worker *worker)
{
	if (!SCHED_HANDLE_REF && SCHED_LIKELY(worker != NULL))
		worker->task_balance++;
	else
		at_fetch_add_relaxed(&runtime->refs, 1);
}

static SCHED_COLD void runtime_free(struct sched_runtime *runtime);

static inline void runtime_unref(struct sched_runtime *runtime, struct worker *worker)
{
	uint64_t before;

	if (!SCHED_HANDLE_REF && SCHED_LIKELY(worker != NULL)) {
		worker->task_balance--;
		return;
	}
	before = at_fetch_sub_acq_rel(&runtime->refs, 1); /* pairs: RR1, RR1 */
	if (SCHED_UNLIKELY(before == 1))
		runtime_free(runtime);
}

/* The worker to count for; not looked up where the shared word is used anyway. */
static inline struct worker *runtime_counting_worker(struct sched_runtime *runtime)
{
	return SCHED_HANDLE_REF ? NULL : worker_current(runtime);
}

/* GUARD_SENTINEL: the memory is kept, another's goes. */
static inline SCHED_UNUSED void task_keep(struct sched_runtime *runtime, struct sched_task *task)
{
	struct sched_task *oldest = guard_keep(runtime_kept(runtime), task);

	if (oldest)
		guard_task_free(oldest);
}

/* The last reference is gone. */
static inline void task_dealloc(struct sched_task *task)
{
	struct sched_runtime *runtime = task->runtime;

	sched_assert(task->stage != TASK_ALIVE);
	sched_assert(!task_trailer(task)->join_waker.target);
	at_fini(&task->state);
	if (SCHED_GUARD == GUARD_SENTINEL)
		task_keep(runtime, task);
	else
		task_free(task, task_bytes(task), SCHED_LINE);
	runtime_unref(runtime, runtime_counting_worker(runtime));
}

static inline void task_drop_reference(struct sched_task *task)
{
	if (state_ref_dec(&task->state))
		task_dealloc(task);
}

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

/* --------------------------------------------------------------- queues -- */

/* Tasks linked first to last, `count` of them; dropped if the queue is closed. */
static inline void inject_or_drop(struct sched_runtime *runtime, struct sched_task *first,
				  struct sched_task *last, uint64_t count)
{
	if (SCHED_LIKELY(inject_queue_push(&runtime->inject, first, last, count)))
		return;
	while (first) {
		struct sched_task *next = first->queue_next;

		task_drop_reference(first);
		first = next;
	}
}

/* The ring is full: shed the newest half and this task to inject, or only this
 * task while a thief is making room. */
static SCHED_COLD void worker_push_overflow(struct worker *worker, struct sched_task *task)
{
	enum local_queue_push pushed = local_queue_try_push(&worker->queue, task);

	while (pushed != PUSH_DONE) {
		struct sched_runtime *runtime = worker->context.runtime;
		struct sched_task *first;
		struct sched_task *last;

		if (pushed == PUSH_FULL_STOLEN_FROM) {
			inject_or_drop(runtime, task, task, 1);
			return;
		}
		first = local_queue_take_newest_half(&worker->queue, &last);
		if (first) {
			METRIC_HOT(&worker->metrics, overflows, 1);
			last->queue_next = task;
			inject_or_drop(runtime, first, task, LOCAL_QUEUE_HALF + 1);
			return;
		}
		pushed = local_queue_try_push(&worker->queue, task);
	}
}

static inline void worker_push_back(struct worker *worker, struct sched_task *task)
{
	if (SCHED_UNLIKELY(local_queue_try_push(&worker->queue, task) != PUSH_DONE))
		worker_push_overflow(worker, task);
}

/* ------------------------------------------------------------- schedule -- */

enum schedule_kind { SCHEDULE_WOKEN, SCHEDULE_YIELDED };

/* To the worker's own queues; true if a parked worker should be told. */
static inline bool worker_enqueue(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	bool is_for_lifo = SCHED_LIFO_SLOTS > 0 && kind == SCHEDULE_WOKEN;
	struct sched_task *displaced;

	(void)is_for_lifo;
	METRIC_HOT(&worker->metrics, local_schedules, 1);
	if (kind == SCHEDULE_YIELDED || !lifo_is_open(&worker->lifo)) {
		METRIC_HOT(&worker->metrics, lifo_diverted, is_for_lifo);
		worker_push_back(worker, task);
		return true;
	}
	METRIC_HOT(&worker->metrics, lifo_schedules, 1);
	displaced = worker_push_lifo(worker, task);
	if (!displaced) {
		METRIC_HOT(&worker->metrics, lifo_stacked, worker->lifo.count > 1);
		return SCHED_LIFO_NOTIFY == LIFO_NOTIFY_ALWAYS;
	}
	METRIC_HOT(&worker->metrics, lifo_displaced, 1);
	worker_push_back(worker, displaced);
	return SCHED_LIFO_NOTIFY != LIFO_NOTIFY_NEVER;
}

#if SCHED_COUNTING
/* The same, and counts who was told for what. */
static inline void schedule_local(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	uint64_t displaced = at_load_owned(&worker->metrics.lifo_displaced);
	bool woke;

	if (!worker_enqueue(worker, task, kind))
		return;
	displaced = at_load_owned(&worker->metrics.lifo_displaced) - displaced;
	woke = notify_parked(worker->context.runtime) >= 0;
	METRIC_HOT(&worker->metrics, notifies, 1);
	METRIC_HOT(&worker->metrics, notify_wakes, woke);
	METRIC_HOT(&worker->metrics, displaced_wakes, woke ? displaced : 0);
}
#else
static inline void schedule_local(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	if (worker_enqueue(worker, task, kind))
		notify_parked(worker->context.runtime);
}
#endif

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
	struct worker *worker = worker_current(task->runtime);

	if (SCHED_LIKELY(worker != NULL))
		schedule_local(worker, task, SCHEDULE_WOKEN);
	else
		schedule_remote(task->runtime, task);
}

/* As schedule, when the notified reference is all that keeps the task: once it is
 * queued, task and runtime may be gone before the notify. */
static SCHED_COLD void schedule_remote_handed_over(struct sched_task *task)
{
	struct sched_runtime *runtime = task->runtime;

	runtime_ref(runtime, NULL);
	schedule_remote(runtime, task);
	runtime_unref(runtime, NULL);
}

static inline void schedule_handed_over(struct sched_task *task)
{
	struct worker *worker = worker_current(task->runtime);

	if (SCHED_LIKELY(worker != NULL))
		schedule_local(worker, task, SCHEDULE_WOKEN);
	else
		schedule_remote_handed_over(task);
}

#endif
