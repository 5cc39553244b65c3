/* SPDX-License-Identifier: MIT */
/*
 * Description: where a batch of polls begins and ends, and what the tuner hears of it
 * The hook pair is the test's: it keeps the samples and answers what the test chose.
 */
#include <stdint.h>

struct interval;
static inline void keep_sample(struct interval *interval, uint64_t ns, uint64_t polls);
static inline uint32_t chosen(const struct interval *interval);

#define SCHED_INTERVAL_SAMPLE  keep_sample
#define SCHED_INTERVAL_CURRENT chosen
#include "tests/policy/busy.h"

#define SAMPLES_MOST 64

static struct {
	uint64_t ns;
	uint64_t polls;
} samples[SAMPLES_MOST];
static uint32_t sample_count;
static uint32_t chosen_interval = INTERVAL_SEED;
static uint64_t ns_per_poll = 7;

static inline void keep_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	(void)interval;
	assert_true(sample_count < SAMPLES_MOST);
	samples[sample_count].ns = ns;
	samples[sample_count++].polls = polls;
}

static inline uint32_t chosen(const struct interval *interval)
{
	(void)interval;
	return chosen_interval;
}

/* One more since the last time it was asked, of these. */
static void expect_sample(uint64_t ns, uint64_t polls)
{
	assert_int_equal(sample_count, 1);
	assert_int_equal(samples[0].ns, ns);
	assert_int_equal(samples[0].polls, polls);
	sample_count = 0;
}

static void expect_no_sample(void)
{
	assert_int_equal(sample_count, 0);
}

/* While a worker sleeps, much time passes and then there is `late`. */
static struct actor late;

static void comes_late(struct worker *worker)
{
	stage.now += 100000;
	late = actor_busy(act_busy_once, &ns_per_poll);
	stage_as_outside();
	actor_spawn(&late);
	stage_as(worker->index);
}

/* Told, and there is nothing. */
static void for_nothing(struct worker *worker)
{
	stage.now += 100000;
	assert_int_equal(notify_parked(stage.runtime), worker->index);
}

/* ------------------------------------------------------------- its ends -- */

static void maintenance_ends_a_batch(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 60);
	expect_no_sample();
	stage_turn(0);
	expect_sample(60 * 7, 60);
	sample_count = 0;
	stage_end();
}

/* And begins the next one, to which the poll of its own tick belongs. */
static void maintenance_begins_a_batch(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 61);
	sample_count = 0;
	stage_turns(0, 60);
	expect_no_sample();
	stage_turn(0);
	expect_sample(61 * 7, 61);
	stage_end();
}

/* The next look after the last local task, before the search. */
static void running_dry_ends_a_batch(void **unused)
{
	struct actor first = actor_busy(act_busy_once, &ns_per_poll);
	struct actor second = actor_busy(act_busy_once, &ns_per_poll);

	(void)unused;
	stage_begin(1);
	stage.asleep = comes_late;
	actor_spawn(&first);
	actor_spawn(&second);
	stage_turns(0, 2);
	expect_no_sample();
	stage_turn(0);
	expect_sample(14, 2);
	stage_end();
}

/* What came from inject goes on with the batch. */
static void a_batch_goes_on_with_inject(void **unused)
{
	struct actor local = actor_busy(act_busy_once, &ns_per_poll);
	struct actor remote = actor_busy(act_busy_once, &ns_per_poll);

	(void)unused;
	stage_begin(1);
	stage.asleep = comes_late;
	actor_spawn(&local);
	stage_as_outside();
	actor_spawn(&remote);
	stage_turns(0, 2);
	expect_no_sample();
	stage_turn(0);
	expect_sample(14, 2);
	stage_end();
}

/* ------------------------------------------------------ its beginnings -- */

/* After a sleep, without it. */
static void a_sleep_is_in_no_batch(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage.asleep = comes_late;
	stage_turns(0, 2);
	expect_no_sample();
	stage_turn(0);
	expect_sample(7, 1);
	stage_end();
}

