/* SPDX-License-Identifier: MIT */
/* block_arm.h - an arm for blocks: it does what it is told, and keeps what it was given. */
#ifndef HARNESS_TEST_BLOCK_ARM_H
#define HARNESS_TEST_BLOCK_ARM_H

#include "harness/test/kernel_answers.h"

#include "harness/heap_bytes.h"
#include "harness/sample.h"
#include "harness/totals.h"

/* Of options.seed 7: splitmix64 of 7, at block 1 and 2, and at the end of its range. */
#define SEED_1		  0x44c3cd7f43c661cu
#define SEED_2		  0xe6984080bab12a02u
#define SEED_LAST	  0xa371d08fdb2bd8bfu
#define SEED_LAST_BUT_ONE 0x84bfe4e8cde02a6eu

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

static inline void use_system(uint64_t ns)
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

static inline bool is_zeroed(const struct arm_block *block)
{
	static const struct arm_extra nothing;
	bool zero = !block->units && !block->timed_ns && !block->extra_count;

	for (size_t i = 0; i < ARM_EXTRAS; i++)
		zero &= memcmp(&block->extras[i], &nothing, sizeof nothing) == 0;
	for (size_t i = 0; i < ARM_ERROR_BYTES; i++)
		zero &= block->error[i] == '\0';
	return zero;
}

static inline int scripted_run(void *its, const struct arm_workload *workload,
			       struct arm_block *block)
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

static inline int scripted_verify(void *its, struct arm_block *block)
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

static inline size_t scripted_metrics(void *its, struct arm_metric *metrics, size_t max)
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

static inline int block_setup(void **state)
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

static inline int block_teardown(void **state)
{
	assert_true(arm_does.right_place);
	assert_true(arm_does.zeroed);
	sample_free(sample);
	free(sample);
	return teardown(state);
}

#define BLOCK "scripted could not run a block of busy: "

static inline void expect_status(enum sample_status status, int exit_code, const char *cause)
{
	assert_int_equal(sample->status, status);
	assert_int_equal(sample->exit_code, exit_code);
	assert_string_equal(sample->cause, cause);
	sample->status = SAMPLE_OK;
	sample->exit_code = EXIT_ROW_OK;
	sample->cause[0] = '\0';
}

#define BLOCK_UNIT(test) cmocka_unit_test_setup_teardown(test, block_setup, block_teardown)

#endif
