/* SPDX-License-Identifier: MIT */
/* Description: the static gates on fake trees, damaged files, the table, the flag. */
#include "tree.h"

#include <math.h>

#include "lab/gates/gate.h"

#define CPUS	 "/sys/devices/system/cpu/"
#define SLICE	 "/sys/fs/cgroup/user.slice/"
#define CGROUP_1 "4:cpu,cpuacct:/box/a\n0::/\n"
#define MOUNT_1	 "35 24 0:30 /box /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n"

struct spoilt {
	const char *path, *text; /* NULL text: the file is missing */
	const char *gate;	 /* its name */
	enum gate_state state;
	const char *says; /* in the text or the note */
};

static const struct spoilt spoilt[] = {
	{ "/proc/stat", "", "governor", GATE_PASS, "performance" },
	{ CPUS "cpu1/cpufreq/scaling_governor", "powersave\n", "governor", GATE_BREACHED,
	  "powersave on 1 of 2 CPUs" },
	{ CPUS "cpu0/cpufreq/scaling_governor", "schedutil\n", "governor", GATE_BREACHED,
	  "schedutil on 1 of 2 CPUs" },
	{ CPUS "cpu1/cpufreq/scaling_governor", "", "governor", GATE_UNKNOWN, "it is empty" },
	{ CPUS "cpu1/cpufreq/scaling_governor", NULL, "governor", GATE_UNKNOWN, "No such" },
	{ CPUS "cpu0/cpufreq/scaling_governor", NULL, "governor", GATE_UNKNOWN,
	  "no frequency control" },
	{ CPUS "online", "x\n", "governor", GATE_UNKNOWN, "not a list of CPUs" },
	{ CPUS "online", NULL, "governor", GATE_UNKNOWN, "online: No such" },
	{ CPUS "intel_pstate/no_turbo", "0\n", "turbo", GATE_BREACHED, "on" },
	{ CPUS "intel_pstate/no_turbo", "1\n", "turbo", GATE_PASS, "off" },
	{ CPUS "intel_pstate/no_turbo", "2\n", "turbo", GATE_UNKNOWN, "neither 0 nor 1" },
	{ CPUS "intel_pstate/no_turbo", "\xff\n", "turbo", GATE_UNKNOWN, "not a number" },
	{ CPUS "intel_pstate/no_turbo", NULL, "turbo", GATE_UNKNOWN, "no frequency control" },
	{ CPUS "smt/active", "1\n", "smt", GATE_BREACHED, "on" },
	{ CPUS "smt/active", "0\n", "smt", GATE_PASS, "off" },
	{ CPUS "smt/active", "", "smt", GATE_UNKNOWN, "it is empty" },
	{ "/proc/cpuinfo", "flags : fpu hypervisor\n", "smt", GATE_UNKNOWN, "this guest" },
	{ "/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n",
	  "clock_source", GATE_BREACHED, "hpet" },
	{ "/sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock\n",
	  "clock_source", GATE_PASS, "kvm-clock" },
	{ "/sys/devices/system/clocksource/clocksource0/current_clocksource", "arch_sys_counter\n",
	  "clock_source", GATE_PASS, "arch_sys_counter" },
	{ "/sys/devices/system/clocksource/clocksource0/current_clocksource", "\n", "clock_source",
	  GATE_UNKNOWN, "first line is empty" },
	{ "/proc/sys/kernel/perf_event_paranoid", "3\n", "perf_permission", GATE_BREACHED,
	  "level 3" },
	{ "/proc/sys/kernel/perf_event_paranoid", "-1\n", "perf_permission", GATE_PASS,
	  "level -1" },
	{ "/proc/sys/kernel/perf_event_paranoid", NULL, "perf_permission", GATE_UNKNOWN,
	  "No such" },
	{ "/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never\n",
	  "huge_pages_transparent", GATE_BREACHED, "always" },
	{ "/sys/kernel/mm/transparent_hugepage/enabled", "always madvise [never]\n",
	  "huge_pages_transparent", GATE_PASS, "never" },
	{ "/sys/kernel/mm/transparent_hugepage/enabled", "always madvise ne\n",
	  "huge_pages_transparent", GATE_UNKNOWN, "no choice is marked" },
	{ "/sys/kernel/mm/transparent_hugepage/enabled", "always [inherit] never\n",
	  "huge_pages_transparent", GATE_UNKNOWN, "not a known choice" },
	{ "/proc/meminfo", "HugePages_Total:      64\n", "huge_pages_reserved", GATE_PASS,
	  "64 pages" },
	{ "/proc/meminfo", "HugePages_Tot", "huge_pages_reserved", GATE_UNKNOWN, "no number" },
	{ SLICE "cpu.max", "50000 100000\n", "quota", GATE_BREACHED, "0.5 CPUs" },
	{ SLICE "a.scope/cpu.max", "150000 100000\n", "quota", GATE_BREACHED, "1.5 CPUs" },
	{ SLICE "a.scope/cpu.max", "400000 100000\n", "quota", GATE_PASS, "4 CPUs" },
	{ SLICE "a.scope/cpu.max", "400000\n", "quota", GATE_UNKNOWN, "not a quota" },
	{ SLICE "cpu.max", "1 0\n", "quota", GATE_UNKNOWN, "not a quota" },
	{ SLICE "cpu.max", "", "quota", GATE_UNKNOWN, "it is empty" },
	{ SLICE "a.scope/cpu.max", NULL, "quota", GATE_PASS, "none" },
	{ "/proc/self/cgroup", "0::/user.slice/gone\n", "quota", GATE_UNKNOWN, "be seen" },
	{ "/proc/self/cgroup", "0::/../elsewhere\n", "quota", GATE_PASS, "none" },
	{ "/proc/self/cgroup", "nonsense\n", "quota", GATE_UNKNOWN, "no group for CPUs" },
	{ "/proc/self/cgroup", NULL, "quota", GATE_UNKNOWN, "No such" },
	{ "/proc/self/mountinfo", "20 1 0:20 / /proc\n", "quota", GATE_UNKNOWN, "version 2" },
};

