/* SPDX-License-Identifier: MIT */
/* Description: LOCAL_NOTIFY_NEVER beside a slot: a displacement is told if it reaches inject */
#define SCHED_LOCAL_NOTIFY LOCAL_NOTIFY_NEVER
#include "tests/policy/crowd.h"
#include "tests/policy/scene.h"

static void quiet_worker_tells_of_no_displaced_task(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 1);
	assert_int_equal(counted("lifo_displaced"), LOCAL_QUEUE_CAPACITY);
	assert_int_equal(counted("notifies"), 0);
	assert_false(scene_was_told(1));
	stage_end();
}

static void quiet_worker_tells_of_a_displaced_task_in_inject(void **unused)
{
	(void)unused;
	stage_begin(2);
	scene_sleep(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 2);
	assert_int_equal(counted("notifies"), 1);
	assert_true(scene_was_told(1));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(quiet_worker_tells_of_a_displaced_task_in_inject),
	RULE(quiet_worker_tells_of_no_displaced_task),
};

POLICY_MAIN("notify of inject only, with a slot", rules)
