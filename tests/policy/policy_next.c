/* SPDX-License-Identifier: MIT */
/* Description: which task a worker runs next */
#include "tests/policy/stage.h"

/* On the tick that is a multiple of the interval, one task of inject goes before all local ones. */
static void interval_tick_looks_at_inject_first(void **unused)
{
	struct actor local = actor_of('L', act_wake_self);
	struct actor remote = actor_of('R', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&local);
	stage_as_outside();
	actor_spawn(&remote);
	stage_turns(0, INTERVAL_SEED - 1);
	assert_int_equal(remote.polls, 0);
	stage_turn(0);
	assert_int_equal(remote.polls, 1);
	assert_int_equal(local.polls, INTERVAL_SEED - 1);
	stage_end();
}

/* The slot before the ring. */
static void slot_goes_before_the_ring(void **unused)
{
	struct actor ring = actor_of('R', act_ready);
	struct actor slot = actor_of('S', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&ring);
	actor_spawn(&slot); /* displaces the other one */
	stage_turns(0, 2);
	expect_polled("SR");
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(interval_tick_looks_at_inject_first),
	RULE(slot_goes_before_the_ring),
};

POLICY_MAIN("next task", rules)
