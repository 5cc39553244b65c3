/* SPDX-License-Identifier: MIT */
/* Description: when a busy worker looks at inject, with Tokio's tuner */
#include "tests/policy/busy.h"

/* The interval after one batch of 60 polls, the first look and the tuning in it. */
static uint32_t interval_after(uint64_t ns)
{
	struct actor busy;
	uint32_t interval;

	stage_begin_busy(&busy, &ns, INTERVAL_SEED);
	interval = interval_now();
	stage_end();
	return interval;
}

/* No look before tick 61, and none between it and 122 if nothing is tuned. */
static void first_look_is_at_the_seed(void **unused)
{
	uint64_t ns = 3278; /* the seed's */
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 60);
	assert_int_equal(counted("interval_looks"), 0);
	assert_int_equal(turns_until_inject(), 1);
	assert_int_equal(turns_until_inject(), 61);
	assert_int_equal(counted("interval_looks"), 2);
	stage_end();
}

/* 200 us between two looks: the polls that fit, truncated. */
static void tokio_looks_every_200_us(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(10000), 20);
	assert_int_equal(interval_after(2000), 99);
	assert_int_equal(interval_after(50000), 4);
}

static void tokio_looks_at_least_every_127_ticks(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(1), 127);
	assert_int_equal(interval_after(1570), 127);
	assert_int_equal(interval_after(1580), 126);
}

static void tokio_looks_at_most_every_other_tick(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(1000000), 2);
	assert_int_equal(interval_after(66000), 3);
	assert_int_equal(interval_after(67000), 2);
}

/* From 61 to 59 or 63: not made. */
static void a_change_of_two_is_not_made(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(3340), 61);
	assert_int_equal(interval_after(3150), 61);
}

/* To 58 or 64: made. */
static void a_change_of_three_is_made(void **unused)
{
	(void)unused;
	assert_int_equal(interval_after(3400), 58);
	assert_int_equal(interval_after(3100), 64);
}

/* Looks are at ticks that are multiples of the interval, of the old one and of the new. */
static void looks_are_at_multiples_after_a_change(void **unused)
{
	uint64_t ns = 10000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 61);
	assert_int_equal(interval_now(), 20);
	assert_int_equal(turns_until_inject(), 80 - 61);
	assert_int_equal(turns_until_inject(), 20);
	assert_int_equal(stage.runtime->workers[0].tick, 100);
	stage_end();
}

/* The interval is tuned when one looks, with the samples until then, and at no other time. */
static void tuning_waits_for_the_next_look(void **unused)
{
	uint64_t ns = 1000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 61);
	assert_int_equal(interval_now(), 127);
	ns = 100000;
	stage_turns(0, 126 - 61);
	assert_int_equal(interval_now(), 127);
	stage_turn(0);
	assert_int_equal(interval_now(), 2);
	assert_int_equal(turns_until_inject(), 1); /* 128 */
	stage_end();
}

/* A sample of one poll weighs a tenth, as it would among many. */
static void tokio_weighs_a_batch_by_its_polls(void **unused)
{
	struct worker *worker;
	uint64_t ns = 10000;
	struct actor once = actor_busy(act_busy_once, &ns);

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	actor_spawn(&once);
	stage_turn(0);
	worker_batch_end(worker);
	assert_int_equal(interval_default_current(&worker->interval), 50); /* 3951 ns */
	stage_end();
}

/* What looks are counted as: all, those that changed something, the sum and the last of the intervals. */
static void looks_are_counted(void **unused)
{
	uint64_t ns = 10000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 60);
	assert_int_equal(counted("interval_now_smallest"), 61);
	assert_int_equal(turns_until_inject(), 1);
	assert_int_equal(turns_until_inject(), 19);
	stage_turns(0, 20);
	assert_int_equal(counted("interval_looks"), 3);
	assert_int_equal(counted("interval_hits"), 2);
	assert_int_equal(counted("interval_changes"), 1);
	assert_int_equal(counted("interval_ticks"), 60);
	assert_int_equal(counted("interval_now_smallest"), 20);
	assert_int_equal(counted("interval_now_largest"), 20);
	stage_end();
}

/* What a task hears when it asks: its worker's interval, none outside. */
static enum sched_poll act_ask(struct actor *actor, struct sched_context *context)
{
	*(uint32_t *)actor->arg = sched_worker_interval();
	return act_wake_self(actor, context);
}

static void a_task_may_ask_for_the_interval(void **unused)
{
	struct actor asks = actor_of('A', act_ask);
	uint32_t heard = 0;

	(void)unused;
	asks.arg = &heard;
	stage_begin(1);
	actor_spawn(&asks);
	stage_turns(0, 61);
	assert_int_equal(heard, 127); /* polls that take no time */
	stage_as_outside();
	assert_int_equal(sched_worker_interval(), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_change_of_three_is_made),
	RULE(a_change_of_two_is_not_made),
	RULE(a_task_may_ask_for_the_interval),
	RULE(first_look_is_at_the_seed),
	RULE(looks_are_at_multiples_after_a_change),
	RULE(looks_are_counted),
	RULE(tokio_looks_at_least_every_127_ticks),
	RULE(tokio_looks_at_most_every_other_tick),
	RULE(tokio_looks_every_200_us),
	RULE(tokio_weighs_a_batch_by_its_polls),
	RULE(tuning_waits_for_the_next_look),
};

POLICY_MAIN("interval", rules)
