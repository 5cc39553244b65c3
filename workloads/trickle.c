/* SPDX-License-Identifier: MIT */
/*
 * trickle.c - the pace of trickle.h, the thread that keeps it from outside, and tasks that
 * do nothing.
 *
 * The sleep is a wait on a word that nobody changes, for the rest of the period, as often as
 * it takes.  Rust's park_timeout is the same system call, which keeps the peer's pacer alike.
 */
#include "workloads/trickle.h"

struct workload_trickle trickle;

/* ------------------------------------------------------------- the pace -- */

bool trickle_begin(struct workload_env *env, uint64_t period_us)
{
	at_init(&trickle.never, 0);
	workload_signal_init(&trickle.ended);
	trickle.period_ns = 1000 * period_us;
	trickle.late = 0;
	workload_start(env);
	trickle.due_ns = os_now();
	return countdown_set(env, env->block->iterations);
}

void trickle_end(struct workload_env *env)
{
	workload_stop(env);
	workload_extra(env, "late", "unit", ARM_SUM, (double)trickle.late);
	env->block->units = env->block->iterations;
	workload_expect_runs(env, env->block->iterations);
	workload_signal_fini(&trickle.ended);
	at_fini(&trickle.never);
}

void trickle_next(void)
{
	uint64_t now = os_now();

	trickle.due_ns += trickle.period_ns;
	if (now >= trickle.due_ns)
		trickle.late++;
	for (; now < trickle.due_ns; now = os_now())
		os_wait(&trickle.never, 0, trickle.due_ns - now);
}

/* --------------------------------------------------------- from outside -- */

struct pusher {
	struct sched_runtime *runtime;
	const struct sched_task_ops *ops;
	uint64_t tasks;
};

static void push_tasks(void *arg)
{
	const struct pusher *pusher = (const struct pusher *)arg;

	for (uint64_t number = 1; number <= pusher->tasks; number++) {
		uint64_t state = number;

		trickle_next();
		workload_spawn_on(pusher->runtime, pusher->ops, &state, NULL);
	}
}

int trickle_from_outside(struct workload_env *env, const struct sched_task_ops *ops)
{
	struct pusher pusher = { env->runtime, ops, env->block->iterations };
	struct workload_producer producer;
	int error = workload_producer_start(env, &producer, 0, push_tasks, &pusher);

	if (error != 0)
		return error;
	workload_producer_join(&producer);
	workload_signal_wait(&trickle.ended);
	return 0;
}

void trickle_task_drop(void *state)
{
	workload_drop_lost(state);
	trickle_task_end();
}

/* -------------------------------------------------- tasks that do nothing -- */

static enum sched_poll nothing_poll(void *state, struct sched_context *context)
{
	(void)context;
	if (!trickle_task_begin((uint64_t *)state))
		return workload_ran_again();
	workload_ran();
	trickle_task_end();
	return SCHED_READY;
}

static const struct sched_task_ops nothing_ops = {
	.name = "trickle task",
	.poll = nothing_poll,
	.drop = trickle_task_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

int trickle_run(struct workload_env *env, uint64_t period_us)
{
	int error = 0;

	if (trickle_begin(env, period_us))
		error = trickle_from_outside(env, &nothing_ops);
	trickle_end(env);
	return error;
}
