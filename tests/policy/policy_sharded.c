/* SPDX-License-Identifier: MIT */
/* Description: a sharded inject queue: where one pushes in turn, where one looks first */
#define SCHED_INJECT	INJECT_SHARDED
#define SCHED_SHARD_KEY SHARD_KEY_ROUND_ROBIN
#include "tests/policy/shards.h"

/* From outside: `each` in each of the 8 shards, number i in shard i % 8. */
static void inject_everywhere(uint32_t each)
{
	stage_as_outside();
	crowd_spawn(0, 8 * each);
	for (uint32_t shard = 0; shard < 8; shard++)
		assert_int_equal(shard_length(shard), each);
	stage_as(0);
}

/* ----------------------------------------------------------------- push -- */

static void pushes_go_round(void **unused)
{
	(void)unused;
	stage_begin(1);
	for (uint32_t i = 0; i < 20; i++) {
		crowd[i] = actor_of('R', act_ready);
		assert_int_equal(shard_of_next(&crowd[i]), i % 8);
	}
	stage_end();
}

/* What is shed goes to one shard, with one lock. */
static void an_overflow_goes_to_one_shard(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as(0);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 2);
	expect_injected(0, LOCAL_QUEUE_HALF, LOCAL_QUEUE_HALF + 1);
	assert_int_equal(counted("inject_locks"), 1);
	stage_end();
}

/* ------------------------------------------------------------------ pop -- */

/* At the random start, wherever that is; and each shard is one in eight times. */
static void a_look_starts_at_a_random_shard(void **unused)
{
	uint32_t firsts[8] = { 0 };

	(void)unused;
	for (uint64_t seed = 0; seed < 400; seed++) {
		struct sched_task *task;
		uint32_t start;

		stage_begin(1);
		inject_everywhere(1);
		worker_reseed(stage_as(0), seed);
		start = next_random(stage_as(0), 8);
		task = next_remote_task(stage_as(0));
		assert_int_equal(crowd_number(task), start);
		firsts[start]++;
		worker_run(stage_as(0), task);
		stage_end();
	}
	for (uint32_t shard = 0; shard < 8; shard++)
		assert_in_range(firsts[shard], 25, 80);
}

/* A batch as a single task. */
static void a_batch_starts_at_a_random_shard(void **unused)
{
	uint32_t seen = 0;

	(void)unused;
	for (uint64_t seed = 0; seed < 100; seed++) {
		uint32_t start;

		stage_begin(1);
		inject_everywhere(1);
		worker_reseed(stage_as(0), seed);
		start = next_random(stage_as(0), 8);
		expect_next(0, start);
		seen |= 1u << start;
		stage_end();
	}
	assert_int_equal(seen, 0xff);
}

/* From an empty start upwards to the next that has something, and on from the first. */
static void a_look_goes_upwards_and_wraps(void **unused)
{
	(void)unused;
	for (uint32_t start = 0; start < 8; start++) {
		uint64_t taken;
		struct sched_task *task;

		stage_begin(1);
		inject_everywhere(1);
		for (uint32_t shard = 0; shard < 8; shard++) {
			if (shard == 2 || shard == 5)
				continue;
			task = inject_queue_pop(&stage.runtime->inject, shard, 1, &taken);
			worker_run(stage_as(0), task);
		}
		task = inject_queue_pop(&stage.runtime->inject, start, 1, &taken);
		assert_int_equal(crowd_number(task), start > 2 && start <= 5 ? 5 : 2);
		worker_run(stage_as(0), task);
		stage_end();
	}
}

/* A shard that somebody else emptied a moment ago: on to the next. */
static void a_look_goes_on_after_an_empty_shard(void **unused)
{
	struct inject_queue *queue;
	uint64_t taken;
	struct sched_task *task;

	(void)unused;
	stage_begin(1);
	queue = &stage.runtime->inject;
	at_store_relaxed(&queue->next_shard, 6);
	stage_as_outside();
	crowd_spawn(0, 1);
	assert_int_equal(only_shard(), 6);
	at_fetch_or_release(&queue->occupancy, 1u << 3);
	task = inject_queue_pop(queue, 1, 1, &taken);
	assert_int_equal(crowd_number(task), 0);
	at_fetch_and_release(&queue->occupancy, ~(uint64_t)(1u << 3));
	worker_run(stage_as(0), task);
	stage_end();
}

