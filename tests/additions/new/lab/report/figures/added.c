/* SPDX-License-Identifier: MIT */
/* added.c - a plot that is there to be added: the largest ratio of each row. */
#include "lab/report/figure.h"

static void make(struct figures *figures, const struct figure_source *source)
{
	static const char *const columns[] = { "largest ratio" };
	struct figure *figure = figures_add(figures, "added");
	const struct summary *summary = source->summary;

	figure->form = FIGURE_ROWS;
	figure->title = "Added plot: the largest ratio of each row";
	figure->x_label = "ratio";
	figure->description = "A point for each row of the plan.";
	figure->draw = "plot data using 2:(at($1)) with points pointtype 7 linecolor rgb ink\n";
	figure->points = figure->reach = 1;
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = 1;
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];

		if (result->ratio.n == 0)
			continue;
		grid_add(&figure->data, lab_printf("%s: %s", figure_cell(summary, result),
						   figure_arms(figure, result)))
			->values[0] = result->ratio.max;
	}
	if (figure->data.count == 0)
		figures->count--;
}

FIGURE(added) = { .place = 95, .make = make, .otherwise = "No row in this run." };
