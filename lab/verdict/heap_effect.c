/* SPDX-License-Identifier: MIT */
/* heap_effect.c - see heap_effect.h. */
#include "lab/verdict/heap_effect.h"

#include <math.h>
#include <string.h>

#include "lab/run/sample.h"

#define ANY (-1)

static bool is_varied(const struct pair_datum *pair)
{
	return pair->heap_a >= 0 && pair->heap_b >= 0;
}

/* `heap` on one side over `other` on the other side: a pair that has them the other way
 * round says it with the other sign. */
static size_t log_ratios(double *values, const struct verdict *row, int heap, int other)
{
	size_t count = 0;

	for (size_t i = 0; i < row->pair_count; i++) {
		const struct pair_datum *pair = &row->pairs[i];

		if (isnan(pair->datum) || pair->flagged || !is_varied(pair) ||
		    pair->heap_a == pair->heap_b)
			continue;
		if (pair->heap_b == heap && (other == ANY || pair->heap_a == other))
			values[count++] = pair->datum;
		else if (pair->heap_a == heap && (other == ANY || pair->heap_b == other))
			values[count++] = -pair->datum;
	}
	return count;
}

static int measure(struct median_interval *interval, double *values, const struct verdict *row,
		   int heap, int other)
{
	size_t count = log_ratios(values, row, heap, other);

	memset(interval, 0, sizeof(*interval));
	return count == 0 ? 0 : median_interval(interval, values, count, 0.05);
}

static int add_row(struct heap_effects *effects, const struct verdict *row)
{
	double *values = lab_alloc((row->pair_count + 1) * sizeof(*values));
	int error = 0;

	for (unsigned int step = 0; step < HEAP_STEPS && error == 0; step++) {
		struct heap_effect effect = { .result = row->result,
					      .heap = HEAP_STEP * (int)step };

		error = measure(&effect.over_zero, values, row, effect.heap, 0);
		if (error == 0)
			error = measure(&effect.over_others, values, row, effect.heap, ANY);
		if (error != 0 || effect.over_others.n == 0)
			continue;
		effects->rows = lab_grow(effects->rows, effects->count, sizeof(effect));
		effects->rows[effects->count++] = effect;
	}
	return error;
}

int heap_effects_load(struct heap_effects *effects, const struct verdicts *verdicts)
{
	int error = 0;

	memset(effects, 0, sizeof(*effects));
	for (size_t i = 0; i < verdicts->count && error == 0; i++)
		if (verdicts->rows[i].purpose == PURPOSE_AA_SAME)
			error = add_row(effects, &verdicts->rows[i]);
	return error == 0 ? LAB_OK : LAB_ENVIRONMENT;
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
