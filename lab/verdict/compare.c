/* SPDX-License-Identifier: MIT */
/* compare.c - see compare.h. */
#include "lab/verdict/compare.h"

#include <fnmatch.h>
#include <math.h>
#include <string.h>

#include "lab/verdict/envelope.h"
#include "lab/verdict/parts.h"

static bool is_between(const struct verdict *row, const char *arm, const char *against)
{
	const char *a = row->result->baseline.name, *b = row->result->arm.name;

	return row->purpose <= PURPOSE_SCREENING && row->pair_count > 0 && !row->measured_with &&
	       verdict_is_of_time(row) &&
	       ((strcmp(b, arm) == 0 && strcmp(a, against) == 0) ||
		(strcmp(b, against) == 0 && strcmp(a, arm) == 0));
}

static struct verdict *row_of(struct verdicts *comparison, int64_t cell)
{
	for (size_t i = 0; i < comparison->count; i++)
		if (comparison->rows[i].result->cell == cell)
			return &comparison->rows[i];
	return NULL;
}

/* The same result seen from the other side. */
static const struct result *turned(const struct result *result)
{
	struct result *other = lab_alloc(sizeof(*other));

	*other = *result;
	other->baseline = result->arm;
	other->arm = result->baseline;
	other->sides[SIDE_A] = result->sides[SIDE_B];
	other->sides[SIDE_B] = result->sides[SIDE_A];
	return other;
}

static struct verdict *new_row(struct verdicts *comparison, const struct verdict *found,
			       bool inverted)
{
	struct verdict *row;

	comparison->rows = lab_grow(comparison->rows, comparison->count, sizeof(*row));
	row = &comparison->rows[comparison->count++];
	*row = *found;
	row->pairs = NULL;
	row->pair_count = 0;
	row->purpose = PURPOSE_PRIMARY;
	if (inverted)
		row->result = turned(found->result);
	row->levels[SIDE_A] = verdict_ns(row->result, SIDE_A);
	row->levels[SIDE_B] = verdict_ns(row->result, SIDE_B);
	return row;
}

static void add_pairs(struct verdict *row, const struct verdict *found, bool inverted)
{
	for (size_t i = 0; i < found->pair_count; i++) {
		struct pair_datum pair = found->pairs[i];

		if (inverted) {
			pair.datum = -pair.datum;
			pair.layout_a = found->pairs[i].layout_b;
			pair.layout_b = found->pairs[i].layout_a;
			pair.heap_a = found->pairs[i].heap_b;
			pair.heap_b = found->pairs[i].heap_a;
		}
		row->pairs = lab_grow(row->pairs, row->pair_count, sizeof(pair));
		row->pairs[row->pair_count++] = pair;
	}
}

static void pool(struct verdicts *comparison, const struct verdict *found, const char *arm)
{
	bool inverted = strcmp(found->result->arm.name, arm) != 0;
	struct verdict *row = row_of(comparison, found->result->cell);

	if (row == NULL)
		row = new_row(comparison, found, inverted);
	add_pairs(row, found, inverted);
}

int verdicts_compare(struct verdicts *comparison, const struct verdicts *verdicts,
		     const struct summary *summary, const char *arm, const char *against,
		     const char *workloads)
{
	int status;

	*comparison = (struct verdicts){ .calibration = verdicts->calibration };
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (is_between(row, arm, against) &&
		    fnmatch(workloads, row->result->workload, 0) == 0)
			pool(comparison, row, arm);
	}
	verdict_envelopes(comparison->rows, comparison->count, verdicts->rows, verdicts->count);
	/* What a claim asked is said as the claim's row says it, from whichever side. */
	for (size_t i = 0; i < comparison->count; i++)
		if (comparison->rows[i].family < comparison->count)
			comparison->rows[i].family = comparison->count;
	status = verdicts_judge_rows(comparison);
	if (status == LAB_OK)
		verdicts_word(comparison, summary);
	return status;
}
