/* SPDX-License-Identifier: MIT */
/*
 * Description: which of the inject locks were waited for
 * The look whether a mutex is held is the test's; that it comes before the lock is seen in
 * tests/unit/test_exposure.c, with two threads.
 */
#include "sched/os.h"

static bool contended_is_held;
#define os_mutex_was_held(mutex) ((void)(mutex), contended_is_held)
#include "tests/policy/crowd.h"

/* Of a push and of a pop; not of a look at an empty queue. */
static void waits_for_inject_are_counted(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage_as_outside();
	contended_is_held = true;
	crowd_spawn(0, 1);
	contended_is_held = false;
	crowd_spawn(1, 3);
	assert_int_equal(counted("inject_locks"), 4);
	assert_int_equal(counted("inject_locks_contended"), 1);
	contended_is_held = true;
	expect_next(0, 0);
	contended_is_held = false;
	stage_turns(0, 3);
	assert_int_equal(counted("inject_locks"), 5);
	assert_int_equal(counted("inject_locks_contended"), 2);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(waits_for_inject_are_counted),
};

POLICY_MAIN("contended inject", rules)
