/* SPDX-License-Identifier: MIT */
/*
 * counts.h - instructions and locked RMW per unit, counted elsewhere (scripts/counts).
 *
 * The file is a JSON array of {"arm", "workload", "params" (optional),
 * "instructions", "rmw"}, numbers from 0 up; unknown members are ignored.  Entries of no
 * arm and cell of the plan are kept and named in one line.  Once imported the counts
 * are part of the store, so that a report needs no other file.
 */
#ifndef LAB_COUNTS_H
#define LAB_COUNTS_H

#include "lab/store/summary.h"

/* Would it be imported?  LAB_OK or LAB_USAGE, with the complaint made. */
int counts_check(const char *path);

/* LAB_OK, LAB_USAGE (bad file, nothing imported) or LAB_ENVIRONMENT (the store cannot be
 * written). */
int counts_import(struct store *store, const char *path);

/* Puts the counts of the store beside the sides they belong to. */
int counts_apply(struct summary *summary, struct store *store);

#endif
