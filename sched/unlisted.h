/* SPDX-License-Identifier: MIT */
/*
 * unlisted.h - the end of a task that nobody will run, by whoever holds its notified reference.
 *
 * Arrow: refused, or left in a queue at the end -> cancelled, COMPLETE, joiner woken, freed.
 * The owned list ends such a task elsewhere, and the notified reference is only dropped.  Where no
 * list knows the task (OWNED_NONE, or a closed one that has not taken it) it is done here.  The
 * joiner is woken by the public name, because a wake can end the joiner, too: its own wake may be
 * refused.  Weakness: so a chain of joiners that sleep is as deep on the stack.
 */
#ifndef SCHED_UNLISTED_H
#define SCHED_UNLISTED_H

#include "sched/task_memory.h"

/* As task_wake_joiner of task_run.h. */
static inline void unlisted_wake_joiner(struct sched_task *task)
{
	struct task_trailer *trailer = task_trailer(task);
	uint64_t after;

	sched_waker_wake_by_ref(&trailer->join_waker);
	after = state_unset_waker_after_complete(&task->state);
	if (!(after & STATE_JOIN_INTEREST))
		sched_waker_drop(&trailer->join_waker);
}

/* Consumes the notified reference of a task that is idle: so it is the caller's. */
static SCHED_COLD void unlisted_end(struct sched_task *task)
{
	bool was_idle SCHED_UNUSED = state_to_shutdown(&task->state);
	uint64_t state;

	sched_assert(was_idle);
	task_cancel(task);
	state = state_to_complete(&task->state);
	if (!(state & STATE_JOIN_INTEREST))
		task_drop_output(task);
	else if (state & STATE_JOIN_WAKER)
		unlisted_wake_joiner(task);
	if (state_to_terminal(&task->state, 1))
		task_dealloc(task);
}

/* Nobody will run the task any more. */
static inline void task_drop_notified(struct sched_task *task)
{
	if (SCHED_OWNED == OWNED_NONE)
		unlisted_end(task);
	else
		task_drop_reference(task);
}

#endif
