/* SPDX-License-Identifier: MIT */
/*
 * report.h - report.html and report.md of one result set, or of several.
 *
 * Both files say the same, because they are written by the same calls (page.h).
 * Nothing in them is of the moment they were made: the same store gives the same
 * bytes.  Results of different machines are never put together.  A trial has trial.md as well
 * (trial_page.h).
 */
#ifndef LAB_REPORT_REPORT_H
#define LAB_REPORT_REPORT_H

#include "lab/report/figure.h"

/* Plots, report.html and report.md of one set into its directory; a plot that fails
 * does not keep the page from being written.  LAB_OK or LAB_ENVIRONMENT with the
 * complaint made. */
int report_write(struct store *store, const struct summary *summary,
		 const struct verdicts *verdicts, const char *directory);

struct report_set {
	struct store *store;
	const struct summary *summary;
	const struct verdicts *verdicts;
	const char *directory; /* the plots are in DIRECTORY/plots */
	/* report_write and report_write_sets set these: */
	const char *name;  /* on a page of several */
	const char *plots; /* DIRECTORY/plots, as report.md calls it */
	struct figures figures;
};

/* One page of several sets, to FILE and to the same name with .md at its end; the
 * plots of each set go into its own directory. */
int report_write_sets(struct report_set *sets, size_t count, const char *file);

#endif
