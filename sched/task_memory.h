/* SPDX-License-Identifier: MIT */
/*
 * task_memory.h - a task's memory, from its first references to the last.
 * Source: Tokio 1.53, runtime/task/core.rs Cell, harness.rs dealloc.
 */
#ifndef SCHED_TASK_MEMORY_H
#define SCHED_TASK_MEMORY_H

#include "sched/runtime_memory.h"

/* A task with its first references, NULL if there is no memory. */
static inline struct sched_task *task_create(struct sched_runtime *runtime,
					     const struct sched_task_ops *ops, const void *state,
					     uint64_t id)
{
	size_t trailer_offset = sizeof(struct sched_task) + task_state_room(ops);
	struct task_trailer *trailer;
	struct sched_task *task;
	struct task_core *core;

	if (SCHED_UNLIKELY(trailer_offset > TASK_BYTES_MAX))
		return NULL;
	task = (struct sched_task *)task_alloc(trailer_offset + sizeof(*trailer), TASK_ALIGN);
	if (SCHED_UNLIKELY(!task))
		return NULL;
	at_init(&task->state, STATE_INITIAL);
	guard_init(task);
	task->queue_next = NULL;
	task->ops = ops;
	task->id = id;
	core = task_core(task);
	core->runtime = runtime;
	core->stage = TASK_ALIVE;
	core->trailer_offset = (uint32_t)trailer_offset;
	task_copy(task_state(task), state, ops->state_bytes);
	trailer = task_trailer(task); /* the links: owned_list_bind */
	trailer->join_waker.target = NULL;
	return task;
}

/* The last reference is gone. */
static inline void task_dealloc(struct sched_task *task)
{
	struct sched_runtime *runtime = task_core(task)->runtime;

	if (SCHED_OWNED == OWNED_NONE && task_core(task)->stage == TASK_ALIVE)
		task_cancel(task); /* nobody is left who could wake it */
	sched_assert(task_core(task)->stage != TASK_ALIVE);
	sched_assert(!task_trailer(task)->join_waker.target);
	at_fini(&task->state);
	if (SCHED_GUARD == GUARD_SENTINEL)
		guard_keep(runtime->kept, task);
	else
		task_free(task, task_bytes(task), TASK_ALIGN);
	runtime_unref(runtime, runtime_counting_worker(runtime));
}

static inline void task_drop_reference(struct sched_task *task)
{
	if (state_ref_dec(&task->state))
		task_dealloc(task);
}

#endif
