/* SPDX-License-Identifier: MIT */
/*
 * Description: a handle that can only be asked: who waits comes back by itself
 *
 * Watched: when a thread that is no worker lets others have the CPU.
 */
#define SCHED_JOIN JOIN_POLL

#include "sched/park.h"

static void watched_yield(void);
#define os_yield watched_yield
#include "tests/policy/scene.h"
#undef os_yield

#include "tests/policy/asking.h"

static uint32_t yields;

static void watched_yield(void)
{
	yields++;
	if (yields == 3)
		asked_ends_on(0);
}

/* Three references are the task's own, and nobody else got one. */
static void asking_leaves_nothing_with_the_task(void **unused)
{
	uint64_t before;

	(void)unused;
	asking_begin(1);
	before = at_load_relaxed(&asked_handle.task->state);
	actor_spawn(&asker);
	stage_turn(0);
	expect_polled("J");
	assert_int_equal(at_load_relaxed(&asked_handle.task->state), before);
	assert_int_equal(before & STATE_JOIN_WAKER, 0);
	asking_end();
}

/* Not before the ring and inject have been looked at. */
static void asker_asks_again_after_all_other_work(void **unused)
{
	struct actor ring = actor_of('R', act_ready);
	struct actor inject = actor_of('I', act_ready);

	(void)unused;
	asking_begin(1);
	actor_spawn(&ring);
	actor_spawn(&asker);
	stage_as_outside();
	actor_spawn(&inject);
	stage_turns(0, 5);
	expect_polled("JRIJ");
	assert_int_equal(counted("parks"), 0);
	asking_end();
}

/* It is found out at the next asking, and not before. */
static void end_of_the_task_makes_nobody_runnable(void **unused)
{
	(void)unused;
	asking_begin(2);
	actor_spawn(&asker);
	stage_turn(0);
	asked_ends_on(1);
	assert_false(worker_has_tasks(&stage.runtime->workers[0]));
	assert_false(worker_has_tasks(&stage.runtime->workers[1]));
	assert_int_equal(asker_status, ASKER_WAITS);
	stage_turns(0, 2);
	expect_polled("JAJ");
	assert_int_equal(asker_status, 0);
	asking_end();
}

/* Where there is nothing else to do, in every second round of the loop. */
static void asker_keeps_its_worker_awake(void **unused)
{
	(void)unused;
	asking_begin(1);
	actor_spawn(&asker);
	stage_turns(0, 21);
	expect_polled("JJJJJJJJJJJ");
	assert_int_equal(counted("parks"), 0);
	asking_end();
}

static void fruitless_asking_is_counted(void **unused)
{
	(void)unused;
	asking_begin(1);
	actor_spawn(&asker);
	stage_turns(0, 3);
	assert_int_equal(counted("join_asks"), 2);
	asked_ends_on(0);
	stage_turns(0, 2);
	assert_int_equal(asker_status, 0);
	assert_int_equal(counted("join_asks"), 2);
	asking_end();
}

/* It would not sleep; others may have the CPU before it asks again. */
static void thread_outside_lets_others_run_and_asks_again(void **unused)
{
	(void)unused;
	asking_begin(1);
	stage_as_outside();
	yields = 0;
	assert_int_equal(sched_block_on(stage.runtime, asker_outside_poll, NULL), 0);
	assert_int_equal(asker_status, 0);
	assert_int_equal(yields, 3);
	asking_end();
}

static const struct CMUnitTest rules[] = {
	RULE(asking_leaves_nothing_with_the_task),
	RULE(asker_asks_again_after_all_other_work),
	RULE(end_of_the_task_makes_nobody_runnable),
	RULE(asker_keeps_its_worker_awake),
	RULE(fruitless_asking_is_counted),
	RULE(thread_outside_lets_others_run_and_asks_again),
};

POLICY_MAIN("handles that are asked", rules)
