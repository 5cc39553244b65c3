/* SPDX-License-Identifier: MIT */
/* interleaving.c - keep, read and write the runs of interleaving.h. */
#include "verify/exec/engine/interleaving.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int interleaving_grow(struct interleaving *interleaving)
{
	size_t room = interleaving->room ? 2 * interleaving->room : 4096;
	struct interleaving_run *runs = realloc(interleaving->runs, room * sizeof(*runs));

	if (!runs)
		return -ENOMEM;
	interleaving->runs = runs;
	interleaving->room = room;
	return 0;
}

int interleaving_copy(struct interleaving *to, const struct interleaving *from)
{
	while (to->room < from->count)
		if (interleaving_grow(to) != 0)
			return -ENOMEM;
	if (from->count > 0)
		memcpy(to->runs, from->runs, from->count * sizeof(*from->runs));
	to->count = from->count;
	return 0;
}

void interleaving_free(struct interleaving *interleaving)
{
	free(interleaving->runs);
	*interleaving = (struct interleaving){ 0 };
}

static int add_run(struct interleaving *interleaving, unsigned long thread, unsigned long steps)
{
	if (thread > 63 || steps == 0 || steps > UINT32_MAX)
		return -EINVAL;
	if (interleaving->count == interleaving->room && interleaving_grow(interleaving) != 0)
		return -ENOMEM;
	interleaving->runs[interleaving->count++] = (struct interleaving_run){ (uint32_t)thread,
									       (uint32_t)steps,
									       false };
	return 0;
}

static int parse_runs(struct interleaving *interleaving, const char *text)
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
		error = add_run(interleaving, thread, steps);
		if (error)
			return error;
		text = *end ? end + 1 : end;
	}
	return 0;
}

static int parse_file(struct interleaving *interleaving, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;
	int error = 0;

	if (!file)
		return -ENOENT;
	while (!error && getline(&line, &room, file) > 0)
		error = parse_runs(interleaving, line);
	free(line);
	fclose(file);
	return error;
}

int interleaving_parse(struct interleaving *interleaving, const char *text)
{
	interleaving->count = 0;
	return *text == '@' ? parse_file(interleaving, text + 1) : parse_runs(interleaving, text);
}

void interleaving_print(FILE *out, const struct interleaving *interleaving)
{
	for (size_t i = 0; i < interleaving->count; i++)
		fprintf(out, "%s%" PRIu32 "*%" PRIu32, i ? "," : "", interleaving->runs[i].thread,
			interleaving->runs[i].steps);
}

void interleaving_merge(struct interleaving *interleaving)
{
	size_t kept = 0;

	for (size_t i = 0; i < interleaving->count; i++) {
		struct interleaving_run run = interleaving->runs[i];

		if (kept > 0 && interleaving->runs[kept - 1].thread == run.thread)
			interleaving->runs[kept - 1].steps += run.steps;
		else
			interleaving->runs[kept++] = run;
	}
	interleaving->count = kept;
}

uint64_t interleaving_steps(const struct interleaving *interleaving)
{
	uint64_t steps = 0;

	for (size_t i = 0; i < interleaving->count; i++)
		steps += interleaving->runs[i].steps;
	return steps;
}

size_t interleaving_preemptions(const struct interleaving *interleaving)
{
	size_t preemptions = 0;

	for (size_t i = 0; i < interleaving->count; i++)
		preemptions += interleaving->runs[i].was_preempted;
	return preemptions;
}
