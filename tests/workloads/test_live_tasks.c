/* SPDX-License-Identifier: MIT */
/* Description: bytes per live task are those of the task: they grow by what its state grows by */
#include <string.h>

#include "harness/heap_bytes.h"
#include "tests/support/cannot.h"
#include "workloads/workload.h"

static at_u32 yields;

static enum sched_poll yield_counted(struct sched_context *context)
{
	at_fetch_add_relaxed(&yields, 1);
	return sched_yield_now(context);
}

/* The workload once more, under a name of its own, with tasks of a larger state whose yields
 * are counted. */
#define PLANTED_BYTES	    1024 /* whole lines, so that rounding adds nothing */
#define LIVE_TASK_BYTES	    (sizeof(uint64_t) + PLANTED_BYTES)
#define workload_live_tasks workload_live_tasks_planted
#define sched_yield_now	    yield_counted
#include "workloads/live_tasks.c"
#undef workload_live_tasks
#undef sched_yield_now
extern const struct workload workload_live_tasks;

#define ITERATIONS 3
#define TASKS	   10000
#define GRAIN	   16 /* what malloc rounds to; and what caches of its own may hide is less */

static struct arm_histogram latency;

static void run_block(const struct workload *workload, uint64_t tasks, uint32_t workers,
		      struct arm_block *block)
{
	struct arm_config config = { .workers = workers, .seed = 7 };
	void *runtime;

	block->params = &tasks;
	block->iterations = ITERATIONS;
	block->latency = &latency;
	assert_int_equal(arm_self()->start(&config, &runtime), 0);
	assert_int_equal(arm_run_whole(arm_self(), runtime, &workload->about, block), 0);
	arm_self()->stop(runtime);
	assert_string_equal(block->error, "");
	assert_int_equal(block->units, ITERATIONS * tasks);
	assert_true(block->timed_ns > 0);
}

/* ------------------------------------------------------------ a real heap -- */

/* To the nearest multiple of what malloc rounds to. */
static uint64_t bytes_per_task(const struct workload *workload, uint32_t workers)
{
	struct arm_block block = { .heap_bytes = heap_bytes };

	run_block(workload, TASKS, workers, &block);
	assert_int_equal(block.extra_count, 1);
	assert_string_equal(block.extras[0].name, "live_bytes");
	assert_string_equal(block.extras[0].unit, "byte");
	assert_int_equal(block.extras[0].kind, ARM_SUM);
	return (uint64_t)(block.extras[0].value / (double)block.units / GRAIN + 0.5) * GRAIN;
}

static void test_bytes_are_those_of_the_task(void **state)
{
	uint64_t bytes, small;
	const char *why = heap_bytes(&bytes);

	(void)state;
	if (why)
		cannot(why);
	for (uint32_t workers = 1; workers <= 2; workers++) {
		small = bytes_per_task(&workload_live_tasks, workers);
		assert_in_range(small, 64, 512);
		assert_int_equal(bytes_per_task(&workload_live_tasks_planted, workers),
				 small + PLANTED_BYTES);
	}
}

/* ---------------------------------------------------------- a heap of ours -- */

static uint64_t grown;

static const char *growing(uint64_t *bytes)
{
	*bytes = 7 * grown++;
	return NULL;
}

static const char *unknown_at_first(uint64_t *bytes)
{
	*bytes = 7 * grown;
	return grown++ == 0 ? "nobody can know" : NULL;
}

/* Two readings an iteration, and what lies between two of them does not count. */
static void test_what_the_heap_grows_by_is_added_up(void **state)
{
	struct arm_block block = { .heap_bytes = growing };

	(void)state;
	grown = 0;
	run_block(&workload_live_tasks, 5, 1, &block);
	assert_int_equal(grown, 2 * ITERATIONS);
	assert_int_equal(block.extra_count, 1);
	assert_true(block.extras[0].value == 7 * ITERATIONS);
}

/* One reading that is missing, and there is no sum. */
static void test_what_nobody_can_know_is_absent(void **state)
{
	struct arm_block unknown = { .heap_bytes = unknown_at_first }, nobody = { 0 };

	(void)state;
	grown = 0;
	run_block(&workload_live_tasks, 5, 1, &unknown);
	assert_int_equal(unknown.extra_count, 0);
	run_block(&workload_live_tasks, 5, 1, &nobody);
	assert_int_equal(nobody.extra_count, 0);
}

/* ------------------------------------------------------- alive when read -- */

static uint64_t ended_early;

/* The second reading of an iteration waits until another worker has had a task. */
static const char *after_a_task_ran(uint64_t *bytes)
{
	struct arm_config config = { .workers = 2 };
	struct workload_env env = { .config = &config };
	uint64_t ended = grown / 2 * (TASKS + 1); /* of the iterations before, with their roots */

	*bytes = grown;
	if (grown++ % 2 == 0) {
		at_store_relaxed(&yields, 0);
		return NULL;
	}
	while (at_load_relaxed(&yields) == 0 && workload_runs(&env) == ended)
		os_yield();
	ended_early += workload_runs(&env) - ended;
	return NULL;
}

static void test_no_task_has_ended_when_the_heap_is_read(void **state)
{
	struct arm_block block = { .heap_bytes = after_a_task_ran };

	(void)state;
	grown = 0;
	at_init(&yields, 0);
	run_block(&workload_live_tasks_planted, TASKS, 2, &block);
	at_fini(&yields);
	assert_int_equal(grown, 2 * ITERATIONS);
	assert_int_equal(ended_early, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes_are_those_of_the_task),
		cmocka_unit_test(test_what_the_heap_grows_by_is_added_up),
		cmocka_unit_test(test_what_nobody_can_know_is_absent),
		cmocka_unit_test(test_no_task_has_ended_when_the_heap_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
