/* SPDX-License-Identifier: MIT */
/* Description: what a sample refuses before anything of it runs, and with which words. */
#include "harness/test/sample_arm.h"

static void test_init(void **state)
{
	struct sample *other = malloc(sizeof *other);

	(void)state;
	options.plant_percent = 12.5;
	memset(other, 0xff, sizeof *other);
	sample_init(other, &scripted, &options);
	assert_int_equal(fake.cond_clock, CLOCK_MONOTONIC); /* which nobody sets */
	assert_ptr_equal(other->arm, &scripted);
	assert_ptr_equal(other->options, &options);
	assert_true(other->plant.percent > 12.4 && other->plant.percent < 12.6);
	assert_int_equal(other->status, SAMPLE_OK);
	assert_int_equal(other->block_count + other->runs + other->latency.count, 0);
	pthread_cond_destroy(&other->changed);
	pthread_mutex_destroy(&other->mutex);
	free(other);
	assert_int_equal(sample_prepare(sample), 0);
}

static void test_prepared(void **state)
{
	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	assert_ptr_equal(sample->cell.workload, &busy);
	assert_int_equal(sample->cell.params[0], 51);
	assert_int_equal(sample->cell.params[1], 4);
	assert_int_equal(sample->pin.workers, 2);
	assert_int_equal(sample->pin.order_count, 3);
	assert_string_equal(sample->counters.group->name, "branch");
	assert_int_equal(arm_does.refusals, 1);
	assert_int_equal(arm_does.starts, 0);
}

/* The first failure is the cause; all parts are there even so. */
static void test_refused(void **state)
{
	static const struct {
		const char *workload, *param, *pin, *counters;
		int error, exit_code;
		const char *cause;
	} cases[] = {
		{ "busi", "depth=4", "compact", "none", -EINVAL, EXIT_USAGE,
		  "no workload 'busi'; did you mean 'busy'? There are: busy" },
		{ "busy", "depth=10", "compact", "none", -EINVAL, EXIT_USAGE,
		  "--param depth=10: busy takes a whole number from 2 to 9 (calls deep)" },
		{ "busy", "depth=4", "explicit:", "none", -EINVAL, EXIT_USAGE,
		  "--pin explicit:: expected a CPU number; write it as explicit:CPU,CPU,... or "
		  "with "
		  "ranges, explicit:0,2-5" },
		{ "busy", "depth=4", "explicit:1", "none", -ENOENT, EXIT_IMPOSSIBLE,
		  "--pin explicit:1: CPU 1 is not one this process may use (4-6); name one of "
		  "those "
		  "or widen its cpuset (taskset, cgroup)" },
		{ "busy", "depth=4", "compact", "nothing", -ENOENT, EXIT_IMPOSSIBLE,
		  "--counters nothing: no such group; there are: default software hardware "
		  "tracepoints cache branch none" },
		{ "busi", "depth=4", "explicit:1", "nothing", -EINVAL, EXIT_USAGE,
		  "no workload 'busi'; did you mean 'busy'? There are: busy" },
		{ "busy", "depth=4", "explicit:", "nothing", -EINVAL, EXIT_USAGE,
		  "--pin explicit:: expected a CPU number; write it as explicit:CPU,CPU,... or "
		  "with "
		  "ranges, explicit:0,2-5" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		sample_setup(state);
		options.workload = cases[i].workload;
		options.params[1] = cases[i].param;
		options.pin = cases[i].pin;
		options.counters = cases[i].counters;
		assert_int_equal(sample_prepare(sample), cases[i].error);
		expect_status(SAMPLE_ERROR, cases[i].exit_code, cases[i].cause);
		assert_int_equal(arm_does.refusals, 0);
		assert_non_null(sample->pin.topology);
		sample_teardown(state);
	}
}

static void test_arm_refuses(void **state)
{
	(void)state;
	arm_does.refusal = "not with two";
	assert_int_equal(sample_prepare(sample), -ENOTSUP);
	expect_status(SAMPLE_REFUSED, EXIT_REFUSED, "not with two");
}

static void test_other_abi(void **state)
{
	(void)state;
	scripted.abi = 3;
	scripted.refuses = NULL;
	assert_int_equal(sample_prepare(sample), -EPROTO);
	expect_status(SAMPLE_ERROR, EXIT_ERROR,
		      "arm scripted was built for ABI 3, the harness for 2; rebuild both");
}

/* It only gets worse, and the first cause stays. */
static void test_fail(void **state)
{
	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	sample_fail(sample, SAMPLE_OK, 9, "nothing");
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	sample_fail(sample, SAMPLE_WRONG, 1, "block %d", 4);
	expect_status(SAMPLE_WRONG, 1, "block 4");
	sample_fail(sample, SAMPLE_WRONG, 7, "later");
	expect_status(SAMPLE_WRONG, 1, "block 4");
	sample_fail(sample, SAMPLE_ERROR, 5, "later");
	expect_status(SAMPLE_ERROR, 5, "block 4");
	sample_fail(sample, SAMPLE_REFUSED, 3, "later");
	expect_status(SAMPLE_ERROR, 5, "block 4");
	sample->status = SAMPLE_OK;
	sample->cause[0] = '\0';
	sample_fail(sample, SAMPLE_ERROR, 5, "%2000s", "");
	assert_int_equal(strlen(sample->cause), 1023);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_UNIT(test_init),		SAMPLE_UNIT(test_prepared),
		cmocka_unit_test(test_refused), SAMPLE_UNIT(test_arm_refuses),
		SAMPLE_UNIT(test_other_abi),	SAMPLE_UNIT(test_fail),
	};

	setenv("HWLOC_SYNTHETIC", "core:8 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
