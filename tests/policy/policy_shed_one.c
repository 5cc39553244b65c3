/* SPDX-License-Identifier: MIT */
/* Description: what a full ring sheds that sends the task alone (Blitz-IO as built) */
#define SCHED_SHED	 SHED_ONE
#define SCHED_LIFO_SLOTS 0
#include "tests/policy/crowd.h"

/* The ring keeps all that it has, each further task costs a lock of inject. */
static void a_full_ring_sends_the_task_alone(void **unused)
{
	(void)unused;
	stage_begin(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 3);
	expect_ring(0, 0, LOCAL_QUEUE_CAPACITY);
	expect_injected(0, LOCAL_QUEUE_CAPACITY, 3);
	assert_int_equal(counted("inject_locks"), 3);
	assert_int_equal(counted("overflows"), 0);
	stage_end();
}

/* One slot is free again after a poll, and the next task has it. */
static void a_ring_with_room_takes_the_next(void **unused)
{
	(void)unused;
	stage_begin(1);
	crowd_spawn(0, LOCAL_QUEUE_CAPACITY + 1);
	expect_next(0, 0);
	crowd_spawn(LOCAL_QUEUE_CAPACITY + 1, 1);
	expect_injected(0, LOCAL_QUEUE_CAPACITY, 1);
	assert_int_equal(counted("inject_pushed"), 1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_full_ring_sends_the_task_alone),
	RULE(a_ring_with_room_takes_the_next),
};

POLICY_MAIN("shed one", rules)
