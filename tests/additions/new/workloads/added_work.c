/* SPDX-License-Identifier: MIT */
/*
 * added_work - a workload that is there to be added: the root yields so many times.
 *
 * Weakness: one task, so nothing is stolen.
 */
#include "workloads/countdown.h"

enum { PARAM_YIELDS };

static uint64_t yields;

static enum sched_poll step_poll(void *state, struct sched_context *context)
{
	uint64_t *left = (uint64_t *)state;

	workload_ran();
	if (*left > 0) {
		--*left;
		return sched_yield_now(context);
	}
	if (workload_counter_down(&countdown.remaining))
		sched_oneshot_send(countdown.done, 1);
	return SCHED_READY;
}

static const struct sched_task_ops step_ops = {
	.name = "added_work step",
	.poll = step_poll,
	.drop = workload_drop_lost,
	.state_bytes = sizeof(uint64_t),
};

static void start(void)
{
	workload_spawn(&step_ops, &yields, NULL);
}

static int added_work_run(struct workload_env *env)
{
	yields = env->params[PARAM_YIELDS];
	countdown_run(env, 1, start);
	env->block->units = env->block->iterations * yields;
	workload_expect_runs(env, env->block->iterations * (yields + 1));
	return 0;
}

static const struct arm_param params[] = {
	{ "yields", "yields of the one task", 1000, 1, 1000000 },
};

WORKLOAD_UNITS(added_work, values[PARAM_YIELDS])

WORKLOAD(added_work) = {
	.about = {
		.name = "added_work",
		.family = "yield",
		.unit = "yield",
		.measures = "One task that yields.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS,
	.run = added_work_run,
	.units = added_work_units,
};
