/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_busy1 - spawn_remote_idle on workers that are busy with tasks
 * that yield: {yield_now; stall} for ever.
 *
 * A yield has less priority than a spawn, but each background task is promised a
 * turn per block (background.h): spawning goes on until all have had it.  They start
 * before the timed region and stop after it, once per block.  Weakness: the stall is a
 * pure spin where Tokio's bench calls sched_yield in it, which on a machine with
 * fewer CPUs than threads gives the main thread more of its time.
 */
#include <errno.h>

#include "workloads/background.h"

enum { PARAM_TASKS, PARAM_BACKGROUND, PARAM_STALL_US };

static int spawn_remote_busy1_run(struct workload_env *env)
{
	static struct background busy;
	uint64_t tasks = env->params[PARAM_TASKS];
	uint64_t background = env->params[PARAM_BACKGROUND];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);

	if (!handles)
		return -ENOMEM;
	if (background == 0)
		background = 2 * (uint64_t)env->config->workers;
	background_start(env, &busy, BACKGROUND_YIELDS, background,
			 env->params[PARAM_STALL_US] * 1000);
	background_spawn_and_join(env, &busy, handles, tasks);
	sched_free(handles, bytes);
	return 0;
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
		.measures = "Remote spawn and join while the workers run tasks that yield, until "
			    "each of those has had a turn.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_busy1",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS | WORKLOAD_CHECKS_RESULTS,
	.run = spawn_remote_busy1_run,
};
