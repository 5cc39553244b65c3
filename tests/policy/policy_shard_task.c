/* SPDX-License-Identifier: MIT */
/* Description: a sharded inject queue, each task in the shard of its hash (Blitz-IO) */
#define SCHED_INJECT	INJECT_SHARDED
#define SCHED_SHARD_KEY SHARD_KEY_TASK
#include "tests/policy/shards.h"

/* Bits 32 to 34 of the id times 2^64 / golden ratio; ids are counted from 1. */
static void a_task_goes_to_the_shard_of_its_id(void **unused)
{
	static const uint32_t shards[] = { 1, 2, 4, 5, 7, 0, 2, 3, 5, 6, 0, 1, 3, 4, 6, 7 };

	(void)unused;
	stage_begin(1);
	for (uint32_t i = 0; i < TEST_COUNT(shards); i++) {
		crowd[i] = actor_of('R', act_ready);
		assert_int_equal(shard_of_next(&crowd[i]), shards[i]);
	}
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_task_goes_to_the_shard_of_its_id),
};

POLICY_MAIN("shard by task", rules)
