/* SPDX-License-Identifier: MIT */
/* cpus.c - see cpus.h. */
#include "lab/gates/cpus.h"

#include <stdio.h>

#include "lab/base/lab.h"
#include "lab/gates/gate_file.h"

bool cpus_allowed(const char *root, hwloc_bitmap_t cpus, char *why)
{
	hwloc_bitmap_t online = hwloc_bitmap_alloc();
	bool known = file_cpus_of_key(root, "/proc/self/status", "Cpus_allowed_list", cpus, why) &&
		     file_cpus_online(root, online, why);

	if (known) {
		hwloc_bitmap_and(cpus, cpus, online);
		known = hwloc_bitmap_weight(cpus) > 0;
		if (!known)
			snprintf(why, GATE_WHY_BYTES, "no CPU that is allowed is online");
	}
	hwloc_bitmap_free(online);
	return known;
}

size_t cpus_allowed_list(unsigned int *cpus, size_t max)
{
	hwloc_bitmap_t allowed = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	size_t count = 0;
	int cpu = -1;

	if (cpus_allowed("", allowed, why))
		while (count < max && (cpu = hwloc_bitmap_next(allowed, cpu)) >= 0)
			cpus[count++] = (unsigned int)cpu;
	hwloc_bitmap_free(allowed);
	return count;
}

unsigned int cpus_allowed_count(void)
{
	hwloc_bitmap_t allowed = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	int count = cpus_allowed("", allowed, why) ? hwloc_bitmap_weight(allowed) : 1;

	hwloc_bitmap_free(allowed);
	return (unsigned int)count;
}

const char *cpus_allowed_text(void)
{
	unsigned int allowed = cpus_allowed_count();
	hwloc_bitmap_t online = hwloc_bitmap_alloc();
	char why[GATE_WHY_BYTES];
	const char *text = lab_printf("%u", allowed);

	if (file_cpus_online("", online, why) && hwloc_bitmap_weight(online) > (int)allowed)
		text = lab_printf("%u of %d", allowed, hwloc_bitmap_weight(online));
	hwloc_bitmap_free(online);
	return text;
}
