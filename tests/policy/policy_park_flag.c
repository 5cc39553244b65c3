/* SPDX-License-Identifier: MIT */
/* Description: a park protocol with a flag and a look at the own queues alone */
#define SCHED_PARK_PROTOCOL PARK_PROTOCOL_FLAG
#include "tests/policy/scene.h"

static bool is_about_to_park(uint32_t index)
{
	return at_load_relaxed(&stage.runtime->workers[index].about_to_park) != 0;
}

static void flag_moves_the_slot_to_the_ring_and_stays_awake(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	assert_int_equal(scene_ring(0), 0);
	assert_false(worker_transition_to_parked(stage_as(0)));
	assert_int_equal(scene_ring(0), 1);
	assert_false(is_about_to_park(0));
	expect_idle(0, 1);
	stage_turn(0);
	expect_polled("A");
	stage_end();
}

static uint32_t sleeper_seen;
static struct actor meanwhile;

static void look_and_notify(struct worker *worker)
{
	assert_true(is_about_to_park(worker->index));
	sleeper_seen++;
	stage_as_outside();
	actor_spawn(&meanwhile);
	stage_as(worker->index);
}

static void flag_is_up_from_the_look_to_the_wake(void **unused)
{
	(void)unused;
	sleeper_seen = 0;
	meanwhile = actor_of('M', act_ready);
	stage_begin(2);
	stage.asleep = look_and_notify;
	assert_false(is_about_to_park(0));
	stage_turn(0);
	assert_int_equal(sleeper_seen, 1);
	assert_false(is_about_to_park(0));
	assert_true(stage.runtime->workers[0].is_searching);
	stage_end();
}

/* The only searcher goes to sleep beside a task in inject, of which nobody was told. */
static void flag_sleeps_past_the_inject_queue(void **unused)
{
	struct actor actor = actor_of('I', act_ready);

	(void)unused;
	stage_begin(3);
	scene_search(1);
	stage_as_outside();
	actor_spawn(&actor);
	assert_int_equal(counted("unparks"), 0);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 0);
	assert_int_equal(scene_inject(), 1);
	expect_idle(0, 2);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(flag_moves_the_slot_to_the_ring_and_stays_awake),
	RULE(flag_is_up_from_the_look_to_the_wake),
	RULE(flag_sleeps_past_the_inject_queue),
};

POLICY_MAIN("park by a flag", rules)
