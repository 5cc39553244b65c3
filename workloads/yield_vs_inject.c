/* SPDX-License-Identifier: MIT */
/*
 * yield_vs_inject - tasks come from outside, at a pace, onto workers whose own tasks yield for ever.
 *
 * Whoever yields is runnable again at once, so a worker that looks at the shared queue only when
 * its own work is gone never does (defect B6 of Blitz-IO).  A producer thread pushes a task per
 * period whether or not those before have run: an open loop.  The latency counts from when the
 * task was due, not from when it was pushed, so that a queue that grows, or a push that waits for a
 * lock, is not left out.  inject_latency is the same with one task in flight.
 *
 * Each of the `load` is promised a turn per block: when the last task from outside has ended, more
 * of them follow, one at a time and untimed, until all have had it.
 *
 * Weakness: the producer sleeps until a task is due, and Linux lets it sleep up to 50 us more,
 * which is in the latency of every arm; `late` counts tasks whose time had passed before.  With a
 * worker on each CPU the producer waits for one of them as well, so leave it a CPU.  The time
 * per task is the period, and decides nothing.
 */
#include <errno.h>

#include "workloads/background.h"
#include "workloads/trickle.h"

enum { PARAM_PERIOD_US, PARAM_LOAD, PARAM_STALL_US };

/* Static: see workload.h. */
static struct background load;
static struct arm_histogram *latencies; /* by worker + 1: each is written by one */
static uint64_t begun_ns;		/* task n is due n periods later */

static enum sched_poll task_poll(void *state, struct sched_context *context)
{
	uint64_t due_ns = begun_ns + *(uint64_t *)state * trickle.period_ns;

	(void)context;
	if (!trickle_task_begin((uint64_t *)state))
		return workload_ran_again();
	arm_histogram_add(&latencies[sched_worker_index() + 1], os_now() - due_ns);
	workload_ran();
	trickle_task_end();
	return SCHED_READY;
}

static const struct sched_task_ops task_ops = {
	.name = "yield_vs_inject task",
	.poll = task_poll,
	.drop = trickle_task_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

/* Until no member of the load waits, as long as patience lasts. */
static void follow_up(struct workload_env *env)
{
	struct sched_join handle;
	uint64_t runs = 0;

	while (background_waits(&load) && runs < WORKLOAD_PATIENCE) {
		at_spin_hint(); /* it is others that must get on */
		workload_spawn_and_join(env, &handle, 1, 1);
		runs++;
	}
	workload_expect_runs(env, runs);
}

static int inject(struct workload_env *env)
{
	int error = 0;

	background_start(env, &load, BACKGROUND_YIELDS, env->params[PARAM_LOAD],
			 (struct background_stall){ .ns = 1000 * env->params[PARAM_STALL_US],
						    .spins = true });
	background_watch(&load);
	if (trickle_begin(env, env->params[PARAM_PERIOD_US])) {
		begun_ns = trickle.due_ns;
		error = trickle_from_outside(env, &task_ops);
	}
	trickle_end(env);
	if (error == 0)
		follow_up(env);
	background_stop(env, &load);
	return error;
}

static int yield_vs_inject_run(struct workload_env *env)
{
	uint32_t count = env->config->workers + 1;
	size_t bytes = count * sizeof(*latencies);
	int error;

	latencies = (struct arm_histogram *)os_alloc(bytes, 16);
	if (!latencies)
		return -ENOMEM;
	for (uint32_t i = 0; i < count; i++)
		workload_histogram_clear(&latencies[i]);
	error = inject(env);
	for (uint32_t i = 0; i < count; i++)
		workload_histogram_merge(env->block->latency, &latencies[i]);
	os_free(latencies, bytes);
	return error;
}

static const struct arm_param params[] = {
	{ "period_us", "from one task to the next; sleeps end up to 50 us late", 200, 1, 1000000 },
	{ "load", "tasks that spin and yield on the workers meanwhile", 1, 1, 100000 },
	{ "stall_us", "how long each of them spins per turn", 1, 1, 10000 },
};

/* The task that is starved is the second: one of the load, where there are two. */
static const struct workload_setting settings[] = {
	{ { "load=1" }, WORKLOAD_GIVES_TURNS },
	{ { "load=2" }, WORKLOAD_ENDS_BESIDE_LOAD },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(yield_vs_inject, 1)

WORKLOAD(yield_vs_inject) = {
	.about = {
		.name = "yield_vs_inject",
		.family = "probe",
		.unit = "task",
		.measures = "Tasks from outside at a pace, beside tasks that yield for ever: time from "
			    "when each is due to its first poll; ns is the period.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS,
	.settings = settings,
	.run = yield_vs_inject_run,
	.units = yield_vs_inject_units,
};
