/* SPDX-License-Identifier: MIT */
/*
 * broken: a wrong scheduler that result verification must reject.  It runs every
 * 64th first poll twice, on a copy of the state, as a queue that hands out a task
 * twice would.  Never measured; a green row of it is a fault of the lab.
 */
#define VARIANT_NAME "broken"
#include "sched/task.h"

static enum sched_poll broken_poll(struct sched_task *task, struct sched_context *context)
{
	SCHED_ALIGNED(16) char copy[64];

	if (task->id % 64 == 0 && task->ops->state_bytes <= sizeof(copy)) {
		memcpy(copy, task_state(task), task->ops->state_bytes);
		task->ops->poll(copy, context);
	}
	return task->ops->poll(task_state(task), context);
}

#define SCHED_POLL broken_poll
#include "sched/engine.h"
