/* SPDX-License-Identifier: MIT */
/* Description: wakers: by value, by reference, clones, wakes during a poll, long lives */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

struct latched {
	struct sched_runtime *runtime;
	struct sched_join join;
	struct probe probe;
};

/* A task that is idle, its waker in our hands. */
static struct sched_waker latched_start(struct latched *latched, uint32_t workers)
{
	latched->runtime = runtime_start(workers);
	probe_init(&latched->probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(latched->runtime, &latched->probe, 0, &latched->join), 0);
	word_await(&latched->probe.announced, 1);
	return probe_take_waker(&latched->probe);
}

static void latched_stop(struct latched *latched)
{
	probe_release(&latched->probe);
	assert_int_equal(sched_block_on_join(latched->runtime, &latched->join, NULL), 0);
	runtime_stop(latched->runtime);
	assert_true(probe_ended_once(&latched->probe));
	probe_fini(&latched->probe);
}

static void wake_by_value_polls_again(void **unused)
{
	struct latched latched;
	struct sched_waker waker = latched_start(&latched, 1);

	(void)unused;
	for (uint32_t i = 2; i <= 10; i++) {
		sched_waker_wake(&waker);
		assert_null(waker.target);
		word_await(&latched.probe.announced, i);
		assert_int_equal(word_get(&latched.probe.polls), i);
		waker = probe_take_waker(&latched.probe);
	}
	sched_waker_drop(&waker);
	assert_null(waker.target);
	sched_join_abort(&latched.join); /* nobody else could wake it now */
	assert_int_equal(sched_block_on_join(latched.runtime, &latched.join, NULL), -ECANCELED);
	runtime_stop(latched.runtime);
	probe_fini(&latched.probe);
}

static void wake_by_reference_keeps_the_waker(void **unused)
{
	struct latched latched;
	struct sched_waker waker = latched_start(&latched, 2);

	(void)unused;
	for (uint32_t i = 2; i <= 10; i++) {
		sched_waker_wake_by_ref(&waker);
		word_await(&latched.probe.announced, i);
		assert_non_null(waker.target);
	}
	latched_stop(&latched);
	sched_waker_wake_by_ref(&waker); /* of a dead task of a dead runtime */
	sched_waker_drop(&waker);
}

static void clones_wake_the_same_task(void **unused)
{
	struct latched latched;
	struct sched_waker waker = latched_start(&latched, 1);
	struct sched_waker clone = sched_waker_clone(&waker);
	struct sched_waker second = sched_waker_clone(&clone);

	(void)unused;
	assert_true(sched_waker_will_wake(&waker, &clone));
	assert_true(sched_waker_will_wake(&second, &clone));
	sched_waker_drop(&waker);
	sched_waker_wake(&clone);
	word_await(&latched.probe.announced, 2);
	sched_waker_wake(&second);
	word_await(&latched.probe.announced, 3);
	latched_stop(&latched);
}

/* However often a queued task is woken, it is polled once. */
static void wakes_of_a_queued_task_merge(void **unused)
{
	struct latched latched;
	struct sched_waker waker = latched_start(&latched, 1);
	struct sched_join holder_join;
	struct probe holder;

	(void)unused;
	probe_hold_worker(latched.runtime, &holder, &holder_join);
	for (int i = 0; i < 100; i++) {
		struct sched_waker clone = sched_waker_clone(&waker);

		sched_waker_wake_by_ref(&waker);
		sched_waker_wake(&clone);
	}
	sched_waker_drop(&waker);
	probe_release(&holder);
	assert_int_equal(sched_block_on_join(latched.runtime, &holder_join, NULL), 0);
	word_await(&latched.probe.announced, 2);
	latched_stop(&latched);
	assert_int_equal(word_get(&latched.probe.polls),
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
	struct latched latched;
	struct sched_waker waker = latched_start(&latched, 1);
	struct sched_waker by_value = sched_waker_clone(&waker);
	struct sched_waker dropped = sched_waker_clone(&waker);

	(void)unused;
	sched_join_abort(&latched.join);
	assert_int_equal(sched_block_on_join(latched.runtime, &latched.join, NULL), -ECANCELED);
	sched_waker_wake_by_ref(&waker);
	runtime_stop(latched.runtime);
	sched_waker_wake_by_ref(&waker);
	sched_waker_wake(&by_value);
	sched_waker_drop(&dropped);
	assert_int_equal(word_get(&latched.probe.polls), 1);
	sched_waker_drop(&waker);
	probe_fini(&latched.probe);
}

/* Cancelled by the shutdown while the waker is held outside. */
static void wakers_outlive_a_cancelled_task(void **unused)
{
	struct latched latched;
	struct sched_waker waker;

	(void)unused;
	needs_cancel();
	waker = latched_start(&latched, 2);
	sched_join_detach(&latched.join);
	runtime_stop(latched.runtime);
	assert_int_equal(word_get(&latched.probe.drops), 1);
	sched_waker_wake(&waker);
	assert_true(probe_ended_once(&latched.probe));
	probe_fini(&latched.probe);
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
