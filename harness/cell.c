/* SPDX-License-Identifier: MIT */
/*
 * cell.c - workload and parameters by name.  A name that does not exist is
 * answered with the nearest one and with all that do.
 */
#include "harness/cell.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/nearest_name.h"
#include "harness/options.h"

#define NAMES_MAX 256u

static void append(struct cell *cell, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void append(struct cell *cell, const char *format, ...)
{
	size_t length = strlen(cell->message);
	va_list args;

	va_start(args, format);
	vsnprintf(cell->message + length, sizeof cell->message - length, format, args);
	va_end(args);
}

static int unknown(struct cell *cell, const char *what, const char *typed, const char *const *names,
		   size_t count)
{
	const char *near = nearest_name(typed, names, count);
	size_t i;

	append(cell, "no %s '%s'", what, typed);
	if (near)
		append(cell, "; did you mean '%s'?", near);
	append(cell, "%s", count ? " There are:" : "; there are none");
	for (i = 0; i < count; i++)
		append(cell, " %s", names[i]);
	return -EINVAL;
}

void cell_defaults(struct cell *cell, const struct arm_workload *workload)
{
	uint32_t i;

	cell->workload = workload;
	cell->message[0] = '\0';
	for (i = 0; i < workload->param_count && i < CELL_PARAMS_MAX; i++)
		cell->params[i] = workload->params[i].fallback;
}

int cell_find(struct cell *cell, const struct arm *arm, const char *workload)
{
	const char *names[NAMES_MAX];
	uint32_t i;

	cell->message[0] = '\0';
	for (i = 0; i < arm->workload_count && i < NAMES_MAX; i++) {
		names[i] = arm->workloads[i]->name;
		if (strcmp(names[i], workload) == 0)
			break;
	}
	if (i == arm->workload_count || i == NAMES_MAX)
		return unknown(cell, "workload", workload, names, i);
	cell_defaults(cell, arm->workloads[i]);
	if (arm->workloads[i]->param_count <= CELL_PARAMS_MAX)
		return 0;
	append(cell, "workload %s has %u parameters; the harness takes %u", workload,
	       arm->workloads[i]->param_count, CELL_PARAMS_MAX);
	return -EINVAL;
}

uint64_t cell_param_max(const struct arm_param *param)
{
	return param->max < INT64_MAX ? param->max : INT64_MAX;
}

static int set_value(struct cell *cell, uint32_t index, const char *text)
{
	const struct arm_param *param = &cell->workload->params[index];
	uint64_t max = cell_param_max(param);

	if (options_number(text, param->min, max, &cell->params[index]) == 0)
		return 0;
	append(cell, "--param %s=%s: %s takes a whole number from %" PRIu64 " to %" PRIu64 " (%s)",
	       param->name, text, cell->workload->name, param->min, max, param->meaning);
	return -EINVAL;
}

int cell_set(struct cell *cell, const char *name_and_value)
{
	const struct arm_workload *workload = cell->workload;
	const char *equals = strchr(name_and_value, '=');
	const char *names[CELL_PARAMS_MAX];
	char name[64], what[96];
	uint32_t i;

	cell->message[0] = '\0';
	if (!equals || equals == name_and_value) {
		append(cell, "--param %s: write it as NAME=VALUE", name_and_value);
		return -EINVAL;
	}
	snprintf(name, sizeof name, "%.*s", (int)(equals - name_and_value), name_and_value);
	for (i = 0; i < workload->param_count; i++) {
		names[i] = workload->params[i].name;
		if (strcmp(names[i], name) == 0)
			return set_value(cell, i, equals + 1);
	}
	snprintf(what, sizeof what, "parameter of %s", workload->name);
	return unknown(cell, what, name, names, i);
}
