/* SPDX-License-Identifier: MIT */
/* Description: how a counter can be had, by what the kernel and libpfm answer. */
#include "harness/test/kernel_answers.h"

#include <unistd.h>

#include "harness/counters.h"

/* No tracefs but this. */
static const char *tracefs(const char *path)
{
	static const char *const files[][2] = {
		{ "/sys/kernel/tracing/events/sched/sched_switch/id", "" },
		{ "/sys/kernel/debug/tracing/events/sched/sched_switch/id", "314\n" },
		{ "/sys/kernel/tracing/events/sched/sched_waking/id", "315\n" },
		{ "/sys/kernel/debug/tracing/events/sched/sched_waking/id", "1\n" },
		{ "/sys/kernel/debug/tracing/events/syscalls/sys_enter_futex/id", "none\n" },
	};

	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		if (strcmp(files[i][0], path) == 0)
			return files[i][1];
	return NULL;
}

struct step {
	int hardware, software, tracepoint; /* errno of each */
	const char *group, *event;
	enum counter_rung rung;
	const char *reason;
};

static void check_step(const struct step *step)
{
	struct counters counters;
	size_t i = 0;

	errors[HARDWARE] = step->hardware;
	errors[SOFTWARE] = step->software;
	errors[TRACEPOINT] = step->tracepoint;
	assert_int_equal(counters_open(&counters, step->group), 0);
	while (strcmp(counters.events[i].event->name, step->event) != 0)
		i++;
	assert_int_equal(counters.events[i].rung, step->rung);
	assert_string_equal(counters.events[i].reason, step->reason);
	assert_int_equal(fake.events_open, 0);
	counters_close(&counters);
}

static void test_ladder(void **state)
{
	static const struct step steps[] = {
		{ 0, 0, 0, "hardware", "instructions", RUNG_HARDWARE, "" },
		{ ENOENT, 0, 0, "hardware", "instructions", RUNG_UNAVAILABLE,
		  "perf::INSTRUCTIONS: perf_event_open: No such file or directory (no hardware "
		  "PMU)" },
		{ EACCES, 0, 0, "hardware", "cycles", RUNG_UNAVAILABLE,
		  "perf::CYCLES: perf_event_open: Permission denied (see "
		  "/proc/sys/kernel/perf_event_paranoid, or grant CAP_PERFMON)" },
		{ EPERM, 0, 0, "hardware", "cycles", RUNG_UNAVAILABLE,
		  "perf::CYCLES: perf_event_open: Operation not permitted (see "
		  "/proc/sys/kernel/perf_event_paranoid, or grant CAP_PERFMON)" },
		{ EMFILE, 0, 0, "hardware", "cycles", RUNG_UNAVAILABLE,
		  "perf::CYCLES: perf_event_open: Too many open files (raise ulimit -n)" },
		{ EINVAL, 0, 0, "hardware", "cycles", RUNG_UNAVAILABLE,
		  "perf::CYCLES: perf_event_open: Invalid argument" },
		{ 0, 0, 0, "hardware", "locked_instructions", RUNG_UNAVAILABLE,
		  "RETIRED_LOCK_INSTRUCTIONS:CACHEABLE_LOCKS: libpfm: event not found" },
		{ 0, 0, 0, "default", "context_switches", RUNG_TRACEPOINT, "" },
		{ 0, 0, EACCES, "default", "context_switches", RUNG_SOFTWARE,
		  "sched:sched_switch: perf_event_open: Permission denied (see "
		  "/proc/sys/kernel/perf_event_paranoid, or grant CAP_PERFMON)" },
		{ 0, ENOENT, ENOENT, "default", "context_switches", RUNG_RUSAGE,
		  "sched:sched_switch: perf_event_open: No such file or directory; "
		  "perf::CONTEXT-SWITCHES: perf_event_open: No such file or directory" },
		{ 0, 0, 0, "tracepoints", "futex_calls", RUNG_UNAVAILABLE,
		  "tracepoint syscalls:sys_enter_futex: no id in tracefs (not mounted or not "
		  "readable)" },
		{ 0, ENOENT, 0, "default", "migrations", RUNG_UNAVAILABLE,
		  "perf::CPU-MIGRATIONS: perf_event_open: No such file or directory" },
	};

	(void)state;
	fake.file = tracefs;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		check_step(&steps[i]);
}

/* Names of a PMU: which are encoded, as what. */
static int levels_asked;
static const char *encodable;

static int encode(const char *name, int levels, struct perf_event_attr *attr)
{
	levels_asked = levels;
	if (!strstr(encodable, name))
		return PFM_ERR_NOTFOUND;
	attr->config = name[0];
	return 0;
}

/* By the first letter of the name. */
static int answer_by_name(const struct perf_event_attr *attr)
{
	return attr->config == 'R' ? EBUSY : attr->config == 'I' ? EINVAL : ENOENT;
}

/* Of several names one reason: the first that the kernel gave, else the first. */
static void test_names_of_a_rung(void **state)
{
	static const char *const cases[][4] = {
		{ "none", "hardware", "instructions",
		  "perf::INSTRUCTIONS: libpfm: event not found" },
		{ "RETIRED_INSTRUCTIONS INST_RETIRED", "hardware", "instructions",
		  "RETIRED_INSTRUCTIONS: perf_event_open: Device or resource busy" },
		{ "INST_RETIRED", "hardware", "instructions",
		  "INST_RETIRED: perf_event_open: Invalid argument" },
		{ "perf::INSTRUCTIONS RETIRED_INSTRUCTIONS", "hardware", "instructions",
		  "perf::INSTRUCTIONS: perf_event_open: No such file or directory (no hardware "
		  "PMU)" },
		{ "none", "default", "context_switches",
		  "sched:sched_switch: perf_event_open: No such file or directory; "
		  "perf::CONTEXT-SWITCHES: libpfm: event not found" },
	};

	(void)state;
	fake.file = tracefs;
	fake.encode = encode;
	fake.perf = answer_by_name;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct step step = { .group = cases[i][1],
				     .event = cases[i][2],
				     .rung = i < 4 ? RUNG_UNAVAILABLE : RUNG_RUSAGE,
				     .reason = cases[i][3] };

		encodable = cases[i][0];
		check_step(&step);
	}
}

