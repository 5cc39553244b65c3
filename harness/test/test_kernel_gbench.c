/* SPDX-License-Identifier: MIT */
/* Description: the arm as a Google Benchmark program: what is registered, what each run says. */
#include "harness/test/kernel_answers.h"

#include <unistd.h>

#include "harness/modes.h"
#include "harness/sample.h"
#include "harness/test/fake_program.h"

static struct {
	unsigned int starts, stops;
	uint64_t iterations[4];
	uint32_t workers;
	void *samples[4];
} arm_does;

static int runtime;
static const struct arm_param params[] = { { "tasks", "tasks of a round", 50, 1, 1000 } };
static const struct arm_workload sums = {
	.name = "sums", .unit = "task", .params = params, .param_count = 1
};
static const struct arm_workload wrong = { .name = "wrong", .unit = "turn" };
static const struct arm_workload fails = { .name = "fails", .unit = "pair" };
static const struct arm_workload narrow = {
	.name = "narrow", .unit = "yield", .params = params, .param_count = 1
};
static const struct arm_workload *const workloads[] = { &sums, &narrow, &wrong, &fails };

static int scripted_start(const struct arm_config *config, void **result)
{
	arm_does.samples[arm_does.starts++ % 4] = config->arg;
	arm_does.workers = config->workers;
	for (uint32_t i = 0; i < config->workers; i++)
		config->on_thread_start(ARM_THREAD_WORKER, i, config->arg);
	*result = &runtime;
	return 0;
}

static void scripted_stop(void *its)
{
	assert_ptr_equal(its, &runtime);
	arm_does.stops++;
}

static int scripted_run(void *its, const struct arm_workload *workload, struct arm_block *block)
{
	assert_ptr_equal(its, &runtime);
	if (workload == &sums)
		assert_int_equal(block->params[0], 50); /* whatever was asked for */
	fake.usage.ru_utime.tv_sec += 3;
	arm_does.iterations[(arm_does.starts - 1) % 4] = block->iterations;
	block->units = 10 * block->iterations;
	block->timed_ns = 100 * block->iterations;
	if (workload == &wrong)
		strcpy(block->error, "no sum");
	return workload == &fails ? -EIO : 0;
}

static const char *refuses(const struct arm_workload *workload, const uint64_t *values,
			   uint32_t workers)
{
	if (workload->param_count)
		assert_int_equal(values[0], 50);
	return workload == &narrow && workers > 1 ? "not with two" : NULL;
}

static struct arm scripted;
static struct options options;

static int bench_setup(void **state)
{
	setup(state);
	memset(&fake_program, 0, sizeof fake_program);
	memset(&arm_does, 0, sizeof arm_does);
	scripted = (struct arm){ .abi = ARM_ABI,
				 .name = "scripted",
				 .start = scripted_start,
				 .run = scripted_run,
				 .stop = scripted_stop,
				 .refuses = refuses,
				 .workloads = workloads,
				 .workload_count = 4 };
	options = (struct options){ .pin = "none",
				    .workers = 2,
				    .seed = 7,
				    .counters = "none",
				    .workload = "elsewhere",
				    .params = { "tasks=51" },
				    .param_count = 1,
				    .gbench_argc = 5,
				    .gbench_argv = (char **)(uintptr_t)&options };
	fake.step_count = 1; /* the clock stands still */
	fake.usage_on = true;
	fake.cpus = "0-2";
	fake_program.bench_on = true;
	fake_program.batch = 9;
	return 0;
}

static int bench_teardown(void **state)
{
	memset(&fake_program, 0, sizeof fake_program);
	return teardown(state);
}

/* What it says on standard error while it runs, with its result. */
static char *run_program(int result)
{
	FILE *own = stderr;
	char *text = NULL;
	size_t length = 0;
	int found;

	stderr = open_memstream(&text, &length);
	found = gbench_program(&scripted, &options);
	fclose(stderr);
	stderr = own;
	assert_int_equal(found, result);
	return text;
}

static void expect_said(int result, const char *expected)
{
	char *text = run_program(result);

	assert_string_equal(text, expected);
	free(text);
}

static void expect_counter(const struct fake_benchmark *benchmark, size_t index, const char *name,
			   double value, enum gbench_counter_kind kind)
{
	assert_string_equal(benchmark->counters[index], name);
	assert_true(benchmark->values[index] > value - 1e-9 &&
		    benchmark->values[index] < value + 1e-9);
	assert_int_equal(benchmark->kinds[index], kind);
}

