/* SPDX-License-Identifier: MIT */
/*
 * shutdown_million - how long a runtime takes to end when a million of its tasks sleep.
 *
 * Each iteration has a runtime of its own.  A root spawns the tasks there; each sleeps in its
 * first poll and leaves no waker, so that nobody but the runtime can end it.  When the last
 * one has slept, main shuts the runtime down and destroys it: that is the timed region, in which
 * every task is found, cancelled, dropped and freed, and the workers are joined.
 *
 * Weakness: the arm's own runtime sleeps beside; the scheduler's counts are that one's, not
 * those of the runtimes that are measured.  Joining the workers, and what the harness does on a
 * thread that stops, are in the time, and are all of it where the tasks are few.
 */
#include <string.h>

#include "workloads/countdown.h"

enum { PARAM_TASKS };

/* Static, for a stray task: how often each task of the runtime was dropped; NULL: there is none. */
static uint8_t *ended;
static struct workload_signal all_sleep;

/* ------------------------------------------------------------- sleeper -- */

struct sleeper {
	uint64_t number;
	uint64_t sleeps; /* was polled */
};

static void sleeper_counts_down(void)
{
	if (workload_counter_down(&countdown.remaining))
		workload_signal_raise(&all_sleep);
}

static enum sched_poll sleeper_poll(void *state, struct sched_context *context)
{
	(void)context;
	((struct sleeper *)state)->sleeps = 1;
	workload_ran();
	sleeper_counts_down();
	return SCHED_PENDING; /* for ever */
}

/* What is dropped before it slept is lost, and main does not wait for it. */
static void sleeper_drop(void *state)
{
	struct sleeper *sleeper = (struct sleeper *)state;

	if (!ended) {
		workload_counter_add(&workload_wrong, 1);
		return;
	}
	ended[sleeper->number]++;
	if (sleeper->sleeps)
		return;
	workload_drop_lost(state);
	sleeper_counts_down();
}

static const struct sched_task_ops sleeper_ops = {
	.name = "shutdown_million sleeper",
	.poll = sleeper_poll,
	.drop = sleeper_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct sleeper),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- root -- */

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	uint64_t tasks = *(uint64_t *)state;

	(void)context;
	for (uint64_t i = 0; i < tasks; i++) {
		struct sleeper sleeper = { .number = i, .sleeps = 0 };

		workload_spawn(&sleeper_ops, &sleeper, NULL);
	}
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops root_ops = {
	.name = "shutdown_million root",
	.poll = root_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- run -- */

static void worker_starts(uint32_t index, void *arg)
{
	const struct arm_config *config = (const struct arm_config *)arg;

	if (config->on_thread_start)
		config->on_thread_start(ARM_THREAD_WORKER, index, config->arg);
}

static void worker_stops(uint32_t index, void *arg)
{
	const struct arm_config *config = (const struct arm_config *)arg;

	if (config->on_thread_stop)
		config->on_thread_stop(ARM_THREAD_WORKER, index, config->arg);
}

static int create_runtime(struct workload_env *env, struct sched_runtime **runtime)
{
	const struct sched_config config = {
		.workers = env->config->workers,
		.seed = env->config->seed,
		.on_worker_start = worker_starts,
		.on_worker_stop = worker_stops,
		.arg = (void *)(uintptr_t)env->config,
	};

	return sched_runtime_create(&config, runtime);
}

/* On `inner`'s runtime: the tasks, until all sleep. */
static bool put_to_sleep(struct workload_env *inner, uint64_t tasks)
{
	memset(ended, 0, tasks);
	if (!countdown_set(inner, tasks) || !workload_block_on_task(inner, &root_ops, &tasks, NULL))
		return false;
	workload_signal_wait(&all_sleep);
	return true;
}

static bool expect_each_ended_once(struct workload_env *env, uint64_t tasks)
{
	uint64_t wrong = 0;

	for (uint64_t i = 0; i < tasks; i++)
		wrong += ended[i] != 1;
	return workload_expect_equal(env, "tasks that were not dropped once", wrong, 0);
}

/* `more`: go on with the next iteration. */
static int run_once(struct workload_env *env, uint64_t tasks, bool *more)
{
	struct workload_env inner = *env;
	int error = create_runtime(env, &inner.runtime);

	*more = false;
	if (error != 0)
		return error;
	*more = put_to_sleep(&inner, tasks);
	workload_start(env);
	sched_runtime_shutdown(inner.runtime);
	sched_runtime_destroy(inner.runtime);
	workload_stop(env);
	*more = *more && expect_each_ended_once(env, tasks);
	return 0;
}

/* Verified: each task is polled once and dropped once. */
static int shutdown_million_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];
	bool more = true;
	int error = 0;

	ended = (uint8_t *)os_alloc(tasks, 16);
	if (!ended)
		return -ENOMEM;
	workload_signal_init(&all_sleep);
	for (uint64_t i = 0; i < env->block->iterations && more; i++)
		error = run_once(env, tasks, &more);
	env->block->units = env->block->iterations * tasks;
	workload_expect_runs(env, env->block->units + env->block->iterations);
	workload_signal_fini(&all_sleep);
	os_free(ended, tasks);
	ended = NULL;
	return error;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks that sleep when the runtime is shut down", 1000000, 1, 4000000 },
};

WORKLOAD_UNITS(shutdown_million, values[PARAM_TASKS])

WORKLOAD(shutdown_million) = {
	.about = {
		.name = "shutdown_million",
		.family = "probe",
		.unit = "task",
		.measures = "A runtime ends while all of its tasks sleep: each is found, cancelled "
			    "and freed, and the workers are joined.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_NEEDS_CANCEL,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS,
	.run = shutdown_million_run,
	.units = shutdown_million_units,
};
