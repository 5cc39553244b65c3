/* SPDX-License-Identifier: MIT */
/*
 * sheet.h - the texts and signs of one drawing, placed in pixels from its upper left corner.
 *
 * Every text is measured (extent.h) and broken into lines before gnuplot sees it, so that
 * nothing is cut at an edge and the height of the drawing follows from its texts.  What is
 * written are labels and objects of gnuplot, in terms of its variables width and height.
 */
#ifndef LAB_REPORT_SHEET_H
#define LAB_REPORT_SHEET_H

#include <stdio.h>

#include "lab/report/figure.h"

#define SHEET_WIDTH  960.0
#define SHEET_MARGIN 10.0
#define SHEET_LINE   1.35 /* from line to line, in heights of the font */

/* Sizes of the fonts, in pixels. */
#define SHEET_TITLE 14.0
#define SHEET_HEAD  12.0
#define SHEET_TEXT  11.0
#define SHEET_SMALL 10.0

struct sheet {
	FILE *out;
	double y; /* where the next line begins */
	unsigned int labels;
};

/* One line, its middle at y; `where`: "left", "center" or "right" of x. */
void sheet_text(struct sheet *sheet, const char *text, double x, double y, double size,
		const char *colour, const char *where);
/* As many lines as it takes within `width`, at most `most` (0: any number), from sheet->y on. */
void sheet_lines(struct sheet *sheet, const char *text, double x, double width, double size,
		 const char *colour, size_t most);
/* Signs and their texts beside each other, as many lines as it takes. */
void sheet_signs(struct sheet *sheet, const struct figure_sign *signs, size_t count, double x,
		 double width);

/* The number of gnuplot's point that goes with a colour of figure_colour. */
unsigned int sheet_series_point(unsigned int colour);

/* NAME.dat and NAME.gp into a directory that is there.  LAB_OK or LAB_ENVIRONMENT with the
 * complaint made. */
int plot_write(const struct figure *figure, const struct summary *summary, const char *directory);

/* The middle part of a sheet: its texts, then the variables that the template of the form
 * needs.  sheet->y moves below it. */
void plot_rows(struct sheet *sheet, const struct figure *figure);
void plot_panels(struct sheet *sheet, const struct figure *figure);

#endif