static const struct gate_reading *find(const struct gate_readings *readings, const char *gate)
{
	for (size_t i = 0; i < readings->count; i++)
		if (strcmp(readings->all[i].gate->name, gate) == 0)
			return &readings->all[i];
	fail_msg("no reading of %s", gate);
	return NULL;
}

static void check(const struct gate_reading *reading, enum gate_state state, const char *says)
{
	print_message("%s %s: %s; %s\n", reading->gate->name, gate_state_name(reading->state),
		      reading->text, reading->note);
	assert_int_equal(reading->state, state);
	assert_true(strstr(reading->text, says) != NULL || strstr(reading->note, says) != NULL);
	assert_true(state != GATE_UNKNOWN || reading->note[0] != '\0');
}

/* How many gates are static, and how many are that or dynamic. */
static size_t static_gates(bool or_dynamic)
{
	size_t count, found = 0;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		found += all[i]->read != NULL || (or_dynamic && all[i]->judge != NULL);
	return found;
}

static void test_quiet(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();

	(void)state;
	gates_read_static(root, &readings);
	tree_remove(root);
	assert_int_equal(readings.count, static_gates(false));
	for (size_t i = 0; i < readings.count; i++) {
		check(&readings.all[i], GATE_PASS, "");
		assert_int_equal(readings.all[i].moment, GATE_ONCE);
	}
	assert_false(gates_any_breached(&readings));
}

static void test_spoilt(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();

	(void)state;
	for (size_t i = 0; i < sizeof(spoilt) / sizeof(spoilt[0]); i++) {
		tree_put(root, spoilt[i].path, spoilt[i].text);
		readings.count = 0;
		gates_read_static(root, &readings);
		tree_restore(root, spoilt[i].path);
		check(find(&readings, spoilt[i].gate), spoilt[i].state, spoilt[i].says);
	}
	tree_remove(root);
}

/* One CPU of two is allowed: what it cannot use up is no limit, and no more is its own. */
static void test_allowed(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();

	(void)state;
	tree_put(root, SLICE "cpu.max", "150000 100000\n");
	gates_read_static(root, &readings);
	check(find(&readings, "quota"), GATE_BREACHED, "of 2 CPUs allowed");
	tree_put(root, "/proc/self/status", "Cpus_allowed:\t2\nCpus_allowed_list:\t1,5-8\n");
	readings.count = 0;
	gates_read_static(root, &readings);
	check(find(&readings, "quota"), GATE_PASS, "of 1 CPU allowed");
	tree_put(root, "/proc/self/status", "Cpus_allowed_list:\t5-8\n");
	readings.count = 0;
	gates_read_static(root, &readings);
	check(find(&readings, "quota"), GATE_UNKNOWN, "no CPU that is allowed is online");
	tree_remove(root);
}

