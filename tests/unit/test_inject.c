/* SPDX-License-Identifier: MIT */
/* Description: the inject queue: order, batches, length, closing, shards, occupancy */
#include "tests/unit/internals.h"

#define TASKS 200

static struct sched_task tasks[TASKS];
static struct inject_queue queue;
static struct os_mutex shared;

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(tasks, TASKS);
	os_mutex_init(&shared);
	inject_queue_init(&queue, &shared);
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	inject_queue_fini(&queue);
	os_mutex_fini(&shared);
	return 0;
}

static void link_tasks(uint32_t first, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		tasks[first + i - 1].queue_next = &tasks[first + i];
}

/* What the occupancy word says is what the shards hold. */
static void expect_consistent(void)
{
	uint64_t occupancy = 0;
	uint64_t length = 0;

	for (uint32_t i = 0; i < INJECT_SHARDS; i++) {
		length += at_load_acquire(&queue.shards[i].length);
		if (queue.shards[i].first)
			occupancy |= (uint64_t)1 << i;
	}
	assert_int_equal(inject_queue_length(&queue), length);
	assert_int_equal(inject_queue_is_empty(&queue), length == 0);
	if (SCHED_INJECT == INJECT_SHARDED)
		assert_int_equal(at_load_acquire(&queue.occupancy), occupancy);
}

static void empty_at_first(void **unused)
{
	uint64_t taken = 7;

	(void)unused;
	expect_consistent();
	assert_true(inject_queue_is_empty(&queue));
	assert_null(inject_queue_pop(&queue, 0, 1, &taken));
	assert_int_equal(taken, 0);
}

/* Within a shard: first in, first out. */
static void fifo_within_a_shard(void **unused)
{
	uint64_t last[64] = { 0 };
	uint32_t popped = 0;

	(void)unused;
	for (uint32_t i = 0; i < TASKS; i++) {
		tasks[i].id = i + 1;
		assert_true(inject_queue_push(&queue, &tasks[i], &tasks[i], 1));
		expect_consistent();
	}
	assert_int_equal(inject_queue_length(&queue), TASKS);
	for (uint32_t shard = 0; shard < INJECT_SHARDS; shard++) {
		while (queue.shards[shard].first) {
			uint64_t taken;
			struct sched_task *task = inject_queue_pop(&queue, shard, 1, &taken);

			assert_non_null(task);
			assert_int_equal(taken, 1);
			assert_null(task->queue_next);
			assert_true(task->id > last[shard]);
			last[shard] = task->id;
			popped++;
			expect_consistent();
		}
	}
	assert_int_equal(popped, TASKS);
	assert_true(inject_queue_is_empty(&queue));
}

static void batches_in_and_out(void **unused)
{
	uint64_t taken;
	struct sched_task *task;

	(void)unused;
	link_tasks(0, 10);
	assert_true(inject_queue_push(&queue, &tasks[0], &tasks[9], 10));
	assert_int_equal(inject_queue_length(&queue), 10);
	expect_consistent();
	task = inject_queue_pop(&queue, 0, 4, &taken);
	assert_int_equal(taken, 4);
	for (uint32_t i = 0; i < 4; i++, task = task->queue_next)
		assert_ptr_equal(task, &tasks[i]);
	assert_null(task); /* the link to the rest is cut */
	assert_int_equal(inject_queue_length(&queue), 6);
	task = inject_queue_pop(&queue, 0, 100, &taken);
	assert_int_equal(taken, 6);
	assert_ptr_equal(task, &tasks[4]);
	expect_consistent();
	assert_null(inject_queue_pop(&queue, 0, 100, &taken));
}

static void shards_are_picked_by_the_key(void **unused)
{
	uint64_t used = 0;
	uint64_t taken;

	(void)unused;
	if (SCHED_INJECT != INJECT_SHARDED || INJECT_SHARDS == 1)
		skip();
	for (uint32_t i = 0; i < TASKS; i++) {
		uint32_t shard = inject_shard_of(&queue, &tasks[i]);

		assert_true(shard < INJECT_SHARDS);
		used |= (uint64_t)1 << shard;
		if (SCHED_SHARD_KEY == SHARD_KEY_TASK) /* the same task, the same shard */
			assert_int_equal(inject_shard_of(&queue, &tasks[i]), shard);
		if (SCHED_SHARD_KEY == SHARD_KEY_ROUND_ROBIN)
			assert_int_equal(shard, i % INJECT_SHARDS);
	}
	if (SCHED_SHARD_KEY == SHARD_KEY_THREAD) /* sticky: one bit */
		assert_int_equal(used & (used - 1), 0);
	else
		assert_int_equal(used, (UINT64_C(1) << (INJECT_SHARDS - 1) << 1) - 1);
	assert_null(inject_queue_pop(&queue, 0, 1, &taken));
}

