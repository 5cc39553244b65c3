/* SPDX-License-Identifier: MIT */
/*
 * contention.c - what a spawn from outside costs, against the number of threads that spawn
 * at once and against the number of workers: time, waits for an inject lock, switches.
 *
 * Weakness: lock waits come from counting builds, of which most runs have a single sample
 * an arm (was the design used?), and that in a few cells.
 */
#include <math.h>

#include "lab/report/sweep.h"

#define WORKLOAD "remote_spawn"

static struct sweep_point measure_ns(const struct sweep_place *place, double factor)
{
	return sweep_spread(&place->values->ns, factor);
}

/* Per unit of work, of all samples of counting builds in such a cell, whichever build the
 * cell itself was planned for. */
static struct sweep_point measure_lock_waits(const struct sweep_place *place, double factor)
{
	const struct result *result = place->result;
	const struct spread spread = summary_spread(store_query(
		place->source->store,
		"SELECT 1.0 * json_extract(s.row, '$.metrics.inject_locks_contended.value') / "
		"s.units FROM sample s JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id "
		"WHERE s.status = 'ok' AND s.units > 0 AND a.name = ? AND c.workload = ? AND "
		"c.params = ? AND c.pin = ? AND c.workers = ?",
		"ssssi", place->arm->name, result->workload, result->params, result->pin,
		result->workers));

	return sweep_spread(&spread, factor);
}

static struct sweep_point measure_switches(const struct sweep_place *place, double factor)
{
	double switches = side_value(place->values, "switches") * factor;

	return (struct sweep_point){ switches, switches, switches };
}

static const struct sweep_panel panels[] = {
	{ .heading = "time: ns per task", .measure = measure_ns, .argument = 1 },
	{ .heading =
		  "lock waits: per thousand tasks, a spawner or worker found an inject lock held",
	  .measure = measure_lock_waits,
	  .argument = 1e3 },
	{ .heading = "context switches per thousand tasks",
	  .measure = measure_switches,
	  .argument = 1e3 },
};

#define PANELS (sizeof(panels) / sizeof(panels[0]))

static void describe(struct figure *figure, const char *title, const char *x_label)
{
	figure->title = title;
	figure->x_label = x_label;
	figure->y_label = "median; bars: quartiles, where they are known";
	figure->settings = "set yrange [0 : *]\n";
	figure->across = 3;
	figure->description =
		"A line for each arm joins what was measured. Shaded: producers and workers "
		"together are more threads than there are CPUs, so they take turns and a lock's "
		"holder may lose its CPU. Lock waits are counted by the counting build, whose "
		"time nobody reads.";
}

static void describe_producers(struct figure *figure, const struct result *result)
{
	describe(figure,
		 lab_printf(WORKLOAD ": cost of a task against producers; %s, %s%s",
			    params_without(result->params, "producers"), result->workers_text,
			    figure_build(result)),
		 "producers: threads that spawn from outside");
}

static void describe_workers(struct figure *figure, const struct result *result)
{
	describe(figure,
		 lab_printf(WORKLOAD ": cost of a task against workers; %s%s", result->params,
			    figure_build(result)),
		 "workers");
}

static void make(struct figures *figures, const struct figure_source *source)
{
	static const struct sweep producers = { .name = "contention",
						.workload = WORKLOAD,
						.param = "producers",
						.axis = "producers",
						.panels = panels,
						.panel_count = PANELS,
						.describe = describe_producers };
	static const struct sweep workers = { .name = "contention_workers",
					      .workload = WORKLOAD,
					      .axis = "workers",
					      .panels = panels,
					      .panel_count = PANELS,
					      .describe = describe_workers };

	sweep_figures(figures, &producers, source);
	sweep_figures(figures, &workers, source);
}

FIGURE(contention) = { .place = 40,
		       .make = make,
		       .otherwise = "No plot of contention: no two cells of " WORKLOAD
				    " differ in producers only or in workers only." };
