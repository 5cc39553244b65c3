/* SPDX-License-Identifier: MIT */
/* Description: LOCAL_NOTIFY_NEVER: a sleeper hears of inject only (Blitz-IO as built) */
#define SCHED_LOCAL_NOTIFY LOCAL_NOTIFY_NEVER
#define SCHED_LIFO_SLOTS   0
#include "tests/policy/crowd.h"
#include "tests/policy/scene.h"

/* Up to a full ring. */
static void a_push_to_the_ring_tells_nobody(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY);
	expect_ring(0, 0, LOCAL_QUEUE_CAPACITY);
	assert_int_equal(counted("notifies"), 0);
	assert_false(scene_was_told(1));
	expect_idle(0, 1);
	stage_end();
}

static void a_push_to_a_full_ring_tells(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 1);
	assert_int_equal(counted("notifies"), 1);
	assert_int_equal(counted("notify_wakes"), 1);
	assert_true(scene_was_told(1));
	stage_end();
}

static void a_push_from_outside_tells(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	stage_as_outside();
	crowd_spawn(0, 1);
	assert_true(scene_was_told(1));
	stage_end();
}

static void a_wake_of_itself_tells_nobody(void **unused)
{
	struct actor actor = actor_of('S', act_wake_self_once);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(scene_ring(0), 1);
	assert_false(scene_was_told(1));
	stage_end();
}

/* However many yielded. */
static void the_end_of_a_deferral_tells_nobody(void **unused)
{
	struct actor actors[3];

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	for (uint32_t i = 0; i < TEST_COUNT(actors); i++) {
		actors[i] = actor_of('Y', act_yield);
		actor_spawn(&actors[i]);
	}
	stage_turns(0, 3);
	stage_as(0);
	worker_park_yield(&stage.runtime->workers[0]);
	assert_int_equal(scene_ring(0), 3);
	assert_false(scene_was_told(1));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_push_from_outside_tells),	  RULE(a_push_to_a_full_ring_tells),
	RULE(a_push_to_the_ring_tells_nobody),	  RULE(a_wake_of_itself_tells_nobody),
	RULE(the_end_of_a_deferral_tells_nobody),
};

POLICY_MAIN("notify of inject only", rules)
