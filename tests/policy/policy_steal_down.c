/* SPDX-License-Identifier: MIT */
/* Description: what a thief takes that leaves the larger half (Blitz-IO) */
#define SCHED_STEAL_HALF STEAL_HALF_DOWN
#include "tests/policy/crowd.h"

/* After worker 0 stole from `count` in worker 1's ring. */
static struct sched_task *steal_of(uint32_t count)
{
	struct sched_task *task;

	stage_begin(2);
	stage_as(1);
	crowd_spawn(0, count);
	worker_flush_lifo(stage_as(1));
	task = steal_work(stage_as(0));
	assert_non_null(task);
	return task;
}

static void a_thief_takes_the_smaller_half(void **unused)
{
	static const uint32_t counts[][2] = { { 2, 1 }, { 3, 1 },     { 4, 2 },
					      { 7, 3 }, { 255, 127 }, { 256, 128 } };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(counts); i++) {
		struct sched_task *task = steal_of(counts[i][0]);

		assert_int_equal(counted("steals"), counts[i][1]);
		assert_int_equal(crowd_number(task), counts[i][1] - 1);
		expect_ring(1, counts[i][1], counts[i][0] - counts[i][1]);
		worker_run(stage_as(0), task);
		stage_end();
	}
}

/* Half of one would be none. */
static void a_thief_takes_the_only_one(void **unused)
{
	struct sched_task *task = steal_of(1);

	(void)unused;
	assert_int_equal(counted("steals"), 1);
	expect_ring(1, 0, 0);
	worker_run(stage_as(0), task);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_thief_takes_the_only_one),
	RULE(a_thief_takes_the_smaller_half),
};

POLICY_MAIN("steal the smaller half", rules)
