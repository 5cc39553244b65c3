/* SPDX-License-Identifier: MIT */
/* output.h - the result directory: results.db and what is derived from it. */
#ifndef LAB_OUTPUT_H
#define LAB_OUTPUT_H

#include "lab/summary.h"

/* Creates DIR (and its parents) if needed; `option` is what named it. */
int output_prepare(const char *directory, const char *option);

/* table.txt, report.md, samples.csv, plots/.  `counts` NULL: DIR/counts.json
 * if there is one. */
int output_write(struct store *store, struct summary *summary, const char *directory,
		 const char *counts);

/* The newest results/X/results.db below the current directory, or NULL. */
const char *output_newest(void);

#endif
