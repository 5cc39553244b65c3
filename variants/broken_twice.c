/* SPDX-License-Identifier: MIT */
/*
 * broken_twice: a task that has just ended is polled once more, as by a queue that hands
 * it out twice.
 */
#define VARIANT_NAME "broken_twice"
#include "variants/broken.h"

static enum sched_poll broken_poll(struct sched_task *task, struct sched_context *context)
{
	enum sched_poll polled = task->ops->poll(task_state(task), context);

	if (polled == SCHED_READY && broken_hits(task->id))
		task->ops->poll(task_state(task), context);
	return polled;
}

#define SCHED_POLL broken_poll
#include "sched/engine.h"
