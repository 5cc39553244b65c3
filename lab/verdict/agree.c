/* SPDX-License-Identifier: MIT */
/* agree.c - see agree.h. */
#include "lab/verdict/agree.h"

#include <math.h>

#include "lab/stats/word.h"
#include "lab/verdict/rows.h"

const char *agreement_name(enum agreement agreement)
{
	static const char *const names[AGREEMENTS] = { "same direction, overlapping",
						       "overlapping",
						       "no interval",
						       "disjoint",
						       "opposite",
						       "in one run only" };

	return names[agreement];
}

bool verdict_is_readable(const struct verdict *row)
{
	if (isnan(row->low) || isnan(row->high))
		return false;
	return verdict_kind_is_decided(row->kind) ||
	       (row->kind == UNDECIDED && word_of(row->low, row->high, row->margin) == UNDECIDED);
}

enum agreement verdict_agreement(const struct verdict *row, const struct verdict *other)
{
	int directions;

	if (row == NULL || other == NULL || row->measure != other->measure)
		return AGREEMENT_MISSING;
	if (!verdict_is_readable(row) || !verdict_is_readable(other))
		return AGREEMENT_NO_INTERVAL;
	directions = verdict_kind_direction(row->kind) * verdict_kind_direction(other->kind);
	if (directions < 0)
		return AGREEMENT_OPPOSITE;
	if (row->low > other->high || other->low > row->high)
		return AGREEMENT_DISJOINT;
	return directions > 0 ? AGREEMENT_SAME : AGREEMENT_OVERLAPS;
}

enum agreement verdicts_agree(const struct verdict *const *rows, size_t count)
{
	enum agreement worst = AGREEMENT_MISSING;

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++) {
			enum agreement two = verdict_agreement(rows[i], rows[j]);

			if (two != AGREEMENT_MISSING && (worst == AGREEMENT_MISSING || two > worst))
				worst = two;
		}
	return worst;
}

struct agreement_sums verdicts_sum_agreement(const struct verdicts *verdicts,
					     const struct verdicts *others, bool primary)
{
	struct agreement_sums sums = { .both = 0 };

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i], *other;
		enum agreement agreement;

		if (row->contrast == NULL || row->contrast->primary != primary)
			continue;
		other = verdicts_row(others, row->contrast->claim, row->contrast->name);
		agreement = verdict_agreement(row, other);
		sums.rows[agreement]++;
		if (agreement == AGREEMENT_MISSING)
			continue;
		sums.both++;
		if (verdict_kind_is_decided(row->kind) && verdict_kind_is_decided(other->kind)) {
			sums.decided++;
			sums.agreed += agreement <= AGREEMENT_OVERLAPS;
		}
		sums.equal_words += other->kind == row->kind;
	}
	return sums;
}
