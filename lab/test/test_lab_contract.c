/* SPDX-License-Identifier: MIT */
/*
 * Description: every way the fake peer misbehaves becomes the right status, in
 * a pair and isolated, and never blames the other side.
 */
#include "check.h"

#include <signal.h>
#include <unistd.h>

#include "lab/run/pair.h"

static struct arm_set set;
static struct param_value tasks = { "tasks", 1000 };
static struct cell cell = { .workload = "spin",
			    .unit = "task",
			    .flavour = "timed",
			    .params = &tasks,
			    .param_count = 1,
			    .params_text = "tasks=1000",
			    .workers = 2,
			    .pin = "none",
			    .blocks = 4,
			    .block_ns = 1000000,
			    .iterations = 3,
			    .expected_ns = 1000000 };
/* Honest programs may be slow on a busy machine; who hangs needs no time to do so. */
static const struct sample_settings patient = { .seed = 1, .timeout_ns = 120000000000u };
static const struct sample_settings hasty = { .seed = 1, .timeout_ns = 100000000u };

static const struct treatment untreated[2];

struct expectation {
	const char *mode;
	enum sample_status in_pair, isolated;
	const char *cause; /* a part of it, in the pair */
};

static const struct expectation expectations[] = {
	{ "honest", SAMPLE_OK, SAMPLE_OK, "" },
	{ "slower", SAMPLE_OK, SAMPLE_OK, "" },
	{ "refuses", SAMPLE_REFUSED, SAMPLE_REFUSED, "it refuses when it is run" },
	{ "wrong", SAMPLE_WRONG, SAMPLE_WRONG, "one task ran twice" },
	{ "crashes", SAMPLE_CRASHED, SAMPLE_CRASHED, "SIGSEGV" },
	{ "crashes-late", SAMPLE_CRASHED, SAMPLE_CRASHED, "SIGBUS" },
	{ "garbage", SAMPLE_GARBAGE, SAMPLE_GARBAGE, "not a JSON object" },
	{ "endless", SAMPLE_GARBAGE, SAMPLE_GARBAGE, "without end" },
	{ "exits", SAMPLE_ERROR, SAMPLE_ERROR, "cannot pin" },
	{ "lies-units", SAMPLE_LIED, SAMPLE_LIED, "0 units" },
	{ "lies-work", SAMPLE_LIED, SAMPLE_OK, "where the baseline counts" },
	{ "lies-time", SAMPLE_LIED, SAMPLE_OK, "the runner saw" },
	{ "lies-short", SAMPLE_LIED, SAMPLE_OK, "its blocks took 80 ns together" },
	{ "lies-third", SAMPLE_LIED, SAMPLE_OK, "its blocks took 80 ns together" },
	{ "lies-cpu", SAMPLE_LIED, SAMPLE_OK, "ns of CPU time, its process took" },
	{ "lies-idle", SAMPLE_LIED, SAMPLE_OK, "took 0 ns of CPU time, its process took" },
	{ "lies-row-cpu", SAMPLE_LIED, SAMPLE_OK, "not the block it answered" },
	{ "lies-length", SAMPLE_LIED, SAMPLE_OK, "calibrated to 3600000000000 ns" },
	{ "lies-switches", SAMPLE_LIED, SAMPLE_LIED, "switches_involuntary -9" },
	{ "lies-metrics", SAMPLE_LIED, SAMPLE_LIED, "parks -2 among its metrics" },
	{ "lies-extras", SAMPLE_LIED, SAMPLE_LIED, "open_waits -7" },
	{ "lies-total", SAMPLE_LIED, SAMPLE_LIED, "its row says units 7" },
	{ "lies-gbench", SAMPLE_LIED, SAMPLE_LIED, "Google Benchmark ran 1e+06 s" },
	{ "lies-buckets", SAMPLE_LIED, SAMPLE_LIED, "its latency counts 6 waits" },
	{ "lies-max", SAMPLE_LIED, SAMPLE_LIED, "the longest is 1 ns" },
	{ "lies-latency", SAMPLE_LIED, SAMPLE_LIED, "its row has no latency" },
	{ "lies-heap", SAMPLE_LIED, SAMPLE_LIED, "it says heap placement 16, asked for 0" },
	{ "no-heap", SAMPLE_OK, SAMPLE_OK, "" },
	{ "lies-iterations", SAMPLE_LIED, SAMPLE_LIED, "iterations" },
	{ "lies-name", SAMPLE_LIED, SAMPLE_LIED, "it says arm" },
	{ "lies-row", SAMPLE_LIED, SAMPLE_OK, "not the block it answered" },
	{ "lies-exit", SAMPLE_LIED, SAMPLE_LIED, "exit status 5" },
	{ "lies-calibration", SAMPLE_LIED, SAMPLE_OK, "calibrated to 0" },
};

