/* SPDX-License-Identifier: MIT */
/*
 * lifo_long_poll - a task is spawned by one that then computes on: how long it waits in the slot.
 *
 * After #4941 of Tokio: the newest task stands in the slot of its spawner's worker, which nobody
 * else may take it from, so that it waits for the end of a poll that does not end, beside
 * workers that have nothing to do.  A root spawns a task, computes for `steps` steps in the
 * same poll, and then awaits it.  The latency is from the spawn to the begin of the task; read
 * it against the time per unit, which is little more than the poll.
 *
 * The extra `elsewhere` says how many began on another worker than the root's.  Some may in every
 * design with a cap: the root is woken out of the slot as well, and after some such polls
 * what it spawns goes to the ring (`lifo_cap`).  With one worker the wait is the poll, whatever
 * the design.  Weakness: one task at a time, so the other workers sleep when it comes, and the
 * wait includes their waking up.
 */
#include "workloads/steps.h"
#include "workloads/workload.h"

enum { PARAM_STEPS };

/* Static: see workload.h.  One task at a time. */
static struct {
	struct arm_histogram *latency;
	uint64_t steps;
	uint64_t expected; /* what they come to */
	uint64_t elsewhere;
	int root_worker;
} shared;

/* ---------------------------------------------------------------- task -- */

struct waiter {
	uint64_t number; /* at last the output: one more */
	uint64_t spawned_ns;
};

static enum sched_poll waiter_poll(void *state, struct sched_context *context)
{
	struct waiter *waiter = (struct waiter *)state;

	(void)context;
	arm_histogram_add(shared.latency, os_now() - waiter->spawned_ns);
	shared.elsewhere += sched_worker_index() != shared.root_worker;
	waiter->number++;
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops waiter_ops = {
	.name = "lifo_long_poll task",
	.poll = waiter_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct waiter),
	.output_bytes = sizeof(uint64_t),
};

/* ---------------------------------------------------------------- root -- */

struct root {
	struct sched_join waiter; /* empty: the next one is to be spawned */
	uint64_t number;
	uint64_t count;
};

static void spawn_and_compute(struct root *root)
{
	struct waiter waiter = { .number = root->number };

	shared.root_worker = sched_worker_index();
	waiter.spawned_ns = os_now();
	workload_spawn(&waiter_ops, &waiter, &root->waiter);
	if (steps_work(shared.steps) != shared.expected)
		workload_counter_add(&workload_wrong, 1);
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint64_t output;

	for (; root->number < root->count; root->number++) {
		if (!root->waiter.task)
			spawn_and_compute(root);
		if (workload_join_one(&root->waiter, context, &output) == SCHED_PENDING)
			return SCHED_PENDING;
		if (output != root->number + 1)
			workload_counter_add(&workload_wrong, 1);
	}
	return SCHED_READY;
}

static void root_drop(void *state)
{
	sched_join_detach(&((struct root *)state)->waiter);
	workload_drop_lost(state);
}

static const struct sched_task_ops root_ops = {
	.name = "lifo_long_poll root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- run -- */

static int lifo_long_poll_run(struct workload_env *env)
{
	struct root root = { { NULL }, 0, env->block->iterations };

	shared.latency = env->block->latency;
	shared.steps = env->params[PARAM_STEPS];
	shared.expected = steps_work(shared.steps);
	shared.elsewhere = 0;
	workload_start(env);
	workload_block_on_task(env, &root_ops, &root, NULL);
	workload_stop(env);
	env->block->units = env->block->iterations;
	workload_expect_runs(env, env->block->units);
	workload_extra(env, "elsewhere", "task", ARM_SUM, (double)shared.elsewhere);
	return 0;
}

static const struct arm_param params[] = {
	{ "steps", "steps of the poll after the spawn, a multiplication and an addition", 300000, 1,
	  1000000000 },
};

WORKLOAD_UNITS(lifo_long_poll, 1)

WORKLOAD(lifo_long_poll) = {
	.about = {
		.name = "lifo_long_poll",
		.family = "probe",
		.unit = "task",
		.measures = "How long a task waits that is spawned by one that computes on; elsewhere: "
			    "those that another worker began.",
		.origin = "schedlab, after Tokio's #4941",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = lifo_long_poll_run,
	.units = lifo_long_poll_units,
};
