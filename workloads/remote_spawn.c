/* SPDX-License-Identifier: MIT */
/*
 * remote_spawn - fresh producer threads push empty tasks at the same moment.
 *
 * Measures contention on the shared queue.  With completion=0 the timed region
 * is Tokio's: from the creation of the producers to their join, so it includes
 * starting threads but not running the tasks; with completion=1 it ends when
 * all tasks are done.  Tokio's bench makes a runtime for each sample of criterion, which
 * is what a block is here: so does fresh_runtime=1, outside the timed region.  Weakness of completion=0: workers that sleep meanwhile disturb
 * nobody, so the less is run the faster it looks; `open_waits` says how many tasks
 * had not run when the time ended.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_PRODUCERS, PARAM_TASKS, PARAM_COMPLETION, PARAM_FRESH_RUNTIME };

#define PRODUCERS_MAX 64

struct pusher {
	struct workload_producer thread;
	struct sched_runtime *runtime;
	struct sched_join *handles;
	uint64_t first;
	uint64_t count;
};

static struct pusher pushers[PRODUCERS_MAX];
static struct workload_barrier barrier;

static void push_tasks(void *arg)
{
	struct pusher *pusher = (struct pusher *)arg;

	workload_barrier_wait(&barrier);
	for (uint64_t i = 0; i < pusher->count; i++) {
		uint64_t index = pusher->first + i;

		workload_spawn_on(pusher->runtime, &workload_unit_ops, &index,
				  &pusher->handles[index]);
	}
}

/* A producer that cannot be started is waited for by the others in the barrier,
 * so its part is done here, by the main thread in its place. */
static bool push_from_producers(struct workload_env *env, uint32_t producers)
{
	bool started[PRODUCERS_MAX];
	bool all = true;

	workload_barrier_init(&barrier, producers);
	for (uint32_t i = 0; i < producers; i++) {
		started[i] = workload_producer_start(env, &pushers[i].thread, i, push_tasks,
						     &pushers[i]) == 0;
		all = all && started[i];
	}
	for (uint32_t i = 0; i < producers; i++) {
		if (!started[i])
			workload_barrier_arrive(&barrier);
	}
	for (uint32_t i = 0; i < producers; i++) {
		if (started[i])
			workload_producer_join(&pushers[i].thread);
	}
	workload_barrier_fini(&barrier);
	return all;
}

static uint64_t pushed, open_waits; /* of the block */

static int iteration(struct workload_env *env, struct sched_join *handles)
{
	uint32_t producers = (uint32_t)env->params[PARAM_PRODUCERS];
	uint64_t tasks = env->params[PARAM_TASKS] / producers * producers;
	bool completion = env->params[PARAM_COMPLETION] != 0;
	bool ok;

	for (uint64_t i = 0; i < tasks; i++)
		handles[i].task = NULL; /* stays so where a producer did not start */
	workload_start(env);
	ok = push_from_producers(env, producers);
	if (!completion) {
		workload_stop(env);
		open_waits += pushed + tasks - workload_runs(env);
	}
	pushed += tasks;
	if (!ok) {
		workload_fail(env, "the system refused a producer thread: lower producers");
		for (uint64_t i = 0; i < tasks; i++)
			sched_join_detach(&handles[i]);
		return -EAGAIN;
	}
	ok = workload_block_on_joins(env, handles, tasks);
	if (completion)
		workload_stop(env);
	return ok ? 0 : -EDEADLK;
}

static int remote_spawn_run(struct workload_env *env)
{
	uint64_t producers = env->params[PARAM_PRODUCERS];
	uint64_t share = env->params[PARAM_TASKS] / producers;
	size_t bytes = producers * share * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);
	int error = 0;

	if (!handles)
		return -ENOMEM;
	pushed = 0;
	open_waits = 0;
	for (uint64_t i = 0; i < producers; i++) {
		pushers[i].runtime = env->runtime;
		pushers[i].handles = handles;
		pushers[i].first = i * share;
		pushers[i].count = share;
	}
	for (uint64_t i = 0; i < env->block->iterations && error == 0; i++)
		error = iteration(env, handles);
	env->block->units = env->block->iterations * producers * share;
	workload_extra(env, "open_waits", "task", ARM_SUM, (double)open_waits);
	if (error == 0)
		workload_expect_runs(env, env->block->units);
	sched_free(handles, bytes);
	return error;
}

static bool remote_spawn_wants_fresh_runtime(const uint64_t *values)
{
	return values[PARAM_FRESH_RUNTIME] != 0;
}

static const char *remote_spawn_refuses(const uint64_t *values, uint32_t workers)
{
	(void)workers;
	return values[PARAM_TASKS] < values[PARAM_PRODUCERS] ?
		       "tasks must be at least as many as producers" :
		       NULL;
}

static const struct arm_param params[] = {
	{ "producers", "threads that spawn at the same time", 1, 1, PRODUCERS_MAX },
	{ "tasks", "tasks spawned per iteration, by all of them", 12800, 1, 10000000 },
	{ "completion", "0: time to push; 1: time until all tasks are done", 0, 0, 1 },
	{ "fresh_runtime", "0: one runtime for all blocks; 1: each block makes its own", 0, 0, 1 },
};

static const struct workload_setting settings[] = {
	{ { "tasks=2", "fresh_runtime=0" }, 0 },
	{ { "tasks=2", "fresh_runtime=1" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(remote_spawn,
	       values[PARAM_TASKS] / values[PARAM_PRODUCERS] * values[PARAM_PRODUCERS])

WORKLOAD(remote_spawn) = {
	.about = {
		.name = "remote_spawn",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Spawns by several threads at once that are no workers; how many tasks "
			    "had not run by then is in open_waits.",
		.origin = "tokio remote_spawn, with fresh_runtime=1",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_CHECKS_RESULTS,
	.settings = settings,
	.run = remote_spawn_run,
	.units = remote_spawn_units,
	.refuses = remote_spawn_refuses,
	.wants_fresh_runtime = remote_spawn_wants_fresh_runtime,
};
