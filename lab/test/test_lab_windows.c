/* SPDX-License-Identifier: MIT */
/*
 * Description: the dynamic gates: counters of fake trees move over a window.
 *
 * The length of a window is set, not waited for: no test depends on the clock.
 */
#include "tree.h"

#include <math.h>
#include <signal.h>
#include <time.h>

#include "lab/gates/gate_parts.h"

#define USAGE	   "/sys/fs/cgroup/user.slice/cpu.stat"
#define INIT_USAGE "/sys/fs/cgroup/init.scope/cpu.stat"
#define NOT_TOP	   "/sys/fs/cgroup/cgroup.type" /* the true top has none */
#define PRESSURE   "/proc/pressure/cpu"
#define THROTTLES  "/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count"
#define ZONE	   "/sys/class/thermal/thermal_zone0/temp"
#define STAT(user, idle, steal) \
	"cpu  " #user " 10 500 " #idle " 100 10 20 " #steal " 0 0\ncpu0 1\ncpu1 1\nintr 1\n"
#define USED(us) "usage_usec " #us "\n"
#define THROTTLED(periods, us) \
	"usage_usec 1\nnr_periods 9\nnr_throttled " #periods "\nthrottled_usec " #us "\n"
#define WAITED(us) "some avg10=0 avg60=0 avg300=0 total=" #us "\n"
#define MS	   1000000u

/* The quiet tree says user 1000, idle 8000, steal 5, usage 5000000, pressure
 * 46632871; 2 s of 2 CPUs are 400 ticks. */
struct moved {
	const char *what;
	const char *gate; /* its name */
	enum gate_moment moment;
	uint64_t window_ms, own_ms;
	const char *stat;	 /* what /proc/stat becomes; NULL: it stays */
	const char *path, *text; /* and another file, if not NULL */
	enum gate_state state;
	const char *says;
};

