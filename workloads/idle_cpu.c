/* SPDX-License-Identifier: MIT */
/*
 * idle_cpu - nothing to do: what a runtime costs whose workers are all asleep, per 10 ms.
 *
 * A task runs and ends, then main sleeps for the whole stretch of the block, then another task
 * runs: so the workers have gone to sleep before, and can still be woken after.  A unit is a
 * period of the stretch.  What decides is CPU time, voluntary switches and parks per unit; the
 * time per unit is the period.  Workers that park without a timeout do nothing in the stretch;
 * those whose park ends after 10 ms wake, look around and park again, each once per unit.
 *
 * Weakness: the two tasks, main's sleep and what the system does of its own are in the counts, a
 * few events per block of many units.
 */
#include "workloads/workload.h"

enum { PARAM_PERIOD_US };

/* Asleep on a word that nobody changes, however often it takes. */
static void idle_for(uint64_t ns)
{
	uint64_t until = os_now() + ns;
	at_u32 never;

	at_init(&never, 0);
	for (uint64_t now = os_now(); now < until; now = os_now())
		os_wait(&never, 0, until - now);
	at_fini(&never);
}

static enum sched_poll visit_poll(void *state, struct sched_context *context)
{
	bool *is_over = (bool *)state;

	(void)context;
	if (*is_over)
		return workload_ran_again();
	*is_over = true;
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops visit_ops = {
	.name = "visit",
	.poll = visit_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(bool),
	.output_bytes = 0,
};

/* false, with the reason recorded: it did not run. */
static bool visit(struct workload_env *env)
{
	bool is_over = false;

	return workload_block_on_task(env, &visit_ops, &is_over, NULL);
}

static int idle_cpu_run(struct workload_env *env)
{
	uint64_t periods = env->block->iterations;

	if (visit(env)) {
		workload_start(env);
		idle_for(periods * env->params[PARAM_PERIOD_US] * 1000);
		workload_stop(env);
		visit(env);
	}
	env->block->units = periods;
	workload_expect_runs(env, 2);
	return 0;
}

static const struct arm_param params[] = {
	{ "period_us", "length of a period", 10000, 1, 1000000 },
};

WORKLOAD_UNITS(idle_cpu, 1)

WORKLOAD(idle_cpu) = {
	.about = {
		.name = "idle_cpu",
		.family = "probe",
		.unit = "period",
		.measures = "A runtime that has nothing to do: CPU time, switches and parks per 10 ms "
			    "of idleness; ns is the period and decides nothing.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS,
	.run = idle_cpu_run,
	.units = idle_cpu_units,
};
