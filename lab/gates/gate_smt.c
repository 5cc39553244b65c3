/* SPDX-License-Identifier: MIT */
/*
 * gate_smt.c - do two CPUs share a core, so that two workers take turns on it?
 *
 * Weakness: a guest that is shown no siblings may still run on some; it says
 * unknown there, and the latency probe tells more.
 */
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"
#include "lab/gates/host.h"

static void smt_read(const char *root, struct gate_reading *reading)
{
	int64_t active;

	if (!file_number(root, "/sys/devices/system/cpu/smt/active", &active, reading->note))
		return;
	if (active == 1)
		reading_text(reading, GATE_BREACHED, "on");
	else if (active != 0)
		reading_unknown(reading, "smt/active says %lld, neither 0 nor 1",
				(long long)active);
	else
		reading_text(reading, GATE_PASS, "off");
	if (active == 0 && host_is_guest(root))
		reading_unknown(reading, "no siblings are shown to this guest, but its CPUs may be "
					 "siblings on the host");
}

GATE(smt) = {
	.place = 30,
	.name = "smt",
	.meaning = "may two workers share one core and take turns in its pipelines?",
	.remedy = "echo off | sudo tee /sys/devices/system/cpu/smt/control (or run with "
		  "--pin core)",
	.unit = "",
	.limit = NAN,
	.limit_reason = "no core has two threads",
	.read = smt_read,
};
