/* SPDX-License-Identifier: MIT */
/* processes.h - runs that are held in the middle, and which of their programs are there. */
#ifndef LAB_TEST_PROCESSES_H
#define LAB_TEST_PROCESSES_H

#include "held.h"

#include <dirent.h>
#include <limits.h>

static inline bool link_is(const char *path, const char *begin, const char *end)
{
	char target[PATH_MAX];
	ssize_t got = readlink(path, target, sizeof(target) - 1);

	if (got < 0)
		return false;
	target[got] = '\0';
	return strncmp(target, begin, strlen(begin)) == 0 && (size_t)got >= strlen(end) &&
	       strcmp(target + got - strlen(end), end) == 0;
}

static inline bool has_open(const char *process, const char *begin, const char *end)
{
	char path[600];
	bool found = false;
	struct dirent *entry;
	DIR *files;

	snprintf(path, sizeof(path), "/proc/%s/fd", process);
	files = opendir(path);
	while (files != NULL && (entry = readdir(files)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%s/fd/%s", process, entry->d_name);
		found = found || link_is(path, begin, end);
	}
	if (files != NULL)
		closedir(files);
	return found;
}

/* How many processes run a program whose path begins so; `at_gate`: and wait at its gate. */
static inline int samples_of(const char *arms, bool at_gate)
{
	DIR *processes = opendir("/proc");
	struct dirent *entry;
	char path[600];
	int count = 0;

	assert_non_null(processes);
	while ((entry = readdir(processes)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%s/exe", entry->d_name);
		if (link_is(path, arms, "") && (!at_gate || has_open(entry->d_name, arms, "/gate")))
			count++;
	}
	closedir(processes);
	return count;
}

/* A run with one pair stored and the next in its middle. */
static inline void start_in_the_middle(struct held *held, char *directory, size_t bytes)
{
	new_directory(directory, bytes);
	held_arms(held);
	held_start(held, directory);
	held_pass(held, directory, 1);
	AWAIT(samples_of(held->arms, true) == 1);
}

/* A program that does nothing until it is killed; the path of `name` below the arms. */
static inline void put_hanging(const struct held *held, const char *name, char *path, size_t bytes)
{
	char command[1200];

	snprintf(path, bytes, "%s/%s", held->arms, name);
	snprintf(command, sizeof(command), "mkdir -p $(dirname %s) && cp %s/bench-fake-honest %s",
		 path, FAKE_ARMS, path);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
}

#endif
