/* SPDX-License-Identifier: MIT */
/*
 * ending.h - the last lines of a run: what came out, how sure, what next, where it stands.
 *
 * ENDING_LINES at most, whatever was measured; the table is in table.txt.
 */
#ifndef LAB_SHOW_ENDING_H
#define LAB_SHOW_ENDING_H

#include <stdio.h>

#include "lab/verdict/verdict.h"

#define ENDING_LINES 12

/* `directory` is the run's. */
void ending_print(FILE *out, const struct summary *summary, const struct verdicts *verdicts,
		  const char *directory);

#endif
