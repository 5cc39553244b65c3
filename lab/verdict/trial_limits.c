/* SPDX-License-Identifier: MIT */
/* trial_limits.c - see trial_limits.h. */
#include "lab/verdict/trial_limits.h"

#include <stdlib.h>
#include <string.h>

#define OF_TIME "slower"

static const struct measure *measure_named(const char *name)
{
	struct strings known = { NULL, 0 };

	if (strcmp(name, OF_TIME) == 0)
		return measure_time();
	if (measure_find(name) != NULL)
		return measure_find(name);
	strings_add(&known, OF_TIME);
	measure_names(&known);
	lab_error("--fail-on: %s", unknown_name("outcome", name, &known));
	return NULL;
}

static bool add(struct trial_limits *limits, const char *text)
{
	const char *colon = strchr(text, ':');
	char *end = NULL;
	double percent = colon != NULL ? strtod(colon + 1, &end) : 0;
	const struct measure *measure;

	if (colon == NULL || colon == text || end == colon + 1 || !(percent > 0) ||
	    percent > 1000 || (end[0] != '\0' && strcmp(end, "%") != 0)) {
		lab_error("--fail-on %s: give OUTCOME:PERCENT, such as slower:5%% or switches:10%%",
			  text);
		return false;
	}
	measure = measure_named(lab_printf("%.*s", (int)(colon - text), text));
	if (measure == NULL)
		return false;
	if (trial_limit_of(limits, measure) != NULL) {
		lab_error("--fail-on %s: there is another limit of it; leave one out", text);
		return false;
	}
	limits->limits = lab_grow(limits->limits, limits->count, sizeof(*limits->limits));
	limits->limits[limits->count++] = (struct trial_limit){ measure, percent / 100 };
	return true;
}

bool trial_add_limits(struct trial_limits *limits, const char *text)
{
	struct strings parts = { NULL, 0 };

	strings_split(&parts, text, ',');
	for (size_t i = 0; i < parts.count; i++)
		if (!add(limits, parts.items[i]))
			return false;
	return parts.count > 0 || add(limits, text);
}

const struct trial_limit *trial_limit_of(const struct trial_limits *limits,
					 const struct measure *measure)
{
	for (size_t i = 0; i < limits->count; i++)
		if (limits->limits[i].measure == measure)
			return &limits->limits[i];
	return NULL;
}

const char *trial_limits_text(const struct trial_limits *limits)
{
	struct strings parts = { NULL, 0 };

	for (size_t i = 0; i < limits->count; i++)
		strings_add(&parts, lab_printf("%s:%g%%",
					       measure_is_time(limits->limits[i].measure) ?
						       OF_TIME :
						       limits->limits[i].measure->name,
					       100 * limits->limits[i].fraction));
	return strings_join(&parts, ",");
}
