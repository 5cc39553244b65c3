/* SPDX-License-Identifier: MIT */
/*
 * spawn_block_on - Tokio's bench spawn_many_local, exactly as it is written.
 *
 * The spawner is block_on's own thread, which is no worker, so every spawn goes
 * through the shared queue in spite of the bench's name.  The last child raises
 * a signal on which the main thread blocks inside block_on.  Weakness: one
 * counter line, and a wake of the main thread per iteration.
 */
#include "workloads/workload.h"

enum { PARAM_TASKS, PARAM_CLONES };

static struct {
	struct workload_counter remaining;
	struct workload_counter references; /* the Arc's count */
	struct workload_counter senders;    /* the Sender's count */
	struct workload_signal done;
	uint64_t tasks;
	bool clones;
} shared;

static void child_count_down(void)
{
	if (workload_counter_down(&shared.remaining))
		workload_signal_raise(&shared.done);
}

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	child_count_down();
	return SCHED_READY;
}

static void child_drop(void *state)
{
	workload_drop_lost(state);
	child_count_down();
}

static const struct sched_task_ops child_ops = {
	.name = "spawn_block_on child",
	.poll = child_poll,
	.drop = child_drop,
	.drop_output = NULL,
	.state_bytes = 0,
	.output_bytes = 0,
};

struct clones {
	struct workload_counter *references;
	struct workload_counter *senders;
};

static enum sched_poll cloned_poll(void *state, struct sched_context *context)
{
	struct clones clones = *(struct clones *)state;

	(void)context;
	workload_counter_down(clones.references);
	workload_counter_down(clones.senders);
	child_count_down(); /* last, so that the end of the iteration is after it */
	return SCHED_READY;
}

static const struct sched_task_ops cloned_ops = {
	.name = "spawn_block_on child with clones",
	.poll = cloned_poll,
	.drop = child_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct clones),
	.output_bytes = 0,
};

static enum sched_poll spawner_poll(void *state, struct sched_context *context)
{
	struct clones clones = { .references = &shared.references, .senders = &shared.senders };

	(void)state;
	(void)context;
	for (uint64_t i = 0; i < shared.tasks; i++) {
		if (shared.clones) {
			workload_counter_add(clones.references, 1);
			workload_counter_add(clones.senders, 1);
			workload_spawn(&cloned_ops, &clones, NULL);
		} else {
			workload_spawn(&child_ops, NULL, NULL);
		}
	}
	workload_signal_wait(&shared.done);
	return SCHED_READY;
}

static bool all_ran_once(struct workload_env *env)
{
	uint64_t remaining = workload_counter_read(&shared.remaining);
	uint64_t references = workload_counter_read(&shared.references);

	return workload_expect_equal(env, "tasks not run, or run twice", remaining, 0) &&
	       workload_expect_equal(env, "references", references, 1);
}

static void shared_init(const uint64_t *values)
{
	shared.tasks = values[PARAM_TASKS];
	shared.clones = values[PARAM_CLONES] != 0;
	workload_counter_init(&shared.remaining, 0);
	workload_counter_init(&shared.references, 1);
	workload_counter_init(&shared.senders, 1);
	workload_signal_init(&shared.done);
}

static void shared_fini(void)
{
	workload_counter_fini(&shared.remaining);
	workload_counter_fini(&shared.references);
	workload_counter_fini(&shared.senders);
	workload_signal_fini(&shared.done);
}

static int spawn_block_on_run(struct workload_env *env)
{
	int error = 0;

	shared_init(env->params);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations && error == 0; i++) {
		if (!all_ran_once(env)) /* a stray shows one iteration late */
			break;
		workload_counter_set(&shared.remaining, shared.tasks);
		error = sched_block_on(env->runtime, spawner_poll, NULL);
	}
	workload_stop(env);
	all_ran_once(env);
	env->block->units = env->block->iterations * shared.tasks;
	shared_fini();
	return error;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "clones", "1: each task owns clones of an Arc and a Sender", 1, 0, 1 },
};

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
	.run = spawn_block_on_run,
};
