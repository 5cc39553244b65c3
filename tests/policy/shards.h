/* SPDX-License-Identifier: MIT */
/* shards.h - where in a sharded inject queue tasks are, and putting them there. */
#ifndef TESTS_POLICY_SHARDS_H
#define TESTS_POLICY_SHARDS_H

#include "tests/policy/crowd.h"

static SCHED_UNUSED uint64_t shard_length(uint32_t shard)
{
	return at_load_acquire(&stage.runtime->inject.shards[shard].length);
}

/* The shard of the one task in inject. */
static SCHED_UNUSED uint32_t only_shard(void)
{
	uint32_t shard = 0;

	assert_int_equal(inject_queue_length(&stage.runtime->inject), 1);
	while (shard_length(shard) == 0)
		shard++;
	return shard;
}

/* From outside, and taken out again: to which shard it went. */
static SCHED_UNUSED uint32_t shard_of_next(struct actor *actor)
{
	uint32_t shard;

	stage_as_outside();
	actor_spawn(actor);
	shard = only_shard();
	stage_turn(0);
	assert_int_equal(actor->polls, 1);
	return shard;
}

#endif
