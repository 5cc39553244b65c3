/* SPDX-License-Identifier: MIT */
/* Description: one first reference: list and handle take theirs in time, and give them back */
#define SCHED_FIRST_REFERENCES FIRST_REFERENCES_ONE
#include "sched/owned_list.h"

static bool watched_bind(struct owned_list *list, struct sched_task *task);
#define owned_list_bind watched_bind
#include "tests/policy/scene.h"
#undef owned_list_bind

static struct sched_task *bound;
static uint64_t state_before; /* when the list was about to take it */

static bool watched_bind(struct owned_list *list, struct sched_task *task)
{
	bound = task;
	state_before = at_load_relaxed(&task->state);
	return owned_list_bind(list, task);
}

static struct actor actor;

static int spawn_one(struct sched_join *join)
{
	struct actor *state = &actor;

	actor = actor_of('A', act_ready);
	return sched_spawn_on(stage.runtime, &actor_ops, &state, join);
}

static uint64_t bound_state(void)
{
	return at_load_relaxed(&bound->state);
}

/* Blitz-IO takes it when the task may be over already. */
static void handle_has_its_reference_before_the_task_is_known(void **unused)
{
	struct sched_join join;

	(void)unused;
	stage_begin(1);
	assert_int_equal(spawn_one(&join), 0);
	assert_int_equal(state_refs(state_before), 2);
	assert_true(state_before & STATE_JOIN_INTEREST);
	stage_turn(0);
	assert_int_equal(sched_join_take(&join, NULL), 0);
	sched_join_detach(&join);
	stage_end();
}

static void list_has_its_reference_when_it_has_the_task(void **unused)
{
	struct sched_join join;

	(void)unused;
	stage_begin(1);
	assert_int_equal(spawn_one(&join), 0);
	assert_int_equal(bound_state(), STATE_SPAWNED);
	stage_turn(0);
	assert_int_equal(state_refs(bound_state()), 1); /* the handle's */
	sched_join_detach(&join);
	stage_end();
}

static void task_without_a_handle_never_had_its_reference(void **unused)
{
	(void)unused;
	stage_begin(1);
	assert_int_equal(spawn_one(NULL), 0);
	assert_int_equal(state_refs(bound_state()), 2);
	assert_false(bound_state() & STATE_JOIN_INTEREST);
	stage_turn(0);
	expect_polled("A");
	stage_end();
}

/* The closed list has taken none: only the handle keeps the task. */
static void refused_task_has_its_handles_reference(void **unused)
{
	struct sched_join join;

	(void)unused;
	stage_begin(1);
	owned_list_close(&stage.runtime->owned, 0, task_shut_down);
	assert_int_equal(spawn_one(&join), -ECANCELED);
	assert_int_equal(state_refs(bound_state()), 1);
	assert_int_equal(sched_join_take(&join, NULL), -ECANCELED);
	sched_join_detach(&join);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(handle_has_its_reference_before_the_task_is_known),
	RULE(list_has_its_reference_when_it_has_the_task),
	RULE(task_without_a_handle_never_had_its_reference),
	RULE(refused_task_has_its_handles_reference),
};

POLICY_MAIN("first reference", rules)
