/* SPDX-License-Identifier: MIT */
/* envelope.c - see envelope.h. */
#include "lab/verdict/envelope.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "lab/stats/layout.h"

static const struct verdict *layout_row(const struct verdict *rows, size_t count, int64_t cell,
					const char *arm)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].purpose == PURPOSE_AA_LAYOUT && rows[i].result->cell == cell &&
		    strcmp(rows[i].result->arm.name, arm) == 0)
			return &rows[i];
	return NULL;
}

/* Layouts are numbered from 0 without gaps. */
static size_t take_pairs(struct layout_pair *pairs, const struct verdict *row, size_t *layouts)
{
	size_t count = 0;

	*layouts = 0;
	for (size_t i = 0; i < row->pair_count; i++) {
		const struct pair_datum *pair = &row->pairs[i];
		unsigned int highest = pair->layout_a > pair->layout_b ? pair->layout_a :
									 pair->layout_b;

		*layouts = highest + 1 > *layouts ? highest + 1 : *layouts;
		if (isnan(pair->datum) || pair->flagged)
			continue;
		pairs[count++] = (struct layout_pair){ pair->datum, (int)pair->layout_a,
						       (int)pair->layout_b };
	}
	return count;
}

/* What the layouts of one arm do; NAN and why. */
static double envelope_of(const struct verdict *from, size_t from_count, int64_t cell,
			  const char *arm, const char **why)
{
	const struct verdict *row = layout_row(from, from_count, cell, arm);
	struct layout_range range = { .envelope = NAN, .why = "no layout A/A pairs" };
	struct layout_pair *pairs;
	size_t count, layouts;

	if (row != NULL && row->result->refused != NULL) {
		range.why = row->result->refused;
	} else if (row != NULL && row->pair_count > 0) {
		pairs = lab_alloc(row->pair_count * sizeof(*pairs));
		count = take_pairs(pairs, row, &layouts);
		if (layout_range(&range, pairs, count, layouts, LAYOUT_DEALS) != 0)
			range.envelope = NAN;
	}
	if (isnan(range.envelope) && *why == NULL)
		*why = lab_printf("%s: %s", arm, range.why);
	return range.envelope;
}

static double spread_of_cell(const struct verdict *from, size_t from_count, int64_t cell)
{
	double *values = NULL;
	size_t count = 0;

	for (size_t i = 0; i < from_count; i++) {
		if (!verdict_is_aa(&from[i]) || from[i].result->cell != cell)
			continue;
		for (size_t j = 0; j < from[i].pair_count; j++) {
			const struct pair_datum *pair = &from[i].pairs[j];

			if (isnan(pair->datum) || pair->flagged)
				continue;
			values = lab_grow(values, count, sizeof(*values));
			values[count++] = pair->datum;
		}
	}
	return count < 3 ? NAN : gsl_stats_sd(values, 1, count);
}

void verdict_envelopes(struct verdict *rows, size_t count, const struct verdict *from,
		       size_t from_count)
{
	for (size_t i = 0; i < count; i++) {
		const struct result *result = rows[i].result;

		rows[i].layouts_why = NULL;
		rows[i].envelope = envelope_of(from, from_count, result->cell,
					       result->baseline.name, &rows[i].layouts_why) +
				   envelope_of(from, from_count, result->cell, result->arm.name,
					       &rows[i].layouts_why);
		rows[i].aa_spread = spread_of_cell(from, from_count, result->cell);
	}
}
