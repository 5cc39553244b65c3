/* SPDX-License-Identifier: MIT */
/* Description: four slots; the oldest makes room (Blitz-IO); no cap */
#define SCHED_LIFO_SLOTS 4
#define SCHED_LIFO_EVICT LIFO_EVICT_OLDEST
#define SCHED_LIFO_CAP	 0
#include "tests/policy/slots.h"

/* 0 leaves for 4, then 1 for 5. */
static void oldest_resident_makes_room(void **unused)
{
	(void)unused;
	slots_begin(6);
	assert_int_equal(scene_ring(0), 2);
	stage_turns(0, 3);
	expect_polled("543201");
	stage_end();
}

static enum sched_poll act_spawn_itself_next(struct actor *actor, struct sched_context *context)
{
	(void)context;
	if (actor->polls < 300)
		actor_spawn(actor);
	return SCHED_READY;
}

/* Without a cap each LIFO poll costs a unit of the budget, or a chain would never end:
 * one root poll and 128 more; the next task goes to the ring. */
static void uncapped_chain_ends_with_the_budget(void **unused)
{
	struct actor actor = actor_of('C', act_spawn_itself_next);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(actor.polls, 1 + 128);
	assert_int_equal(scene_ring(0), 1);
	assert_int_equal(counted("lifo_capped"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(oldest_resident_makes_room),
	RULE(uncapped_chain_ends_with_the_budget),
};

POLICY_MAIN("four LIFO slots, oldest evicted", rules)
