/* SPDX-License-Identifier: MIT */
/*
 * chained_spawn - a chain of tasks, each of which spawns the next one locally.
 *
 * There is never more than one task to run.  Main waits with block_on(root), the
 * root for a oneshot that the last link completes; Tokio's bench blocks on a
 * channel instead.  Weakness: with Tokio's 1,000 links most of the time is the
 * wake of a worker and of main, once per iteration; 100,000 links measure links.
 */
#include "workloads/workload.h"

enum { PARAM_LINKS };

/* Ends of the chain that are still to come: 1, so that a chain that a wrong
 * scheduler has forked is counted instead of completing the oneshot twice. */
static struct workload_counter ends;

struct link {
	uint64_t left;
	struct sched_oneshot *done;
};

static void link_end(const struct link *link)
{
	if (workload_counter_down(&ends))
		sched_oneshot_send(link->done, 1);
}

static void link_drop(void *state)
{
	struct link *link = (struct link *)state;

	workload_drop_lost(state);
	link_end(link);
}

static enum sched_poll link_poll(void *state, struct sched_context *context);

static const struct sched_task_ops link_ops = {
	.name = "chained_spawn link",
	.poll = link_poll,
	.drop = link_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct link),
	.output_bytes = 0,
};

static void link_next(const struct link *link)
{
	struct link next = { .left = link->left - 1, .done = link->done };

	workload_spawn(&link_ops, &next, NULL);
}

static enum sched_poll link_poll(void *state, struct sched_context *context)
{
	struct link *link = (struct link *)state;

	(void)context;
	workload_ran();
	if (link->left)
		link_next(link);
	else
		link_end(link);
	return SCHED_READY;
}

/* ----------------------------------------------------------------- root -- */

struct root {
	uint64_t links;
	struct sched_oneshot *done; /* NULL before the first poll */
};

/* false if there is no memory. */
static bool root_start(struct root *root)
{
	struct link before_first = { .left = root->links, .done = sched_oneshot_create() };

	root->done = before_first.done;
	if (root->done)
		link_next(&before_first);
	return root->done != NULL;
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint64_t value;
	int status;

	if (!root->done && !root_start(root)) {
		workload_counter_add(&workload_lost, 1);
		return SCHED_READY;
	}
	if (sched_oneshot_poll(root->done, context, &value, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(root->done);
	return SCHED_READY; /* a broken chain has counted as lost */
}

static const struct sched_task_ops root_ops = {
	.name = "chained_spawn root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

static int chained_spawn_run(struct workload_env *env)
{
	uint64_t links = env->params[PARAM_LINKS];
	struct root root = { .links = links, .done = NULL };

	workload_counter_init(&ends, 0);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		workload_counter_set(&ends, 1);
		if (!workload_block_on_task(env, &root_ops, &root, NULL))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * links;
	workload_expect_runs(env, env->block->units);
	workload_counter_fini(&ends);
	return 0;
}

static const struct arm_param params[] = {
	{ "links", "tasks per chain; 1000 measures two thread wakes, 100000 the links", 1000, 1,
	  10000000 },
};

WORKLOAD(chained_spawn) = {
	.about = {
		.name = "chained_spawn",
		.family = "ping-pong",
		.unit = "task",
		.measures = "A chain of local spawns with never more than one task to run.",
		.origin = "tokio rt_multi_threaded chained_spawn",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS,
	},
	.run = chained_spawn_run,
};
