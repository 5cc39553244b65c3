/* SPDX-License-Identifier: MIT */
/*
 * Description: what is told of a runtime is what is in it: metrics, dump, names of threads
 * Every counter has a value of its own, by its name and by its worker, so that none is told for
 * another.
 */
#include "tests/unit/internals.h"

#define WORKERS 3u
#define METRICS 64

static struct sched_runtime *runtime;

static int setup(void **unused)
{
	(void)unused;
	runtime = runtime_without_threads(WORKERS);
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	sched_runtime_destroy(runtime);
	return 0;
}

/* -------------------------------------------------------------- metrics -- */

/* Below 1024 and above 0. */
static uint64_t value_of(const char *name)
{
	uint32_t value = 7;

	for (; *name; name++)
		value = value * 31 + (uint8_t)*name;
	return value % 1023 + 1;
}

/* All workers' values are told from each other in the sum. */
static uint64_t value_of_worker(const char *name, uint32_t worker)
{
	return value_of(name) << 10 * worker;
}

static uint64_t sum_of(const char *name)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < WORKERS; i++)
		sum += value_of_worker(name, i);
	return sum;
}

#define SET(field, ...) COUNT_NOW(metrics, field, value_of_worker(#field, i));
#define SET_SHARD(field, ...) \
	COUNT_NOW(&runtime->inject.shards[i].metrics, field, value_of(#field) << 4 * i);

static void fill_worker(uint32_t i)
{
	static const uint64_t levels[WORKERS] = { 5, 90, 20 };
	struct worker_metrics *metrics = &runtime->workers[i].metrics;

	METRICS_WORKER(SET)
	COUNT_NOW(metrics, interval_now, levels[i]);
	COUNT_NOW(metrics, pop_retries_max, levels[(i + 1) % WORKERS]);
}

static void fill(void)
{
	for (uint32_t i = 0; i < WORKERS; i++)
		fill_worker(i);
	runtime->idle.unparks = sum_of("unparks");
	if (SCHED_COUNTING)
		at_store_relaxed(&runtime->remote_schedules, sum_of("remote_schedules"));
	for (uint32_t i = 0; i < INJECT_SHARDS; i++) {
		METRICS_SHARD(SET_SHARD)
	}
}

/* The metric, which stands once among all. */
static struct sched_metric metric_of(struct sched_runtime *of, const char *name)
{
	struct sched_metric metrics[METRICS];
	size_t count = sched_metrics(of, metrics, METRICS);
	struct sched_metric found = { .name = NULL };

	assert_true(count <= METRICS);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(metrics[i].name, name) != 0)
			continue;
		assert_null(found.name);
		found = metrics[i];
	}
	assert_non_null(found.name);
	return found;
}

static void expect_metric(const char *name, bool counted, bool is_level, uint64_t value)
{
	struct sched_metric metric = metric_of(runtime, name);

	assert_int_equal(metric.counted, counted);
	assert_int_equal(metric.is_level, is_level);
	if (metric.value != (counted ? value : 0))
		fail_msg("%s is %llu, not %llu", name, (unsigned long long)metric.value,
			 (unsigned long long)value);
	assert_int_equal(metric_of(NULL, name).counted, counted);
	assert_int_equal(metric_of(NULL, name).is_level, is_level);
	assert_int_equal(metric_of(NULL, name).value, 0);
	assert_true(strlen(metric.unit) > 0 && strlen(metric.meaning) > 0);
}

static uint32_t seen;

