/* SPDX-License-Identifier: MIT */
/*
 * forest.c - a row for each contrast, in the order of the claims: its median, its interval,
 * what does not matter, and what the same program against itself would show.
 *
 * Weakness: the band of identical programs assumes that a median of n pairs scatters like
 * one of a normal distribution.  A cell without A/A pairs has none.
 */
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"
#include "lab/report/words.h"
#include "lab/verdict/rows.h"

/* The middle 95 % of a normal distribution, in standard deviations, and by how much a
 * median scatters more than a mean: sqrt(pi / 2). */
#define MIDDLE_95    1.96
#define MEDIAN_WIDER 1.2533

static void add_contrast(struct figure *figure, const struct verdict *verdict)
{
	double margin = 1 + verdict->contrast->margin;
	double noise = exp(verdict->aa_spread * MIDDLE_95 * MEDIAN_WIDER /
			   sqrt((double)verdict->used));
	bool has_interval = isfinite(verdict->low) && isfinite(verdict->high);
	const double values[] = {
		exp(verdict->median),
		has_interval ? exp(verdict->low) : NAN,
		has_interval ? exp(verdict->high) : NAN,
		1 / margin,
		margin,
		1 / noise,
		noise,
		verdict->purpose == PURPOSE_PRIMARY,
	};
	struct figure_row *row = grid_add(&figure->data,
					  lab_printf("%s: %s", words_contrast(verdict),
						     figure_arms(figure, verdict->result)));

	row->note = lab_printf("%s, n %zu", verdict->word, verdict->used);
	memcpy(row->values, values, sizeof(values));
}

/* Those written down before the run, or the others. */
static void add_claim(struct figure *figure, const struct verdicts *verdicts, const char *claim,
		      enum purpose purpose)
{
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim, row)) != NULL)
		if (row->purpose == purpose && isfinite(row->median) &&
		    row->measure->datum == DATUM_LOG_RATIO)
			add_contrast(figure, row);
}

static void describe(struct figure *figure)
{
	static const char *const columns[] = { "ratio",	      "low",	 "high",     "margin low",
					       "margin high", "A/A low", "A/A high", "primary" };
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_POINT, .colour = "ink", .text = "primary contrast" },
		{ .sign = SIGN_HOLLOW, .colour = "ink", .text = "exploratory one" },
		{ .sign = SIGN_LINE, .colour = "accent", .text = "family-wise 95 %" },
		{ .sign = SIGN_BOX, .colour = "band", .text = "margin" },
		{ .sign = SIGN_BOX, .colour = "noise", .text = "A/A band, 95 %" },
	};

	figure->form = FIGURE_ROWS;
	figure->title = "Contrasts: ns per unit, arm / baseline; below 1 the arm takes less time";
	figure->x_label = "ratio, log axis: median over pairs, family-wise 95 % interval";
	figure->description =
		"A row for each contrast, by claim. The bar is the family-wise interval, none "
		"where there are too few pairs. Within the margin two arms count as equivalent. "
		"The A/A band is where 95 % of such medians would fall if both arms were the same "
		"program, by the A/A pairs of the cell; none where it has none. What is far off "
		"the others is an arrow at the edge, with its value.";
	figure->draw =
		"plot data using 2:(at($1)):5:6:(at($1) - 7):(at($1) + 7) with boxxyerror "
		"linecolor rgb band, \\\n"
		"\tdata using 2:(at($1)):7:8:(at($1) - 4):(at($1) + 4) with boxxyerror "
		"linecolor rgb noise, \\\n"
		"\tdata using ($3 == $3 ? $2 : NaN):(at($1)):3:4 with xerrorbars pointtype -1 "
		"linewidth 2 linecolor rgb accent, \\\n"
		"\tdata using ($9 == 1 ? $2 : NaN):(at($1)) with points pointtype 7 pointsize 0.7 "
		"linecolor rgb ink, \\\n"
		"\tdata using ($9 == 1 ? NaN : $2):(at($1)) with points pointtype 6 pointsize 0.7 "
		"linewidth 1.5 linecolor rgb ink\n";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->points = 1;
	figure->reach = 3;
	figure->data.label = "contrast: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
}

static void make(struct figures *figures, const struct figure_source *source)
{
	const struct verdicts *verdicts = source->verdicts;
	struct figure *figure = figures_add(figures, "forest");

	describe(figure);
	for (size_t i = 0; i < verdicts->claims.count; i++) {
		const char *claim = verdicts->claims.claims[i].name;

		add_claim(figure, verdicts, claim, PURPOSE_PRIMARY);
		add_claim(figure, verdicts, claim, PURPOSE_SECONDARY);
	}
	if (figure->data.count == 0)
		figures->count--;
}

FIGURE(forest) = { .place = 10,
		   .make = make,
		   .otherwise = "No forest: no contrast was measured in this run." };
