/* SPDX-License-Identifier: MIT */
/*
 * broken_order: results come one place late: a handle delivers what the task of the same
 * kind that ended before on the worker has returned, and not its own task's.
 *
 * That is all the order there is to break: no design promises in which order tasks run.
 */
#define VARIANT_NAME "broken_order"
#include "variants/broken.h"

static struct broken_result {
	const struct sched_task_ops *ops; /* whose it is; NULL: none yet */
	uint64_t value;
} broken_results[SCHED_WORKERS_MAX]; /* each its worker's own */

static void broken_exchange(struct sched_task *task)
{
	struct broken_result *before = &broken_results[sched_worker_index()];
	uint64_t *output = (uint64_t *)task_state(task);
	uint64_t own = *output;

	if (before->ops == task->ops)
		*output = before->value;
	before->ops = task->ops;
	before->value = own;
}

static enum sched_poll broken_poll(struct sched_task *task, struct sched_context *context)
{
	enum sched_poll polled = task->ops->poll(task_state(task), context);

	if (polled == SCHED_READY && task->ops->output_bytes == sizeof(uint64_t))
		broken_exchange(task);
	return polled;
}

#define SCHED_POLL broken_poll
#include "sched/engine.h"
