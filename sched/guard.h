/* SPDX-License-Identifier: MIT */
/*
 * guard.h - axis: a waker used twice, a waker used after its task, a handle used
 * after its end.  Rust's types forbid all three; in C they are one copy away.
 *
 * GUARD_DEBUG: the state word counts the references that are wakers' (task_state.h),
 * in the same read-modify-writes as the references.  Ending a waker, by a wake or a
 * drop, when none is left is a misuse; so is cloning, waking by reference or yielding
 * when none is left and the task is not being polled.  A handle needs JOIN_INTEREST.
 *
 * GUARD_SENTINEL: besides, a word in the task tells that its last reference is gone,
 * and its memory is kept until GUARD_KEPT more tasks of the runtime have gone, so that
 * it can be asked.  Tells as well how a waker of the task ended last.
 *
 * Cost, instructions and locked ones for a pair of ping_pong on tokio (gcc 12; `scripts/counts
 * --arms tokio,tokio+guard=debug,tokio+guard=sentinel`): 2900 and 57.0 without a guard, 2924
 * and 57.0, 3040 and 62.6; of the last, 74 and 1.6 are malloc's, for memory that is kept.
 *
 * Either works in any build, whatever SCHED_DEBUG is.  A misuse is told in one line
 * with the public operation that made it, then the process ends.
 *
 * Weakness: a count does not know which waker it is.  While others are left, the misuse
 * takes one of theirs and is told when the last one ends.  With GUARD_DEBUG nothing is
 * told once the task's memory is free, with GUARD_SENTINEL once it is not kept any more.
 */
#ifndef SCHED_GUARD_H
#define SCHED_GUARD_H

#include "sched/task.h"

enum guard_operation {
	GUARD_NOTHING_YET,
	GUARD_CLONE,
	GUARD_WAKE,
	GUARD_WAKE_BY_REF,
	GUARD_DROP,
	GUARD_YIELD,
	GUARD_RESUME,
	GUARD_JOIN_POLL,
	GUARD_JOIN_TAKE,
	GUARD_JOIN_DETACH,
	GUARD_JOIN_ABORT,
	GUARD_JOIN_IS_FINISHED
};

static SCHED_COLD SCHED_UNUSED const char *guard_name(enum guard_operation operation)
{
	static const char *const names[] = {
		"nothing yet",
		"sched_waker_clone",
		"sched_waker_wake",
		"sched_waker_wake_by_ref",
		"sched_waker_drop",
		"sched_yield_now",
		"the wake after sched_yield_now",
		"sched_join_poll",
		"sched_join_take",
		"sched_join_detach",
		"sched_join_abort",
		"sched_join_is_finished",
	};

	return names[operation];
}

/* ------------------------------------------------------ kept memory -- */

#ifdef SCHED_TINY
#define GUARD_KEPT 4u
#else
#define GUARD_KEPT 256u
#endif
#define GUARD_IS_HERE (uint64_t)0x7461736b69736865u /* "taskishe" */
#define GUARD_IS_GONE (uint64_t)0x7461736b676f6e65u /* "taskgone" */

struct guard_kept {  /* of one runtime: tasks that are gone; anybody */
	at_u64 next; /* free-running */
	at_ptr tasks[GUARD_KEPT];
} SCHED_ALIGNED(SCHED_LINE);

static inline void guard_init(struct sched_task *task)
{
	if (SCHED_GUARD != GUARD_SENTINEL)
		return;
	at_init(&task->guard->sentinel, GUARD_IS_HERE);
	at_init(&task->guard->ended_by, GUARD_NOTHING_YET);
}

static inline void guard_kept_init(struct guard_kept *kept)
{
	at_init(&kept->next, 0);
	for (uint32_t i = 0; i < GUARD_KEPT; i++)
		at_init(&kept->tasks[i], NULL);
}

static inline void guard_task_free(struct sched_task *task)
{
	at_fini(&task->guard->sentinel);
	at_fini(&task->guard->ended_by);
	task_free(task, task_bytes(task), TASK_ALIGN);
}

/* The task is gone: its memory is kept, another's goes. */
static inline void guard_keep(struct guard_kept *kept, struct sched_task *task)
{
	uint64_t index = at_fetch_add_relaxed(&kept->next, 1) % GUARD_KEPT;
	void *oldest;

	at_store_relaxed(&task->guard->sentinel, GUARD_IS_GONE);
	oldest = at_swap_seq_cst(&kept->tasks[index],
				 task); /* pairs: GK1, GK1 - the task's memory */
	if (oldest)
		guard_task_free((struct sched_task *)oldest);
}

