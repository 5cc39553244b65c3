/* SPDX-License-Identifier: MIT */
/*
 * coop.h - the budget of a poll, and yielding.
 * Source: Tokio 1.53, task/coop and task/yield_now.rs.
 *
 * A worker gives SCHED_BUDGET units to each tick, shared by the tasks its LIFO
 * slots chain to; leaf operations spend them.  An exhausted task is deferred, as a
 * yielding one is: it runs again after the worker has looked at its other work.
 * SCHED_YIELD says where a task that yields of itself waits.
 */
#ifndef SCHED_COOP_H
#define SCHED_COOP_H

#include "sched/waker.h"

/* No worker, a waker that is no task's, or no room in the list. */
static SCHED_COLD void defer_wake_slow(struct worker *worker, const struct sched_waker *waker)
{
	struct sched_task *task = (struct sched_task *)waker->target;

	if (worker && defer_list_ends_with(&worker->defer, task))
		return;
	if (!worker || waker->kind != WAKER_TASK || !defer_list_grow(&worker->defer)) {
		waker_wake_by_ref(waker); /* resumed too early, but resumed */
		return;
	}
	COUNT(&worker->metrics, deferred, 1);
	guard_use(task, GUARD_YIELD);
	waker_ref(waker);
	worker->defer.tasks[worker->defer.count++] = task;
}

/* Wake the task after the next park or maintenance; at once on other threads. */
static inline void defer_wake(struct context *context, const struct sched_waker *waker)
{
	struct worker *worker = context ? context->worker : NULL;
	struct sched_task *task = (struct sched_task *)waker->target;
	struct defer_list *list;

	if (SCHED_UNLIKELY(!worker || waker->kind != WAKER_TASK ||
			   worker->defer.count == worker->defer.room)) {
		defer_wake_slow(worker, waker);
		return;
	}
	list = &worker->defer;
	if (SCHED_UNLIKELY(defer_list_ends_with(list, task)))
		return;
	COUNT(&worker->metrics, deferred, 1);
	guard_use(task, GUARD_YIELD);
	state_ref_inc(&task->state);
	list->tasks[list->count++] = task;
}

/* Wake by value, telling no other worker. */
static inline void worker_wake_quietly(struct worker *worker, struct sched_task *task)
{
	enum state_notify action;

	guard_end(task, GUARD_RESUME);
	action = state_to_notified_by_value(&task->state);
	guard_notified(task, action, GUARD_RESUME);
	if (SCHED_LIKELY(action == STATE_NOTIFY_SUBMIT)) {
		if (SCHED_LIKELY(task_core(task)->runtime == worker->context.runtime))
			worker_enqueue(worker, task, SCHEDULE_WOKEN);
		else
			schedule_remote_handed_over(task);
		if (SCHED_REF_PER_WAKE)
			task_drop_reference(task);
	} else if (action == STATE_NOTIFY_DEALLOC) {
		task_dealloc(task);
	}
}

/* Wake all deferred tasks, the last deferred first. */
static inline void worker_wake_deferred(struct worker *worker)
{
	while (worker->defer.count > 0)
		worker_wake_quietly(worker, worker->defer.tasks[--worker->defer.count]);
	if (SCHED_JOIN == JOIN_POLL_BACKOFF)
		worker->context.backoff->asked = 0;
}

enum sched_poll sched_yield_now(struct sched_context *context)
{
	if (SCHED_YIELD == YIELD_RING) /* notified during its poll: to the ring after it */
		waker_wake_by_ref(&context->waker);
	else
		defer_wake(context_current(), &context->waker);
	return SCHED_PENDING;
}

bool sched_coop_exhausted(struct sched_context *sched_context)
{
	struct context *context = context_current();

	if (context && context->worker)
		COUNT(&context->worker->metrics, budget_forced_yields, 1);
	defer_wake(context, &sched_context->waker);
	return false;
}

#endif
