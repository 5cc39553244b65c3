/* SPDX-License-Identifier: MIT */
/*
 * gate_perf.c - may the samples count their own instructions and switches?
 *
 * Level 2 allows a process to count itself in user space; some distributions
 * add level 3 and 4, which forbid it.  CAP_PERFMON and CAP_SYS_ADMIN are above
 * the level.  Weakness: permission is not a PMU; the samples' rows say which
 * counters there were.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

#define SYS_ADMIN 21 /* linux/capability.h */
#define PERFMON	  38

static bool is_capable(const char *root)
{
	char text[8192], why[GATE_WHY_BYTES];
	uint64_t effective;
	const char *line;

	if (!file_text(root, "/proc/self/status", text, sizeof(text), why))
		return false;
	line = strstr(text, "\nCapEff:");
	if (line == NULL)
		return false;
	effective = strtoull(line + strlen("\nCapEff:"), NULL, 16);
	return ((effective >> SYS_ADMIN) & 1) != 0 || ((effective >> PERFMON) & 1) != 0;
}

static void perf_read(const char *root, struct gate_reading *reading)
{
	int64_t level;

	if (!file_number(root, "/proc/sys/kernel/perf_event_paranoid", &level, reading->note))
		return;
	reading_judge(reading, (double)level, 0);
	reading_text(reading, reading->state, "level %" PRId64, level);
	if (reading->state == GATE_BREACHED && is_capable(root)) {
		reading->state = GATE_PASS;
		reading_note(reading, "this process has the capability to count at any level");
	}
}

GATE(perf_permission) = {
	.place = 50,
	.name = "perf_permission",
	.meaning = "are samples forbidden to count instructions, switches and "
		   "migrations?",
	.remedy = "sudo sysctl kernel.perf_event_paranoid=2",
	.unit = "",
	.limit = 2,
	.limit_reason = "up to 2 a process may count itself",
	.read = perf_read,
};
