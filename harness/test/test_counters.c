/* SPDX-License-Identifier: MIT */
/* Description: every counter has a value or a reason, whatever the machine. */
#include "tests/support/cannot.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness/counters.h"

static void check_counter(const char *name, json_t *counter)
{
	json_t *value = json_object_get(counter, "value");
	const char *rung = json_string_value(json_object_get(counter, "rung"));
	const char *reason = json_string_value(json_object_get(counter, "reason"));

	assert_non_null(name);
	assert_non_null(value);
	assert_non_null(rung);
	assert_non_null(reason);
	assert_int_equal(json_is_null(value), strcmp(rung, "unavailable") == 0);
	if (json_is_null(value))
		assert_true(reason[0]);
}

static void check_group(const char *group)
{
	struct counters counters;
	struct usage usage = { 0 };
	const char *name;
	json_t *json, *counter;

	assert_int_equal(counters_open(&counters, group), 0);
	counters_thread_start(&counters);
	counters_thread_start(&counters);
	assert_int_equal(counters.thread_count, 1);
	counters_block_begin(&counters);
	counters_block_end(&counters);
	json = counters_json(&counters, &usage);
	assert_int_equal(json_object_size(json), counters.count + 3);
	json_object_foreach(json, name, counter)
		check_counter(name, counter);
	json_decref(json);
	counters_thread_stop(&counters);
	assert_int_equal(counters.thread_count, 0);
	counters_close(&counters);
}

static void test_every_group(void **state)
{
	const struct counter_group *groups;
	size_t count, i;

	(void)state;
	groups = counter_groups(&count);
	for (i = 0; i < count; i++)
		check_group(groups[i].name);
}

static void test_every_event_exists(void **state)
{
	const struct counter_group *groups;
	size_t count, i, j;

	(void)state;
	groups = counter_groups(&count);
	for (i = 0; i < count; i++)
		for (j = 0; j < COUNTER_EVENTS_MAX && groups[i].events[j]; j++)
			assert_non_null(counter_event_find(groups[i].events[j]));
}

/* Hardware, tracepoint, software, rusage: never up again. */
static void test_ladders_go_down(void **state)
{
	const struct counter_group *groups;
	size_t count, i, j, k;

	(void)state;
	groups = counter_groups(&count);
	for (i = 0; i < count; i++) {
		for (j = 0; j < COUNTER_EVENTS_MAX && groups[i].events[j]; j++) {
			const struct counter_way *ways =
				counter_event_find(groups[i].events[j])->ways;

			for (k = 1; k < COUNTER_WAYS_MAX && ways[k].name; k++)
				assert_true(ways[k].rung >= ways[k - 1].rung);
		}
	}
}

static bool is_among(const char *name, const char *list)
{
	const char *at = strstr(list, name);
	size_t length = strlen(name);

	while (at && !((at == list || at[-1] == ' ') && (!at[length] || at[length] == ' ')))
		at = strstr(at + 1, name);
	return at != NULL;
}

/* Whatever runs takes instructions, cycles and branches; misses, locks, switches and faults
 * need not happen. */
static void test_kinds(void **state)
{
	static const char never_zero[] =
		"instructions instructions_user cycles cycles_user branches";
	static const char user_only[] = "instructions_user cycles_user locked_instructions";
	static const char all[] =
		"instructions instructions_user cycles cycles_user branches branch_misses "
		"cache_references cache_misses l1d_load_misses locked_instructions "
		"context_switches wakeups futex_calls migrations page_faults major_faults "
		"task_clock";
	char name[64];
	const char *at;
	int length;

	(void)state;
	for (at = all; sscanf(at, "%63s%n", name, &length) == 1; at += length) {
		const struct counter_event *event = counter_event_find(name);

		assert_non_null(event);
		assert_string_equal(event->name, name);
		assert_int_equal(event->never_zero, is_among(name, never_zero));
		assert_int_equal(event->user_only, is_among(name, user_only));
	}
	assert_null(counter_event_find("no such event"));
	assert_null(counter_group_find("no such group"));
}

/* What each group counts, in the order of its row; what is added stands behind that. */
static void test_groups(void **state)
{
	static const char *const expected[] = {
		"default: instructions instructions_user cycles locked_instructions "
		"context_switches wakeups migrations page_faults",
		"software: task_clock context_switches migrations page_faults major_faults",
		"hardware: instructions instructions_user cycles cycles_user branch_misses "
		"cache_misses locked_instructions",
		"tracepoints: context_switches wakeups futex_calls",
		"cache: instructions cache_references cache_misses l1d_load_misses",
		"branch: instructions branches branch_misses",
		"none:",
	};

	(void)state;
	for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
		const struct counter_group *group;
		char text[512] = "", name[32];
		size_t length = strlen(expected[i]);

		assert_int_equal(sscanf(expected[i], "%31[^:]", name), 1);
		group = counter_group_find(name);
		assert_non_null(group);
		snprintf(text, sizeof text, "%s:", group->name);
		for (size_t j = 0; j < COUNTER_EVENTS_MAX && group->events[j]; j++)
			snprintf(text + strlen(text), sizeof text - strlen(text), " %s",
				 group->events[j]);
		assert_true(text[length] == '\0' || text[length] == ' ');
		text[length] = '\0';
		assert_string_equal(text, expected[i]);
	}
}

