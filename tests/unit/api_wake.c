/* SPDX-License-Identifier: MIT */
/* Description: wakers: by value, by reference, clones, wakes during a poll, long lives */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

struct gated {
	struct sched_runtime *runtime;
	struct sched_join join;
	struct probe probe;
};

/* A task that is idle, its waker in our hands. */
static struct sched_waker gated_start(struct gated *gated, uint32_t workers)
{
	gated->runtime = runtime_start(workers);
	probe_init(&gated->probe, PROBE_GATED);
	assert_int_equal(probe_spawn_on(gated->runtime, &gated->probe, 0, &gated->join), 0);
	word_await(&gated->probe.announced, 1);
	return probe_take_waker(&gated->probe);
}

static void gated_stop(struct gated *gated)
{
	probe_release(&gated->probe);
	assert_int_equal(sched_block_on_join(gated->runtime, &gated->join, NULL), 0);
	runtime_stop(gated->runtime);
	assert_true(probe_ended_once(&gated->probe));
	probe_fini(&gated->probe);
}

static void wake_by_value_polls_again(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 1);

	(void)unused;
	for (uint32_t i = 2; i <= 10; i++) {
		sched_waker_wake(&waker);
		assert_null(waker.target);
		word_await(&gated.probe.announced, i);
		assert_int_equal(word_get(&gated.probe.polls), i);
		waker = probe_take_waker(&gated.probe);
	}
	sched_waker_drop(&waker);
	assert_null(waker.target);
	sched_join_abort(&gated.join); /* nobody else could wake it now */
	assert_int_equal(sched_block_on_join(gated.runtime, &gated.join, NULL), -ECANCELED);
	runtime_stop(gated.runtime);
	probe_fini(&gated.probe);
}

static void wake_by_reference_keeps_the_waker(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 2);

	(void)unused;
	for (uint32_t i = 2; i <= 10; i++) {
		sched_waker_wake_by_ref(&waker);
		word_await(&gated.probe.announced, i);
		assert_non_null(waker.target);
	}
	gated_stop(&gated);
	sched_waker_wake_by_ref(&waker); /* of a dead task of a dead runtime */
	sched_waker_drop(&waker);
}

static void clones_wake_the_same_task(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 1);
	struct sched_waker clone = sched_waker_clone(&waker);
	struct sched_waker second = sched_waker_clone(&clone);

	(void)unused;
	assert_true(sched_waker_will_wake(&waker, &clone));
	assert_true(sched_waker_will_wake(&second, &clone));
	sched_waker_drop(&waker);
	sched_waker_wake(&clone);
	word_await(&gated.probe.announced, 2);
	sched_waker_wake(&second);
	word_await(&gated.probe.announced, 3);
	gated_stop(&gated);
}

/* However often a queued task is woken, it is polled once. */
static void wakes_of_a_queued_task_merge(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 1);
	struct sched_join holder_join;
	struct probe holder;

	(void)unused;
	probe_hold_worker(gated.runtime, &holder, &holder_join);
	for (int i = 0; i < 100; i++) {
		struct sched_waker clone = sched_waker_clone(&waker);

		sched_waker_wake_by_ref(&waker);
		sched_waker_wake(&clone);
	}
	sched_waker_drop(&waker);
	probe_release(&holder);
	assert_int_equal(sched_block_on_join(gated.runtime, &holder_join, NULL), 0);
	word_await(&gated.probe.announced, 2);
	gated_stop(&gated);
	assert_int_equal(word_get(&gated.probe.polls),
			 3); /* spawn, the merged wakes, the release */
	probe_fini(&holder);
}

static void wakes_during_a_poll_merge(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_SELF_WAKE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	runtime_stop(runtime);
	assert_int_equal(word_get(&probe.polls), 2);
	probe_fini(&probe);
}

static void wakers_outlive_task_and_runtime(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 1);
	struct sched_waker by_value = sched_waker_clone(&waker);
	struct sched_waker dropped = sched_waker_clone(&waker);

	(void)unused;
	sched_join_abort(&gated.join);
	assert_int_equal(sched_block_on_join(gated.runtime, &gated.join, NULL), -ECANCELED);
	sched_waker_wake_by_ref(&waker);
	runtime_stop(gated.runtime);
	sched_waker_wake_by_ref(&waker);
	sched_waker_wake(&by_value);
	sched_waker_drop(&dropped);
	assert_int_equal(word_get(&gated.probe.polls), 1);
	sched_waker_drop(&waker);
	probe_fini(&gated.probe);
}

/* Cancelled by the shutdown while the waker is held outside. */
static void wakers_outlive_a_cancelled_task(void **unused)
{
	struct gated gated;
	struct sched_waker waker = gated_start(&gated, 2);

	(void)unused;
	sched_join_detach(&gated.join);
	runtime_stop(gated.runtime);
	assert_int_equal(word_get(&gated.probe.drops), 1);
	sched_waker_wake(&waker);
	assert_true(probe_ended_once(&gated.probe));
	probe_fini(&gated.probe);
}

static void the_empty_waker(void **unused)
{
	struct sched_waker empty = sched_waker_empty();
	struct sched_waker clone = sched_waker_clone(&empty);

	(void)unused;
	assert_null(clone.target);
	sched_waker_wake(&clone);
	sched_waker_wake_by_ref(&empty);
	sched_waker_drop(&empty);
	sched_waker_drop(&empty);
}

int api_wake_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(wake_by_value_polls_again),
		cmocka_unit_test(wake_by_reference_keeps_the_waker),
		cmocka_unit_test(clones_wake_the_same_task),
		cmocka_unit_test(wakes_of_a_queued_task_merge),
		cmocka_unit_test(wakes_during_a_poll_merge),
		cmocka_unit_test(wakers_outlive_task_and_runtime),
		cmocka_unit_test(wakers_outlive_a_cancelled_task),
		cmocka_unit_test(the_empty_waker),
	};

	return cmocka_run_group_tests_name("wake", tests, NULL, NULL);
}
