/* SPDX-License-Identifier: MIT */
/* output.h - the result directory: results.db and what is derived from it. */
#ifndef LAB_OUTPUT_H
#define LAB_OUTPUT_H

#include "lab/verdict/verdict.h"

/* Creates DIR (and its parents) if needed; `option` is what named it. */
int output_prepare(const char *directory, const char *option);

/* Can DIR be created and be written into, as far as one sees without creating anything? */
int output_check_new(const char *directory, const char *option);

/* May a command write into OUT what it makes of the set at PATH?  Into its own directory, not
 * while somebody measures there, or into one without a set; beside a packed set nothing is
 * written.  LAB_OK, or LAB_USAGE or LAB_ENVIRONMENT with the complaint made. */
int output_check_place(const char *path, const char *out);

/* What a database says, and what that comes to. */
int output_judge(struct summary *summary, struct verdicts *verdicts, struct store *store);

/* What a result directory says.  `counts` NULL: DIR/counts.json if there is one. */
int output_load(struct summary *summary, struct verdicts *verdicts, struct store *store,
		const char *directory, const char *counts);

/* Writes table.txt, samples.csv, report.html, report.md, plots/.  The first failure; whatever
 * else can be written is. */
int output_files(struct store *store, struct summary *summary, struct verdicts *verdicts,
		 const char *directory);
/* Loads, and writes them. */
int output_write(struct store *store, struct summary *summary, struct verdicts *verdicts,
		 const char *directory, const char *counts);

/* The directory results/X with the database that was measured last, by its own date;
 * says which it is.  NULL: there is none. */
const char *output_newest(void);

#endif
