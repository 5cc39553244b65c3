/* SPDX-License-Identifier: MIT */
/*
 * waker.h - the public waker operations: of a task, or of a thread in block_on.
 * Source: Tokio 1.53, runtime/task/waker.rs and runtime/park.rs.
 *
 * A tag instead of a vtable: the two kinds are known, and a direct call can be
 * inlined and counted.
 */
#ifndef SCHED_WAKER_H
#define SCHED_WAKER_H

#include "sched/schedule.h"

enum waker_kind { WAKER_TASK, WAKER_THREAD }; /* the empty waker is a task's */
SCHED_STATIC_ASSERT(WAKER_TASK == 0);

/* In the references of a thread: with a guard, how many are wakers'. */
#define THREAD_WAKER_ONE (SCHED_GUARD == GUARD_NONE ? (uint64_t)0 : (uint64_t)1 << 32)

/* A thread that sleeps in block_on; outlives the call while wakers remain. */
struct sleeping_thread {
	at_u64 refs;
	struct parker parker;
};

/* `reference`: 1, or what a waker counts; returns what there was before. */
static inline uint64_t sleeping_thread_unref(struct sleeping_thread *thread, uint64_t reference)
{
	uint64_t before = at_fetch_sub_acq_rel(&thread->refs, reference); /* pairs: RR1, RR1 */

	if (before != reference)
		return before;
	parker_fini(&thread->parker);
	at_fini(&thread->refs);
	os_free(thread, sizeof(*thread));
	return before;
}

static SCHED_HOT_INLINE void sleeping_thread_end_waker(struct sleeping_thread *thread,
						       enum guard_operation operation)
{
	uint64_t before = sleeping_thread_unref(thread, 1 + THREAD_WAKER_ONE);

	if (SCHED_GUARD != GUARD_NONE && SCHED_UNLIKELY(!(before & ~(THREAD_WAKER_ONE - 1))))
		sched_misused(guard_name(operation), "block_on", GUARD_NO_WAKER_LEFT, "");
}

static inline struct sched_waker waker_of(void *target, enum waker_kind kind)
{
	struct sched_waker waker;

	waker.target = target;
	waker.kind = kind;
	return waker;
}

static inline void waker_wake_task(struct sched_task *task)
{
	enum state_notify action;

	guard_end(task, GUARD_WAKE);
	action = state_to_notified_by_value(&task->state);
	guard_notified(task, action, GUARD_WAKE);
	switch (action) {
	case STATE_NOTIFY_SUBMIT:
		if (SCHED_REF_PER_WAKE) {
			schedule(task);
			task_drop_reference(task);
		} else {
			schedule_handed_over(task);
		}
		break;
	case STATE_NOTIFY_DEALLOC:
		task_dealloc(task);
		break;
	case STATE_NOTIFY_MISUSE: /* told already */
	case STATE_NOTIFY_NOTHING:
		break;
	}
}

static SCHED_HOT_INLINE void waker_drop_task(struct sched_task *task)
{
	uint64_t before;

	if (SCHED_GUARD == GUARD_NONE) {
		task_drop_reference(task);
		return;
	}
	guard_end(task, GUARD_DROP);
	before = state_waker_dec(&task->state);
	guard_dropped(task, before);
	if (state_refs(before) == 1)
		task_dealloc(task);
}

/* The task's, by whatever operation. */
static SCHED_HOT_INLINE void waker_ref_task(struct sched_task *task)
{
	guard_use(task, GUARD_CLONE);
	state_ref_inc(&task->state);
}

/* One more owner of the waker. */
static SCHED_HOT_INLINE void waker_ref(const struct sched_waker *waker)
{
	if (SCHED_UNLIKELY(!waker->target))
		return;
	if (SCHED_LIKELY(waker->kind == WAKER_TASK))
		waker_ref_task((struct sched_task *)waker->target);
	else
		at_fetch_add_relaxed(&((struct sleeping_thread *)waker->target)->refs,
				     1 + THREAD_WAKER_ONE);
}

static SCHED_HOT_INLINE struct sched_waker waker_clone(const struct sched_waker *waker)
{
	waker_ref(waker);
	return *waker;
}

static inline void waker_wake(struct sched_waker *waker)
{
	void *target = waker->target;

	waker->target = NULL;
	if (!target)
		return;
	if (SCHED_LIKELY(waker->kind == WAKER_TASK)) {
		waker_wake_task((struct sched_task *)target);
	} else {
		parker_unpark(&((struct sleeping_thread *)target)->parker);
		sleeping_thread_end_waker((struct sleeping_thread *)target, GUARD_WAKE);
	}
}

static SCHED_HOT_INLINE void waker_wake_task_by_ref(struct sched_task *task)
{
	guard_use(task, GUARD_WAKE_BY_REF);
	if (state_to_notified_by_ref(&task->state))
		schedule(task);
}

static inline void waker_wake_by_ref(const struct sched_waker *waker)
{
	if (!waker->target)
		return;
	if (SCHED_UNLIKELY(waker->kind == WAKER_THREAD))
		parker_unpark(&((struct sleeping_thread *)waker->target)->parker);
	else
		waker_wake_task_by_ref((struct sched_task *)waker->target);
}

static inline void waker_drop(struct sched_waker *waker)
{
	void *target = waker->target;

	waker->target = NULL;
	if (!target)
		return;
	if (SCHED_LIKELY(waker->kind == WAKER_TASK))
		waker_drop_task((struct sched_task *)target);
	else
		sleeping_thread_end_waker((struct sleeping_thread *)target, GUARD_DROP);
}

/* The public names. */

struct sched_waker sched_waker_clone(const struct sched_waker *waker)
{
	return waker_clone(waker);
}

void sched_waker_wake(struct sched_waker *waker)
{
	waker_wake(waker);
}

void sched_waker_wake_by_ref(const struct sched_waker *waker)
{
	waker_wake_by_ref(waker);
}

void sched_waker_drop(struct sched_waker *waker)
{
	waker_drop(waker);
}

#endif
