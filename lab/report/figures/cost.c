/* SPDX-License-Identifier: MIT */
/* cost.c - what a row of the plan costs besides time: CPU time and context switches. */
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"

static void describe(struct figure *figure)
{
	static const char *const columns[] = { "CPU time", "context switches" };
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_POINT, .colour = "ink", .text = "CPU time of all threads" },
		{ .sign = SIGN_HOLLOW, .colour = "ink", .text = "context switches" },
	};

	figure->form = FIGURE_ROWS;
	figure->title = "Cost besides time: arm / baseline, per unit; below 1 the arm takes less";
	figure->x_label = "ratio of the medians, log axis";
	figure->description =
		"A row for each row of the plan that has pairs of its own. CPU time counts all "
		"threads, so it can move "
		"against "
		"the time that passes; switches are voluntary and involuntary ones, and where a "
		"side "
		"has none there is no point. How much each side takes is among the raw medians.";
	figure->draw =
		"plot data using 2:(at($1)) with points pointtype 7 pointsize 0.7 linecolor rgb "
		"ink, \\\n"
		"\tdata using 3:(at($1)) with points pointtype 6 pointsize 0.8 linewidth 1.5 "
		"linecolor rgb ink\n";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->points = figure->reach = 2;
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
}

/* NAN: not known, or nothing to divide or to draw. */
static double ratio_of(const struct result *result, const char *column)
{
	double ratio = side_value(&result->sides[SIDE_B], column) /
		       side_value(&result->sides[SIDE_A], column);

	return isfinite(ratio) && ratio > 0 ? ratio : NAN;
}

static void make(struct figures *figures, const struct figure_source *source)
{
	const struct summary *summary = source->summary;
	struct figure *figure = figures_add(figures, "cost");

	describe(figure);
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		double cpu = ratio_of(result, "cpu_ns"), switches = ratio_of(result, "switches");
		struct figure_row *row;

		if (!result_has_own_pairs(result) || (isnan(cpu) && isnan(switches)))
			continue;
		row = grid_add(&figure->data, lab_printf("%s: %s", figure_cell(summary, result),
							 figure_arms(figure, result)));
		row->values[0] = cpu;
		row->values[1] = switches;
	}
	if (figure->data.count == 0)
		figures->count--;
}

FIGURE(cost) = {
	.place = 35,
	.make = make,
	.otherwise = "No plot of CPU time and context switches: neither was counted in this run."
};
