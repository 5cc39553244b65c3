/* SPDX-License-Identifier: MIT */
/* Description: an owner that waits while a thief is in its ring */
#define SCHED_POP POP_SPIN
#include "tests/policy/pops.h"

/* It waits until the thief is done, and tries again: one more pop, which no thief sees. */
static void spins_for_a_thief_are_counted(void **unused)
{
	(void)unused;
	pops_begin(4);
	pops_steal(2);
	pops.spins = 5;
	expect_pop(2);
	assert_int_equal(counted("pop_spins"), 5);
	assert_int_equal(counted("pops_during_steal"), 1);
	assert_int_equal(counted("pops"), 2);
	expect_pop(3);
	assert_int_equal(counted("pop_spins"), 5);
	assert_int_equal(counted("pops"), 3);
	assert_int_equal(counted("pops_refused"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(spins_for_a_thief_are_counted),
};

POLICY_MAIN("pop spin", rules)
