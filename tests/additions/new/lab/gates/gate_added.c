/* SPDX-License-Identifier: MIT */
/* gate_added.c - a gate of the host that is there to be added: how many CPUs are online? */
#include "lab/gates/gate_parts.h"
#include <unistd.h>

static void added_read(const struct gate *gate, const char *root, struct gate_reading *reading)
{
	(void)root;
	reading_judge(gate, reading, (double)sysconf(_SC_NPROCESSORS_ONLN), 0);
}

GATE(added) = {
	.place = 150,
	.name = "added",
	.meaning = "has this host more CPUs than anybody has seen?",
	.remedy = "none needed",
	.unit = "CPUs",
	.limit = 1000000,
	.limit_reason = "so many there are not",
	.kind = GATE_STATIC,
	.read = added_read,
};
