/* SPDX-License-Identifier: MIT */
/*
 * figure.h - what is drawn: numbers, words, and the gnuplot text that draws them.
 *
 * To add a plot, drop one file lab/report/figures/NAME.c into its folder.  It defines
 *
 *	FIGURE(NAME) = { .place = 45, .make = make, .otherwise = "No ... in this run." };
 *
 * and nothing else needs to know of it: the build finds it by its name, schedlab plot draws
 * it, and the report shows it behind the plots of lower places.
 * make() adds any number of figures with figures_add() and fills in their numbers; what
 * gnuplot shall do with them is the figure's `draw`, a text in the same file.  One that comes
 * out without rows is taken back, figures->count--.  Two forms
 * share all else: rows (plot_rows.c: a label, a value, a note) and panels (plot_panels.c:
 * small plots beside each other, at most six series each).
 *
 * The numbers stand in the report as a table too, so nothing is lost without gnuplot or
 * eyes.  Order and names are fixed, so equal data give equal files.
 */
#ifndef LAB_REPORT_FIGURE_H
#define LAB_REPORT_FIGURE_H

#include "lab/verdict/verdict.h"

#define FIGURE_VALUES 8

struct figure_row {
	const char *panel;	      /* what the panel shows; rows of one follow each other */
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

/* A sign and what it means. */
struct figure_sign {
	enum { SIGN_POINT, SIGN_HOLLOW, SIGN_LINE, SIGN_THICK, SIGN_BOX, SIGN_SERIES } sign;
	const char *colour; /* of the palette, as style.gp names them */
	const char *text;
	unsigned int series; /* SIGN_SERIES: its colour, see figure_colour */
};

#define FIGURE_SIGNS 5

enum figure_form { FIGURE_PANELS, FIGURE_ROWS };

/* Of panels: where x stands.  Steps: the values that were measured, equally spaced. */
enum figure_x { FIGURE_NUMBERS, FIGURE_STEPS };

struct figure {
	const struct figure_kind *kind;
	const char *name; /* of the files, and of the identifiers in the page */
	enum figure_form form;
	const char *title, *x_label, *y_label;
	const char *description; /* what one sees, in words */
	/* Rows: the plot command; columns: row, values; at($1) is its height.  Panels: what
	 * follows "data index i"; columns: place, values.  How its series are told apart is
	 * added and shown, unless the figure has signs of its own. */
	const char *draw;
	const char *settings; /* lines of gnuplot before, or "" */
	struct figure_sign signs[FIGURE_SIGNS];
	size_t sign_count;
	struct grid data;     /* as drawn */
	struct grid shown;    /* as the table; no columns: `data` */
	struct strings peers; /* "tokio 1.53.1": versions, for the caption */
	bool drawn;	      /* there is an SVG */

	/* Rows only, which show ratios.  Of the first values so many are points, and so many are
	 * to be seen; of what is far off there is an arrow and its value. */
	size_t points, reach;

	/* Panels only. */
	enum figure_x x;
	size_t across;	     /* panels beside each other, where there is room */
	double crowded_from; /* steps: from this one on more threads than CPUs; NAN: none */
	const char *crowded; /* what that means here */
	const char *guide;   /* label of a series that was not measured, or NULL */
};

struct figures {
	struct figure *items;
	size_t count;
	const struct figure_kind *kind; /* of those that are being made */
};

/* What figures are made from. */
struct figure_source {
	struct store *store;
	const struct summary *summary;
	const struct verdicts *verdicts;
};

struct figure_kind {
	int place; /* among the plots */
	void (*make)(struct figures *figures, const struct figure_source *source);
	const char *otherwise; /* why there is none, if there is none */
};

#define FIGURE(name) \
	extern const struct figure_kind figure_##name; \
	const struct figure_kind figure_##name

/* All kinds, in their order. */
const struct figure_kind *const *figure_kinds(size_t *count);

/* All that the data allow; what cannot be read is remembered (store_failed). */
void figures_make(struct figures *figures, const struct figure_source *source);

/* A new one at the end; its strings are the caller's to set. */
struct figure *figures_add(struct figures *figures, const char *name);
/* Those from `first` on become NAME, NAME_2, NAME_3, ... */
void figures_number(struct figures *figures, size_t first);

struct figure_row *grid_add(struct grid *grid, const char *label);
/* Of steps: the values of the axis, ascending; how many. */
size_t figure_steps(const struct figure *figure, double **steps);
/* At most six series a panel: the two Tokio rows in each, four others in turn.  What was
 * there before is then shown as the table. */
void figure_split(struct figure *figure);
/* Series that share a panel have different ones: 1 tokio, 2 tokio-bare, 3 ... 6 the others,
 * 0 what was not measured. */
unsigned int figure_colour(const struct figure *figure, const char *label);

/* Its name; the version of what is not this repository's is noted in the figure. */
const char *figure_arm(struct figure *figure, const struct result_arm *arm);
/* "tokio+lifo_slots=4 / tokio" */
const char *figure_arms(struct figure *figure, const struct result *result);
/* ", fault build", or nothing for the timed one. */
const char *figure_build(const struct result *result);
/* "remote_spawn producers=1, 2 workers" with what differs between rows only. */
const char *figure_cell(const struct summary *summary, const struct result *result);
/* Text for a double-quoted string of gnuplot: nothing in it means anything there. */
const char *figure_quoted(const char *text);

#endif
