/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_idle - the main thread spawns empty tasks onto an idle runtime,
 * keeps the handles, and then awaits them in order.
 *
 * As in Tokio's bench the spawns come from outside block_on.  Weakness: main
 * awaits in order, so it is woken for some of the handles only; how often is
 * up to timing.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_TASKS };

static int spawn_remote_idle_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);

	if (!handles)
		return -ENOMEM;
	workload_start(env);
	workload_spawn_and_join(env, handles, tasks, env->block->iterations);
	workload_stop(env);
	env->block->units = env->block->iterations * tasks;
	workload_expect_runs(env, env->block->units);
	sched_free(handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
};

WORKLOAD_UNITS(spawn_remote_idle, values[PARAM_TASKS])

WORKLOAD(spawn_remote_idle) = {
	.about = {
		.name = "spawn_remote_idle",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Spawn from a thread that is no worker onto idle workers, and join.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_idle",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_CHECKS_RESULTS,
	.run = spawn_remote_idle_run,
	.units = spawn_remote_idle_units,
};
