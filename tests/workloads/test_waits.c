/* SPDX-License-Identifier: MIT */
/* Description: a wait that does not end while something is measured is recorded */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "workloads/background.h"

#define MEMBERS	   3
#define ITERATIONS 2
#define CHILDREN   5

extern const struct workload workload_fan_out_wake;
extern const struct workload workload_remote_spawn;
extern const struct workload workload_spawn_remote_busy1;
extern const struct workload workload_spawn_remote_busy2;

/* A runtime that a test can take workers away from. */
struct bench {
	struct workload_env env;
	struct arm_config config;
	struct arm_block block;
	struct arm_histogram latency;
};
static struct bench bench;
static struct background background;
static const struct background_stall no_stall;

static void bench_start(uint32_t workers)
{
	struct sched_config config = { .workers = workers, .seed = 7 };

	memset(&bench, 0, sizeof(bench));
	bench.config.workers = workers;
	bench.block.iterations = ITERATIONS;
	bench.block.latency = &bench.latency;
	bench.env.config = &bench.config;
	bench.env.block = &bench.block;
	workload_checks_init();
	assert_int_equal(sched_runtime_create(&config, &bench.env.runtime), 0);
	workload_checks_start(&bench.env);
}

static void bench_stop(void)
{
	sched_runtime_shutdown(bench.env.runtime);
	sched_runtime_destroy(bench.env.runtime);
	workload_checks_fini();
}

static double extra(const char *name)
{
	for (uint32_t i = 0; i < bench.block.extra_count; i++)
		if (strcmp(bench.block.extras[i].name, name) == 0)
			return bench.block.extras[i].value;
	fail_msg("there is no extra %s", name);
	return -1;
}

/* ------------------------------------------------------------------ hog -- */

/* Keeps its worker until *until. */
struct hog {
	at_u32 running;
	at_u32 *until;
};
static struct hog hog;

static enum sched_poll hog_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	at_store_relaxed(&hog.running, 1);
	while (!at_load_relaxed(hog.until))
		at_spin_hint();
	return SCHED_READY;
}

static const struct sched_task_ops hog_ops = {
	.name = "hog",
	.poll = hog_poll,
	.drop = workload_drop_lost,
};

static void hog_start(at_u32 *until)
{
	at_init(&hog.running, 0);
	hog.until = until;
	workload_spawn_on(bench.env.runtime, &hog_ops, NULL, NULL);
	while (!at_load_relaxed(&hog.running))
		at_spin_hint();
}

/* ----------------------------------------------------------- background -- */

static void starve_background(enum background_kind kind)
{
	bench_start(1);
	at_init(&background.stopping, 0);
	hog_start(&background.stopping); /* which background_stop sets, last */
	background_start(&bench.env, &background, kind, MEMBERS, no_stall);
	background_watch(&background);
	assert_true(background_waits(&background));
	background_stop(&bench.env, &background);
	assert_string_equal(bench.block.error,
			    "starved: 3 of 3 background tasks had no turn meanwhile");
	assert_true(extra("background_turns") == 0);
	assert_true(extra("background_wait_max_ns") > 0);
	bench_stop();
}

static void run_background(enum background_kind kind)
{
	bench_start(1);
	background_start(&bench.env, &background, kind, MEMBERS, no_stall);
	background_watch(&background);
	while (background_waits(&background))
		at_spin_hint();
	background_stop(&bench.env, &background);
	assert_string_equal(bench.block.error, "");
	assert_true(extra("background_turns") >= MEMBERS);
	assert_true(extra("background_wait_max_ns") > 0);
	bench_stop();
}

static void test_background_that_is_starved(void **state)
{
	(void)state;
	starve_background(BACKGROUND_YIELDS);
	starve_background(BACKGROUND_CHAINS);
}

static void test_background_that_has_its_turns(void **state)
{
	(void)state;
	run_background(BACKGROUND_YIELDS);
	run_background(BACKGROUND_CHAINS);
}

