/* SPDX-License-Identifier: MIT */
/* plot.c - writes data and scripts, runs gnuplot; see plot.h. */
#include "lab/report/plot.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/asset.h"
#include "lab/base/interrupt.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/base/spawn.h"
#include "lab/report/palette.h"

#define CAPTION_WIDTH 120 /* characters */
#define ROW_WIDTH     90
#define SERIES_WIDTH  40
#define CAPTION_LINE  15  /* pixels */
#define PATIENCE_S    60u /* for one plot, which takes less than one */

/* What can become of gnuplot instead of an exit status. */
enum { NO_GNUPLOT = -1, HANGS = -2, INTERRUPTED = -3, DREW_NOTHING = -4 };

static FILE *open_in(const char *directory, const char *name, const char *end)
{
	const char *path = lab_printf("%s/%s%s", directory, name, end);
	FILE *file = regular_create(path);

	if (file == NULL)
		lab_error("cannot write %s: %s; check the directory", path,
			  error_and_remedy(errno));
	return file;
}

static int close_file(FILE *file, const char *directory, const char *name)
{
	bool failed = ferror(file) != 0;

	if (fclose(file) == 0 && !failed)
		return LAB_OK;
	lab_error("cannot write %s/%s: %s; free some disk space and run schedlab plot", directory,
		  name, strerror(errno));
	return LAB_ENVIRONMENT;
}

/* ------------------------------------------------------------------ data -- */

static bool is_line(const struct figure *figure)
{
	return strcmp(figure->template, "lines.gp") == 0;
}

/* gnuplot takes "NaN" for a point that is not there. */
static void write_values(FILE *out, const struct grid *grid, const struct figure_row *row)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		if (isfinite(row->values[i]))
			fprintf(out, "%s%.6g", i > 0 ? " " : "", row->values[i]);
		else
			fprintf(out, "%sNaN", i > 0 ? " " : "");
	}
}

/* A block a series, headed by its name. */
static void write_series(FILE *out, const struct grid *grid)
{
	for (size_t i = 0; i < grid->count; i++) {
		const struct figure_row *row = &grid->rows[i];

		if (i == 0 || strcmp(row->label, row[-1].label) != 0)
			fprintf(out, "%s\"%s\"\n", i > 0 ? "\n\n" : "",
				figure_quoted(row->label, SERIES_WIDTH));
		write_values(out, grid, row);
		fputc('\n', out);
	}
}

/* A line a row: its number, the values, its label and its note. */
static void write_rows(FILE *out, const struct grid *grid)
{
	for (size_t i = 0; i < grid->count; i++) {
		const struct figure_row *row = &grid->rows[i];

		fprintf(out, "%zu ", i);
		write_values(out, grid, row);
		fprintf(out, " \"%s\" \"%s\"\n", figure_quoted(row->label, ROW_WIDTH),
			row->note != NULL ? figure_quoted(row->note, ROW_WIDTH) : "");
	}
}

static int write_data(const struct figure *figure, const char *directory)
{
	FILE *file = open_in(directory, figure->name, ".dat");

	if (file == NULL)
		return LAB_ENVIRONMENT;
	if (is_line(figure))
		write_series(file, &figure->data);
	else
		write_rows(file, &figure->data);
	return close_file(file, directory, figure->name);
}

/* ---------------------------------------------------------------- script -- */

/* Host, suite and the versions of peers, a line each; \n for gnuplot between. */
static const char *caption(const struct figure *figure, const struct summary *summary, int *lines)
{
	const char *host = lab_printf("host: %s", summary->host_class);
	const char *suite = lab_printf("suite %s%s%s", summary->suite,
				       summary->label[0] != '\0' ? ". " : "", summary->label);
	const char *text = lab_printf("%s\\n%s", figure_quoted(host, CAPTION_WIDTH),
				      figure_quoted(suite, CAPTION_WIDTH));

	*lines = 2 + (int)figure->peers.count;
	for (size_t i = 0; i < figure->peers.count; i++)
		text = lab_printf("%s\\n%s", text,
				  figure_quoted(figure->peers.items[i], CAPTION_WIDTH));
	return text;
}

/* Of the labels or the notes, as far as they are shown. */
static size_t longest(const struct grid *grid, bool notes)
{
	size_t length = 0;

	for (size_t i = 0; i < grid->count; i++) {
		const char *text = notes ? grid->rows[i].note : grid->rows[i].label;
		size_t width = text != NULL ? figure_width(text) : 0;

		if (width > length)
			length = width;
	}
	return length < ROW_WIDTH ? length : ROW_WIDTH;
}

static void append_asset(FILE *out, const char *name)
{
	const struct asset *asset = asset_find(name);

	fwrite(asset->text, 1, asset->bytes, out);
}

/* A row has a line, its label and its note; a plot of lines has room beside it for
 * their names. */
static void write_size(FILE *script, const struct figure *figure, int caption_height)
{
	size_t label = longest(&figure->data, false), note = longest(&figure->data, true);
	int rows = figure->data.count > 3 ? (int)figure->data.count : 3;
	int width = 520 + 62 * (int)(label + note) / 10, height = 126 + 22 * rows;

	if (is_line(figure))
		height = 400;
	if (is_line(figure) || width < 960)
		width = 960;
	fprintf(script, "label_length = %zu\nnote_length = %zu\nwidth = %d\nheight = %d\n", label,
		note, width, height + caption_height);
}

