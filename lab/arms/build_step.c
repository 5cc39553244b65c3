/* SPDX-License-Identifier: MIT */
/* build_step.c - see build_step.h. */
#include "lab/arms/build_step.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/base/progress.h"
#include "lab/base/spawn.h"

#define LOOK_EVERY_NS 100000000

/* Of "[12/84]", what the build said last. */
static void read_steps(const char *log, struct progress *progress)
{
	FILE *file = fopen(log, "re");
	char text[4096] = "";
	const char *from;
	size_t done, total;

	if (file == NULL)
		return;
	if (fseek(file, -(long)(sizeof(text) - 1), SEEK_END) != 0)
		rewind(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	from = strrchr(text, '[');
	if (from == NULL || sscanf(from, "[%zu/%zu]", &done, &total) != 2 || done > total)
		return;
	progress->done = done;
	progress->total = total;
}

static int wait_for(pid_t pid, const char *log, const char *doing)
{
	const struct timespec pause = { 0, LOOK_EVERY_NS };
	struct progress progress;
	int how = 0;

	progress_start(&progress, PROGRESS_AUTO, 0, 0);
	if (progress.mode == PROGRESS_PLAIN)
		fprintf(stderr, "%s (%s)\n", doing, log);
	while (!spawn_ended(pid, &how)) {
		read_steps(log, &progress);
		if (progress.mode == PROGRESS_TTY)
			progress_show(&progress, doing);
		nanosleep(&pause, NULL);
	}
	progress_end(&progress);
	return how;
}

int build_step(char *const *argv, const char *log, const char *doing, int *how)
{
	int out = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	const struct spawn build = {
		.argv = argv, .in = -1, .out = out, .err = out, .builds = true
	};
	int error = out < 0 ? -errno : 0;
	pid_t pid;

	if (error == 0)
		error = spawn_start(&pid, &build);
	if (out >= 0)
		close(out);
	if (error == 0)
		*how = wait_for(pid, log, doing);
	return error;
}

static bool is_reason(const char *line)
{
	static const char *const words[] = {
		"error:",	"error[E", "#error", "undefined reference", "multiple definition",
		"No space left"
	};
	bool found = false;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !found; i++)
		found = strstr(line, words[i]) != NULL;
	return found;
}

/* CMake says on the next line what is wrong. */
const char *build_first_error(const char *log)
{
	FILE *file = fopen(log, "re");
	char *line = NULL;
	size_t room = 0;
	const char *found = "it said nothing";
	bool certain = false, of_cmake = false;

	while (file != NULL && !certain && getline(&line, &room, file) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\0')
			continue;
		certain = is_reason(line) || of_cmake;
		of_cmake = strstr(line, "CMake Error") != NULL;
		found = lab_strdup(line + strspn(line, " "));
	}
	free(line);
	if (file != NULL)
		fclose(file);
	return found;
}
