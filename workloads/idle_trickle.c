/* SPDX-License-Identifier: MIT */
/*
 * idle_trickle - a task that does nothing comes from outside, once per millisecond.
 *
 * What a runtime costs that is all but idle: each task finds all workers asleep, wakes one
 * and lets it sleep again.  That is CPU time, voluntary switches, parks and parks for nothing
 * per task; the time per task is the period, so it decides nothing.  A producer thread keeps
 * the pace (trickle.h).  Weakness: its own sleep and its push are part of all of them but
 * the parks.
 */
#include "workloads/trickle.h"

enum { PARAM_PERIOD_US };

static int idle_trickle_run(struct workload_env *env)
{
	return trickle_run(env, env->params[PARAM_PERIOD_US]);
}

static const struct arm_param params[] = {
	{ "period_us", "from one task to the next; sleeps end up to 50 us late", 1000, 1, 1000000 },
};

WORKLOAD_UNITS(idle_trickle, 1)

WORKLOAD(idle_trickle) = {
	.about = {
		.name = "idle_trickle",
		.family = "probe",
		.unit = "task",
		.measures = "An empty task per millisecond from outside: switches, parks and CPU time "
			    "of idleness; ns is the period and decides nothing.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS,
	.run = idle_trickle_run,
	.units = idle_trickle_units,
};
