/* SPDX-License-Identifier: MIT */
/* Description: the one slot and its cap of three polls in a tick (Tokio) */
#include "tests/policy/scene.h"

/* The newcomer stays, who was there goes behind the ring. */
static void displaced_task_goes_behind_the_ring(void **unused)
{
	struct actor actors[3];

	(void)unused;
	stage_begin(1);
	for (uint32_t i = 0; i < 3; i++) {
		actors[i] = actor_of((char)('0' + i), act_ready);
		actor_spawn(&actors[i]);
	}
	assert_int_equal(scene_ring(0), 2);
	assert_int_equal(scene_inject(), 0);
	stage_turns(0, 3);
	expect_polled("201");
	stage_end();
}

/* One root poll and three more, in one tick. */
static void tick_follows_a_chain_for_three_polls(void **unused)
{
	struct actor chain[4];

	(void)unused;
	chain_of(chain, 4, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCCC");
	assert_int_equal(counted("polls"), 1);
	assert_int_equal(counted("lifo_polls"), 3);
	assert_int_equal(counted("lifo_capped"), 1);
	stage_end();
}

static void tick_polls_no_fifth_of_a_chain(void **unused)
{
	struct actor chain[6];

	(void)unused;
	chain_of(chain, 6, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCCC");
	stage_end();
}

/* A shorter chain does not reach the cap. */
static void chain_of_two_lifo_polls_is_not_capped(void **unused)
{
	struct actor chain[3];

	(void)unused;
	chain_of(chain, 3, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCC");
	assert_int_equal(counted("lifo_capped"), 0);
	stage_end();
}

/* What the third LIFO poll wakes waits behind the ring. */
static void third_lifo_poll_wakes_into_the_ring(void **unused)
{
	struct actor ring = actor_of('R', act_ready);
	struct actor chain[5];

	(void)unused;
	chain_of(chain, 5, 'C');
	stage_begin(1);
	actor_spawn(&ring);
	actor_spawn(&chain[0]);
	stage_turns(0, 3);
	expect_polled("CCCCRC");
	stage_end();
}

/* The slot is closed for the third poll only, not for the second. */
static void second_lifo_poll_wakes_into_the_slot(void **unused)
{
	struct actor chain[4];

	(void)unused;
	chain_of(chain, 4, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCCC");
	assert_int_equal(counted("lifo_schedules"), 4);
	assert_int_equal(counted("lifo_diverted"), 0);
	stage_end();
}

static void slot_is_open_again_in_the_next_tick(void **unused)
{
	struct actor ring = actor_of('R', act_ready);
	struct actor chain[7];

	(void)unused;
	chain_of(chain, 7, 'C');
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0); /* four of them; the fifth is in the ring */
	actor_spawn(&ring);
	assert_int_equal(counted("lifo_schedules"), 5);
	stage_turn(0);
	expect_polled("CCCCR");
	stage_turn(0);
	expect_polled("CCC");
	stage_end();
}

/* A task taken from the slot at the top of the loop is the root: three may follow. */
static void root_from_the_slot_counts_as_root(void **unused)
{
	struct actor actors[2];
	struct actor chain[5];

	(void)unused;
	chain_of(chain, 5, 'C');
	stage_begin(1);
	actors[0] = actor_of('R', act_ready);
	actor_spawn(&actors[0]);
	actor_spawn(&chain[0]); /* in the slot */
	stage_turn(0);
	expect_polled("CCCC");
	assert_int_equal(counted("lifo_polls"), 3);
	stage_end();
}

static enum sched_poll act_note_budget(struct actor *actor, struct sched_context *context)
{
	*(uint32_t *)actor->arg = *context->budget;
	return SCHED_READY;
}

/* The cap ends a chain, so its polls need cost nothing. */
static void capped_lifo_poll_costs_no_budget(void **unused)
{
	uint32_t budget = 0;
	struct actor next = actor_of('N', act_note_budget);
	struct actor root = actor_of('R', act_spawn_next);

	(void)unused;
	next.arg = &budget;
	root.arg = &next;
	stage_begin(1);
	actor_spawn(&root);
	stage_turn(0);
	expect_polled("RN");
	assert_int_equal(budget, SCHED_BUDGET);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(displaced_task_goes_behind_the_ring), RULE(tick_follows_a_chain_for_three_polls),
	RULE(tick_polls_no_fifth_of_a_chain),	   RULE(chain_of_two_lifo_polls_is_not_capped),
	RULE(third_lifo_poll_wakes_into_the_ring), RULE(second_lifo_poll_wakes_into_the_slot),
	RULE(slot_is_open_again_in_the_next_tick), RULE(root_from_the_slot_counts_as_root),
	RULE(capped_lifo_poll_costs_no_budget),
};

POLICY_MAIN("one LIFO slot", rules)
