/* SPDX-License-Identifier: MIT */
/* Description: the build that is timed, which counts nothing, tells whom the counting one tells */
#undef SCHED_COUNTING
#define SCHED_COUNTING 0
#include "tests/policy/scene.h"

static void timed_displacement_is_told(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&older);
	assert_int_equal(counted("unparks"), 0);
	actor_spawn(&newer);
	assert_int_equal(counted("unparks"), 1);
	assert_true(scene_was_told(1));
	stage_end();
}

static void timed_push_to_the_empty_slot_tells_nobody(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	assert_int_equal(counted("unparks"), 0);
	assert_false(scene_was_told(1));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(timed_displacement_is_told),
	RULE(timed_push_to_the_empty_slot_tells_nobody),
};

POLICY_MAIN("timed build", rules)
