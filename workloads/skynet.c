/* SPDX-License-Identifier: MIT */
/*
 * skynet - a tree of tasks that adds up the numbers of its leaves.
 *
 * The benchmark known by that name: every inner task spawns `width` subtrees and
 * joins them.  Units are all tasks of the tree.  Weakness: breadth is high and
 * tasks are tiny, so it is mostly a test of allocation and of steal batching.
 */
#include "workloads/workload.h"

enum { PARAM_LEAVES, PARAM_WIDTH };

#define WIDTH_MAX 16

static enum sched_poll leaf_poll(void *state, struct sched_context *context)
{
	(void)state; /* its number, and its output */
	(void)context;
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops leaf_ops = {
	.name = "skynet leaf",
	.poll = leaf_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = sizeof(uint64_t),
};

/* ---------------------------------------------------------------- inner -- */

struct node {
	uint64_t first;	 /* number of its first leaf */
	uint64_t leaves; /* below it */
	uint64_t sum;
	uint32_t width;
	uint32_t joined;
	bool spawned;
	struct sched_join handles[WIDTH_MAX];
};

static enum sched_poll node_poll(void *state, struct sched_context *context);

static void node_drop(void *state)
{
	struct node *node = (struct node *)state;

	for (; node->spawned && node->joined < node->width; node->joined++)
		sched_join_detach(&node->handles[node->joined]);
	workload_drop_lost(state);
}

static const struct sched_task_ops node_ops = {
	.name = "skynet node",
	.poll = node_poll,
	.drop = node_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct node),
	.output_bytes = sizeof(uint64_t),
};

static void node_spawn(struct node *node)
{
	uint64_t below = node->leaves / node->width;

	for (uint32_t i = 0; i < node->width; i++) {
		uint64_t first = node->first + i * below;

		if (below == 1) {
			workload_spawn(&leaf_ops, &first, &node->handles[i]);
		} else {
			struct node child = {
				.first = first,
				.leaves = below,
				.sum = 0,
				.width = node->width,
			};

			workload_spawn(&node_ops, &child, &node->handles[i]);
		}
	}
	node->spawned = true;
}

/* Of the child that is to be joined, so that the sums of two are not exchanged. */
static uint64_t child_sum(const struct node *node)
{
	uint64_t below = node->leaves / node->width;
	uint64_t first = node->first + node->joined * below;

	return below * first + below * (below - 1) / 2;
}

static enum sched_poll node_poll(void *state, struct sched_context *context)
{
	struct node *node = (struct node *)state;
	uint64_t output;

	if (!node->spawned)
		node_spawn(node);
	while (node->joined < node->width) {
		if (workload_join_one(&node->handles[node->joined], context, &output) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		if (output != child_sum(node))
			workload_counter_add(&workload_wrong, 1);
		node->sum += output;
		node->joined++;
	}
	workload_ran();
	output = node->sum;
	*(uint64_t *)state = output;
	return SCHED_READY;
}

/* ---------------------------------------------------------------- block -- */

static uint64_t tasks_of(uint64_t leaves, uint64_t width)
{
	uint64_t tasks = 0;

	for (; leaves > 1; leaves /= width)
		tasks += leaves;
	return tasks + 1;
}

static int skynet_run(struct workload_env *env)
{
	uint64_t leaves = env->params[PARAM_LEAVES];
	uint64_t width = env->params[PARAM_WIDTH];
	struct node root = { .first = 0, .leaves = leaves, .sum = 0, .width = (uint32_t)width };

	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		uint64_t sum = 0;

		if (!workload_block_on_task(env, &node_ops, &root, &sum) ||
		    !workload_expect_equal(env, "sum of the leaves", sum,
					   leaves * (leaves - 1) / 2))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * tasks_of(leaves, width);
	workload_expect_runs(env, env->block->units);
	return 0;
}

static const char *skynet_refuses(const uint64_t *values, uint32_t workers)
{
	uint64_t leaves = values[PARAM_LEAVES];

	(void)workers;
	while (leaves % values[PARAM_WIDTH] == 0)
		leaves /= values[PARAM_WIDTH];
	return leaves == 1 && values[PARAM_LEAVES] > 1 ? NULL : "leaves must be a power of width";
}

static const struct arm_param params[] = {
	{ "leaves", "leaves of the tree, a power of width", 10000, 2, 10000000 },
	{ "width", "children per inner task", 10, 2, WIDTH_MAX },
};

WORKLOAD_UNITS(skynet, tasks_of(values[PARAM_LEAVES], values[PARAM_WIDTH]))

WORKLOAD(skynet) = {
	.about = {
		.name = "skynet",
		.family = "fan-out",
		.unit = "task",
		.measures = "A recursive tree of tasks that join their children and add up.",
		.origin = "github.com/atemerev/skynet, with joins for channels",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = skynet_run,
	.units = skynet_units,
	.refuses = skynet_refuses,
};
