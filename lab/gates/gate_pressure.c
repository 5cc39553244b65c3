/* SPDX-License-Identifier: MIT */
/*
 * gate_pressure.c - did anybody wait for a CPU (pressure stall information)?
 *
 * Judged before and after a pair, when the lab itself hardly runs.  While
 * samples run it is told but not judged: the pressure is of the whole machine,
 * so it includes the waits of the samples' own threads, which depend on how
 * their scheduler wakes them.  Exact to the microsecond, but a window of a few
 * milliseconds is mostly the lab's own start of processes.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

#define WINDOW_S_MIN 0.05

void pressure_read(const char *root, struct pressure_counts *pressure)
{
	char line[256];

	if (!file_line(root, "/proc/pressure/cpu", line, sizeof(line), pressure->why))
		return;
	if (sscanf(line, "some avg10=%*f avg60=%*f avg300=%*f total=%" SCNu64,
		   &pressure->some_us) != 1)
		strcpy(pressure->why, "/proc/pressure/cpu: it has no line \"some\" with a total");
}

static void pressure_judge(const struct gate_window *window, struct gate_reading *reading)
{
	const struct pressure_counts *begin = &window->begin.pressure, *end = &window->end.pressure;
	const char *why = window_why(begin->why, end->why);
	double seconds = window_seconds(window), waited;

	if (why != NULL || seconds <= 0) {
		reading_unknown(reading, "%s", why != NULL ? why : "the window is empty");
		return;
	}
	if (end->some_us < begin->some_us) {
		reading_unknown(reading, "/proc/pressure/cpu: its total ran backwards");
		return;
	}
	waited = 100 * (double)(end->some_us - begin->some_us) / 1e6 / seconds;
	reading_judge(reading, waited, 0);
	if (window->moment == GATE_DURING)
		reading_unknown(reading, "not judged while samples run: their own waits are in it");
	else if (seconds < WINDOW_S_MIN)
		reading_unknown(reading, "the window of %.0f ms is mostly the lab's own work",
				1e3 * seconds);
}

GATE(pressure) = {
	.place = 120,
	.name = "pressure",
	.meaning = "were threads ready to run that had to wait for a CPU?",
	.remedy = "see who waits with: vmstat 1 5; stop it or wait",
	.unit = "%",
	.limit = 5,
	.limit_reason = "the same part of the time as foreign load may take",
	.judge = pressure_judge,
};
