/* SPDX-License-Identifier: MIT */
/*
 * children.c - the child of children.h.
 *
 * Weakness: `done` is one per process, like the countdown.
 */
#include "workloads/children.h"

static void (*children_done)(void);

static void child_end(void)
{
	if (workload_counter_down(&countdown.remaining))
		children_done();
}

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	child_end();
	return SCHED_READY;
}

static void child_drop(void *state)
{
	workload_drop_lost(state);
	child_end();
}

static const struct sched_task_ops child_ops = {
	.name = "child",
	.poll = child_poll,
	.drop = child_drop,
	.drop_output = NULL,
	.state_bytes = 0,
	.output_bytes = 0,
};

/* ---------------------------------------------------------- with clones -- */

struct clones {
	struct workload_counter *references;
	struct workload_counter *senders;
};

static void clones_drop(const struct clones *clones)
{
	workload_counter_down(clones->references);
	workload_counter_down(clones->senders);
}

static enum sched_poll cloned_poll(void *state, struct sched_context *context)
{
	struct clones clones = *(struct clones *)state;

	(void)context;
	clones_drop(&clones);
	child_end(); /* last, so that the end of the iteration is after it */
	return SCHED_READY;
}

static void cloned_drop(void *state)
{
	struct clones clones = *(struct clones *)state;

	workload_drop_lost(state);
	clones_drop(&clones);
	child_end();
}

static const struct sched_task_ops cloned_ops = {
	.name = "child with clones",
	.poll = cloned_poll,
	.drop = cloned_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct clones),
	.output_bytes = 0,
};

void children_spawn(bool clones, void (*done)(void))
{
	struct clones cloned = {
		.references = &countdown.references,
		.senders = &countdown.senders,
	};
	uint64_t count = countdown.total;

	children_done = done;
	if (!clones) {
		for (uint64_t i = 0; i < count; i++)
			workload_spawn(&child_ops, NULL, NULL);
		return;
	}
	for (uint64_t i = 0; i < count; i++) {
		countdown_clone();
		workload_spawn(&cloned_ops, &cloned, NULL);
	}
}
