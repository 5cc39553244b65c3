/* SPDX-License-Identifier: MIT */
/*
 * plot_write.c - the data and the script of a figure, for gnuplot.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/asset.h"
#include "lab/base/out_file.h"
#include "lab/report/sheet.h"

static const char *path_of(const char *directory, const struct figure *figure, const char *end)
{
	return lab_printf("%s/%s%s", directory, figure->name, end);
}

/* ------------------------------------------------------------------ data -- */

/* gnuplot takes "NaN" for a point that is not there. */
static void write_values(FILE *out, const struct grid *grid, const struct figure_row *row)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		if (isfinite(row->values[i]))
			fprintf(out, " %.10g", row->values[i]); /* 99.9999 % is not 1 */
		else
			fputs(" NaN", out);
	}
	fputc('\n', out);
}

static double place_of(double value, const double *steps, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (steps[i] == value)
			return (double)i;
	return value;
}

/* Of panels a block a series, headed by its panel and its name. */
static void write_head(FILE *out, const struct figure *figure, size_t i)
{
	const struct figure_row *row = &figure->data.rows[i];

	if (figure->form == FIGURE_ROWS)
		fprintf(out, "# %s\n", figure_quoted(row->label));
	else if (i == 0 || strcmp(row->label, row[-1].label) != 0 ||
		 strcmp(row->panel, row[-1].panel) != 0)
		fprintf(out, "%s# %s\n# %s\n", i > 0 ? "\n\n" : "", figure_quoted(row->panel),
			figure_quoted(row->label));
}

/* Each line begins with its place: of rows their number. */
static void write_rows(FILE *out, const struct figure *figure)
{
	const struct grid *grid = &figure->data;
	double *steps = NULL;
	size_t count = figure->x == FIGURE_STEPS ? figure_steps(figure, &steps) : 0;

	for (size_t i = 0; i < grid->count; i++) {
		double place = figure->form == FIGURE_ROWS ?
				       (double)i :
				       place_of(grid->rows[i].values[0], steps, count);

		write_head(out, figure, i);
		fprintf(out, "%.6g", place);
		write_values(out, grid, &grid->rows[i]);
	}
}

static void write_columns(FILE *out, const struct figure *figure)
{
	fprintf(out, "# Columns: %s", figure->form == FIGURE_ROWS ? "row" : "place on the axis");
	for (size_t i = 0; i < figure->data.column_count; i++)
		fprintf(out, ", %s", figure_quoted(figure->data.columns[i]));
	fputc('\n', out);
}

static int write_data(const struct figure *figure, const char *directory)
{
	const char *path = path_of(directory, figure, ".dat");
	FILE *file = out_create(path);

	if (file == NULL)
		return LAB_ENVIRONMENT;
	write_columns(file, figure);
	write_rows(file, figure);
	return out_close(file, path, "and run schedlab plot");
}

/* --------------------------------------------------------------- caption -- */

/* Host, suite and the versions of peers. */
static void put_caption(struct sheet *sheet, const struct figure *figure,
			const struct summary *summary)
{
	double width = SHEET_WIDTH - 2 * SHEET_MARGIN;

	sheet->y += 10;
	sheet_lines(sheet, lab_printf("host: %s", summary->host_class), SHEET_MARGIN, width,
		    SHEET_SMALL, "muted", 0);
	sheet_lines(sheet,
		    lab_printf("suite %s%s%s", summary->suite,
			       summary->label[0] != '\0' ? ". " : "", summary->label),
		    SHEET_MARGIN, width, SHEET_SMALL, "muted", 0);
	if (figure->peers.count > 0)
		sheet_lines(sheet, strings_join(&figure->peers, "; "), SHEET_MARGIN, width,
			    SHEET_SMALL, "muted", 0);
}

/* ---------------------------------------------------------------- script -- */

static void append_asset(FILE *out, const char *name)
{
	const struct asset *asset = asset_find(name);

	fwrite(asset->text, 1, asset->bytes, out);
}

/* The texts and their places; they are written before it is known how high all is. */
static char *make_body(const struct figure *figure, const struct summary *summary, double *height)
{
	struct sheet sheet = { .y = 8 };
	size_t bytes;
	char *body;

	sheet.out = open_memstream(&body, &bytes);
	if (sheet.out == NULL)
		return NULL;
	sheet_lines(&sheet, figure->title, SHEET_MARGIN, SHEET_WIDTH - 2 * SHEET_MARGIN,
		    SHEET_TITLE, "ink", 0);
	sheet.y += 4;
	if (figure->form == FIGURE_ROWS)
		plot_rows(&sheet, figure);
	else
		plot_panels(&sheet, figure);
	put_caption(&sheet, figure, summary);
	*height = ceil(sheet.y + 8);
	if (fclose(sheet.out) == 0)
		return body;
	free(body);
	return NULL;
}

static void put_all(FILE *script, const struct figure *figure, const char *body, double height)
{
	bool rows = figure->form == FIGURE_ROWS;

	fprintf(script,
		"# Draw again with: gnuplot -d %s.gp\nname = \"%s\"\nwidth = %.0f\nheight = %.0f\n",
		figure->name, figure->name, SHEET_WIDTH, height);
	append_asset(script, "style.gp");
	fputs(body, script);
	if (rows)
		append_asset(script, "rows.gp");
	fputs(figure->settings, script);
	if (rows) {
		fputs(figure->draw, script);
	} else {
		fprintf(script, "draw = '%s'%s\n", figure->draw,
			figure->sign_count == 0 ? ".look" : "");
		append_asset(script, "panels.gp");
	}
	fputs("unset output\n", script);
}

static int write_script(const struct figure *figure, const struct summary *summary,
			const char *directory)
{
	const char *path = path_of(directory, figure, ".gp");
	FILE *script = out_create(path);
	double height;
	char *body = script != NULL ? make_body(figure, summary, &height) : NULL;
	int status;

	if (script == NULL)
		return LAB_ENVIRONMENT;
	if (body == NULL)
		lab_error("cannot write %s: no memory for it; run schedlab plot", path);
	else
		put_all(script, figure, body, height);
	status = out_close(script, path, "and run schedlab plot");
	free(body);
	return body != NULL ? status : LAB_ENVIRONMENT;
}

int plot_write(const struct figure *figure, const struct summary *summary, const char *directory)
{
	int data = write_data(figure, directory);

	return data == LAB_OK ? write_script(figure, summary, directory) : data;
}
