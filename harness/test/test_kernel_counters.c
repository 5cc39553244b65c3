/* SPDX-License-Identifier: MIT */
/* Description: what becomes of each value that the kernel can give to a counter. */
#include "harness/test/kernel_answers.h"

#include <pthread.h>
#include <unistd.h>

#include "harness/counters.h"

static const char *no_file(const char *path)
{
	(void)path;
	return NULL;
}

/* The row's words for one event of a group, with this usage. */
static json_t *said_with(struct counters *counters, const char *name, const struct usage *usage)
{
	json_t *all = counters_json(counters, usage);
	json_t *one = json_incref(json_object_get(all, name));

	json_decref(all);
	return one;
}

static json_t *said(struct counters *counters, const char *name)
{
	const struct usage none = { 0 };

	return said_with(counters, name, &none);
}

static void set_reading(int tid, uint32_t type, uint64_t config, uint64_t value, uint64_t enabled,
			uint64_t running)
{
	struct fake_event *event = fake_event(tid, type, config);

	assert_non_null(event);
	event->reading = (struct counter_reading){ value, enabled, running };
}

/* ------------------------------------------------------------- counting -- */

#define AT_FIRST 1000, 500, 500
#define FOREIGN	 7, 7, 7

/* Differences of blocks only, scaled by the time that the event was not on the PMU. */
static void test_scaled(void **state)
{
	static const struct {
		uint64_t value, enabled, running;
		const char *expected;
	} cases[] = {
		{ 1600, 700, 700, "{'value':600,'rung':'hardware','reason':'','scope':'threads'}" },
		{ 1600, 900, 600,
		  "{'value':2400,'rung':'hardware','reason':'','scope':'threads','scaled':true,"
		  "'enabled_ns':400,'running_ns':100}" },
		{ 1001, 503, 502,
		  "{'value':2,'rung':'hardware','reason':'','scope':'threads','scaled':true,"
		  "'enabled_ns':3,'running_ns':2}" },
		{ 1001, 502, 502, "{'value':1,'rung':'hardware','reason':'','scope':'threads'}" },
		{ 1000, 700, 500,
		  "{'value':null,'rung':'unavailable','reason':'the kernel opened it but never "
		  "scheduled it (all hardware counters taken?)'}" },
		{ 1000, 700, 700,
		  "{'value':null,'rung':'unavailable','reason':'reads 0 where no 0 can be: the PMU "
		  "is there "
		  "but not counting (guest?)'}" },
		{ 1000, 700, 501,
		  "{'value':null,'rung':'unavailable','reason':'reads 0 where no 0 can be: the PMU "
		  "is there "
		  "but not counting (guest?)'}" },
	};
	int tid = gettid();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct counters counters;

		assert_int_equal(counters_open(&counters, "branch"), 0);
		counters_thread_start(&counters);
		set_reading(tid, HARDWARE, INSTRUCTIONS, AT_FIRST);
		counters_block_begin(&counters);
		set_reading(tid, HARDWARE, INSTRUCTIONS, cases[i].value, cases[i].enabled,
			    cases[i].running);
		counters_block_end(&counters);
		set_reading(tid, HARDWARE, INSTRUCTIONS, FOREIGN);
		counters_thread_stop(&counters);
		expect_json(said(&counters, "instructions"), cases[i].expected);
		counters_close(&counters);
	}
}

/* Each event counts by its own difference, the last as the first. */
static void test_every_event(void **state)
{
	static const char *const names[] = { "instructions", "branches", "branch_misses" };
	static const uint64_t numbers[] = { INSTRUCTIONS, BRANCHES, BRANCH_MISSES };
	struct counters counters;
	char expected[128];

	(void)state;
	assert_int_equal(counters_open(&counters, "branch"), 0);
	counters_thread_start(&counters);
	for (uint64_t i = 0; i < 3; i++)
		set_reading(gettid(), HARDWARE, numbers[i], 100 * (i + 1), 50, 50);
	counters_block_begin(&counters);
	for (uint64_t i = 0; i < 3; i++)
		set_reading(gettid(), HARDWARE, numbers[i], 1000 * (i + 1), 60, 60);
	counters_block_end(&counters);
	for (int i = 0; i < 3; i++) {
		snprintf(expected, sizeof expected,
			 "{'value':%d,'rung':'hardware','reason':'','scope':'threads'}",
			 900 * (i + 1));
		expect_json(said(&counters, names[i]), expected);
	}
	counters_close(&counters);
}

