/* SPDX-License-Identifier: MIT */
/*
 * burst_500us - every 500 us one task that computes for a few microseconds.
 *
 * After the program of #8065 of Tokio: a runtime that is idle for most of the time, where a task
 * on a worker spawns one other, which it could run itself at once.  Whether another worker
 * is woken for it all the same is seen in voluntary switches, parks, parks for nothing and
 * CPU time per burst.  The time per burst is the period by construction: it decides nothing.
 *
 * inside=1: a task on a worker keeps the pace: it sleeps in its own poll until the next burst
 * is due, spawns it and awaits it.  inside=0: a producer thread keeps it and pushes the bursts.
 * Both, because pacing from outside hides what the issue reports: a wake from outside makes a
 * worker that searches, and the last one to search that finds work wakes another in every
 * version.  In the reporter's program a timer of the runtime wakes the task that spawns, and
 * `tokio-bare` has none.
 *
 * What is there in every version: a switch per burst, the sleep of whoever keeps the pace; and
 * inside, where ticker and burst follow each other out of the slot, a worker woken for every
 * second burst, because after three such polls (`lifo_cap`) a task goes through the ring.
 *
 * Weakness: a worker that sleeps in a poll is a thread less to the system and none to the
 * scheduler, which takes it for a busy one.
 */
#include "workloads/steps.h"
#include "workloads/trickle.h"

enum { PARAM_INSIDE, PARAM_PERIOD_US, PARAM_ITERATIONS };

static uint64_t iterations; /* of each burst */
static uint64_t expected;   /* what each of them comes to */

static enum sched_poll burst_poll(void *state, struct sched_context *context)
{
	(void)context;
	if (!trickle_task_begin((uint64_t *)state))
		return workload_ran_again();
	if (steps_work(iterations) != expected)
		workload_counter_add(&workload_wrong, 1);
	workload_ran();
	trickle_task_end();
	return SCHED_READY;
}

static const struct sched_task_ops burst_ops = {
	.name = "burst_500us burst",
	.poll = burst_poll,
	.drop = trickle_task_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

/* --------------------------------------------------------------- inside -- */

struct ticker {
	struct sched_join burst; /* empty: the next one is to be waited for */
	uint64_t number;	 /* of the burst, from 1 */
	uint64_t last;
};

static void ticker_tick(struct ticker *ticker)
{
	uint64_t number = ticker->number;

	trickle_next();
	workload_spawn(&burst_ops, &number, &ticker->burst);
}

static enum sched_poll ticker_poll(void *state, struct sched_context *context)
{
	struct ticker *ticker = (struct ticker *)state;
	uint64_t nothing;

	for (; ticker->number <= ticker->last; ticker->number++) {
		if (!ticker->burst.task)
			ticker_tick(ticker);
		if (workload_join_one(&ticker->burst, context, &nothing) == SCHED_PENDING)
			return SCHED_PENDING;
	}
	return SCHED_READY;
}

static void ticker_drop(void *state)
{
	sched_join_detach(&((struct ticker *)state)->burst);
}

static const struct sched_task_ops ticker_ops = {
	.name = "burst_500us ticker",
	.poll = ticker_poll,
	.drop = ticker_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct ticker),
	.output_bytes = 0,
};

static void run_inside(struct workload_env *env)
{
	struct ticker ticker = { { NULL }, 1, env->block->iterations };

	workload_block_on_task(env, &ticker_ops, &ticker, NULL);
}

/* ---------------------------------------------------------------- block -- */

static int burst_500us_run(struct workload_env *env)
{
	int error = 0;

	iterations = env->params[PARAM_ITERATIONS];
	expected = steps_work(iterations);
	if (trickle_begin(env, env->params[PARAM_PERIOD_US])) {
		if (env->params[PARAM_INSIDE])
			run_inside(env);
		else
			error = trickle_from_outside(env, &burst_ops);
	}
	trickle_end(env);
	return error;
}

static const char *burst_500us_refuses(const uint64_t *values, uint32_t workers)
{
	(void)workers;
	return !values[PARAM_INSIDE] && !(sched_capabilities() & SCHED_CAN_REMOTE) ?
		       "single-threaded executor: no spawn from other threads (inside=0)" :
		       NULL;
}

static const struct arm_param params[] = {
	{ "inside", "1: a task keeps the pace, in its poll; 0: a thread that is no worker", 1, 0,
	  1 },
	{ "period_us", "from one burst to the next", 500, 1, 1000000 },
	{ "iterations", "steps of each burst, a multiplication and an addition", 3000, 1,
	  1000000000 },
};

/* From outside nobody awaits a burst, so no wake of it can be dropped. */
static const struct workload_setting settings[] = {
	{ { "inside=1" }, 0 },
	{ { "inside=0" }, WORKLOAD_WAITS_FOR_WAKES },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(burst_500us, 1)

WORKLOAD(burst_500us) = {
	.about = {
		.name = "burst_500us",
		.family = "probe",
		.unit = "burst",
		.measures = "One task every 500 us: switches, parks and CPU time of a wake for it; "
			    "ns is the period and decides nothing.",
		.origin = "schedlab, after the program of Tokio's #8065",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = burst_500us_run,
	.units = burst_500us_units,
	.refuses = burst_500us_refuses,
};
