/* SPDX-License-Identifier: MIT */
/*
 * drift.c - the ratio of each pair against when it ran: does the effect, or the machine,
 * change while it is measured?
 *
 * Weakness: the store has the order of the pairs and no clock times, so the axis counts
 * pairs.
 */
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"
#include "lab/report/words.h"

#define PAIRS_LEAST 8  /* fewer show no drift */
#define PANELS_MOST 18 /* what is beyond stands in the table of all ratios */

static const char *panel_of(struct figure *figure, const struct verdict *verdict)
{
	const char *arms = figure_arms(figure, verdict->result);

	if (verdict->contrast != NULL)
		return lab_printf("%s: %s", words_contrast(verdict), arms);
	return lab_printf("A/A, %s: %s", verdict->result->workload, arms);
}

static void add_pairs(struct figure *figure, const struct verdict *verdict)
{
	const char *panel = panel_of(figure, verdict);

	for (size_t i = 0; i < verdict->pair_count; i++) {
		const struct pair_datum *pair = &verdict->pairs[i];
		struct figure_row *row;

		if (!isfinite(pair->datum))
			continue;
		row = grid_add(&figure->data, "pair");
		row->panel = panel;
		row->values[0] = (double)pair->id;
		row->values[1] = pair->datum;
		row->values[2] = verdict->median;
		row->values[3] = pair->flagged;
	}
}

static bool is_drawn(const struct verdict *verdict)
{
	return (verdict->purpose == PURPOSE_PRIMARY || verdict->purpose == PURPOSE_AA_SAME) &&
	       verdict->measured_with == NULL && verdict->measure->datum == DATUM_LOG_RATIO &&
	       verdict->pair_count >= PAIRS_LEAST && isfinite(verdict->median);
}

/* A round number, about a quarter of `most`. */
static double tic_step(double most)
{
	double decade = pow(10, floor(log10(most / 4))), steps = most / 4 / decade;

	return decade * (steps < 2 ? 1 : steps < 5 ? 2 : 5);
}

static void describe(struct figure *figure, double pairs)
{
	static const char *const columns[] = { "pair of the run", "log ratio", "median",
					       "flagged" };
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_POINT, .colour = "accent", .text = "pair" },
		{ .sign = SIGN_HOLLOW, .colour = "ink", .text = "flagged pair" },
		{ .sign = SIGN_LINE, .colour = "ink", .text = "median of the row" },
	};

	figure->title = "Effect against time: the log ratio of each pair, in the order of the run";
	figure->x_label = "pairs of the run, in their order";
	figure->y_label = "log(arm / baseline); 0.1 is 10 %";
	figure->settings = lab_printf(
		"run = %.0f\nset xrange [0 : run]\nset xtics %g\nset format y \"%%g\"\n"
		"set offsets 0, 0, graph 0.1, graph 0.1\n",
		pairs, tic_step(pairs));
	figure->draw =
		"every ::0::0 using (0):4:(run):(0) with vectors nohead linewidth 1 linecolor rgb "
		"ink, "
		"data index i using ($5 == 1 ? NaN : $1):3 with points "
		"pointtype 7 pointsize 0.45 linecolor rgb accent, "
		"data index i using ($5 == 1 ? $1 : NaN):3 with points "
		"pointtype 6 pointsize 0.5 linecolor rgb ink";
	figure->description =
		"A panel for each primary contrast, and one for each program against itself (A/A): "
		"there, what moves is the machine. A cloud that climbs, falls or jumps says that "
		"it mattered when a pair ran. The store has no clock times, so the axis counts all "
		"pairs of the run.";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->across = 3;
	figure->data.label = "pair";
	figure->data.columns = columns;
	figure->data.column_count = 4;
}

static void make(struct figures *figures, const struct figure_source *source)
{
	const struct verdicts *verdicts = source->verdicts;
	struct figure *figure = figures_add(figures, "drift");
	size_t panels = 0;

	describe(figure, (double)store_number(source->store, "SELECT max(id) FROM pair"));
	for (size_t i = 0; i < verdicts->count && panels < PANELS_MOST; i++)
		if (is_drawn(&verdicts->rows[i])) {
			add_pairs(figure, &verdicts->rows[i]);
			panels++;
		}
	if (figure->data.count == 0)
		figures->count--;
}

FIGURE(drift) = {
	.place = 20,
	.make = make,
	.otherwise = "No plot against time: no primary contrast and no A/A row has enough pairs."
};
