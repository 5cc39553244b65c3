/* SPDX-License-Identifier: MIT */
/* Description: the ring: full, empty, wrap at 2^32, overflow, steals, three pops */
#include "tests/unit/internals.h"

#define CAPACITY LOCAL_QUEUE_CAPACITY
#define HALF	 LOCAL_QUEUE_HALF

/* Where the free-running counters begin: both sides of the wrap. */
static const uint32_t starts[] = { 0,
				   1,
				   CAPACITY - 1,
				   UINT32_MAX - CAPACITY,
				   UINT32_MAX - CAPACITY / 2,
				   UINT32_MAX - 1,
				   UINT32_MAX };

static struct sched_task tasks[4 * CAPACITY];
static struct worker_metrics metrics;

static void fill(struct local_queue *queue, uint32_t start, uint32_t first, uint32_t count)
{
	local_queue_init(queue, start);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(local_queue_try_push(queue, &tasks[first + i]), PUSH_DONE);
}

static void expect_pops(struct local_queue *queue, uint32_t first, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		assert_ptr_equal(local_queue_pop(queue, &metrics), &tasks[first + i]);
}

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(tasks, TEST_COUNT(tasks));
	worker_metrics_init(&metrics);
	return 0;
}

static void full_and_empty(void **unused)
{
	(void)unused;
	for (size_t s = 0; s < TEST_COUNT(starts); s++) {
		struct local_queue queue;

		fill(&queue, starts[s], 0, CAPACITY);
		assert_int_equal(local_queue_length(&queue), CAPACITY);
		assert_int_equal(local_queue_length_owned(&queue), CAPACITY);
		assert_int_equal(local_queue_room_owned(&queue), 0);
		assert_int_equal(local_queue_try_push(&queue, &tasks[CAPACITY]), PUSH_FULL);
		expect_pops(&queue, 0, CAPACITY);
		assert_null(local_queue_pop(&queue, &metrics));
		assert_int_equal(local_queue_length(&queue), 0);
		assert_int_equal(local_queue_room_owned(&queue), CAPACITY);
		local_queue_fini(&queue);
	}
}

/* One in, one out, across the wrap, at every fill level. */
static void fifo_across_the_wrap(void **unused)
{
	(void)unused;
	for (uint32_t level = 0; level < CAPACITY; level++) {
		struct local_queue queue;

		fill(&queue, UINT32_MAX - CAPACITY, 0, level);
		for (uint32_t i = 0; i < 2 * CAPACITY; i++) {
			struct sched_task *next = &tasks[level + i];

			assert_int_equal(local_queue_try_push(&queue, next), PUSH_DONE);
			assert_ptr_equal(local_queue_pop(&queue, &metrics), &tasks[i]);
			assert_int_equal(local_queue_length(&queue), level);
		}
		local_queue_fini(&queue);
	}
}

static void push_of_a_batch(void **unused)
{
	(void)unused;
	for (size_t s = 0; s < TEST_COUNT(starts); s++) {
		struct local_queue queue;

		fill(&queue, starts[s], 0, 1);
		for (uint32_t i = 1; i < HALF; i++)
			tasks[i].queue_next = &tasks[i + 1];
		local_queue_push_batch(&queue, &tasks[1], HALF);
		assert_int_equal(local_queue_length(&queue), HALF + 1);
		expect_pops(&queue, 0, HALF + 1);
		local_queue_fini(&queue);
	}
}

/* ------------------------------------------------------------- overflow -- */

