/* SPDX-License-Identifier: MIT */
/* Description: Blitz-IO's long tick: a cap that counts pops and then skips the slots */
#include "variants/blitz_doc.h"

#include "tests/policy/scene.h"

static struct actor eight[8];

/* 0 to 3 in the ring, 4 to 7 in the slots. */
static void blitz_begin(void)
{
	stage_begin(1);
	for (uint32_t i = 0; i < 8; i++) {
		eight[i] = actor_of((char)('0' + i), act_ready);
		actor_spawn(&eight[i]);
	}
	assert_int_equal(scene_ring(0), 4);
}

static void long_tick_polls_one_task_a_turn(void **unused)
{
	struct actor chain[2];

	(void)unused;
	chain_of(chain, 2, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("C");
	stage_turn(0);
	expect_polled("C");
	stage_end();
}

/* Three from the slots, newest first, then the ring only. */
static void slots_are_skipped_after_three_pops(void **unused)
{
	(void)unused;
	blitz_begin();
	stage_turns(0, 7);
	expect_polled("7650123");
	assert_int_equal(counted("lifo_diverted"), 4);
	assert_int_equal(stage.runtime->workers[0].lifo.count, 1);
	stage_end();
}

/* A long tick that ends only because the slots are out of reach: they are in reach in
 * the next, before what yielded is resumed. */
static void skipped_slots_are_served_in_the_next_tick(void **unused)
{
	struct actor yielding = actor_of('Y', act_yield_once);

	(void)unused;
	blitz_begin();
	stage_turns(0, 3);
	stage_as_outside();
	actor_spawn(&yielding); /* a pop from inject is no local pop */
	stage_turns(0, 5);
	expect_polled("7650123Y");
	stage_turn(0); /* nothing in reach */
	expect_polled("");
	assert_int_equal(stage.runtime->workers[0].defer.count, 1);
	stage_turn(0);
	expect_polled("4");
	assert_int_equal(counted("parks"), 0);
	stage_turns(0, 2);
	expect_polled("Y");
	stage_end();
}

/* How often does a task that wakes itself run before one in the slots? */
static uint32_t polls_before_the_slot(struct actor *self)
{
	struct actor slot = actor_of('A', act_ready);
	uint32_t polls;

	actor_spawn(self);
	stage_turns(0, 3); /* one pop from the slot, two from the ring */
	actor_spawn(&slot);
	while (slot.polls == 0 && stage.polls < 400)
		stage_turn(0);
	polls = self->polls;
	self->act = act_ready;
	stage_turn(0);
	return polls;
}

static void pops_from_the_ring_count_towards_the_cap(void **unused)
{
	struct actor self = actor_of('S', act_wake_self);

	(void)unused;
	stage_begin(1);
	assert_true(polls_before_the_slot(&self) > 3);
	stage_end();
}

/* The cap keeps nothing from the slots where nothing is in them. */
static void pops_past_empty_slots_are_not_diverted(void **unused)
{
	struct actor self = actor_of('S', act_wake_self);

	(void)unused;
	stage_begin(1);
	actor_spawn(&self);
	stage_turns(0, 10);
	assert_int_equal(counted("lifo_diverted"), 0);
	self.act = act_ready;
	stage_turn(0);
	stage_end();
}

static void long_tick_ends_after_128_polls(void **unused)
{
	struct actor self = actor_of('S', act_wake_self);

	(void)unused;
	stage_begin(1);
	assert_int_equal(polls_before_the_slot(&self), 128);
	stage_end();
}

/* After a tick that ended early the next one has its 128 polls. */
static void long_tick_begins_anew_when_work_runs_out(void **unused)
{
	struct actor self = actor_of('S', act_wake_self);

	(void)unused;
	blitz_begin();
	stage_turns(0, 9);
	expect_polled("76501234");
	assert_int_equal(polls_before_the_slot(&self), 127);
	stage_end();
}

/* Not two: the pops of the tick that ended early are forgotten. */
static void next_tick_has_its_three_pops_from_the_slots(void **unused)
{
	struct actor more[3];

	(void)unused;
	blitz_begin();
	stage_turns(0, 8); /* 4 is left, and the tick over */
	expect_polled("7650123");
	stage_as(0);
	for (uint32_t i = 0; i < 3; i++) {
		more[i] = actor_of((char)('A' + i), act_ready);
		actor_spawn(&more[i]);
	}
	stage_turns(0, 3);
	expect_polled("CBA");
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(long_tick_polls_one_task_a_turn),
	RULE(slots_are_skipped_after_three_pops),
	RULE(skipped_slots_are_served_in_the_next_tick),
	RULE(pops_from_the_ring_count_towards_the_cap),
	RULE(pops_past_empty_slots_are_not_diverted),
	RULE(long_tick_ends_after_128_polls),
	RULE(long_tick_begins_anew_when_work_runs_out),
	RULE(next_tick_has_its_three_pops_from_the_slots),
};

POLICY_MAIN("long ticks", rules)
