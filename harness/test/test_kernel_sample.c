/* SPDX-License-Identifier: MIT */
/* Description: the life of a sample: what it refuses, who it waits for, what it takes back. */
#include "harness/test/kernel_answers.h"

#include <signal.h>
#include <unistd.h>

#include "harness/sample.h"
#include "harness/signals.h"
#include "harness/test/fake_program.h"

/* ------------------------------------------------------- a scripted arm -- */

static struct {
	int error;
	uint32_t start_at_once; /* workers that report from start() */
	uint64_t metric;	/* what it has counted */
	const char *refusal;
	/* seen */
	unsigned int starts, stops, dumps, refusals;
	struct arm_config config;
	bool held; /* SIGUSR1, while it starts */
	size_t threads_counted;
} arm_does;

static struct sample *sample;
static struct options options;
static int runtime;
static const struct arm_param params[] = { { "tasks", "tasks of a round", 50, 1, 1000 },
					   { "depth", "calls deep", 3, 2, 9 } };
static const struct arm_workload busy = { "busy", "fan-out", "task", "all", "tokio", params, 2, 0 };
static const struct arm_workload *const workloads[] = { &busy };

/* The worker is a thread of its own, which ends at once. */
static void *worker_main(void *arg)
{
	uint32_t index = *(const uint32_t *)arg;

	arm_does.config.on_thread_start(ARM_THREAD_WORKER, index, arm_does.config.arg);
	arm_does.threads_counted += sample->counters.thread_count;
	arm_does.config.on_thread_stop(ARM_THREAD_WORKER, index, arm_does.config.arg);
	fake_unbind();
	return NULL;
}

static void start_worker(uint32_t index)
{
	pthread_t thread;

	pthread_create(&thread, NULL, worker_main, &index);
	pthread_join(thread, NULL);
}

static int scripted_start(const struct arm_config *config, void **result)
{
	sigset_t held;

	arm_does.starts++;
	arm_does.config = *config;
	pthread_sigmask(SIG_BLOCK, NULL, &held);
	arm_does.held = sigismember(&held, SIGUSR1);
	*result = &runtime;
	for (uint32_t i = 0; i < arm_does.start_at_once; i++)
		start_worker(i);
	return arm_does.error;
}

static void scripted_stop(void *its)
{
	assert_ptr_equal(its, &runtime);
	arm_does.stops++;
	arm_does.metric += 1000; /* too late */
}

static void scripted_dump(void *its, int fd)
{
	(void)fd;
	arm_does.dumps += its == &runtime;
}

static size_t scripted_metrics(void *its, struct arm_metric *metrics, size_t max)
{
	(void)max;
	assert_ptr_equal(its, &runtime);
	metrics[0] = (struct arm_metric){ "polls", 1, 0, arm_does.metric };
	return 1;
}

static const char *scripted_refuses(const struct arm_workload *workload, const uint64_t *values,
				    uint32_t workers)
{
	arm_does.refusals++;
	assert_ptr_equal(workload, &busy);
	assert_int_equal(values[0], 51);
	assert_int_equal(workers, options.workers);
	return arm_does.refusal;
}

static struct arm scripted;

static int sample_setup(void **state)
{
	setup(state);
	memset(&arm_does, 0, sizeof arm_does);
	scripted = (struct arm){ .abi = ARM_ABI,
				 .name = "scripted",
				 .refuses = scripted_refuses,
				 .start = scripted_start,
				 .stop = scripted_stop,
				 .dump = scripted_dump,
				 .metrics = scripted_metrics,
				 .workloads = workloads,
				 .workload_count = 1 };
	options = (struct options){ .pin = "compact",
				    .workers = 2,
				    .seed = 7,
				    .counters = "branch",
				    .workload = "busy",
				    .params = { "tasks=51", "depth=4" },
				    .param_count = 2 };
	fake.cpus = "4-6";
	fake.step_count = 1; /* the clock stands still */
	fake.clock_ns = 1000000000000 + 5;
	sample = malloc(sizeof *sample);
	memset(sample, 0xff, sizeof *sample);
	sample_init(sample, &scripted, &options);
	return 0;
}

static int sample_teardown(void **state)
{
	sample_free(sample);
	free(sample);
	return teardown(state);
}

static void expect_status(enum sample_status status, int exit_code, const char *cause)
{
	assert_int_equal(sample->status, status);
	assert_int_equal(sample->exit_code, exit_code);
	assert_string_equal(sample->cause, cause);
}

/* --------------------------------------------------------------- prepare -- */

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

/* ------------------------------------------------------------------ start -- */

/* How long somebody was ready to wait, in whole seconds from now; then what happens. */
static struct {
	unsigned int count;
	uint64_t seconds[8];
	uint32_t workers_in[8]; /* who start while it waits */
	int result[8];
} waits;

