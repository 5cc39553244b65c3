/* SPDX-License-Identifier: MIT */
/*
 * yield_many - many tasks yield many times.
 *
 * Nothing is spawned or woken in between: the cost of putting a task back and
 * taking the next one.  A root spawns the tasks and awaits a oneshot that the
 * last one completes, which an executor of one thread can run too.  With from_main=1
 * the main thread spawns them, through the shared queue, and blocks until the last one
 * raises a signal, as in Tokio's bench.  Weakness: there each task sends on a channel,
 * so main may be woken before the last.
 */
#include "workloads/countdown.h"

enum { PARAM_TASKS, PARAM_YIELDS, PARAM_FROM_MAIN };

static uint64_t yields; /* of each task */
static bool from_main;
static struct workload_signal done; /* from_main */

struct yielder {
	uint64_t yielded;
};

static void yielder_end(void)
{
	if (!from_main)
		countdown_down();
	else if (workload_counter_down(&countdown.remaining))
		workload_signal_raise(&done);
}

static void yielder_drop(void *state)
{
	workload_drop_lost(state);
	yielder_end();
}

static enum sched_poll yielder_poll(void *state, struct sched_context *context)
{
	struct yielder *yielder = (struct yielder *)state;

	if (yielder->yielded < yields) {
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

static void spawn_yielders(void)
{
	struct yielder yielder = { .yielded = 0 };

	for (uint64_t i = 0; i < countdown.total; i++)
		workload_spawn(&yielder_ops, &yielder, NULL);
}

static void run_from_main(struct workload_env *env, uint64_t tasks)
{
	struct yielder yielder = { .yielded = 0 };

	workload_signal_init(&done);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!countdown_set(env, tasks))
			break;
		for (uint64_t task = 0; task < tasks; task++)
			workload_spawn_on(env->runtime, &yielder_ops, &yielder, NULL);
		workload_signal_wait(&done);
	}
	workload_stop(env);
	workload_signal_fini(&done);
}

/* Timed: from the spawn of the root, or of the first task, until main knows that all have
 * ended.  Verified: each task has come to its end once. */
static int yield_many_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];

	yields = env->params[PARAM_YIELDS];
	from_main = env->params[PARAM_FROM_MAIN] != 0;
	if (from_main)
		run_from_main(env, tasks);
	else
		countdown_run(env, tasks, spawn_yielders);
	env->block->units = env->block->iterations * tasks * yields;
	workload_expect_runs(env, env->block->iterations * tasks);
	return 0;
}

static const char *yield_many_refuses(const uint64_t *values, uint32_t workers)
{
	(void)workers;
	return values[PARAM_FROM_MAIN] && !(sched_capabilities() & SCHED_CAN_REMOTE) ?
		       "single-threaded executor: no spawn from other threads (from_main=1)" :
		       NULL;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks that yield", 200, 1, 10000000 },
	{ "yields", "yields of each task per iteration", 1000, 1, 10000000 },
	{ "from_main", "0: a task spawns them; 1: the main thread does, as in Tokio's bench", 0, 0,
	  1 },
};

/* main is no task: no wake of it can be dropped. */
static const struct workload_setting settings[] = {
	{ { "from_main=0" }, 0 },
	{ { "from_main=1" }, WORKLOAD_WAITS_FOR_WAKES },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(yield_many, values[PARAM_TASKS] * values[PARAM_YIELDS])

WORKLOAD(yield_many) = {
	.about = {
		.name = "yield_many",
		.family = "ping-pong",
		.unit = "yield",
		.measures = "Suspend and resume of tasks that are always runnable.",
		.origin = "tokio rt_multi_threaded yield_many, with from_main=1",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = yield_many_run,
	.units = yield_many_units,
	.refuses = yield_many_refuses,
};
