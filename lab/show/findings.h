/* SPDX-License-Identifier: MIT */
/* findings.h - what came out of the claims, as a table for a README. */
#ifndef LAB_SHOW_FINDINGS_H
#define LAB_SHOW_FINDINGS_H

#include <stdio.h>

#include "lab/verdict/markdown.h"

/* The head; then a row for each claim.  `again`: the run on another host, or NULL. */
void findings_head(FILE *out, const struct entry_run *run, const struct entry_run *again);
void findings_row(FILE *out, const struct claim *claim, const struct entry_run *run,
		  const struct entry_run *again);

#endif
