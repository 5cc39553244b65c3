/* SPDX-License-Identifier: MIT */
/* ratio.c - a row for each row of the plan that has pairs of its own: their ratios. */
#include <string.h>

#include "lab/report/figure.h"

static void add_row(struct figure *figure, const struct summary *summary,
		    const struct result *result)
{
	const struct spread *ratio = &result->ratio;
	struct figure_row *row = grid_add(&figure->data,
					  lab_printf("%s: %s", figure_cell(summary, result),
						     figure_arms(figure, result)));

	row->note = lab_printf("n %zu", ratio->n);
	row->values[0] = ratio->median;
	row->values[1] = ratio->min;
	row->values[2] = ratio->quartile1;
	row->values[3] = ratio->quartile3;
	row->values[4] = ratio->max;
}

static void describe(struct figure *figure)
{
	static const char *const columns[] = { "ratio", "min", "quartile 1", "quartile 3", "max" };
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_POINT, .colour = "ink", .text = "median" },
		{ .sign = SIGN_THICK, .colour = "accent", .text = "quartiles" },
		{ .sign = SIGN_LINE, .colour = "muted", .text = "min to max" },
	};

	figure->form = FIGURE_ROWS;
	figure->title = "All rows: ns per unit, arm / baseline; below 1 the arm takes less time";
	figure->x_label = "ratio, log axis: median, quartiles and range over pairs";
	figure->description = "A row for each row of the plan that has pairs of its own: the point "
			      "is the median over its "
			      "pairs, the thick bar the quartiles, the thin one the range. What is "
			      "far off the others is an arrow at the edge.";
	figure->draw =
		"plot data using 2:(at($1)):3:6 with xerrorbars pointtype -1 linewidth 1 "
		"linecolor rgb muted, \\\n"
		"\tdata using 2:(at($1)):4:5 with xerrorbars pointtype -1 linewidth 5 "
		"linecolor rgb accent, \\\n"
		"\tdata using 2:(at($1)) with points pointtype 7 pointsize 0.6 linecolor rgb ink\n";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->points = 1;
	figure->reach = 5;
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
}

static void make(struct figures *figures, const struct figure_source *source)
{
	const struct summary *summary = source->summary;
	struct figure *figure = figures_add(figures, "ratio");

	describe(figure);
	for (size_t i = 0; i < summary->count; i++)
		if (result_has_own_pairs(&summary->results[i]))
			add_row(figure, summary, &summary->results[i]);
	if (figure->data.count == 0)
		figures->count--;
}

FIGURE(ratio) = { .place = 30,
		  .make = make,
		  .otherwise = "No plot of ratios: no pair was completed in this run." };