/* A stolen task is the first of a batch. */
static void a_steal_begins_a_batch(void **unused)
{
	struct actor tasks[2];

	(void)unused;
	stage_begin(2);
	stage.asleep = comes_late;
	stage_as(1);
	for (int i = 0; i < 2; i++) {
		tasks[i] = actor_busy(act_busy_once, &ns_per_poll);
		actor_spawn(&tasks[i]);
	}
	stage_turn(0);
	assert_int_equal(counted("steals"), 1);
	expect_no_sample();
	stage_turn(0);
	expect_sample(7, 1);
	stage_end();
}

/* A division by no polls. */
static void a_batch_without_polls_is_no_sample(void **unused)
{
	(void)unused;
	stage_begin(1);
	stage.asleep = for_nothing;
	stage_turns(0, 3);
	expect_no_sample();
	assert_int_equal(counted("parks"), 3);
	stage_end();
}

/* ------------------------------------------------------ what it counts -- */

static enum sched_poll act_busy_and_wake(struct actor *actor, struct sched_context *context)
{
	(void)context;
	stage.now += ns_per_poll;
	actor_wake((struct actor *)actor->arg);
	return SCHED_READY;
}

static enum sched_poll act_busy_sleep(struct actor *actor, struct sched_context *context)
{
	stage.now += ns_per_poll;
	return act_sleep(actor, context);
}

/* Root polls are counted; what they wake into the slot is their time. */
static void slot_polls_are_their_roots_time(void **unused)
{
	struct actor sleeper = actor_of('S', act_busy_sleep);
	struct actor root = actor_of('R', act_busy_and_wake);

	(void)unused;
	stage_begin(1);
	actor_spawn(&sleeper);
	stage_turn(0);
	root.arg = &sleeper;
	actor_spawn(&root);
	stage_turn(0);
	expect_polled("SRS");
	worker_batch_end(stage_as(0));
	expect_sample(3 * 7, 2);
	actor_end(&sleeper);
	stage_end();
}

/* All batches' time, told when a batch ends; sleep is not in it. */
static void busy_ns_is_the_sum_of_batches(void **unused)
{
	struct actor first = actor_busy(act_busy_once, &ns_per_poll);

	(void)unused;
	stage_begin(1);
	stage.asleep = comes_late;
	actor_spawn(&first);
	stage_turn(0);
	assert_int_equal(counted("busy_ns"), 0);
	stage_turn(0);
	assert_int_equal(counted("busy_ns"), 7);
	stage_turns(0, 2);
	assert_int_equal(counted("busy_ns"), 14);
	sample_count = 0;
	stage_end();
}

/* A thread begins with one, before its first round. */
static void a_worker_begins_with_a_batch(void **unused)
{
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	worker->batch.is_open = false;
	worker_loop(worker); /* the stage lets it go round no more */
	assert_true(worker->batch.is_open);
	stage_end();
}

/* Twice a batch, never for a poll. */
static void a_batch_reads_the_clock_twice(void **unused)
{
	struct actor busy;
	uint32_t reads;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 60);
	reads = stage.clock_reads;
	assert_int_equal(reads, 1);
	stage_turns(0, 2 * 61);
	assert_int_equal(stage.clock_reads - reads, 4);
	sample_count = 0;
	stage_end();
}

/* ------------------------------------------------------------- the hook -- */

/* Changes by two are not made for a pair of the variant's own either. */
static void a_hook_has_tokios_hysteresis(void **unused)
{
	struct actor busy;

	(void)unused;
	chosen_interval = INTERVAL_SEED - 2;
	stage_begin_busy(&busy, &ns_per_poll, 61);
	assert_int_equal(interval_now(), 61);
	chosen_interval = INTERVAL_SEED + 3;
	stage_turns(0, 61);
	assert_int_equal(interval_now(), 64);
	chosen_interval = INTERVAL_SEED;
	sample_count = 0;
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_batch_goes_on_with_inject),
	RULE(a_batch_reads_the_clock_twice),
	RULE(a_batch_without_polls_is_no_sample),
	RULE(a_hook_has_tokios_hysteresis),
	RULE(a_sleep_is_in_no_batch),
	RULE(a_steal_begins_a_batch),
	RULE(a_worker_begins_with_a_batch),
	RULE(busy_ns_is_the_sum_of_batches),
	RULE(maintenance_begins_a_batch),
	RULE(maintenance_ends_a_batch),
	RULE(running_dry_ends_a_batch),
	RULE(slot_polls_are_their_roots_time),
};

POLICY_MAIN("batches", rules)
