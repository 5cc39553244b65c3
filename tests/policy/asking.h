/* SPDX-License-Identifier: MIT */
/*
 * asking.h - a task that sleeps until it is told to end, and another that awaits it, on a
 * scheduler without join wakers.
 */
#ifndef TESTS_POLICY_ASKING_H
#define TESTS_POLICY_ASKING_H

#include "tests/policy/scene.h"

#define ASKER_WAITS 1 /* no status of a join */

static struct sched_join asked_handle;
static struct actor asked;
static struct actor asker;
static int asker_status;
static uint32_t asker_looks;

#define ASKER_LOOKS_MOST 100 /* who waits for what does not come would do so for ever */

static enum sched_poll asker_outside_poll(void *state, struct sched_context *context)
{
	(void)state;
	assert_true(++asker_looks < ASKER_LOOKS_MOST);
	return sched_join_poll(&asked_handle, context, NULL, &asker_status);
}

static enum sched_poll act_ask(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	return asker_outside_poll(NULL, context);
}

/* The task has been polled once and sleeps; the thread is worker 0. */
static SCHED_UNUSED void asking_begin(uint32_t workers)
{
	struct actor *state = &asked;

	asked = actor_of('A', act_sleep);
	asker = actor_of('J', act_ask);
	asker_status = ASKER_WAITS;
	asker_looks = 0;
	stage_begin(workers);
	assert_int_equal(sched_spawn_on(stage.runtime, &actor_ops, &state, &asked_handle), 0);
	stage_turn(0);
	expect_polled("A");
}

/* On that worker, which has nothing else to run; the thread is afterwards whoever it was. */
static SCHED_UNUSED void asked_ends_on(uint32_t index)
{
	void *current = os_current();
	struct worker *worker = stage_as(index);

	asked.act = act_ready;
	actor_wake(&asked);
	task_run(worker, next_local_task(worker));
	os_set_current(current);
}

static SCHED_UNUSED void asking_end(void)
{
	asked.act = act_ready;
	actor_end(&asked);
	sched_join_detach(&asked_handle);
	stage_end();
}

#endif