/* Each way to count, best first; of what the process used, which part. */
static void test_ways(void **state)
{
	static const char *const expected[] = {
		"instructions hardware:perf::INSTRUCTIONS hardware:RETIRED_INSTRUCTIONS "
		"hardware:INSTRUCTION_RETIRED hardware:INST_RETIRED",
		"cycles hardware:perf::CYCLES hardware:CYCLES_NOT_IN_HALT "
		"hardware:UNHALTED_CORE_CYCLES hardware:CPU_CYCLES",
		"context_switches tracepoint:sched:sched_switch software:perf::CONTEXT-SWITCHES "
		"rusage:ru_nvcsw + ru_nivcsw=1",
		"wakeups tracepoint:sched:sched_waking",
		"futex_calls tracepoint:syscalls:sys_enter_futex",
		"migrations software:perf::CPU-MIGRATIONS",
		"page_faults software:perf::PAGE-FAULTS rusage:ru_minflt + ru_majflt=2",
		"major_faults software:perf::MAJOR-FAULTS rusage:ru_majflt=3",
		"task_clock software:perf::TASK-CLOCK rusage:ru_utime + ru_stime",
	};

	(void)state;
	for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
		const struct counter_event *event;
		char name[64], text[512];

		sscanf(expected[i], "%63s", name);
		event = counter_event_find(name);
		assert_non_null(event);
		snprintf(text, sizeof text, "%s", name);
		for (size_t j = 0; event->ways[j].name; j++) {
			size_t length = strlen(text);

			snprintf(text + length, sizeof text - length, " %s:%s",
				 counter_rung_name(event->ways[j].rung), event->ways[j].name);
			length = strlen(text);
			if (event->ways[j].usage)
				snprintf(text + length, sizeof text - length, "=%d",
					 (int)event->ways[j].usage);
		}
		assert_string_equal(text, expected[i]);
	}
	assert_string_equal(counter_rung_name(RUNG_UNAVAILABLE), "unavailable");
}

static void test_unknown_group(void **state)
{
	struct counters counters;

	(void)state;
	assert_int_equal(counters_open(&counters, "defaults"), -ENOENT);
	counters_close(&counters);
}

/* Threads that come and go inside a block are counted, those outside are not. */
static void *touch_pages(void *arg)
{
	struct counters *counters = arg;
	size_t bytes = 64 * (size_t)sysconf(_SC_PAGESIZE);
	volatile char *pages;
	size_t i;

	counters_thread_start(counters);
	pages = malloc(bytes);
	for (i = 0; i < bytes; i += 512)
		pages[i] = 1;
	free((void *)(uintptr_t)pages);
	counters_thread_stop(counters);
	return NULL;
}

static struct counter *find(struct counters *counters, const char *name)
{
	size_t i;

	for (i = 0; i < counters->count; i++)
		if (strcmp(counters->events[i].event->name, name) == 0)
			return &counters->events[i];
	return NULL;
}

static void test_threads_in_blocks(void **state)
{
	struct counters counters;
	struct counter *faults;
	pthread_t thread;
	double in_block;

	(void)state;
	assert_int_equal(counters_open(&counters, "software"), 0);
	faults = find(&counters, "page_faults");
	assert_non_null(faults);
	if (faults->rung != RUNG_SOFTWARE) {
		counters_close(&counters);
		cannot("the kernel counts no page faults for us");
	}
	counters_block_begin(&counters);
	pthread_create(&thread, NULL, touch_pages, &counters);
	pthread_join(thread, NULL);
	counters_block_end(&counters);
	in_block = faults->value;
	assert_true(in_block > 0);
	pthread_create(&thread, NULL, touch_pages, &counters);
	pthread_join(thread, NULL);
	assert_true(faults->value >= in_block && faults->value <= in_block);
	counters_close(&counters);
}

static json_t *json_of(struct counters *counters, const char *name)
{
	struct usage usage = { 0 };
	json_t *all = counters_json(counters, &usage);
	json_t *one = json_incref(json_object_get(all, name));

	json_decref(all);
	return one;
}

/* What the kernel did is written into a counter: half of the time multiplexed
 * away, never scheduled, and an instruction count of 0. */
static void test_scaling(void **state)
{
	struct counters counters;
	struct counter *counter;
	json_t *json;

	(void)state;
	assert_int_equal(counters_open(&counters, "hardware"), 0);
	counter = find(&counters, "instructions");
	counter->rung = RUNG_HARDWARE;
	counter->value = 1000;
	counter->enabled_ns = 200;
	counter->running_ns = 100;
	json = json_of(&counters, "instructions");
	assert_true(json_is_true(json_object_get(json, "scaled")));
	assert_int_equal(json_integer_value(json_object_get(json, "value")), 1000);
	json_decref(json);
	counter->running_ns = 0;
	json = json_of(&counters, "instructions");
	assert_true(json_is_null(json_object_get(json, "value")));
	json_decref(json);
	counter->running_ns = 200;
	counter->value = 0;
	json = json_of(&counters, "instructions");
	assert_true(json_is_null(json_object_get(json, "value")));
	json_decref(json);
	counters_close(&counters);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_group),
		cmocka_unit_test(test_every_event_exists),
		cmocka_unit_test(test_ladders_go_down),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_unknown_group),
		cmocka_unit_test(test_threads_in_blocks),
		cmocka_unit_test(test_scaling),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