static inline void guard_kept_fini(struct guard_kept *kept)
{
	for (uint32_t i = 0; i < GUARD_KEPT; i++) {
		void *task = at_load_owned(&kept->tasks[i]);

		if (task)
			guard_task_free((struct sched_task *)task);
		at_fini(&kept->tasks[i]);
	}
	at_fini(&kept->next);
}

/* ----------------------------------------------------------- checks -- */

#define GUARD_NO_WAKER_LEFT		 "no waker is left: this one was woken, dropped or never cloned"
#define GUARD_COMPLETE_AND_NO_WAKER_LEFT "used after completion, and " GUARD_NO_WAKER_LEFT

static SCHED_COLD SCHED_UNUSED void guard_fail(struct sched_task *task,
					       enum guard_operation operation, const char *wrong)
{
	const char *detail = "";

	if (SCHED_GUARD == GUARD_SENTINEL) {
		switch (at_load_relaxed(&task->guard->ended_by)) {
		case GUARD_WAKE:
			detail = "; the last waker ended in sched_waker_wake";
			break;
		case GUARD_DROP:
			detail = "; the last waker ended in sched_waker_drop";
			break;
		default:
			break;
		}
	}
	sched_misused(guard_name(operation), task->ops->name, wrong, detail);
}

/* No waker is left, in `state`. */
static SCHED_COLD SCHED_UNUSED void guard_fail_without_waker(struct sched_task *task,
							     uint64_t state,
							     enum guard_operation operation)
{
	guard_fail(task, operation,
		   state & STATE_COMPLETE ? GUARD_COMPLETE_AND_NO_WAKER_LEFT : GUARD_NO_WAKER_LEFT);
}

/* Before anything else of the task is looked at. */
static SCHED_HOT_INLINE void guard_task(struct sched_task *task, enum guard_operation operation)
{
	if (SCHED_GUARD == GUARD_SENTINEL &&
	    SCHED_UNLIKELY(at_load_relaxed(&task->guard->sentinel) != GUARD_IS_HERE))
		guard_fail(task, operation, "used after the task was released");
}

/* A waker is used that stays one: its own, or the poll's. */
static SCHED_HOT_INLINE void guard_use(struct sched_task *task, enum guard_operation operation)
{
	uint64_t state;

	if (SCHED_GUARD == GUARD_NONE)
		return;
	guard_task(task, operation);
	state = at_load_relaxed(&task->state);
	if (SCHED_UNLIKELY(!state_has_waker(state) && !(state & STATE_RUNNING)))
		guard_fail_without_waker(task, state, operation);
}

/* A waker is about to end. */
static SCHED_HOT_INLINE void guard_end(struct sched_task *task, enum guard_operation operation)
{
	uint64_t state;

	if (SCHED_GUARD == GUARD_NONE)
		return;
	guard_task(task, operation);
	state = at_load_relaxed(&task->state);
	if (SCHED_UNLIKELY(!state_has_waker(state)))
		guard_fail_without_waker(task, state, operation);
	if (SCHED_GUARD == GUARD_SENTINEL)
		at_store_relaxed(&task->guard->ended_by, operation);
}

/* It has ended.  Two threads may have got past guard_end with one waker: what the last
 * word on it says, of a drop or of a wake. */
static SCHED_HOT_INLINE void guard_dropped(struct sched_task *task, uint64_t before)
{
	if (SCHED_GUARD != GUARD_NONE && SCHED_UNLIKELY(!state_has_waker(before)))
		guard_fail_without_waker(task, before, GUARD_DROP);
}

static SCHED_HOT_INLINE void guard_notified(struct sched_task *task, enum state_notify action,
					    enum guard_operation operation)
{
	if (SCHED_GUARD != GUARD_NONE && SCHED_UNLIKELY(action == STATE_NOTIFY_MISUSE))
		guard_fail_without_waker(task, 0, operation);
}

static SCHED_HOT_INLINE void guard_handle(struct sched_task *task, enum guard_operation operation)
{
	uint64_t state;

	if (SCHED_GUARD == GUARD_NONE)
		return;
	guard_task(task, operation);
	state = at_load_relaxed(&task->state);
	if (SCHED_UNLIKELY(!(state & STATE_JOIN_INTEREST)))
		guard_fail(task, operation, "the handle was detached before");
}

#endif
