/* SPDX-License-Identifier: MIT */
/* Description: LIFO_NOTIFY_NEVER: no push to the slot is told, any other is */
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_NEVER
#include "tests/policy/scene.h"

static void quiet_slot_tells_of_no_displaced_task(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&older);
	actor_spawn(&newer);
	assert_int_equal(counted("lifo_displaced"), 1);
	assert_int_equal(counted("notifies"), 0);
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

static void quiet_slot_tells_of_a_task_that_woke_itself(void **unused)
{
	struct actor actor = actor_of('S', act_wake_self_once);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(counted("notifies"), 1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(quiet_slot_tells_of_no_displaced_task),
	RULE(quiet_slot_tells_of_a_task_that_woke_itself),
};

POLICY_MAIN("notify never", rules)
