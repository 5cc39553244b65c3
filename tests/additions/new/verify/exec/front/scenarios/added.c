/* SPDX-License-Identifier: MIT */
/* added - a scenario that is there to be added: a runtime begins and ends. */
#include "verify/exec/front/scenario.h"

static void run(const struct scenario_env *env)
{
	struct sched_runtime *runtime = scenario_start(env);

	if (runtime != NULL)
		sched_runtime_destroy(runtime);
}

SCENARIO(added) = {
	.name = "added",
	.checks = "a runtime ends that had nothing to do",
	.workers = 1,
	.run = run,
};