static const struct moved moved[] = {
	{ "quiet machine", "foreign_load", GATE_DURING, 2000, 10, STAT(1002, 8398, 5), USAGE,
	  USED(5030000), GATE_PASS, "0.5 %" },
	{ "foreign load, ours taken off", "foreign_load", GATE_DURING, 2000, 200,
	  STAT(1100, 8300, 5), USAGE, USED(6000000), GATE_BREACHED, "20 %" },
	{ "all of it ours", "foreign_load", GATE_DURING, 2000, 1000, STAT(1100, 8300, 5), USAGE,
	  USED(6000000), GATE_PASS, "0 %" },
	{ "more of ours than of all", "foreign_load", GATE_DURING, 2000, 2000, STAT(1100, 8300, 5),
	  USAGE, USED(6000000), GATE_UNKNOWN, "than all tasks" },
	{ "load, short window", "foreign_load", GATE_AFTER, 30, 0, STAT(1001, 8005, 5), USAGE,
	  USED(5010000), GATE_UNKNOWN, "too short" },
	{ "much load, short window", "foreign_load", GATE_AFTER, 30, 0, STAT(1005, 8000, 5), USAGE,
	  USED(5055000), GATE_BREACHED, "over the limit" },
	{ "a group is gone: bound", "foreign_load", GATE_DURING, 2000, 0, STAT(1100, 8300, 5),
	  INIT_USAGE, NULL, GATE_BREACHED, "upper bound" },
	{ "container, quiet", "foreign_load", GATE_DURING, 2000, 1000, STAT(1100, 8290, 5), NOT_TOP,
	  "domain\n", GATE_PASS, "upper bound" },
	{ "container, our waking?", "foreign_load", GATE_DURING, 2000, 1000, STAT(1100, 8270, 5),
	  NOT_TOP, "domain\n", GATE_UNKNOWN, "own waking" },
	{ "container, no samples yet", "foreign_load", GATE_BEFORE, 2000, 1000, STAT(1100, 8270, 5),
	  NOT_TOP, "domain\n", GATE_BREACHED, "upper bound" },
	{ "container under load", "foreign_load", GATE_DURING, 2000, 1000, STAT(1100, 8200, 5),
	  NOT_TOP, "domain\n", GATE_BREACHED, "upper bound" },
	{ "no steal", "steal", GATE_DURING, 2000, 0, STAT(1002, 8398, 5), NULL, NULL, GATE_PASS,
	  "0 %" },
	{ "a jump of steal", "steal", GATE_DURING, 2000, 0, STAT(1002, 8378, 25), NULL, NULL,
	  GATE_BREACHED, "5 %" },
	{ "steal, short window", "steal", GATE_BEFORE, 30, 0, STAT(1002, 8004, 6), NULL, NULL,
	  GATE_UNKNOWN, "too short" },
	{ "much steal, short window", "steal", GATE_BEFORE, 30, 0, STAT(1000, 8000, 11), NULL, NULL,
	  GATE_BREACHED, "over the limit" },
	{ "steal ran backwards", "steal", GATE_DURING, 2000, 0, STAT(1, 8398, 4), NULL, NULL,
	  GATE_UNKNOWN, "ran backwards" },
	{ "stat stands still", "steal", GATE_DURING, 2000, 0, NULL, NULL, NULL, GATE_UNKNOWN,
	  "stood still" },
	{ "a CPU went away", "steal", GATE_DURING, 2000, 0,
	  "cpu  1002 10 500 8398 100 10 20 5\ncpu0 1\n", NULL, NULL, GATE_UNKNOWN,
	  "2 CPUs became 1" },
	{ "stat is cut", "steal", GATE_DURING, 2000, 0, "cpu  1002 10 500\n", NULL, NULL,
	  GATE_UNKNOWN, "8 numbers" },
	{ "stat is cut in a number", "steal", GATE_DURING, 2000, 0,
	  "cpu  1002 10 500 8398 100 10 20 5", NULL, NULL, GATE_UNKNOWN, "8 numbers" },
	{ "stat without CPUs", "steal", GATE_DURING, 2000, 0,
	  "cpu  1002 10 500 8398 100 10 20 5\nintr 1\n", NULL, NULL, GATE_UNKNOWN,
	  "no line of a CPU" },
	{ "no stat", "steal", GATE_DURING, 2000, 0, NULL, "/proc/stat", NULL, GATE_UNKNOWN,
	  "cannot be read" },
	{ "throttled above us", "throttled", GATE_DURING, 2000, 0, NULL, USAGE, THROTTLED(3, 45000),
	  GATE_BREACHED, "waited 45.0 ms" },
	{ "throttled earlier", "throttled", GATE_DURING, 2000, 0, NULL, NULL, NULL, GATE_PASS,
	  "0 periods" },
	{ "cpu.stat is cut", "throttled", GATE_DURING, 2000, 0, NULL, USAGE, "nr_periods 9\nnr_thr",
	  GATE_UNKNOWN, "no number nr_throttled" },
	{ "no pressure", "pressure", GATE_BEFORE, 2000, 0, NULL, PRESSURE, NULL, GATE_UNKNOWN,
	  "No such" },
	{ "pressure is cut", "pressure", GATE_BEFORE, 2000, 0, NULL, PRESSURE,
	  "some avg10=1.79 avg60\n", GATE_UNKNOWN, "with a total" },
	{ "pressure is cut in a number", "pressure", GATE_BEFORE, 2000, 0, NULL, PRESSURE,
	  "some avg10=1.79", GATE_UNKNOWN, "middle of a line" },
	{ "pressure before", "pressure", GATE_BEFORE, 2000, 0, NULL, PRESSURE, WAITED(46832871),
	  GATE_BREACHED, "10 %" },
	{ "pressure while samples run", "pressure", GATE_DURING, 2000, 0, NULL, PRESSURE,
	  WAITED(46832871), GATE_UNKNOWN, "not judged" },
	{ "little pressure", "pressure", GATE_AFTER, 2000, 0, NULL, PRESSURE, WAITED(46642871),
	  GATE_PASS, "0.5 %" },
	{ "pressure, short window", "pressure", GATE_AFTER, 10, 0, NULL, PRESSURE, WAITED(46642871),
	  GATE_UNKNOWN, "own work" },
	{ "a CPU was slowed down", "thermal", GATE_DURING, 2000, 0, NULL, THROTTLES, "8\n",
	  GATE_BREACHED, "1 events" },
	{ "garbage in a counter", "thermal", GATE_DURING, 2000, 0, NULL, THROTTLES, "?\n",
	  GATE_UNKNOWN, "cannot be used" },
	{ "a hot zone", "thermal", GATE_DURING, 2000, 0, NULL, ZONE, "97000\n", GATE_BREACHED,
	  "x86_pkg_temp at 97 C, trip point 95 C" },
	{ "warm enough for the fan", "thermal", GATE_DURING, 2000, 0, NULL, ZONE, "60000\n",
	  GATE_PASS, "0 events" },
};

