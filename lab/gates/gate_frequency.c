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

struct governors {
	unsigned int cpus, slow;
	char other[32]; /* the first that is not performance */
};

/* False with the answer given: some CPU has none. */
static bool governor_of(const char *root, unsigned int cpu, struct governors *governors,
			struct gate_reading *reading)
{
	char path[128], name[32], why[GATE_WHY_BYTES];

	snprintf(path, sizeof(path), "/sys/devices/system/cpu/cpu%u/cpufreq/scaling_governor", cpu);
	if (!file_line(root, path, name, sizeof(name), why)) {
		reading_unknown(reading, "%s",
				file_exists(root, path) || governors->cpus > 0 ? why : NO_CPUFREQ);
		return false;
	}
	governors->cpus++;
	if (strcmp(name, "performance") != 0 && governors->slow++ == 0)
		strcpy(governors->other, name);
	return true;
}

static void governors_judge(const struct governors *governors, struct gate_reading *reading)
{
	if (governors->slow == 0)
		reading_text(reading, GATE_PASS, "performance");
	else
		reading_text(reading, GATE_BREACHED, "%s on %u of %u CPUs", governors->other,
			     governors->slow, governors->cpus);
}

static void governor_read(const struct gate *gate, const char *root, struct gate_reading *reading)
{
	hwloc_bitmap_t cpus = hwloc_bitmap_alloc();
	struct governors governors = { 0, 0, "" };
	char why[GATE_WHY_BYTES];
	bool all = true;
	int cpu = -1;

	(void)gate;
	if (!file_cpus_online(root, cpus, why)) {
		reading_unknown(reading, "%s", why);
	} else {
		while (all && (cpu = hwloc_bitmap_next(cpus, cpu)) >= 0)
			all = governor_of(root, (unsigned int)cpu, &governors, reading);
		if (all)
			governors_judge(&governors, reading);
	}
	hwloc_bitmap_free(cpus);
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
	.kind = GATE_STATIC,
	.read = governor_read,
};

static void turbo_read(const struct gate *gate, const char *root, struct gate_reading *reading)
{
	static const struct {
		const char *path;
		int64_t on;
	} switches[] = {
		{ "/sys/devices/system/cpu/intel_pstate/no_turbo", 0 },
		{ "/sys/devices/system/cpu/cpufreq/boost", 1 },
	};
	char why[GATE_WHY_BYTES];
	int64_t value;

	(void)gate;
	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (!file_exists(root, switches[i].path))
			continue;
		if (!file_number(root, switches[i].path, &value, why))
			reading_unknown(reading, "%s", why);
		else if (value == switches[i].on)
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
	.kind = GATE_STATIC,
	.read = turbo_read,
};