static void run_busy(const struct workload *busy, uint64_t iterations)
{
	uint64_t params[] = { CHILDREN, MEMBERS, 0, 0 };

	bench_start(1);
	bench.env.params = params;
	bench.block.iterations = iterations;
	assert_int_equal(busy->run(&bench.env), 0);
	assert_string_equal(bench.block.error, "");
	assert_int_equal(bench.block.units, CHILDREN * iterations);
	assert_true(extra("background_starts") == 0);
	bench_stop();
}

/* Nothing begins in the time of a block, so a longer one is more of the same. */
static void test_background_is_at_work_before_the_time_begins(void **state)
{
	(void)state;
	for (uint64_t iterations = 1; iterations <= 4; iterations *= 4) {
		run_busy(&workload_spawn_remote_busy1, iterations);
		run_busy(&workload_spawn_remote_busy2, iterations);
	}
}

/* A turn of the first watch is none of the second. */
static void test_each_watch_promises_a_turn(void **state)
{
	static at_u32 done;

	(void)state;
	bench_start(1);
	background_start(&bench.env, &background, BACKGROUND_YIELDS, MEMBERS, no_stall);
	background_watch(&background);
	while (background_waits(&background))
		at_spin_hint();
	at_init(&done, 0);
	hog_start(&done);
	background_watch(&background);
	assert_true(background_waits(&background));
	at_store_relaxed(&done, 1);
	while (background_waits(&background))
		at_spin_hint();
	background_stop(&bench.env, &background);
	assert_string_equal(bench.block.error, "");
	bench_stop();
}

static void test_no_background(void **state)
{
	(void)state;
	bench_start(1);
	background_start(&bench.env, &background, BACKGROUND_YIELDS, 0, no_stall);
	background_watch(&background);
	assert_false(background_waits(&background));
	background_stop(&bench.env, &background);
	assert_string_equal(bench.block.error, "");
	assert_int_equal(bench.block.extra_count, 0);
	bench_stop();
}

/* --------------------------------------------------------- fan_out_wake -- */

static void fan_out(uint64_t children, double open_waits)
{
	bench.env.params = &children;
	assert_int_equal(workload_fan_out_wake.run(&bench.env), 0);
	assert_string_equal(bench.block.error, "");
	assert_int_equal(bench.latency.count, children * ITERATIONS);
	assert_true(extra("open_waits") == open_waits);
}

/* The worker that is kept from taking part has waited until the last child ran. */
static void test_worker_that_never_runs_waits_to_the_end(void **state)
{
	static at_u32 done;

	(void)state;
	bench_start(2);
	at_init(&done, 0);
	hog_start(&done);
	fan_out(CHILDREN, ITERATIONS);
	assert_true(extra("workers_used_total") == ITERATIONS);
	assert_true(extra("worker_first_ns") == extra("last_run_ns"));
	assert_true(extra("worker_first_total_ns") == extra("last_run_total_ns"));
	at_store_relaxed(&done, 1);
	bench_stop();
}

static void test_nobody_waits_without_a_child_to_run(void **state)
{
	(void)state;
	bench_start(2);
	fan_out(1, 0);
	bench_stop();
	bench_start(1);
	fan_out(CHILDREN, 0);
	bench_stop();
}

/* --------------------------------------------------------- remote_spawn -- */

static void test_tasks_left_at_the_end_of_a_push(void **state)
{
	uint64_t params[] = { 1, CHILDREN, 0, 0 };

	(void)state;
	for (params[2] = 0; params[2] < 2; params[2]++) {
		bench_start(1);
		bench.env.params = params;
		assert_int_equal(workload_remote_spawn.run(&bench.env), 0);
		assert_string_equal(bench.block.error, "");
		assert_true(extra("open_waits") >= 0);
		assert_true(extra("open_waits") <= (params[2] ? 0 : CHILDREN * ITERATIONS));
		bench_stop();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_background_that_is_starved),
		cmocka_unit_test(test_background_that_has_its_turns),
		cmocka_unit_test(test_background_is_at_work_before_the_time_begins),
		cmocka_unit_test(test_each_watch_promises_a_turn),
		cmocka_unit_test(test_no_background),
		cmocka_unit_test(test_worker_that_never_runs_waits_to_the_end),
		cmocka_unit_test(test_nobody_waits_without_a_child_to_run),
		cmocka_unit_test(test_tasks_left_at_the_end_of_a_push),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
