/* SPDX-License-Identifier: MIT */
/*
 * fan_out - a task spawns a handful of children, joins them, and again.
 *
 * The shape of a request that asks several services.  Each child returns a
 * number of its own.  Weakness: the children are empty, so waking a thief for
 * them hardly ever pays.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_CHILDREN, PARAM_ROUNDS };

struct root {
	struct workload_joins joins;
	uint64_t rounds; /* left */
};

static void round_start(struct root *root)
{
	for (uint64_t i = 0; i < root->joins.count; i++) {
		uint64_t child = root->rounds + i;

		workload_spawn(&workload_unit_ops, &child, &root->joins.handles[i]);
	}
	root->joins.first = root->rounds;
	root->joins.next = 0;
	root->rounds--;
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	while (workload_joins_poll(&root->joins, context) == SCHED_READY) {
		if (root->rounds == 0) {
			workload_ran();
			return SCHED_READY;
		}
		round_start(root);
	}
	return SCHED_PENDING;
}

static void root_drop(void *state)
{
	workload_joins_drop(&((struct root *)state)->joins);
}

static const struct sched_task_ops root_ops = {
	.name = "fan_out root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

static int fan_out_run(struct workload_env *env)
{
	uint64_t children = env->params[PARAM_CHILDREN];
	size_t bytes = children * sizeof(struct sched_join);
	struct root root = { .rounds = env->params[PARAM_ROUNDS] };

	root.joins.handles = (struct sched_join *)sched_alloc(bytes);
	if (!root.joins.handles)
		return -ENOMEM;
	root.joins.count = children;
	root.joins.next = children; /* nothing to join before the first round */
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!workload_block_on_task(env, &root_ops, &root, NULL))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * root.rounds * children;
	workload_expect_runs(env, env->block->units + env->block->iterations);
	sched_free(root.joins.handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "children", "tasks spawned and joined per round", 64, 1, 1000000 },
	{ "rounds", "rounds per iteration", 200, 1, 10000000 },
};

WORKLOAD_UNITS(fan_out, values[PARAM_CHILDREN] * values[PARAM_ROUNDS])

WORKLOAD(fan_out) = {
	.about = {
		.name = "fan_out",
		.family = "fan-out",
		.unit = "task",
		.measures = "Spawn a few children locally and join them all, over and over.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = fan_out_run,
	.units = fan_out_units,
};
