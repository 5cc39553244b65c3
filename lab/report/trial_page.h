/* SPDX-License-Identifier: MIT */
/*
 * trial_page.h - trial.md: what a trial found, to be pasted into a pull request.
 *
 * At most TRIAL_LINES lines of GitHub's Markdown.  First what withdraws something, then a table
 * of the outcomes that changed, worst first, as many as the other lines leave room for; then one
 * line each for what did not, for what is open, for what was not measured, for the exact counts,
 * the twin, the controls, the limits, the two sides, the machine and the command.  Never a mean
 * over cells.
 */
#ifndef LAB_REPORT_TRIAL_PAGE_H
#define LAB_REPORT_TRIAL_PAGE_H

#include <stdio.h>

#include "lab/verdict/trial.h"

#define TRIAL_LINES 25

/* What a page is made of. */
struct trial_page {
	const struct trial *trial;
	const struct summary *summary;
	const char *set; /* the identity of the raw set */
};

void trial_page_print(FILE *out, const struct trial_page *page);

/* trial.md in the directory, of a set that is a trial.  LAB_OK, or LAB_ENVIRONMENT with the complaint
 * made. */
int trial_page_write(struct store *store, const struct summary *summary,
		     const struct verdicts *verdicts, const char *directory);

/* The exact counts of a trial alone, before any clock runs. */
void trial_ledger_print(FILE *out, const struct trial *trial);

#endif
