/* SPDX-License-Identifier: MIT */
/* Description: no slot: every task goes behind the ring, and somebody is told */
#define SCHED_LIFO_SLOTS 0
#include "tests/policy/slots.h"

static void without_a_slot_tasks_run_in_their_order(void **unused)
{
	(void)unused;
	slots_begin(3);
	stage_turns(0, 3);
	expect_polled("012");
	assert_int_equal(counted("lifo_schedules"), 0);
	assert_int_equal(counted("lifo_diverted"), 0);
	stage_end();
}

static void without_a_slot_every_push_is_told(void **unused)
{
	(void)unused;
	slots_begin(3);
	assert_int_equal(counted("notifies"), 3);
	assert_int_equal(counted("unparks"), 1); /* which then searches */
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(without_a_slot_tasks_run_in_their_order),
	RULE(without_a_slot_every_push_is_told),
};

POLICY_MAIN("no LIFO slot", rules)
