/* SPDX-License-Identifier: MIT */
/*
 * task.h - the memory of a task: one allocation, header, core, state, trailer.
 * Source: Tokio 1.53, runtime/task/core.rs.
 *
 *   0  header   state word, queue link, ops, id       hot: every transition
 *  32  core     runtime, stage                        warm: one poll
 *      guard    GUARD_SENTINEL only (guard.h)
 *  48  state    ops->state_bytes or output_bytes      the user's
 *   .  trailer  owned-list links, join waker          cold: spawn and completion
 *
 * The block is aligned to 128 bytes, as Tokio's.  A state of up to 48 bytes gives a
 * block of exactly 128.
 */
#ifndef SCHED_TASK_H
#define SCHED_TASK_H

#include <string.h>

#include "sched/sched.h"
#include "sched/task_alloc.h"
#include "sched/task_state.h"

enum task_stage {
	TASK_ALIVE,	/* the state is the user's task */
	TASK_FINISHED,	/* the state is its output */
	TASK_CANCELLED, /* the state is dead; resolves to -ECANCELED */
	TASK_CONSUMED	/* the output was taken or dropped */
};

struct guard_atomics {	 /* guard.h */
	at_u64 sentinel; /* GUARD_IS_HERE until the last reference is gone */
	at_u64 ended_by; /* enum guard_operation that ended a waker last */
};

struct sched_task {
	at_u64 state;
	struct sched_task *queue_next; /* whoever holds the notified reference */
	const struct sched_task_ops *ops;
	uint64_t id; /* picks the shard of the owned list */
	struct sched_runtime *runtime;
	uint32_t stage;		 /* enum task_stage; by whoever owns the state (join.h) */
	uint32_t trailer_offset; /* follows from ops; kept, because every use is hot */
	__extension__ struct guard_atomics guard[SCHED_GUARD == GUARD_SENTINEL];
};

struct task_trailer {
	struct sched_task *prev; /* guarded by the owned shard's mutex */
	struct sched_task *next;
	struct sched_waker join_waker; /* guarded by JOIN_WAKER (join.h) */
};

#define TASK_BYTES_MAX ((size_t)UINT32_MAX - 256) /* trailer_offset must hold it */

SCHED_STATIC_ASSERT(sizeof(struct sched_task) == 48 + 16 * (SCHED_GUARD == GUARD_SENTINEL));
SCHED_STATIC_ASSERT(offsetof(struct sched_task, state) == 0);

static inline void *task_state(struct sched_task *task)
{
	return task + 1;
}

/* What the state takes, output included, rounded so that the trailer is aligned. */
static inline size_t task_state_room(const struct sched_task_ops *ops)
{
	size_t room = ops->state_bytes > ops->output_bytes ? ops->state_bytes : ops->output_bytes;

	return (room + 15u) & ~(size_t)15u;
}

static inline struct task_trailer *task_trailer(struct sched_task *task)
{
	return (struct task_trailer *)(void *)((char *)task + task->trailer_offset);
}

static inline size_t task_bytes(const struct sched_task *task)
{
	return task->trailer_offset + sizeof(struct task_trailer);
}

/* States are small as a rule: a few words, copied without a call or a loop. */
static inline void task_copy(void *to, const void *from, size_t bytes)
{
	char *target = (char *)to;
	const char *source = (const char *)from;

	switch (bytes) {
	case 32:
		memcpy(target + 24, source + 24, 8);
		/* fall through */
	case 24:
		memcpy(target + 16, source + 16, 8);
		/* fall through */
	case 16:
		memcpy(target + 8, source + 8, 8);
		/* fall through */
	case 8:
		memcpy(target, source, 8);
		/* fall through */
	case 0:
		break;
	default:
		memcpy(to, from, bytes);
	}
}

/* Release what an unclaimed output owns.  Caller owns the state. */
static inline void task_drop_output(struct sched_task *task)
{
	if (task->stage == TASK_FINISHED && task->ops->drop_output)
		task->ops->drop_output(task_state(task));
	task->stage = TASK_CONSUMED;
}

/* Release what the user's task owns; it resolves to -ECANCELED.  Caller owns the
 * state. */
static inline void task_cancel(struct sched_task *task)
{
	sched_assert(task->stage == TASK_ALIVE);
	if (task->ops->drop)
		task->ops->drop(task_state(task));
	task->stage = TASK_CANCELLED;
}

#endif
