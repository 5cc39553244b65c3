/* SPDX-License-Identifier: MIT */
/* Description: when a busy worker looks at inject, with Blitz-IO's tuner */
#define SCHED_INTERVAL INTERVAL_BLITZ
#include "tests/policy/busy.h"

/* After so many turns with polls of `ns` each. */
static uint32_t interval_after(uint64_t ns, uint32_t turns)
{
	struct actor busy;
	uint32_t interval;

	stage_begin_busy(&busy, &ns, turns);
	interval = interval_now();
	stage_end();
	return interval;
}

/* A tenth per batch from the 50 us it begins with, 1 ms between looks: not Tokio's numbers. */
static void blitz_weighs_a_batch_a_tenth(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(10000, 61), 21);  /* 46 us */
	assert_int_equal(interval_after(100000, 61), 18); /* 55 us */
	assert_int_equal(interval_after(1, 61), 22);
}

/* The first look is where Tokio's is, before the tuner has said anything. */
static void blitz_looks_first_at_tick_61(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(10000, 60), 61);
	assert_int_equal(interval_after(50000, 61), 20);
}

static void blitz_looks_at_least_every_255_ticks(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(0, 61 * 61), 255);
}

static void blitz_looks_at_most_every_8_ticks(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(100000000, 61), 8);
	assert_int_equal(interval_after(711000, 61), 8); /* 116.1 us: 8.6 */
	assert_int_equal(interval_after(650000, 61), 9); /* 110 us: 9.09 */
}

/* From 20 to 21, three batches later: there is no hysteresis. */
static void blitz_makes_a_change_of_one(void **unused)
{
	uint64_t ns = 41000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 199);
	assert_int_equal(interval_now(), 20);
	assert_int_equal(counted("interval_changes"), 1);
	stage_turn(0);
	assert_int_equal(interval_now(), 21);
	assert_int_equal(counted("interval_changes"), 2);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(blitz_looks_at_least_every_255_ticks), RULE(blitz_looks_at_most_every_8_ticks),
	RULE(blitz_looks_first_at_tick_61),	    RULE(blitz_makes_a_change_of_one),
	RULE(blitz_weighs_a_batch_a_tenth),
};

POLICY_MAIN("interval of Blitz-IO", rules)
