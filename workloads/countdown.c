/* SPDX-License-Identifier: MIT */
/*
 * countdown.c - the root task of countdown.h, and what it shares with its children.
 *
 * Main waits with block_on(root) where Tokio's benches block on a channel, so that
 * an executor of one thread can run it too.  Weakness: so an iteration has one
 * spawn, one oneshot and two wakes besides the children.
 */
#include "workloads/countdown.h"

struct workload_countdown countdown;

void countdown_drop(void *state)
{
	workload_drop_lost(state);
	countdown_down();
}

bool countdown_set(struct workload_env *env, uint64_t total)
{
	if (!workload_expect_nothing_open(env))
		return false;
	countdown.total = total;
	workload_counter_set(&countdown.remaining, total);
	return true;
}

bool countdown_prepare(struct workload_env *env, uint64_t total)
{
	if (!countdown_set(env, total))
		return false;
	countdown.done = workload_oneshot();
	return countdown.done != NULL;
}

enum sched_poll countdown_poll(struct sched_context *context)
{
	uint64_t total = 0;
	int status;

	if (!countdown.done)
		return workload_ran_again();
	if (sched_oneshot_poll(countdown.done, context, &total, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(countdown.done);
	countdown.done = NULL;
	if (total != countdown.total)
		workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}

/* ----------------------------------------------------------------- root -- */

struct root {
	void (*start)(void); /* NULL: done */
};

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	if (root->start) {
		void (*start)(void) = root->start;

		root->start = NULL;
		start();
	}
	return countdown_poll(context);
}

/* Without a start there is nobody who would send. */
static void root_drop(void *state)
{
	if (((struct root *)state)->start)
		sched_oneshot_drop_sender(countdown.done);
	sched_oneshot_drop_receiver(countdown.done);
}

static const struct sched_task_ops root_ops = {
	.name = "countdown root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

bool countdown_once(struct workload_env *env, uint64_t total, void (*start)(void))
{
	struct root root = { .start = start };

	return countdown_prepare(env, total) && workload_block_on_task(env, &root_ops, &root, NULL);
}

void countdown_run(struct workload_env *env, uint64_t total, void (*start)(void))
{
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!countdown_once(env, total, start))
			break;
	}
	workload_stop(env);
}
