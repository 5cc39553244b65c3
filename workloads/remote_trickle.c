/* SPDX-License-Identifier: MIT */
/*
 * remote_trickle - pushes from outside, one at a time, into workers that are idle or about
 * to be.
 *
 * As idle_trickle with a period that is as long as a worker's way to sleep: a task may find
 * all asleep, one that searches, or one about to sleep, and each of these is another path
 * through a wake.  Counted are voluntary switches, parks, parks for nothing and CPU time per
 * task; the time per task is the period, so it decides nothing.  A producer thread keeps the
 * pace (trickle.h).  Weakness: it sleeps between two pushes, and a sleep ends up to 50 us late,
 * so below a period of about 100 us some tasks come together; `late` counts those.
 */
#include "workloads/trickle.h"

enum { PARAM_PERIOD_US };

static int remote_trickle_run(struct workload_env *env)
{
	return trickle_run(env, env->params[PARAM_PERIOD_US]);
}

static const struct arm_param params[] = {
	{ "period_us", "from one push to the next; sleeps end up to 50 us late", 50, 1, 1000000 },
};

WORKLOAD_UNITS(remote_trickle, 1)

WORKLOAD(remote_trickle) = {
	.about = {
		.name = "remote_trickle",
		.family = "probe",
		.unit = "task",
		.measures = "An empty task every few microseconds from outside: switches, parks and "
			    "CPU time of a wake; ns is the period and decides nothing.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS,
	.run = remote_trickle_run,
	.units = remote_trickle_units,
};
