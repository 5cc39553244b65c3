/* SPDX-License-Identifier: MIT */
/*
 * task_memory.h - a task's memory, from its three references to the last.
 * Source: Tokio 1.53, runtime/task/core.rs Cell, harness.rs dealloc.
 */
#ifndef SCHED_TASK_MEMORY_H
#define SCHED_TASK_MEMORY_H

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

/* A task with its three references, NULL if there is no memory. */
static inline struct sched_task *task_create(struct sched_runtime *runtime,
					     const struct sched_task_ops *ops, const void *state,
					     uint64_t id)
{
	size_t trailer_offset = sizeof(struct sched_task) + task_state_room(ops);
	struct task_trailer *trailer;
	struct sched_task *task;

	if (SCHED_UNLIKELY(trailer_offset > TASK_BYTES_MAX))
		return NULL;
	task = (struct sched_task *)task_alloc(trailer_offset + sizeof(*trailer), SCHED_LINE);
	if (SCHED_UNLIKELY(!task))
		return NULL;
	at_init(&task->state, STATE_INITIAL);
	guard_init(task);
	task->queue_next = NULL;
	task->ops = ops;
	task->id = id;
	task->runtime = runtime;
	task->stage = TASK_ALIVE;
	task->trailer_offset = (uint32_t)trailer_offset;
	task_copy(task_state(task), state, ops->state_bytes);
	trailer = task_trailer(task); /* the links: owned_list_bind */
	trailer->join_waker.target = NULL;
	return task;
}

/* The last reference is gone. */
static inline void task_dealloc(struct sched_task *task)
{
	struct sched_runtime *runtime = task->runtime;

	sched_assert(task->stage != TASK_ALIVE);
	sched_assert(!task_trailer(task)->join_waker.target);
	at_fini(&task->state);
	if (SCHED_GUARD == GUARD_SENTINEL)
		guard_keep(runtime->kept, task);
	else
		task_free(task, task_bytes(task), SCHED_LINE);
	runtime_unref(runtime, runtime_counting_worker(runtime));
}

static inline void task_drop_reference(struct sched_task *task)
{
	if (state_ref_dec(&task->state))
		task_dealloc(task);
}

#endif
