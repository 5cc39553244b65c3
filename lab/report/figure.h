/* SPDX-License-Identifier: MIT */
/*
 * figure.h - what is drawn: numbers, words, and the template that draws them.
 *
 * Figures are made from store, summary and verdicts, in a fixed order with fixed
 * names; lab/report/plot.c draws them and the report shows them.  The numbers stand in
 * the report as a table too, so nothing is lost without gnuplot or eyes.
 */
#ifndef LAB_REPORT_FIGURE_H
#define LAB_REPORT_FIGURE_H

#include "lab/verdict/verdict.h"

#define FIGURE_VALUES 8

struct figure_row {
	const char *label;	      /* rows of one label that follow each other are one series */
	const char *note;	      /* what stands beside the row, or NULL */
	double values[FIGURE_VALUES]; /* NAN: none */
};

struct grid {
	const char *label; /* of the column of labels */
	const char *const *columns;
	size_t column_count;
	struct figure_row *rows;
	size_t count;
};

struct figure {
	const char *name;     /* of the files, and of the identifiers in the page */
	const char *template; /* "lines.gp": its variables stand in `settings` */
	const char *settings; /* lines of gnuplot, or "" */
	const char *title, *x_label, *y_label;
	const char *description; /* what one sees, in words */
	struct grid data;	 /* as drawn */
	struct grid shown;	 /* as the table; no columns: `data` */
	struct strings peers;	 /* "tokio-bare: tokio 1.53.1", for the caption */
	bool drawn;		 /* there is an SVG */
};

struct figures {
	struct figure *items;
	size_t count;
};

/* All that the data allow.  LAB_OK or LAB_ENVIRONMENT. */
int figures_make(struct figures *figures, struct store *store, const struct summary *summary,
		 const struct verdicts *verdicts);

/* A new one at the end; its strings are the caller's to set. */
struct figure *figures_add(struct figures *figures, const char *name);
/* Of this name, or NAME_1, NAME_2, ... */
bool figure_is_a(const struct figure *figure, const char *name);

struct figure_row *grid_add(struct grid *grid, const char *label);
/* How many series: runs of rows with one label. */
size_t grid_series(const struct grid *grid);

/* Its name; the version of what is not this repository's is noted in the figure. */
const char *figure_arm(struct figure *figure, const struct result_arm *arm);
/* "tokio_lifo4 / tokio" */
const char *figure_arms(struct figure *figure, const struct result *result);
/* ", fault build", or nothing for the timed one. */
const char *figure_build(const struct result *result);
/* "remote_spawn producers=1, 2 workers" with what differs between rows only. */
const char *figure_cell(const struct summary *summary, const struct result *result);
/* Text for a double-quoted string of gnuplot: nothing in it means anything there;
 * what is longer than `most` characters is cut and ends in "...". */
const char *figure_quoted(const char *text, size_t most);
/* How many characters that is. */
size_t figure_width(const char *text);

#endif