static size_t dynamic_gates(void)
{
	size_t count, found = 0;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		found += all[i]->judge != NULL;
	return found;
}

/* Ends a window that lasted that long; the row of one gate. */
static const struct gate_reading *close_window(struct gate_window *window, uint64_t window_ms,
					       uint64_t own_ms, const char *gate)
{
	static struct gate_readings readings;

	readings.count = 0;
	snapshot_take(window->root, &window->end);
	window->end.ns = window->begin.ns + window_ms * MS;
	window->own_cpu_ns = own_ms * MS;
	window_judge(window, &readings);
	assert_int_equal(readings.count, dynamic_gates());
	for (size_t i = 0; i < readings.count; i++) {
		assert_int_equal(readings.all[i].moment, window->moment);
		if (strcmp(readings.all[i].gate->name, gate) == 0)
			return &readings.all[i];
	}
	fail_msg("no reading of %s", gate);
	return NULL;
}

static void check(const struct gate_reading *reading, enum gate_state state, const char *says)
{
	print_message("  %s: %s; %s\n", gate_state_name(reading->state), reading->text,
		      reading->note);
	assert_int_equal(reading->state, state);
	assert_true(strstr(reading->text, says) != NULL || strstr(reading->note, says) != NULL);
}

static void test_moved(void **state)
{
	const char *root = tree_new();
	struct gate_window window;

	(void)state;
	for (size_t i = 0; i < sizeof(moved) / sizeof(moved[0]); i++) {
		const struct moved *row = &moved[i];

		print_message("%s\n", row->what);
		gates_begin(&window, root, row->moment);
		if (row->stat != NULL)
			tree_put(root, "/proc/stat", row->stat);
		if (row->path != NULL)
			tree_put(root, row->path, row->text);
		check(close_window(&window, row->window_ms, row->own_ms, row->gate), row->state,
		      row->says);
		tree_restore(root, "/proc/stat");
		if (row->path != NULL)
			tree_restore(root, row->path);
	}
	tree_remove(root);
}

static void test_version_1(void **state)
{
	const char *root = tree_new();
	struct gate_window window;

	(void)state;
	tree_put(root, "/proc/self/cgroup", "2:cpuacct:/\n1:cpu:/a\n0::/\n");
	tree_put(root, "/proc/self/mountinfo",
		 "32 31 0:29 / /v1/cpu rw - cgroup cgroup rw,cpu\n"
		 "33 31 0:30 / /v1/cpuacct rw - cgroup cgroup rw,cpuacct\n");
	tree_put(root, "/v1/cpuacct/release_agent", "\n");
	tree_put(root, "/v1/cpuacct/cpuacct.usage", "1000000000\n");
	tree_put(root, "/v1/cpu/a/cpu.stat", "nr_periods 1\nnr_throttled 1\nthrottled_time 7\n");
	gates_begin(&window, root, GATE_DURING);
	tree_put(root, "/proc/stat", STAT(1100, 8300, 5));
	tree_put(root, "/v1/cpuacct/cpuacct.usage", "1600000000\n");
	tree_put(root, "/v1/cpu/a/cpu.stat",
		 "nr_periods 9\nnr_throttled 2\nthrottled_time 3000007\n");
	check(close_window(&window, 2000, 200, "foreign_load"), GATE_BREACHED, "10 %");
	check(close_window(&window, 2000, 200, "throttled"), GATE_BREACHED, "waited 3.0 ms");
	tree_remove(root);
}

/* Armed: no thermal_throttle.  A guest: no zones either. */
static void test_thermal_without_counters(void **state)
{
	const char *root = tree_new();
	struct gate_window window;

	(void)state;
	tree_put(root, "/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", NULL);
	tree_put(root, "/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count",
		 NULL);
	gates_begin(&window, root, GATE_AFTER);
	check(close_window(&window, 1000, 0, "thermal"), GATE_PASS, "0 events");
	tree_put(root, "/sys/class/thermal/thermal_zone0/temp", NULL);
	check(close_window(&window, 1000, 0, "thermal"), GATE_UNKNOWN, "neither throttle counters");
	tree_remove(root);
}

static volatile sig_atomic_t forever = 1;

static void burn_and_wait(uint64_t ns)
{
	struct timespec used;

	do
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
	while ((uint64_t)used.tv_sec * 1000000000u + (uint64_t)used.tv_nsec < ns);
	kill(getpid(), SIGSTOP);
	while (forever)
		pause();
}

