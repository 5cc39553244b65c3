/* SPDX-License-Identifier: MIT */
/* Description: how a sample starts, who it waits for, and what it takes back. */
#include "harness/test/sample_arm.h"

#include "harness/signals.h"
#include "harness/test/fake_program.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_UNIT(test_start),	 SAMPLE_UNIT(test_producers),
		cmocka_unit_test(test_patience), SAMPLE_UNIT(test_start_fails),
		SAMPLE_UNIT(test_not_bound),	 SAMPLE_UNIT(test_worker_not_bound),
		SAMPLE_UNIT(test_plant),	 SAMPLE_UNIT(test_heap),
	};

	setenv("HWLOC_SYNTHETIC", "core:8 pu:1", 1);
	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
