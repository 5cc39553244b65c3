/* SPDX-License-Identifier: MIT */
/* gate_added.c - a gate of the host that is there to be added: are counters forbidden for good? */
#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

static void added_read(const char *root, struct gate_reading *reading)
{
	int64_t level;

	if (file_number(root, "/proc/sys/kernel/perf_event_paranoid", &level, reading->note))
		reading_judge(reading, (double)level, 0);
}

GATE(added) = {
	.place = 150,
	.name = "added",
	.meaning = "is the level higher than any that there is?",
	.remedy = "none needed",
	.unit = "levels",
	.limit = 1000000,
	.limit_reason = "so many there are not",
	.read = added_read,
};
