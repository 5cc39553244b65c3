/* SPDX-License-Identifier: MIT */
/* Description: no list of owned tasks: who ends a task at the end, and with which reference */
#define SCHED_OWNED	 OWNED_NONE
#define SCHED_LIFO_SLOTS 4
#include "tests/policy/scene.h"

static uint32_t drops;

static void count_drop(void *state)
{
	(void)state;
	drops++;
}

static const struct sched_task_ops mortal_ops = { .name = "mortal",
						  .poll = actor_poll,
						  .drop = count_drop,
						  .state_bytes = sizeof(struct actor *) };

static struct actor mortals[4];

static int mortal_spawn(uint32_t index,
			enum sched_poll (*act)(struct actor *, struct sched_context *),
			struct sched_join *join)
{
	struct actor *mortal = &mortals[index];

	*mortal = actor_of('M', act);
	return sched_spawn_on(stage.runtime, &mortal_ops, &mortal, join);
}

static void none_begin(void)
{
	stage_begin(1);
	drops = 0;
}

/* Finished, since it was dropped; and the handle is let go. */
static void expect_ended(struct sched_join *join)
{
	assert_true(sched_join_is_finished(join));
	assert_int_equal(sched_join_take(join, NULL), -ECANCELED);
	sched_join_detach(join);
}

static void unlisted_task_begins_with_two_references(void **unused)
{
	struct sched_join join;

	(void)unused;
	none_begin();
	mortal_spawn(0, act_ready, &join);
	assert_int_equal(state_refs(at_load_relaxed(&join.task->state)), 2);
	stage_end();
	expect_ended(&join);
}

static void unlisted_task_in_the_slots_is_ended(void **unused)
{
	struct sched_join joins[2];

	(void)unused;
	none_begin();
	mortal_spawn(0, act_ready, &joins[0]);
	mortal_spawn(1, act_ready, &joins[1]);
	stage_end();
	expect_ended(&joins[0]);
	expect_ended(&joins[1]);
	assert_int_equal(drops, 2);
}

static void unlisted_task_in_the_ring_is_ended(void **unused)
{
	struct sched_join joins[2];

	(void)unused;
	none_begin();
	mortal_spawn(0, act_ready, &joins[0]);
	mortal_spawn(1, act_ready, &joins[1]);
	worker_flush_lifo(stage_as(0));
	stage_end();
	expect_ended(&joins[0]);
	expect_ended(&joins[1]);
	assert_int_equal(drops, 2);
}

static void unlisted_task_in_inject_is_ended(void **unused)
{
	struct sched_join join;

	(void)unused;
	none_begin();
	stage_as_outside();
	mortal_spawn(0, act_ready, &join);
	stage_end();
	expect_ended(&join);
	assert_int_equal(drops, 1);
}

/* Accepted, since the end is not there yet; the queue takes no more, and nobody else has it. */
static void unlisted_task_that_inject_refuses_is_ended(void **unused)
{
	struct sched_join join;

	(void)unused;
	none_begin();
	runtime_close(stage.runtime);
	stage_as_outside();
	assert_int_equal(mortal_spawn(0, act_ready, &join), 0);
	expect_ended(&join);
	stage_end();
	assert_int_equal(drops, 1);
}

/* Nobody knows of it but its waker. */
static void unlisted_sleeper_is_left_until_it_is_woken(void **unused)
{
	(void)unused;
	none_begin();
	mortal_spawn(0, act_sleep, NULL);
	stage_turn(0);
	stage_end();
	assert_int_equal(drops, 0);
	actor_wake(&mortals[0]);
	assert_int_equal(drops, 1);
	actor_end(&mortals[0]);
}

static void unlisted_sleeper_ends_with_its_last_waker(void **unused)
{
	(void)unused;
	none_begin();
	mortal_spawn(0, act_sleep, NULL);
	stage_turn(0);
	stage_end();
	actor_end(&mortals[0]);
	assert_int_equal(drops, 1);
}

static void unlisted_task_is_refused_after_the_end(void **unused)
{
	struct sched_join join;

	(void)unused;
	none_begin();
	runtime_close(stage.runtime);
	stage.runtime->workers[0].is_shutdown = true;
	worker_main(&stage.runtime->workers[0]);
	assert_int_equal(mortal_spawn(0, act_ready, &join), -ECANCELED);
	expect_ended(&join);
	assert_int_equal(drops, 1);
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), 1);
	sched_runtime_destroy(stage.runtime);
}

static const struct CMUnitTest rules[] = {
	RULE(unlisted_task_begins_with_two_references),
	RULE(unlisted_task_in_the_slots_is_ended),
	RULE(unlisted_task_in_the_ring_is_ended),
	RULE(unlisted_task_in_inject_is_ended),
	RULE(unlisted_task_that_inject_refuses_is_ended),
	RULE(unlisted_sleeper_is_left_until_it_is_woken),
	RULE(unlisted_sleeper_ends_with_its_last_waker),
	RULE(unlisted_task_is_refused_after_the_end),
};

POLICY_MAIN("owned none", rules)