/* A PMU that says 0 where that cannot be says nothing with its other zeros either; what the
 * kernel counts by itself may be 0. */
static void test_zeros(void **state)
{
	static const char idle[] =
		"{'value':null,'rung':'unavailable','reason':'reads 0 where no 0 can be: "
		"the PMU is there but not counting (guest?)'}";
	static const char zero[] = "{'value':0,'rung':'hardware','reason':'','scope':'threads'}";
	static const char none[] = "{'value':0,'rung':'software','reason':'*','scope':'threads'}";
	struct counters counters;
	int tid = gettid();

	(void)state;
	fake.file = no_file;
	for (uint64_t counted = 0; counted < 2; counted++) {
		assert_int_equal(counters_open(&counters, "hardware"), 0);
		counters_thread_start(&counters);
		counters_block_begin(&counters);
		set_reading(tid, HARDWARE, INSTRUCTIONS, counted, 1, 1);
		for (size_t i = 0; i < fake.event_count; i++)
			if (fake.events[i].open && fake.events[i].attr.config != INSTRUCTIONS)
				fake.events[i].reading = (struct counter_reading){ 0, 1, 1 };
		set_reading(tid, HARDWARE, CYCLES, counted, 1, 1);
		counters_block_end(&counters);
		for (size_t i = 0; i < counters.count; i++) /* of user mode, the same numbers */
			if (counters.events[i].event->never_zero && counted)
				counters.events[i].value = 1;
		expect_json(said(&counters, "cache_misses"), counted ? zero : idle);
		expect_json(said(&counters, "branch_misses"), counted ? zero : idle);
		counters_close(&counters);
	}
	assert_int_equal(counters_open(&counters, "software"), 0);
	counters_thread_start(&counters);
	counters_block_begin(&counters);
	set_reading(tid, SOFTWARE, SWITCHES, 0, 1, 1);
	counters_block_end(&counters);
	expect_json(said(&counters, "context_switches"), none);
	counters_close(&counters);
}

/* Any event that cannot be 0 tells on its PMU, not only the first. */
static void test_later_zero(void **state)
{
	struct counters counters;

	(void)state;
	assert_int_equal(counters_open(&counters, "hardware"), 0);
	counters_thread_start(&counters);
	counters_block_begin(&counters);
	for (size_t i = 0; i < fake.event_count; i++)
		fake.events[i].reading = (struct counter_reading){
			fake.events[i].attr.config == INSTRUCTIONS ? 5 : 0, 1, 1
		};
	counters_block_end(&counters);
	expect_json(said(&counters, "instructions"),
		    "{'value':5,'rung':'hardware','reason':'','scope':'threads'}");
	expect_json(
		said(&counters, "cache_misses"),
		"{'value':null,'rung':'unavailable','reason':'reads 0 where no 0 can be: the PMU "
		"is there but not counting (guest?)'}");
	counters_close(&counters);
}

/* Half a number, or none, is not 0. */
static void test_unreadable(void **state)
{
	static const char why[] = "{'value':null,'rung':'unavailable','reason':'the kernel opened "
				  "it but its value could not be read'}";

	(void)state;
	for (int part = 0; part < 4; part++) {
		struct counters counters;

		fake.read_bytes = 0;
		assert_int_equal(counters_open(&counters, "branch"), 0);
		counters_thread_start(&counters);
		fake.read_bytes = part == 0 ? -1 : part == 1 ? 8 : 0;
		counters_block_begin(&counters);
		fake.read_bytes = part == 2 ? 16 : part == 3 ? -1 : 0;
		counters_block_end(&counters);
		expect_json(said(&counters, "instructions"), why);
		counters_close(&counters);
	}
}

