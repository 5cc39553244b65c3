/* SPDX-License-Identifier: MIT */
/*
 * latency.c - distributions of what a workload timed by itself, a figure for each cell.
 *
 * A curve goes through the upper end of each bucket, up to which the share is known
 * exactly, and is straight within it.  The axis of the shares is stretched towards the tail
 * (90 %, 99 %, 99.9 % at equal distances), as HdrHistogram's plots are: the middle is in
 * the table.
 */
#include "lab/report/latency.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"

static const double quantiles[] = { .5, .9, .99, .999, .9999 };

#define QUANTILES (sizeof(quantiles) / sizeof(quantiles[0]))

struct cell_figure {
	struct figures *figures;
	const struct figure_source *source;
	const struct result *first; /* of the cell */
	struct figure *figure;	    /* NULL: no arm had a histogram yet */
	const char *quantity;	    /* what is timed */
	struct strings arms;	    /* looked at */
};

/* What the workload times, in its own words; they are of the arm that described itself. */
static const char *quantity(const struct cell_figure *cell)
{
	sqlite3_stmt *query = store_query(
		cell->source->store,
		"SELECT json_extract(w.value, '$.measures') FROM arm a, "
		"json_each(a.describe, '$.workloads') w WHERE json_extract(w.value, '$.name') = ? "
		"LIMIT 1",
		"s", cell->first->workload);
	const char *text = store_next(query) ? store_text(query, 0) : NULL;

	sqlite3_finalize(query);
	return text != NULL ? text : "what the workload times; schedlab list says it.";
}

static void begin(struct cell_figure *cell)
{
	static const char *const columns[] = { "ns", "share that is shorter" };
	static const char *const shown[] = { "50 % ns",	   "90 % ns", "99 % ns", "99.9 % ns",
					     "99.99 % ns", "max ns",  "samples" };
	const struct result *result = cell->first;
	struct figure *figure = figures_add(cell->figures, "latency");

	figure->settings = "set logscale x\nset format x \"%.0s %cs\"\n"
			   "depth(share) = share < 1 ? -log10(1 - share) : NaN\n"
			   "set ytics (\"50 %%\" depth(.5), \"90 %%\" 1, \"99 %%\" 2, "
			   "\"99.9 %%\" 3, \"99.99 %%\" 4, \"99.999 %%\" 5, \"99.9999 %%\" 6)\n";
	figure->draw = "using ($2 * 1e-9):(depth($3)) with linespoints pointinterval 12 + i";
	figure->title = lab_printf("%s: distribution of latencies; %s, %s%s", result->workload,
				   result->params, result->workers_text, figure_build(result));
	figure->x_label = "latency, log axis";
	figure->y_label = "share of the latencies that are shorter";
	figure->description =
		"A line for each arm; further left is shorter, and the upper end is the tail. In "
		"the table, within a bucket of the histogram, which is 6 % wide, latencies are "
		"taken to lie evenly.";
	figure->data.label = figure->shown.label = "arm";
	figure->data.columns = columns;
	figure->data.column_count = 2;
	figure->shown.columns = shown;
	figure->shown.column_count = QUANTILES + 2;
	cell->quantity = lab_printf("Timed: %s", quantity(cell));
	cell->figure = figure;
}

static void add_point(struct cell_figure *cell, const char *label, double ns, double share)
{
	struct figure_row *row = grid_add(&cell->figure->data, label);

	row->panel = cell->quantity;
	row->values[0] = ns;
	row->values[1] = share;
}

static void add_curve(struct cell_figure *cell, const struct latency *latency, const char *label)
{
	struct figure_row *shown = grid_add(&cell->figure->shown, label);
	double shorter = 0;

	for (size_t i = 0; i < latency->bucket_count; i++) {
		const struct latency_bucket *bucket = &latency->buckets[i];

		if (i == 0 || bucket->lower_ns > latency->buckets[i - 1].upper_ns)
			add_point(cell, label, bucket->lower_ns, shorter / latency->count);
		shorter += bucket->count;
		add_point(cell, label, bucket->upper_ns, shorter / latency->count);
	}
	for (size_t i = 0; i < QUANTILES; i++)
		shown->values[i] = latency_quantile(latency, quantiles[i]);
	shown->values[QUANTILES] = latency->max_ns;
	shown->values[QUANTILES + 1] = latency->count;
}

static int add_arm(struct cell_figure *cell, const struct result_arm *arm)
{
	const char *id = lab_printf("%" PRId64, arm->id);
	struct latency latency;
	int status;

	if (strings_contain(&cell->arms, id))
		return LAB_OK;
	strings_add(&cell->arms, id);
	status = latency_load(&latency, cell->source->store, cell->first->cell, arm->id);
	if (status != LAB_OK)
		return status == LAB_NO_DATA ? LAB_OK : status;
	if (cell->figure == NULL)
		begin(cell);
	add_curve(cell, &latency, figure_arm(cell->figure, arm));
	return LAB_OK;
}

/* A phone has room for six tics; among more decades every other one is named. */
static void set_tics(struct figure *figure)
{
	double least = INFINITY, most = 0;

	for (size_t i = 0; i < figure->data.count; i++) {
		least = fmin(least, figure->data.rows[i].values[0]);
		most = fmax(most, figure->data.rows[i].values[0]);
	}
	if (ceil(log10(most)) - floor(log10(fmax(least, 1))) > 5)
		figure->settings = lab_printf("%sset xtics 100\n", figure->settings);
}

static bool is_first_of_cell(const struct summary *summary, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (summary->results[i].cell == summary->results[index].cell)
			return false;
	return true;
}

static int draw_cell(struct figures *figures, const struct figure_source *source, size_t first)
{
	const struct summary *summary = source->summary;
	struct cell_figure cell = { .figures = figures,
				    .source = source,
				    .first = &summary->results[first] };
	int status = LAB_OK;

	for (size_t i = first; i < summary->count && status == LAB_OK; i++) {
		const struct result *result = &summary->results[i];

		if (result->cell != cell.first->cell || result->ratio.n == 0 ||
		    result->purpose == PURPOSE_PLANTED)
			continue;
		status = add_arm(&cell, &result->baseline);
		if (status == LAB_OK)
			status = add_arm(&cell, &result->arm);
	}
	if (cell.figure != NULL) {
		set_tics(cell.figure);
		figure_split(cell.figure);
	}
	return status;
}

static int make(struct figures *figures, const struct figure_source *source)
{
	size_t first = figures->count;
	int status = LAB_OK;

	for (size_t i = 0; i < source->summary->count && status == LAB_OK; i++)
		if (is_first_of_cell(source->summary, i))
			status = draw_cell(figures, source, i);
	for (size_t i = first; i < figures->count; i++)
		figures->items[i].name = lab_printf("latency_%zu", i - first + 1);
	return status;
}

FIGURE(latency) = { .place = 60,
		    .make = make,
		    .otherwise = "No plot of latencies: no workload of this run timed any." };