static void overflow_sheds_the_newest_half(void **unused)
{
	(void)unused;
	for (size_t s = 0; s < TEST_COUNT(starts); s++) {
		struct sched_task *last = NULL;
		struct local_queue queue;
		struct sched_task *task;

		fill(&queue, starts[s], 0, CAPACITY);
		do /* the weak CAS may fail for no reason */
			task = local_queue_take_newest_half(&queue, &last);
		while (!task);
		for (uint32_t i = HALF; i < CAPACITY; i++) { /* in order, oldest first */
			assert_ptr_equal(task, &tasks[i]);
			if (i == CAPACITY - 1)
				assert_ptr_equal(task, last);
			task = task->queue_next;
		}
		assert_int_equal(local_queue_length(&queue), HALF);
		assert_int_equal(local_queue_room_owned(&queue), HALF);
		assert_int_equal(local_queue_try_push(&queue, &tasks[CAPACITY]), PUSH_DONE);
		expect_pops(&queue, 0, HALF); /* the oldest stay, and go first */
		expect_pops(&queue, CAPACITY, 1);
		assert_null(local_queue_pop(&queue, &metrics));
		local_queue_fini(&queue);
	}
}

static void overflow_gives_way_to_a_thief(void **unused)
{
	struct sched_task *last = NULL;
	struct local_queue queue;
	uint64_t head = 0;
	uint32_t count;

	(void)unused;
	fill(&queue, UINT32_MAX - 1, 0, CAPACITY);
	count = local_queue_claim(&queue, &head);
	assert_int_equal(count, HALF);
	assert_null(local_queue_take_newest_half(&queue, &last));
	assert_int_equal(local_queue_room_owned(&queue), 0); /* its slots are still taken */
	assert_int_equal(local_queue_try_push(&queue, &tasks[CAPACITY]), PUSH_FULL_STOLEN_FROM);
	local_queue_release(&queue, head);
	assert_int_equal(local_queue_room_owned(&queue), HALF);
	assert_int_equal(local_queue_try_push(&queue, &tasks[CAPACITY]), PUSH_DONE);
	local_queue_fini(&queue);
}

/* --------------------------------------------------------------- steals -- */

static uint32_t share_of(uint32_t available)
{
	if (SCHED_STEAL_HALF == STEAL_HALF_DOWN)
		return available == 1 ? 1 : available / 2;
	return (available + 1) / 2;
}

static void steal_takes_the_oldest_half(void **unused)
{
	(void)unused;
	for (size_t s = 0; s < TEST_COUNT(starts); s++) {
		for (uint32_t level = 1; level <= CAPACITY; level++) {
			struct local_queue victim;
			struct local_queue thief;
			uint32_t share = share_of(level);
			uint32_t stolen = 0;
			struct sched_task *task;

			fill(&victim, starts[s], 0, level);
			local_queue_init(&thief, starts[TEST_COUNT(starts) - 1 - s]);
			do /* a weak CAS never fails for no reason on x86, elsewhere it may */
				task = local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL);
			while (!task);
			assert_int_equal(stolen, share);
			assert_ptr_equal(task, &tasks[share - 1]); /* the newest of the loot runs */
			assert_int_equal(local_queue_length(&thief), share - 1);
			expect_pops(&thief, 0, share - 1);
			assert_int_equal(local_queue_length(&victim), level - share);
			expect_pops(&victim, share, level - share);
			assert_int_equal(local_queue_room_owned(&victim), CAPACITY);
			local_queue_fini(&victim);
			local_queue_fini(&thief);
		}
	}
}

static void steal_from_the_empty(void **unused)
{
	struct local_queue victim;
	struct local_queue thief;
	uint32_t stolen = 9;

	(void)unused;
	local_queue_init(&victim, UINT32_MAX);
	local_queue_init(&thief, 0);
	assert_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
	assert_int_equal(stolen, 0);
}

/* No steal by one who has more than half a ring, or may have: no room for the loot. */
static void steal_needs_room_for_half(void **unused)
{
	struct local_queue victim;
	struct local_queue thief;
	uint32_t stolen;
	uint64_t head = 0;

	(void)unused;
	fill(&victim, 0, 0, CAPACITY);
	fill(&thief, UINT32_MAX - 1, CAPACITY, HALF + 1);
	assert_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
	assert_int_equal(local_queue_length(&victim), CAPACITY);
	assert_true(local_queue_claim(&thief, &head) > 0); /* claimed slots count as taken */
	assert_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
	local_queue_release(&thief, head);
	assert_non_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
	assert_int_equal(stolen, HALF);
}

