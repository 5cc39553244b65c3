/* SPDX-License-Identifier: MIT */
/* Description: parks and wakes without end: one lost wake-up and the test hangs */
#include "tests/stress/stress.h"

#define THREADS 3
#define CALLS	150u

struct parked {
	struct sched_runtime *runtime;
	at_u64 sum;
	at_u32 failures;
};

struct hop {
	struct parked *parked;
	uint64_t left;
};

/* Each hop spawns the next one remotely or locally, so that workers park between. */
static enum sched_poll hop_poll(void *opaque, struct sched_context *context)
{
	static const struct sched_task_ops hop_ops = { .name = "hop",
						       .poll = hop_poll,
						       .state_bytes = sizeof(struct hop) };
	struct hop *hop = (struct hop *)opaque;
	struct hop next = { hop->parked, hop->left - 1 };

	(void)context;
	at_fetch_add_relaxed(&hop->parked->sum, 1);
	if (hop->left > 0)
		sched_spawn(&hop_ops, &next, NULL);
	return SCHED_READY;
}

static const struct sched_task_ops first_hop_ops = { .name = "first hop",
						     .poll = hop_poll,
						     .state_bytes = sizeof(struct hop) };

static void parked_main(void *opaque)
{
	struct parked *parked = (struct parked *)opaque;

	for (uint32_t i = 0; i < CALLS; i++) {
		struct hop hop = { parked, i % 3 };
		struct sched_join join;

		if (sched_spawn_on(parked->runtime, &first_hop_ops, &hop, &join) != 0 ||
		    sched_block_on_join(parked->runtime, &join, NULL) != 0)
			at_fetch_add_relaxed(&parked->failures, 1);
		watchdog_progress();
	}
}

static void blocked_threads_and_parked_workers(void **unused)
{
	static const uint32_t worker_counts[] = { 1, 2, 4 };

	(void)unused;
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct parked parked = { .runtime = runtime_start(worker_counts[k]) };
		struct os_thread threads[THREADS];

		at_init(&parked.sum, 0);
		at_init(&parked.failures, 0);
		for (int i = 0; i < THREADS; i++)
			assert_int_equal(
				os_thread_start(&threads[i], "parked", parked_main, &parked), 0);
		for (int i = 0; i < THREADS; i++)
			os_thread_join(&threads[i]);
		while (at_load_acquire(&parked.sum) < THREADS * CALLS * 2) /* 1 + 2 + 3 of three */
			at_spin_hint();
		assert_int_equal(at_load_acquire(&parked.sum), THREADS * CALLS * 2);
		assert_int_equal(word_get(&parked.failures), 0);
		runtime_stop(parked.runtime);
	}
}

int stress_park_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(
		blocked_threads_and_parked_workers) };

	return cmocka_run_group_tests_name("park", tests, NULL, NULL);
}