/* Not of the table: what the classes say. */
#define EXPECTED_IN_ALWAYS   true
#define EXPECTED_IN_BATCHED  SCHED_METRICS_BATCHED
#define EXPECTED_IN_COUNTING SCHED_COUNTING
#define EXPECTED_IN_EXPOSURE (SCHED_COUNTING || SCHED_FAULT)
#define EXPECT(field, class_, ...) \
	seen++, expect_metric(#field, EXPECTED_IN_##class_, false, sum_of(#field));
#define EXPECT_SHARD(field, class_, ...) \
	seen++, expect_metric(#field, EXPECTED_IN_##class_, false, sum_of_shards(#field));

static uint64_t sum_of_shards(const char *name)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		sum += value_of(name) << 4 * i;
	return sum;
}

/* Each by its name, over all workers, and nothing but these; what a build does not count it
 * says so of, with 0. */
static void metrics_are_of_all_workers(void **unused)
{
	const bool has_pops = SCHED_COUNTING || SCHED_FAULT;

	(void)unused;
	fill();
	seen = 0;
	METRICS_WORKER(EXPECT)
	METRICS_SHARD(EXPECT_SHARD)
	METRICS_RUNTIME(EXPECT)
	/* One of each class and place, whatever the table says. */
	expect_metric("parks", true, false, sum_of("parks"));
	expect_metric("busy_ns", SCHED_METRICS_BATCHED, false, sum_of("busy_ns"));
	expect_metric("inject_locks", SCHED_COUNTING, false, sum_of_shards("inject_locks"));
	expect_metric("remote_schedules", SCHED_COUNTING, false, sum_of("remote_schedules"));
	expect_metric("unparks", true, false, sum_of("unparks"));
	expect_metric("polls", SCHED_COUNTING, false, sum_of("polls"));
	expect_metric("pops", has_pops, false, sum_of("pops"));
	expect_metric("interval_now_smallest", SCHED_COUNTING, true, 5);
	expect_metric("interval_now_largest", SCHED_COUNTING, true, 90);
	expect_metric("pop_retries_max", has_pops, true, 90);
	assert_int_equal(sched_metrics(runtime, NULL, 0), seen + 3);
	assert_int_equal(sched_metrics(NULL, NULL, 0), seen + 3);
	runtime->idle.unparks = 0;
}

/* A room of n has the first n, and the entry behind it is left alone. */
static void metrics_fit_the_room(void **unused)
{
	struct sched_metric all[METRICS];
	size_t count = sched_metrics(runtime, all, METRICS);

	(void)unused;
	for (size_t room = 0; room <= count; room++) {
		struct sched_metric some[METRICS] = { { .name = NULL } };

		assert_int_equal(sched_metrics(runtime, some, room), count);
		for (size_t i = 0; i < room; i++)
			assert_string_equal(some[i].name, all[i].name);
		assert_null(some[room].name);
	}
}

static void the_fault_is_that_of_its_build(void **unused)
{
	(void)unused;
	assert_int_equal(sched_fault_hold_thief(runtime, 123), SCHED_FAULT ? 0 : -ENOTSUP);
	assert_int_equal(at_load_relaxed(&runtime->fault_hold_ns), SCHED_FAULT ? 123 : 0);
	assert_int_equal((sched_capabilities() & SCHED_CAN_FAULT) != 0, SCHED_FAULT);
	assert_int_equal((sched_capabilities() & SCHED_CAN_COUNT) != 0, SCHED_COUNTING);
	assert_true(sched_capabilities() & SCHED_CAN_CANCEL);
}

/* ----------------------------------------------------------------- dump -- */

static void expect_dump(const char *expected)
{
	char text[1024];
	ssize_t length;
	int fds[2];

	assert_int_equal(pipe(fds), 0);
	sched_dump(runtime, fds[1]);
	close(fds[1]);
	length = read(fds[0], text, sizeof(text) - 1);
	close(fds[0]);
	assert_true(length > 0);
	text[length] = '\0';
	assert_string_equal(text, expected);
}

static void a_new_runtime_is_dumped(void **unused)
{
	(void)unused;
	expect_dump("searching 0, unparked 3, inject 0, closed 0\n"
		    "worker 0: not parked, queue 0, being stolen 0, parks 0\n"
		    "worker 1: not parked, queue 0, being stolen 0, parks 0\n"
		    "worker 2: not parked, queue 0, being stolen 0, parks 0\n");
}

static void set_worker(uint32_t index, uint32_t state, uint64_t head, uint32_t tail, uint64_t parks)
{
	struct worker *worker = &runtime->workers[index];

	at_store_relaxed(&worker->parker.state, state);
	at_init(&worker->queue.head, head);
	at_init(&worker->queue.tail, tail);
	metric_set(worker->metrics.parks, parks);
}

/* Each number where it belongs; positions of a ring may have gone round. */
static void every_state_is_dumped(void **unused)
{
	(void)unused;
	at_init(&runtime->idle.word, 1 * IDLE_SEARCHING_ONE + 2 * IDLE_UNPARKED_ONE);
	at_init(&runtime->inject.shards[0].length, 120);
	at_init(&runtime->is_closed, 1);
	set_worker(0, PARK_PARKED, head_pack(3, 7), 19, 10);
	set_worker(1, PARK_NOTIFIED, head_pack(UINT32_MAX - 1, UINT32_MAX), 2, 1234567890123);
	set_worker(2, 3, head_pack(UINT32_MAX, 2), 2, 9);
	expect_dump("searching 1, unparked 2, inject 120, closed 1\n"
		    "worker 0: parked, queue 12, being stolen 4, parks 10\n"
		    "worker 1: notified, queue 3, being stolen 1, parks 1234567890123\n"
		    "worker 2: ?, queue 0, being stolen 3, parks 9\n");
	for (uint32_t i = 0; i < WORKERS; i++)
		set_worker(i, PARK_EMPTY, head_pack(0, 0), 0, 0);
	at_init(&runtime->inject.shards[0].length, 0);
	at_init(&runtime->is_closed, 0);
}

/* There is always room for the end of the line. */
static void a_line_of_the_dump_is_cut(void **unused)
{
	struct dump_line line = { .length = 0 };

	(void)unused;
	for (uint32_t i = 0; i < 100; i++)
		dump_number(&line, "abc", i % 10);
	assert_int_equal(line.length, sizeof(line.text) - 1);
	assert_memory_equal(line.text, "abc0abc1", 8);
	assert_memory_equal(line.text + 248, "abc2abc", 7);
}

/* ------------------------------------------------------ names of threads -- */

static void expect_name(uint32_t index, size_t room, const char *expected)
{
	char name[32];

	memset(name, '#', sizeof(name));
	worker_name(name, room, index);
	assert_string_equal(name, expected);
	for (size_t i = strlen(expected) + 1; i < sizeof(name); i++)
		assert_int_equal(name[i], '#');
}

static void threads_are_named_by_index(void **unused)
{
	(void)unused;
	expect_name(0, 16, "worker-0");
	expect_name(9, 16, "worker-9");
	expect_name(10, 16, "worker-10");
	expect_name(205, 16, "worker-205");
	expect_name(1023, 16, "worker-1023");
	expect_name(UINT32_MAX, 18, "worker-4294967295");
	expect_name(UINT32_MAX, 16, "worker-42949672"); /* what fits, and an end */
	expect_name(1023, 9, "worker-1");
	expect_name(5, 9, "worker-5");
	expect_name(5, 8, "worker-");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(metrics_are_of_all_workers, setup, teardown),
		cmocka_unit_test_setup_teardown(metrics_fit_the_room, setup, teardown),
		cmocka_unit_test_setup_teardown(the_fault_is_that_of_its_build, setup, teardown),
		cmocka_unit_test_setup_teardown(a_new_runtime_is_dumped, setup, teardown),
		cmocka_unit_test_setup_teardown(every_state_is_dumped, setup, teardown),
		cmocka_unit_test(a_line_of_the_dump_is_cut),
		cmocka_unit_test(threads_are_named_by_index),
	};

	return cmocka_run_group_tests_name("introspect", tests, NULL, NULL);
}
