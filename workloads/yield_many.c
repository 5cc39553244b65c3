/* SPDX-License-Identifier: MIT */
/*
 * yield_many - many tasks yield many times.
 *
 * Nothing is spawned or woken in between: the cost of putting a task back and
 * taking the next one.  A root spawns the tasks and awaits a oneshot that the
 * last one completes; Tokio's bench spawns from main and blocks on a channel.
 */
#include "workloads/workload.h"

enum { PARAM_TASKS, PARAM_YIELDS };

static struct {
	struct workload_counter remaining;
	struct sched_oneshot *done;
	uint64_t tasks;
	uint64_t yields;
} shared;

struct yielder {
	uint64_t yielded;
};

static void yielder_end(void)
{
	if (workload_counter_down(&shared.remaining))
		sched_oneshot_send(shared.done, shared.tasks);
}

static void yielder_drop(void *state)
{
	workload_drop_lost(state);
	yielder_end();
}

static enum sched_poll yielder_poll(void *state, struct sched_context *context)
{
	struct yielder *yielder = (struct yielder *)state;

	if (yielder->yielded < shared.yields) {
		yielder->yielded++;
		return sched_yield_now(context);
	}
	workload_ran();
	yielder_end();
	return SCHED_READY;
}

static const struct sched_task_ops yielder_ops = {
	.name = "yield_many yielder",
	.poll = yielder_poll,
	.drop = yielder_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct yielder),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- root -- */

struct root {
	uint64_t spawned;
};

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	struct yielder yielder = { .yielded = 0 };
	uint64_t tasks = 0;
	int status;

	for (; root->spawned < shared.tasks; root->spawned++)
		workload_spawn(&yielder_ops, &yielder, NULL);
	if (sched_oneshot_poll(shared.done, context, &tasks, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(shared.done);
	if (tasks != shared.tasks)
		workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}

static const struct sched_task_ops root_ops = {
	.name = "yield_many root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static bool iteration(struct workload_env *env)
{
	struct root root = { .spawned = 0 };

	shared.done = sched_oneshot_create();
	if (!shared.done) {
		workload_fail(env, "no memory for a oneshot");
		return false;
	}
	workload_counter_set(&shared.remaining, shared.tasks);
	return workload_block_on_task(env, &root_ops, &root, NULL);
}

static int yield_many_run(struct workload_env *env)
{
	shared.tasks = env->params[PARAM_TASKS];
	shared.yields = env->params[PARAM_YIELDS];
	workload_counter_init(&shared.remaining, 0);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!iteration(env))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * shared.tasks * shared.yields;
	workload_expect_runs(env, env->block->iterations * shared.tasks);
	workload_counter_fini(&shared.remaining);
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
	.run = yield_many_run,
};
