/* SPDX-License-Identifier: MIT */
/* Description: LIFO_NOTIFY_ALWAYS: a push to the empty slot is told as well */
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_ALWAYS
#include "tests/policy/scene.h"

static void eager_slot_tells_of_a_push_to_the_empty_slot(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	assert_int_equal(counted("notifies"), 1);
	assert_int_equal(counted("unparks"), 1);
	assert_int_equal(counted("displaced_wakes"), 0);
	stage_end();
}

static void eager_slot_tells_of_a_displaced_task(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&older);
	scene_sleep(1);
	actor_spawn(&newer);
	assert_int_equal(counted("notifies"), 2);
	assert_int_equal(counted("unparks"), 1);
	assert_int_equal(counted("displaced_wakes"), 1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(eager_slot_tells_of_a_push_to_the_empty_slot),
	RULE(eager_slot_tells_of_a_displaced_task),
};

POLICY_MAIN("notify always", rules)
