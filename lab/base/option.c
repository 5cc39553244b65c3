/* SPDX-License-Identifier: MIT */
/* option.c - see option.h. */
#include "lab/base/option.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/lab.h"

bool parse_number(const char *text, int64_t min, int64_t max, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *number >= min && *number <= max;
}

bool option_number(const char *option, const char *text, int64_t min, int64_t max, int64_t *number)
{
	if (parse_number(text, min, max, number))
		return true;
	lab_error("%s %s: give a whole number from %" PRId64 " to %" PRId64, option, text, min,
		  max);
	return false;
}

static bool option_time(const char *option, const char *text, const char *unit, double min,
			double max, double unit_ns, uint64_t *ns)
{
	double number;
	char *end;

	errno = 0;
	number = strtod(text, &end);
	if (errno == 0 && end != text && *end == '\0' && number >= min && number <= max) {
		*ns = (uint64_t)(number * unit_ns);
		return true;
	}
	lab_error("%s %s: give %s from %g to %g", option, text, unit, min, max);
	return false;
}

bool option_milliseconds(const char *option, const char *text, uint64_t *ns)
{
	return option_time(option, text, "milliseconds", 0.01, 60000, 1e6, ns);
}

bool option_seconds(const char *option, const char *text, uint64_t *ns)
{
	return option_time(option, text, "seconds", 0.05, 86400, 1e9, ns);
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
	lab_error("%s has no effect %s", option, where);
	return LAB_USAGE;
}
