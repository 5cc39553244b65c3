/* SPDX-License-Identifier: MIT */
/* treatment_effect.c - see treatment_effect.h. */
#include "lab/verdict/treatment_effect.h"

#include <math.h>
#include <string.h>

#include "lab/plan/order.h"
#include "lab/stats/layout.h"

#define ANY (-1)

static bool is_varied(const struct pair_datum *pair)
{
	return pair->heap_a >= 0 && pair->heap_b >= 0;
}

/* `treatment` on one side over `other` on the other side: a pair that has them the other way
 * round says it with the other sign. */
static size_t log_ratios(double *values, const struct verdict *row, int treatment, int other)
{
	bool layouts = row->purpose == PURPOSE_AA_LAYOUT;
	size_t count = 0;

	for (size_t i = 0; i < row->pair_count; i++) {
		const struct pair_datum *pair = &row->pairs[i];
		int a = layouts ? (int)pair->layout_a : pair->heap_a;
		int b = layouts ? (int)pair->layout_b : pair->heap_b;

		if (isnan(pair->datum) || pair->flagged || a == b || a < 0 || b < 0)
			continue;
		if (b == treatment && (other == ANY || a == other))
			values[count++] = pair->datum;
		else if (a == treatment && (other == ANY || b == other))
			values[count++] = -pair->datum;
	}
	return count;
}

static int measure(struct median_interval *interval, double *values, const struct verdict *row,
		   int treatment, int other)
{
	size_t count = log_ratios(values, row, treatment, other);

	return count == 0 ? 0 : median_interval(interval, values, count, 0.05);
}

static int add_row(struct treatment_effects *effects, const struct verdict *row)
{
	bool layouts = row->purpose == PURPOSE_AA_LAYOUT;
	double *values = lab_alloc((row->pair_count + 1) * sizeof(*values));
	int step = layouts ? 1 : HEAP_STEP;
	int end = layouts ? LAYOUT_MAX : HEAP_STEP * (int)HEAP_STEPS;
	int error = 0;

	for (int treatment = 0; treatment < end && error == 0; treatment += step) {
		struct treatment_effect effect = { .result = row->result, .treatment = treatment };

		error = measure(&effect.over_zero, values, row, treatment, 0);
		if (error == 0)
			error = measure(&effect.over_others, values, row, treatment, ANY);
		if (error != 0 || (layouts ? effect.over_zero.n : effect.over_others.n) == 0)
			continue;
		effects->rows = lab_grow(effects->rows, effects->count, sizeof(effect));
		effects->rows[effects->count++] = effect;
	}
	return error;
}

int treatment_effects_load(struct treatment_effects *effects, const struct verdicts *verdicts,
			   enum purpose purpose)
{
	int error = 0;

	memset(effects, 0, sizeof(*effects));
	for (size_t i = 0; i < verdicts->count && error == 0; i++)
		if (verdicts->rows[i].purpose == purpose)
			error = add_row(effects, &verdicts->rows[i]);
	return error == 0 ? LAB_OK : LAB_ENVIRONMENT;
}

const char *layout_made_of(struct store *store, const char *arm, int layout)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT l.what FROM layout l JOIN arm a ON l.arm = a.id WHERE a.name = ? "
		"AND l.number = ? LIMIT 1",
		"si", arm, (int64_t)layout);

	return store_first_text(query, "");
}

const char *heap_unvaried(const struct verdicts *verdicts)
{
	size_t pairs = 0, unvaried = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		for (size_t j = 0; j < verdicts->rows[i].pair_count; j++) {
			pairs++;
			unvaried += !is_varied(&verdicts->rows[i].pairs[j]);
		}
	if (unvaried == 0)
		return NULL;
	if (unvaried == pairs)
		return "heap placement: not varied";
	return lab_printf("heap placement: not varied in %zu of %zu pairs, whose arm takes no "
			  "--heap",
			  unvaried, pairs);
}