/* What getrusage says, for the whole process. */
static void test_usage(void **state)
{
	static const struct usage usage = { 1, 20, 300, 4000, 50000 };
	struct counters counters;

	(void)state;
	fake.file = no_file;
	errors[SOFTWARE] = ENOSYS;
	assert_int_equal(counters_open(&counters, "software"), 0);
	counters_thread_start(&counters); /* which needs nothing of the kernel */
	expect_json(
		counters_json(&counters, &usage),
		"{'cpu_ns':{'value':1,'rung':'rusage','reason':'','scope':'process'},"
		"'switches_voluntary':{'value':20,'rung':'rusage','reason':'','scope':'process'},"
		"'switches_involuntary':{'value':300,'rung':'rusage','reason':'',"
		"'scope':'process'},"
		"'task_clock':{'value':1,'rung':'rusage','reason':"
		"'perf::TASK-CLOCK: perf_event_open: Function not implemented','scope':'process'},"
		"'context_switches':{'value':320,'rung':'rusage','reason':'*','scope':'process'},"
		"'page_faults':{'value':54000,'rung':'rusage','reason':'*','scope':'process'},"
		"'major_faults':{'value':50000,'rung':'rusage','reason':'*','scope':'process'},"
		"'migrations':{'value':null,'rung':'unavailable','reason':"
		"'perf::CPU-MIGRATIONS: perf_event_open: Function not implemented'}}");
	counters_close(&counters);
}

/* -------------------------------------------------------------- threads -- */

#define THREADS 40u

/* Threads that start, and end one after the other when they are told. */
static struct {
	struct counters *counters;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	unsigned int started, ended;
	bool may_end;
	pthread_t threads[THREADS];
} team = { .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER };

static void *thread_main(void *arg)
{
	unsigned int place;

	(void)arg;
	counters_thread_start(team.counters);
	counters_thread_start(team.counters); /* once is enough */
	pthread_mutex_lock(&team.mutex);
	place = team.started++;
	set_reading(gettid(), HARDWARE, INSTRUCTIONS, 1 + place, 10, 10);
	pthread_cond_broadcast(&team.changed);
	while (!team.may_end || team.ended != place)
		pthread_cond_wait(&team.changed, &team.mutex);
	counters_thread_stop(team.counters);
	team.ended++;
	pthread_cond_broadcast(&team.changed);
	pthread_mutex_unlock(&team.mutex);
	return NULL;
}

static void start_threads(struct counters *counters, unsigned int count)
{
	team.counters = counters;
	team.started = team.ended = 0;
	team.may_end = false;
	for (unsigned int i = 0; i < count; i++)
		pthread_create(&team.threads[i], NULL, thread_main, NULL);
	pthread_mutex_lock(&team.mutex);
	while (team.started < count)
		pthread_cond_wait(&team.changed, &team.mutex);
	pthread_mutex_unlock(&team.mutex);
	assert_int_equal(counters->thread_count, count + 1);
}

static void end_threads(void)
{
	pthread_mutex_lock(&team.mutex);
	team.may_end = true;
	pthread_cond_broadcast(&team.changed);
	pthread_mutex_unlock(&team.mutex);
	for (unsigned int i = 0; i < team.started; i++)
		pthread_join(team.threads[i], NULL);
	assert_int_equal(team.counters->thread_count, 1);
}

/* Many threads; those that begin and end in a block count whole, others not, and those that
 * were there before it without what they had. */
static void test_threads(void **state)
{
	struct counters counters;
	int tid = gettid();
	void *threads;

	(void)state;
	assert_int_equal(counters_open(&counters, "branch"), 0);
	counters_thread_start(&counters);
	start_threads(&counters, THREADS);
	end_threads();
	start_threads(&counters, 1);
	set_reading(tid, HARDWARE, INSTRUCTIONS, 100, 10, 10);
	counters_block_begin(&counters);
	end_threads(); /* without a step forward */
	start_threads(&counters, THREADS);
	end_threads();
	set_reading(tid, HARDWARE, INSTRUCTIONS, 5100, 20, 20);
	counters_block_end(&counters);
	start_threads(&counters, 1);
	end_threads();
	expect_json(said(&counters, "instructions"),
		    "{'value':5820,'rung':'hardware','reason':'','scope':'threads'}");
	threads = counters.threads;
	counters_close(&counters);
	assert_true(fake_freed(threads));
}

