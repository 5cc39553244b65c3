/* SPDX-License-Identifier: MIT */
/*
 * crowd.h - many tasks that are told apart by number, for rules of how many are taken
 * and in which order.
 *
 * Looks into the queues of a stage: what stands where, without running it.
 */
#ifndef TESTS_POLICY_CROWD_H
#define TESTS_POLICY_CROWD_H

#include "tests/policy/stage.h"

#define CROWD_MOST 640

static struct actor crowd[CROWD_MOST];

/* By whoever the thread is now: crowd[first], and so on. */
static SCHED_UNUSED void crowd_spawn(uint32_t first, uint32_t count)
{
	for (uint32_t i = first; i < first + count; i++) {
		crowd[i] = actor_of('*', act_ready);
		actor_spawn(&crowd[i]);
	}
}

static SCHED_UNUSED uint32_t crowd_number(struct sched_task *task)
{
	assert_non_null(task);
	return (uint32_t)(*(struct actor **)task_state(task) - crowd);
}

/* The worker's ring holds these and no others, oldest first. */
static SCHED_UNUSED void expect_ring(uint32_t index, uint32_t first, uint32_t count)
{
	struct local_queue *queue = &stage.runtime->workers[index].queue;
	uint32_t real = head_real(at_load_acquire(&queue->head));

	assert_int_equal(at_load_owned(&queue->tail) - real, count);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(crowd_number(queue->slots[(real + i) & LOCAL_QUEUE_MASK]),
				 first + i);
}

/* This many in the worker's ring, from crowd[first], and none in its slot. */
static SCHED_UNUSED void crowd_fill_ring(uint32_t index, uint32_t first, uint32_t count)
{
	struct worker *worker = stage_as(index);

	crowd_spawn(first, count);
	worker_flush_lifo(worker);
	expect_ring(index, first, count);
}

/* The shard of inject holds these and no others, oldest first. */
static SCHED_UNUSED void expect_injected(uint32_t shard, uint32_t first, uint32_t count)
{
	struct sched_task *task = stage.runtime->inject.shards[shard].first;

	assert_int_equal(at_load_acquire(&stage.runtime->inject.shards[shard].length), count);
	for (uint32_t i = 0; i < count; i++, task = task->queue_next)
		assert_int_equal(crowd_number(task), first + i);
	assert_null(task);
}

/* The next turn of the worker polls this one. */
static SCHED_UNUSED void expect_next(uint32_t index, uint32_t number)
{
	uint32_t before = crowd[number].polls;

	stage_turn(index);
	assert_int_equal(crowd[number].polls, before + 1);
}

/* From now on the worker's choices are those of this seed. */
static SCHED_UNUSED void worker_reseed(struct worker *worker, uint64_t seed)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint32_t index = worker->index;

	worker_fini(worker);
	worker_init(worker, runtime, index, &seed);
}

/* What worker_random will answer. */
static SCHED_UNUSED uint32_t next_random(const struct worker *worker, uint32_t below)
{
	static struct worker copy;

	copy.rng_one = worker->rng_one;
	copy.rng_two = worker->rng_two;
	return worker_random(&copy, below);
}

#endif
