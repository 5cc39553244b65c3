/* SPDX-License-Identifier: MIT */
/*
 * gate_frequency.c - may the clock of a CPU change under a measurement?
 *
 * Governor: read for every CPU online; one that is not `performance` is enough.
 * Turbo: intel_pstate's switch, else cpufreq's.  Weakness: a guest sees neither,
 * and its host's frequency moves all the same: both are then unknown.
 */
#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

#define NO_CPUFREQ "this kernel offers no frequency control (usual in a virtual machine)"

static void governor_read(const char *root, struct gate_reading *reading)
{
	char path[128], name[32], other[32] = "";
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	bool known = file_cpus_online(root, cpus, reading->note);
	unsigned int count = 0, slow = 0;
	int cpu = -1;

	while (known && (cpu = hwloc_bitmap_next(cpus, cpu)) >= 0) {
		snprintf(path, sizeof(path),
			 "/sys/devices/system/cpu/cpu%d/cpufreq/scaling_governor", cpu);
		known = file_line(root, path, name, sizeof(name), reading->note);
		if (!known && !file_exists(root, path) && count == 0)
			reading_unknown(reading, NO_CPUFREQ);
		count++;
		if (known && strcmp(name, "performance") != 0 && slow++ == 0)
			strcpy(other, name);
	}
	hwloc_bitmap_free(cpus);
	if (known && slow == 0)
		reading_text(reading, GATE_PASS, "performance");
	else if (known)
		reading_text(reading, GATE_BREACHED, "%s on %u of %u CPUs", other, slow, count);
}

GATE(governor) = {
	.place = 10,
	.name = "governor",
	.meaning = "does the clock of a CPU follow its load, so that early blocks of "
		   "a sample run slower than late ones?",
	.remedy = "sudo cpupower frequency-set -g performance",
	.unit = "",
	.limit = NAN,
	.limit_reason = "every CPU has the governor performance",
	.read = governor_read,
};

static void turbo_read(const char *root, struct gate_reading *reading)
{
	static const struct {
		const char *path;
		int64_t on;
	} switches[] = {
		{ "/sys/devices/system/cpu/intel_pstate/no_turbo", 0 },
		{ "/sys/devices/system/cpu/cpufreq/boost", 1 },
	};
	int64_t value;

	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (!file_exists(root, switches[i].path))
			continue;
		if (!file_number(root, switches[i].path, &value, reading->note))
			return;
		if (value == switches[i].on)
			reading_text(reading, GATE_BREACHED, "on");
		else if (value == !switches[i].on)
			reading_text(reading, GATE_PASS, "off");
		else
			reading_unknown(reading, "%s: neither 0 nor 1", switches[i].path);
		return;
	}
	reading_unknown(reading, NO_CPUFREQ);
}

GATE(turbo) = {
	.place = 20,
	.name = "turbo",
	.meaning = "does the clock of a CPU depend on how busy and hot the others "
		   "are, so that a scheduler that leaves CPUs idle looks faster?",
	.remedy = "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo "
		  "(without intel_pstate: echo 0 | sudo tee "
		  "/sys/devices/system/cpu/cpufreq/boost)",
	.unit = "",
	.limit = NAN,
	.limit_reason = "it is switched off",
	.read = turbo_read,
};
