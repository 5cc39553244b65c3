/* SPDX-License-Identifier: MIT */
/* pin.c - see pin.h. */
#include "lab/plan/pin.h"

#include <inttypes.h>
#include <string.h>

#include "lab/base/lab.h"
#include "lab/base/option.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"

static bool is_cpu_list(const char *text)
{
	struct strings cpus = { NULL, 0 };
	int64_t number;

	strings_split(&cpus, text, ',');
	for (size_t i = 0; i < cpus.count; i++)
		if (!parse_number(cpus.items[i], 0, 1048575, &number))
			return false;
	return cpus.count > 0;
}

/* Where the kernel does not tell what is allowed, the samples find out. */
static bool are_allowed(const char *option, const char *policy)
{
	hwloc_bitmap_t allowed = hwloc_bitmap_alloc();
	struct strings cpus = { NULL, 0 };
	char why[GATE_WHY_BYTES], list[256];
	bool right = true;
	int64_t cpu = 0;

	strings_split(&cpus, policy + strlen("explicit:"), ',');
	if (cpus_allowed("", allowed, why))
		for (size_t i = 0; i < cpus.count && right; i++)
			right = parse_number(cpus.items[i], 0, 1048575, &cpu) &&
				hwloc_bitmap_isset(allowed, (unsigned int)cpu);
	hwloc_bitmap_list_snprintf(list, sizeof(list), allowed);
	hwloc_bitmap_free(allowed);
	if (!right)
		lab_error("%s %s: CPU %" PRId64 " is not allowed here; give some of %s", option,
			  policy, cpu, list);
	return right;
}

bool pin_check(const char *option, const char *policy)
{
	static const char *const policies[] = { "compact", "scatter", "l3", "core", "none", NULL };

	for (size_t i = 0; policies[i] != NULL; i++)
		if (strcmp(policy, policies[i]) == 0)
			return true;
	if (strncmp(policy, "explicit:", 9) == 0 && is_cpu_list(policy + 9))
		return are_allowed(option, policy);
	lab_error("%s %s: give compact, scatter, l3, core, none or explicit:CPU,CPU,...", option,
		  policy);
	return false;
}

unsigned int pin_cpus(json_t *pin, unsigned int allowed)
{
	json_t *workers = json_object_get(pin, "workers"), *value;
	unsigned int cpus = 0;
	size_t index;

	if (json_array_size(workers) == 0)
		return allowed;
	json_array_foreach(workers, index, value) {
		size_t earlier = 0;

		while (!json_equal(json_array_get(workers, earlier), value))
			earlier++;
		cpus += earlier == index;
	}
	return cpus;
}

const char *pin_workers_text(unsigned int workers, unsigned int cpus)
{
	const char *text = lab_printf("%u worker%s", workers, workers == 1 ? "" : "s");

	if (cpus == 0 || workers <= cpus)
		return text;
	return lab_printf("%s on %u CPU%s, oversubscribed", text, cpus, cpus == 1 ? "" : "s");
}
