/* SPDX-License-Identifier: MIT */
/* figure_sweeps.c - cost against producers, throughput against workers. */
#include <string.h>

#include "lab/report/figure_makers.h"
#include "lab/report/sweep.h"

/* ------------------------------------------------------------ contention -- */

static int measure_ns(const struct sweep *sweep, const struct result *result, enum side side,
		      double *values)
{
	const struct spread *ns = &result->sides[side].ns;

	(void)sweep;
	if (ns->n == 0)
		return LAB_NO_DATA;
	values[1] = ns->median;
	values[2] = ns->quartile1;
	values[3] = ns->quartile3;
	return LAB_OK;
}

static void describe_contention(struct figure *figure, const struct result *result)
{
	static const char *const columns[] = { "producers", "ns per task", "quartile 1",
					       "quartile 3" };

	figure->template = "lines.gp";
	figure->settings = "log_x = 2\n";
	figure->title = lab_printf("remote_spawn: cost per task against concurrent producers; %s, "
				   "%s%s",
				   params_without(result->params, "producers"),
				   result->workers_text, figure_build(result));
	figure->x_label = "producers (threads that spawn from outside)";
	figure->y_label = "ns per task, median and quartiles";
	figure->description = "A line for each arm: how the cost of a spawn from outside grows "
			      "with the number of threads that spawn at the same time.";
	figure->data.label = "arm";
	figure->data.columns = columns;
	figure->data.column_count = 4;
}

void figure_contention(struct figures *figures, const struct summary *summary)
{
	static const struct sweep sweep = { "contention", "remote_spawn", "producers",	      1,
					    NULL,	  measure_ns,	  describe_contention };

	sweep_figures(figures, &sweep, summary);
}

/* ------------------------------------------------------------ throughput -- */

/* The quartiles change places. */
static int measure_throughput(const struct sweep *sweep, const struct result *result,
			      enum side side, double *values)
{
	const struct spread *ns = &result->sides[side].ns;

	(void)sweep;
	if (ns->n == 0 || ns->quartile1 <= 0)
		return LAB_NO_DATA;
	values[1] = 1e9 / ns->median;
	values[2] = 1e9 / ns->quartile3;
	values[3] = 1e9 / ns->quartile1;
	return LAB_OK;
}

static void describe_throughput(struct figure *figure, const struct result *result)
{
	static const char *const columns[] = { "workers", "units per second", "quartile 1",
					       "quartile 3" };

	figure->template = "lines.gp";
	figure->settings = "whole_x = 1\nformat_y = \"%.1s%c\"\n";
	figure->title = lab_printf("%s: throughput against workers; %s%s", result->workload,
				   result->params, figure_build(result));
	figure->x_label = "workers";
	figure->y_label = lab_printf("%ss per second, median and quartiles", result->unit);
	figure->description = "A line for each arm: how much work is done in a second, against "
			      "the number of worker threads.";
	figure->data.label = "arm";
	figure->data.columns = columns;
	figure->data.column_count = 4;
}

void figure_throughput(struct figures *figures, const struct summary *summary)
{
	static const struct sweep sweep = {
		"throughput", NULL, NULL, 2, NULL, measure_throughput, describe_throughput
	};

	sweep_figures(figures, &sweep, summary);
}
