/* SPDX-License-Identifier: MIT */
/* Description: maintenance and batches without Tokio's bookkeeping */
#define SCHED_INTERVAL INTERVAL_FIXED
#include "variants/tokio_lean.h"

#include "tests/policy/locks.h"

#include "tests/policy/busy.h"

static uint64_t ns_per_poll = 7;

/* Closed or not is read from a word of its own. */
static void lean_maintenance_takes_no_mutex(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 0);
	locks_of = &stage.runtime->inject.shards[0].mutex;
	locks = 0;
	stage_turns(0, 2 * 61);
	assert_int_equal(locks, 0);
	assert_int_equal(counted("maintenances"), 2);
	stage_end();
}

static void lean_sees_shutdown_within_61_ticks(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 0);
	runtime_close(stage.runtime);
	stage_turns(0, 60);
	assert_false(stage.runtime->workers[0].is_shutdown);
	stage_turn(0);
	assert_true(stage.runtime->workers[0].is_shutdown);
	stage_end();
}

/* There is no driver, and nobody tries its lock. */
static void lean_has_no_driver(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 0);
	at_store_relaxed(&stage.runtime->driver_token, PARK_NOTIFIED);
	stage_turns(0, 61);
	assert_int_equal(at_load_relaxed(&stage.runtime->driver_token), PARK_NOTIFIED);
	stage_end();
}

/* With a fixed interval nobody needs the time. */
static void lean_at_a_fixed_interval_reads_no_clock(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns_per_poll, 2 * 61);
	assert_int_equal(stage.clock_reads, 0);
	stage_end();
}

/* The id of each worker's first task; and of the one after it. */
static void lean_numbers_tasks_by_worker(void **unused)
{
	struct worker *worker;

	(void)unused;
	stage_begin(2);
	for (uint32_t i = 0; i < 2; i++) {
		worker = stage_as(i);
		assert_int_equal(task_next_id(stage.runtime, worker), (i + 1) * (1ull << 40));
		assert_int_equal(task_next_id(stage.runtime, worker), (i + 1) * (1ull << 40) + 1);
	}
	assert_int_equal(task_next_id(stage.runtime, NULL), 1);
	assert_int_equal(task_next_id(stage.runtime, NULL), 2);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(lean_at_a_fixed_interval_reads_no_clock), RULE(lean_has_no_driver),
	RULE(lean_maintenance_takes_no_mutex),	       RULE(lean_numbers_tasks_by_worker),
	RULE(lean_sees_shutdown_within_61_ticks),
};

POLICY_MAIN("lean maintenance", rules)