static void expect_status(const struct sample *sample, enum sample_status status)
{
	if (sample->status != status)
		print_error("%s: expected %s, got %s: %s\n", sample->arm->name,
			    sample_status_name(status), sample_status_name(sample->status),
			    sample->cause);
	assert_int_equal(sample->status, status);
}

static void test_pairs(void **state)
{
	const struct arm_info *honest = arm_find(&set, "honest", "timed");

	(void)state;
	for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]); i++) {
		const struct expectation *wanted = &expectations[i];
		const struct arm_info *arm = arm_find(&set, wanted->mode, "timed");
		struct pair pair;

		assert_non_null(arm);
		pair_run(&pair, &cell, honest, arm, untreated, &patient);
		expect_status(&pair.side[SIDE_B], wanted->in_pair);
		assert_false(sample_is_red(pair.side[SIDE_A].status));
		assert_non_null(strstr(pair.side[SIDE_B].cause, wanted->cause));
		assert_int_equal(pair.complete, wanted->in_pair == SAMPLE_OK);
		pair_free(&pair);
	}
}

static void test_isolated(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]); i++) {
		const struct expectation *wanted = &expectations[i];
		struct sample sample;

		sample_isolated(&sample, arm_find(&set, wanted->mode, "timed"), &cell, &patient);
		expect_status(&sample, wanted->isolated);
		if (wanted->isolated == SAMPLE_OK)
			assert_int_equal(sample.block_count, cell.blocks);
		sample_free(&sample);
	}
}

/* A sample that sleeps burns nothing; what it waited for a CPU is taken off. */
static void test_asleep(void **state)
{
	struct pair pair;

	(void)state;
	if (access("/proc/self/schedstat", R_OK) != 0)
		cannot("there is no /proc/self/schedstat");
	pair_run(&pair, &cell, arm_find(&set, "honest", "timed"),
		 arm_find(&set, "lies-asleep", "timed"), untreated, &patient);
	expect_status(&pair.side[SIDE_B], SAMPLE_LIED);
	assert_non_null(strstr(pair.side[SIDE_B].cause, "80 ns together, the runner waited"));
	assert_false(pair.complete);
	pair_free(&pair);
}

/* The hung sample is asked for its state, and the kernel for its threads'. */
static void test_hang(void **state)
{
	struct sample sample;

	(void)state;
	assert_true(sample_open(&sample, arm_find(&set, "hangs", "timed"), untreated[0], &cell,
				&patient));
	sample.settings = &hasty;
	assert_false(sample_block(&sample, 0));
	expect_status(&sample, SAMPLE_HUNG);
	assert_non_null(strstr(sample.cause, "no answer within"));
	assert_non_null(strstr(sample.last_state, "thread "));
	assert_non_null(strstr(sample.last_state, "a task that is lost"));
	sample_free(&sample);
}

static void test_missing_program(void **state)
{
	struct arm_info gone = *arm_find(&set, "honest", "timed");
	struct sample sample;

	(void)state;
	gone.layouts[0].program = "/nonexistent/bench-gone";
	assert_false(sample_open(&sample, &gone, untreated[0], &cell, &patient));
	expect_status(&sample, SAMPLE_ERROR);
	assert_non_null(strstr(sample.cause, "No such file"));
	sample_free(&sample);
}

static void test_skipped(void **state)
{
	static const char *const reasons[][2] = {
		{ "describe-crashes", "SIGABRT" },
		{ "describe-garbage", "not JSON" },
		{ "describe-old", "contract 0" },
		{ "twin", "already is" },
	};

	(void)state;
	assert_int_equal(set.skipped_count, 5);
	for (size_t i = 0; i < 4; i++) {
		assert_non_null(strstr(set.skipped[i].program, reasons[i][0]));
		assert_non_null(strstr(set.skipped[i].reason, reasons[i][1]));
	}
}

/* Both are asked at once: there is a time in which the honest one answers. */
static void test_slow_describe(void **state)
{
	struct arm_set slow;
	uint64_t ns = 500000000u;

	(void)state;
	while (arm_set_load(&slow, FAKE_ARMS "-slow", NULL, ns) != LAB_OK) {
		arm_set_free(&slow);
		assert_true(ns < 60000000000u);
		ns *= 4;
	}
	assert_int_equal(slow.count, 1);
	assert_int_equal(slow.skipped_count, 1);
	assert_non_null(strstr(slow.skipped[0].program, "describe-hangs"));
	assert_non_null(strstr(slow.skipped[0].reason, "in time"));
	arm_set_free(&slow);
}

static int load(void **state)
{
	(void)state;
	return arm_set_load(&set, FAKE_ARMS, NULL, 60000000000u);
}

static int unload(void **state)
{
	(void)state;
	arm_set_free(&set);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_skipped),	      cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_isolated),      cmocka_unit_test(test_hang),
		cmocka_unit_test(test_asleep),	      cmocka_unit_test(test_missing_program),
		cmocka_unit_test(test_slow_describe),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, load, unload);
}
