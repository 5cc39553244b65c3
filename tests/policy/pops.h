/* SPDX-License-Identifier: MIT */
/*
 * pops.h - what happens in the middle of a pop: before its claim, and while it waits.
 *
 * On one thread a thief comes between two steps of the owner because the owner's own access says so:
 * the claim and the spin are replaced here, as in tests/unit/test_pop_bound.c.
 */
#ifndef TESTS_POLICY_POPS_H
#define TESTS_POLICY_POPS_H

#include "sched/atomics.h"

static void pops_before_claim(void);
static void pops_spin(void);
#undef at_cas_weak_acq_rel
#define at_cas_weak_acq_rel(p, expected, v) \
	(pops_before_claim(), AT_CAS(strong, p, expected, v, acq_rel, acquire))
#define at_spin_hint pops_spin
#include "tests/policy/crowd.h"

static struct {
	uint32_t spins;	 /* until the thief is done */
	uint32_t thefts; /* before that many of the next claims a thief comes or is done */
	bool is_stolen_from;
	uint64_t head; /* as the thief's claim left it */
} pops;

static struct local_queue *pops_queue(void)
{
	return &stage.runtime->workers[0].queue;
}

/* A thief of worker 0's ring has claimed, and copies. */
static SCHED_UNUSED void pops_steal(uint32_t count)
{
	assert_int_equal(local_queue_claim(pops_queue(), &pops.head), count);
	pops.is_stolen_from = true;
}

/* It is done; what it took is back in nobody's ring, and so must be run. */
static SCHED_UNUSED void pops_release(void)
{
	uint32_t from = head_steal(pops.head);
	uint32_t to = head_real(pops.head);

	local_queue_release(pops_queue(), pops.head);
	pops.is_stolen_from = false;
	for (; from != to; from++)
		worker_run(stage_as(0), pops_queue()->slots[from & LOCAL_QUEUE_MASK]);
}

static void pops_before_claim(void)
{
	uint32_t thefts = pops.thefts;

	if (thefts == 0)
		return;
	pops.thefts = 0; /* the thief's claims are its own */
	if (pops.is_stolen_from)
		pops_release();
	else
		pops.is_stolen_from = local_queue_claim(pops_queue(), &pops.head) > 0;
	pops.thefts = thefts - 1;
}

static void pops_spin(void)
{
	stage.now += 40;
	if (pops.spins > 0 && --pops.spins == 0)
		pops_release();
}

/* `count` in worker 0's ring, and a thief in the middle of half of them. */
static SCHED_UNUSED void pops_begin(uint32_t count)
{
	memset(&pops, 0, sizeof(pops));
	stage_begin(2);
	crowd_fill_ring(0, 0, count);
}

/* The next of the ring is this one, and is done. */
static SCHED_UNUSED void expect_pop(uint32_t number)
{
	struct sched_task *task = local_queue_pop(pops_queue(), &stage_as(0)->metrics);

	assert_int_equal(crowd_number(task), number);
	worker_run(stage_as(0), task);
}

static SCHED_UNUSED void expect_no_pop(void)
{
	assert_null(local_queue_pop(pops_queue(), &stage_as(0)->metrics));
}

#endif
