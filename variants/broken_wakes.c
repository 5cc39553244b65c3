/* SPDX-License-Identifier: MIT */
/*
 * broken_wakes: a worker's wake of a task is dropped, whether it comes from a channel, a
 * handle or the task itself.  A thread in block_on is woken.
 */
#define VARIANT_NAME "broken_wakes"
#include "sched/sched.h"

void right_waker_wake(struct sched_waker *waker);
void right_waker_wake_by_ref(const struct sched_waker *waker);

#define sched_waker_wake	right_waker_wake
#define sched_waker_wake_by_ref right_waker_wake_by_ref
#include "sched/waker.h"
#undef sched_waker_wake
#undef sched_waker_wake_by_ref
#include "variants/broken.h"

static uint64_t broken_wakes[SCHED_WORKERS_MAX]; /* each its worker's own */

static bool broken_drops(const struct sched_waker *waker)
{
	int worker = sched_worker_index();

	if (worker < 0 || !waker->target || waker->kind != WAKER_TASK)
		return false;
	return broken_hits(++broken_wakes[worker]);
}

static void broken_wake_by_ref(const struct sched_waker *waker)
{
	if (!broken_drops(waker))
		right_waker_wake_by_ref(waker);
}

void sched_waker_wake_by_ref(const struct sched_waker *waker)
{
	broken_wake_by_ref(waker);
}

void sched_waker_wake(struct sched_waker *waker)
{
	if (broken_drops(waker))
		sched_waker_drop(waker);
	else
		right_waker_wake(waker);
}

#define waker_wake_by_ref broken_wake_by_ref /* of who joins */
#include "sched/engine.h"