/* A child counts while it lives, and once it was waited for. */
static void test_own_cpu(void **state)
{
	uint64_t before = gates_own_cpu_ns(NULL, 0), alone, with, after;
	pid_t child = fork(), gone;
	int how;

	(void)state;
	if (child == 0)
		burn_and_wait(50 * MS);
	assert_int_equal(waitpid(child, &how, WUNTRACED), child);
	alone = gates_own_cpu_ns(NULL, 0);
	with = gates_own_cpu_ns(&child, 1);
	assert_true(with - alone >= 50 * MS);
	kill(child, SIGKILL);
	gone = child;
	assert_int_equal(waitpid(child, &how, 0), child);
	after = gates_own_cpu_ns(&gone, 1);
	assert_true(after - before >= 49 * MS); /* rusage is in microseconds, rounded down */
}

/* CPUs as /proc/stat has them; 0: it is not there. */
static unsigned int cpus_of_the_kernel(void)
{
	FILE *file = fopen("/proc/stat", "r");
	char line[4096];
	unsigned int cpus = 0;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		cpus += strncmp(line, "cpu", 3) == 0 && line[3] >= '0' && line[3] <= '9';
	if (file != NULL)
		fclose(file);
	return cpus;
}

/* What any answer must be, whatever it says. */
static void check_answer(const struct gate_reading *reading, enum gate_moment moment)
{
	const struct gate *gate = reading->gate;

	print_message("  %s: %s; %s; %s\n", gate->name, gate_state_name(reading->state),
		      reading->text, reading->note);
	assert_int_equal(reading->moment, gate->read != NULL ? GATE_ONCE : moment);
	if (reading->state == GATE_UNKNOWN)
		assert_true(reading->note[0] != '\0');
	else
		assert_true(reading->text[0] != '\0');
	if (reading->state == GATE_PASS && !isnan(reading->value) && !isnan(gate->limit))
		assert_true(reading->value <= gate->limit);
}

static size_t rows_of(const struct gate_readings *readings, const struct gate *gate)
{
	size_t rows = 0;

	for (size_t i = 0; i < readings->count; i++)
		rows += readings->all[i].gate == gate;
	return rows;
}

static void test_real(void **state)
{
	static struct gate_readings readings;
	const enum gate_moment moments[] = { GATE_BEFORE, GATE_AFTER };
	unsigned int cpus = cpus_of_the_kernel();

	(void)state;
	if (cpus == 0)
		cannot("there is no /proc/stat with CPUs");
	for (size_t i = 0; i < 2; i++) {
		size_t count;
		const struct gate *const *all = gates_all(&count);
		struct gate_window window;

		readings.count = 0;
		gates_begin(&window, "", moments[i]);
		gates_end(&window, 0, &readings);
		gates_read_static("", &readings);
		assert_string_equal(window.begin.ticks.why, "");
		assert_int_equal(window.begin.ticks.cpus, cpus);
		assert_int_equal(window.begin.ticks.ticks_s, sysconf(_SC_CLK_TCK));
		assert_true(window.begin.ticks.total >= window.begin.ticks.idle);
		assert_true(window.begin.ns > 0 && window.end.ns >= window.begin.ns);
		for (size_t j = 0; j < readings.count; j++)
			check_answer(&readings.all[j], moments[i]);
		for (size_t j = 0; j < count; j++)
			assert_int_equal(rows_of(&readings, all[j]),
					 all[j]->read != NULL || all[j]->judge != NULL);
	}
}

/* A window that is closed again is the longer one; its rows are added. */
static void test_closed_again(void **state)
{
	static struct gate_readings readings;
	const char *root = tree_new();
	struct gate_window window;
	uint64_t begun;

	(void)state;
	gates_begin(&window, root, GATE_DURING);
	begun = window.begin.ns;
	gates_end(&window, 7, &readings);
	assert_int_equal(readings.count, dynamic_gates());
	assert_int_equal(window.own_cpu_ns, 7);
	tree_put(root, "/proc/stat", STAT(1002, 8398, 5));
	gates_end(&window, 9, &readings);
	assert_int_equal(readings.count, 2 * dynamic_gates());
	assert_int_equal(window.own_cpu_ns, 9);
	assert_int_equal(window.begin.ns, begun);
	assert_int_equal(window.end.ticks.total - window.begin.ticks.total, 400);
	tree_remove(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_version_1),
		cmocka_unit_test(test_thermal_without_counters),
		cmocka_unit_test(test_own_cpu),
		cmocka_unit_test(test_real),
		cmocka_unit_test(test_closed_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
