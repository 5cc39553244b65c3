/* SPDX-License-Identifier: MIT */
/*
 * throughput.c - work done in a second against workers, and how many times that is what the
 * same arm does with one worker.
 */
#include <math.h>
#include <string.h>

#include "lab/report/sweep.h"

/* In so many a second; the quartiles change places. */
static struct sweep_point measure_throughput(const struct sweep_place *place, double per_ns)
{
	const struct spread *ns = &place->values->ns;

	if (ns->n == 0 || ns->quartile1 <= 0)
		return (struct sweep_point){ NAN, NAN, NAN };
	return (struct sweep_point){ per_ns / ns->median, per_ns / ns->quartile3,
				     per_ns / ns->quartile1 };
}

static bool differ_in_workers_only(const struct result *a, const struct result *b)
{
	return strcmp(a->workload, b->workload) == 0 && strcmp(a->params, b->params) == 0 &&
	       strcmp(a->pin, b->pin) == 0 && strcmp(a->flavour, b->flavour) == 0;
}

/* Of the same arm with one worker; NULL: not measured. */
static const struct spread *alone(const struct summary *summary, const struct result *result,
				  int64_t arm)
{
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *one = &summary->results[i];

		if (one->workers != 1 || one->ratio.n == 0 || one->purpose == PURPOSE_PLANTED ||
		    !differ_in_workers_only(one, result))
			continue;
		if (one->baseline.id == arm)
			return &one->sides[SIDE_A].ns;
		if (one->arm.id == arm)
			return &one->sides[SIDE_B].ns;
	}
	return NULL;
}

static struct sweep_point measure_speed_up(const struct sweep_place *place, double unused)
{
	const struct spread *one = alone(place->source->summary, place->result, place->arm->id);

	(void)unused;
	return measure_throughput(place, one != NULL && one->n > 0 ? one->median : NAN);
}

static void describe(struct figure *figure, const struct result *result)
{
	figure->settings = "set yrange [0 : *]\n";
	figure->title = lab_printf("%s: throughput against workers; %s%s", result->workload,
				   result->params, figure_build(result));
	figure->x_label = "workers";
	figure->y_label = "median and quartiles";
	figure->description = lab_printf(
		"A line for each arm: how many million times a %s is done in a second, and how "
		"many "
		"times as much as with one worker that is. The scatter of the one worker's runs is "
		"not "
		"in the bars of the speed-up. Shaded: workers take turns on the CPUs, so no "
		"speed-up is to be had.",
		result->unit);
}

static void make(struct figures *figures, const struct figure_source *source)
{
	static const struct sweep_panel panels[] = {
		{ .heading = "throughput: million units of work per second",
		  .measure = measure_throughput,
		  .argument = 1e3 },
		{ .heading = "speed-up: times the throughput of one worker",
		  .measure = measure_speed_up,
		  .guide = 1 },
	};
	static const struct sweep sweep = { .name = "throughput",
					    .axis = "workers",
					    .panels = panels,
					    .panel_count = sizeof(panels) / sizeof(panels[0]),
					    .guide = "as many times as workers",
					    .describe = describe };

	sweep_figures(figures, &sweep, source);
}

FIGURE(throughput) = {
	.place = 50,
	.make = make,
	.otherwise = "No plot of throughput: no arm ran a cell with different numbers of workers."
};
