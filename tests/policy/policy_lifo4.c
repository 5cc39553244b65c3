/* SPDX-License-Identifier: MIT */
/* Description: four slots; the newest resident makes room; the cap empties them into the ring */
#define SCHED_LIFO_SLOTS  4
#define SCHED_LIFO_AT_CAP LIFO_AT_CAP_FLUSH
#include "tests/policy/slots.h"

static void four_slots_run_newest_first(void **unused)
{
	(void)unused;
	slots_begin(4);
	assert_int_equal(scene_ring(0), 0);
	stage_turn(0);
	expect_polled("3210");
	stage_end();
}

/* 3 leaves for 4, then 4 for 5. */
static void newest_resident_makes_room(void **unused)
{
	(void)unused;
	slots_begin(6);
	assert_int_equal(scene_ring(0), 2);
	stage_turns(0, 3);
	expect_polled("521034");
	stage_end();
}

/* While there is room nobody is told; at the fifth somebody is. */
static void filling_four_slots_tells_nobody(void **unused)
{
	(void)unused;
	slots_begin(4);
	assert_int_equal(counted("notifies"), 0);
	assert_int_equal(counted("lifo_stacked"), 3);
	assert_int_equal(counted("lifo_displaced"), 0);
	stage_end();
}

static void fifth_task_in_four_slots_is_told(void **unused)
{
	(void)unused;
	slots_begin(5);
	assert_int_equal(counted("lifo_displaced"), 1);
	assert_int_equal(counted("notifies"), 1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static enum sched_poll act_spawn_three(struct actor *actor, struct sched_context *context)
{
	struct actor *three = (struct actor *)actor->arg;

	(void)context;
	for (uint32_t i = 0; i < 3; i++)
		actor_spawn(&three[i]);
	return SCHED_READY;
}

/* The last poll of the tick leaves three in the slots: to the ring, oldest first.  The
 * slot was never closed to them. */
static void cap_flushes_the_slots_oldest_first(void **unused)
{
	struct actor chain[4];
	struct actor last = actor_of('L', act_spawn_three);
	struct actor three[3] = { actor_of('0', act_ready), actor_of('1', act_ready),
				  actor_of('2', act_ready) };

	(void)unused;
	last.arg = three;
	chain_of(chain, 3, 'C');
	chain[2].arg = &last;
	stage_begin(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCCL");
	assert_int_equal(scene_ring(0), 3);
	assert_int_equal(stage.runtime->workers[0].lifo.count, 0);
	assert_int_equal(counted("lifo_diverted"), 3);
	assert_int_equal(counted("lifo_schedules"), 7);
	stage_turns(0, 3);
	expect_polled("012");
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(four_slots_run_newest_first),	  RULE(newest_resident_makes_room),
	RULE(filling_four_slots_tells_nobody),	  RULE(fifth_task_in_four_slots_is_told),
	RULE(cap_flushes_the_slots_oldest_first),
};

POLICY_MAIN("four LIFO slots", rules)
