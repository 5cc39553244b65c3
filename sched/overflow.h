/* SPDX-License-Identifier: MIT */
/*
 * overflow.h - the end of a worker's ring, and where its tasks go when it is full.
 * Source: Tokio 1.53, multi_thread/queue.rs push_back_or_overflow, push_overflow.
 *
 * Arrow: schedule -> local queue -> (full) -> inject queue -> (closed) -> dropped.
 */
#ifndef SCHED_OVERFLOW_H
#define SCHED_OVERFLOW_H

#include "sched/unlisted.h"

/* Tasks linked first to last, `count` of them; dropped if the queue is closed. */
static inline void inject_or_drop(struct sched_runtime *runtime, struct sched_task *first,
				  struct sched_task *last, uint64_t count)
{
	if (SCHED_LIKELY(inject_queue_push(&runtime->inject, first, last, count)))
		return;
	while (first) {
		struct sched_task *next = first->queue_next;

		task_drop_notified(first);
		first = next;
	}
}

/* The ring is full: shed the newest half and this task to inject (SCHED_SHED), or only this
 * task while a thief is making room. */
static SCHED_COLD void worker_push_overflow(struct worker *worker, struct sched_task *task)
{
	enum local_queue_push pushed = local_queue_try_push(&worker->queue, task);

	while (pushed != PUSH_DONE) {
		struct sched_runtime *runtime = worker->context.runtime;
		struct sched_task *first;
		struct sched_task *last;

		if (pushed == PUSH_FULL_STOLEN_FROM || SCHED_SHED == SHED_ONE) {
			inject_or_drop(runtime, task, task, 1);
			return;
		}
		first = local_queue_take_newest_half(&worker->queue, &last);
		if (first) {
			COUNT(&worker->metrics, overflows, 1);
			last->queue_next = task;
			inject_or_drop(runtime, first, task, LOCAL_QUEUE_HALF + 1);
			return;
		}
		pushed = local_queue_try_push(&worker->queue, task);
	}
}

/* true: it stays with the worker; false: the ring was full, look into inject. */
static inline bool worker_push_back(struct worker *worker, struct sched_task *task)
{
	if (SCHED_LIKELY(local_queue_try_push(&worker->queue, task) == PUSH_DONE))
		return true;
	worker_push_overflow(worker, task);
	return false;
}

#endif
