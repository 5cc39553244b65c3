/* SPDX-License-Identifier: MIT */
/* Description: a park that ends after 10 ms, and what the worker finds then */
#define SCHED_PARK_PROTOCOL PARK_PROTOCOL_FLAG_TIMED
#include "tests/policy/scene.h"

static struct worker *worker_of(uint32_t index)
{
	return &stage.runtime->workers[index];
}

/* Worker 1 goes to sleep as the only searcher, past a task that nobody was told of. */
static void lose_a_wake(struct actor *actor)
{
	scene_search(1);
	stage_as_outside();
	actor_spawn(actor);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 0);
	assert_int_equal(scene_inject(), 1);
}

static void a_park_lasts_10_ms_at_most(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_turn(0);
	assert_int_equal(stage.timeout_ns, 10000000);
	assert_int_equal(counted("parks"), 1);
	stage_end();
}

static void a_timeout_leaves_the_sleepers_and_does_not_search(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_turn(0);
	assert_false(worker_of(0)->is_searching);
	assert_true(worker_of(0)->is_timed_out);
	expect_idle(0, 2);
	stage_end();
}

/* Of three sleepers the first leaves: the others are told, the last parked first. */
static void a_timeout_keeps_the_order_of_the_others(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_sleep(0);
	scene_sleep(1);
	scene_sleep(2);
	assert_true(worker_transition_from_timeout(worker_of(0)));
	expect_idle(0, 1);
	assert_int_equal(stage.runtime->idle.sleepers[0], 1);
	assert_int_equal(stage.runtime->idle.sleepers[1], 2);
	stage_end();
}

static void a_timeout_beside_a_notify_is_a_wake(void **unused)
{
	struct actor actor = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(0);
	stage_as_outside();
	actor_spawn(&actor);
	assert_int_equal(counted("unparks"), 1);
	assert_true(worker_transition_from_timeout(worker_of(0)));
	assert_true(worker_of(0)->is_searching);
	assert_false(worker_of(0)->is_timed_out);
	expect_idle(1, 2);
	stage_end();
}

static void a_task_after_a_timeout_is_rescued(void **unused)
{
	struct actor actor = actor_of('L', act_ready);

	(void)unused;
	stage_begin(2);
	lose_a_wake(&actor);
	assert_true(worker_transition_from_timeout(worker_of(1)));
	assert_int_equal(counted("rescued_wakes"), 0);
	stage_turn(1);
	expect_polled("L");
	assert_int_equal(counted("rescued_wakes"), 1);
	stage_end();
}

static struct actor meanwhile;

static void notify(struct worker *worker)
{
	stage_as_outside();
	actor_spawn(&meanwhile);
	stage_as(worker->index);
}

/* The first park ended by its timeout and found nothing, the second by a wake. */
static void a_task_after_a_wake_is_not_rescued(void **unused)
{
	(void)unused;
	meanwhile = actor_of('M', act_ready);
	stage_begin(2);
	stage_turn(0);
	stage.asleep = notify;
	stage_turn(0);
	assert_int_equal(counted("unparks"), 1);
	stage_turn(0);
	expect_polled("M");
	assert_int_equal(counted("rescued_wakes"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_park_lasts_10_ms_at_most),
	RULE(a_timeout_leaves_the_sleepers_and_does_not_search),
	RULE(a_timeout_keeps_the_order_of_the_others),
	RULE(a_timeout_beside_a_notify_is_a_wake),
	RULE(a_task_after_a_timeout_is_rescued),
	RULE(a_task_after_a_wake_is_not_rescued),
};

POLICY_MAIN("timed park", rules)