/* As many as the whole queue's length allows, but of one shard only. */
static void a_batch_is_of_one_shard(void **unused)
{
	uint32_t start;

	(void)unused;
	stage_begin(1);
	inject_everywhere(5);
	start = next_random(stage_as(0), 8);
	expect_next(0, start);
	assert_int_equal(counted("inject_pops"), 5);
	for (uint32_t shard = 0; shard < 8; shard++)
		assert_int_equal(shard_length(shard), shard == start ? 0 : 5);
	stage_end();
}

/* The share of a batch is of all shards' length, not of the one it comes from. */
static void a_share_is_of_all_shards(void **unused)
{
	(void)unused;
	stage_begin(4);
	inject_everywhere(5);
	stage_turn(0);
	assert_int_equal(counted("inject_pops"), 5); /* of 40 / 4 + 1 */
	stage_end();
}

/* Empty is empty: no lock of any shard. */
static void empty_shards_are_not_locked(void **unused)
{
	(void)unused;
	stage_begin(1);
	inject_everywhere(1);
	stage_turns(0, 8);
	assert_int_equal(counted("inject_locks"), 16);
	assert_null(next_remote_task(stage_as(0)));
	assert_null(steal_work(stage_as(0)));
	assert_int_equal(counted("inject_locks"), 16);
	worker_stop_searching(stage_as(0));
	stage_end();
}

/* Somebody else emptied them all a moment ago: looks, but no task and no batch. */
static void a_look_in_vain_takes_nothing(void **unused)
{
	struct inject_queue *queue;

	(void)unused;
	stage_begin(1);
	queue = &stage.runtime->inject;
	at_fetch_or_release(&queue->occupancy, 1u << 3);
	assert_null(next_remote_task(stage_as(0)));
	assert_null(next_remote_batch(stage_as(0)));
	assert_int_equal(counted("inject_pops"), 0);
	assert_int_equal(counted("inject_batches"), 0);
	at_fetch_and_release(&queue->occupancy, ~(uint64_t)(1u << 3));
	stage_end();
}

/* -------------------------------------------------------------- pushers -- */

static void spawn_everywhere(void *first)
{
	crowd_spawn((uint32_t)(uintptr_t)first, 8);
}

/* Each shard remembers its own: two threads in turn are two changes of each. */
static void pushers_are_told_apart_by_shard(void **unused)
{
	struct os_thread other;

	(void)unused;
	stage_begin(1);
	stage_as_outside();
	spawn_everywhere((void *)0);
	assert_int_equal(counted("inject_pusher_changes"), 0);
	assert_int_equal(os_thread_start(&other, "pusher", spawn_everywhere, (void *)8), 0);
	os_thread_join(&other);
	assert_int_equal(counted("inject_pusher_changes"), 8);
	spawn_everywhere((void *)16);
	assert_int_equal(counted("inject_pusher_changes"), 16);
	spawn_everywhere((void *)24);
	assert_int_equal(counted("inject_pusher_changes"), 16);
	assert_int_equal(counted("inject_pushed"), 32);
	stage_end();
}

/* ---------------------------------------------------------------- close -- */

static void a_close_closes_every_shard(void **unused)
{
	(void)unused;
	stage_begin(1);
	runtime_close(stage.runtime);
	stage_as_outside();
	crowd_spawn(0, 16);
	assert_int_equal(inject_queue_length(&stage.runtime->inject), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_batch_is_of_one_shard),	       RULE(a_batch_starts_at_a_random_shard),
	RULE(a_close_closes_every_shard),      RULE(a_look_goes_on_after_an_empty_shard),
	RULE(a_look_goes_upwards_and_wraps),   RULE(a_look_starts_at_a_random_shard),
	RULE(a_look_in_vain_takes_nothing),    RULE(a_share_is_of_all_shards),
	RULE(an_overflow_goes_to_one_shard),   RULE(empty_shards_are_not_locked),
	RULE(pushers_are_told_apart_by_shard), RULE(pushes_go_round),
};

POLICY_MAIN("sharded inject", rules)
