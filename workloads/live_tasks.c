/* SPDX-License-Identifier: MIT */
/*
 * live_tasks - what a task takes of the heap while it is alive.
 *
 * A root reads how many bytes of the heap are in use, spawns the tasks from where it is,
 * and reads again; no task has ended by then: each yields until the root says so, after the
 * reading.  A task owns nothing and waits for nobody, so the difference is its block, with a
 * state of one word, and what the scheduler keeps for it.  The handles lie in memory that is
 * there before the first reading, and do not count.
 *
 * Weakness: the heap is the whole process's.  What a thread of the runtime frees between the
 * readings, such as the last task of the iteration before, is missing; what malloc does by the
 * way counts, as a thread's first arena, and chunks that it leaves 16 bytes longer than asked.
 * Some thousand bytes in all: nothing beside thousands of tasks, and not for tens of them.
 * How often the tasks yield meanwhile is chance, with two workers, and in no timed region.
 */
#include <errno.h>

#include "workloads/countdown.h"

enum { PARAM_TASKS };

#ifndef LIVE_TASK_BYTES /* the state of a task; a test makes it larger */
#define LIVE_TASK_BYTES sizeof(uint64_t)
#endif

/* Of the block; main has it, and outlives the root. */
struct live {
	struct workload_env *env;
	struct sched_join *handles;
	uint64_t tasks;
	uint64_t first; /* number of the first task: no two of a block return the same */
	int64_t bytes;
	bool unknown;
};

/* ---------------------------------------------------------------- task -- */

union live_task {
	uint64_t number;
	uint8_t bytes[LIVE_TASK_BYTES];
};

/* The countdown's count is above zero as long as the tasks are to live; a stray one finds
 * it as well, since it is there as long as the runtime. */
static enum sched_poll task_poll(void *state, struct sched_context *context)
{
	if (workload_counter_read(&countdown.remaining) != 0)
		return sched_yield_now(context);
	((union live_task *)state)->number++;
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops task_ops = {
	.name = "live_tasks task",
	.poll = task_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(union live_task),
	.output_bytes = sizeof(uint64_t),
};

/* ---------------------------------------------------------------- root -- */

struct root {
	struct live *live;
	struct workload_joins joins; /* handles NULL: nothing spawned yet */
};

static void spawn_all(struct live *live)
{
	union live_task task = { .bytes = { 0 } };

	workload_start(live->env);
	for (uint64_t i = 0; i < live->tasks; i++) {
		task.number = live->first + i;
		workload_spawn(&task_ops, &task, &live->handles[i]);
	}
	workload_stop(live->env);
}

static void spawn_between_readings(struct live *live)
{
	uint64_t before = 0, after = 0;

	if (!workload_heap_bytes(live->env, &before))
		live->unknown = true;
	spawn_all(live);
	if (!workload_heap_bytes(live->env, &after))
		live->unknown = true;
	live->bytes += (int64_t)(after - before);
}

static void root_begin(struct root *root)
{
	struct live *live = root->live;

	spawn_between_readings(live);
	root->joins.handles = live->handles;
	root->joins.count = live->tasks;
	root->joins.first = live->first;
	workload_start(live->env); /* main stops it */
	workload_counter_down(&countdown.remaining);
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	if (!root->joins.handles)
		root_begin(root);
	if (workload_joins_poll(&root->joins, context) == SCHED_PENDING)
		return SCHED_PENDING;
	workload_ran();
	return SCHED_READY;
}

static void root_drop(void *state)
{
	struct root *root = (struct root *)state;

	workload_drop_lost(state);
	if (root->joins.handles)
		workload_joins_drop(&root->joins);
	else
		workload_counter_down(&countdown.remaining);
}

static const struct sched_task_ops root_ops = {
	.name = "live_tasks root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- run -- */

static bool run_once(struct live *live)
{
	struct root root = { .live = live, .joins = { .handles = NULL } };

	if (!countdown_set(live->env, 1) ||
	    !workload_block_on_task(live->env, &root_ops, &root, NULL))
		return false;
	workload_stop(live->env);
	live->first += live->tasks;
	return true;
}

/* Timed: the spawns, and from the word to end until main knows that all have.  Verified:
 * each task ends once, and its handle has the number that it was given, plus one. */
static int live_tasks_run(struct workload_env *env)
{
	struct live live = { .env = env, .tasks = env->params[PARAM_TASKS] };
	size_t bytes = live.tasks * sizeof(struct sched_join);

	live.handles = (struct sched_join *)os_alloc(bytes, 16);
	if (!live.handles)
		return -ENOMEM;
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!run_once(&live))
			break;
	}
	env->block->units = env->block->iterations * live.tasks;
	workload_expect_runs(env, env->block->units + env->block->iterations);
	if (!live.unknown && live.bytes > 0) /* tasks that are alive are never none */
		workload_extra(env, "live_bytes", "byte", ARM_SUM, (double)live.bytes);
	os_free(live.handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks that are alive at the same time", 10000, 1, 10000000 },
};

WORKLOAD_UNITS(live_tasks, values[PARAM_TASKS])

WORKLOAD(live_tasks) = {
	.about = {
		.name = "live_tasks",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Bytes of the heap per live task (extra live_bytes); timed: spawning "
			    "all of them, and their end.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = live_tasks_run,
	.units = live_tasks_units,
};
