/* SPDX-License-Identifier: MIT */
/* Description: name, metrics, dump, allocation: what a variant says about itself */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

#include <pthread.h>
#include <unistd.h>

#define METRICS 64

static bool is_counting(void)
{
	return (sched_capabilities() & SCHED_CAN_COUNT) != 0;
}

static void the_variant_has_its_name(void **unused)
{
	(void)unused;
	assert_string_equal(sched_variant_name(), api_expected_arm);
}

static bool metric(struct sched_runtime *runtime, const char *name, uint64_t *value)
{
	struct sched_metric metrics[METRICS];
	size_t count = sched_metrics(runtime, metrics, METRICS);

	assert_true(count <= METRICS);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(metrics[i].name, name) != 0)
			continue;
		*value = metrics[i].value;
		return metrics[i].counted;
	}
	fail_msg("the variant has no metric %s", name);
	return false;
}

static void metrics_count(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	uint64_t value = 0;

	(void)unused;
	for (int i = 0; i < 20; i++) {
		struct sched_join join;
		struct probe probe;

		probe_init(&probe, PROBE_SELF_WAKE);
		assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
		assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
		probe_fini(&probe);
	}
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_true(metric(runtime, "parks", &value));
	assert_true(metric(runtime, "unparks", &value));
	assert_int_equal(metric(runtime, "polls", &value), is_counting());
	assert_int_equal(value, is_counting() ? 40 : 0); /* two polls per task, none by LIFO */
	assert_int_equal(metric(runtime, "remote_schedules", &value), is_counting());
	assert_int_equal(value, is_counting() ? 20 : 0);
	sched_runtime_destroy(runtime);
}

static void metrics_fit_the_room_given(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_metric metrics[METRICS] = { { .name = NULL } };
	size_t count = sched_metrics(runtime, NULL, 0);

	(void)unused;
	assert_true(count > 3 && count < METRICS);
	assert_int_equal(sched_metrics(runtime, metrics, 2), count);
	assert_non_null(metrics[1].name);
	assert_null(metrics[2].name);
	assert_int_equal(sched_metrics(runtime, metrics, METRICS), count);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(metrics[i].name, metrics[k].name);
	runtime_stop(runtime);
}

static void the_interval_is_that_of_the_calling_worker(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	assert_int_equal(sched_worker_interval(), 0);
	probe_init(&probe, PROBE_SELF_WAKE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_true(probe.worker_interval >= 1);
	probe_fini(&probe);
	runtime_stop(runtime);
}

static void the_fault_needs_its_build(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);

	(void)unused;
	assert_false(sched_capabilities() & SCHED_CAN_FAULT);
	assert_int_equal(sched_fault_hold_thief(runtime, 1), -ENOTSUP);
	runtime_stop(runtime);
}

/* One line for the shared queues, one per worker. */
static void dump_writes_a_line_per_worker(void **unused)
{
	struct sched_runtime *runtime = runtime_start(3);
	char text[4096];
	int lines = 0;
	ssize_t length;
	int fds[2];

	(void)unused;
	assert_int_equal(pipe(fds), 0);
	sched_dump(runtime, fds[1]);
	close(fds[1]);
	length = read(fds[0], text, sizeof(text) - 1);
	close(fds[0]);
	assert_true(length > 0);
	for (ssize_t i = 0; i < length; i++)
		lines += text[i] == '\n';
	assert_int_equal(lines, 4);
	runtime_stop(runtime);
}

#define NAMED 11u

struct names {
	at_u32 right;
	at_u32 wrong;
};

static void look_at_name(uint32_t index, void *arg)
{
	struct names *names = (struct names *)arg;
	char expected[32], name[16];

	snprintf(expected, sizeof(expected), "worker-%u", index);
	if (pthread_getname_np(pthread_self(), name, sizeof(name)) == 0 &&
	    strcmp(name, expected) == 0)
		at_fetch_add_relaxed(&names->right, 1);
	else
		at_fetch_add_relaxed(&names->wrong, 1);
}

/* What a profiler or a debugger shows. */
static void workers_threads_are_named_by_index(void **unused)
{
	struct names names;
	const struct sched_config config = {
		.workers = NAMED, .seed = 1, .on_worker_start = look_at_name, .arg = &names
	};
	struct sched_runtime *runtime;

	(void)unused;
	at_init(&names.right, 0);
	at_init(&names.wrong, 0);
	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&names.right), NAMED);
	assert_int_equal(word_get(&names.wrong), 0);
}

static void memory_is_aligned_and_writable(void **unused)
{
	static const size_t sizes[] = { 1, 15, 16, 17, 128, 2048, 2049, 100000 };

	(void)unused;
	sched_free(NULL, 1);
	for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
		void *memory = sched_alloc(sizes[i]);

		assert_non_null(memory);
		assert_int_equal((uintptr_t)memory % 16, 0);
		memset(memory, 1, sizes[i]);
		sched_free(memory, sizes[i]);
	}
}

int api_introspect_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_variant_has_its_name),
		cmocka_unit_test(metrics_count),
		cmocka_unit_test(metrics_fit_the_room_given),
		cmocka_unit_test(the_interval_is_that_of_the_calling_worker),
		cmocka_unit_test(the_fault_needs_its_build),
		cmocka_unit_test(dump_writes_a_line_per_worker),
		cmocka_unit_test(workers_threads_are_named_by_index),
		cmocka_unit_test(memory_is_aligned_and_writable),
	};

	return cmocka_run_group_tests_name("introspect", tests, NULL, NULL);
}
