/* SPDX-License-Identifier: MIT */
/*
 * spawn_local - one task on a worker spawns many, detached, onto its own queue.
 *
 * What Tokio's bench of the name spawn_many_local was meant to measure: the
 * spawner is itself a task, so every spawn is local.  Each child counts down;
 * the last one completes a oneshot that the spawner awaits.  With clones=1 a
 * child owns two counted references, as Tokio's owns an Arc and a Sender; with
 * clones=0 it has no state.  Weakness: one counter line, shared by all workers.
 */
#include "workloads/children.h"

enum { PARAM_TASKS, PARAM_CLONES };

static void spawn_plain(void)
{
	children_spawn(false, countdown_complete);
}

static void spawn_cloned(void)
{
	children_spawn(true, countdown_complete);
}

/* Timed: from the spawn of the root until main knows it has ended.  Verified: every
 * count is back at zero after each iteration. */
static int spawn_local_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];

	countdown_run(env, tasks, env->params[PARAM_CLONES] ? spawn_cloned : spawn_plain);
	env->block->units = env->block->iterations * tasks;
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "clones", "1: each task owns clones of an Arc and a Sender", 1, 0, 1 },
};

WORKLOAD_UNITS(spawn_local, values[PARAM_TASKS])

WORKLOAD(spawn_local) = {
	.about = {
		.name = "spawn_local",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Spawn, run and free of a detached task on the spawner's own queue.",
		.origin = "tokio rt_multi_threaded spawn_many_local, spawned from a worker",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = spawn_local_run,
	.units = spawn_local_units,
};
