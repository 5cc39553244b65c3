/* SPDX-License-Identifier: MIT */
/* Description: the Blitz-IO that was built: in which order it executes, and whom it tells */
#include "variants/blitz_built.h"

#include "tests/policy/scene.h"
#include "tests/policy/shards.h"

/* The batch that is the worker's own, its ring, one task of another's, inject. */
static void built_order_is_batch_ring_steal_inject(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_as_outside();
	crowd_spawn(0, 1);
	crowd_spawn(1, 3);
	stage_as(0)->tick = 2; /* no multiple of the interval soon */
	stage_turn(0);
	crowd_spawn(4, 2);
	stage_as(1);
	crowd_spawn(6, 2);
	stage_as_outside();
	crowd_spawn(8, 1);
	while (scene_ring(0) > 0)
		stage_turn(0);
	for (uint32_t i = 0; i < 6; i++)
		assert_int_equal(crowd[i].polls, 1);
	stage_as(0)->tick = 10;
	expect_next(0, 6); /* tick 11: from the other */
	expect_next(0, 8); /* tick 12: nobody to look at, so inject */
	expect_next(0, 7); /* tick 13 */
	stage_end();
}

/* Neither a spawn nor a wake overtakes what lies in the ring. */
static void built_worker_runs_its_tasks_in_order(void **unused)
{
	(void)unused;
	stage_begin(1);
	crowd_spawn(0, 20);
	for (uint32_t i = 0; i < 20; i++)
		expect_next(0, i);
	stage_end();
}

/* The ring of 256, then task by task in the shards of their ids, and those in order. */
static void built_overflow_goes_to_the_shard_of_the_task(void **unused)
{
	static const uint32_t shards[] = { 1, 2, 4, 5, 7, 0, 2, 3 }; /* of the ids 1 to 8 */

	(void)unused;
	stage_begin(1);
	for (uint32_t i = 0; i < TEST_COUNT(shards); i++)
		crowd_spawn(i, 1);
	crowd_spawn(TEST_COUNT(shards), LOCAL_QUEUE_CAPACITY - TEST_COUNT(shards));
	expect_ring(0, 0, LOCAL_QUEUE_CAPACITY);
	at_init(&stage.runtime->next_id, 1); /* from here as if they were the first */
	for (uint32_t i = 0; i < TEST_COUNT(shards); i++) {
		uint64_t before = shard_length(shards[i]);

		crowd_spawn(LOCAL_QUEUE_CAPACITY + i, 1);
		assert_int_equal(shard_length(shards[i]), before + 1);
	}
	for (uint32_t i = 0; i < LOCAL_QUEUE_CAPACITY; i++)
		expect_next(0, i);
	expect_next(0, LOCAL_QUEUE_CAPACITY + 5); /* shard 0 */
	expect_next(0, LOCAL_QUEUE_CAPACITY + 0); /* shard 1 */
	expect_next(0, LOCAL_QUEUE_CAPACITY + 1); /* shard 2, oldest first */
	expect_next(0, LOCAL_QUEUE_CAPACITY + 6);
	stage_end();
}

/* B8: whatever a worker makes runnable, the other sleeps on; inject wakes it. */
static void built_second_worker_hears_of_inject_only(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY);
	stage_turns(0, LOCAL_QUEUE_CAPACITY);
	assert_int_equal(counted("unparks"), 0);
	stage_as_outside();
	crowd_spawn(0, 1);
	assert_int_equal(counted("unparks"), 1);
	assert_true(scene_was_told(1));
	stage_end();
}

static void built_yields_take_turns(void **unused)
{
	struct actor one = actor_of('1', act_yield);
	struct actor two = actor_of('2', act_yield);

	(void)unused;
	stage_begin(1);
	actor_spawn(&one);
	actor_spawn(&two);
	stage_turns(0, 6);
	expect_polled("121212");
	assert_int_equal(counted("deferred"), 0);
	stage_end();
}

/* B6: one that yields for ever is all that runs. */
static void built_yield_keeps_inject_away(void **unused)
{
	struct actor endless = actor_of('Y', act_yield);

	(void)unused;
	stage_begin(1);
	actor_spawn(&endless);
	stage_as_outside();
	crowd_spawn(0, 1);
	stage_turns(0, 2000);
	assert_int_equal(endless.polls, 2000);
	assert_int_equal(crowd[0].polls, 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(built_order_is_batch_ring_steal_inject),
	RULE(built_overflow_goes_to_the_shard_of_the_task),
	RULE(built_second_worker_hears_of_inject_only),
	RULE(built_worker_runs_its_tasks_in_order),
	RULE(built_yield_keeps_inject_away),
	RULE(built_yields_take_turns),
};

POLICY_MAIN("Blitz-IO as built", rules)
