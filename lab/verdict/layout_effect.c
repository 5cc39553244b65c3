/* SPDX-License-Identifier: MIT */
/* layout_effect.c - see layout_effect.h. */
#include "lab/verdict/layout_effect.h"

#include <math.h>
#include <string.h>

#include "lab/stats/layout.h"

/* N over 0: a pair that has N first says it with the other sign. */
static size_t log_ratios(double *values, const struct verdict *row, unsigned int layout)
{
	size_t count = 0;

	for (size_t i = 0; i < row->pair_count; i++) {
		const struct pair_datum *pair = &row->pairs[i];

		if (isnan(pair->datum) || pair->flagged)
			continue;
		if (pair->layout_a == 0 && pair->layout_b == layout)
			values[count++] = pair->datum;
		else if (pair->layout_a == layout && pair->layout_b == 0)
			values[count++] = -pair->datum;
	}
	return count;
}

static const char *made_of(struct store *store, const char *arm, unsigned int layout)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT l.what FROM layout l JOIN arm a ON l.arm = a.id WHERE a.name = ? "
		"AND l.number = ? LIMIT 1",
		"si", arm, (int64_t)layout);

	return store_first_text(query, "");
}

static void add_row(struct layout_effects *effects, struct store *store, const struct verdict *row)
{
	double *values = lab_alloc((row->pair_count + 1) * sizeof(*values));

	for (unsigned int layout = 1; layout < LAYOUT_MAX; layout++) {
		size_t count = log_ratios(values, row, layout);
		struct layout_effect effect = {
			.result = row->result,
			.layout = layout,
			.made_of = made_of(store, row->result->arm.name, layout),
		};

		if (count == 0 || median_interval(&effect.interval, values, count, 0.05) != 0)
			continue;
		effects->rows = lab_grow(effects->rows, effects->count, sizeof(effect));
		effects->rows[effects->count++] = effect;
	}
}

int layout_effects_load(struct layout_effects *effects, struct store *store,
			const struct verdicts *verdicts)
{
	memset(effects, 0, sizeof(*effects));
	for (size_t i = 0; i < verdicts->count; i++)
		if (verdicts->rows[i].purpose == PURPOSE_AA_LAYOUT)
			add_row(effects, store, &verdicts->rows[i]);
	return LAB_OK;
}
