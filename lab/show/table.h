/* SPDX-License-Identifier: MIT */
/* table.h - the results as plain text for a terminal, and as raw samples. */
#ifndef LAB_TABLE_H
#define LAB_TABLE_H

#include <stdio.h>

#include "lab/store/summary.h"

void table_print(FILE *out, const struct summary *summary);
int samples_print(FILE *out, struct store *store);

/* True where the next result belongs to another cell or another baseline. */
bool table_section_starts(const struct summary *summary, size_t index);
/* "spawn_local  tasks=10000  2 workers, pin compact, ..." */
const char *table_section_title(const struct result *result);
/* A number in four significant digits, or `otherwise`. */
const char *table_number(double value, const char *otherwise);

#define TABLE_HOW_TO_READ \
	"ratio = ns per unit of the arm / ns per unit of its baseline, the median over pairs " \
	"(a pair is two fresh processes in lock-step);\nmin..max, quartiles and MAD (median " \
	"absolute deviation, as a fraction) are over the n pairs. No test was made: a ratio here " \
	"is a description, not a verdict.\n"

#endif
