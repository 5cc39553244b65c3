/* SPDX-License-Identifier: MIT */
/*
 * yield_many - many tasks yield many times.
 *
 * Nothing is spawned or woken in between: the cost of putting a task back and
 * taking the next one.  A root spawns the tasks and awaits a oneshot that the
 * last one completes; Tokio's bench spawns from main and blocks on a channel.
 */
#include "workloads/countdown.h"

enum { PARAM_TASKS, PARAM_YIELDS };

static uint64_t yields; /* of each task */

struct yielder {
	uint64_t yielded;
};

static enum sched_poll yielder_poll(void *state, struct sched_context *context)
{
	struct yielder *yielder = (struct yielder *)state;

	if (yielder->yielded < yields) {
		yielder->yielded++;
		return sched_yield_now(context);
	}
	workload_ran();
	countdown_down();
	return SCHED_READY;
}

static const struct sched_task_ops yielder_ops = {
	.name = "yield_many yielder",
	.poll = yielder_poll,
	.drop = countdown_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct yielder),
	.output_bytes = 0,
};

static void spawn_yielders(void)
{
	struct yielder yielder = { .yielded = 0 };

	for (uint64_t i = 0; i < countdown.total; i++)
		workload_spawn(&yielder_ops, &yielder, NULL);
}

/* Timed: from the spawn of the root until main knows it has ended.  Verified: each
 * task has come to its end once. */
static int yield_many_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];

	yields = env->params[PARAM_YIELDS];
	countdown_run(env, tasks, spawn_yielders);
	env->block->units = env->block->iterations * tasks * yields;
	workload_expect_runs(env, env->block->iterations * tasks);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks that yield", 200, 1, 10000000 },
	{ "yields", "yields of each task per iteration", 1000, 1, 10000000 },
};

WORKLOAD(yield_many) = {
	.about = {
		.name = "yield_many",
		.family = "ping-pong",
		.unit = "yield",
		.measures = "Suspend and resume of tasks that are always runnable.",
		.origin = "tokio rt_multi_threaded yield_many",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = yield_many_run,
};
