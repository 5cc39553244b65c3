/* SPDX-License-Identifier: MIT */
/*
 * gate_clock.c - is the clock read in user space, or by a system call?
 *
 * The list is of the sources that the vDSO of Linux reads itself; with any other
 * every reading costs hundreds of ns and may serialise the CPUs.
 */
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

static void clock_source_read(const char *root, struct gate_reading *reading)
{
	static const char *const cheap[] = { "tsc", "kvm-clock", "hyperv_clocksource_tsc_page",
					     "arch_sys_counter", "riscv_clocksource" };
	char name[64];

	if (!file_line(root, "/sys/devices/system/clocksource/clocksource0/current_clocksource",
		       name, sizeof(name), reading->note))
		return;
	reading_text(reading, GATE_BREACHED, "%s", name);
	for (size_t i = 0; i < sizeof(cheap) / sizeof(cheap[0]); i++)
		if (strcmp(name, cheap[i]) == 0)
			reading->state = GATE_PASS;
}

GATE(clock_source) = {
	.place = 40,
	.name = "clock_source",
	.meaning = "is reading the clock a system call, which is then in every short "
		   "interval?",
	.remedy = "echo tsc | sudo tee "
		  "/sys/devices/system/clocksource/clocksource0/current_clocksource",
	.unit = "",
	.limit = NAN,
	.limit_reason = "it is one that is read in user space",
	.read = clock_source_read,
};
