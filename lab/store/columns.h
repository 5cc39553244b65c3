/* SPDX-License-Identifier: MIT */
/*
 * columns.h - what the tables of results show of a side beside its time, per unit of work.
 *
 * To add one, put a row into columns.c: the terminal's table, `show --json` and the medians of
 * the report have it.
 */
#ifndef LAB_COLUMNS_H
#define LAB_COLUMNS_H

#include <stddef.h>

struct side_summary;

struct summary_column {
	const char *name;      /* "switches"; in JSON switches_per_unit */
	const char *heading;   /* of the terminal's table */
	const char *brief;     /* of the report's, which is wider */
	const char *otherwise; /* on the terminal, in the place of a number */
	const char *value;     /* SQL, of a row of `sample s`; NULL: counted elsewhere (counts.h) */
};

#define SUMMARY_COLUMNS_MAX 16

extern const struct summary_column summary_columns[];
extern const size_t summary_column_count;

/* The value of the column of that name, which there is; NAN: not known. */
double side_value(const struct side_summary *side, const char *column);
void side_set(struct side_summary *side, const char *column, double value);

#endif
