/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_busy1 - spawn_remote_idle on workers that are busy with tasks
 * that yield: {yield_now; stall} for ever.
 *
 * A yield has less priority than a spawn.  The background tasks start before
 * the timed region and stop after it, once per block.  Weakness: the stall is a
 * pure spin where Tokio's bench calls sched_yield in it, which on a machine with
 * fewer CPUs than threads gives the main thread more of its time.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_TASKS, PARAM_BACKGROUND, PARAM_STALL_US };

static int spawn_remote_busy1_run(struct workload_env *env)
{
	static struct workload_load load;
	uint64_t tasks = env->params[PARAM_TASKS];
	uint64_t background = env->params[PARAM_BACKGROUND];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);
	int error;

	if (!handles)
		return -ENOMEM;
	if (background == 0)
		background = 2 * (uint64_t)env->config->workers;
	error = workload_load_start(env, &load, background, env->params[PARAM_STALL_US] * 1000);
	if (error == 0) {
		workload_spawn_and_join(env, handles, tasks);
		workload_load_stop(env, &load);
		workload_expect_runs(env, env->block->units);
	}
	sched_free(handles, bytes);
	return error;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "background", "yielding background tasks; 0: two per worker", 0, 0, 100000 },
	{ "stall_us", "how long a background task spins per poll", 10, 0, 1000000 },
};

WORKLOAD(spawn_remote_busy1) = {
	.about = {
		.name = "spawn_remote_busy1",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Remote spawn and join while the workers run tasks that yield.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_busy1",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE,
	},
	.run = spawn_remote_busy1_run,
};
