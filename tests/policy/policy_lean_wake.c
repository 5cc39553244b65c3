/* SPDX-License-Identifier: MIT */
/* Description: tokio_lean tells and places as tokio does, and spreads its own task ids */
#include "variants/tokio_lean.h"

#include "tests/policy/scene.h"

/* A task that sleeps on worker 0, and worker 1 asleep. */
static struct actor sleeper;

static void lean_begin(void)
{
	sleeper = actor_of('A', act_sleep);
	stage_begin(2);
	actor_spawn(&sleeper);
	stage_turn(0);
	scene_sleep(1);
}

static void lean_remote_wake_by_value_is_told(void **unused)
{
	(void)unused;
	lean_begin();
	stage_as_outside();
	sched_waker_wake(&sleeper.waker);
	assert_int_equal(scene_inject(), 1);
	assert_int_equal(counted("remote_schedules"), 1);
	assert_int_equal(counted("unparks"), 1);
	stage_end();
}

static void lean_wake_by_value_on_a_worker_fills_the_slot(void **unused)
{
	(void)unused;
	lean_begin();
	stage_as(0);
	sched_waker_wake(&sleeper.waker);
	assert_int_equal(stage.runtime->workers[0].lifo.count, 1);
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

static uint32_t shards_in_use(void)
{
	struct owned_list *owned = &stage.runtime->owned;
	uint32_t used = 0;

	for (uint64_t i = 0; i <= owned->mask; i++)
		used += owned->shards[i].first != NULL;
	return used;
}

static void lean_ids_of_one_worker_use_every_shard(void **unused)
{
	struct actor actors[8];

	(void)unused;
	stage_begin(2);
	for (uint32_t i = 0; i < 8; i++) {
		actors[i] = actor_of('A', act_ready);
		actor_spawn(&actors[i]);
	}
	assert_int_equal(shards_in_use(), 8);
	stage_end();
}

/* Two workers never give the same id. */
static void lean_ids_of_two_workers_differ(void **unused)
{
	(void)unused;
	stage_begin(2);
	assert_true(task_next_id(stage.runtime, stage_as(1)) -
			    task_next_id(stage.runtime, stage_as(0)) >=
		    (uint64_t)1 << 40);
	assert_int_equal(task_next_id(stage.runtime, NULL), 1);
	assert_int_equal(task_next_id(stage.runtime, NULL), 2);
	stage_end();
}

/* Each worker counts in a word of its own what it makes and what it ends. */
static void lean_workers_keep_their_own_balance(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	uint64_t shared;

	(void)unused;
	stage_begin(2);
	shared = at_load_relaxed(&stage.runtime->refs);
	sleeper = actor_of('B', act_ready);
	actor_spawn(&actor);
	actor_spawn(&sleeper); /* displaces the other one, so that it can be stolen */
	assert_int_equal(stage.runtime->workers[0].task_balance, 2);
	stage_turn(1);
	expect_polled("A");
	assert_int_equal(stage.runtime->workers[0].task_balance, 2);
	assert_int_equal(stage.runtime->workers[1].task_balance, -1);
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), shared);
	stage_end();
}

/* In one step, where tokio takes two. */
static void lean_last_handle_frees_the_task(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct actor *state = &actor;
	struct sched_join handle;

	(void)unused;
	stage_begin(1);
	assert_int_equal(sched_spawn_on(stage.runtime, &actor_ops, &state, &handle), 0);
	stage_turn(0);
	assert_int_equal(stage.runtime->workers[0].task_balance, 1);
	sched_join_detach(&handle);
	assert_int_equal(stage.runtime->workers[0].task_balance, 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(lean_remote_wake_by_value_is_told),
	RULE(lean_wake_by_value_on_a_worker_fills_the_slot),
	RULE(lean_ids_of_one_worker_use_every_shard),
	RULE(lean_ids_of_two_workers_differ),
	RULE(lean_workers_keep_their_own_balance),
	RULE(lean_last_handle_frees_the_task),
};

POLICY_MAIN("lean wakes", rules)