static int scripted_wait(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until)
{
	unsigned int wait = waits.count++;
	uint64_t ns = (uint64_t)until->tv_sec * 1000000000u + (uint64_t)until->tv_nsec;

	assert_ptr_equal(cond, &sample->changed);
	assert_true(wait < 8);
	assert_int_equal((ns - fake.clock_ns) % 1000000000u, 0);
	waits.seconds[wait] = (ns - fake.clock_ns) / 1000000000u;
	pthread_mutex_unlock(mutex);
	for (uint32_t i = 0; i < waits.workers_in[wait]; i++)
		start_worker(sample->workers_started);
	pthread_mutex_lock(mutex);
	return waits.result[wait];
}

static void prepare_to_wait(void)
{
	memset(&waits, 0, sizeof waits);
	fake.wait = scripted_wait;
	assert_int_equal(sample_prepare(sample), 0);
}

/* Where there is no runtime it says so, on standard error. */
static void expect_dumps(unsigned int dumps)
{
	raise(SIGUSR1);
	assert_int_equal(arm_does.dumps, dumps);
}

static void test_start(void **state)
{
	char *cpus;

	(void)state;
	signals_install();
	arm_does.start_at_once = 2;
	arm_does.metric = 40;
	prepare_to_wait();
	expect_dumps(0);
	assert_int_equal(sample_start(sample), 0);
	expect_status(SAMPLE_OK, EXIT_ROW_OK, "");
	assert_int_equal(arm_does.starts, 1);
	assert_int_equal(arm_does.config.workers, 2);
	assert_int_equal(arm_does.config.seed, 7);
	assert_ptr_equal(arm_does.config.arg, sample);
	assert_true(arm_does.held); /* no worker ever takes it */
	expect_dumps(1);
	assert_int_equal(waits.count, 0);
	assert_int_equal(fake.signals, 2);
	assert_int_equal(sample->workers_started, 2);
	assert_int_equal(sample->pin.workers_bound, 2);
	assert_int_equal(arm_does.threads_counted, 4); /* itself and main, each */
	assert_int_equal(sample->counters.thread_count, 1);
	assert_int_equal(sample->plant.calibration_loops, 0);
	cpus = fake_bound();
	assert_string_equal(cpus, "6");
	free(cpus);
	arm_does.metric = 100;
	sample_stop(sample);
	expect_dumps(1);
	assert_int_equal(arm_does.stops, 1);
	assert_null(sample->runtime);
	assert_int_equal(sample->counters.thread_count, 0);
	assert_int_equal(sample->metrics.count, 1);
	assert_int_equal(sample->metrics.entries[0].value, 60);
	sample_stop(sample); /* of a sample that does not run */
	assert_int_equal(arm_does.stops, 1);
}

/* Producers are bound and counted, and nobody waits for them. */
static void test_producers(void **state)
{
	(void)state;
	arm_does.start_at_once = 2;
	prepare_to_wait();
	assert_int_equal(sample_start(sample), 0);
	arm_does.config.on_thread_start(ARM_THREAD_PRODUCER, 4, sample);
	assert_int_equal(sample->workers_started, 2);
	assert_int_equal(fake.signals, 2);
	assert_int_equal(sample->pin.producers, 5);
	sample_stop(sample);
}

struct patience {
	uint32_t at_once, in[4];
	int result[4];
	unsigned int waits;
	uint64_t seconds[4];
	int error;
	const char *cause;
};

static void check_patience(const struct patience *patience)
{
	arm_does.start_at_once = patience->at_once;
	prepare_to_wait();
	memcpy(waits.workers_in, patience->in, sizeof patience->in);
	memcpy(waits.result, patience->result, sizeof patience->result);
	assert_int_equal(sample_start(sample), patience->error);
	assert_int_equal(waits.count, patience->waits);
	for (unsigned int i = 0; i < patience->waits; i++)
		assert_int_equal(waits.seconds[i], patience->seconds[i]);
	expect_status(patience->error ? SAMPLE_ERROR : SAMPLE_OK,
		      patience->error ? EXIT_ERROR : EXIT_ROW_OK, patience->cause);
	sample_stop(sample);
}

