/* SPDX-License-Identifier: MIT */
/* Description: a thief takes one task, and searches again for the next (Blitz-IO as built) */
#define SCHED_STEAL_AMOUNT STEAL_AMOUNT_ONE
#include "tests/policy/crowd.h"

/* However many there are, the oldest is taken and runs at once. */
static void a_thief_takes_one_task(void **unused)
{
	static const uint32_t counts[] = { 1, 2, 3, 8, 255, 256 };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(counts); i++) {
		struct sched_task *task;

		stage_begin(2);
		crowd_fill_ring(1, 0, counts[i]);
		task = steal_work(stage_as(0));
		assert_int_equal(crowd_number(task), 0);
		assert_int_equal(counted("steals"), 1);
		expect_ring(0, 0, 0);
		expect_ring(1, 1, counts[i] - 1);
		worker_run(stage_as(0), task);
		stage_end();
	}
}

/* The next one costs another search. */
static void each_task_is_a_steal_of_its_own(void **unused)
{
	(void)unused;
	stage_begin(2);
	crowd_fill_ring(1, 0, 5);
	for (uint32_t i = 0; i < 5; i++)
		expect_next(0, i);
	assert_int_equal(counted("steal_operations"), 5);
	assert_int_equal(counted("steals"), 5);
	stage_end();
}

static void an_empty_ring_gives_none(void **unused)
{
	(void)unused;
	stage_begin(2);
	assert_null(steal_work(stage_as(0)));
	assert_int_equal(counted("steal_misses"), 1);
	worker_stop_searching(stage_as(0));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_thief_takes_one_task),
	RULE(an_empty_ring_gives_none),
	RULE(each_task_is_a_steal_of_its_own),
};

POLICY_MAIN("steal one", rules)