/* A consumer finds the only task from wherever it starts to look. */
static void found_from_every_start(void **unused)
{
	(void)unused;
	for (uint32_t start = 0; start < INJECT_SHARDS; start++) {
		uint64_t taken;

		for (uint32_t i = 0; i < 20; i++) {
			assert_true(inject_queue_push(&queue, &tasks[i], &tasks[i], 1));
			assert_ptr_equal(inject_queue_pop(&queue, start, 1, &taken), &tasks[i]);
		}
	}
	for (uint32_t start = 0; start < 64; start++) {
		assert_int_equal(inject_next_occupied(UINT64_C(1) << 63, start), 63);
		assert_int_equal(inject_next_occupied(1, start), 0);
		assert_int_equal(inject_next_occupied(UINT64_MAX, start), start);
	}
	assert_int_equal(inject_next_occupied(0x12, 2), 4);
	assert_int_equal(inject_next_occupied(0x12, 5), 1); /* wraps */
}

/* What a task was linked to before is not in the queue: nor is it after the next push. */
static void an_old_link_is_cut(void **unused)
{
	uint64_t taken;

	(void)unused;
	tasks[0].queue_next = &tasks[5];
	assert_true(inject_queue_push(&queue, &tasks[0], &tasks[0], 1));
	assert_null(tasks[0].queue_next);
	assert_ptr_equal(inject_queue_pop(&queue, 0, 5, &taken), &tasks[0]);
	assert_int_equal(taken, 1);
	expect_consistent();
}

static void closed_refuses_but_still_gives(void **unused)
{
	uint64_t taken;

	(void)unused;
	assert_true(inject_queue_push(&queue, &tasks[0], &tasks[0], 1));
	assert_false(inject_queue_is_closed(&queue));
	assert_true(inject_queue_close(&queue));
	assert_false(inject_queue_close(&queue)); /* only the first closer hears so */
	assert_true(inject_queue_is_closed(&queue));
	for (uint32_t i = 1; i < TASKS; i++)
		assert_false(inject_queue_push(&queue, &tasks[i], &tasks[i], 1));
	assert_int_equal(inject_queue_length(&queue), 1);
	assert_ptr_equal(inject_queue_pop(&queue, 0, 5, &taken), &tasks[0]);
	expect_consistent();
}

/* ------------------------------------------ the word and its two writers -- */

static at_u32 popped_total;

static void popper_main(void *unused)
{
	(void)unused;
	while (word_get(&popped_total) < 2 * 2000) {
		uint64_t taken;

		if (inject_queue_pop(&queue, 3, 2, &taken))
			at_fetch_add_relaxed(&popped_total, (uint32_t)taken);
	}
}

static void pusher_main(void *opaque)
{
	struct sched_task *own = (struct sched_task *)opaque;

	for (uint32_t i = 0; i < 2000; i++)
		inject_queue_push(&queue, &own[i], &own[i], 1);
}

/* Sets and clears race; in the end nothing is hidden behind a clear bit. */
static void nothing_hides_behind_a_clear_bit(void **unused)
{
	static struct sched_task many[2 * 2000];
	struct os_thread threads[4];

	(void)unused;
	fake_tasks_init(many, TEST_COUNT(many));
	at_init(&popped_total, 0);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(os_thread_start(&threads[i], "push", pusher_main, &many[i * 2000]),
				 0);
		assert_int_equal(os_thread_start(&threads[2 + i], "pop", popper_main, NULL), 0);
	}
	for (int i = 0; i < 4; i++)
		os_thread_join(&threads[i]);
	assert_int_equal(word_get(&popped_total), 2 * 2000);
	expect_consistent();
	assert_true(inject_queue_is_empty(&queue));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(empty_at_first, setup, teardown),
		cmocka_unit_test_setup_teardown(fifo_within_a_shard, setup, teardown),
		cmocka_unit_test_setup_teardown(batches_in_and_out, setup, teardown),
		cmocka_unit_test_setup_teardown(shards_are_picked_by_the_key, setup, teardown),
		cmocka_unit_test_setup_teardown(found_from_every_start, setup, teardown),
		cmocka_unit_test_setup_teardown(an_old_link_is_cut, setup, teardown),
		cmocka_unit_test_setup_teardown(closed_refuses_but_still_gives, setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_hides_behind_a_clear_bit, setup, teardown),
	};

	return cmocka_run_group_tests_name("inject", tests, NULL, NULL);
}
