/* SPDX-License-Identifier: MIT */
/* figure_rows.c - a row each: contrasts, all ratios, CPU time and switches. */
#include <math.h>
#include <string.h>

#include "lab/report/figure_makers.h"
#include "lab/report/words.h"

/* The axis reaches over the first `columns` values of all rows, and at least from
 * `least` to `most`. */
static void set_axis(struct figure *figure, size_t columns, double least, double most)
{
	for (size_t i = 0; i < figure->data.count; i++) {
		for (size_t j = 0; j < columns; j++) {
			double value = figure->data.rows[i].values[j];

			if (isfinite(value) && value > 0 && value < least)
				least = value;
			if (isfinite(value) && value > most)
				most = value;
		}
	}
	figure->settings = lab_printf("%sleast = %.6g\nmost = %.6g\n", figure->settings, least,
				      most);
}

/* Ratios: a quarter to either side of 1, or more. */
static void set_ratio_axis(struct figure *figure)
{
	figure->settings = "ratio = 1\n";
	set_axis(figure, 5, 0.8, 1.25);
}

/* ---------------------------------------------------------------- forest -- */

static const char *const forest_columns[] = { "ratio",	    "low",	   "high",
					      "margin low", "margin high", "primary" };

static void add_contrast(struct figure *figure, const struct verdict *verdict)
{
	const struct contrast *contrast = verdict->contrast;
	struct figure_row *row = grid_add(&figure->data,
					  lab_printf("%s: %s", words_contrast(verdict),
						     figure_arms(figure, verdict->result)));

	row->note = lab_printf("%s, n %zu", verdict->word, verdict->used);
	row->values[0] = exp(verdict->median);
	if (isfinite(verdict->low) && isfinite(verdict->high)) {
		row->values[1] = exp(verdict->low);
		row->values[2] = exp(verdict->high);
	}
	row->values[3] = 1 / (1 + contrast->margin);
	row->values[4] = 1 + contrast->margin;
	row->values[5] = verdict->purpose == PURPOSE_PRIMARY;
}

static void add_contrasts(struct figure *figure, const struct verdicts *verdicts,
			  enum purpose purpose)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *verdict = &verdicts->rows[i];

		if (verdict->purpose == purpose && verdict->contrast != NULL &&
		    isfinite(verdict->median) && verdict->measure->datum == DATUM_LOG_RATIO)
			add_contrast(figure, verdict);
	}
}

void figure_forest(struct figures *figures, const struct verdicts *verdicts)
{
	struct figure *figure = figures_add(figures, "forest");

	figure->template = "forest.gp";
	figure->title = "Contrasts: ns per unit, arm / baseline; below 1 the arm takes less time";
	figure->x_label = "ratio, log axis: median over pairs, family-wise 95 % interval";
	figure->y_label = "";
	figure->description = "A line for each contrast: a filled point is a primary contrast, a "
			      "hollow one an exploratory one; the bar is the family-wise interval, "
			      "none where there are too few pairs; the shaded box is the margin "
			      "within which two arms count as equivalent.";
	figure->data.label = "contrast: arm / baseline";
	figure->data.columns = forest_columns;
	figure->data.column_count = 6;
	add_contrasts(figure, verdicts, PURPOSE_PRIMARY);
	add_contrasts(figure, verdicts, PURPOSE_SECONDARY);
	set_ratio_axis(figure);
	if (figure->data.count == 0)
		figures->count--;
}

/* ----------------------------------------------------------------- ratio -- */

static void add_ratio(struct figure *figure, const struct summary *summary,
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

void figure_ratio(struct figures *figures, const struct summary *summary)
{
	static const char *const columns[] = { "ratio", "min", "quartile 1", "quartile 3", "max" };
	struct figure *figure = figures_add(figures, "ratio");

	figure->template = "ratio.gp";
	figure->title = "All rows: ns per unit, arm / baseline; below 1 the arm takes less time";
	figure->x_label = "ratio, log axis: median, quartiles and range over pairs (w: workers)";
	figure->y_label = "";
	figure->description = "A line for each row of the plan: the point is the median over its "
			      "pairs, the thick bar the quartiles, the thin one the range.";
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = 5;
	for (size_t i = 0; i < summary->count; i++)
		if (summary->results[i].ratio.n > 0)
			add_ratio(figure, summary, &summary->results[i]);
	set_ratio_axis(figure);
	if (figure->data.count == 0)
		figures->count--;
}

/* ------------------------------------------------------------------ cost -- */

static void add_cost(struct figure *figure, const struct summary *summary,
		     const struct result *result, double baseline, double arm)
{
	struct figure_row *row = grid_add(&figure->data,
					  lab_printf("%s: %s", figure_cell(summary, result),
						     figure_arms(figure, result)));

	row->note = lab_printf("per %s", result->unit);
	row->values[0] = baseline;
	row->values[1] = arm;
}

static void describe_cost(struct figure *figure, const char *what)
{
	static const char *const columns[] = { "baseline", "arm" };

	figure->template = "cost.gp";
	figure->y_label = "";
	figure->description = lab_printf("A line for each row of the plan: the hollow point is the "
					 "baseline, the filled one the arm, further left is less. "
					 "%s",
					 what);
	figure->data.label = "cell: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = 2;
}

/* All values, and a little room about one of them: they may be all the same. */
static void set_cost_axis(struct figure *figure)
{
	double middle = 1;

	for (size_t i = 0; i < figure->data.count; i++)
		for (size_t j = 0; j < 2; j++)
			if (isfinite(figure->data.rows[i].values[j]))
				middle = figure->data.rows[i].values[j];
	set_axis(figure, 2, middle / 1.1, middle * 1.1);
}

void figure_cpu(struct figures *figures, const struct summary *summary)
{
	struct figure *figure = figures_add(figures, "cpu");

	figure->title = "CPU seconds of all threads for a million units of work";
	figure->x_label = "CPU seconds per million units, log axis";
	describe_cost(figure,
		      "CPU time counts all threads, so it can exceed the time that passes.");
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];

		if (result->ratio.n > 0 && result->sides[SIDE_A].cpu_ns > 0)
			add_cost(figure, summary, result, result->sides[SIDE_A].cpu_ns * 1e-3,
				 result->sides[SIDE_B].cpu_ns * 1e-3);
	}
	set_cost_axis(figure);
	if (figure->data.count == 0)
		figures->count--;
}

/* A logarithm has no zero: a side without any switch gets no point. */
static double switches_of(const struct side_summary *side)
{
	return side->switches > 0 ? side->switches * 1e3 : NAN;
}

void figure_switches(struct figures *figures, const struct summary *summary)
{
	struct figure *figure = figures_add(figures, "switches");

	figure->title = "Context switches for a thousand units of work";
	figure->x_label = "context switches per thousand units, log axis";
	describe_cost(figure,
		      "Voluntary and involuntary switches; a side without any has no point.");
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		double baseline = switches_of(&result->sides[SIDE_A]);
		double arm = switches_of(&result->sides[SIDE_B]);

		if (result->ratio.n > 0 && (isfinite(baseline) || isfinite(arm)))
			add_cost(figure, summary, result, baseline, arm);
	}
	set_cost_axis(figure);
	if (figure->data.count == 0)
		figures->count--;
}
