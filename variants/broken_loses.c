/* SPDX-License-Identifier: MIT */
/*
 * broken_loses: a task is taken from its queue and never polled, nor put back.
 */
#define VARIANT_NAME "broken_loses"
#include "variants/broken.h"

static enum sched_poll broken_poll(struct sched_task *task, struct sched_context *context)
{
	if (broken_hits(task->id))
		return SCHED_PENDING;
	return task->ops->poll(task_state(task), context);
}

#define SCHED_POLL broken_poll
#include "sched/engine.h"
