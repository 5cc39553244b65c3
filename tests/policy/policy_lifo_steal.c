/* SPDX-License-Identifier: MIT */
/* Description: the slot that a thief may empty (Tokio 1.51.0) */
#define SCHED_LIFO_STEAL LIFO_STEAL_LAST
#include "tests/policy/slots.h"

static void slot_is_stolen_from_when_the_ring_gives_nothing(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&actor);
	stage_turn(1);
	expect_polled("A");
	assert_int_equal(actor.worker, 1);
	assert_int_equal(counted("lifo_steals"), 1);
	assert_int_equal(counted("steals"), 1);
	stage_end();
}

static void ring_is_stolen_from_before_the_slot(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&older);
	actor_spawn(&newer);
	stage_turn(1);
	expect_polled("O");
	assert_int_equal(counted("lifo_steals"), 0);
	stage_end();
}

static void slot_of_a_thief_does_not_let_its_owner_sleep(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	assert_false(worker_transition_to_parked(stage_as(0)));
	expect_idle(0, 1);
	stage_end();
}

/* The last searcher counts a slot that it may steal from as work. */
static void last_searcher_sees_the_slot(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&actor);
	scene_search(1);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(slot_is_stolen_from_when_the_ring_gives_nothing),
	RULE(ring_is_stolen_from_before_the_slot),
	RULE(slot_of_a_thief_does_not_let_its_owner_sleep),
	RULE(last_searcher_sees_the_slot),
};

POLICY_MAIN("slot that can be stolen", rules)
