/* SPDX-License-Identifier: MIT */
/* Description: isolated and lock-step runs of a scripted arm, line by line. */
#include "harness/test/kernel_answers.h"

#include <unistd.h>

#include "harness/blocks.h"
#include "harness/modes.h"
#include "harness/sample.h"
#include "harness/test/fake_program.h"

/* ------------------------------------------------------- a scripted arm -- */

/* 100 ns and 10 units an iteration; run number wrong_at is wrong, fails_at cannot run. */
static struct {
	size_t wrong_at, fails_at, runs;
	uint64_t iterations[16];
} arm_does;

static struct sample *sample;
static struct options options;
static int runtime;
static const struct arm_workload busy = { .name = "busy", .unit = "task" };
static const struct arm_workload *const workloads[] = { &busy };

static int scripted_run(void *its, const struct arm_workload *workload, struct arm_block *block)
{
	(void)its;
	(void)workload;
	fake.usage.ru_utime.tv_usec += 7;
	arm_does.iterations[arm_does.runs++ % 16] = block->iterations;
	block->units = 10 * block->iterations;
	block->timed_ns = 100 * block->iterations;
	if (arm_does.runs == arm_does.wrong_at)
		strcpy(block->error, "no sum");
	return arm_does.runs == arm_does.fails_at ? -EIO : 0;
}

static const struct arm scripted = { .abi = ARM_ABI,
				     .name = "scripted",
				     .run = scripted_run,
				     .workloads = workloads,
				     .workload_count = 1 };

static int modes_setup(void **state)
{
	setup(state);
	memset(&fake_program, 0, sizeof fake_program);
	memset(&arm_does, 0, sizeof arm_does);
	options = (struct options){ .pin = "compact",
				    .workers = 2,
				    .seed = 7,
				    .blocks = 4,
				    .iterations = 3,
				    .block_ns = 3000,
				    .counters = "none",
				    .workload = "busy" };
	fake.step_count = 1; /* the clock stands still */
	fake.usage_on = true;
	sample = malloc(sizeof *sample);
	sample_init(sample, &scripted, &options);
	assert_int_equal(sample_prepare(sample), 0);
	sample->runtime = &runtime;
	return 0;
}

static int modes_teardown(void **state)
{
	struct sample_block *blocks = sample->blocks;

	sample->runtime = NULL;
	sample_free(sample);
	free(sample);
	assert_true(!blocks || fake_freed(blocks));
	assert_int_equal(json_left, 0); /* what was printed is gone */
	memset(&fake_program, 0, sizeof fake_program);
	return teardown(state);
}

static void expect_status(enum sample_status status, int exit_code, const char *cause)
{
	assert_int_equal(sample->status, status);
	assert_int_equal(sample->exit_code, exit_code);
	assert_string_equal(sample->cause, cause);
}

static void expect_library(uint64_t runs, uint64_t iterations, double seconds)
{
	assert_int_equal(sample->gbench_runs, runs);
	assert_int_equal(sample->gbench_iterations, iterations);
	assert_true(sample->gbench_seconds > seconds - 1e-12 &&
		    sample->gbench_seconds < seconds + 1e-12);
}

/* ----------------------------------------------------------------- blocks -- */

