/* SPDX-License-Identifier: MIT */
/* gates.c - the table of the gates, windows over it, and what follows from the rows; see gate.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "gates.h" /* made by the build: GATES(X), X(NAME) for each GATE(NAME) */
#include "lab/base/lab.h"
#include "lab/gates/gate_parts.h"

#define DECLARE(name) extern const struct gate gate_##name;
GATES(DECLARE)

static int by_place(const void *a, const void *b)
{
	return (*(const struct gate *const *)a)->place - (*(const struct gate *const *)b)->place;
}

const struct gate *const *gates_all(size_t *count)
{
#define ENTRY(name) &gate_##name,
	static const struct gate *gates[] = { GATES(ENTRY) };
	static bool sorted;

	*count = sizeof(gates) / sizeof(gates[0]);
	if (!sorted)
		qsort(gates, *count, sizeof(gates[0]), by_place);
	sorted = true;
	return gates;
}

const struct gate *gate_find(const char *name)
{
	size_t count;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	return NULL;
}

void snapshot_take(const char *root, struct gate_snapshot *snapshot)
{
	memset(snapshot, 0, sizeof(*snapshot));
	snapshot->ns = now_ns();
	ticks_read(root, &snapshot->ticks);
	task_time_read(root, &snapshot->tasks);
	throttle_read(root, &snapshot->throttle);
	pressure_read(root, &snapshot->pressure);
	thermal_read(root, &snapshot->thermal);
}

double window_seconds(const struct gate_window *window)
{
	return (double)(window->end.ns - window->begin.ns) / 1e9;
}

const char *window_why(const char *begin_why, const char *end_why)
{
	if (begin_why[0] != '\0')
		return begin_why;
	return end_why[0] != '\0' ? end_why : NULL;
}

void gates_read_static(const char *root, struct gate_readings *readings)
{
	size_t count;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		if (all[i]->read != NULL)
			all[i]->read(root, reading_add(readings, all[i], GATE_ONCE));
}

void gates_begin(struct gate_window *window, const char *root, enum gate_moment moment)
{
	memset(window, 0, sizeof(*window));
	window->root = root;
	window->moment = moment;
	snapshot_take(root, &window->begin);
}

void gates_end(struct gate_window *window, uint64_t own_cpu_ns, struct gate_readings *readings)
{
	snapshot_take(window->root, &window->end);
	window->own_cpu_ns = own_cpu_ns;
	window_judge(window, readings);
}

void window_judge(const struct gate_window *window, struct gate_readings *readings)
{
	size_t count;
	const struct gate *const *all = gates_all(&count);

	for (size_t i = 0; i < count; i++)
		if (all[i]->judge != NULL)
			all[i]->judge(window, reading_add(readings, all[i], window->moment));
}

static uint64_t usage_ns(int who)
{
	struct rusage usage;

	if (getrusage(who, &usage) != 0)
		return 0;
	return (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000000u +
	       (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000u;
}

uint64_t gates_process_cpu_ns(pid_t pid)
{
	struct timespec used;
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
		return 0;
	return (uint64_t)used.tv_sec * 1000000000u + (uint64_t)used.tv_nsec;
}

uint64_t gates_own_cpu_ns(const pid_t *live, size_t count)
{
	uint64_t total = usage_ns(RUSAGE_SELF) + usage_ns(RUSAGE_CHILDREN);

	for (size_t i = 0; i < count; i++)
		total += gates_process_cpu_ns(live[i]);
	return total;
}

bool gates_flag(const struct gate_reading *readings, size_t count, char *why, size_t bytes)
{
	bool flagged = false;
	size_t used = 0;

	why[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		const struct gate_reading *reading = &readings[i];

		if (reading->moment == GATE_ONCE || reading->state != GATE_BREACHED)
			continue;
		if (used < bytes)
			used += (size_t)snprintf(why + used, bytes - used, "%s%s: %s %s",
						 flagged ? "; " : "",
						 gate_moment_name(reading->moment),
						 reading->gate->name, reading->text);
		flagged = true;
	}
	return flagged;
}

bool gates_any_breached(const struct gate_readings *readings)
{
	for (size_t i = 0; i < readings->count; i++)
		if (readings->all[i].state == GATE_BREACHED)
			return true;
	return false;
}

const char *gate_state_name(enum gate_state state)
{
	static const char *const names[] = { "pass", "breached", "unknown" };

	return names[state];
}

const char *gate_moment_name(enum gate_moment moment)
{
	static const char *const names[] = { "once", "before", "during", "after" };

	return names[moment];
}