static int write_script(const struct figure *figure, const struct summary *summary,
			const char *directory)
{
	FILE *script = open_in(directory, figure->name, ".gp");
	int lines;
	const char *text = caption(figure, summary, &lines);

	if (script == NULL)
		return LAB_ENVIRONMENT;
	fprintf(script, "# Draw again with: gnuplot -d %s.gp\nname = \"%s\"\ncaption = \"%s\"\n",
		figure->name, figure->name, text);
	fprintf(script, "plot_title = \"%s\"\nx_label = \"%s\"\ny_label = \"%s\"\n",
		figure_quoted(figure->title, CAPTION_WIDTH),
		figure_quoted(figure->x_label, CAPTION_WIDTH),
		figure_quoted(figure->y_label, CAPTION_WIDTH));
	fprintf(script, "caption_height = %d\nseries = %zu\nrows = %zu\n%s", CAPTION_LINE * lines,
		grid_series(&figure->data), figure->data.count, figure->settings);
	write_size(script, figure, CAPTION_LINE * lines);
	palette_print(script);
	append_asset(script, "style.gp");
	if (!is_line(figure))
		append_asset(script, "rows.gp");
	append_asset(script, figure->template);
	append_asset(script, "png.gp");
	return close_file(script, directory, figure->name);
}

/* --------------------------------------------------------------- gnuplot -- */

/* Its exit status, or what became of it; `before`: the end
 * of the run was asked for before it started. */
static int wait_for(pid_t pid, bool before)
{
	const struct timespec nap = { 0, 1000000 };
	uint64_t deadline_ns = now_ns() + PATIENCE_S * 1000000000ull;
	int how, result = 0;

	while (!spawn_ended(pid, &how)) {
		if (interrupted() != before)
			result = INTERRUPTED;
		else if (now_ns() >= deadline_ns)
			result = HANGS;
		if (result != 0) {
			spawn_kill(pid, &how);
			return result;
		}
		nanosleep(&nap, NULL);
	}
	return WIFEXITED(how) && how != SPAWN_LOST ? WEXITSTATUS(how) : 1;
}

/* Without the settings of the person or the system: they change what data means, and may
 * wait for a key. */
static int run_gnuplot(const char *directory, const char *script)
{
	char *argv[] = { lab_strdup("gnuplot"), lab_strdup("--default-settings"),
			 lab_strdup(script), NULL };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	const struct spawn program = {
		.argv = argv, .directory = directory, .in = nothing, .out = nothing, .err = -1
	};
	bool before = interrupted();
	pid_t pid;
	int error = spawn_start(&pid, &program);

	if (nothing >= 0)
		close(nothing);
	return error != 0 ? NO_GNUPLOT : wait_for(pid, before);
}

static int complain(int result, const char *directory, const char *name)
{
	switch (result) {
	case 0:
		return LAB_OK;
	case NO_GNUPLOT:
		lab_error("no plots: gnuplot is not in PATH; install gnuplot-nox and run "
			  "schedlab plot (data and scripts are in %s)",
			  directory);
		return LAB_OK;
	case INTERRUPTED:
		lab_error("interrupted: not all plots are drawn; schedlab plot draws them (data "
			  "and scripts are in %s)",
			  directory);
		return LAB_INTERRUPTED;
	case HANGS:
		lab_error("gnuplot did not end within %u s on %s/%s.gp; run it by hand and run "
			  "schedlab plot",
			  PATIENCE_S, directory, name);
		return LAB_ENVIRONMENT;
	case DREW_NOTHING:
		lab_error("gnuplot ended well on %s/%s.gp and drew nothing; see whether the "
			  "gnuplot in PATH is one, and run schedlab plot",
			  directory, name);
		return LAB_ENVIRONMENT;
	default:
		lab_error("gnuplot failed on %s/%s.gp with status %d; see its message above",
			  directory, name, result);
		return LAB_ENVIRONMENT;
	}
}

/* The two files of a plot: removed, so that none of an earlier one is taken for it. */
static void remove_drawn(const char *directory, const char *name)
{
	unlink(lab_printf("%s/%s.svg", directory, name));
	unlink(lab_printf("%s/%s.png", directory, name));
}

/* The page takes the first; not every gnuplot can make the second. */
static bool is_drawn(const char *directory, const char *name)
{
	struct stat svg;

	return stat(lab_printf("%s/%s.svg", directory, name), &svg) == 0 && svg.st_size > 0;
}

/* `drawing` ends where nothing more can be drawn, or shall be. */
static int draw(struct figure *figure, const struct summary *summary, const char *directory,
		bool *drawing)
{
	int result;

	if (write_data(figure, directory) != LAB_OK ||
	    write_script(figure, summary, directory) != LAB_OK)
		return LAB_ENVIRONMENT;
	if (!*drawing)
		return LAB_OK;
	remove_drawn(directory, figure->name);
	result = run_gnuplot(directory, lab_printf("%s.gp", figure->name));
	if (result == 0 && !is_drawn(directory, figure->name))
		result = DREW_NOTHING;
	figure->drawn = result == 0;
	*drawing = result != NO_GNUPLOT && result != INTERRUPTED && result != HANGS;
	return complain(result, directory, figure->name);
}

int plot_figures(struct figures *figures, const struct summary *summary, const char *directory)
{
	const char *plots = lab_printf("%s/plots", directory);
	bool drawing = true;
	int status = LAB_OK, one;

	if (mkdir(plots, 0777) != 0 && errno != EEXIST) {
		lab_error("cannot create %s: %s; check the directory", plots, strerror(errno));
		return LAB_ENVIRONMENT;
	}
	for (size_t i = 0; i < figures->count; i++) {
		one = draw(&figures->items[i], summary, plots, &drawing);
		if (one != LAB_OK)
			status = one;
	}
	return status;
}
