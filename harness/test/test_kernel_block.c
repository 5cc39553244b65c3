/* SPDX-License-Identifier: MIT */
/* Description: what a block is given, and what is kept of it, with a clock that stands. */
#include "harness/test/block_arm.h"

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

/* What could not run is not kept, and says what helps. */
static void test_cannot_run(void **state)
{
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		BLOCK_UNIT(test_kept),	  BLOCK_UNIT(test_many),	BLOCK_UNIT(test_cannot_run),
		BLOCK_UNIT(test_wrong),	  BLOCK_UNIT(test_long_reason), BLOCK_UNIT(test_no_memory),
		BLOCK_UNIT(test_planted),
	};

	setenv("HWLOC_SYNTHETIC", "core:2 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
