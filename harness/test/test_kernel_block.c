/* SPDX-License-Identifier: MIT */
/* Description: what a block is given, what is kept of it and what is not, with a clock that stands. */
#include "harness/test/kernel_answers.h"

#include "harness/clock.h"
#include "harness/heap_bytes.h"
#include "harness/sample.h"
#include "harness/totals.h"

/* Of options.seed 7: splitmix64 of 7, at block 1 and 2, and at the end of its range. */
#define SEED_1		  0x44c3cd7f43c661cu
#define SEED_2		  0xe6984080bab12a02u
#define SEED_LAST	  0xa371d08fdb2bd8bfu
#define SEED_LAST_BUT_ONE 0x84bfe4e8cde02a6eu

/* ------------------------------------------------------- a scripted arm -- */

/* What the arm does in each run, and what it saw; its look afterwards takes as much again. */
static struct {
	uint64_t ns_an_iteration, wall_an_iteration, timed_ns, units;
	int error, lacks, error_from; /* of runs from that one on */
	const char *wrong, *found_wrong;
	uint32_t extras;
	/* seen */
	size_t runs, looks;
	uint64_t iterations[64], seeds[64];
	const struct arm_histogram *latency;
	bool counts, zeroed, right_place;
	uint64_t metric;
} arm_does;

static struct sample *sample;
static int runtime;
static const struct arm_param params[] = { { "tasks", "tasks of a round", 50, 1, 1000 } };
static const struct arm_workload busy = { "busy", "fan-out", "task", "all", "tokio", params, 1, 0 };

static void use_system(uint64_t ns)
{
	fake.usage.ru_utime.tv_usec += (long)ns / 1000;
	fake.usage.ru_stime.tv_usec += (long)ns / 1000;
	fake.usage.ru_nvcsw += 2;
	fake.usage.ru_nivcsw += 3;
	fake.usage.ru_minflt += 4;
	fake.usage.ru_majflt += 5;
	for (size_t i = 0; i < fake.event_count; i++) {
		fake.events[i].reading.value += 9;
		fake.events[i].reading.enabled_ns++;
		fake.events[i].reading.running_ns++;
	}
}

static bool is_zeroed(const struct arm_block *block)
{
	static const struct arm_extra nothing;
	bool zero = !block->units && !block->timed_ns && !block->extra_count;

	for (size_t i = 0; i < ARM_EXTRAS; i++)
		zero &= memcmp(&block->extras[i], &nothing, sizeof nothing) == 0;
	for (size_t i = 0; i < ARM_ERROR_BYTES; i++)
		zero &= block->error[i] == '\0';
	return zero;
}

static int scripted_run(void *its, const struct arm_workload *workload, struct arm_block *block)
{
	size_t run = arm_does.runs++;

	arm_does.right_place &= its == &runtime && workload == &busy && block->params[0] == 51 &&
				block->heap_bytes == heap_bytes && run < 64;
	arm_does.zeroed &= is_zeroed(block);
	arm_does.iterations[run % 64] = block->iterations;
	arm_does.seeds[run % 64] = block->seed;
	arm_does.latency = block->latency;
	arm_does.counts &= sample->counters.in_block;
	arm_does.metric += 100;
	use_system(7000);
	fake.clock_ns += arm_does.wall_an_iteration * block->iterations;
	block->units = arm_does.units;
	block->timed_ns = arm_does.timed_ns + arm_does.ns_an_iteration * block->iterations;
	block->extra_count = arm_does.extras;
	block->extras[0] = (struct arm_extra){ "pops", "pop", ARM_SUM, 0, 2 };
	if (arm_does.wrong)
		memcpy(block->error, arm_does.wrong, strlen(arm_does.wrong));
	return run >= (size_t)arm_does.error_from ? arm_does.error : 0;
}

static int scripted_verify(void *its, struct arm_block *block)
{
	arm_does.right_place &= its == &runtime;
	arm_does.looks++;
	arm_does.counts &= !sample->counters.in_block;
	use_system(1000000);
	fake.clock_ns += 50000;
	if (arm_does.found_wrong && !block->error[0])
		strcpy(block->error, arm_does.found_wrong);
	return arm_does.lacks;
}

static size_t scripted_metrics(void *its, struct arm_metric *metrics, size_t max)
{
	(void)its;
	(void)max;
	metrics[0] = (struct arm_metric){ "runs", 1, 0, arm_does.metric };
	return 1;
}