/* Version 1 in a container without a namespace: /box is mounted, not the top. */
static void test_version_1(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();

	(void)state;
	tree_put(root, "/proc/self/cgroup", CGROUP_1);
	tree_put(root, "/proc/self/mountinfo", MOUNT_1);
	tree_put(root, "/sys/fs/cgroup/cpu/a/cpu.cfs_quota_us", "-1\n");
	tree_put(root, "/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "25000\n");
	gates_read_static(root, &readings);
	check(find(&readings, "quota"), GATE_UNKNOWN, "cpu.cfs_period_us: No such");
	tree_put(root, "/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
	readings.count = 0;
	gates_read_static(root, &readings);
	check(find(&readings, "quota"), GATE_BREACHED, "0.2 CPUs");
	tree_remove(root);
}

static void test_capability(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();

	(void)state;
	tree_put(root, "/proc/sys/kernel/perf_event_paranoid", "4\n");
	tree_put(root, "/proc/self/status", "Name:\tx\nCapEff:\t0000004000000000\n");
	gates_read_static(root, &readings);
	check(find(&readings, "perf_permission"), GATE_PASS, "capability");
	tree_remove(root);
}

/* A file that is gone, empty, cut or garbage never makes a breach or a crash. */
static void test_damaged(void **state)
{
	static const char garbage[] = "\xff\xfe -7 [[[ 999999999999999999999999 ::, \n\n x";
	static struct gate_readings readings;
	const char *root = tree_new();
	struct gate_window window;

	(void)state;
	for (size_t i = 0; i < 4 * QUIET_FILES; i++) {
		const struct tree_file *file = &quiet_machine[i / 4];
		char *half = lab_strdup(file->text);
		const char *const texts[] = { NULL, "", garbage, half };
		bool is_any_word = strstr(file->path, "governor") != NULL ||
				   strstr(file->path, "clocksource") != NULL;

		half[strlen(half) / 2] = '\0';
		readings.count = 0;
		gates_begin(&window, root, GATE_BEFORE);
		tree_put(root, file->path, texts[i % 4]);
		gates_read_static(root, &readings);
		gates_end(&window, 0, &readings);
		tree_restore(root, file->path);
		assert_int_equal(readings.count, static_gates(true));
		for (size_t j = 0; j < readings.count && (i % 4 != 2 || !is_any_word); j++)
			if (readings.all[j].state == GATE_BREACHED)
				fail_msg("%s, %zu: %s %s", file->path, i % 4,
					 readings.all[j].gate->name, readings.all[j].note);
	}
	tree_remove(root);
}

static void test_nothing_there(void **state)
{
	static struct gate_readings readings;
	struct gate_window window;

	(void)state;
	gates_read_static("/nonexistent", &readings);
	gates_begin(&window, "/nonexistent", GATE_DURING);
	gates_end(&window, 0, &readings);
	assert_int_equal(readings.count, static_gates(true));
	for (size_t i = 0; i < readings.count; i++) {
		check(&readings.all[i], GATE_UNKNOWN, "");
		assert_true(isnan(readings.all[i].value));
	}
}

static void test_table(void **state)
{
	size_t count;
	const struct gate *const *all = gates_all(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct gate *gate = all[i];

		assert_ptr_equal(gate_find(gate->name), gate);
		assert_true(i == 0 || all[i - 1]->place < gate->place);
		assert_true(strlen(gate->name) > 2 && strchr(gate->name, ' ') == NULL);
		assert_true(strlen(gate->meaning) > 10 && strlen(gate->remedy) > 5);
		assert_true(strlen(gate->limit_reason) > 5);
		assert_non_null(gate->unit);
		assert_true(gate->read == NULL || gate->judge == NULL);
	}
	assert_true(gate_find("foreign_load")->limit == 5 && gate_find("steal")->limit == 2);
}

static void test_flag(void **state)
{
	struct gate_reading rows[] = {
		{ gate_find("turbo"), GATE_ONCE, GATE_BREACHED, NAN, "on", "" },
		{ gate_find("steal"), GATE_BEFORE, GATE_UNKNOWN, 9, "9 %", "too short" },
		{ gate_find("steal"), GATE_DURING, GATE_PASS, 1, "1 %", "" },
		{ gate_find("foreign_load"), GATE_DURING, GATE_BREACHED, 7.5, "7.5 %", "" },
		{ gate_find("thermal"), GATE_AFTER, GATE_BREACHED, 1, "1 events", "" },
	};
	char why[256], little[24];

	(void)state;
	assert_false(gates_flag(rows, 3, why, sizeof(why)));
	assert_string_equal(why, "");
	assert_true(gates_flag(rows, 5, why, sizeof(why)));
	assert_string_equal(why, "during: foreign_load 7.5 %; after: thermal 1 events");
	assert_true(gates_flag(rows, 5, little, sizeof(little)));
	assert_string_equal(little, "during: foreign_load 7.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quiet),	      cmocka_unit_test(test_spoilt),
		cmocka_unit_test(test_allowed),	      cmocka_unit_test(test_version_1),
		cmocka_unit_test(test_capability),    cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_nothing_there), cmocka_unit_test(test_table),
		cmocka_unit_test(test_flag),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
