/* SPDX-License-Identifier: MIT */
/* Description: what a worker does before it sleeps, while it does, and after */
#include "tests/policy/scene.h"

static struct idle *idle_now(void)
{
	return &stage.runtime->idle;
}

/* -------------------------------------------------------------- falling asleep -- */

static void worker_with_a_task_in_the_slot_does_not_sleep(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	assert_int_equal(scene_ring(0), 0);
	assert_false(worker_transition_to_parked(stage_as(0)));
	expect_idle(0, 1);
	stage_end();
}

static void worker_with_a_task_in_the_ring_does_not_sleep(void **unused)
{
	struct actor actor = actor_of('S', act_wake_self_once);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(scene_ring(0), 1);
	assert_false(worker_transition_to_parked(stage_as(0)));
	expect_idle(0, 1);
	stage_end();
}

/* Of whoever sleeps. */
static void sleeper_is_neither_awake_nor_searching(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_search(1);
	scene_sleep(1);
	assert_false(stage.runtime->workers[1].is_searching);
	expect_idle(0, 2);
	scene_sleep(2);
	expect_idle(0, 1);
	stage_end();
}

/* Worker `owner` of three has one task in its ring, told to nobody; then the last
 * searcher, worker 1, goes to sleep.  Itself is the last asleep. */
static void last_searcher_sleeps_beside_the_ring_of(uint32_t owner)
{
	struct actor actor = actor_of('S', act_wake_self_once);

	stage_begin(3);
	stage_as(owner);
	actor_spawn(&actor);
	stage_turn(owner);
	assert_int_equal(scene_ring(owner), 1);
	scene_search(1);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 1);
	assert_true(scene_was_told(1));
	expect_idle(1, 3);
	stage_end();
}

static void last_searcher_sees_the_first_workers_ring(void **unused)
{
	(void)unused;
	last_searcher_sleeps_beside_the_ring_of(0);
}

static void last_searcher_sees_the_last_workers_ring(void **unused)
{
	(void)unused;
	last_searcher_sleeps_beside_the_ring_of(2);
}

/* One task in inject, of which nobody was told. */
static void inject_one(struct actor *actor)
{
	*actor = actor_of('I', act_ready);
	stage_as_outside();
	actor_spawn(actor);
	assert_int_equal(counted("unparks"), 0);
}

static void last_searcher_sees_the_inject_queue(void **unused)
{
	struct actor actor;

	(void)unused;
	stage_begin(3);
	inject_one(&actor);
	scene_search(1);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static void last_searcher_without_pending_work_wakes_nobody(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_sleep(0);
	scene_search(1);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

/* Who has not searched need not look: some push after it was told to somebody. */
static void worker_that_did_not_search_sleeps_without_a_look(void **unused)
{
	struct actor actor;

	(void)unused;
	stage_begin(3);
	inject_one(&actor);
	scene_sleep(1);
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

/* Beside one that searches on, neither a searcher nor another is the last. */
static void only_the_last_searcher_looks_once_more(void **unused)
{
	(void)unused;
	stage_begin(4);
	scene_search(0);
	scene_search(1);
	assert_false(idle_transition_to_parked(idle_now(), 0, true));
	assert_false(idle_transition_to_parked(idle_now(), 2, false));
	assert_true(idle_transition_to_parked(idle_now(), 1, true));
	expect_idle(0, 1);
	stage_end();
}

/* ---------------------------------------------------------- asleep, awake -- */

static uint32_t sleeps;
static struct actor meanwhile;

/* The first time somebody unparks the worker for no reason, then with work. */
static void disturb_then_notify(struct worker *worker)
{
	assert_true(idle_is_parked(idle_now(), worker->index));
	assert_false(worker->is_searching);
	if (sleeps++ == 0) {
		parker_unpark(&worker->parker);
		return;
	}
	stage_as_outside();
	actor_spawn(&meanwhile);
	stage_as(worker->index);
}

static void sleep_disturbed(void)
{
	sleeps = 0;
	meanwhile = actor_of('M', act_ready);
	stage_begin(2);
	stage.asleep = disturb_then_notify;
	stage_turn(0);
}

static void spurious_wake_sleeps_again(void **unused)
{
	(void)unused;
	sleep_disturbed();
	assert_int_equal(sleeps, 2);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static void woken_worker_is_searching(void **unused)
{
	(void)unused;
	sleep_disturbed();
	assert_true(stage.runtime->workers[0].is_searching);
	expect_idle(1, 2);
	stage_turn(0);
	expect_polled("M");
	expect_idle(0, 2);
	stage_end();
}

/* Each sleep is a park, also one that ended for no reason; without a poll since the one
 * before it is a no-op. */
static void each_sleep_is_one_park(void **unused)
{
	(void)unused;
	sleep_disturbed();
	assert_int_equal(counted("parks"), 2);
	assert_int_equal(counted("noop_parks"), 2);
	stage_end();
}

static void park_after_a_poll_is_no_noop(void **unused)
{
	(void)unused;
	sleep_disturbed();
	stage_turn(0); /* polls M */
	sleeps = 0;
	meanwhile = actor_of('N', act_ready);
	stage_turn(0); /* sleeps twice, the first time after a poll */
	assert_int_equal(counted("parks"), 4);
	assert_int_equal(counted("noop_parks"), 3);
	stage_end();
}

/* ---------------------------------------------------------------- driver -- */

/* The absent driver's lock is tried, its token taken, and the lock given back. */
static void poll_of_the_driver_takes_its_token(void **unused)
{
	(void)unused;
	stage_begin(1);
	at_store_relaxed(&stage.runtime->driver_token, PARK_NOTIFIED);
	worker_park_yield(stage_as(0));
	assert_int_equal(at_load_relaxed(&stage.runtime->driver_token), PARK_EMPTY);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(worker_with_a_task_in_the_slot_does_not_sleep),
	RULE(worker_with_a_task_in_the_ring_does_not_sleep),
	RULE(sleeper_is_neither_awake_nor_searching),
	RULE(last_searcher_sees_the_first_workers_ring),
	RULE(last_searcher_sees_the_last_workers_ring),
	RULE(last_searcher_sees_the_inject_queue),
	RULE(last_searcher_without_pending_work_wakes_nobody),
	RULE(worker_that_did_not_search_sleeps_without_a_look),
	RULE(only_the_last_searcher_looks_once_more),
	RULE(spurious_wake_sleeps_again),
	RULE(woken_worker_is_searching),
	RULE(each_sleep_is_one_park),
	RULE(park_after_a_poll_is_no_noop),
	RULE(poll_of_the_driver_takes_its_token),
};

POLICY_MAIN("sleep", rules)
