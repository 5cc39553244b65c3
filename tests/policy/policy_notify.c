/* SPDX-License-Identifier: MIT */
/* Description: the notify table of schedule.h, row by row: which push tells a sleeper */
#include "tests/policy/scene.h"

/* A table's row: who is told (looked for, and woken) since stage_begin. */
static void expect_told(uint64_t looks, uint64_t woken)
{
	assert_int_equal(counted("notifies"), looks);
	assert_int_equal(counted("notify_wakes"), woken);
	assert_int_equal(counted("unparks"), woken);
}

static void push_to_the_empty_slot_tells_nobody(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	expect_told(0, 0);
	stage_end();
}

static void displaced_task_is_told(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&older);
	actor_spawn(&newer);
	expect_told(1, 1);
	assert_true(scene_was_told(1));
	assert_int_equal(counted("lifo_displaced"), 1);
	assert_int_equal(counted("displaced_wakes"), 1);
	assert_int_equal(counted("local_schedules"), 2);
	stage_end();
}

/* Index 0 is a worker as any other. */
static void first_worker_is_told(void **unused)
{
	struct actor older = actor_of('O', act_ready);
	struct actor newer = actor_of('N', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(0);
	stage_as(1);
	actor_spawn(&older);
	actor_spawn(&newer);
	expect_told(1, 1);
	assert_true(scene_was_told(0));
	stage_end();
}

static void task_that_woke_itself_is_told(void **unused)
{
	struct actor actor = actor_of('S', act_wake_self_once);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(actor.polls, 1);
	expect_told(1, 1);
	assert_int_equal(counted("displaced_wakes"), 0);
	stage_end();
}

/* The third LIFO poll of a tick: the slot is disabled, and what it wakes is told. */
static void push_past_the_disabled_slot_is_told(void **unused)
{
	struct actor chain[5];

	(void)unused;
	chain_of(chain, 5, 'C');
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&chain[0]);
	stage_turn(0);
	expect_polled("CCCC");
	expect_told(1, 1);
	assert_int_equal(counted("lifo_diverted"), 1);
	stage_end();
}

/* Two or more actors that yielded, not yet resumed; the others sleep. */
static void defer(struct actor *actors, uint32_t count, uint32_t sleepers)
{
	stage_begin(sleepers + 1);
	for (uint32_t i = 0; i < count; i++) {
		actors[i] = actor_of('Y', act_yield_once);
		actor_spawn(&actors[i]);
	}
	stage_turns(0, count);
	assert_int_equal(stage.runtime->workers[0].defer.count, count);
	for (uint32_t i = 1; i <= sleepers; i++)
		scene_sleep(i);
}

/* Each of the three but the first displaces one; all together tell one sleeper. */
static void deferred_wakes_tell_once_for_all(void **unused)
{
	struct actor actors[3];
	uint64_t before;

	(void)unused;
	defer(actors, 3, 2);
	before = counted("notifies");
	worker_park_yield(stage_as(0));
	assert_int_equal(counted("unparks"), 1);
	assert_int_equal(counted("notifies"), before); /* none by itself */
	stage_end();
}

static void two_deferred_wakes_are_told(void **unused)
{
	struct actor actors[2];

	(void)unused;
	defer(actors, 2, 1);
	worker_park_yield(stage_as(0));
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static void one_deferred_wake_tells_nobody(void **unused)
{
	struct actor actor;

	(void)unused;
	defer(&actor, 1, 1);
	worker_park_yield(stage_as(0));
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

/* It need not look at the idle word: a searcher keeps others from being woken.  (Here
 * the word does not know of the search, which shows that nobody asked it.) */
static void searcher_resumes_deferred_quietly(void **unused)
{
	struct actor actors[2];
	struct worker *worker;

	(void)unused;
	defer(actors, 2, 1);
	worker = stage_as(0);
	worker->is_searching = true;
	worker_park_yield(worker);
	worker->is_searching = false;
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

static void remote_spawn_is_told(void **unused)
{
	struct actor actor = actor_of('R', act_ready);

	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	stage_as_outside();
	actor_spawn(&actor);
	assert_int_equal(counted("unparks"), 1);
	assert_true(scene_was_told(1));
	assert_int_equal(counted("remote_schedules"), 1);
	stage_end();
}

/* `by_value`: the waker is consumed. */
static void wake_from_outside(bool by_value)
{
	struct actor actor = actor_of('R', act_sleep);

	stage_begin(2);
	actor_spawn(&actor);
	stage_turn(0);
	scene_sleep(1);
	stage_as_outside();
	if (by_value)
		sched_waker_wake(&actor.waker);
	else
		actor_wake(&actor);
	assert_int_equal(scene_inject(), 1);
	assert_int_equal(counted("unparks"), 1);
	actor_end(&actor);
	stage_end();
}

static void remote_wake_by_ref_is_told(void **unused)
{
	(void)unused;
	wake_from_outside(false);
}

static void remote_wake_by_value_is_told(void **unused)
{
	(void)unused;
	wake_from_outside(true);
}

/* A worker of another runtime is an outsider. */
static void another_runtimes_worker_is_remote(void **unused)
{
	struct actor actor = actor_of('R', act_ready);
	struct sched_runtime *other = runtime_without_threads(1);

	(void)unused;
	stage_begin(1);
	os_set_current(&other->workers[0].context);
	actor_spawn(&actor);
	assert_int_equal(scene_inject(), 1);
	assert_false(worker_has_tasks(&other->workers[0]));
	stage_end();
	sched_runtime_destroy(other);
}

static void push_at_the_end_of_the_budget_tells_nobody(void **unused)
{
	struct actor next = actor_of('N', act_ready);
	struct actor actor = actor_of('X', act_exhaust);

	(void)unused;
	actor.arg = &next;
	stage_begin(2);
	scene_sleep(1);
	actor_spawn(&actor);
	stage_turn(0);
	expect_polled("X");
	assert_int_equal(scene_ring(0), 1);
	expect_told(0, 0);
	stage_end();
}

/* Three of four are fetched, two of them to the ring. */
static void batch_from_inject_tells_nobody(void **unused)
{
	struct actor actors[4];

	(void)unused;
	stage_begin(2);
	stage_as_outside();
	for (uint32_t i = 0; i < TEST_COUNT(actors); i++) {
		actors[i] = actor_of((char)('0' + i), act_ready);
		actor_spawn(&actors[i]);
	}
	scene_sleep(1);
	stage_turn(0);
	expect_polled("0");
	assert_int_equal(scene_ring(0), 2);
	expect_told(0, 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(push_to_the_empty_slot_tells_nobody),
	RULE(displaced_task_is_told),
	RULE(first_worker_is_told),
	RULE(task_that_woke_itself_is_told),
	RULE(push_past_the_disabled_slot_is_told),
	RULE(deferred_wakes_tell_once_for_all),
	RULE(two_deferred_wakes_are_told),
	RULE(one_deferred_wake_tells_nobody),
	RULE(searcher_resumes_deferred_quietly),
	RULE(remote_spawn_is_told),
	RULE(remote_wake_by_ref_is_told),
	RULE(remote_wake_by_value_is_told),
	RULE(another_runtimes_worker_is_remote),
	RULE(push_at_the_end_of_the_budget_tells_nobody),
	RULE(batch_from_inject_tells_nobody),
};

POLICY_MAIN("notify table", rules)
