/* SPDX-License-Identifier: MIT */
/*
 * flip.c - where an answer turns over: a panel for each sweep of a claim, the effect with its
 * interval at each value of what was varied.
 */
#include <math.h>

#include "lab/report/figure.h"
#include "lab/verdict/flip.h"

static double drawn(const struct verdict *verdict, double datum)
{
	return verdict->measure->datum == DATUM_DIFFERENCE ? datum : exp(datum);
}

static void add_row(struct figure *figure, const char *panel, const char *label, double at,
		    double value, double low, double high)
{
	struct figure_row *row = grid_add(&figure->data, label);

	row->panel = panel;
	row->values[0] = at;
	row->values[1] = value;
	row->values[2] = low;
	row->values[3] = high;
}

/* No effect at all, over the whole axis. */
static void add_guide(struct figure *figure, const char *panel, const struct sweep_of_claim *sweep)
{
	double none = drawn(sweep->points[0].verdict, 0);

	for (size_t i = 0; i < sweep->count; i++)
		add_row(figure, panel, figure->guide, sweep->points[i].at, none, none, none);
}

static void describe(struct figure *figure, const struct sweep_of_claim *sweep)
{
	static const char *const columns[] = { "value", "median", "low", "high" };
	const struct verdict *first = sweep->points[0].verdict;
	bool is_ratio = first->measure->datum != DATUM_DIFFERENCE;

	figure->guide = "no difference";
	figure->title = lab_printf("%s: %s", first->result->workload, sweep->sentence);
	figure->x_label = lab_printf("%s; %s, %s%s", sweep->param,
				     params_without(first->result->params, sweep->param),
				     first->result->workers_text, figure_build(first->result));
	figure->y_label = is_ratio ? lab_printf("ratio of %s", first->measure->noun) :
				     lab_printf("difference of %s per unit", first->measure->noun);
	figure->description =
		"The points are medians, the bars the intervals that words are read from, layouts "
		"included. A point is proven if its bar leaves the dotted line; the answer turns "
		"between the last point that is proven on one side and the first on the other.";
	figure->data.label = "arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
	figure->x = FIGURE_STEPS;
	figure->settings = "";
	figure->draw = "using ($1 + aside(i, p)):3:4:5 with yerrorlines";
	figure->across = 1;
}

static void draw(struct figures *figures, const struct sweep_of_claim *sweep)
{
	struct figure *figure = figures_add(figures, "flip");
	const char *panel = lab_printf("claim %s", sweep->first->claim);

	describe(figure, sweep);
	for (size_t i = 0; i < sweep->count; i++) {
		const struct flip_point *point = &sweep->points[i];

		add_row(figure, panel, figure_arms(figure, point->verdict->result), point->at,
			drawn(point->verdict, point->median), drawn(point->verdict, point->low),
			drawn(point->verdict, point->high));
	}
	add_guide(figure, panel, sweep);
}

static void make(struct figures *figures, const struct figure_source *source)
{
	const struct claim_set *claims = &source->verdicts->claims;
	size_t first = figures->count;

	for (size_t i = 0; i < claims->count; i++) {
		struct sweeps_of_claim sweeps = flips_of(source->verdicts, claims->claims[i].name);

		for (size_t at = 0; at < sweeps.count; at++)
			draw(figures, &sweeps.items[at]);
	}
	figures_number(figures, first);
}

FIGURE(flip) = {
	.place = 36,
	.make = make,
	.otherwise = "No plot of where answers turn: no three contrasts of a claim differ in "
		     "one parameter only."
};
