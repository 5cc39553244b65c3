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

enum waker_kind { WAKER_TASK, WAKER_THREAD };

/* A thread that sleeps in block_on; outlives the call while wakers remain. */
struct sleeping_thread {
	at_u64 refs;
	struct parker parker;
};

static inline void sleeping_thread_unref(struct sleeping_thread *thread)
{
	uint64_t before = at_fetch_sub_acq_rel(&thread->refs, 1); /* pairs: RR1, RR1 */

	if (before != 1)
		return;
	parker_fini(&thread->parker);
	at_fini(&thread->refs);
	os_free(thread, sizeof(*thread));
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
	switch (state_to_notified_by_value(&task->state)) {
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
	case STATE_NOTIFY_NOTHING:
		break;
	}
}

/* One more owner of the waker. */
static SCHED_HOT_INLINE void waker_ref(const struct sched_waker *waker)
{
	if (SCHED_UNLIKELY(!waker->target))
		return;
	if (SCHED_LIKELY(waker->kind == WAKER_TASK))
		state_ref_inc(&((struct sched_task *)waker->target)->state);
	else
		at_fetch_add_relaxed(&((struct sleeping_thread *)waker->target)->refs, 1);
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
		sleeping_thread_unref((struct sleeping_thread *)target);
	}
}

static inline void waker_wake_by_ref(const struct sched_waker *waker)
{
	struct sched_task *task = (struct sched_task *)waker->target;

	if (!waker->target)
		return;
	if (SCHED_UNLIKELY(waker->kind == WAKER_THREAD))
		parker_unpark(&((struct sleeping_thread *)waker->target)->parker);
	else if (state_to_notified_by_ref(&task->state))
		schedule(task);
}

static inline void waker_drop(struct sched_waker *waker)
{
	void *target = waker->target;

	waker->target = NULL;
	if (!target)
		return;
	if (SCHED_LIKELY(waker->kind == WAKER_TASK))
		task_drop_reference((struct sched_task *)target);
	else
		sleeping_thread_unref((struct sleeping_thread *)target);
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
