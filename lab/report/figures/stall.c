/* SPDX-License-Identifier: MIT */
/*
 * stall.c - how long the owner of a queue is kept from its work while a thief stands still
 * in the middle of a steal: a panel for each quantile of the owner's gaps.
 */
#include <math.h>

#include "lab/report/latency.h"
#include "lab/report/sweep.h"

/* In us.  A quantile of one distribution has no bar. */
static struct sweep_point measure(const struct sweep_place *place, double quantile)
{
	struct latency latency;
	double gap = NAN;

	if (latency_load(&latency, place->source->store, place->result->cell, place->arm->id))
		gap = latency_quantile(&latency, quantile) * 1e-3;
	return (struct sweep_point){ gap, gap, gap };
}

static void describe(struct figure *figure, const struct result *result)
{
	figure->title = lab_printf("stalled_thief: stall of the owner against stall of the thief; "
				   "%s, %s",
				   params_without(result->params, "hold_us"), result->workers_text);
	figure->x_label = "us that a thief is held in the middle of a steal";
	figure->y_label = "gap of the owner between two polls, us, log axis";
	figure->settings = "set logscale y\nset format y \"%g\"\n";
	figure->draw = "using ($1 + aside(i, p)):3 with linespoints";
	figure->across = 3;
	figure->description = "A line for each arm. On the dotted line the owner of a queue waits "
			      "as long as the thief. Within a bucket of the histogram, which is "
			      "6 % wide, gaps are taken to lie evenly.";
}

static void make(struct figures *figures, const struct figure_source *source)
{
	static const struct sweep_panel panels[] = {
		{ "99 % of the gaps are shorter", measure, .99, 1 },
		{ "99.9 % of the gaps are shorter", measure, .999, 1 },
		{ "99.99 % of the gaps are shorter", measure, .9999, 1 },
	};
	static const struct sweep sweep = { .name = "stall",
					    .workload = "stalled_thief",
					    .param = "hold_us",
					    .axis = "thief held for us",
					    .panels = panels,
					    .panel_count = sizeof(panels) / sizeof(panels[0]),
					    .guide = "as long as the thief",
					    .describe = describe };

	sweep_figures(figures, &sweep, source);
}

FIGURE(stall) = {
	.place = 70,
	.make = make,
	.otherwise = "No plot of the stall: no two cells of stalled_thief differ in hold_us only."
};