/* A second for the first worker, ten for the others from when it began. */
static void test_patience(void **state)
{
#define LATE ETIMEDOUT
#define ONLY "only 1 of 2 workers called on_thread_start within 10 s"
	static const struct patience cases[] = {
		{ 0, { 0 }, { LATE }, 1, { 1 }, 0, "" }, /* an executor without threads */
		{ 0, { 0, 0 }, { 0, LATE }, 2, { 1, 1 }, 0, "" },
		{ 0, { 2 }, { 0 }, 1, { 1 }, 0, "" },
		{ 0, { 1, 1 }, { 0, 0 }, 2, { 1, 10 }, 0, "" },
		{ 0, { 1, 1 }, { LATE, 0 }, 2, { 1, 10 }, 0, "" }, /* just come */
		{ 1, { 1 }, { 0 }, 1, { 10 }, 0, "" },
		{ 1, { 1 }, { LATE }, 1, { 10 }, 0, "" },
		{ 1, { 0 }, { LATE }, 1, { 10 }, -ETIMEDOUT, ONLY },
		{ 1, { 0, 0 }, { 0, LATE }, 2, { 10, 10 }, -ETIMEDOUT, ONLY },
		{ 0, { 1, 0 }, { LATE, LATE }, 2, { 1, 10 }, -ETIMEDOUT, ONLY },
		{ 3, { 0 }, { 0 }, 0, { 0 }, 0, "" }, /* more than were asked for */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		sample_setup(state);
		check_patience(&cases[i]);
		sample_teardown(state);
	}
}

static void test_start_fails(void **state)
{
	(void)state;
	arm_does.error = -EIO;
	prepare_to_wait();
	assert_int_equal(sample_start(sample), -EIO);
	expect_status(SAMPLE_ERROR, EXIT_ERROR,
		      "arm scripted could not start 2 workers: Input/output error");
	assert_null(sample->runtime);
	assert_int_equal(waits.count, 0);
	sample_stop(sample);
	assert_int_equal(arm_does.stops, 0);
	signals_install();
	signals_watch(&scripted, &runtime);
	expect_dumps(1); /* not held any more */
	signals_watch(NULL, NULL);
}

#define REMEDY "; is that CPU online and in the cpuset? Try --pin none"

/* Main or a worker that is elsewhere: nothing is measured there. */
static void test_not_bound(void **state)
{
	(void)state;
	prepare_to_wait();
	fake.bind_ignored = true;
	assert_int_equal(sample_start(sample), -EIO);
	expect_status(SAMPLE_ERROR, EXIT_IMPOSSIBLE, "cannot pin main thread 0 to CPU 6" REMEDY);
	assert_int_equal(arm_does.starts, 0);
}

static int ignore_binding(const struct arm_config *config, void **result)
{
	fake.bind_ignored = true;
	return scripted_start(config, result);
}

static void test_worker_not_bound(void **state)
{
	(void)state;
	scripted.start = ignore_binding;
	arm_does.start_at_once = 2;
	prepare_to_wait();
	assert_int_equal(sample_start(sample), -EIO);
	expect_status(SAMPLE_ERROR, EXIT_IMPOSSIBLE, "cannot pin worker 0 to CPU 4" REMEDY);
	sample_stop(sample);
	assert_int_equal(arm_does.stops, 1);
}

static void test_plant(void **state)
{
	(void)state;
	options.plant_percent = 1;
	sample->plant.percent = 1;
	arm_does.start_at_once = 2;
	prepare_to_wait();
	assert_int_equal(sample_start(sample), 0);
	assert_int_equal(sample->plant.calibration_loops, 5000000);
	sample_stop(sample);
}

static unsigned int settled;

static void *no_memory(size_t bytes)
{
	settled += bytes == 65536;
	return NULL;
}

static int start_when_settled(const struct arm_config *config, void **result)
{
	fake.allocate = NULL;
	assert_int_equal(settled, 1);
	return scripted_start(config, result);
}

/* The heap is put in order last of all before the arm starts. */
static void test_heap(void **state)
{
	static char libc_at;

	(void)state;
	fake_program.symbols[0] = (struct fake_symbol){ "gnu_get_libc_version", "c", &libc_at };
	fake_program.symbols[1] = (struct fake_symbol){ "malloc", "c", &libc_at };
	scripted.start = start_when_settled;
	arm_does.start_at_once = 2;
	prepare_to_wait();
	fake.allocate = no_memory;
	assert_int_equal(sample_start(sample), 0);
	assert_int_equal(arm_does.starts, 1);
	sample_stop(sample);
	fake_program.symbols[0].name = NULL;
}

#define SAMPLE_UNIT(test) cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_UNIT(test_init),		 SAMPLE_UNIT(test_prepared),
		cmocka_unit_test(test_refused),	 SAMPLE_UNIT(test_arm_refuses),
		SAMPLE_UNIT(test_other_abi),	 SAMPLE_UNIT(test_fail),
		SAMPLE_UNIT(test_start),	 SAMPLE_UNIT(test_producers),
		cmocka_unit_test(test_patience), SAMPLE_UNIT(test_start_fails),
		SAMPLE_UNIT(test_not_bound),	 SAMPLE_UNIT(test_worker_not_bound),
		SAMPLE_UNIT(test_plant),	 SAMPLE_UNIT(test_heap),
	};

	setenv("HWLOC_SYNTHETIC", "core:8 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
