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

/* Nothing in inject on that tick: a local one is run, in the same turn. */
static void interval_tick_falls_back_to_local(void **unused)
{
	struct actor local = actor_of('L', act_wake_self);

	(void)unused;
	stage_begin(1);
	actor_spawn(&local);
	stage_turns(0, INTERVAL_SEED);
	assert_int_equal(local.polls, INTERVAL_SEED);
	stage_end();
}

static void local_goes_before_inject_on_other_ticks(void **unused)
{
	struct actor local = actor_of('L', act_ready);
	struct actor remote = actor_of('R', act_ready);

	(void)unused;
	stage_begin(1);
	stage_as_outside();
	actor_spawn(&remote);
	stage_as(0);
	actor_spawn(&local);
	stage_turns(0, 2);
	expect_polled("LR");
	stage_end();
}

static void ring_runs_the_oldest_first(void **unused)
{
	struct actor first = actor_of('1', act_ready);
	struct actor second = actor_of('2', act_ready);
	struct actor slot = actor_of('S', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&first);
	actor_spawn(&second);
	actor_spawn(&slot);
	stage_turns(0, 3);
	expect_polled("S12");
	stage_end();
}

/* With nothing local, inject goes before the rings of others. */
static void inject_goes_before_a_steal(void **unused)
{
	struct actor others[3] = { actor_of('1', act_ready), actor_of('2', act_ready),
				   actor_of('3', act_ready) };
	struct actor remote = actor_of('R', act_ready);

	(void)unused;
	stage_begin(2);
	stage_as(1);
	for (int i = 0; i < 3; i++)
		actor_spawn(&others[i]);
	stage_as_outside();
	actor_spawn(&remote);
	stage_turn(0);
	expect_polled("R");
	assert_int_equal(counted("steal_operations") + counted("steal_misses"), 0);
	stage_turn(0);
	expect_polled("1");
	stage_end();
}

/* A turn runs one root task. */
static void a_turn_runs_one_root(void **unused)
{
	struct actor actors[4];

	(void)unused;
	stage_begin(1);
	for (int i = 0; i < 4; i++) {
		actors[i] = actor_of('A', act_wake_self);
		actor_spawn(&actors[i]);
	}
	stage_turns(0, 5);
	assert_int_equal(counted("polls"), 5);
	expect_polled("AAAAA");
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_turn_runs_one_root),
	RULE(inject_goes_before_a_steal),
	RULE(interval_tick_falls_back_to_local),
	RULE(interval_tick_looks_at_inject_first),
	RULE(local_goes_before_inject_on_other_ticks),
	RULE(ring_runs_the_oldest_first),
	RULE(slot_goes_before_the_ring),
};

POLICY_MAIN("next task", rules)
