/* SPDX-License-Identifier: MIT */
/* Description: an owner that leaves its ring alone while a thief is in it */
#define SCHED_POP POP_NULL
#include "tests/policy/pops.h"

/* Each is a pop that came during a steal, and got nothing. */
static void refused_pops_are_counted(void **unused)
{
	(void)unused;
	pops_begin(4);
	pops_steal(2);
	expect_no_pop();
	expect_no_pop();
	pops_release();
	expect_pop(2);
	expect_pop(3);
	expect_no_pop();
	assert_int_equal(counted("pops_refused"), 2);
	assert_int_equal(counted("pops_during_steal"), 2);
	assert_int_equal(counted("pops"), 4);
	assert_int_equal(counted("pop_spins"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(refused_pops_are_counted),
};

POLICY_MAIN("pop null", rules)