/* Nothing is left of what was there; of the kernel's share what was asked for. */
static void test_encoding_is_whole(void **state)
{
	struct perf_event_attr attr;
	char reason[COUNTER_REASON_BYTES];
	const struct counter_event *event = counter_event_find("instructions");

	(void)state;
	fake.encode = encode;
	encodable = "perf::INSTRUCTIONS";
	for (int user_only = 0; user_only < 2; user_only++) {
		memset(&attr, 0xff, sizeof attr);
		assert_int_equal(counter_encode(&event->ways[0], user_only, &attr, reason,
						sizeof reason),
				 0);
		assert_int_equal(levels_asked, user_only ? PFM_PLM3 : PFM_PLM0 | PFM_PLM3);
		assert_int_equal(attr.exclude_hv, 1);
		assert_int_equal(attr.exclude_kernel, user_only);
		assert_int_equal(attr.exclude_user, 0);
		assert_int_equal(attr.sample_period, 0);
		assert_int_equal(attr.read_format, 3);
	}
}

/* Which file has the number, and what is asked for with it. */
static void test_tracepoints(void **state)
{
	struct perf_event_attr attr;
	char reason[COUNTER_REASON_BYTES];
	const struct counter_event *event = counter_event_find("context_switches");

	(void)state;
	fake.file = tracefs;
	assert_int_equal(counter_encode(&event->ways[0], false, &attr, reason, sizeof reason), 0);
	assert_int_equal(attr.type, TRACEPOINT);
	assert_int_equal(attr.config, 314); /* the first place had no number */
	event = counter_event_find("wakeups");
	assert_int_equal(counter_encode(&event->ways[0], false, &attr, reason, sizeof reason), 0);
	assert_int_equal(attr.config, 315);
}

/* This thread on every CPU, a file that no other program gets, and times beside the value. */
static void test_what_is_asked(void **state)
{
	struct counters counters;

	(void)state;
	assert_int_equal(counters_open(&counters, "hardware"), 0);
	for (size_t i = 0; i < 2; i++) {
		const struct perf_event_attr *attr = &counters.events[i].attr;

		assert_int_equal(attr->type, HARDWARE);
		assert_int_equal(attr->config, INSTRUCTIONS);
		assert_int_equal(attr->size, sizeof *attr);
		assert_int_equal(attr->exclude_hv, 1);
		assert_int_equal(attr->exclude_kernel, i);
		assert_int_equal(attr->read_format, 3);
		assert_int_equal(attr->sample_period, 0);
	}
	counters_thread_start(&counters);
	assert_int_equal(fake.perf_pid, 0);
	assert_int_equal(fake.perf_cpu, -1);
	assert_int_equal(fake.perf_group, -1);
	assert_int_equal(fake.perf_flags, PERF_FLAG_FD_CLOEXEC);
	assert_int_equal(fake.events_open, 6); /* all but locked_instructions */
	assert_true(fake_event(gettid(), HARDWARE, CYCLES) != NULL);
	counters_close(&counters);
}

static void test_encodings(void **state)
{
	json_t *json = counter_encode_json(counter_group_find("tracepoints"));

	(void)state;
	expect_json(json, "{'event':'encode','group':'tracepoints','pmus':['perf'],'events':["
			  "{'event':'context_switches','ways':[{'rung':'tracepoint',"
			  "'name':'sched:sched_switch','encoded':true,'reason':'','type':2,"
			  "'config':'0x13a'},{'rung':'software','name':'perf::CONTEXT-SWITCHES',"
			  "'encoded':true,'reason':'','type':1,'config':'0x3'}]},"
			  "{'event':'wakeups','ways':[{'rung':'tracepoint',"
			  "'name':'sched:sched_waking','encoded':true,'reason':'','type':2,"
			  "'config':'0x13b'}]},"
			  "{'event':'futex_calls','ways':[{'rung':'tracepoint',"
			  "'name':'syscalls:sys_enter_futex','encoded':false,'reason':"
			  "'tracepoint syscalls:sys_enter_futex: no id in tracefs (not mounted or "
			  "not readable)'}]}]}");
}

static int setup_tracefs(void **state)
{
	setup(state);
	fake.file = tracefs;
	return 0;
}

static void test_file_limit(void **state)
{
	struct counters counters;

	(void)state;
	fake.files = (struct rlimit){ 1024, 4096 };
	for (unsigned int i = 0; i < 2; i++) { /* the second time there is nothing to do */
		assert_int_equal(counters_open(&counters, "none"), 0);
		assert_int_equal(counters.count, 0);
		counters_close(&counters);
		assert_int_equal(fake.files.rlim_cur, 4096);
		assert_int_equal(fake.files_set, 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_ladder),
		UNIT(test_names_of_a_rung),
		UNIT(test_encoding_is_whole),
		UNIT(test_tracepoints),
		UNIT(test_what_is_asked),
		UNIT(test_file_limit),
		cmocka_unit_test_setup_teardown(test_encodings, setup_tracefs, teardown),
	};

	setenv("LIBPFM_FORCE_PMU", "perf", 1); /* whatever this machine has */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
