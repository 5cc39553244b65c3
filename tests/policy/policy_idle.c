/* SPDX-License-Identifier: MIT */
/*
 * Description: who may search, and whom a notify wakes
 *
 * The mutexes are watched: a test can say what another thread does just before one is
 * taken, and count how often that happens.
 */
#include "sched/os.h"

static void watched_lock(struct os_mutex *mutex);
#define os_mutex_lock watched_lock
#include "tests/policy/scene.h"
#undef os_mutex_lock

static void (*before_lock)(void); /* once */
static uint32_t locks;

static void watched_lock(struct os_mutex *mutex)
{
	void (*meanwhile)(void) = before_lock;

	before_lock = NULL;
	if (meanwhile)
		meanwhile();
	locks++;
	os_mutex_lock(mutex);
}

static struct idle *idle_now(void)
{
	return &stage.runtime->idle;
}

/* ------------------------------------------------------------ searching -- */

/* Two of four; twice the searchers reach the workers. */
static void half_of_the_workers_may_search(void **unused)
{
	(void)unused;
	stage_begin(4);
	assert_true(idle_transition_to_searching(idle_now()));
	assert_true(idle_transition_to_searching(idle_now()));
	assert_false(idle_transition_to_searching(idle_now()));
	expect_idle(2, 4);
	stage_end();
}

/* Two of three, because one is less than half. */
static void half_of_the_workers_is_rounded_up(void **unused)
{
	(void)unused;
	stage_begin(3);
	assert_true(idle_transition_to_searching(idle_now()));
	assert_true(idle_transition_to_searching(idle_now()));
	assert_false(idle_transition_to_searching(idle_now()));
	stage_end();
}

static void worker_that_found_work_stops_searching(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&actor);
	scene_search(0);
	stage_turn(0);
	assert_false(stage.runtime->workers[0].is_searching);
	expect_idle(0, 2);
	stage_end();
}

/* So that work spreads: one found some, so perhaps there is more. */
static void last_searcher_with_work_wakes_one_more(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(3);
	actor_spawn(&actor);
	scene_sleep(1);
	scene_sleep(2);
	scene_search(0);
	stage_turn(0);
	expect_polled("A");
	assert_int_equal(counted("unparks"), 1);
	assert_true(scene_was_told(2));
	expect_idle(1, 2);
	stage_end();
}

static void only_the_last_searcher_is_told_so(void **unused)
{
	(void)unused;
	stage_begin(4);
	scene_search(0);
	scene_search(1);
	assert_false(idle_transition_from_searching(idle_now()));
	assert_true(idle_transition_from_searching(idle_now()));
	stage_end();
}

/* A worker that did not search tells nobody when it finds work. */
static void worker_that_did_not_search_wakes_nobody(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	actor_spawn(&actor);
	scene_sleep(1);
	stage_turn(0);
	assert_int_equal(counted("unparks"), 0);
	expect_idle(0, 1);
	stage_end();
}

/* --------------------------------------------------------------- notify -- */

static void last_asleep_is_woken_first(void **unused)
{
	(void)unused;
	stage_begin(4);
	scene_sleep(2);
	scene_sleep(3);
	scene_sleep(1);
	assert_int_equal(notify_parked(stage.runtime), 1);
	assert_true(scene_was_told(1));
	assert_false(scene_was_told(2) || scene_was_told(3));
	assert_true(idle_is_parked(idle_now(), 2));
	assert_true(idle_is_parked(idle_now(), 3));
	assert_false(idle_is_parked(idle_now(), 1));
	stage_end();
}

/* Until the woken one has found something or sleeps again. */
static void one_wake_is_in_flight(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_sleep(1);
	scene_sleep(2);
	assert_int_equal(notify_parked(stage.runtime), 2);
	expect_idle(1, 2);
	assert_int_equal(notify_parked(stage.runtime), -1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static void woken_worker_is_counted_as_awake(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	expect_idle(0, 1);
	assert_int_equal(notify_parked(stage.runtime), 1);
	expect_idle(1, 2);
	stage_end();
}

static void notify_among_the_awake_takes_no_lock(void **unused)
{
	(void)unused;
	stage_begin(2);
	locks = 0;
	assert_int_equal(notify_parked(stage.runtime), -1);
	assert_int_equal(locks, 0);
	stage_end();
}

static void notify_meanwhile(void)
{
	assert_int_equal(notify_parked(stage.runtime), 2);
}

/* Two notifiers saw a sleeper; the second to get the mutex looks again. */
static void second_of_two_notifiers_wakes_nobody(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_sleep(1);
	scene_sleep(2);
	before_lock = notify_meanwhile;
	assert_int_equal(notify_parked(stage.runtime), -1);
	assert_int_equal(counted("unparks"), 1);
	expect_idle(1, 2);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(half_of_the_workers_may_search),
	RULE(half_of_the_workers_is_rounded_up),
	RULE(worker_that_found_work_stops_searching),
	RULE(last_searcher_with_work_wakes_one_more),
	RULE(only_the_last_searcher_is_told_so),
	RULE(worker_that_did_not_search_wakes_nobody),
	RULE(last_asleep_is_woken_first),
	RULE(one_wake_is_in_flight),
	RULE(woken_worker_is_counted_as_awake),
	RULE(notify_among_the_awake_takes_no_lock),
	RULE(second_of_two_notifiers_wakes_nobody),
};

POLICY_MAIN("search and notify", rules)
