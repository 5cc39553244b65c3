/* SPDX-License-Identifier: MIT */
/*
 * Description: the order of a completion, as the joiner, the output and the owned list see it
 *
 * Two steps of it are watched: the bit of the join waker is given up, and the task leaves
 * the owned list.
 */
#include "sched/owned_list.h"
#include "sched/task_state.h"

static uint64_t watched_unset_waker(at_u64 *state);
static bool watched_remove(struct owned_list *list, struct sched_task *task);
#define state_unset_waker_after_complete watched_unset_waker
#define owned_list_remove		 watched_remove
#include "tests/policy/scene.h"
#undef state_unset_waker_after_complete
#undef owned_list_remove

static struct sched_join awaited_handle;
static struct sched_task *awaited;     /* looked at by the watchers */
static uint64_t state_at_output;       /* of the task, when its output was dropped */
static uint64_t state_at_removal;      /* when it left the owned list */
static bool is_joiner_queued_at_unset; /* when the join waker's bit was given up */
static uint32_t outputs_dropped, unsets, removals;

static uint64_t watched_unset_waker(at_u64 *state)
{
	unsets++;
	is_joiner_queued_at_unset = worker_has_tasks(worker_current(stage.runtime));
	return state_unset_waker_after_complete(state);
}

static bool watched_remove(struct owned_list *list, struct sched_task *task)
{
	if (task == awaited) {
		removals++;
		state_at_removal = at_load_relaxed(&task->state);
	}
	return owned_list_remove(list, task);
}

static void output_dropped(void *output)
{
	(void)output;
	outputs_dropped++;
	state_at_output = at_load_relaxed(&awaited->state);
}

static const struct sched_task_ops output_ops = { .name = "output",
						  .poll = actor_poll,
						  .drop_output = output_dropped,
						  .state_bytes = sizeof(struct actor *) };

/* The task that completes sleeps first, so that another can await it. */
static struct actor sleeper;
static struct actor joiner;
static int joiner_status;

static enum sched_poll act_join(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	return sched_join_poll(&awaited_handle, context, NULL, &joiner_status);
}

static void awaited_begin(void)
{
	struct actor *state = &sleeper;

	outputs_dropped = unsets = removals = 0;
	sleeper = actor_of('A', act_sleep);
	joiner = actor_of('J', act_join);
	joiner_status = 1;
	stage_begin(1);
	assert_int_equal(sched_spawn_on(stage.runtime, &output_ops, &state, &awaited_handle), 0);
	awaited = awaited_handle.task;
	stage_turn(0);
}

/* The join waker is in place; then the awaited task completes. */
static void complete_awaited(void)
{
	awaited_begin();
	actor_spawn(&joiner);
	stage_turn(0);
	sleeper.act = act_ready;
	actor_wake(&sleeper);
	stage_turn(0);
}

static void awaited_end(void)
{
	actor_end(&sleeper);
	sched_join_detach(&awaited_handle);
	stage_end();
}

static void joiner_is_woken_before_its_waker_is_given_up(void **unused)
{
	(void)unused;
	complete_awaited();
	assert_int_equal(unsets, 1);
	assert_true(is_joiner_queued_at_unset);
	awaited_end();
}

/* COMPLETE, and the joiner's affairs are settled. */
static void task_leaves_the_owned_list_last(void **unused)
{
	(void)unused;
	complete_awaited();
	assert_int_equal(removals, 1);
	assert_int_equal(state_at_removal & (STATE_COMPLETE | STATE_JOIN_WAKER), STATE_COMPLETE);
	assert_int_equal(unsets, 1);
	awaited_end();
}

/* In the slot, as what is woken by a poll is, and finds the output there. */
static void joiner_runs_next_in_the_same_tick(void **unused)
{
	(void)unused;
	complete_awaited();
	expect_polled("AJAJ");
	awaited_end();
}

