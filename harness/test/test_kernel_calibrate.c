/* SPDX-License-Identifier: MIT */
/* Description: how many tries a calibration takes and what comes of them; clock, usage, spin. */
#include "harness/test/block_arm.h"

#include "harness/clock.h"

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
	expect_calibrated(498, TRIED(1, 3), 5, 500); /* 250 ns for a step, rounded up */
	expect_calibrated(496, TRIED(1, 2), 5, 500); /* 249 ns */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		BLOCK_UNIT(test_calibrate),	  BLOCK_UNIT(test_wall),
		BLOCK_UNIT(test_calibrate_ends),  BLOCK_UNIT(test_discarded),
		BLOCK_UNIT(test_calibrate_fails), BLOCK_UNIT(test_plant),
		BLOCK_UNIT(test_clock),		  BLOCK_UNIT(test_usage),
	};

	setenv("HWLOC_SYNTHETIC", "core:2 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