static struct arm scripted;
static const struct options defaults = { .pin = "none",
					 .workers = 1,
					 .seed = 7,
					 .counters = "branch",
					 .workload = "busy",
					 .params = { "tasks=51" },
					 .param_count = 1 };

static int block_setup(void **state)
{
	static const struct arm_workload *const workloads[] = { &busy };

	setup(state);
	memset(&arm_does, 0, sizeof arm_does);
	arm_does.counts = arm_does.zeroed = arm_does.right_place = true;
	arm_does.units = 30;
	arm_does.timed_ns = 400;
	scripted = (struct arm){ .abi = ARM_ABI,
				 .name = "scripted",
				 .run = scripted_run,
				 .verify = scripted_verify,
				 .metrics = scripted_metrics,
				 .workloads = workloads,
				 .workload_count = 1 };
	fake.step_count = 1; /* the clock stands still */
	fake.usage_on = true;
	sample = malloc(sizeof *sample);
	sample_init(sample, &scripted, &defaults);
	assert_int_equal(sample_prepare(sample), 0);
	counters_thread_start(&sample->counters);
	sample->runtime = &runtime;
	return 0;
}

static int block_teardown(void **state)
{
	assert_true(arm_does.right_place);
	assert_true(arm_does.zeroed);
	sample_free(sample);
	free(sample);
	return teardown(state);
}

/* ----------------------------------------------------------------- blocks -- */

static void expect_block(uint64_t iterations, uint64_t units, uint64_t ns, uint64_t cpu_ns,
			 const char *error)
{
	const struct sample_block *block = sample_last_block(sample);

	assert_int_equal(block->iterations, iterations);
	assert_int_equal(block->units, units);
	assert_int_equal(block->ns, ns);
	assert_int_equal(block->cpu_ns, cpu_ns);
	assert_string_equal(block->error, error);
}

/* What the arm used counts, once per block; what its look afterwards used does not. */
static void test_kept(void **state)
{
	(void)state;
	arm_does.extras = 1;
	assert_int_equal(sample_block(sample, 3), 0);
	expect_block(3, 30, 400, 14000, "");
	assert_ptr_equal(arm_does.latency, &sample->latency);
	arm_does.units = 60;
	arm_does.timed_ns = 700;
	assert_int_equal(sample_block(sample, 5), 0);
	expect_block(5, 60, 700, 14000, "");
	assert_int_equal(sample->block_count, 2);
	assert_ptr_equal(sample_last_block(sample), &sample->blocks[1]);
	assert_int_equal(sample->blocks[0].iterations, 3);
	assert_int_equal(sample->blocks[0].ns, 400);
	assert_int_equal(sample->usage.cpu_ns, 28000);
	assert_int_equal(sample->usage.switches_voluntary, 4);
	assert_int_equal(sample->usage.switches_involuntary, 6);
	assert_int_equal(sample->usage.faults_minor, 8);
	assert_int_equal(sample->usage.faults_major, 10);
	assert_true(sample->counters.events[0].value > 17 && sample->counters.events[0].value < 19);
	assert_true(arm_does.counts);
	assert_int_equal(arm_does.looks, 2);
	assert_int_equal(sample->extra_count, 1);
	assert_true(sample->extras[0].value > 3.9 && sample->extras[0].value < 4.1);
	assert_int_equal(sample->status, SAMPLE_OK);
	assert_true(arm_does.seeds[0] == SEED_1 && arm_does.seeds[1] == SEED_2);
}

/* An arm without a look afterwards, and many blocks. */
static void test_many(void **state)
{
	(void)state;
	scripted.verify = NULL;
	for (uint64_t i = 0; i < 63; i++) {
		arm_does.units = 1 + i;
		assert_int_equal(sample_block(sample, 1000 + i), 0);
	}
	assert_int_equal(sample->block_room, 64);
	for (uint64_t i = 63; i < 130; i++) {
		arm_does.runs = 0;
		arm_does.units = 1 + i;
		assert_int_equal(sample_block(sample, 1000 + i), 0);
	}
	assert_int_equal(sample->block_count, 130);
	assert_int_equal(sample->block_room, 256);
	for (uint64_t i = 0; i < 130; i++) {
		assert_int_equal(sample->blocks[i].iterations, 1000 + i);
		assert_int_equal(sample->blocks[i].units, 1 + i);
	}
	assert_int_equal(arm_does.looks, 0);
}

