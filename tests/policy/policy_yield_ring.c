/* SPDX-License-Identifier: MIT */
/* Description: a task that yields goes to the end of its worker's ring (Blitz-IO) */
#define SCHED_YIELD YIELD_RING
#include "tests/policy/scene.h"

/* Behind what lies there, before what comes later. */
static void a_yield_goes_behind_the_ring(void **unused)
{
	struct actor yields = actor_of('Y', act_yield_once);
	struct actor before = actor_of('B', act_wake_self);
	struct actor after = actor_of('A', act_wake_self);

	(void)unused;
	stage_begin(1);
	actor_spawn(&before);
	stage_turn(0);
	actor_spawn(&yields);
	stage_turn(0);
	assert_int_equal(scene_ring(0), 2);
	actor_spawn(&after);
	stage_turn(0);
	stage_turns(0, 3);
	expect_polled("BYABYA");
	assert_int_equal(counted("deferred"), 0);
	stage_end();
}

/* It needs no look at anything else: it goes on at the next turn. */
static void a_yield_alone_goes_on_at_once(void **unused)
{
	struct actor yields = actor_of('Y', act_yield);

	(void)unused;
	stage_begin(1);
	actor_spawn(&yields);
	stage_turns(0, 5);
	expect_polled("YYYYY");
	assert_int_equal(counted("parks"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_yield_alone_goes_on_at_once),
	RULE(a_yield_goes_behind_the_ring),
};

POLICY_MAIN("yield to the ring", rules)
