/* SPDX-License-Identifier: MIT */
/*
 * exactly_once - tasks spawned inside and outside, with yields, wakes of themselves and
 * children of their own: each runs to its end once, none is lost.
 *
 * The ring holds four in these builds, so most interleavings overflow it and steal.
 */
#include "verify/exec/front/scenario.h"

#define PARENTS	 4u
#define CHILDREN 5u
#define TASKS	 (PARENTS + PARENTS * CHILDREN)

struct member {
	uint32_t task;
	uint32_t polls;
};

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	struct member *child = (struct member *)state;

	if (child->polls++ < child->task % 3)
		return sched_yield_now(context);
	ledger_ran(child->task);
	return SCHED_READY;
}

static void member_drop(void *state)
{
	ledger_dropped(((struct member *)state)->task);
}

static const struct sched_task_ops child_ops = { .name = "child",
						 .poll = child_poll,
						 .drop = member_drop,
						 .state_bytes = sizeof(struct member) };

static enum sched_poll parent_poll(void *state, struct sched_context *context)
{
	struct member *parent = (struct member *)state;

	if (parent->polls++ == 0) {
		for (uint32_t i = 0; i < CHILDREN; i++) {
			struct member child = { PARENTS + parent->task * CHILDREN + i, 0 };

			if (sched_spawn(&child_ops, &child, NULL) != 0)
				ledger_dropped(child.task);
		}
		sched_waker_wake_by_ref(&context->waker);
		return SCHED_PENDING;
	}
	ledger_ran(parent->task);
	return SCHED_READY;
}

static const struct sched_task_ops parent_ops = { .name = "parent",
						  .poll = parent_poll,
						  .drop = member_drop,
						  .state_bytes = sizeof(struct member) };

static void await_parents(struct sched_runtime *runtime, struct sched_join *joins)
{
	for (uint32_t i = 0; i < PARENTS; i++) {
		int status = sched_block_on_join(runtime, &joins[i], NULL);

		scenario_check(status == 0, "an awaited task completes");
	}
}

static void exactly_once(const struct scenario_env *env)
{
	struct sched_join joins[PARENTS];
	struct sched_runtime *runtime;
	uint32_t ran;

	ledger_init();
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	for (uint32_t i = 0; i < PARENTS; i++) {
		struct member parent = { i, 0 };
		int error = sched_spawn_on(runtime, &parent_ops, &parent, &joins[i]);

		scenario_check(error == 0, "an open runtime takes every task");
	}
	await_parents(runtime, joins);
	sched_runtime_destroy(runtime);
	ledger_check(TASKS, &ran);
	ledger_fini();
}

SCENARIO(exactly_once) = {
	.name = "exactly_once",
	.checks = "Tasks from inside and outside end exactly once, children may be cancelled.",
	.workers = 2,
	.run = exactly_once,
};
