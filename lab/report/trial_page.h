/* SPDX-License-Identifier: MIT */
/*
 * trial_page.h - trial.md: what a trial found, to be pasted into a pull request.
 *
 * At most TRIAL_LINES lines of GitHub's Markdown.  First what withdraws something, then a table
 * of the cells that changed, worst first, then one line each for what did not, for what is open,
 * for the exact counts, the controls, the two sides, the machine and the command.  Never a mean
 * over cells.
 */
#ifndef LAB_REPORT_TRIAL_PAGE_H
#define LAB_REPORT_TRIAL_PAGE_H

#include <stdio.h>

#include "lab/verdict/trial.h"

#define TRIAL_LINES 25

/* What a page says besides the trial. */
struct trial_page {
	const struct trial *trial;
	const struct summary *summary;
	const struct verdicts *verdicts;
	const char *set; /* the identity of the raw set */
};

void trial_page_print(FILE *out, const struct trial_page *page);

/* trial.md in the directory, of a set that is a trial.  LAB_OK, or LAB_ENVIRONMENT with the complaint
 * made. */
int trial_page_write(struct store *store, const struct summary *summary,
		     const struct verdicts *verdicts, const char *directory);

/* The exact counts of a trial alone, before any clock runs: a line per cell that was counted. */
void trial_ledger_print(FILE *out, const struct trial *trial);

#endif
