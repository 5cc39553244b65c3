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
#include "workloads/workload.h"

enum { PARAM_TASKS, PARAM_CLONES };

static struct {
	struct workload_counter remaining;
	struct workload_counter references; /* the Arc's count */
	struct workload_counter senders;    /* the Sender's count */
	struct sched_oneshot *done;
	const struct sched_task_ops *child;
	uint64_t tasks;
} shared;

static void child_count_down(void)
{
	if (workload_counter_down(&shared.remaining))
		sched_oneshot_send(shared.done, shared.tasks);
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
	.name = "spawn_local child",
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
	.name = "spawn_local child with clones",
	.poll = cloned_poll,
	.drop = child_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct clones),
	.output_bytes = 0,
};

/* ------------------------------------------------------------- spawner -- */

static void spawn_children(void)
{
	struct clones clones = { .references = &shared.references, .senders = &shared.senders };

	if (shared.child == &child_ops) {
		for (uint64_t i = 0; i < shared.tasks; i++)
			workload_spawn(&child_ops, NULL, NULL);
		return;
	}
	for (uint64_t i = 0; i < shared.tasks; i++) {
		workload_counter_add(clones.references, 1);
		workload_counter_add(clones.senders, 1);
		workload_spawn(&cloned_ops, &clones, NULL);
	}
}

struct root {
	uint64_t spawned;
};

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint64_t tasks = 0;
	int status;

	if (!root->spawned) {
		root->spawned = 1;
		spawn_children();
	}
	if (sched_oneshot_poll(shared.done, context, &tasks, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(shared.done);
	if (tasks != shared.tasks)
		workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}

static const struct sched_task_ops root_ops = {
	.name = "spawn_local root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static bool all_ran_once(struct workload_env *env)
{
	uint64_t remaining = workload_counter_read(&shared.remaining);
	uint64_t references = workload_counter_read(&shared.references);

	return workload_expect_equal(env, "tasks not run, or run twice", remaining, 0) &&
	       workload_expect_equal(env, "references", references, 1);
}

static bool iteration(struct workload_env *env)
{
	struct root root = { .spawned = 0 };

	shared.done = sched_oneshot_create();
	if (!shared.done) {
		workload_fail(env, "no memory for a oneshot");
		return false;
	}
	workload_counter_set(&shared.remaining, shared.tasks);
	return workload_block_on_task(env, &root_ops, &root, NULL) && all_ran_once(env);
}

static int spawn_local_run(struct workload_env *env)
{
	shared.tasks = env->params[PARAM_TASKS];
	shared.child = env->params[PARAM_CLONES] ? &cloned_ops : &child_ops;
	workload_counter_init(&shared.remaining, 0);
	workload_counter_init(&shared.references, 1);
	workload_counter_init(&shared.senders, 1);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!all_ran_once(env) || !iteration(env)) /* a stray shows one iteration late */
			break;
	}
	workload_stop(env);
	all_ran_once(env);
	env->block->units = env->block->iterations * shared.tasks;
	workload_counter_fini(&shared.remaining);
	workload_counter_fini(&shared.references);
	workload_counter_fini(&shared.senders);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 10000, 1, 10000000 },
	{ "clones", "1: each task owns clones of an Arc and a Sender", 1, 0, 1 },
};

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
	.run = spawn_local_run,
};
