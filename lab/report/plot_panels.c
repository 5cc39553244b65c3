/* SPDX-License-Identifier: MIT */
/*
 * plot_panels.c - the form with small plots beside each other.
 *
 * Above each stand what it shows, what its vertical axis is, and its series; all of them
 * as text that was measured, so nothing leans on gnuplot's key.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/report/sheet.h"

#define TIC_ROOM    68.0 /* left of the axis */
#define RIGHT_ROOM  16.0 /* the last tic is wider than its place */
#define PLOT_HEIGHT 180.0
#define TIC_LINE    23.0
#define GAP	    24.0

struct panel {
	const struct figure_row *rows;
	size_t count;
	size_t series;			 /* runs of one label */
	double left, right, top, bottom; /* of the axes, in pixels */
};

struct panels {
	struct sheet *sheet;
	const struct figure *figure;
	struct panel *items;
	size_t count, across;
	double width; /* of one */
};

/* ----------------------------------------------------------------- steps -- */

static void put_steps(FILE *out, const struct figure *figure)
{
	double *steps, crowded = NAN;
	size_t count = figure_steps(figure, &steps);

	fputs("set xtics (", out);
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "%s\"%.6g\" %zu", i > 0 ? ", " : "", steps[i], i);
		if (isnan(crowded) && steps[i] >= figure->crowded_from)
			crowded = (double)i - 0.5;
	}
	fprintf(out, ")\nset xrange [-0.5 : %zu.5]\n", count - 1);
	if (isfinite(crowded))
		fprintf(out, "crowded = %.1f\n", crowded);
}

/* ---------------------------------------------------------------- panels -- */

static bool begins_panel(const struct grid *grid, size_t row)
{
	return row == 0 || strcmp(grid->rows[row].panel, grid->rows[row - 1].panel) != 0;
}

static bool begins_series(const struct panel *panel, size_t row)
{
	return row == 0 || strcmp(panel->rows[row].label, panel->rows[row - 1].label) != 0;
}

static void find_panels(struct panels *panels)
{
	const struct grid *grid = &panels->figure->data;

	for (size_t i = 0; i < grid->count; i++) {
		struct panel *panel;

		if (begins_panel(grid, i)) {
			panels->items = lab_grow(panels->items, panels->count,
						 sizeof(*panels->items));
			panels->items[panels->count++] = (struct panel){ .rows = &grid->rows[i] };
		}
		panel = &panels->items[panels->count - 1];
		panel->series += begins_series(panel, panel->count++);
	}
}

/* What stands above the axes, from sheet->y on. */
static void put_head(struct panels *panels, const struct panel *panel, double x)
{
	const struct figure *figure = panels->figure;
	struct figure_sign *signs = lab_alloc(panel->series * sizeof(*signs));
	size_t count = 0;

	sheet_lines(panels->sheet, panel->rows->panel, x, panels->width, SHEET_HEAD, "ink", 0);
	sheet_lines(panels->sheet, figure->y_label, x, panels->width, SHEET_SMALL, "muted", 0);
	for (size_t i = 0; i < panel->count && figure->sign_count == 0; i++)
		if (begins_series(panel, i))
			signs[count++] = (struct figure_sign){
				.sign = SIGN_SERIES,
				.text = panel->rows[i].label,
				.series = figure_colour(figure, panel->rows[i].label),
			};
	sheet_signs(panels->sheet, signs, count, x, panels->width);
}

/* Those that stand beside each other begin and end at one height. */
static void put_line_of_panels(struct panels *panels, size_t first)
{
	struct sheet *sheet = panels->sheet;
	double top = sheet->y, axes = top;
	size_t end = first + panels->across < panels->count ? first + panels->across :
							      panels->count;

	for (size_t i = first; i < end; i++) {
		double x = SHEET_MARGIN + (double)(i - first) * (panels->width + GAP);

		sheet->y = top;
		put_head(panels, &panels->items[i], x);
		axes = fmax(axes, sheet->y);
		panels->items[i].left = x + TIC_ROOM;
		panels->items[i].right = x + panels->width - RIGHT_ROOM;
	}
	for (size_t i = first; i < end; i++) {
		panels->items[i].top = axes + 8;
		panels->items[i].bottom = axes + 8 + PLOT_HEIGHT;
		sheet->y = panels->items[i].bottom + TIC_LINE;
		sheet_lines(sheet, panels->figure->x_label, panels->items[i].left - TIC_ROOM,
			    panels->width, SHEET_SMALL, "muted", 0);
	}
	sheet->y += GAP / 2;
}

static void put_array(const struct panels *panels, const char *name, size_t offset)
{
	fprintf(panels->sheet->out, "array %s[%zu] = [", name, panels->count);
	for (size_t i = 0; i < panels->count; i++)
		fprintf(panels->sheet->out, "%s%.1f", i > 0 ? ", " : "",
			*(const double *)((const char *)&panels->items[i] + offset));
	fputs("]\n", panels->sheet->out);
}

/* The series of each panel, counted through all of them, and how each is drawn. */
static void put_series(const struct panels *panels)
{
	FILE *out = panels->sheet->out;
	size_t next = 0;

	fprintf(out, "panels = %zu\narray from[%zu]\narray to[%zu]\n", panels->count, panels->count,
		panels->count);
	for (size_t i = 0; i < panels->count; i++) {
		fprintf(out, "from[%zu] = %zu; to[%zu] = %zu\n", i + 1, next, i + 1,
			next + panels->items[i].series - 1);
		next += panels->items[i].series;
	}
	fprintf(out, "array colour[%zu]\narray shape[%zu]\n", next, next);
	next = 0;
	for (size_t i = 0; i < panels->count; i++)
		for (size_t j = 0; j < panels->items[i].count; j++) {
			const struct panel *panel = &panels->items[i];
			unsigned int colour;

			if (!begins_series(panel, j))
				continue;
			colour = figure_colour(panels->figure, panel->rows[j].label);
			next++;
			fprintf(out, "colour[%zu] = %u; shape[%zu] = %u\n", next, colour, next,
				sheet_series_point(colour));
		}
}

void plot_panels(struct sheet *sheet, const struct figure *figure)
{
	struct panels panels = { .sheet = sheet, .figure = figure };
	double width = SHEET_WIDTH - 2 * SHEET_MARGIN;

	find_panels(&panels);
	panels.across = figure->across;
	if (panels.across > panels.count)
		panels.across = panels.count;
	panels.width = (width - GAP * (double)(panels.across - 1)) / (double)panels.across;
	if (isfinite(figure->crowded_from)) {
		const struct figure_sign crowded = { .sign = SIGN_BOX,
						     .colour = "band",
						     .text = figure->crowded };

		sheet_signs(sheet, &crowded, 1, SHEET_MARGIN, width);
	}
	sheet_signs(sheet, figure->signs, figure->sign_count, SHEET_MARGIN, width);
	sheet->y += 6;
	for (size_t i = 0; i < panels.count; i += panels.across)
		put_line_of_panels(&panels, i);
	put_array(&panels, "left", offsetof(struct panel, left));
	put_array(&panels, "right", offsetof(struct panel, right));
	put_array(&panels, "top", offsetof(struct panel, top));
	put_array(&panels, "bottom", offsetof(struct panel, bottom));
	put_series(&panels);
	if (figure->x == FIGURE_STEPS)
		put_steps(sheet->out, figure);
}