static void expect_status(enum sample_status status, int exit_code, const char *cause)
{
	assert_int_equal(sample->status, status);
	assert_int_equal(sample->exit_code, exit_code);
	assert_string_equal(sample->cause, cause);
	sample->status = SAMPLE_OK;
	sample->exit_code = EXIT_ROW_OK;
	sample->cause[0] = '\0';
}

/* What could not run is not kept, and says what helps. */
static void test_cannot_run(void **state)
{
#define BLOCK "scripted could not run a block of busy: "
	static const struct {
		int error, lacks, expected;
		const char *cause;
	} cases[] = {
		{ -EIO, 0, -EIO, BLOCK "Input/output error" },
		{ -ENOMEM, 0, -ENOMEM,
		  BLOCK "Cannot allocate memory (free some memory, or raise its limit: ulimit -v, "
			"-d)" },
		{ -EAGAIN, 0, -EAGAIN,
		  BLOCK "Resource temporarily unavailable (raise the limit of processes: ulimit "
			"-u)" },
		{ 0, -EIO, -EIO, BLOCK "Input/output error" },
		{ -EBUSY, -EIO, -EBUSY, BLOCK "Device or resource busy" },
	};

	(void)state;
	assert_int_equal(sample_block(sample, 1), 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		arm_does.error = cases[i].error;
		arm_does.lacks = cases[i].lacks;
		arm_does.extras = 1;
		arm_does.wrong = i % 2 ? "wrong as well" : NULL;
		assert_int_equal(sample_block(sample, 9), cases[i].expected);
		assert_int_equal(sample->block_count, 1);
		assert_int_equal(sample->extra_count, 0);
		expect_status(SAMPLE_ERROR, EXIT_ERROR, cases[i].cause);
	}
	assert_int_equal(arm_does.looks, 6); /* also at what failed */
	expect_block(1, 30, 400, 14000, "");
}

