/* SPDX-License-Identifier: MIT */
/* tree.h - fake trees of /proc and /sys for the gates: a quiet machine, to be spoiled. */
#ifndef LAB_TEST_TREE_H
#define LAB_TEST_TREE_H

#include "check.h"

#include <ftw.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/commands/output.h"

struct tree_file {
	const char *path, *text;
};

/* Two CPUs, version 2 of control groups, nothing to complain about. */
static const struct tree_file quiet_machine[] = {
	{ "/proc/stat", "cpu  1000 10 500 8000 100 10 20 5 0 0\n"
			"cpu0 500 5 250 4000 50 5 10 3 0 0\n"
			"cpu1 500 5 250 4000 50 5 10 2 0 0\n"
			"intr 262812 0 0 0\nctxt 1\n" },
	{ "/proc/cpuinfo", "processor\t: 0\nmodel name\t: Fake\nflags\t\t: fpu vme tsc\n" },
	{ "/proc/meminfo", "MemTotal:       100 kB\nHugePages_Total:       0\n" },
	{ "/proc/pressure/cpu", "some avg10=1.79 avg60=1.21 avg300=2.97 total=46632871\n"
				"full avg10=0.00 avg60=0.00 avg300=0.00 total=0\n" },
	{ "/proc/self/cgroup", "0::/user.slice/a.scope\n" },
	{ "/proc/self/mountinfo", "20 1 0:20 / /proc rw - proc proc rw\n"
				  "35 24 0:30 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n" },
	{ "/proc/self/status",
	  "Name:\tfake\nCapEff:\t0000000000000000\nCpus_allowed_list:\t0-7\nThreads:\t1\n" },
	{ "/proc/1/cgroup", "0::/init.scope\n" },
	{ "/proc/sys/kernel/perf_event_paranoid", "2\n" },
	{ "/sys/devices/system/cpu/online", "0-1\n" },
	{ "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n" },
	{ "/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n" },
	{ "/sys/devices/system/cpu/intel_pstate/no_turbo", "1\n" },
	{ "/sys/devices/system/cpu/smt/active", "0\n" },
	{ "/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "7\n" },
	{ "/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count", "9\n" },
	{ "/sys/class/thermal/thermal_zone0/type", "x86_pkg_temp\n" },
	{ "/sys/class/thermal/thermal_zone0/temp", "47000\n" },
	{ "/sys/class/thermal/thermal_zone0/trip_point_0_type", "active\n" },
	{ "/sys/class/thermal/thermal_zone0/trip_point_0_temp", "40000\n" },
	{ "/sys/class/thermal/thermal_zone0/trip_point_1_type", "passive\n" },
	{ "/sys/class/thermal/thermal_zone0/trip_point_1_temp", "95000\n" },
	{ "/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n" },
	{ "/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n" },
	{ "/sys/fs/cgroup/cpu.stat", "usage_usec 9000000\nuser_usec 1\nsystem_usec 1\n" },
	{ "/sys/fs/cgroup/init.scope/cpu.stat", "usage_usec 2000000\n" },
	{ "/sys/fs/cgroup/user.slice/cpu.max", "max 100000\n" },
	{ "/sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 5000000\nnr_periods 0\n"
						"nr_throttled 0\nthrottled_usec 0\n" },
	{ "/sys/fs/cgroup/user.slice/a.scope/cpu.max", "max 100000\n" },
	{ "/sys/fs/cgroup/user.slice/a.scope/cpu.stat", "usage_usec 4000000\nnr_periods 10\n"
							"nr_throttled 1\nthrottled_usec 5\n" },
};

#define QUIET_FILES (sizeof(quiet_machine) / sizeof(quiet_machine[0]))

/* Writes a file of the tree, with the directories above it; text NULL removes it. */
static inline void tree_put(const char *root, const char *path, const char *text)
{
	char *full = lab_printf("%s%s", root, path), *slash = strrchr(full, '/');
	FILE *file;

	if (text == NULL) {
		assert_int_equal(unlink(full), 0);
		return;
	}
	file = fopen(full, "w");
	if (file == NULL) {
		*slash = '\0';
		assert_int_equal(output_prepare(full, "--out"), LAB_OK);
		*slash = '/';
		file = fopen(full, "w");
	}
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* Makes the file what it is on the quiet machine: many trees would take long. */
static inline void tree_restore(const char *root, const char *path)
{
	const char *text = NULL;

	for (size_t i = 0; i < QUIET_FILES; i++)
		if (strcmp(quiet_machine[i].path, path) == 0)
			text = quiet_machine[i].text;
	tree_put(root, path, text);
}

/* A new tree with nothing in it; the name lives until the program ends.  Not one of
 * new_directory, which another program of tests may clear away. */
static inline const char *tree_empty(void)
{
	char *root = lab_strdup(TEST_DIR "/tree-XXXXXX");

	assert_non_null(mkdtemp(root));
	return root;
}

/* A new tree of a quiet machine. */
static inline const char *tree_new(void)
{
	const char *root = tree_empty();

	for (size_t i = 0; i < QUIET_FILES; i++)
		tree_put(root, quiet_machine[i].path, quiet_machine[i].text);
	return root;
}

static inline int tree_remove_entry(const char *path, const struct stat *about, int type,
				    struct FTW *where)
{
	(void)about;
	(void)type;
	(void)where;
	return remove(path);
}

static inline void tree_remove(const char *root)
{
	assert_int_equal(nftw(root, tree_remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

#endif
