/* SPDX-License-Identifier: MIT */
/* Description: inject after all local work, and after a search (Blitz-IO as built) */
#define SCHED_INJECT_WHEN    INJECT_WHEN_AFTER_LOCAL
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 7
#include "tests/policy/crowd.h"

#define LONG 1000u

/* B6: a task that goes on waking itself keeps every injected one away. */
static void local_work_keeps_inject_away(void **unused)
{
	struct actor endless = actor_of('L', act_wake_self);

	(void)unused;
	stage_begin(1);
	actor_spawn(&endless);
	stage_as_outside();
	crowd_spawn(0, 1);
	stage_turns(0, LONG);
	assert_int_equal(endless.polls, LONG);
	assert_int_equal(counted("interval_looks"), 0);
	expect_injected(0, 0, 1);
	stage_end();
}

/* The worker's tick of its next turn. */
static void next_tick_is(uint32_t index, uint32_t tick)
{
	struct worker *worker = stage_as(index);

	worker->tick = tick - 1;
	worker->ticks_to_event = SCHED_EVENT_INTERVAL;
}

/* Both have work: which one gives the next. */
static uint32_t next_at(uint32_t tick)
{
	uint32_t number = 0;

	stage_begin(2);
	crowd_fill_ring(1, 0, 1);
	stage_as_outside();
	crowd_spawn(1, 1);
	next_tick_is(0, tick);
	stage_turn(0);
	number = crowd[1].polls > 0;
	assert_int_equal(crowd[0].polls + crowd[1].polls, 1);
	stage_end();
	return number;
}

static void a_ring_of_another_goes_before_inject(void **unused)
{
	(void)unused;
	for (uint32_t tick = 1; tick < SCHED_INTERVAL_FIXED; tick++)
		assert_int_equal(next_at(tick), 0);
}

static void inject_goes_before_a_search_at_the_end_of_an_interval(void **unused)
{
	(void)unused;
	assert_int_equal(next_at(SCHED_INTERVAL_FIXED), 1);
	assert_int_equal(next_at(3 * SCHED_INTERVAL_FIXED), 1);
}

static void looks_at_the_end_of_an_interval_are_counted(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	crowd_spawn(0, 1);
	next_tick_is(0, SCHED_INTERVAL_FIXED);
	stage_turn(0);
	assert_int_equal(crowd[0].polls, 1);
	assert_int_equal(counted("interval_looks"), 1);
	assert_int_equal(counted("interval_hits"), 1);
	stage_end();
}

/* Not one, as after Tokio's search. */
static void a_batch_is_taken_after_a_search(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_as_outside();
	crowd_spawn(0, 20);
	next_tick_is(0, 1);
	stage_turn(0);
	assert_int_equal(crowd[0].polls, 1);
	assert_int_equal(counted("steal_misses"), 1);
	assert_int_equal(counted("inject_batches"), 1);
	expect_ring(0, 1, 10);
	stage_end();
}

/* Who may not search looks at inject all the same. */
static void inject_needs_no_permission_to_search(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_as_outside();
	crowd_spawn(0, 1);
	assert_true(idle_transition_to_searching(&stage.runtime->idle));
	next_tick_is(0, 1);
	stage_turn(0);
	assert_int_equal(crowd[0].polls, 1);
	assert_int_equal(counted("steal_misses"), 0);
	assert_true(idle_transition_from_searching(&stage.runtime->idle));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_batch_is_taken_after_a_search),
	RULE(a_ring_of_another_goes_before_inject),
	RULE(inject_goes_before_a_search_at_the_end_of_an_interval),
	RULE(inject_needs_no_permission_to_search),
	RULE(local_work_keeps_inject_away),
	RULE(looks_at_the_end_of_an_interval_are_counted),
};

POLICY_MAIN("inject last", rules)
