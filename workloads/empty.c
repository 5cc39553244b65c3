/* SPDX-License-Identifier: MIT */
/*
 * empty - no work at all: two clock reads per iteration.
 *
 * The floor of the harness itself; printed beside the others, subtracted by
 * nobody.
 */
#include "workloads/workload.h"

static int empty_run(struct workload_env *env)
{
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		workload_start(env);
		workload_stop(env);
	}
	env->block->units = env->block->iterations;
	return 0;
}

WORKLOAD_UNITS(empty, 1)

WORKLOAD(empty) = {
	.about = {
		.name = "empty",
		.family = "probe",
		.unit = "call",
		.measures = "What the harness itself costs: one timed region with nothing in it.",
		.origin = "schedlab",
	},
	.promises = 0, /* no tasks */
	.run = empty_run,
	.units = empty_units,
};