static void test_blocks(void **state)
{
	(void)state;
	assert_int_equal(blocks_run(sample, 3, 4), 0);
	assert_int_equal(blocks_run(sample, 50, 1), 0);
	assert_int_equal(sample->block_count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(arm_does.iterations[i], i < 4 ? 3 : 50);
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	expect_library(2, 5, 6200e-9);
}

/* The first wrong block ends it, as does the first that cannot run. */
static void test_blocks_end(void **state)
{
	(void)state;
	arm_does.wrong_at = 2;
	assert_int_equal(blocks_run(sample, 3, 4), 0);
	assert_int_equal(sample->block_count, 2);
	expect_status(SAMPLE_WRONG, EXIT_ROW_WRONG, "no sum");
	sample->status = SAMPLE_OK;
	sample->cause[0] = '\0';
	arm_does.fails_at = 3;
	assert_int_equal(blocks_run(sample, 3, 4), -EIO);
	assert_int_equal(arm_does.runs, 3);
	assert_int_equal(sample->block_count, 2);
	expect_status(SAMPLE_ERROR, EXIT_ERROR,
		      "scripted could not run a block of busy: Input/output error");
}

static struct gbench_result library_adds;

static void report_otherwise(struct gbench_result *result)
{
	result->runs += library_adds.runs;
	result->iterations += library_adds.iterations;
	result->seconds += library_adds.seconds;
	if (library_adds.error[0])
		strcpy(result->error, library_adds.error);
}

static void expect_reported(uint64_t iterations, double seconds, const char *error,
			    const char *cause)
{
	memset(&library_adds, 0, sizeof library_adds);
	library_adds.iterations = iterations;
	library_adds.seconds = seconds;
	strcpy(library_adds.error, error);
	sample->status = SAMPLE_OK;
	sample->exit_code = EXIT_ROW_OK;
	sample->cause[0] = '\0';
	assert_int_equal(blocks_run(sample, 10000000, 2), 0);
	expect_status(cause[0] ? SAMPLE_ERROR : SAMPLE_OK, cause[0] ? EXIT_ERROR : EXIT_ROW_OK,
		      cause);
}

/* What Google Benchmark says it ran must be what ran: two blocks of a second, to 10^-6. */
static void test_library_differs(void **state)
{
#define REPORTS "Google Benchmark reports "
	(void)state;
	fake_program.bench = report_otherwise;
	expect_reported(0, 0, "", "");
	expect_reported(1, 0, "", REPORTS "3 iterations and 2 s, the harness ran 2 and 2 s");
	expect_reported((uint64_t)-1, 0, "",
			REPORTS "1 iterations and 2 s, the harness ran 2 and 2 s");
	expect_reported(0, 1.9e-6, "", "");
	expect_reported(0, -1.9e-6, "", "");
	expect_reported(0, 2.1e-6, "", REPORTS "2 iterations and 2 s, the harness ran 2 and 2 s");
	expect_reported(0, -0.5, "", REPORTS "2 iterations and 1.5 s, the harness ran 2 and 2 s");
	expect_reported(1, -0.5, "no sum", ""); /* ended early: that is known */
}

/* Of a nanosecond, nothing is too little. */
static void test_library_rounds(void **state)
{
	(void)state;
	fake_program.bench = report_otherwise;
	memset(&library_adds, 0, sizeof library_adds);
	library_adds.seconds = 0.9e-9;
	assert_int_equal(blocks_run(sample, 1, 1), 0);
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	library_adds.seconds = 1.1e-9;
	assert_int_equal(blocks_run(sample, 1, 1), 0);
	assert_int_equal(sample->status, SAMPLE_ERROR);
}

static void test_library_runs_nothing(void **state)
{
	(void)state;
	fake_program.bench_nothing = true;
	assert_int_equal(blocks_run(sample, 1, 1), -ENOENT);
	expect_status(SAMPLE_ERROR, EXIT_ERROR, "Google Benchmark ran nothing");
	expect_library(0, 0, 0);
}

/* --------------------------------------------------------------- isolated -- */

static void test_isolated(void **state)
{
	(void)state;
	isolated_run(sample); /* as told: nothing is calibrated */
	assert_int_equal(arm_does.runs, 4);
	assert_int_equal(sample->block_count, 4);
	assert_int_equal(sample->blocks[3].iterations, 3);
}

static void test_isolated_calibrates(void **state)
{
	(void)state;
	options.iterations = 0;
	options.blocks = 2;
	isolated_run(sample);
	assert_int_equal(arm_does.runs, 2 + 2);
	assert_int_equal(arm_does.iterations[1], 10);
	assert_int_equal(sample->block_count, 2);
	assert_int_equal(sample->blocks[0].iterations, 30);
	assert_int_equal(sample->blocks[1].iterations, 30);
}

static void test_isolated_cannot(void **state)
{
	(void)state;
	options.iterations = 0;
	arm_does.fails_at = 2;
	isolated_run(sample);
	assert_int_equal(arm_does.runs, 2);
	assert_int_equal(sample->block_count, 0);
	assert_int_equal(sample->status, SAMPLE_ERROR);
}

/* -------------------------------------------------------------- lock-step -- */

/* Says these lines to the sample; returns the lines that it says. */
static json_t *answers(const char *lines)
{
	FILE *in = stdin, *out = stdout;
	json_t *said = json_array();
	char *text = NULL, *at, *end;
	size_t length = 0;

	stdin = fmemopen((void *)(uintptr_t)lines, strlen(lines), "r");
	stdout = open_memstream(&text, &length);
	lockstep_run(sample);
	fclose(stdout);
	fclose(stdin);
	stdin = in;
	stdout = out;
	for (at = text; (end = strchr(at, '\n')); at = end + 1) {
		*end = '\0';
		json_array_append_new(said, json_loads(at, 0, NULL));
	}
	assert_string_equal(at, ""); /* each line has an end */
	free(text);
	return said;
}

#define READY \
	"{'contract':1,'event':'ready','arm':'scripted','pid':'*','pin':{'policy':'compact'," \
	"'workers':[0,1],'main':0,'producers':[],'read_back':false,'oversubscribed':false," \
	"'label':'','shared':['main with worker 0']}}"
#define RAN(iterations, units, ns, error) \
	"{'event':'block','iterations':" #iterations ",'units':" #units ",'ns':" #ns \
	",'cpu_ns':7000,'error':'" error "'}"

static void expect_answers(const char *lines, const char *expected)
{
	json_t *said = answers(lines), *ready = json_array_get(said, 0);
	char text[2048];

	assert_int_equal(json_integer_value(json_object_get(ready, "pid")), getpid());
	json_object_set_new(ready, "pid", json_string("*"));
	snprintf(text, sizeof text, "[" READY "%s]", expected);
	expect_json(said, text);
}

static void test_lockstep(void **state)
{
	(void)state;
	expect_answers("calibrate 3000\nblock 3\nblock 4\nfinish\nblock 5\n",
		       ",{'event':'calibrated','iterations':30,'ns':3000,'error':''}"
		       "," RAN(3, 30, 300, "") "," RAN(4, 40, 400, ""));
	assert_int_equal(sample->block_count, 2);
	assert_int_equal(arm_does.runs, 4);
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	expect_library(2, 2, 700e-9);
}

/* Lines end as they like, the last one by the end of all. */
static void test_line_ends(void **state)
{
	(void)state;
	expect_answers("block 1\r\nblock 2", "," RAN(1, 10, 100, "") "," RAN(2, 20, 200, ""));
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	expect_answers("finish\r\nblock 2", "");
	expect_answers("finish\nblock 2", "");
	assert_int_equal(sample->block_count, 2);
}

/* After a wrong block it goes on, and says so in a calibration too; after one that cannot run it
 * does not. */
static void test_lockstep_wrong(void **state)
{
	(void)state;
	arm_does.wrong_at = 1;
	arm_does.fails_at = 5;
	expect_answers(
		"block 1\nblock 2\ncalibrate 300\nblock 3\nblock 4\nblock 5\n",
		"," RAN(1, 10, 100, "no sum") "," RAN(
			2, 20, 200,
			"") ",{'event':'calibrated','iterations':3,'ns':300,'error':'no sum'}"
			    "," RAN(3, 30, 300, ""));
	assert_int_equal(arm_does.runs, 5);
	expect_status(SAMPLE_ERROR, EXIT_ERROR, "no sum");
}

static void test_calibration_cannot(void **state)
{
	(void)state;
	arm_does.fails_at = 1;
	expect_answers("calibrate 300\nblock 3\n", "");
	assert_int_equal(arm_does.runs, 1);
	assert_int_equal(sample->status, SAMPLE_ERROR);
}

/* The longest that may be asked for, and the most. */
static void test_most(void **state)
{
	(void)state;
	expect_answers("calibrate 3600000000000\nblock 4294967295\n",
		       ",{'event':'calibrated','iterations':4294967295,'ns':429496729500,"
		       "'error':''}," RAN(4294967295, 42949672950, 429496729500, ""));
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
}

static void test_no_command(void **state)
{
#define TEN "0123456789"
	static const char *const lines[] = {
		"block 4294967296",
		"calibrate 3600000000001",
		"block 0",
		"calibrate 0",
		"block",
		"calibrate",
		"blocks 3",
		"block\t3",
		"block  3",
		"block 3 ",
		"finish ",
		"finis",
		"",
		"Block 3",
		"block-3",
		"calibrat 3",
		"calibrated 3",
		"block 1x",
		"xblock 1",
		TEN TEN TEN TEN TEN TEN TEN TEN "ab",
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		char text[128], cause[256];

		modes_setup(state);
		snprintf(text, sizeof text, "%s\nblock 1\n", lines[i]);
		snprintf(cause, sizeof cause,
			 "lock-step: no such command '%.80s'; there are calibrate NS, block I, "
			 "finish",
			 lines[i]);
		expect_answers(text, "");
		expect_status(SAMPLE_ERROR, EXIT_ERROR, cause);
		assert_int_equal(arm_does.runs, 0);
		modes_teardown(state);
	}
}

#define MODES_UNIT(test) cmocka_unit_test_setup_teardown(test, modes_setup, modes_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MODES_UNIT(test_blocks),
		MODES_UNIT(test_blocks_end),
		MODES_UNIT(test_library_differs),
		MODES_UNIT(test_library_rounds),
		MODES_UNIT(test_library_runs_nothing),
		MODES_UNIT(test_isolated),
		MODES_UNIT(test_isolated_calibrates),
		MODES_UNIT(test_isolated_cannot),
		MODES_UNIT(test_lockstep),
		MODES_UNIT(test_line_ends),
		MODES_UNIT(test_lockstep_wrong),
		MODES_UNIT(test_calibration_cannot),
		MODES_UNIT(test_most),
		cmocka_unit_test(test_no_command),
	};

	setenv("HWLOC_SYNTHETIC", "core:2 pu:1", 1);
	json_count();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
