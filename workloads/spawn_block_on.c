/* SPDX-License-Identifier: MIT */
/*
 * spawn_block_on - Tokio's bench spawn_many_local, exactly as it is written.
 *
 * The spawner is block_on's own thread, which is no worker, so every spawn goes
 * through the shared queue in spite of the bench's name.  The last child raises
 * a signal on which the main thread blocks inside block_on.  Weakness: one
 * counter line, and a wake of the main thread per iteration.
 */
#include "workloads/children.h"

enum { PARAM_TASKS, PARAM_CLONES };

static struct workload_signal done;

static void raise_done(void)
{
	workload_signal_raise(&done);
}

static enum sched_poll spawner_poll(void *state, struct sched_context *context)
{
	const bool *clones = (const bool *)state;

	(void)context;
	children_spawn(*clones, raise_done);
	workload_signal_wait(&done);
	return SCHED_READY;
}

/* Timed: all calls of block_on.  Verified: every count is back at zero after each. */
static int spawn_block_on_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];
	bool clones = env->params[PARAM_CLONES] != 0;
	int error = 0;

	workload_signal_init(&done);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations && error == 0; i++) {
		if (!countdown_set(env, tasks))
			break;
		error = sched_block_on(env->runtime, spawner_poll, &clones);
	}
	workload_stop(env);
	workload_signal_fini(&done);
	env->block->units = env->block->iterations * tasks;
	return error;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "clones", "1: each task owns clones of an Arc and a Sender", 1, 0, 1 },
};

WORKLOAD_UNITS(spawn_block_on, values[PARAM_TASKS])

WORKLOAD(spawn_block_on) = {
	.about = {
		.name = "spawn_block_on",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Spawns from inside block_on, which are remote, and their execution.",
		.origin = "tokio rt_multi_threaded spawn_many_local",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS,
	.run = spawn_block_on_run,
	.units = spawn_block_on_units,
};
