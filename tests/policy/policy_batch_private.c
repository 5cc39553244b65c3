/* SPDX-License-Identifier: MIT */
/* Description: a batch of inject that its worker keeps to itself (Blitz-IO as built) */
#define SCHED_INJECT	     INJECT_SHARDED
#define SCHED_SHARD_KEY	     SHARD_KEY_ROUND_ROBIN
#define SCHED_INJECT_BATCH   INJECT_BATCH_PRIVATE
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 1000000
#define SCHED_LIFO_SLOTS     0
#include "tests/policy/scene.h"
#include "tests/policy/shards.h"

static uint32_t private_length(uint32_t index)
{
	uint32_t length = 0;

	for (struct sched_task *task = *stage.runtime->workers[index].private_batch; task;
	     task = task->queue_next)
		length++;
	return length;
}

/* Of so many tasks in all shards of so many workers: what the first look takes. */
static uint64_t batch_of(uint32_t workers, uint32_t count)
{
	uint64_t taken;

	stage_begin(workers);
	stage_as_outside();
	crowd_spawn(0, count);
	stage_turn(0);
	taken = counted("inject_pops");
	assert_int_equal(counted("inject_batches"), 1);
	assert_int_equal(private_length(0), taken - 1);
	assert_int_equal(scene_ring(0), 0);
	stage_end();
	return taken;
}

static void a_private_batch_is_a_fair_share(void **unused)
{
	(void)unused;
	assert_int_equal(batch_of(2, 48), 24);
	assert_int_equal(batch_of(4, 100), 25);
}

static void a_private_batch_is_of_4_to_32(void **unused)
{
	(void)unused;
	assert_int_equal(batch_of(4, 8), 4);
	assert_int_equal(batch_of(1, 3), 3);
	assert_int_equal(batch_of(1, 200), 32);
}

/* Eight shards, a task in each, the batch of four: shard 0 first. */
static void a_private_batch_begins_at_the_first_shard(void **unused)
{
	(void)unused;
	stage_begin(4);
	stage_as_outside();
	crowd_spawn(0, INJECT_SHARDS);
	stage_turn(0);
	for (uint32_t shard = 0; shard < INJECT_SHARDS; shard++)
		assert_int_equal(shard_length(shard), shard >= PRIVATE_BATCH_LEAST);
	assert_int_equal(crowd[0].polls, 1);
	for (uint32_t i = 1; i < PRIVATE_BATCH_LEAST; i++)
		expect_next(0, i);
	stage_end();
}

/* Until the batch is full, each has its lock; of an empty queue all. */
static void each_shard_costs_a_lock_until_the_batch_is_full(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	crowd_spawn(0, 4 * INJECT_SHARDS);
	assert_int_equal(counted("inject_locks"), 4 * INJECT_SHARDS);
	stage_as(0);
	worker_run(stage_as(0), next_private_batch(stage_as(0)));
	assert_int_equal(counted("inject_locks"), 5 * INJECT_SHARDS);
	assert_int_equal(private_length(0), 4 * INJECT_SHARDS - 1);
	stage_turns(0, 4 * INJECT_SHARDS - 1);
	assert_null(next_private_batch(stage_as(0)));
	assert_int_equal(counted("inject_locks"), 6 * INJECT_SHARDS);
	stage_end();
}

/* B19: the thief finds nothing. */
static void a_private_batch_is_not_stolen(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_as_outside();
	crowd_spawn(0, 8);
	stage_turn(0);
	assert_int_equal(private_length(0), 3);
	stage_turn(1);
	assert_int_equal(private_length(1), 3);
	assert_null(steal_work(stage_as(1)));
	assert_int_equal(private_length(0), 3);
	worker_stop_searching(stage_as(1));
	stage_end();
}

/* Before what the worker made runnable itself. */
static void a_private_batch_goes_before_the_ring(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	crowd_spawn(0, 3);
	stage_turn(0);
	stage_as(0);
	crowd_spawn(3, 1);
	expect_next(0, 1);
	expect_next(0, 2);
	expect_next(0, 3);
	stage_end();
}

/* B5: F5 forgot it when the tick ended.  The batch begins in the last turn before a maintenance. */
static void a_private_batch_outlives_the_tick(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	crowd_spawn(0, 8);
	stage_as(0)->ticks_to_event = 2;
	for (uint32_t i = 0; i < 8; i++)
		expect_next(0, i);
	assert_true(counted("maintenances") > 0);
	stage_end();
}

/* What is left is dropped with the rest: the end of this program looks for leaks. */
static void a_private_batch_ends_with_the_runtime(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	crowd_spawn(0, 8);
	stage_turn(0);
	assert_int_equal(private_length(0), 7);
	stage_end();
	assert_int_equal(stage_leaks(), 0);
	for (uint32_t i = 1; i < 8; i++)
		assert_int_equal(crowd[i].polls, 0);
}

static const struct CMUnitTest rules[] = {
	RULE(a_private_batch_begins_at_the_first_shard),
	RULE(a_private_batch_ends_with_the_runtime),
	RULE(a_private_batch_goes_before_the_ring),
	RULE(a_private_batch_is_a_fair_share),
	RULE(a_private_batch_is_not_stolen),
	RULE(a_private_batch_is_of_4_to_32),
	RULE(a_private_batch_outlives_the_tick),
	RULE(each_shard_costs_a_lock_until_the_batch_is_full),
};

POLICY_MAIN("private batch", rules)
