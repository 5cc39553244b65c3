/* SPDX-License-Identifier: MIT */
/* Description: a sharded inject queue, each thread with a shard of its own */
#define SCHED_INJECT	INJECT_SHARDED
#define SCHED_SHARD_KEY SHARD_KEY_THREAD
#include "tests/policy/shards.h"

static void a_thread_sticks_to_its_shard(void **unused)
{
	uint32_t home;

	(void)unused;
	stage_begin(1);
	crowd[0] = actor_of('R', act_ready);
	home = shard_of_next(&crowd[0]);
	for (uint32_t i = 1; i < 50; i++) {
		crowd[i] = actor_of('R', act_ready);
		assert_int_equal(shard_of_next(&crowd[i]), home);
	}
	assert_int_equal(counted("inject_pusher_changes"), 0);
	stage_end();
}

static void spawn_one(void *number)
{
	crowd_spawn((uint32_t)(uintptr_t)number, 1);
}

/* Eight threads in a row push to all of the eight shards, none to another's. */
static void threads_in_a_row_take_the_shards_in_turn(void **unused)
{
	(void)unused;
	stage_begin(1);
	for (uintptr_t i = 0; i < 8; i++) {
		struct os_thread thread;

		assert_int_equal(os_thread_start(&thread, "pusher", spawn_one, (void *)i), 0);
		os_thread_join(&thread);
	}
	for (uint32_t shard = 0; shard < 8; shard++)
		assert_int_equal(shard_length(shard), 1);
	assert_int_equal(counted("inject_pusher_changes"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_thread_sticks_to_its_shard),
	RULE(threads_in_a_row_take_the_shards_in_turn),
};

POLICY_MAIN("shard by thread", rules)
