/* SPDX-License-Identifier: MIT */
/* columns.c - the table of columns; see columns.h. */
#include "lab/store/columns.h"

#include <assert.h>
#include <string.h>

#include "lab/store/summary.h"

const struct summary_column summary_columns[] = {
	{ "cpu_ns", "CPU ns", "CPU ns", "-", "s.cpu_ns" },
	{ "switches", "switches", "switches", "not known", "s.switches" },
	{ "instructions", "instructions", "instr.", "not counted", NULL },
	{ "rmw", "RMW", "RMW", "not counted", NULL },
};
const size_t summary_column_count = sizeof(summary_columns) / sizeof(summary_columns[0]);

_Static_assert(sizeof(summary_columns) / sizeof(summary_columns[0]) <= SUMMARY_COLUMNS_MAX,
	       "raise SUMMARY_COLUMNS_MAX");

static size_t index_of(const char *column)
{
	size_t i = 0;

	while (i < summary_column_count && strcmp(summary_columns[i].name, column) != 0)
		i++;
	assert(i < summary_column_count);
	return i;
}

double side_value(const struct side_summary *side, const char *column)
{
	return side->values[index_of(column)];
}

void side_set(struct side_summary *side, const char *column, double value)
{
	side->values[index_of(column)] = value;
}
