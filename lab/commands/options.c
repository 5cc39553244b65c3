/* SPDX-License-Identifier: MIT */
/* options.c - values of options; every refusal names the option and the range. */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/commands/commands.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate_file.h"
#include "lab/plan/combine.h"

bool option_number(const char *option, const char *text, int64_t min, int64_t max, int64_t *number)
{
	if (parse_number(text, min, max, number))
		return true;
	lab_error("%s %s: give a whole number from %" PRId64 " to %" PRId64, option, text, min,
		  max);
	return false;
}

static bool parse_real(const char *text, double min, double max, double *number)
{
	char *end;

	errno = 0;
	*number = strtod(text, &end);
	return errno == 0 && end != text && *end == '\0' && isfinite(*number) && *number >= min &&
	       *number <= max;
}

bool option_milliseconds(const char *option, const char *text, uint64_t *ns)
{
	double number;

	if (!parse_real(text, 0.01, 60000, &number)) {
		lab_error("%s %s: give milliseconds from 0.01 to 60000", option, text);
		return false;
	}
	*ns = (uint64_t)(number * 1e6);
	return true;
}

bool option_seconds(const char *option, const char *text, uint64_t *ns)
{
	double number;

	if (!parse_real(text, 0.05, 86400, &number)) {
		lab_error("%s %s: give seconds from 0.05 to 86400", option, text);
		return false;
	}
	*ns = (uint64_t)(number * 1e9);
	return true;
}

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

bool option_pin(const char *option, const char *text)
{
	static const char *const policies[] = { "compact", "scatter", "l3", "core", "none", NULL };

	for (size_t i = 0; policies[i] != NULL; i++)
		if (strcmp(text, policies[i]) == 0)
			return true;
	if (strncmp(text, "explicit:", 9) == 0 && is_cpu_list(text + 9))
		return are_allowed(option, text);
	lab_error("%s %s: give compact, scatter, l3, core, none or explicit:CPU,CPU,...", option,
		  text);
	return false;
}

bool option_workers(const char *text, struct strings *workers)
{
	int64_t number;

	memset(workers, 0, sizeof(*workers));
	strings_split(workers, text, ',');
	for (size_t i = 0; i < workers->count; i++)
		if (!parse_number(workers->items[i], 1, 1024, &number))
			workers->count = 0;
	if (workers->count > 0)
		return true;
	lab_error("--workers %s: give one or more numbers from 1 to 1024, e.g. 1,2,4", text);
	return false;
}

int option_choice(const char *option, const char *text, const char *const *choices)
{
	struct strings known = { NULL, 0 };

	for (int i = 0; choices[i] != NULL; i++) {
		if (strcmp(text, choices[i]) == 0)
			return i;
		strings_add(&known, choices[i]);
	}
	lab_error("%s %s: give one of %s", option, text, strings_join(&known, ", "));
	return -1;
}

int option_says_nothing(const char *option, const char *where)
{
	lab_error("%s says nothing %s", option, where);
	return LAB_USAGE;
}
