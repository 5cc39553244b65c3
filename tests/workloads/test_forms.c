/* SPDX-License-Identifier: MIT */
/* Description: a parameter that makes a workload Tokio's bench to the letter does that */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sched/atomics.h"
#include "workloads/arm.h"

#define WORKERS	    2
#define ITERATIONS  3
#define METRICS_MAX 64

struct run {
	at_u32 workers_started;
	void *runtime;
	struct arm_histogram latency;
};
static struct run run;

static void on_thread_start(enum arm_thread kind, uint32_t index, void *arg)
{
	(void)index;
	if (kind == ARM_THREAD_WORKER)
		at_fetch_add_relaxed(&((struct run *)arg)->workers_started, 1);
}

static void run_start(void)
{
	struct arm_config config = {
		.workers = WORKERS, .seed = 7, .on_thread_start = on_thread_start, .arg = &run
	};

	at_init(&run.workers_started, 0);
	assert_int_equal(arm_self()->start(&config, &run.runtime), 0);
}

static void run_stop(void)
{
	arm_self()->stop(run.runtime);
	at_fini(&run.workers_started);
}

static const struct arm_workload *find_workload(const char *name)
{
	const struct arm *arm = arm_self();

	for (uint32_t i = 0; i < arm->workload_count; i++)
		if (strcmp(arm->workloads[i]->name, name) == 0)
			return arm->workloads[i];
	fail_msg("there is no workload %s", name);
	return NULL;
}

static void run_block(const char *name, const uint64_t *params, uint64_t units)
{
	struct arm_block block = {
		.params = params, .iterations = ITERATIONS, .seed = 1, .latency = &run.latency
	};

	assert_int_equal(arm_run_whole(arm_self(), run.runtime, find_workload(name), &block), 0);
	assert_string_equal(block.error, "");
	assert_int_equal(block.units, ITERATIONS * units);
	assert_true(block.timed_ns > 0);
}

static void test_yields_are_spawned_from_main(void **state)
{
	const uint64_t params[] = { 5, 7, 1 };

	(void)state;
	run_start();
	run_block("yield_many", params, 5 * 7);
	run_stop();
}

static void test_background_may_spin(void **state)
{
	const uint64_t params[] = { 5, 2, 1, 1 };

	(void)state;
	run_start();
	run_block("spawn_remote_busy1", params, 5);
	run_block("spawn_remote_busy2", params, 5);
	run_stop();
}

static void test_bursts_are_paced_from_inside_and_outside(void **state)
{
	const uint64_t outside[] = { 0, 20, 10 };
	const uint64_t inside[] = { 1, 20, 10 };

	(void)state;
	run_start();
	run_block("burst_500us", outside, 1);
	run_block("burst_500us", inside, 1);
	run_block("burst_500us", outside, 1);
	run_stop();
}

static void test_parents_join_beside_apart_and_outside(void **state)
{
	(void)state;
	run_start();
	for (uint64_t apart = 0; apart <= 2; apart++) {
		const uint64_t params[] = { 20, apart, 10 };

		run_block("join_poll", params, 10);
	}
	run_stop();
}

/* ------------------------------------------------------- fresh runtimes -- */

/* Of a count, which is 0 at the start of each runtime. */
static uint64_t parks(void)
{
	struct arm_metric metrics[METRICS_MAX];
	size_t count = arm_self()->metrics(run.runtime, metrics, METRICS_MAX);

	for (size_t i = 0; i < count; i++)
		if (strcmp(metrics[i].name, "parks") == 0)
			return metrics[i].value;
	fail_msg("there is no metric parks");
	return 0;
}

static void test_each_block_has_workers_of_its_own(void **state)
{
	const uint64_t params[] = { 1, 5, 0, 1 };
	uint64_t before = 0;

	(void)state;
	run_start();
	for (uint32_t blocks = 1; blocks <= 3; blocks++) {
		run_block("remote_spawn", params, 5);
		assert_int_equal(at_load_relaxed(&run.workers_started), (blocks + 1) * WORKERS);
		assert_true(parks() >= before); /* no count goes back */
		before = parks();
	}
	run_stop();
}

static void test_one_runtime_unless_asked(void **state)
{
	const uint64_t params[] = { 1, 5, 1, 0 };

	(void)state;
	run_start();
	run_block("remote_spawn", params, 5);
	run_block("remote_spawn", params, 5);
	assert_in_range(at_load_relaxed(&run.workers_started), 1, WORKERS);
	run_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_yields_are_spawned_from_main),
		cmocka_unit_test(test_background_may_spin),
		cmocka_unit_test(test_bursts_are_paced_from_inside_and_outside),
		cmocka_unit_test(test_parents_join_beside_apart_and_outside),
		cmocka_unit_test(test_each_block_has_workers_of_its_own),
		cmocka_unit_test(test_one_runtime_unless_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
