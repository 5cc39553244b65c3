/* SPDX-License-Identifier: MIT */
/*
 * Description: which shard a push goes to, and how far a pop looks
 *
 * A pop may find every shard empty whose occupancy bit it saw; that is staged here with a
 * bit that no push has set.
 */
#include "tests/unit/internals.h"

#define TASKS (2u * INJECT_SHARDS)

static struct os_mutex sleepers_mutex;

static uint64_t locks_of(struct inject_queue *queue)
{
	uint64_t locks = 0;

	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		locks += at_load_relaxed(queue->shards[i].metrics.inject_locks);
	return locks;
}

static void queue_init(struct inject_queue *queue)
{
	memset(queue, 0xa5, sizeof(*queue));
	os_mutex_init(&sleepers_mutex);
	inject_queue_init(queue, &sleepers_mutex);
}

/* Of several shards each is used: round robin one after the other. */
static void pushes_are_spread(void **unused)
{
	static struct inject_queue queue;
	struct sched_task tasks[TASKS];
	uint32_t used = 0;

	(void)unused;
	fake_tasks_init(tasks, TASKS);
	queue_init(&queue);
	for (uint32_t i = 0; i < TASKS; i++) {
		assert_true(inject_queue_push(&queue, &tasks[i], &tasks[i], 1));
		if (SCHED_SHARD_KEY == SHARD_KEY_ROUND_ROBIN)
			assert_int_equal(at_load_relaxed(&queue.shards[i % INJECT_SHARDS].length),
					 1 + i / INJECT_SHARDS);
	}
	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		used += at_load_relaxed(&queue.shards[i].length) > 0;
	assert_int_equal(used, SCHED_SHARD_KEY == SHARD_KEY_THREAD ? 1 : INJECT_SHARDS);
	inject_queue_fini(&queue);
}

static void a_pop_looks_as_often_as_there_are_shards(void **unused)
{
	static struct inject_queue queue;
	uint64_t taken = 7;

	(void)unused;
	queue_init(&queue);
	assert_null(inject_queue_pop(&queue, 0, 1, &taken));
	assert_int_equal(taken, 0);
	assert_int_equal(locks_of(&queue), 0); /* nothing to see from outside */
	at_init(&queue.occupancy, 1);
	assert_null(inject_queue_pop(&queue, 0, 1, &taken));
	assert_int_equal(locks_of(&queue), INJECT_SHARDS);
	at_init(&queue.occupancy, 0);
	inject_queue_fini(&queue);
}

/* From each start: the first occupied one at or after it, then from the beginning. */
static void the_next_occupied_shard_wraps(void **unused)
{
	(void)unused;
	assert_int_equal(inject_next_occupied(1, 0), 0);
	assert_int_equal(inject_next_occupied(1, 1), 0);
	assert_int_equal(inject_next_occupied(0x12, 1), 1);
	assert_int_equal(inject_next_occupied(0x12, 2), 4);
	assert_int_equal(inject_next_occupied(0x12, 4), 4);
	assert_int_equal(inject_next_occupied(0x12, 5), 1);
	assert_int_equal(inject_next_occupied((uint64_t)1 << 63, 63), 63);
}

static void the_bit_of_a_shard_says_whether_it_is_empty(void **unused)
{
	static struct inject_queue queue;
	struct sched_task tasks[3];
	uint64_t taken;

	(void)unused;
	fake_tasks_init(tasks, 3);
	queue_init(&queue);
	assert_true(inject_queue_is_empty(&queue));
	tasks[0].queue_next = &tasks[1];
	tasks[1].queue_next = &tasks[2];
	assert_true(inject_queue_push(&queue, &tasks[0], &tasks[2], 3));
	assert_int_equal(__builtin_popcountll(at_load_relaxed(&queue.occupancy)), 1);
	assert_ptr_equal(inject_queue_pop(&queue, 0, 2, &taken), &tasks[0]);
	assert_int_equal(taken, 2);
	assert_ptr_equal(tasks[0].queue_next, &tasks[1]);
	assert_null(tasks[1].queue_next);
	assert_false(inject_queue_is_empty(&queue));
	assert_int_equal(inject_queue_length(&queue), 1);
	assert_ptr_equal(inject_queue_pop(&queue, 0, 2, &taken), &tasks[2]);
	assert_int_equal(taken, 1);
	assert_int_equal(at_load_relaxed(&queue.occupancy), 0);
	assert_true(inject_queue_is_empty(&queue));
	inject_queue_fini(&queue);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(pushes_are_spread),
		cmocka_unit_test(a_pop_looks_as_often_as_there_are_shards),
		cmocka_unit_test(the_next_occupied_shard_wraps),
		cmocka_unit_test(the_bit_of_a_shard_says_whether_it_is_empty),
	};

	return cmocka_run_group_tests_name("inject structures", tests, NULL, NULL);
}
