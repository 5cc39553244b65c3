/* SPDX-License-Identifier: MIT */
/*
 * threads.c - reads /proc/PID/task.
 *
 * Mechanism: `stat` is split after the last ')' because a thread may be called
 * anything.  Weakness: threads come and go while it reads; those are left out.
 */
#include "lab/base/threads.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void read_file(pid_t pid, const char *task, const char *name, char *text, size_t bytes)
{
	char path[320];
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/task/%s/%s", (int)pid, task, name);
	file = fopen(path, "r");
	text[file != NULL ? fread(text, 1, bytes - 1, file) : 0] = '\0';
	if (file != NULL)
		fclose(file);
	text[strcspn(text, "\n")] = '\0';
}

/* State is field 3, user and system time 14 and 15, CPU 39; see proc(5). */
static void print_thread(FILE *out, pid_t pid, const char *task)
{
	char name[64], stat[1024], channel[128], state = '?';
	unsigned long user = 0, system = 0;
	int cpu = -1;
	const char *fields;

	read_file(pid, task, "comm", name, sizeof(name));
	read_file(pid, task, "stat", stat, sizeof(stat));
	read_file(pid, task, "wchan", channel, sizeof(channel));
	fields = strrchr(stat, ')');
	if (fields == NULL)
		return;
	sscanf(fields,
	       ") %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %*d %*d %*d %*d "
	       "%*d %*d %*u %*u %*d %*u %*u %*u %*u %*u %*u %*u %*u %*u %*u %*u %*u %*u %*u %*d "
	       "%d",
	       &state, &user, &system, &cpu);
	fprintf(out,
		"thread %s (%s): state %c, CPU %d, %lu ticks of user and %lu of system "
		"time%s%s\n",
		task, name, state, cpu, user, system,
		channel[0] != '\0' && channel[0] != '0' ? ", waits in " : "",
		channel[0] != '0' ? channel : "");
}

char *threads_state(pid_t pid)
{
	char path[64], *text = NULL;
	struct dirent *entry;
	size_t bytes = 0;
	FILE *out;
	DIR *dir;

	snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	dir = opendir(path);
	if (dir == NULL)
		return NULL;
	out = open_memstream(&text, &bytes);
	while (out != NULL && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			print_thread(out, pid, entry->d_name);
	if (out != NULL)
		fclose(out);
	closedir(dir);
	return text;
}
