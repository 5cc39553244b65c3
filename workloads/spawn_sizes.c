/* SPDX-License-Identifier: MIT */
/*
 * spawn_sizes - tasks with a state of 8 bytes to 4 KiB are spawned, run and end.
 *
 * What the size of a task costs: its memory, the copy of its state, and whatever of the
 * scheduler's own lies behind the state.  A root spawns all of them from its worker and awaits
 * the last.  Each has its number in the first word of the state and its complement in the last,
 * and looks at both; with a state of one word at the number only.
 *
 * Weakness: how many are alive at once, and so how much memory is touched again while it is
 * in the cache, depends on the ring and on who helps.
 */
#include "workloads/countdown.h"

enum { PARAM_TASKS, PARAM_STATE };

#define STATE_MAX   4096
#define STATE_WORDS (STATE_MAX / sizeof(uint64_t))
#define ENDED	    UINT64_MAX

static const struct sched_task_ops *task_ops; /* of the block */
static uint64_t last_word;		      /* of the state */

static enum sched_poll task_poll(void *state, struct sched_context *context)
{
	uint64_t *words = (uint64_t *)state;

	(void)context;
	if (words[0] == ENDED)
		return workload_ran_again();
	if (words[0] >= countdown.total || (last_word && words[last_word] != ~words[0]))
		workload_counter_add(&workload_wrong, 1);
	words[0] = ENDED;
	workload_ran();
	countdown_down();
	return SCHED_READY;
}

/* One for each size, because they must be there, as they are, until all of its tasks are gone:
 * a block of another size may come before. */
static const struct sched_task_ops *ops_of(uint64_t state_bytes)
{
	static struct sched_task_ops sized[STATE_WORDS + 1];
	struct sched_task_ops *ops = &sized[state_bytes / sizeof(uint64_t)];

	if (!ops->poll) {
		ops->name = "spawn_sizes task";
		ops->poll = task_poll;
		ops->drop = countdown_drop;
		ops->state_bytes = (uint32_t)state_bytes;
	}
	return ops;
}

static void spawn_tasks(void)
{
	static uint64_t words[STATE_WORDS];

	for (uint64_t i = 0; i < countdown.total; i++) {
		words[last_word] = ~i;
		words[0] = i;
		workload_spawn(task_ops, words, NULL);
	}
}

static int spawn_sizes_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];

	task_ops = ops_of(env->params[PARAM_STATE]);
	last_word = env->params[PARAM_STATE] / sizeof(uint64_t) - 1;
	countdown_run(env, tasks, spawn_tasks);
	env->block->units = env->block->iterations * tasks;
	workload_expect_runs(env, env->block->units);
	return 0;
}

static const char *spawn_sizes_refuses(const uint64_t *values, uint32_t workers)
{
	(void)workers;
	return values[PARAM_STATE] % 8 ? "state is whole words of 8 bytes" : NULL;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks per iteration", 1000, 1, 10000000 },
	{ "state", "bytes of a task's state, whole words", 64, 8, STATE_MAX },
};

static const struct workload_setting settings[] = {
	{ { "tasks=3", "state=32" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(spawn_sizes, values[PARAM_TASKS])

WORKLOAD(spawn_sizes) = {
	.about = {
		.name = "spawn_sizes",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Spawn, run and end of tasks with a state of 8 bytes to 4 KiB.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = spawn_sizes_run,
	.units = spawn_sizes_units,
	.refuses = spawn_sizes_refuses,
};
