/* SPDX-License-Identifier: MIT */
/* Description: where tasks go that yielded or woke themselves, and when they run again */
#include "tests/policy/scene.h"

static uint32_t deferred_here(void)
{
	return stage.runtime->workers[0].defer.count;
}

/* Not before the ring and inject have been looked at. */
static void yielded_task_runs_after_all_other_work(void **unused)
{
	struct actor yielding = actor_of('Y', act_yield_once);
	struct actor ring = actor_of('R', act_ready);
	struct actor inject = actor_of('I', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&ring);
	actor_spawn(&yielding);
	stage_as_outside();
	actor_spawn(&inject);
	stage_turns(0, 5);
	expect_polled("YRIY");
	assert_int_equal(counted("parks"), 0);
	stage_end();
}

/* Deferred 0, 1, 2; woken 2, 1, 0, each into the slot, as an ordinary wake. */
static void deferred_tasks_are_woken_last_first(void **unused)
{
	struct actor actors[3];

	(void)unused;
	stage_begin(1);
	for (uint32_t i = 3; i-- > 0;) {
		actors[i] = actor_of((char)('0' + i), act_yield_once);
		actor_spawn(&actors[i]);
		stage_turn(0);
	}
	expect_polled("210");
	assert_int_equal(deferred_here(), 3);
	stage_turns(0, 4);
	expect_polled("201");
	stage_end();
}

static enum sched_poll act_yield_twice(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	sched_yield_now(context);
	return sched_yield_now(context);
}

/* `before` others have yielded; then one yields twice in its poll. */
static void yield_twice_behind(uint32_t before)
{
	struct actor others[64];
	struct actor twice = actor_of('T', act_yield_twice);

	assert_true(before <= TEST_COUNT(others));
	stage_begin(1);
	stage.runtime->workers[0].ticks_to_event = 100; /* no maintenance resumes them */
	for (uint32_t i = 0; i < before; i++) {
		others[i] = actor_of('O', act_yield_once);
		actor_spawn(&others[i]);
	}
	stage_turns(0, before);
	twice.act = act_yield_twice;
	actor_spawn(&twice);
	stage_turn(0);
	assert_int_equal(twice.polls, 1);
	assert_int_equal(deferred_here(), before + 1);
	assert_int_equal(counted("deferred"), before + 1);
	twice.act = act_ready;
	stage_end();
}

static void yields_of_one_poll_are_one(void **unused)
{
	(void)unused;
	yield_twice_behind(0);
	yield_twice_behind(5);
}

/* The 64th entry fills the list's first room. */
static void yields_are_one_where_the_list_is_full(void **unused)
{
	(void)unused;
	yield_twice_behind(63);
}

/* Only the last entry is compared: a task may be in the list twice. */
static void yields_merge_with_the_last_entry_only(void **unused)
{
	struct actor one = actor_of('1', act_yield_once);
	struct actor two = actor_of('2', act_yield_once);
	struct sched_context context;

	(void)unused;
	stage_begin(1);
	actor_spawn(&one);
	stage_turn(0);
	context = stage.runtime->workers[0].poll_context;
	actor_spawn(&two);
	stage_turn(0);
	stage_as(0);
	sched_yield_now(&context);
	assert_int_equal(deferred_here(), 3);
	assert_int_equal(counted("deferred"), 3);
	stage_end();
}

/* Behind the ring, not in the slot and not in the defer list. */
static void self_wake_goes_behind_the_ring(void **unused)
{
	struct actor ring = actor_of('R', act_ready);
	struct actor self = actor_of('S', act_wake_self_once);

	(void)unused;
	stage_begin(1);
	actor_spawn(&ring);
	actor_spawn(&self);
	stage_turn(0);
	assert_int_equal(scene_ring(0), 2);
	assert_int_equal(deferred_here(), 0);
	stage_turns(0, 2);
	expect_polled("SRS");
	stage_end();
}

/* One yielding task and nothing else: the worker neither sleeps nor spins on it. */
static void worker_with_a_deferred_task_does_not_sleep(void **unused)
{
	struct actor actor = actor_of('Y', act_yield_once);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	assert_int_equal(deferred_here(), 1);
	stage_turn(0);
	expect_polled("Y");
	assert_int_equal(deferred_here(), 0);
	stage_turn(0);
	expect_polled("Y");
	assert_int_equal(counted("parks"), 0);
	stage_end();
}

/* Dry, it searched; resuming what yielded it searches on, and is the last to stop. */
static void search_goes_on_while_deferred_tasks_are_resumed(void **unused)
{
	struct actor actor = actor_of('Y', act_yield_once);

	(void)unused;
	stage_begin(2);
	actor_spawn(&actor);
	stage_turn(0);
	scene_sleep(1);
	stage_turn(0);
	assert_true(stage.runtime->workers[0].is_searching);
	expect_idle(1, 1);
	assert_int_equal(counted("unparks"), 0);
	stage_turn(0);
	expect_polled("YY");
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static uint32_t outside_polls;

static enum sched_poll outside_poll(void *state, struct sched_context *context)
{
	(void)state;
	return outside_polls++ == 0 ? sched_yield_now(context) : SCHED_READY;
}

static void yield_outside_a_worker_wakes_at_once(void **unused)
{
	(void)unused;
	outside_polls = 0;
	stage_begin(1);
	stage_as_outside();
	assert_int_equal(sched_block_on(stage.runtime, outside_poll, NULL), 0);
	assert_int_equal(outside_polls, 2);
	stage_end();
}

/* Too early is better than never. */
static void yield_without_memory_wakes_at_once(void **unused)
{
	struct actor actor = actor_of('Y', act_yield_once);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage.is_scarce = true;
	stage_turn(0);
	stage.is_scarce = false;
	assert_int_equal(deferred_here(), 0);
	assert_int_equal(scene_ring(0), 1);
	stage_turn(0);
	expect_polled("YY");
	stage_end();
}

/* A worker may resume a task that is not its runtime's: to the task's own, from outside. */
static void deferred_task_of_another_runtime_goes_home(void **unused)
{
	struct actor actor = actor_of('F', act_sleep);
	struct sched_runtime *other = runtime_without_threads(1);
	struct sched_context context;

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	stage_turn(0);
	context.waker = actor.waker;
	os_set_current(&other->workers[0].context);
	sched_yield_now(&context);
	worker_wake_deferred(&other->workers[0]);
	assert_false(worker_has_tasks(&other->workers[0]));
	assert_int_equal(scene_inject(), 1);
	actor_end(&actor);
	stage_end();
	sched_runtime_destroy(other);
}

static const struct CMUnitTest rules[] = {
	RULE(yielded_task_runs_after_all_other_work),
	RULE(deferred_tasks_are_woken_last_first),
	RULE(yields_of_one_poll_are_one),
	RULE(yields_are_one_where_the_list_is_full),
	RULE(yields_merge_with_the_last_entry_only),
	RULE(self_wake_goes_behind_the_ring),
	RULE(worker_with_a_deferred_task_does_not_sleep),
	RULE(search_goes_on_while_deferred_tasks_are_resumed),
	RULE(yield_outside_a_worker_wakes_at_once),
	RULE(yield_without_memory_wakes_at_once),
	RULE(deferred_task_of_another_runtime_goes_home),
};

POLICY_MAIN("yields", rules)
