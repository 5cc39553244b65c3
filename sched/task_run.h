/* SPDX-License-Identifier: MIT */
/*
 * task_run.h - axis: whose the waker is that a poll is given; one poll of a task and what
 * follows from its outcome.
 * Sources: Tokio 1.53, runtime/task/harness.rs; for POLL_WAKER_OWNED Blitz-IO f533755,
 * task.zig, which makes a waker before each poll and drops it behind it.
 *
 * Arrow: worker -> RUNNING -> poll with a borrowed waker -> idle (queued again if it
 * was woken meanwhile) or complete: output stored, COMPLETE, join waker woken,
 * removed from the owned list, references released, memory freed.
 *
 * The waker is lent for the poll either way, and a clone is what the task may keep.  An owned
 * one is a reference and two RMW more for each poll.  Weakness: it protects from nothing,
 * because the runner has a reference for as long as the poll lasts; that is the point.
 */
#ifndef SCHED_TASK_RUN_H
#define SCHED_TASK_RUN_H

#include "sched/join.h"

/* COMPLETE was just set with JOIN_WAKER: wake the joiner, then settle who frees
 * the waker. */
static inline void task_wake_joiner(struct sched_task *task)
{
	struct task_trailer *trailer = task_trailer(task);
	uint64_t after;

	waker_wake_by_ref(&trailer->join_waker);
	after = state_unset_waker_after_complete(&task->state);
	if (!(after & STATE_JOIN_INTEREST))
		waker_drop(&trailer->join_waker);
}

/* The state holds the output (or is dead).  Consumes the caller's reference and
 * the owned list's. */
static inline void task_complete(struct sched_task *task)
{
	uint64_t state = state_to_complete(&task->state);
	uint64_t released = 1;

	if (!(state & STATE_JOIN_INTEREST))
		task_drop_output(task);
	else if (state & STATE_JOIN_WAKER)
		task_wake_joiner(task);
	if (owned_list_remove(&task_core(task)->runtime->owned, task))
		released++;
	if (state_to_terminal(&task->state, released))
		task_dealloc(task);
}

static SCHED_COLD void task_cancel_and_complete(struct sched_task *task)
{
	task_cancel(task);
	task_complete(task);
}

/* The poll was pending. */
static inline void task_suspend(struct worker *worker, struct sched_task *task)
{
	switch (state_to_idle(&task->state)) {
	case STATE_IDLE:
		break;
	case STATE_IDLE_NOTIFIED:
		schedule_local(worker, task, SCHEDULE_YIELDED);
		if (SCHED_REF_PER_WAKE)
			task_drop_reference(task);
		break;
	case STATE_IDLE_DEALLOC:
		task_dealloc(task);
		break;
	case STATE_IDLE_CANCELLED:
		task_cancel_and_complete(task);
		break;
	}
}

/* Hook: how a task is polled once.  Variants that break things on purpose change it. */
#ifndef SCHED_POLL
#define SCHED_POLL task_poll_once
#endif
static inline SCHED_UNUSED enum sched_poll task_poll_once(struct sched_task *task,
							  struct sched_context *context)
{
	return task->ops->poll(task_state(task), context);
}

/* The drop comes before the task can be idle or complete, so it is not the last. */
static inline enum sched_poll task_poll_with_waker(struct worker *worker, struct sched_task *task)
{
	enum sched_poll polled;

	worker->poll_context.waker.target = task; /* the rest never changes */
	if (SCHED_POLL_WAKER == POLL_WAKER_OWNED)
		waker_ref_task(task);
	polled = SCHED_POLL(task, &worker->poll_context);
	if (SCHED_POLL_WAKER == POLL_WAKER_OWNED)
		waker_drop_task(task);
	return polled;
}

static inline void task_poll(struct worker *worker, struct sched_task *task)
{
	if (task_poll_with_waker(worker, task) == SCHED_PENDING) {
		task_suspend(worker, task);
		return;
	}
	task_core(task)->stage = TASK_FINISHED;
	task_complete(task);
}

/* On `worker`, the calling one.  Consumes the notified reference. */
static inline void task_run(struct worker *worker, struct sched_task *task)
{
	switch (state_to_running(&task->state)) {
	case STATE_RUN:
		task_poll(worker, task);
		break;
	case STATE_RUN_CANCELLED:
		task_cancel_and_complete(task);
		break;
	case STATE_RUN_DEALLOC:
		task_dealloc(task);
		break;
	case STATE_RUN_FAILED:
		break;
	}
}

/* Runtime shutdown; consumes the owned list's reference. */
static inline void task_shut_down(struct sched_task *task)
{
	if (state_to_shutdown(&task->state))
		task_cancel_and_complete(task);
	else
		task_drop_reference(task);
}

#endif
