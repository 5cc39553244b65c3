/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_busy1 - spawn_remote_idle on workers that are busy with tasks
 * that yield: {yield_now; stall} for ever.
 *
 * A yield has less priority than a spawn, but each background task is promised a
 * turn per block (background.h): spawning goes on, untimed, until all have had it.
 * They start before the timed region, are waited for there, and stop after it, once
 * per block.  A stall calls the OS yield, as in Tokio's bench, so that where threads
 * outnumber CPUs the main thread has its time; with spin=1 it keeps the CPU.
 * Weakness: which thread a yield lets run is the system's decision, so with spin=0
 * its scheduler is measured too.
 */
#include <errno.h>

#include "workloads/background.h"

enum { PARAM_TASKS, PARAM_BACKGROUND, PARAM_STALL_US, PARAM_SPIN };

static int spawn_remote_busy1_run(struct workload_env *env)
{
	static struct background busy;
	struct background_stall stall = { .ns = env->params[PARAM_STALL_US] * 1000,
					  .spins = env->params[PARAM_SPIN] != 0 };
	uint64_t tasks = env->params[PARAM_TASKS];
	uint64_t background = env->params[PARAM_BACKGROUND];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);

	if (!handles)
		return -ENOMEM;
	if (background == 0)
		background = 2 * (uint64_t)env->config->workers;
	background_start(env, &busy, BACKGROUND_YIELDS, background, stall);
	background_spawn_and_join(env, &busy, handles, tasks);
	sched_free(handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "background", "yielding background tasks; 0: two per worker", 0, 0, 100000 },
	{ "stall_us", "how long a background task stalls per poll", 10, 0, 1000000 },
	{ "spin", "0: a stall calls the OS yield over and over; 1: it only spins", 0, 0, 1 },
};

/* The task that is starved is the second: one of the background, where there are two. */
static const struct workload_setting settings[] = {
	{ { "background=1", "stall_us=0" }, WORKLOAD_GIVES_TURNS },
	{ { "background=2", "stall_us=0" }, WORKLOAD_ENDS_BESIDE_LOAD },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(spawn_remote_busy1, values[PARAM_TASKS])

WORKLOAD(spawn_remote_busy1) = {
	.about = {
		.name = "spawn_remote_busy1",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Remote spawn and join while the workers run tasks that yield, until "
			    "each of those has had a turn.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_busy1",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS | WORKLOAD_CHECKS_RESULTS,
	.settings = settings,
	.run = spawn_remote_busy1_run,
	.units = spawn_remote_busy1_units,
};
