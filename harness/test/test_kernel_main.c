/* SPDX-License-Identifier: MIT */
/* Description: main by command and outcome, on a system that can run out of memory. */
#include "harness/test/kernel_answers.h"

#include <pthread.h>
#include <unistd.h>

#include "harness/options.h"
#include "harness/sample.h"
#include "harness/test/fake_program.h"

int sample_main(int argc, char **argv); /* main.c */

static struct {
	unsigned int starts, stops, runs;
	void *sample;
	bool wrong;
} arm_does;

static int runtime;
static const struct arm_workload busy = {
	.name = "busy", .family = "probe", .unit = "task", .measures = "all", .origin = "schedlab"
};
static const struct arm_workload *const workloads[] = { &busy };

static int scripted_start(const struct arm_config *config, void **result)
{
	arm_does.starts++;
	arm_does.sample = config->arg;
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
	(void)its;
	(void)workload;
	arm_does.runs++;
	block->units = block->timed_ns = block->iterations;
	if (arm_does.wrong)
		strcpy(block->error, "50% of %s and %d are lost");
	return 0;
}

static const char *refusal;

static const char *refuses(const struct arm_workload *workload, const uint64_t *params,
			   uint32_t workers)
{
	(void)workload;
	(void)params;
	(void)workers;
	return refusal;
}

static const struct arm scripted = { .abi = ARM_ABI,
				     .name = "scripted",
				     .kind = "peer",
				     .version = "1",
				     .flavour = "timed",
				     .allocator = "libc",
				     .isa = "any",
				     .workloads = workloads,
				     .workload_count = 1,
				     .start = scripted_start,
				     .run = scripted_run,
				     .stop = scripted_stop,
				     .refuses = refuses };

static int main_setup(void **state)
{
	setup(state);
	memset(&fake_program, 0, sizeof fake_program);
	memset(&arm_does, 0, sizeof arm_does);
	refusal = NULL;
	fake_program.arm = &scripted;
	fake_program.no_exec = true;
	fake.cpus = "0-1";
	return 0;
}

static int main_teardown(void **state)
{
	memset(&fake_program, 0, sizeof fake_program);
	assert_int_equal(arm_does.starts, arm_does.stops);
	assert_int_equal(json_left, 0);
	return teardown(state);
}

#define RUN "--run busy --workers 1 --pin none --counters none --iterations 2 --blocks 3"

static size_t lines_printed;

/* What it says for a command line; returns the first of what it prints, if it prints anything. */
static json_t *run_main(const char *words, int code, const char *said)
{
	static char copy[256];
	char *argv[24] = { (char[]){ "bench-scripted" } }, *out_text = NULL, *err_text = NULL;
	FILE *out = stdout, *err = stderr;
	size_t out_length, err_length;
	int argc = 1, found;
	json_t *json;

	snprintf(copy, sizeof copy, "%s", words);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	arm_does.sample = NULL;
	fake.first_asked = 0;
	stdout = open_memstream(&out_text, &out_length);
	stderr = open_memstream(&err_text, &err_length);
	found = sample_main(argc, argv);
	fclose(stdout);
	fclose(stderr);
	stdout = out;
	stderr = err;
	free(fake.first_given); /* kept for good by heap_move, of a program that ends */
	assert_true(!arm_does.sample || fake_freed(arm_does.sample));
	assert_string_equal(err_text, said);
	assert_int_equal(found, code);
	json = json_loads(out_text, JSON_DISABLE_EOF_CHECK, NULL);
	lines_printed = 0;
	for (const char *at = out_text; (at = strchr(at, '\n')); at++)
		lines_printed++;
	assert_int_equal(json != NULL, lines_printed > 0);
	free(out_text);
	free(err_text);
	return json;
}

static void expect_event(json_t *json, const char *event)
{
	assert_string_equal(json_string_value(json_object_get(json, "event")), event);
	assert_int_equal(lines_printed, strcmp(event, "ready") == 0 ? 2 : 1);
	json_decref(json);
}

static void expect_row(const char *words, int code, const char *status, const char *cause)
{
	char said[256];
	json_t *row;

	snprintf(said, sizeof said, "%s%s%s", cause[0] ? "harness-test-kernel_main: " : "", cause,
		 cause[0] ? "\n" : "");
	row = run_main(words, code, said);
	assert_string_equal(json_string_value(json_object_get(row, "status")), status);
	assert_string_equal(json_string_value(json_object_get(row, "cause")), cause);
	expect_event(row, "row");
}

