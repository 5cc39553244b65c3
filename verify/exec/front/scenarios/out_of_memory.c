/* SPDX-License-Identifier: MIT */
/*
 * out_of_memory - a tenth of all allocations fails: what was accepted ends once, what
 * was refused leaves nothing behind, and the runtime goes on.
 *
 * Its root yields and spawns, so the list of deferred tasks has to grow, too.
 */
#include <errno.h>

#include "verify/exec/front/scenario.h"

#define TASKS	 8u
#define CHILDREN 2u /* of each */

struct node {
	uint32_t task;
	uint32_t polls;
};

static enum sched_poll node_poll(void *state, struct sched_context *context);

static void node_drop(void *state)
{
	ledger_dropped(((struct node *)state)->task);
}

static const struct sched_task_ops node_ops = {
	.name = "node", .poll = node_poll, .drop = node_drop, .state_bytes = sizeof(struct node)
};

/* A task that was not taken over is the spawner's to end. */
static int spawn_node(struct sched_runtime *runtime, uint32_t task, struct sched_join *join)
{
	struct node node = { task, 0 };
	int error = runtime ? sched_spawn_on(runtime, &node_ops, &node, join) :
			      sched_spawn(&node_ops, &node, join);

	scenario_check(error == 0 || error == -ENOMEM || (!runtime && error == -ECANCELED),
		       "a spawn works, or says why not");
	if (error == -ENOMEM)
		ledger_dropped(task);
	return error;
}

static enum sched_poll node_poll(void *state, struct sched_context *context)
{
	struct node *node = (struct node *)state;

	if (node->polls++ == 0) {
		for (uint32_t i = 0; node->task < TASKS && i < CHILDREN; i++)
			spawn_node(NULL, TASKS + node->task * CHILDREN + i, NULL);
		return sched_yield_now(context);
	}
	ledger_ran(node->task);
	return SCHED_READY;
}

static void use_runtime(struct sched_runtime *runtime)
{
	struct sched_join joins[TASKS];

	for (uint32_t i = 0; i < TASKS; i++) {
		int error = spawn_node(runtime, i, &joins[i]);

		scenario_check(error == 0 || !joins[i].task,
			       "a refused spawn leaves an empty handle");
	}
	for (uint32_t i = 0; i < TASKS; i++) {
		int status = joins[i].task ? sched_block_on_join(runtime, &joins[i], NULL) : 0;

		scenario_check(status == 0 || status == -ENOMEM, "an awaited task completes");
		sched_join_detach(&joins[i]);
	}
}

static void out_of_memory(const struct scenario_env *env)
{
	struct sched_runtime *runtime = scenario_start(env);

	if (!runtime)
		return; /* and nothing is left, which the executor checks */
	ledger_init();
	use_runtime(runtime);
	/* A root that nobody could wait for is cancelled here before it has children. */
	sched_runtime_destroy(runtime);
	for (uint32_t i = 0; i < TASKS; i++)
		scenario_check(ledger_has_ended(i), "no task is lost: each was run or dropped");
	ledger_fini();
}

SCENARIO(out_of_memory) = {
	.name = "out_of_memory",
	.checks = "A tenth of all allocations fails: nothing is lost, leaked or run twice.",
	.workers = 2,
	.faults = "allocs=100000",
	.run = out_of_memory,
};
