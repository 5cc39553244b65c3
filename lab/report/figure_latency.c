/* SPDX-License-Identifier: MIT */
/*
 * figure_latency.c - distributions of what a workload timed by itself, and the
 * stall of a queue's owner against the stall of the thief.
 *
 * The axis of the distribution is stretched towards the tail (90 %, 99 %, 99.9 %
 * at equal distances), as HdrHistogram's plots are: the middle is in the table.
 */
#include <inttypes.h>
#include <string.h>

#include "lab/report/figure_makers.h"
#include "lab/report/latency.h"
#include "lab/report/sweep.h"

static const double quantiles[] = { .5, .9, .99, .999, .9999 };

#define QUANTILES (sizeof(quantiles) / sizeof(quantiles[0]))

/* --------------------------------------------------------- distributions -- */

struct cell_figure {
	struct figures *figures;
	struct store *store;
	const struct result *first; /* of the cell */
	struct figure *figure;	    /* NULL: no arm had a histogram yet */
	struct strings arms;	    /* looked at */
};

static void begin(struct cell_figure *cell)
{
	static const char *const columns[] = { "ns", "share that is shorter" };
	static const char *const shown[] = { "50 % ns",	   "90 % ns", "99 % ns", "99.9 % ns",
					     "99.99 % ns", "max ns",  "samples" };
	const struct result *result = cell->first;
	struct figure *figure = figures_add(cell->figures, "latency");

	figure->template = "lines.gp";
	figure->settings = "log_x = 10\ntail = 1\n";
	figure->title = lab_printf("%s: distribution of latencies; %s, %s%s", result->workload,
				   result->params, result->workers_text, figure_build(result));
	figure->x_label = "ns";
	figure->y_label = "share of samples that are shorter";
	figure->description = "A line for each arm; further left is shorter, and the upper end "
			      "is the tail.";
	figure->data.label = figure->shown.label = "arm";
	figure->data.columns = columns;
	figure->data.column_count = 2;
	figure->shown.columns = shown;
	figure->shown.column_count = QUANTILES + 2;
	cell->figure = figure;
}

static void add_curve(struct figure *figure, const struct latency *latency, const char *label)
{
	struct figure_row *shown = grid_add(&figure->shown, label);
	double shorter = 0;

	for (size_t i = 0; i < latency->bucket_count; i++) {
		struct figure_row *row = grid_add(&figure->data, label);

		row->values[0] = latency->buckets[i].lower_ns;
		row->values[1] = shorter / latency->count;
		shorter += latency->buckets[i].count;
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
	status = latency_load(&latency, cell->store, cell->first->cell, arm->id);
	if (status != LAB_OK)
		return status == LAB_NO_DATA ? LAB_OK : status;
	if (cell->figure == NULL)
		begin(cell);
	add_curve(cell->figure, &latency, figure_arm(cell->figure, arm));
	return LAB_OK;
}

static bool is_first_of_cell(const struct summary *summary, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (summary->results[i].cell == summary->results[index].cell)
			return false;
	return true;
}

static int draw_cell(struct figures *figures, struct store *store, const struct summary *summary,
		     size_t first)
{
	struct cell_figure cell = { figures, store, &summary->results[first], NULL, { NULL, 0 } };
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
	return status;
}

int figure_latency(struct figures *figures, struct store *store, const struct summary *summary)
{
	size_t first = figures->count;
	int status = LAB_OK;

	for (size_t i = 0; i < summary->count && status == LAB_OK; i++)
		if (is_first_of_cell(summary, i))
			status = draw_cell(figures, store, summary, i);
	for (size_t i = first; i < figures->count; i++)
		figures->items[i].name = lab_printf("latency_%zu", i - first + 1);
	return status;
}

/* ----------------------------------------------------------------- stall -- */

static int measure_stall(const struct sweep *sweep, const struct result *result, enum side side,
			 double *values)
{
	const struct result_arm *arm = side == SIDE_A ? &result->baseline : &result->arm;
	struct latency latency;
	int status = latency_load(&latency, sweep->store, result->cell, arm->id);

	if (status != LAB_OK)
		return status;
	values[1] = latency_quantile(&latency, .999) * 1e-3;
	values[2] = latency_quantile(&latency, .99) * 1e-3;
	values[3] = latency_quantile(&latency, .9999) * 1e-3;
	values[4] = latency.max_ns * 1e-3;
	return LAB_OK;
}

static void describe_stall(struct figure *figure, const struct result *result)
{
	static const char *const columns[] = { "thief held for us", "owner's gap us: 99.9 %",
					       "99 %", "99.99 %", "max" };

	figure->template = "lines.gp";
	figure->settings = "log_x = 10\nlog_y = 10\ndiagonal = 1\nformat_y = \"%g\"\n";
	figure->title = lab_printf("stalled_thief: stall of the owner against stall of the thief; "
				   "%s, %s",
				   params_without(result->params, "hold_us"), result->workers_text);
	figure->x_label = "how long a thief is held in the middle of a steal, us";
	figure->y_label = "gap of the owner, us: 99.9 % (bars: 99 to 99.99 %)";
	figure->description = "A line for each arm: the gaps of the owner of a queue while a thief "
			      "stands still inside a steal. On the dotted line the owner waits "
			      "as long as the thief.";
	figure->data.label = "arm";
	figure->data.columns = columns;
	figure->data.column_count = 5;
}

int figure_stall(struct figures *figures, struct store *store, const struct summary *summary)
{
	const struct sweep sweep = { "stall", "stalled_thief", "hold_us",     1,
				     store,   measure_stall,   describe_stall };

	return sweep_figures(figures, &sweep, summary);
}
