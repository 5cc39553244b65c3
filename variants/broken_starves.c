/* SPDX-License-Identifier: MIT */
/*
 * broken_starves: a task is passed over as long as there is any other to run; one at a
 * time, so that those that are passed over do not wait for each other.
 */
#define VARIANT_NAME	"broken_starves"
#define SCHED_ID_GLOBAL 0 /* numbers tell who was spawned from outside */
#include "sched/worker.h"
#include "variants/broken.h"

static uint64_t broken_victims[SCHED_WORKERS_MAX]; /* 0: none; each its worker's own */

static bool broken_is_local(uint64_t number)
{
	return number >> 40 != 0;
}

/* Of those that workers spawn fewer, and only while none from outside is there: all the
 * others may come from one of them, and then there is nobody whom it waits for. */
static bool broken_picks(uint64_t number, uint64_t instead_of)
{
	uint64_t of_worker = number & (((uint64_t)1 << 40) - 1);

	if (broken_is_local(number))
		return instead_of == 0 && of_worker % 1000 == 1;
	return broken_hits(number) && (instead_of == 0 || broken_is_local(instead_of));
}

static bool broken_has_others(struct worker *worker)
{
	return worker->defer.count > 0 || worker_has_tasks(worker) ||
	       !inject_queue_is_empty(&worker->context.runtime->inject);
}

static enum sched_poll broken_poll(struct sched_task *task, struct sched_context *context)
{
	struct worker *worker = worker_current(task_core(task)->runtime);
	uint64_t *victim = &broken_victims[worker->index];

	if (broken_picks(task->id, *victim))
		*victim = task->id;
	if (*victim == task->id) {
		if (broken_has_others(worker))
			return sched_yield_now(context);
		*victim = 0;
	}
	return task->ops->poll(task_state(task), context);
}

#define SCHED_POLL broken_poll
#include "sched/engine.h"
