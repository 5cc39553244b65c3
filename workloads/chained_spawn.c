/* SPDX-License-Identifier: MIT */
/*
 * chained_spawn - a chain of tasks, each of which spawns the next one locally.
 *
 * There is never more than one task to run.  Main waits with block_on(root), the
 * root for a oneshot that the last link completes; Tokio's bench blocks on a
 * channel instead.  Weakness: with Tokio's 1,000 links most of the time is the
 * wake of a worker and of main, once per iteration; 100,000 links measure links.
 */
#include "workloads/countdown.h"

enum { PARAM_LINKS };

static uint64_t links;

struct link {
	uint64_t left;
	struct sched_oneshot *done;
};

/* A stray of the iteration before has a channel that is gone. */
static void link_end(const struct link *link)
{
	if (link->done != countdown.done)
		workload_counter_add(&workload_wrong, 1);
	else if (workload_counter_down(&countdown.remaining)) /* only the end counts down */
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

/* ---------------------------------------------------------------- block -- */

static void start_chain(void)
{
	struct link before_first = { .left = links, .done = countdown.done };

	link_next(&before_first);
}

/* Timed: from the spawn of the root until main knows it has ended.  Verified: the
 * chain has one end, so that one forked by a wrong scheduler is counted instead of
 * completing the oneshot twice, and as many links as asked for. */
static int chained_spawn_run(struct workload_env *env)
{
	links = env->params[PARAM_LINKS];
	countdown_run(env, 1, start_chain);
	env->block->units = env->block->iterations * links;
	workload_expect_runs(env, env->block->units);
	return 0;
}

static const struct arm_param params[] = {
	{ "links", "tasks per chain; 1000 measures two thread wakes, 100000 the links", 1000, 1,
	  10000000 },
};

WORKLOAD_UNITS(chained_spawn, values[PARAM_LINKS])

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
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = chained_spawn_run,
	.units = chained_spawn_units,
};
