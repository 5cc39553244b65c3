/* SPDX-License-Identifier: MIT */
/* Description: what a busy worker does every 61 ticks, and how a sleep is counted */
#include "tests/policy/locks.h"

#include "tests/policy/busy.h"

static uint64_t no_time;

/* ---------------------------------------------------------- every 61 ticks -- */

static void maintenance_is_every_61_ticks(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 60);
	assert_int_equal(counted("maintenances"), 0);
	stage_turn(0);
	assert_int_equal(counted("maintenances"), 1);
	stage_turns(0, 60);
	assert_int_equal(counted("maintenances"), 1);
	stage_turn(0);
	assert_int_equal(counted("maintenances"), 2);
	stage_end();
}

/* A task that yielded waits for it while others keep the worker busy, then it is next. */
static void maintenance_wakes_who_yielded(void **unused)
{
	struct actor busy = actor_busy(act_busy, &no_time);
	struct actor yields = actor_of('Y', act_yield);

	(void)unused;
	stage_begin(1);
	actor_spawn(&busy);
	actor_spawn(&yields);
	stage_turns(0, 60);
	assert_int_equal(yields.polls, 1);
	stage_turn(0);
	assert_int_equal(yields.polls, 2);
	stage_end();
}

/* A token that somebody left there is taken, and the lock is free again. */
static void maintenance_polls_the_driver(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 60);
	at_store_relaxed(&stage.runtime->driver_token, PARK_NOTIFIED);
	stage_turn(0);
	assert_int_equal(at_load_relaxed(&stage.runtime->driver_token), PARK_EMPTY);
	stage_end();
}

static void the_driver_is_unlocked_again(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 61);
	assert_int_equal(at_load_relaxed(&stage.runtime->driver), 0);
	stage_end();
}

/* Another worker is in it: nobody waits for that, nor looks for the token. */
static void a_driver_in_use_is_left_alone(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 60);
	at_store_relaxed(&stage.runtime->driver, 1);
	at_store_relaxed(&stage.runtime->driver_token, PARK_NOTIFIED);
	stage_turn(0);
	assert_int_equal(at_load_relaxed(&stage.runtime->driver), 1);
	assert_int_equal(at_load_relaxed(&stage.runtime->driver_token), PARK_NOTIFIED);
	stage_end();
}

/* The mutex of the inject queue once, and not for any other tick of a worker with local work. */
static void maintenance_takes_the_mutex_once(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 0);
	locks_of = &stage.runtime->inject.shards[0].mutex;
	locks = 0;
	stage_turns(0, 60);
	assert_int_equal(locks, 0);
	stage_turn(0);
	assert_int_equal(locks, 1);
	stage_turns(0, 61);
	assert_int_equal(locks, 2);
	stage_end();
}

/* Who wakes sleepers does not wait for it, as they do until 1.53. */
static void maintenance_leaves_the_sleepers_mutex_alone(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 0);
	locks_of = &stage.runtime->idle.mutex;
	locks = 0;
	stage_turns(0, 2 * 61);
	assert_int_equal(locks, 0);
	stage_end();
}

/* Once it is known that the end has come, nobody asks again. */
static void shutdown_is_read_once(void **unused)
{
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	locks_of = &stage.runtime->inject.shards[0].mutex;
	worker->is_shutdown = true;
	locks = 0;
	worker_maintain(worker);
	assert_int_equal(locks, 0);
	assert_true(worker->is_shutdown);
	stage_end();
}

/* ---------------------------------------------------------------- the end -- */

static void a_busy_worker_sees_shutdown_within_61_ticks(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 0);
	runtime_close(stage.runtime);
	stage_turns(0, 60);
	assert_false(stage.runtime->workers[0].is_shutdown);
	stage_turn(0);
	assert_true(stage.runtime->workers[0].is_shutdown);
	stage_end();
}

static void close_meanwhile(struct worker *worker)
{
	(void)worker;
	runtime_close(stage.runtime);
}

/* One sleep, and then it is gone from the loop. */
static void a_sleeper_sees_shutdown_at_once(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage.asleep = close_meanwhile;
	stage_turn(0);
	assert_true(stage.runtime->workers[0].is_shutdown);
	assert_int_equal(counted("parks"), 1);
	stage_end();
}

/* ----------------------------------------------------------- sleep, counted -- */

static struct actor late;

static void comes_late(struct worker *worker)
{
	late = actor_of('L', act_ready);
	stage_as_outside();
	actor_spawn(&late);
	stage_as(worker->index);
}

static void for_nothing(struct worker *worker)
{
	assert_int_equal(notify_parked(stage.runtime), worker->index);
}

/* A first sleep and one with nothing polled since the last are for nothing. */
static void a_sleep_without_a_poll_before_it_is_a_noop(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage.asleep = for_nothing;
	stage_turns(0, 2);
	assert_int_equal(counted("parks"), 2);
	assert_int_equal(counted("noop_parks"), 2);
	stage.asleep = comes_late;
	stage_turn(0); /* with nothing polled before */
	assert_int_equal(counted("noop_parks"), 3);
	stage_turn(0); /* polls it */
	stage.asleep = for_nothing;
	stage_turn(0);
	assert_int_equal(counted("parks"), 4);
	assert_int_equal(counted("noop_parks"), 3);
	stage_turn(0);
	assert_int_equal(counted("noop_parks"), 4);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_busy_worker_sees_shutdown_within_61_ticks),
	RULE(a_driver_in_use_is_left_alone),
	RULE(a_sleep_without_a_poll_before_it_is_a_noop),
	RULE(a_sleeper_sees_shutdown_at_once),
	RULE(maintenance_is_every_61_ticks),
	RULE(maintenance_leaves_the_sleepers_mutex_alone),
	RULE(maintenance_polls_the_driver),
	RULE(maintenance_takes_the_mutex_once),
	RULE(maintenance_wakes_who_yielded),
	RULE(shutdown_is_read_once),
	RULE(the_driver_is_unlocked_again),
};

POLICY_MAIN("maintenance", rules)
