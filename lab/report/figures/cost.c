/* SPDX-License-Identifier: MIT */
/* cost.c - CPU time and context switches: baseline and arm of each row of the plan. */
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"

static void describe(struct figure *figure, const char *what)
{
	static const char *const columns[] = { "baseline", "arm" };
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_HOLLOW, .colour = "ink", .text = "baseline" },
		{ .sign = SIGN_POINT, .colour = "ink", .text = "arm" },
	};

	figure->form = FIGURE_ROWS;
	figure->description = lab_printf("A row for each row of the plan: the hollow point is the "
					 "baseline, the filled one the arm, further left is less. "
					 "%s",
					 what);
	figure->draw =
		"plot data using 2:(at($1)):($3 - $2):(0) with vectors nohead linewidth 2 "
		"linecolor rgb accent, \\\n"
		"\tdata using 2:(at($1)) with points pointtype 6 pointsize 0.8 linewidth 1.5 "
		"linecolor rgb ink, \\\n"
		"\tdata using 3:(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb ink\n";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->points = figure->reach = 2;
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
}

/* A logarithm has no zero: a side without any has no point. */
static double logarithmic(double value)
{
	return value > 0 ? value : NAN;
}

/* Of each side so many per unit of work. */
static void add_rows(struct figures *figures, const struct summary *summary,
		     double (*cost)(const struct side_summary *side))
{
	struct figure *figure = &figures->items[figures->count - 1];

	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		double baseline = logarithmic(cost(&result->sides[SIDE_A]));
		double arm = logarithmic(cost(&result->sides[SIDE_B]));
		struct figure_row *row;

		if (result->ratio.n == 0 || (isnan(baseline) && isnan(arm)))
			continue;
		row = grid_add(&figure->data, lab_printf("%s: %s", figure_cell(summary, result),
							 figure_arms(figure, result)));
		row->note = lab_printf("per %s", result->unit);
		row->values[0] = baseline;
		row->values[1] = arm;
	}
	if (figure->data.count == 0)
		figures->count--;
}

static double cpu_seconds_per_million(const struct side_summary *side)
{
	return side_value(side, "cpu_ns") * 1e-3;
}

static double switches_per_thousand(const struct side_summary *side)
{
	return side_value(side, "switches") * 1e3;
}

static int make(struct figures *figures, const struct figure_source *source)
{
	struct figure *figure = figures_add(figures, "cpu");

	figure->title = "CPU seconds of all threads for a million units of work";
	figure->x_label = "CPU seconds per million units, log axis";
	describe(figure, "CPU time counts all threads, so it can exceed the time that passes.");
	add_rows(figures, source->summary, cpu_seconds_per_million);

	figure = figures_add(figures, "switches");
	figure->title = "Context switches for a thousand units of work";
	figure->x_label = "context switches per thousand units, log axis";
	describe(figure, "Voluntary and involuntary switches; a side without any has no point.");
	add_rows(figures, source->summary, switches_per_thousand);
	return LAB_OK;
}

FIGURE(cost) = {
	.place = 80,
	.make = make,
	.otherwise = "No plot of CPU time or context switches: neither was counted in this run."
};