/* The heap moves before anything that lasts is there. */
static void test_run(void **state)
{
	char name[32];

	(void)state;
	pthread_setname_np(pthread_self(), "test");
	expect_row(RUN, 0, "ok", "");
	assert_int_equal(fake.first_asked, 65536);
	assert_int_equal(arm_does.runs, 3);
	pthread_getname_np(pthread_self(), name, sizeof name);
	assert_string_equal(name, "bench-main");
	expect_row(RUN " --heap 48", 0, "ok", "");
	assert_int_equal(fake.first_asked, 65584);
}

/* Texts that are no formats. */
static void test_outcomes(void **state)
{
	(void)state;
	arm_does.wrong = true;
	expect_row(RUN, 1, "wrong", "50% of %s and %d are lost");
	assert_int_equal(arm_does.runs, 1);
	refusal = "never %s";
	expect_row(RUN, 3, "refused", "never %s");
	assert_int_equal(arm_does.starts, 1);
	expect_row(RUN " --topology /no/such/%d/file", 3, "refused", "never %s");
	refusal = NULL;
	expect_row(RUN " --topology /no/such/%d/file", 4, "error",
		   "--topology /no/such/%d/file: No such file or directory");
	fake.bind_wider = true;
	expect_row(RUN, 4, "error",
		   "cannot pin main thread 0 to CPU -1; is that CPU online and in the cpuset? Try "
		   "--pin none");
	assert_int_equal(arm_does.starts, 1);
}

static void test_usage(void **state)
{
	(void)state;
	assert_null(run_main("--run busi", 2,
			     "harness-test-kernel_main: no workload 'busi'; did you mean 'busy'? "
			     "There are: busy\n"));
}

static void test_no_memory(void **state)
{
	(void)state;
	fake.no_memory_of = 65536 + 16;
	assert_null(run_main(RUN " --heap 16", 5, "out of memory\n"));
	fake.no_memory_of = sizeof(struct sample);
	assert_null(run_main(RUN, 5, "out of memory\n"));
	assert_int_equal(arm_does.starts, 0);
}

static void test_other_commands(void **state)
{
	(void)state;
	expect_event(run_main("--describe", 0, ""), "describe");
	expect_event(run_main("--encode none", 0, ""), "encode");
	assert_null(run_main("--encode many", 4, "--encode many: no such counter group\n"));
	fake_program.bench_on = true;
	assert_null(run_main("--workers 1 --gbench --list", 0, ""));
	assert_int_equal(fake_program.bench_argc, 2);
	assert_int_equal(fake_program.benchmark_count, 1);
}

/* Only a sample starts itself again without them. */
static void test_settings(void **state)
{
	(void)state;
	setenv("BENCHMARK_FILTER", "nothing", 1);
	expect_event(run_main("--describe", 0, ""), "describe");
	assert_int_equal(fake_program.execs, 0);
	expect_row(RUN, 0, "ok", "");
	assert_int_equal(fake_program.execs, 1);
	assert_null(getenv("BENCHMARK_FILTER"));
}

static void test_lockstep(void **state)
{
	FILE *in = stdin;
	char *lines = strdup("finish\n");
	FILE *said = fmemopen(lines, strlen(lines), "r");

	(void)state;
	stdin = said;
	fake_program.bench_nothing = true;			   /* nobody runs a block */
	expect_event(run_main(RUN " --lockstep", 0, ""), "ready"); /* and a row */
	stdin = in;
	fclose(said);
	free(lines);
	assert_int_equal(arm_does.starts, 1);
	assert_int_equal(arm_does.runs, 0);
}

#define MAIN_UNIT(test) cmocka_unit_test_setup_teardown(test, main_setup, main_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MAIN_UNIT(test_run),	   MAIN_UNIT(test_outcomes), MAIN_UNIT(test_usage),
		MAIN_UNIT(test_no_memory), MAIN_UNIT(test_settings), MAIN_UNIT(test_other_commands),
		MAIN_UNIT(test_lockstep),
	};

	setenv("HWLOC_SYNTHETIC", "core:2 pu:1", 1);
	json_count();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