/* A wrong result is kept, the first reason of it is the cause. */
static void test_wrong(void **state)
{
	static const char nothing[] = "the workload reported no units or no time";
	static const struct {
		uint64_t units, timed_ns;
		const char *wrong, *found, *error;
	} cases[] = {
		{ 30, 400, "no sum", NULL, "no sum" },
		{ 30, 400, NULL, "a task is left", "a task is left" },
		{ 30, 400, "no sum", "a task is left", "no sum" },
		{ 0, 400, NULL, NULL, nothing },
		{ 30, 0, NULL, NULL, nothing },
		{ 0, 0, NULL, NULL, nothing },
		{ 0, 0, "no sum", NULL, "no sum" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		arm_does.units = cases[i].units;
		arm_does.timed_ns = cases[i].timed_ns;
		arm_does.wrong = cases[i].wrong;
		arm_does.found_wrong = cases[i].found;
		assert_int_equal(sample_block(sample, 2), 0);
		assert_int_equal(sample->block_count, i + 1);
		expect_block(2, cases[i].units, cases[i].timed_ns, 14000, cases[i].error);
		expect_status(SAMPLE_WRONG, EXIT_ROW_WRONG, cases[i].error);
	}
}

/* A reason as long as there is room for ends with its room. */
static void test_long_reason(void **state)
{
	char text[ARM_ERROR_BYTES + 1];

	(void)state;
	memset(text, 'x', sizeof text);
	text[ARM_ERROR_BYTES] = '\0';
	arm_does.wrong = text;
	assert_int_equal(sample_block(sample, 1), 0);
	text[ARM_ERROR_BYTES - 1] = '\0';
	expect_block(1, 30, 400, 14000, text);
	expect_status(SAMPLE_WRONG, EXIT_ROW_WRONG, text);
}

static void test_no_memory(void **state)
{
	(void)state;
	fake.no_memory = true;
	assert_int_equal(sample_block(sample, 1), -ENOMEM);
	fake.no_memory = false;
	assert_int_equal(arm_does.runs, 0);
	assert_int_equal(sample->block_count, 0);
	expect_status(SAMPLE_ERROR, EXIT_ERROR, "out of memory");
}

/* A planted spin is part of the block's time: a tenth of it, by the loops, and what the clock
 * says of that; it looks at the clock before and behind. */
static void test_planted(void **state)
{
	(void)state;
	sample->plant = (struct plant){ .percent = 10, .loops_per_ns = 2 };
	fake.steps[0] = 35;
	assert_int_equal(sample_block(sample, 1), 0);
	expect_block(1, 30, 435, 14000, "");
	assert_int_equal(sample->plant.loops, 80);
	assert_int_equal(sample->plant.ns, 35);
	assert_int_equal(fake.looks, 2);
}

/* ------------------------------------------------------------ calibration -- */

static void expect_calibrated(uint64_t ns, const uint64_t *tried, size_t count, uint64_t iterations,
			      uint64_t took_ns)
{
	uint64_t found, took;

	arm_does.runs = 0;
	assert_int_equal(sample_calibrate(sample, ns, &found, &took), 0);
	assert_int_equal(arm_does.runs, count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(arm_does.iterations[i], tried[i]);
	assert_int_equal(found, iterations);
	assert_int_equal(took, took_ns);
}

#define TRIED(...) (const uint64_t[]){ __VA_ARGS__ }, sizeof((uint64_t[]){ __VA_ARGS__ }) / 8

/* Ten times as many at most, until a third of the time is there; then by proportion. */
static void test_calibrate(void **state)
{
	(void)state;
	arm_does.timed_ns = 0;
	arm_does.ns_an_iteration = 100;
	expect_calibrated(1000000, TRIED(1, 10, 100, 1000, 5000), 10000, 1000000);
	expect_calibrated(300, TRIED(1), 3, 300);
	expect_calibrated(303, TRIED(1, 2), 3, 300);
	expect_calibrated(302, TRIED(1), 3, 300);
	expect_calibrated(349, TRIED(1, 2), 3, 300); /* 3.49 */
	expect_calibrated(350, TRIED(1, 2), 4, 400); /* 3.5 */
	expect_calibrated(1, TRIED(1), 1, 100);
	expect_calibrated(3000, TRIED(1, 10), 30, 3000);
	expect_calibrated(3100, TRIED(1, 10, 16), 31, 3100);
	expect_calibrated(1900, TRIED(1, 10), 19, 1900); /* 9.51 of the time for a step */
	expect_calibrated(1100, TRIED(1, 6), 11, 1100);
	assert_int_equal(sample->block_count, 0);
	assert_int_equal(sample->latency.count, 0);
	assert_ptr_equal(arm_does.latency, &sample->discarded);
	assert_int_equal(sample->usage.cpu_ns, 0);
}

/* A quarter of the wall counts where the workload times less than that. */
static void test_wall(void **state)
{
	(void)state;
	arm_does.timed_ns = 1;
	arm_does.wall_an_iteration = 400;
	scripted.verify = NULL;
	expect_calibrated(3000, TRIED(1, 10), 30, 3000);
	arm_does.timed_ns = 0;
	arm_does.ns_an_iteration = 101;
	expect_calibrated(3030, TRIED(1, 10), 30, 3030);
	scripted.verify = scripted_verify; /* is nothing that a block takes */
	expect_calibrated(3030, TRIED(1, 10), 30, 3030);
}

/* Nothing takes that long: the most iterations that a block may have. */
static void test_calibrate_ends(void **state)
{
	(void)state;
	arm_does.timed_ns = 1;
	expect_calibrated(1000,
			  TRIED(1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
				1000000000, 4294967295),
			  4294967295, 1);
	arm_does.timed_ns = 0; /* which is wrong, but no error */
	expect_calibrated(1000,
			  TRIED(1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
				1000000000, 4294967295),
			  4294967295, 0);
	assert_int_equal(sample->status, SAMPLE_WRONG);
}

/* Seeds of calibration come from the other end; what it counts is left out. */
static void test_discarded(void **state)
{
	uint64_t found, took;

	(void)state;
	arm_does.timed_ns = 0;
	arm_does.ns_an_iteration = 100;
	totals_resume_metrics(sample);
	assert_int_equal(sample_block(sample, 1), 0);
	assert_int_equal(sample_calibrate(sample, 303, &found, &took), 0);
	assert_int_equal(sample_block(sample, 1), 0);
	totals_pause_metrics(sample);
	assert_int_equal(sample->metrics.entries[0].value, 200);
	assert_true(arm_does.seeds[0] == SEED_1);
	assert_true(arm_does.seeds[1] == SEED_LAST);
	assert_true(arm_does.seeds[2] == SEED_LAST_BUT_ONE);
	assert_true(arm_does.seeds[3] == SEED_2);
	assert_int_equal(sample->runs, 2);
}

static void test_calibrate_fails(void **state)
{
	uint64_t found, took;

	(void)state;
	arm_does.timed_ns = 0;
	arm_does.ns_an_iteration = 100;
	arm_does.error = -EIO;
	arm_does.error_from = 2;
	assert_int_equal(sample_calibrate(sample, 1000000, &found, &took), -EIO);
	assert_int_equal(arm_does.runs, 3);
	expect_status(SAMPLE_ERROR, EXIT_ERROR, BLOCK "Input/output error");
}

/* The spin is measured anew, and the fastest of its five runs counts. */
static void test_plant(void **state)
{
	uint64_t found, took;

	(void)state;
	sample->plant.percent = 10;
	arm_does.timed_ns = 400;
	assert_int_equal(sample_calibrate(sample, 400, &found, &took), 0);
	assert_int_equal(sample->plant.calibration_loops, 5000000);
	/* In no time: a nanosecond. */
	assert_true(sample->plant.loops_per_ns > 999999 && sample->plant.loops_per_ns < 1000001);
	memcpy(fake.steps, (const uint64_t[]){ 70, 90, 60, 80, 50 }, 5 * sizeof fake.steps[0]);
	fake.step_count = 5;
	fake.looks = 0;
	plant_calibrate(&sample->plant);
	assert_true(sample->plant.loops_per_ns > 19999 && sample->plant.loops_per_ns < 20001);
	assert_int_equal(sample->plant.calibration_loops, 10000000);
	assert_int_equal(fake.looks, 10);
	assert_int_equal(sample->plant.loops, 0);
	sample->plant.percent = 0;
	plant_calibrate(&sample->plant);
	assert_int_equal(fake.looks, 10);
}

/* ------------------------------------------------------- clock and usage -- */

static void test_clock(void **state)
{
	(void)state;
	fake.clock_ns = 3000000007;
	assert_int_equal(clock_now_ns(), 3000000007);
	fake.steps[0] = 1999999999;
	assert_int_equal(clock_now_ns(), 5000000006);
}

static void test_usage(void **state)
{
	struct usage total = { 1, 2, 3, 4, 5 }, now;
	const struct usage since = { 10, 20, 30, 40, 50 }, until = { 110, 220, 330, 440, 550 };

	(void)state;
	fake.usage.ru_utime = (struct timeval){ 2, 3 };
	fake.usage.ru_stime = (struct timeval){ 40, 50 };
	fake.usage.ru_nvcsw = 6;
	fake.usage.ru_nivcsw = 7;
	fake.usage.ru_minflt = 8;
	fake.usage.ru_majflt = 9;
	now = usage_now();
	assert_int_equal(now.cpu_ns, 42000053000);
	assert_int_equal(now.switches_voluntary, 6);
	assert_int_equal(now.switches_involuntary, 7);
	assert_int_equal(now.faults_minor, 8);
	assert_int_equal(now.faults_major, 9);
	usage_add(&total, &since, &until);
	assert_int_equal(total.cpu_ns, 101);
	assert_int_equal(total.switches_voluntary, 202);
	assert_int_equal(total.switches_involuntary, 303);
	assert_int_equal(total.faults_minor, 404);
	assert_int_equal(total.faults_major, 505);
}

#define BLOCK_UNIT(test) cmocka_unit_test_setup_teardown(test, block_setup, block_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BLOCK_UNIT(test_kept),	      BLOCK_UNIT(test_many),
		BLOCK_UNIT(test_cannot_run),  BLOCK_UNIT(test_wrong),
		BLOCK_UNIT(test_long_reason), BLOCK_UNIT(test_no_memory),
		BLOCK_UNIT(test_planted),     BLOCK_UNIT(test_calibrate),
		BLOCK_UNIT(test_wall),	      BLOCK_UNIT(test_calibrate_ends),
		BLOCK_UNIT(test_discarded),   BLOCK_UNIT(test_calibrate_fails),
		BLOCK_UNIT(test_plant),	      BLOCK_UNIT(test_clock),
		BLOCK_UNIT(test_usage),
	};

	setenv("HWLOC_SYNTHETIC", "core:2 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
