/* SPDX-License-Identifier: MIT */
/*
 * forest.c - a row for each contrast, in the order of the claims: its median, its interval,
 * what does not matter, and what the same program against itself would show.
 *
 * Weakness: the band of identical programs assumes that a median of n pairs scatters like
 * one of a normal distribution.  A cell without A/A pairs borrows the spread of the others,
 * which may be quieter or louder; such a band is an outline.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/report/figure.h"
#include "lab/report/words.h"

/* The middle 95 % of a normal distribution, in standard deviations, and by how much a
 * median scatters more than a mean: sqrt(pi / 2). */
#define MIDDLE_95    1.96
#define MEDIAN_WIDER 1.2533

static const char *const columns[] = { "ratio",	      "low",	 "high",     "margin low",
				       "margin high", "A/A low", "A/A high", "A/A of its cell",
				       "primary" };

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The middle one of the cells that have A/A pairs, each counted once; NAN: there is none. */
static double middle_spread(const struct verdict *const *rows, size_t count)
{
	double *spreads = lab_alloc((count + 1) * sizeof(*spreads));
	size_t cells = 0;

	for (size_t i = 0; i < count; i++) {
		bool seen = !isfinite(rows[i]->aa_spread);

		for (size_t j = 0; j < i && !seen; j++)
			seen = rows[j]->result->cell == rows[i]->result->cell;
		if (!seen)
			spreads[cells++] = rows[i]->aa_spread;
	}
	qsort(spreads, cells, sizeof(*spreads), by_size);
	return cells > 0 ? spreads[cells / 2] : NAN;
}

static void add_contrast(struct figure *figure, const struct verdict *verdict, double others)
{
	const struct contrast *contrast = verdict->contrast;
	struct figure_row *row = grid_add(&figure->data,
					  lab_printf("%s: %s", words_contrast(verdict),
						     figure_arms(figure, verdict->result)));
	bool own = isfinite(verdict->aa_spread);
	double noise = (own ? verdict->aa_spread : others) * MIDDLE_95 * MEDIAN_WIDER /
		       sqrt((double)verdict->used);

	row->note = lab_printf("%s, n %zu", verdict->word, verdict->used);
	row->values[0] = exp(verdict->median);
	if (isfinite(verdict->low) && isfinite(verdict->high)) {
		row->values[1] = exp(verdict->low);
		row->values[2] = exp(verdict->high);
	}
	row->values[3] = 1 / (1 + contrast->margin);
	row->values[4] = 1 + contrast->margin;
	row->values[5] = exp(-noise);
	row->values[6] = exp(noise);
	row->values[7] = own;
	row->values[8] = verdict->purpose == PURPOSE_PRIMARY;
}

/* By claim; of one claim the primary contrasts first, then as they were planned. */
static int by_claim(const void *a, const void *b)
{
	const struct verdict *x = *(const struct verdict *const *)a;
	const struct verdict *y = *(const struct verdict *const *)b;
	const char *left = words_contrast(x), *right = words_contrast(y);
	size_t left_bytes = strcspn(left, "/"), right_bytes = strcspn(right, "/");
	int claims = strncmp(left, right, left_bytes > right_bytes ? left_bytes : right_bytes);
	bool primary_x = x->purpose == PURPOSE_PRIMARY, primary_y = y->purpose == PURPOSE_PRIMARY;

	if (claims != 0)
		return claims;
	if (primary_x != primary_y)
		return primary_x ? -1 : 1;
	return (x > y) - (x < y);
}

static bool is_shown(const struct verdict *verdict)
{
	return (verdict->purpose == PURPOSE_PRIMARY || verdict->purpose == PURPOSE_SECONDARY) &&
	       verdict->contrast != NULL && isfinite(verdict->median) &&
	       verdict->measure->datum == DATUM_LOG_RATIO;
}

static void make(struct figures *figures, const struct figure_source *source)
{
	static const struct figure_sign signs[] = {
		{ .sign = SIGN_POINT, .colour = "ink", .text = "primary contrast" },
		{ .sign = SIGN_HOLLOW, .colour = "ink", .text = "exploratory one" },
		{ .sign = SIGN_LINE, .colour = "accent", .text = "family-wise 95 %" },
		{ .sign = SIGN_BOX, .colour = "band", .text = "margin" },
		{ .sign = SIGN_BOX, .colour = "noise", .text = "A/A band, 95 %" },
		{ .sign = SIGN_OUTLINE, .colour = "muted", .text = "of other cells" },
	};
	const struct verdicts *verdicts = source->verdicts;
	const struct verdict **rows = lab_alloc((verdicts->count + 1) * sizeof(*rows));
	struct figure *figure;
	size_t count = 0;
	double others;

	for (size_t i = 0; i < verdicts->count; i++)
		if (is_shown(&verdicts->rows[i]))
			rows[count++] = &verdicts->rows[i];
	if (count == 0)
		return;
	others = middle_spread(rows, count);
	qsort(rows, count, sizeof(*rows), by_claim);
	figure = figures_add(figures, "forest");
	figure->form = FIGURE_ROWS;
	figure->title = "Contrasts: ns per unit, arm / baseline; below 1 the arm takes less time";
	figure->x_label = "ratio, log axis: median over pairs, family-wise 95 % interval";
	figure->description =
		"A row for each contrast, by claim. The bar is the family-wise interval, none "
		"where "
		"there are too few pairs. Within the margin two arms count as equivalent. The A/A "
		"band is where 95 % of such medians would fall if both arms were the same program, "
		"by the A/A pairs of the cell; a cell that has none borrows the middle spread of "
		"those that have, which may be quieter or louder. What is far off the others is an "
		"arrow at the edge, with its value.";
	figure->draw =
		"plot data using 2:(at($1)):5:6:(at($1) - 7):(at($1) + 7) with boxxyerror "
		"linecolor rgb band, \\\n"
		"\tdata using ($9 == 1 ? $2 : NaN):(at($1)):7:8:(at($1) - 4):(at($1) + 4) "
		"with boxxyerror linecolor rgb noise, \\\n"
		"\tdata using ($9 == 1 ? NaN : $2):(at($1)):7:8:(at($1) - 4):(at($1) + 4) "
		"with boxxyerror fillstyle empty border linewidth 0.7 linecolor rgb muted, "
		"\\\n"
		"\tdata using ($3 == $3 ? $2 : NaN):(at($1)):3:4 with xerrorbars pointtype -1 "
		"linewidth 2 linecolor rgb accent, \\\n"
		"\tdata using ($10 == 1 ? $2 : NaN):(at($1)) with points pointtype 7 pointsize 0.7 "
		"linecolor rgb ink, \\\n"
		"\tdata using ($10 == 1 ? NaN : $2):(at($1)) with points pointtype 6 pointsize 0.7 "
		"linewidth 1.5 linecolor rgb ink\n";
	memcpy(figure->signs, signs, sizeof(signs));
	figure->sign_count = sizeof(signs) / sizeof(signs[0]);
	figure->points = 1;
	figure->reach = 3;
	figure->data.label = "contrast: arm / baseline";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
	for (size_t i = 0; i < count; i++)
		add_contrast(figure, rows[i], others);
}

FIGURE(forest) = { .place = 10,
		   .make = make,
		   .otherwise = "No forest: no contrast was measured in this run." };
