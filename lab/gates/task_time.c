/* SPDX-License-Identifier: MIT */
/*
 * task_time.c - CPU time of all tasks of the machine, to the ns.
 *
 * The control groups account it whenever a task stops running or the timer
 * ticks, without sampling, and keep that of tasks that are gone.  Version 1: one
 * number at the top.  Version 2: the top's own number is sampled, so those of the
 * groups below it are added up; that needs an init which puts itself into a
 * group, as systemd does.  Weakness: with version 2 kernel threads, which stay at
 * the top, are not in it; a group that is removed takes its time along, so the number
 * of groups is kept.
 */
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lab/gates/cgroup.h"
#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

static bool read_version_1(const char *root, struct task_time *tasks)
{
	char path[GATE_PATH_BYTES];
	int64_t ns;

	if (!cgroup_top(root, "cpuacct", path, tasks->why))
		return false;
	strcat(path, "/cpuacct.usage");
	if (!file_number(root, path, &ns, tasks->why))
		return false;
	tasks->ns = (uint64_t)ns;
	tasks->groups = 1;
	return true;
}

/* Are user programs in groups below the top? */
static bool init_has_a_group(const char *root)
{
	char text[4096], why[GATE_WHY_BYTES];
	const char *own;

	if (!file_text(root, "/proc/1/cgroup", text, sizeof(text), why))
		return false;
	own = strstr(text, "0::/");
	return own != NULL && own[4] != '\n' && own[4] != '\0';
}

static void add_groups(const char *root, const char *top, struct task_time *tasks)
{
	char path[2 * GATE_PATH_BYTES], why[GATE_WHY_BYTES];
	struct dirent *entry;
	int64_t us;
	DIR *directory;

	snprintf(path, sizeof(path), "%s%s", root, top);
	directory = opendir(path);
	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s/cpu.stat", top, entry->d_name);
		if (entry->d_name[0] == '.' || !file_key(root, path, "usage_usec", &us, why))
			continue;
		tasks->ns += (uint64_t)us * 1000u;
		tasks->groups++;
	}
	if (directory != NULL)
		closedir(directory);
}

void task_time_read(const char *root, struct task_time *tasks)
{
	char top[GATE_PATH_BYTES];

	if (read_version_1(root, tasks))
		return;
	if (!cgroup_top(root, NULL, top, tasks->why))
		return;
	tasks->why[0] = '\0';
	if (init_has_a_group(root))
		add_groups(root, top, tasks);
	if (tasks->groups == 0)
		strcpy(tasks->why, "the groups below the top do not have all tasks");
}