static void *start_and_stop(void *arg)
{
	errors[HARDWARE] = EMFILE;
	counters_thread_start(arg);
	counters_thread_stop(arg);
	return NULL;
}

/* A thread that has no counter makes the sum unknown, for good and with one reason. */
static void test_further_thread(void **state)
{
	struct counters counters;
	pthread_t thread;

	(void)state;
	fake.file = no_file;
	assert_int_equal(counters_open(&counters, "default"), 0);
	counters_thread_start(&counters);
	counters_block_begin(&counters);
	for (int i = 0; i < 2; i++) {
		pthread_create(&thread, NULL, start_and_stop, &counters);
		pthread_join(thread, NULL);
	}
	set_reading(gettid(), SOFTWARE, SWITCHES, 2, 1, 1);
	counters_block_end(&counters);
	expect_json(said(&counters, "instructions"),
		    "{'value':null,'rung':'unavailable','reason':'on a further thread: "
		    "perf_event_open: Too many open files (raise ulimit -n)'}");
	expect_json(said(&counters, "context_switches"),
		    "{'value':2,'rung':'software','reason':'*','scope':'threads'}");
	counters_close(&counters);
}

static void test_no_memory_for_a_thread(void **state)
{
	struct counters counters;

	(void)state;
	assert_int_equal(counters_open(&counters, "branch"), 0);
	fake.no_memory = true;
	counters_thread_start(&counters);
	fake.no_memory = false;
	expect_json(said(&counters, "branches"),
		    "{'value':null,'rung':'unavailable','reason':'out of memory'}");
	counters_close(&counters);
}

/* File number 0 is one as others are. */
static void test_first_file(void **state)
{
	struct counters counters;

	(void)state;
	assert_int_equal(counters_open(&counters, "branch"), 0);
	fake.event_count = 0; /* those that were tried out are closed */
	counters_thread_start(&counters);
	assert_int_equal(counters.threads[0].fds[0], 0);
	counters_block_begin(&counters);
	set_reading(gettid(), HARDWARE, INSTRUCTIONS, 12, 1, 1);
	counters_block_end(&counters);
	expect_json(said(&counters, "instructions"),
		    "{'value':12,'rung':'hardware','reason':'','scope':'threads'}");
	counters_thread_stop(&counters);
	assert_int_equal(fake.events_open, 0);
	counters_close(&counters);
}

/* What stands behind the events of the group is none. */
static void test_no_more_than_the_group(void **state)
{
	struct counters counters;
	struct fake_event *strange;

	(void)state;
	assert_int_equal(counters_open(&counters, "branch"), 0);
	counters_thread_start(&counters);
	strange = &fake.events[fake.event_count++];
	counters.threads[0].fds[counters.count] = (int)(strange - fake.events);
	counters.events[counters.count] = counters.events[0]; /* not to be looked at */
	counters_block_begin(&counters);
	counters_block_end(&counters);
	assert_true(counters.events[counters.count].running_ns == 0);
	counters_thread_stop(&counters);
	counters_close(&counters);
}

static void test_user_mode(void **state)
{
	struct counters counters;
	int tid = gettid();

	(void)state;
	assert_int_equal(counters_open(&counters, "hardware"), 0);
	counters_thread_start(&counters);
	counters_block_begin(&counters);
	for (size_t i = 0; i < fake.event_count; i++)
		fake.events[i].reading = (struct counter_reading){ 9, 1, 1 };
	counters_block_end(&counters);
	assert_non_null(fake_event(tid, HARDWARE, CACHE_MISSES));
	expect_json(said(&counters, "instructions_user"),
		    "{'value':9,'rung':'hardware','reason':'','scope':'threads, user mode'}");
	counters_close(&counters);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_scaled),
		UNIT(test_every_event),
		UNIT(test_zeros),
		UNIT(test_later_zero),
		UNIT(test_unreadable),
		UNIT(test_usage),
		UNIT(test_threads),
		UNIT(test_further_thread),
		UNIT(test_no_memory_for_a_thread),
		UNIT(test_first_file),
		UNIT(test_no_more_than_the_group),
		UNIT(test_user_mode),
	};

	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
