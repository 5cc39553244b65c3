/* SPDX-License-Identifier: MIT */
/*
 * Description: a runtime without a list of its tasks: what its shutdown ends, and who ends the rest
 *
 * The tasks are probes, each of which ends in exactly one of READY and drop, whoever does it.
 */
#include "tests/unit/internals.h"

/* A probe that sleeps, and its waker. */
struct sleeper {
	struct sched_runtime *runtime;
	struct probe probe;
	struct sched_join join;
	struct sched_waker waker;
};

static void sleeper_start(struct sleeper *sleeper)
{
	sleeper->runtime = runtime_start(2);
	probe_init(&sleeper->probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(sleeper->runtime, &sleeper->probe, 0, &sleeper->join), 0);
	word_await(&sleeper->probe.announced, 1);
	sleeper->waker = probe_take_waker(&sleeper->probe);
}

static void expect_asleep(struct sleeper *sleeper)
{
	assert_int_equal(word_get(&sleeper->probe.drops), 0);
	assert_false(sched_join_is_finished(&sleeper->join));
}

/* Once: not polled again, and dropped. */
static void expect_dropped(struct sleeper *sleeper)
{
	assert_int_equal(word_get(&sleeper->probe.polls), 1);
	assert_int_equal(word_get(&sleeper->probe.drops), 1);
	assert_true(probe_ended_once(&sleeper->probe));
}

static void expect_cancelled(struct sleeper *sleeper)
{
	expect_dropped(sleeper);
	assert_int_equal(sched_join_take(&sleeper->join, NULL), -ECANCELED);
	sched_join_detach(&sleeper->join);
	probe_fini(&sleeper->probe);
}

static void shutdown_leaves_what_sleeps(void **unused)
{
	struct sleeper sleeper;

	(void)unused;
	sleeper_start(&sleeper);
	assert_int_equal(sched_runtime_shutdown(sleeper.runtime), 0);
	expect_asleep(&sleeper);
	sched_runtime_destroy(sleeper.runtime);
	expect_asleep(&sleeper);
	sched_waker_wake(&sleeper.waker);
	expect_cancelled(&sleeper);
}

/* By reference: the waker is still there when the task is gone. */
static void wake_after_the_end_cancels(void **unused)
{
	struct sleeper sleeper;

	(void)unused;
	sleeper_start(&sleeper);
	runtime_stop(sleeper.runtime);
	sched_waker_wake_by_ref(&sleeper.waker);
	assert_true(sched_join_is_finished(&sleeper.join));
	sched_waker_wake_by_ref(&sleeper.waker);
	expect_cancelled(&sleeper);
	sched_waker_drop(&sleeper.waker);
}

static void abort_after_the_end_cancels(void **unused)
{
	struct sleeper sleeper;

	(void)unused;
	sleeper_start(&sleeper);
	runtime_stop(sleeper.runtime);
	sched_join_abort(&sleeper.join);
	expect_cancelled(&sleeper);
	sched_waker_drop(&sleeper.waker);
}

/* Whoever lets go of it last frees it: the handle's holder, or the waker's. */
static void last_reference_ends_what_sleeps(void **unused)
{
	(void)unused;
	for (int handle_last = 0; handle_last < 2; handle_last++) {
		struct sleeper sleeper;

		sleeper_start(&sleeper);
		runtime_stop(sleeper.runtime);
		if (handle_last)
			sched_waker_drop(&sleeper.waker);
		else
			sched_join_detach(&sleeper.join);
		assert_int_equal(word_get(&sleeper.probe.drops), 0);
		if (handle_last)
			sched_join_detach(&sleeper.join);
		else
			sched_waker_drop(&sleeper.waker);
		expect_dropped(&sleeper);
		probe_fini(&sleeper.probe);
	}
}

/* The same while the runtime runs: it can never be woken. */
static void task_that_nothing_refers_to_ends(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_HOLD_PENDING);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, NULL), 0);
	word_await(&probe.announced, 1);
	assert_int_equal(word_get(&probe.drops), 0);
	probe_release(&probe);
	word_await(&probe.drops, 1);
	assert_true(probe_ended_once(&probe));
	runtime_stop(runtime);
	probe_fini(&probe);
}

/* In the worker's own queues, or outside in the inject queue. */
static void shutdown_ends_what_is_queued(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct probe holder, yielder, queued;
	struct sched_join join;

	(void)unused;
	probe_init(&yielder, PROBE_YIELD);
	probe_init(&holder, PROBE_HOLD_READY);
	probe_init(&queued, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &yielder, 0, NULL), 0);
	while (word_get(&yielder.polls) == 0)
		os_yield();
	probe_hold_worker(runtime, &holder, &join);
	assert_int_equal(probe_spawn_on(runtime, &queued, 0, NULL), 0);
	runtime_close(runtime);
	probe_release(&holder);
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_int_equal(word_get(&yielder.drops), 1);
	assert_int_equal(word_get(&queued.drops) + word_get(&queued.ready), 1);
	sched_join_detach(&join);
	sched_runtime_destroy(runtime);
	probe_fini(&holder);
	probe_fini(&yielder);
	probe_fini(&queued);
}

static void spawn_after_the_end_is_refused(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), -ECANCELED);
	assert_true(probe_ended_once(&probe));
	assert_int_equal(sched_join_take(&join, NULL), -ECANCELED);
	sched_join_detach(&join);
	sched_runtime_destroy(runtime);
	probe_fini(&probe);
}

static void shutdown_that_cancels_is_not_promised(void **unused)
{
	(void)unused;
	assert_false(sched_capabilities() & SCHED_CAN_CANCEL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shutdown_leaves_what_sleeps),
		cmocka_unit_test(wake_after_the_end_cancels),
		cmocka_unit_test(abort_after_the_end_cancels),
		cmocka_unit_test(last_reference_ends_what_sleeps),
		cmocka_unit_test(task_that_nothing_refers_to_ends),
		cmocka_unit_test(shutdown_ends_what_is_queued),
		cmocka_unit_test(spawn_after_the_end_is_refused),
		cmocka_unit_test(shutdown_that_cancels_is_not_promised),
	};

	return cmocka_run_group_tests_name("owned none", tests, NULL, NULL);
}
