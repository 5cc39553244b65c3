/* SPDX-License-Identifier: MIT */
/*
 * join.h - the caller's claim on a task: await, take, detach, abort.
 * Source: Tokio 1.53, runtime/task/mod.rs (protocol) and harness.rs.
 *
 * The join waker is a plain field; the JOIN_WAKER bit is the right to it.  Bit 0:
 * the handle may write it.  Bit 1: the handle may only read, and once COMPLETE is
 * set the runtime may read.  Before COMPLETE only the handle changes the bit,
 * after it only the runtime.  JOIN_INTEREST 0 with COMPLETE 1: the runtime owns
 * it.  The output belongs to the handle iff JOIN_INTEREST was set when COMPLETE
 * was.
 */
#ifndef SCHED_JOIN_H
#define SCHED_JOIN_H

#include <errno.h>

#include "sched/coop.h"

/* !SCHED_REF_PER_WAKE: the handle of a task that is over; false if it is not. */
static inline bool task_drop_complete_join_handle(struct sched_task *task)
{
	uint64_t state = at_load_acquire(&task->state); /* pairs: ST1 */

	if ((state & (STATE_COMPLETE | STATE_JOIN_WAKER)) != STATE_COMPLETE)
		return false;
	task_drop_output(task);
	waker_drop(&task_trailer(task)->join_waker);
	if (state_drop_complete_join_handle(&task->state))
		task_dealloc(task);
	return true;
}

/* Give up the handle's claim and its reference, whatever the task has come to. */
static inline void task_drop_join_handle(struct sched_task *task)
{
	uint64_t after;
	uint64_t before;

	if (SCHED_LIKELY(state_drop_join_handle_fast(&task->state)))
		return;
	before = state_to_join_handle_dropped(&task->state, &after);
	if (before & STATE_COMPLETE)
		task_drop_output(task);
	if (!(after & STATE_JOIN_WAKER))
		waker_drop(&task_trailer(task)->join_waker);
	task_drop_reference(task);
}

/* Store the waker (the bit is clear, so the field is ours); true if the task
 * completed before it could be published. */
static inline bool join_waker_store(struct sched_task *task, const struct sched_waker *waker)
{
	struct task_trailer *trailer = task_trailer(task);

	trailer->join_waker = waker_clone(waker);
	if (state_set_join_waker(&task->state))
		return false;
	waker_drop(&trailer->join_waker);
	return true;
}

/* true: complete, the output is the caller's.  false: `waker` will be woken. */
static inline bool join_is_ready(struct sched_task *task, const struct sched_waker *waker)
{
	uint64_t state = at_load_acquire(&task->state); /* pairs: ST1 - the output */
	struct task_trailer *trailer = task_trailer(task);

	sched_assert(state & STATE_JOIN_INTEREST);
	if (state & STATE_COMPLETE)
		return true;
	if (state & STATE_JOIN_WAKER) {
		if (sched_waker_will_wake(&trailer->join_waker, waker))
			return false;
		if (!state_unset_join_waker(&task->state))
			return true;
		waker_drop(&trailer->join_waker);
	}
	return join_waker_store(task, waker);
}

/* The task is complete and its output the caller's. */
static inline int join_take_output(struct sched_task *task, void *output)
{
	uint64_t stage = task->stage;

	task->stage = TASK_CONSUMED;
	if (stage == TASK_FINISHED) {
		if (output)
			task_copy(output, task_state(task), task->ops->output_bytes);
		return 0;
	}
	return stage == TASK_CANCELLED ? -ECANCELED : -EINVAL;
}

enum sched_poll sched_join_poll(struct sched_join *join, struct sched_context *context,
				void *output, int *status)
{
	if (SCHED_UNLIKELY(!join->task)) {
		*status = -EINVAL;
		return SCHED_READY;
	}
	guard_handle(join->task, GUARD_JOIN_POLL);
	if (!sched_coop_proceed(context))
		return SCHED_PENDING;
	if (!join_is_ready(join->task, &context->waker)) {
		sched_coop_refund(context);
		return SCHED_PENDING;
	}
	*status = join_take_output(join->task, output);
	return SCHED_READY;
}

int sched_join_take(struct sched_join *join, void *output)
{
	if (!join->task)
		return -EINVAL;
	guard_handle(join->task, GUARD_JOIN_TAKE);
	if (!sched_join_is_finished(join))
		return -EAGAIN;
	return join_take_output(join->task, output);
}

void sched_join_detach(struct sched_join *join)
{
	struct sched_task *task = join->task;

	join->task = NULL;
	if (!task)
		return;
	guard_handle(task, GUARD_JOIN_DETACH);
	if (!SCHED_REF_PER_WAKE && task_drop_complete_join_handle(task))
		return;
	task_drop_join_handle(task);
}

void sched_join_abort(struct sched_join *join)
{
	if (!join->task)
		return;
	guard_handle(join->task, GUARD_JOIN_ABORT);
	if (state_to_notified_and_cancelled(&join->task->state))
		schedule(join->task);
}

bool sched_join_is_finished(const struct sched_join *join)
{
	uint64_t state;

	if (!join->task)
		return true;
	guard_handle(join->task, GUARD_JOIN_IS_FINISHED);
	state = at_load_acquire(&join->task->state); /* pairs: ST1 */
	return (state & STATE_COMPLETE) != 0;
}

#endif
