/* SPDX-License-Identifier: MIT */
/*
 * lost_wake - a task comes from outside while the only worker is about to sleep, again and again:
 * each runs without a timeout's help.
 *
 * What decides is one interleaving, a push after the worker's last look at the inject queue and
 * before it joins the sleepers: the push sees a searcher and tells nobody.  With park_protocol=flag
 * and flag_timed the worker sleeps past it, by design; the executor ends there, whatever timeouts
 * there are, and says by which seed to see it again.
 */
#include "verify/exec/front/scenario.h"

#define TASKS 4u

static enum sched_poll lone_poll(void *state, struct sched_context *context)
{
	(void)context;
	ledger_ran(*(uint32_t *)state);
	return SCHED_READY;
}

static const struct sched_task_ops lone_ops = { .name = "lone",
						.poll = lone_poll,
						.state_bytes = sizeof(uint32_t) };

static void lost_wake(const struct scenario_env *env)
{
	struct sched_runtime *runtime;
	struct sched_join join;
	uint32_t ran;
	int status;

	ledger_init();
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	for (uint32_t task = 0; task < TASKS; task++) {
		status = sched_spawn_on(runtime, &lone_ops, &task, &join);
		scenario_check(status == 0, "an open runtime takes every task");
		status = sched_block_on_join(runtime, &join, NULL);
		scenario_check(status == 0, "an awaited task completes");
	}
	sched_runtime_destroy(runtime);
	ledger_check(TASKS, &ran);
	ledger_fini();
}

static const char *sleeps_past_a_push(void)
{
	return scenario_knob_is("SCHED_PARK_PROTOCOL", "PARK_PROTOCOL_SEARCHER") ? NULL :
										   "lost-wakeup";
}

SCENARIO(lost_wake) = {
	.name = "lost_wake",
	.checks = "A push while the only worker goes to sleep is seen by one of the two.",
	.workers = 1,
	.fails_by_design = sleeps_past_a_push,
	.run = lost_wake,
};