static void joiner_finds_the_output(void **unused)
{
	(void)unused;
	complete_awaited();
	assert_int_equal(joiner_status, 0);
	assert_int_equal(outputs_dropped, 0); /* it is the joiner's */
	awaited_end();
}

/* Nobody will take it: dropped once, after COMPLETE and before the task leaves the list. */
static void unclaimed_output_is_dropped_after_complete(void **unused)
{
	(void)unused;
	awaited_begin();
	sched_join_detach(&awaited_handle);
	sleeper.act = act_ready;
	actor_wake(&sleeper);
	stage_turn(0);
	assert_int_equal(outputs_dropped, 1);
	assert_true(state_at_output & STATE_COMPLETE);
	assert_int_equal(removals, 1);
	awaited_end();
}

/* Whoever waited for the join waker of a task that was aborted is woken as well. */
static void joiner_of_a_cancelled_task_is_woken(void **unused)
{
	(void)unused;
	awaited_begin();
	actor_spawn(&joiner);
	stage_turn(0);
	sched_join_abort(&awaited_handle);
	stage_turn(0);
	assert_int_equal(joiner_status, -ECANCELED);
	assert_int_equal(sleeper.polls, 1);
	awaited_end();
}

/* ------------------------------------------------------- the last reference -- */

/* Nothing keeps the runtime but its creator, so no task is left. */
static void expect_no_task(void)
{
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), 1);
}

/* The task completed long ago, and its handle is gone. */
static void last_waker_frees_the_task(void **unused)
{
	(void)unused;
	awaited_begin();
	sched_join_detach(&awaited_handle);
	sleeper.act = act_ready;
	actor_wake(&sleeper);
	stage_turn(0);
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), 2);
	sched_waker_wake(&sleeper.waker);
	expect_no_task();
	awaited_end();
}

/* Its place in the queue is all that is left of it. */
static void queued_task_that_was_shut_down_is_freed_unpolled(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(1);
	actor_spawn(&actor);
	owned_list_close(&stage.runtime->owned, 0, task_shut_down);
	worker_run(stage_as(0), next_task(stage_as(0)));
	expect_polled("");
	expect_no_task();
	stage_end();
}

static void task_that_was_aborted_in_the_queue_is_not_polled(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct actor *state = &actor;
	struct sched_join handle;

	(void)unused;
	stage_begin(1);
	assert_int_equal(sched_spawn_on(stage.runtime, &actor_ops, &state, &handle), 0);
	sched_join_abort(&handle);
	stage_turn(0);
	expect_polled("");
	assert_int_equal(sched_join_take(&handle, NULL), -ECANCELED);
	sched_join_detach(&handle);
	expect_no_task();
	stage_end();
}

/* It yielded, and was woken and completed before that was looked at. */
static void deferred_task_that_completed_is_freed(void **unused)
{
	(void)unused;
	awaited_begin();
	sched_join_detach(&awaited_handle);
	sleeper.act = act_yield;
	actor_wake(&sleeper);
	stage_turn(0);
	sleeper.act = act_ready;
	actor_wake(&sleeper);
	stage_turn(0);
	actor_end(&sleeper);
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), 2);
	worker_wake_deferred(stage_as(0));
	expect_no_task();
	awaited_end();
}

static const struct CMUnitTest rules[] = {
	RULE(joiner_is_woken_before_its_waker_is_given_up),
	RULE(task_leaves_the_owned_list_last),
	RULE(joiner_runs_next_in_the_same_tick),
	RULE(joiner_finds_the_output),
	RULE(unclaimed_output_is_dropped_after_complete),
	RULE(joiner_of_a_cancelled_task_is_woken),
	RULE(last_waker_frees_the_task),
	RULE(queued_task_that_was_shut_down_is_freed_unpolled),
	RULE(task_that_was_aborted_in_the_queue_is_not_polled),
	RULE(deferred_task_that_completed_is_freed),
};

POLICY_MAIN("completion", rules)