static void steal_is_refused_while_one_is_active(void **unused)
{
	struct local_queue victim;
	struct local_queue thief;
	uint32_t stolen = 9;
	uint64_t other = 0;
	uint64_t head = 0;

	(void)unused;
	fill(&victim, UINT32_MAX, 0, CAPACITY);
	local_queue_init(&thief, 0);
	assert_int_equal(local_queue_claim(&victim, &head), HALF);
	assert_true(head_is_stolen_from(head));
	assert_int_equal(local_queue_length(&victim), CAPACITY - HALF);
	assert_int_equal(local_queue_claim(&victim, &other), 0);
	assert_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
	assert_int_equal(stolen, 0);
	local_queue_release(&victim, head);
	assert_non_null(local_queue_steal_into(&victim, &thief, &stolen, NULL, NULL));
}

/* -------------------------------------------------------- pop in a steal -- */

static void releaser_main(void *opaque)
{
	struct local_queue *queue = (struct local_queue *)opaque;
	uint64_t head = at_load_acquire(&queue->head);

	local_queue_release(queue, head);
}

static void pop_during_a_steal(void **unused)
{
	struct os_thread thread;
	struct local_queue queue;
	uint64_t head = 0;

	(void)unused;
	fill(&queue, UINT32_MAX - 1, 0, CAPACITY);
	assert_int_equal(local_queue_claim(&queue, &head), HALF);
	if (SCHED_POP == POP_NULL) { /* gives up, and is not empty for it */
		assert_null(local_queue_pop(&queue, &metrics));
		assert_int_equal(local_queue_length_owned(&queue), CAPACITY - HALF);
		local_queue_release(&queue, head);
		expect_pops(&queue, HALF, CAPACITY - HALF);
	} else if (SCHED_POP == POP_SPIN) { /* waits for the thief */
		assert_int_equal(os_thread_start(&thread, "thief", releaser_main, &queue), 0);
		assert_ptr_equal(local_queue_pop(&queue, &metrics), &tasks[HALF]);
		assert_false(head_is_stolen_from(at_load_acquire(&queue.head)));
		os_thread_join(&thread);
	} else { /* takes what is not claimed, all of it */
		expect_pops(&queue, HALF, CAPACITY - HALF);
		assert_null(local_queue_pop(&queue, &metrics));
		assert_int_equal(head_steal(at_load_acquire(&queue.head)), head_steal(head));
		assert_int_equal(local_queue_room_owned(&queue), 0);
		local_queue_release(&queue, head);
		assert_int_equal(local_queue_room_owned(&queue), CAPACITY);
	}
	local_queue_fini(&queue);
}

/* Nothing behind the claim: every mode says empty at once. */
static void pop_of_a_queue_wholly_claimed(void **unused)
{
	struct local_queue queue;
	uint64_t head = 0;

	(void)unused;
	fill(&queue, UINT32_MAX, 0, 1);
	assert_int_equal(local_queue_claim(&queue, &head), 1);
	assert_null(local_queue_pop(&queue, &metrics));
	assert_int_equal(local_queue_length_owned(&queue), 0);
	local_queue_release(&queue, head);
	assert_null(local_queue_pop(&queue, &metrics));
	local_queue_fini(&queue);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_and_empty),
		cmocka_unit_test(fifo_across_the_wrap),
		cmocka_unit_test(push_of_a_batch),
		cmocka_unit_test(overflow_sheds_the_newest_half),
		cmocka_unit_test(overflow_gives_way_to_a_thief),
		cmocka_unit_test(steal_takes_the_oldest_half),
		cmocka_unit_test(steal_from_the_empty),
		cmocka_unit_test(steal_needs_room_for_half),
		cmocka_unit_test(steal_is_refused_while_one_is_active),
		cmocka_unit_test(pop_during_a_steal),
		cmocka_unit_test(pop_of_a_queue_wholly_claimed),
	};

	return cmocka_run_group_tests_name("local queue", tests, setup, NULL);
}
