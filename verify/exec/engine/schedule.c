/* SPDX-License-Identifier: MIT */
/* schedule.c - keep, read and write the runs of schedule.h. */
#include "verify/exec/engine/schedule.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int schedule_grow(struct schedule *schedule)
{
	size_t room = schedule->room ? 2 * schedule->room : 4096;
	struct schedule_run *runs = realloc(schedule->runs, room * sizeof(*runs));

	if (!runs)
		return -ENOMEM;
	schedule->runs = runs;
	schedule->room = room;
	return 0;
}

int schedule_copy(struct schedule *to, const struct schedule *from)
{
	while (to->room < from->count)
		if (schedule_grow(to) != 0)
			return -ENOMEM;
	if (from->count > 0)
		memcpy(to->runs, from->runs, from->count * sizeof(*from->runs));
	to->count = from->count;
	return 0;
}

void schedule_free(struct schedule *schedule)
{
	free(schedule->runs);
	*schedule = (struct schedule){ 0 };
}

static int add_run(struct schedule *schedule, unsigned long thread, unsigned long steps)
{
	if (thread > 63 || steps == 0 || steps > UINT32_MAX)
		return -EINVAL;
	if (schedule->count == schedule->room && schedule_grow(schedule) != 0)
		return -ENOMEM;
	schedule->runs[schedule->count++] = (struct schedule_run){ (uint32_t)thread,
								   (uint32_t)steps, false };
	return 0;
}

static int parse_runs(struct schedule *schedule, const char *text)
{
	while (*text) {
		char *end;
		unsigned long thread = strtoul(text, &end, 10);
		unsigned long steps;
		int error;

		if (end == text || *end != '*')
			return -EINVAL;
		text = end + 1;
		steps = strtoul(text, &end, 10);
		if (end == text || (*end && *end != ',' && *end != '\n'))
			return -EINVAL;
		error = add_run(schedule, thread, steps);
		if (error)
			return error;
		text = *end ? end + 1 : end;
	}
	return 0;
}

static int parse_file(struct schedule *schedule, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;
	int error = 0;

	if (!file)
		return -ENOENT;
	while (!error && getline(&line, &room, file) > 0)
		error = parse_runs(schedule, line);
	free(line);
	fclose(file);
	return error;
}

int schedule_parse(struct schedule *schedule, const char *text)
{
	schedule->count = 0;
	return *text == '@' ? parse_file(schedule, text + 1) : parse_runs(schedule, text);
}

void schedule_print(FILE *out, const struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->count; i++)
		fprintf(out, "%s%" PRIu32 "*%" PRIu32, i ? "," : "", schedule->runs[i].thread,
			schedule->runs[i].steps);
}

void schedule_merge(struct schedule *schedule)
{
	size_t kept = 0;

	for (size_t i = 0; i < schedule->count; i++) {
		struct schedule_run run = schedule->runs[i];

		if (kept > 0 && schedule->runs[kept - 1].thread == run.thread)
			schedule->runs[kept - 1].steps += run.steps;
		else
			schedule->runs[kept++] = run;
	}
	schedule->count = kept;
}

uint64_t schedule_steps(const struct schedule *schedule)
{
	uint64_t steps = 0;

	for (size_t i = 0; i < schedule->count; i++)
		steps += schedule->runs[i].steps;
	return steps;
}

size_t schedule_preemptions(const struct schedule *schedule)
{
	size_t preemptions = 0;

	for (size_t i = 0; i < schedule->count; i++)
		preemptions += schedule->runs[i].was_preempted;
	return preemptions;
}
