/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_busy2 - spawn_remote_idle on workers that are busy with chains of
 * tasks that stall and spawn their successor.
 *
 * Each successor is a local spawn and goes first, so remote tasks depend on the
 * scheduler's care not to starve its shared queue; and each chain is promised a turn
 * per block (background.h).  The chains start before the timed region, are waited for
 * there, and end after it, once per block.  spin, and the weakness, are as in busy1.
 */
#include <errno.h>

#include "workloads/background.h"

enum { PARAM_TASKS, PARAM_BACKGROUND, PARAM_STALL_US, PARAM_SPIN };

static int spawn_remote_busy2_run(struct workload_env *env)
{
	static struct background busy;
	struct background_stall stall = { .ns = env->params[PARAM_STALL_US] * 1000,
					  .spins = env->params[PARAM_SPIN] != 0 };
	uint64_t tasks = env->params[PARAM_TASKS];
	uint64_t chains = env->params[PARAM_BACKGROUND];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);

	if (!handles)
		return -ENOMEM;
	background_start(env, &busy, BACKGROUND_CHAINS, chains ? chains : env->config->workers,
			 stall);
	background_spawn_and_join(env, &busy, handles, tasks);
	sched_free(handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 1000, 1, 10000000 },
	{ "background", "background chains; 0: one per worker", 0, 0, 100000 },
	{ "stall_us", "how long a link of a chain stalls", 10, 0, 1000000 },
	{ "spin", "0: a stall calls the OS yield over and over; 1: it only spins", 0, 0, 1 },
};

/* As in spawn_remote_busy1. */
static const struct workload_setting settings[] = {
	{ { "background=1", "stall_us=0", "tasks=2" }, WORKLOAD_GIVES_TURNS },
	{ { "background=2", "stall_us=0", "tasks=2" }, WORKLOAD_ENDS_BESIDE_LOAD },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(spawn_remote_busy2, values[PARAM_TASKS])

WORKLOAD(spawn_remote_busy2) = {
	.about = {
		.name = "spawn_remote_busy2",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Remote spawn and join while every task run locally spawns another, "
			    "until each chain has had a turn.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_busy2",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS | WORKLOAD_CHECKS_RESULTS,
	.settings = settings,
	.run = spawn_remote_busy2_run,
	.units = spawn_remote_busy2_units,
};
