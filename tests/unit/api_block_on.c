/* SPDX-License-Identifier: MIT */
/* Description: block_on: what it runs in, what it refuses, several at a time */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

struct inside {
	struct sched_runtime *runtime;
	struct sched_runtime *seen;
	struct sched_join join;
	struct sched_waker waker;
	int index;
	int nested;
	int nested_join;
	int shutdown;
};

static enum sched_poll ready_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_READY;
}

static void inside_try(struct inside *inside)
{
	inside->seen = sched_current();
	inside->index = sched_worker_index();
	inside->nested = sched_block_on(inside->runtime, ready_poll, NULL);
	inside->nested_join = sched_block_on_join(inside->runtime, &inside->join, NULL);
}

static enum sched_poll inside_poll(void *opaque, struct sched_context *context)
{
	struct inside *inside = (struct inside *)opaque;

	inside_try(inside);
	inside->waker = sched_waker_clone(&context->waker);
	return SCHED_READY;
}

static enum sched_poll in_task_poll(void *opaque, struct sched_context *context)
{
	struct inside *inside = *(struct inside **)opaque;

	(void)context;
	inside_try(inside);
	inside->shutdown = sched_runtime_shutdown(inside->runtime);
	sched_runtime_destroy(inside->runtime); /* refused as well, nothing is freed */
	return SCHED_READY;
}

static void block_on_refuses_to_nest(void **unused)
{
	struct inside inside = { .runtime = runtime_start(1) };
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(inside.runtime, &probe, 0, &inside.join), 0);
	assert_int_equal(sched_block_on(inside.runtime, inside_poll, &inside), 0);
	assert_ptr_equal(inside.seen, inside.runtime);
	assert_int_equal(inside.index, -1);
	assert_int_equal(inside.nested, -EDEADLK);
	assert_int_equal(inside.nested_join, -EDEADLK);
	assert_non_null(inside.join.task); /* kept */
	assert_null(sched_current());
	assert_int_equal(sched_block_on_join(inside.runtime, &inside.join, NULL), 0);
	runtime_stop(inside.runtime);
	sched_waker_wake_by_ref(&inside.waker); /* of a block_on that is over */
	sched_waker_wake(&inside.waker);
	probe_fini(&probe);
}

static void workers_may_not_block_or_shut_down(void **unused)
{
	static const struct sched_task_ops ops = { .name = "in task",
						   .poll = in_task_poll,
						   .state_bytes = sizeof(struct inside *) };
	struct inside inside = { .runtime = runtime_start(2) };
	struct inside *state = &inside;
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(inside.runtime, &probe, 0, &inside.join), 0);
	assert_int_equal(sched_spawn_on(inside.runtime, &ops, &state, &join), 0);
	assert_int_equal(sched_block_on_join(inside.runtime, &join, NULL), 0);
	assert_ptr_equal(inside.seen, inside.runtime);
	assert_true(inside.index >= 0);
	assert_int_equal(inside.nested, -EDEADLK);
	assert_int_equal(inside.nested_join, -EDEADLK);
	assert_int_equal(inside.shutdown, -EDEADLK);
	assert_int_equal(sched_block_on_join(inside.runtime, &inside.join, NULL), 0);
	runtime_stop(inside.runtime);
	probe_fini(&probe);
}

/* Woken by a thread that is no worker, many times. */
struct ticker {
	at_u32 ticks;
	at_u32 waker_set;
	struct os_mutex mutex;
	struct sched_waker waker;
	uint32_t polls;
};

#define TICKS 50u

static enum sched_poll ticker_poll(void *opaque, struct sched_context *context)
{
	struct ticker *ticker = (struct ticker *)opaque;

	ticker->polls++;
	os_mutex_lock(&ticker->mutex);
	if (!ticker->waker.target)
		ticker->waker = sched_waker_clone(&context->waker);
	os_mutex_unlock(&ticker->mutex);
	word_set(&ticker->waker_set, 1);
	return word_get(&ticker->ticks) < TICKS ? SCHED_PENDING : SCHED_READY;
}

static void ticker_main(void *opaque)
{
	struct ticker *ticker = (struct ticker *)opaque;

	word_await(&ticker->waker_set, 1);
	for (uint32_t i = 0; i < TICKS; i++) {
		word_add(&ticker->ticks, 1);
		os_mutex_lock(&ticker->mutex);
		sched_waker_wake_by_ref(&ticker->waker);
		os_mutex_unlock(&ticker->mutex);
	}
}

static void block_on_is_woken_from_any_thread(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct ticker ticker = { .polls = 0 };
	struct os_thread thread;

	(void)unused;
	at_init(&ticker.ticks, 0);
	at_init(&ticker.waker_set, 0);
	os_mutex_init(&ticker.mutex);
	ticker.waker = sched_waker_empty();
	assert_int_equal(os_thread_start(&thread, "ticker", ticker_main, &ticker), 0);
	assert_int_equal(sched_block_on(runtime, ticker_poll, &ticker), 0);
	os_thread_join(&thread);
	assert_true(ticker.polls >= 1 && ticker.polls <= TICKS + 1);
	runtime_stop(runtime);
	sched_waker_drop(&ticker.waker);
}

struct blocker {
	struct sched_runtime *runtime;
	uint64_t sum;
};

static void blocker_main(void *opaque)
{
	struct blocker *blocker = (struct blocker *)opaque;

	for (uint64_t i = 0; i < 50; i++) {
		struct probe_state output = { NULL, 0 };
		struct sched_join join;
		struct probe probe;

		probe_init(&probe, i % 2 ? PROBE_VALUE : PROBE_SELF_WAKE);
		if (probe_spawn_on(blocker->runtime, &probe, i, &join) == 0 &&
		    sched_block_on_join(blocker->runtime, &join, &output) == 0)
			blocker->sum += output.value;
		probe_fini(&probe);
	}
}

static void several_threads_block_at_once(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);
	struct blocker blockers[4];
	struct os_thread threads[4];

	(void)unused;
	for (int i = 0; i < 4; i++) {
		blockers[i].runtime = runtime;
		blockers[i].sum = 0;
		assert_int_equal(
			os_thread_start(&threads[i], "blocker", blocker_main, &blockers[i]), 0);
	}
	for (int i = 0; i < 4; i++) {
		os_thread_join(&threads[i]);
		assert_int_equal(blockers[i].sum, 50 * 51 / 2);
	}
	runtime_stop(runtime);
}

int api_block_on_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(block_on_refuses_to_nest),
		cmocka_unit_test(workers_may_not_block_or_shut_down),
		cmocka_unit_test(block_on_is_woken_from_any_thread),
		cmocka_unit_test(several_threads_block_at_once),
	};

	return cmocka_run_group_tests_name("block_on", tests, NULL, NULL);
}
