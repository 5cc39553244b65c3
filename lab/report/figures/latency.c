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

#include <math.h>
#include <string.h>

#include "lab/report/figure.h"

static const double quantiles[] = { .5, .9, .99, .999, .9999 };

#define QUANTILES (sizeof(quantiles) / sizeof(quantiles[0]))

/* What the workload times, in its own words; they are of the arm that described itself. */
static const char *quantity(struct store *store, const char *workload)
{
	return store_first_text(
		store_query(store,
			    "SELECT json_extract(w.value, '$.measures') FROM arm a, "
			    "json_each(a.describe, '$.workloads') w "
			    "WHERE json_extract(w.value, '$.name') = ? LIMIT 1",
			    "s", workload),
		"what the workload times; schedlab list says it.");
}

static void describe(struct figure *figure, const struct result *result)
{
	static const char *const columns[] = { "ns", "share that is shorter" };
	static const char *const shown[] = { "50 % ns",	   "90 % ns", "99 % ns", "99.9 % ns",
					     "99.99 % ns", "max ns",  "samples" };

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
}

static void add_point(struct figure *figure, const char *panel, const char *label, double ns,
		      double share)
{
	struct figure_row *row = grid_add(&figure->data, label);

	row->panel = panel;
	row->values[0] = ns;
	row->values[1] = share;
}

static void add_curve(struct figure *figure, const struct latency *latency, const char *panel,
		      const char *label)
{
	struct figure_row *shown = grid_add(&figure->shown, label);
	double shorter = 0;

	for (size_t i = 0; i < latency->bucket_count; i++) {
		const struct latency_bucket *bucket = &latency->buckets[i];

		if (i == 0 || bucket->lower_ns > latency->buckets[i - 1].upper_ns)
			add_point(figure, panel, label, bucket->lower_ns, shorter / latency->count);
		shorter += bucket->count;
		add_point(figure, panel, label, bucket->upper_ns, shorter / latency->count);
	}
	for (size_t i = 0; i < QUANTILES; i++)
		shown->values[i] = latency_quantile(latency, quantiles[i]);
	shown->values[QUANTILES] = latency->max_ns;
	shown->values[QUANTILES + 1] = latency->count;
}

/* A panel has room for six tics; among more decades every other one is named. */
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

/* A row that has the arm; NULL: none was completed. */
static const struct result *row_of(const struct summary *summary, int64_t cell, int64_t arm)
{
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];

		if (result->cell == cell && result->ratio.n > 0 &&
		    (result->baseline.id == arm || result->arm.id == arm))
			return result;
	}
	return NULL;
}

/* A new figure; what its panel shows. */
static const char *begin(struct figures *figures, const struct figure_source *source,
			 const struct result *result)
{
	describe(figures_add(figures, "latency"), result);
	return lab_printf("Timed: %s", quantity(source->store, result->workload));
}

/* Cell by cell in the order of the plan. */
static void make(struct figures *figures, const struct figure_source *source)
{
	sqlite3_stmt *query = store_query(
		source->store,
		"SELECT s.cell, s.arm FROM sample s JOIN pair p ON s.pair = p.id "
		"JOIN plan l ON p.plan = l.id WHERE l.purpose <> 'planted' AND s.status = 'ok' "
		"AND json_type(s.row, '$.latency') IS NOT NULL "
		"GROUP BY s.cell, s.arm ORDER BY s.cell, min(l.id), min(s.side)",
		"");
	size_t first = figures->count;
	int64_t cell = -1;
	const char *panel = "";

	while (store_next(query)) {
		int64_t own = sqlite3_column_int64(query, 0), arm = sqlite3_column_int64(query, 1);
		const struct result *result = row_of(source->summary, own, arm);
		struct figure *figure;
		struct latency latency;

		if (result == NULL || !latency_load(&latency, source->store, own, arm))
			continue;
		if (own != cell)
			panel = begin(figures, source, result);
		cell = own;
		figure = &figures->items[figures->count - 1];
		add_curve(figure, &latency, panel,
			  figure_arm(figure, result->baseline.id == arm ? &result->baseline :
									  &result->arm));
	}
	sqlite3_finalize(query);
	for (size_t i = first; i < figures->count; i++) {
		set_tics(&figures->items[i]);
		figure_split(&figures->items[i]);
		figures->items[i].name = lab_printf("latency_%zu", i - first + 1);
	}
}

FIGURE(latency) = { .place = 60,
		    .make = make,
		    .otherwise = "No plot of latencies: no workload of this run timed any." };
