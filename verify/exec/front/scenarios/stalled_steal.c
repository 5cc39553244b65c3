/* SPDX-License-Identifier: MIT */
/*
 * stalled_steal - a thief stops in the middle of its steal, for very long; the owner of
 * the queue runs what is not claimed meanwhile, where its pop promises that.
 *
 * The fault is the executor's: the first thief that comes to local_queue_release, with
 * its claim made and copied, stalls there.  When it runs its first task at last, the
 * owner must have run all but the claimed ones.  The owner whose pop spins, or gives up, has
 * run what was in its LIFO slots, and fails by design.
 */
#include <stdlib.h>

#include "verify/exec/front/scenario.h"

#define IN_RING	  3u /* of its four places */
#define CLAIMED	  2u /* at most, by one steal of them */
#define TASKS_MAX (8u + IN_RING)

static uint32_t tasks;	 /* slots and ring are full of them */
static at_u32 owner;	 /* the worker that spawned them, plus one */
static at_u32 owner_ran; /* how many it has run */
static at_u32 left;
static struct sched_waker dealer_waker;

static enum sched_poll dealt_poll(void *state, struct sched_context *context)
{
	uint32_t own = at_load_acquire(&owner); /* pairs: ST9 */
	uint32_t before;

	(void)context;
	if (own == (uint32_t)sched_worker_index() + 1) {
		at_fetch_add_relaxed(&owner_ran, 1);
	} else {
		uint32_t ran = at_load_relaxed(&owner_ran);

		scenario_check(ran + CLAIMED >= tasks,
			       "progress: the owner runs what a stalled thief has not claimed");
	}
	ledger_ran(*(uint32_t *)state);
	before = at_fetch_sub_acq_rel(&left, 1); /* pairs: ST8, ST8 */
	if (before == 1)
		sched_waker_wake(&dealer_waker);
	return SCHED_READY;
}

static const struct sched_task_ops dealt_ops = { .name = "dealt",
						 .poll = dealt_poll,
						 .state_bytes = sizeof(uint32_t) };

/* Tasks that are stolen more than once end the proof: the owner itself may wait for a
 * batch in another's ring.  So a first poll deals, and the second is the end. */
static enum sched_poll dealer_poll(void *state, struct sched_context *context)
{
	uint32_t *polls = (uint32_t *)state;

	if ((*polls)++ > 0)
		return SCHED_READY;
	dealer_waker = sched_waker_clone(&context->waker);
	at_store_release(&owner, (uint32_t)sched_worker_index() + 1); /* pairs: ST9 */
	for (uint32_t i = 0; i < tasks; i++)
		scenario_check(sched_spawn(&dealt_ops, &i, NULL) == 0, "a worker may spawn");
	return SCHED_PENDING;
}

static const struct sched_task_ops dealer_ops = { .name = "dealer",
						  .poll = dealer_poll,
						  .state_bytes = sizeof(uint32_t) };

static void stalled_steal(const struct scenario_env *env)
{
	struct sched_runtime *runtime;
	struct sched_join join;
	uint32_t polls = 0;
	uint32_t ran;
	int status;

	tasks = (uint32_t)strtoul(scenario_knob("SCHED_LIFO_SLOTS"), NULL, 10) + IN_RING;
	tasks = tasks < TASKS_MAX ? tasks : TASKS_MAX;
	ledger_init();
	at_init(&owner, 0);
	at_init(&owner_ran, 0);
	at_init(&left, tasks);
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	status = sched_spawn_on(runtime, &dealer_ops, &polls, &join);
	scenario_check(status == 0, "an open runtime takes every task");
	status = sched_block_on_join(runtime, &join, NULL);
	scenario_check(status == 0, "an awaited task completes");
	sched_runtime_destroy(runtime);
	ledger_check(tasks, &ran);
	at_fini(&owner);
	at_fini(&owner_ran);
	at_fini(&left);
	ledger_fini();
}

static const char *waits_for_thieves(void)
{
	return scenario_knob_is("SCHED_POP", "POP_PROCEED") ? NULL : "check";
}

SCENARIO(stalled_steal) = {
	.name = "stalled_steal",
	.checks = "The owner of a queue makes progress while a thief stalls in the middle of a "
		  "steal.",
	.workers = 2,
	.faults = "stall=*@local_queue_release+20000",
	.fails_by_design = waits_for_thieves,
	.run = stalled_steal,
};
