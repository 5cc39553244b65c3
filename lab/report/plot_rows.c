/* SPDX-License-Identifier: MIT */
/*
 * plot_rows.c - the form with a row for each label: a ratio on a log axis, a bar, a note.
 *
 * The label stands on the left and the note on the right.  The few rows that leave the axis are cut: an arrow at the edge
 * and the value say where they are.
 */
#include <math.h>
#include <string.h>

#include "lab/report/extent.h"
#include "lab/report/sheet.h"

#define LABEL_WIDTH_MOST 400.0
#define NOTE_WIDTH_MOST	 275.0
#define BAR		 22.0 /* height of a row without its texts, in pixels */
#define LINES_MOST	 3    /* of a label, and of a note */
#define CUT_ONE_IN	 5    /* at most one row in so many leaves the axis */

struct rows {
	struct sheet *sheet;
	const struct figure *figure;
	double least, most; /* of the axis */
	const char *tics;
	double left, right, top;	/* of the plot */
	double label_width, note_width; /* of their columns */
	double *middles;		/* of the rows' bars, from the top of the sheet */
};

/* ------------------------------------------------------------------ axis -- */

static bool leaves(const struct rows *rows, const struct figure_row *row)
{
	for (size_t i = 0; i < rows->figure->reach; i++)
		if (row->values[i] > rows->most || row->values[i] < rows->least)
			return true;
	return false;
}

static size_t count_leaving(const struct rows *rows)
{
	const struct grid *grid = &rows->figure->data;
	size_t count = 0;

	for (size_t i = 0; i < grid->count; i++)
		count += leaves(rows, &grid->rows[i]);
	return count;
}

/* The shortest axis, with 1 in its middle, that holds most rows: those near 1 are to be told
 * apart, and the others say where they are. */
static void find_axis(struct rows *rows)
{
	static const struct {
		double factor;
		const char *tics;
	} axes[] = {
		{ 1.1, "0.92, 0.96, 1, 1.04, 1.08" }, { 1.25, "0.8, 0.9, 1, 1.1, 1.25" },
		{ 2, "0.5, 0.7, 1, 1.4, 2" },	      { 4, "0.25, 0.5, 1, 2, 4" },
		{ 10, "0.1, 0.3, 1, 3, 10" },
	};

	for (size_t i = 0; i < sizeof(axes) / sizeof(axes[0]); i++) {
		rows->most = pow(axes[i].factor, 1.05);
		rows->least = 1 / rows->most;
		rows->tics = axes[i].tics;
		if (count_leaving(rows) <= rows->figure->data.count / CUT_ONE_IN)
			return;
	}
}

/* ---------------------------------------------------------------- layout -- */

static const char *note_of(const struct figure_row *row)
{
	return row->note != NULL ? row->note : "";
}

static double widest(const struct grid *grid, bool notes, double most)
{
	double width = 0;

	for (size_t i = 0; i < grid->count; i++)
		width = fmax(width, extent_of(notes ? note_of(&grid->rows[i]) : grid->rows[i].label,
					      SHEET_TEXT));
	return fmin(width, most);
}

static void lay_out(struct rows *rows)
{
	const struct grid *grid = &rows->figure->data;

	rows->label_width = widest(grid, false, LABEL_WIDTH_MOST);
	rows->note_width = widest(grid, true, NOTE_WIDTH_MOST);
	rows->left = rows->label_width + 2 * SHEET_MARGIN;
	rows->right = SHEET_WIDTH - rows->note_width - 2 * SHEET_MARGIN;
	rows->middles = lab_alloc((grid->count + 1) * sizeof(*rows->middles));
}

/* Its lines from `top` on. */
static void put_words(struct rows *rows, const char *text, double x, double width, double top,
		      const char *colour)
{
	rows->sheet->y = top;
	sheet_lines(rows->sheet, text, x, width + 1, SHEET_TEXT, colour, LINES_MOST);
}

