/* SPDX-License-Identifier: MIT */
/* Description: what a pop counts, alone, beside a thief and against one; and a thief that is held */
#define SCHED_POP   POP_PROCEED
#define SCHED_FAULT 1
#include "tests/policy/pops.h"

static void pops_of_an_empty_ring_are_not_counted(void **unused)
{
	(void)unused;
	pops_begin(3);
	for (uint32_t i = 0; i < 3; i++)
		expect_pop(i);
	expect_no_pop();
	assert_int_equal(counted("pops"), 3);
	assert_int_equal(counted("pops_during_steal"), 0);
	assert_int_equal(counted("pop_retries"), 0);
	assert_int_equal(counted("pop_retries_max"), 0);
	stage_end();
}

/* Between a thief's claim and its release; the owner proceeds. */
static void pops_beside_a_thief_are_counted(void **unused)
{
	(void)unused;
	pops_begin(8);
	pops_steal(4);
	expect_pop(4);
	expect_pop(5);
	assert_int_equal(counted("pops_during_steal"), 2);
	pops_release();
	expect_pop(6);
	expect_pop(7);
	assert_int_equal(counted("pops"), 4);
	assert_int_equal(counted("pops_during_steal"), 2);
	assert_int_equal(counted("pops_refused"), 0);
	assert_int_equal(counted("pop_spins"), 0);
	stage_end();
}

/* Each claim of the owner that failed; and the most of one pop, which is no sum. */
static void lost_claims_are_counted(void **unused)
{
	(void)unused;
	pops_begin(8);
	pops.thefts = 3; /* takes 4, is done, takes 2 */
	expect_pop(6);
	assert_int_equal(counted("pop_retries"), 3);
	assert_int_equal(counted("pop_retries_max"), 3);
	pops.thefts = 1; /* is done */
	expect_pop(7);
	assert_int_equal(counted("pop_retries"), 4);
	assert_int_equal(counted("pop_retries_max"), 3);
	assert_int_equal(counted("pops"), 4 + 2);
	assert_int_equal(counted("pops_during_steal"), 2 + 1);
	stage_end();
}

static void steal(void)
{
	struct sched_task *task = steal_work(stage_as(1));

	assert_non_null(task);
	worker_run(stage_as(1), task);
}

/* As long as the fault says, and counted as it was held: three spins of 40 ns. */
static void a_held_thief_is_counted(void **unused)
{
	(void)unused;
	pops_begin(8);
	steal();
	assert_int_equal(counted("thief_holds"), 0);
	assert_int_equal(counted("thief_hold_ns"), 0);
	assert_int_equal(sched_fault_hold_thief(stage.runtime, 100), 0);
	steal();
	assert_int_equal(counted("thief_holds"), 1);
	assert_int_equal(counted("thief_hold_ns"), 120);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_held_thief_is_counted),
	RULE(lost_claims_are_counted),
	RULE(pops_beside_a_thief_are_counted),
	RULE(pops_of_an_empty_ring_are_not_counted),
};

POLICY_MAIN("pop", rules)
