/* SPDX-License-Identifier: MIT */
/* Description: the LIFO slots: order, both evictions, the cap, with this build's knobs */
#include "tests/unit/internals.h"

#define SLOTS SCHED_LIFO_SLOTS
#define TASKS 16

static struct sched_task tasks[TASKS];

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(tasks, TASKS);
	return 0;
}

static void closed_without_slots_or_at_the_cap(void **unused)
{
	struct lifo lifo;

	(void)unused;
	lifo_init(&lifo);
	assert_int_equal(lifo_is_open(&lifo), SLOTS > 0);
	assert_null(lifo_pop(&lifo));
	assert_null(lifo_pop_oldest(&lifo));
	lifo.enabled = false;
	assert_false(lifo_is_open(&lifo));
}

static void newest_first(void **unused)
{
	struct lifo lifo;

	(void)unused;
	lifo_init(&lifo);
	for (int i = 0; i < SLOTS; i++)
		assert_null(lifo_push(&lifo, &tasks[i]));
	assert_int_equal(lifo.count, SLOTS);
	for (int i = SLOTS - 1; i >= 0; i--)
		assert_ptr_equal(lifo_pop(&lifo), &tasks[i]);
	assert_null(lifo_pop(&lifo));
}

static void emptied_oldest_first(void **unused)
{
	struct lifo lifo;

	(void)unused;
	lifo_init(&lifo);
	for (int i = 0; i < SLOTS; i++)
		lifo_push(&lifo, &tasks[i]);
	for (int i = 0; i < SLOTS; i++)
		assert_ptr_equal(lifo_pop_oldest(&lifo), &tasks[i]);
	assert_null(lifo_pop_oldest(&lifo));
	assert_int_equal(lifo.count, 0);
}

/* PREVIOUS: the newest resident leaves, the bottom stays.  OLDEST: a sliding window. */
static void eviction_when_full(void **unused)
{
	struct lifo lifo;

	(void)unused;
	if (SLOTS == 0)
		skip();
	lifo_init(&lifo);
	for (int i = 0; i < SLOTS; i++)
		lifo_push(&lifo, &tasks[i]);
	for (int i = SLOTS; i < TASKS; i++) {
		int leaves = SCHED_LIFO_EVICT == LIFO_EVICT_PREVIOUS ? i - 1 : i - SLOTS;

		assert_ptr_equal(lifo_push(&lifo, &tasks[i]), &tasks[leaves]);
		assert_int_equal(lifo.count, SLOTS);
	}
	assert_ptr_equal(lifo_pop(&lifo), &tasks[TASKS - 1]);
	for (int i = SLOTS - 2; i >= 0; i--) {
		int stays = SCHED_LIFO_EVICT == LIFO_EVICT_PREVIOUS ? i : TASKS - SLOTS + i;

		assert_ptr_equal(lifo_pop(&lifo), &tasks[stays]);
	}
}

static void the_cap_counts_polls(void **unused)
{
	uint32_t cap = SCHED_LIFO_CAP;

	(void)unused;
	for (uint32_t polls = 0; polls < 20; polls++)
		assert_int_equal(lifo_is_capped(polls), cap > 0 && polls >= cap);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(closed_without_slots_or_at_the_cap),
		cmocka_unit_test(newest_first),
		cmocka_unit_test(emptied_oldest_first),
		cmocka_unit_test(eviction_when_full),
		cmocka_unit_test(the_cap_counts_polls),
	};

	return cmocka_run_group_tests_name("lifo", tests, setup, NULL);
}