static double height_of(const char *text, double width)
{
	struct strings lines = { NULL, 0 };

	extent_wrap(&lines, text, SHEET_TEXT, width + 1, LINES_MOST);
	return (double)lines.count * SHEET_TEXT * SHEET_LINE;
}

/* Its texts beside its bar; the bottom of the row. */
static double put_row(struct rows *rows, const struct figure_row *row, double top, double *middle)
{
	double label = height_of(row->label, rows->label_width);
	double note = height_of(note_of(row), rows->note_width);
	double height = fmax(BAR, fmax(label, note) + 2);

	*middle = top + height / 2;
	put_words(rows, row->label, SHEET_MARGIN, rows->label_width, *middle - label / 2, "ink");
	put_words(rows, note_of(row), rows->right + SHEET_MARGIN, rows->note_width,
		  *middle - note / 2, "muted");
	return top + height;
}

/* ------------------------------------------------------- what is cut off -- */

/* All points that are off the axis on one side, else the bar's end, else "". */
static const char *cut_text(const struct rows *rows, const struct figure_row *row, bool above)
{
	const char *text = "";
	bool bar = false;

	for (size_t i = 0; i < rows->figure->reach; i++) {
		double value = row->values[i];

		if (!isfinite(value) || (above ? value <= rows->most : value >= rows->least))
			continue;
		if (i < rows->figure->points)
			text = lab_printf("%s%s%.3g", text, text[0] != '\0' ? ", " : "", value);
		else
			bar = true;
	}
	if (text[0] != '\0')
		return above ? lab_printf("%s \xe2\x86\x92", text) :
			       lab_printf("\xe2\x86\x90 %s", text);
	return !bar ? "" : above ? "\xe2\x86\x92" : "\xe2\x86\x90";
}

static void put_cut(struct rows *rows, size_t index)
{
	const struct figure_row *row = &rows->figure->data.rows[index];
	double y = rows->middles[index];
	const char *below = cut_text(rows, row, false), *above = cut_text(rows, row, true);

	if (below[0] != '\0')
		sheet_text(rows->sheet, below, rows->left + 2, y, SHEET_TEXT, "ink", "left");
	if (above[0] != '\0')
		sheet_text(rows->sheet, above, rows->right - 2, y, SHEET_TEXT, "ink", "right");
}

static double put_rows(struct rows *rows)
{
	const struct grid *grid = &rows->figure->data;
	double y = rows->top;

	for (size_t i = 0; i < grid->count; i++) {
		y = put_row(rows, &grid->rows[i], y, &rows->middles[i]);
		put_cut(rows, i);
	}
	return y;
}

static void put_variables(const struct rows *rows, double bottom)
{
	FILE *out = rows->sheet->out;

	fprintf(out,
		"plot_left = %.1f\nplot_right = %.1f\nplot_top = %.1f\nplot_bottom = %.1f\n"
		"least = %.9g\nmost = %.9g\nset xtics (%s)\narray middle[%zu] = [",
		rows->left, rows->right, rows->top, bottom, rows->least, rows->most, rows->tics,
		rows->figure->data.count);
	for (size_t i = 0; i < rows->figure->data.count; i++)
		fprintf(out, "%s%.1f", i > 0 ? ", " : "", rows->middles[i]);
	fputs("]\n", out);
}

void plot_rows(struct sheet *sheet, const struct figure *figure)
{
	struct rows rows = { .sheet = sheet, .figure = figure };
	double bottom;

	sheet_signs(sheet, figure->signs, figure->sign_count, SHEET_MARGIN,
		    SHEET_WIDTH - 2 * SHEET_MARGIN);
	rows.top = sheet->y + 6;
	find_axis(&rows);
	lay_out(&rows);
	bottom = put_rows(&rows);
	put_variables(&rows, bottom);
	sheet->y = bottom + 22; /* the tics */
	sheet_lines(sheet, figure->x_label, rows.left, SHEET_WIDTH - rows.left - SHEET_MARGIN,
		    SHEET_TEXT, "muted", 0);
}
