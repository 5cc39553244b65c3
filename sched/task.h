/* SPDX-License-Identifier: MIT */
/*
 * task.h - the memory of a task: one allocation, header, core, state, trailer.
 * axis: how it is aligned, and what lies where.
 * Source: Tokio 1.53, runtime/task/core.rs; flat: Blitz-IO, executor/task.zig RawTask.
 *
 *      hot_cold                                        flat
 *   0  header   state word, queue link, ops, id        the same
 *  32  core     runtime, stage                         links of the owned list
 *      guard    GUARD_SENTINEL only (guard.h)          the same
 *  48  state    ops->state_bytes or output_bytes       the same
 *   .  links    of the owned list                      core: runtime, stage
 *      waker    of who joins                           the same
 *
 * hot_cold: every transition and each poll touch the first line only, and the state; what
 * is behind a large state is for spawn and completion.  flat has the links, which are of no
 * use to a poll, in front, and behind the state what each wake and poll needs, so there a
 * large state costs each of them a line more.  Both take the same bytes: a state of up to
 * 48 gives a block of exactly 128.
 *
 * The block is aligned to SCHED_TASK_ALIGN, 128 bytes as Tokio's.  With task_alloc=slab that
 * matters above 2048 bytes only, since the slab's powers of two are aligned by themselves.
 *
 * Weakness: where the trailer begins follows from ops.  hot_cold keeps it in the core, flat
 * has no room there and works it out, some four instructions each time; in Blitz-IO the
 * compiler knows it.  Its header is in the order vtable, state; and it has no join waker.
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

struct task_core {
	struct sched_runtime *runtime;
	uint32_t stage;		 /* enum task_stage; by whoever owns the state (join.h) */
	uint32_t trailer_offset; /* follows from ops; hot_cold keeps it: every use is hot */
};

struct task_links { /* guarded by the owned shard's mutex */
	struct sched_task *prev;
	struct sched_task *next;
};

union task_part { /* the one in front of the state, or the one behind it: task_core() */
	struct task_core core;
	struct task_links links;
};

struct sched_task {
	at_u64 state;
	struct sched_task *queue_next; /* whoever holds the notified reference */
	const struct sched_task_ops *ops;
	uint64_t id; /* picks the shard of the owned list */
	union task_part front;
	__extension__ struct guard_atomics guard[SCHED_GUARD == GUARD_SENTINEL];
};

struct task_trailer {
	union task_part back;
	struct sched_waker join_waker; /* guarded by JOIN_WAKER (join.h) */
};

#define TASK_BYTES_MAX ((size_t)UINT32_MAX - 256) /* trailer_offset must hold it */

SCHED_STATIC_ASSERT(sizeof(struct sched_task) == 48 + 16 * (SCHED_GUARD == GUARD_SENTINEL));
SCHED_STATIC_ASSERT(offsetof(struct sched_task, state) == 0);
SCHED_STATIC_ASSERT(sizeof(struct task_core) == sizeof(struct task_links));

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

static inline size_t task_trailer_offset(const struct sched_task *task)
{
	if (SCHED_TASK_LAYOUT == TASK_LAYOUT_FLAT)
		return sizeof(*task) + task_state_room(task->ops);
	return task->front.core.trailer_offset;
}

static inline struct task_trailer *task_trailer(struct sched_task *task)
{
	return (struct task_trailer *)(void *)((char *)task + task_trailer_offset(task));
}

static inline struct task_core *task_core(struct sched_task *task)
{
	if (SCHED_TASK_LAYOUT == TASK_LAYOUT_FLAT)
		return &task_trailer(task)->back.core;
	return &task->front.core;
}

static inline struct task_links *task_links(struct sched_task *task)
{
	if (SCHED_TASK_LAYOUT == TASK_LAYOUT_FLAT)
		return &task->front.links;
	return &task_trailer(task)->back.links;
}

static inline size_t task_bytes(const struct sched_task *task)
{
	return task_trailer_offset(task) + sizeof(struct task_trailer);
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
	if (task_core(task)->stage == TASK_FINISHED && task->ops->drop_output)
		task->ops->drop_output(task_state(task));
	task_core(task)->stage = TASK_CONSUMED;
}

/* Release what the user's task owns; it resolves to -ECANCELED.  Caller owns the
 * state. */
static inline void task_cancel(struct sched_task *task)
{
	sched_assert(task_core(task)->stage == TASK_ALIVE);
	if (task->ops->drop)
		task->ops->drop(task_state(task));
	task_core(task)->stage = TASK_CANCELLED;
}

#endif