/* One benchmark for each that can run; how many iterations is the library's affair. */
static void test_registered(void **state)
{
	static const char *const names[] = { "sums", "wrong", "fails" };

	(void)state;
	expect_said(EXIT_ROW_OK, "narrow: left out: not with two\n");
	assert_int_equal(fake_program.benchmark_count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(fake_program.benchmarks[i].name, names[i]);
		assert_int_equal(fake_program.benchmarks[i].iterations, 0);
	}
	assert_int_equal(fake_program.bench_argc, 5);
	assert_ptr_equal(fake_program.bench_argv, &options);
	assert_int_equal(arm_does.workers, 2);
}

/* All iterations of a run are one block, and what is right has its counters. */
static void test_ran(void **state)
{
	const struct fake_benchmark *benchmark = fake_program.benchmarks;

	(void)state;
	free(run_program(EXIT_ROW_OK));
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(benchmark[i].batch, 9);
		assert_int_equal(arm_does.iterations[i], 9);
	}
	assert_int_equal(benchmark[0].ns, 900);
	assert_int_equal(benchmark[0].counter_count, 2);
	expect_counter(&benchmark[0], 0, "task", 90, GBENCH_RATE);
	expect_counter(&benchmark[0], 1, "cpu_s", 3, GBENCH_PLAIN);
	assert_string_equal(benchmark[0].error, "");
	assert_string_equal(benchmark[1].error, "no sum");
	assert_int_equal(benchmark[1].ns, 900);
	assert_int_equal(benchmark[1].counter_count, 0);
	assert_string_equal(benchmark[2].error,
			    "scripted could not run a block of fails: Input/output error");
	assert_int_equal(benchmark[2].ns, 0);
	assert_int_equal(benchmark[2].counter_count, 0);
	/* Each has a runtime of its own, of which nothing is left. */
	assert_int_equal(arm_does.starts, 3);
	assert_int_equal(arm_does.stops, 3);
	for (size_t i = 0; i < 3; i++)
		assert_true(fake_freed(arm_does.samples[i]));
	assert_true(fake_freed(benchmark[0].arg)); /* the first of all entries */
}

/* A sample that cannot be had fails its run, and the next goes on. */
static void test_not_started(void **state)
{
	(void)state;
	options.counters = "many";
	free(run_program(EXIT_ROW_OK));
	assert_int_equal(arm_does.starts, 0);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(fake_program.benchmarks[i].error,
				    "--counters many: no such group; there are: default software "
				    "hardware tracepoints cache branch none");
		assert_false(fake_program.benchmarks[i].has_run);
	}
}

static int start_fails(const struct arm_config *config, void **result)
{
	(void)config;
	(void)result;
	return -EBUSY;
}

static void test_start_fails(void **state)
{
	(void)state;
	scripted.start = start_fails;
	free(run_program(EXIT_ROW_OK));
	assert_string_equal(fake_program.benchmarks[0].error,
			    "arm scripted could not start 2 workers: Device or resource busy");
	assert_false(fake_program.benchmarks[0].has_run);
	assert_int_equal(arm_does.stops, 0);
}

/* As many workers as there are CPUs that it may use, one where nobody knows. */
static void test_workers(void **state)
{
	(void)state;
	options.workers = 0;
	expect_said(EXIT_ROW_OK, "narrow: left out: not with two\n");
	assert_int_equal(arm_does.workers, 3);
	fake_program.benchmark_count = 0;
	options.workers = 1;
	expect_said(EXIT_ROW_OK, "");
	assert_int_equal(fake_program.benchmark_count, 4);
	assert_int_equal(arm_does.workers, 1);
	fake_program.benchmark_count = 0;
	options.workers = 0;
	fake.load_fails = true;
	expect_said(EXIT_ROW_OK, "");
	assert_int_equal(fake_program.benchmark_count, 4);
}

static void test_no_refusals(void **state)
{
	(void)state;
	scripted.refuses = NULL;
	expect_said(EXIT_ROW_OK, "");
	assert_int_equal(fake_program.benchmark_count, 4);
}

static void test_flag_unknown(void **state)
{
	(void)state;
	fake_program.bench_error = -EINVAL;
	free(run_program(EXIT_USAGE));
}

static void test_no_workloads(void **state)
{
	(void)state;
	scripted.workload_count = 0;
	expect_said(EXIT_ROW_OK, "");
	assert_int_equal(fake_program.benchmark_count, 0);
	fake.no_memory = true;
	expect_said(EXIT_ERROR, "out of memory\n");
	assert_int_equal(fake_program.benchmark_count, 0);
}

#define BENCH_UNIT(test) cmocka_unit_test_setup_teardown(test, bench_setup, bench_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_UNIT(test_registered),   BENCH_UNIT(test_ran),
		BENCH_UNIT(test_not_started),  BENCH_UNIT(test_start_fails),
		BENCH_UNIT(test_workers),      BENCH_UNIT(test_no_refusals),
		BENCH_UNIT(test_flag_unknown), BENCH_UNIT(test_no_workloads),
	};

	setenv("HWLOC_SYNTHETIC", "core:4 pu:1", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
