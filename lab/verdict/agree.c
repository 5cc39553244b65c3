/* SPDX-License-Identifier: MIT */
/* agree.c - see agree.h. */
#include "lab/verdict/agree.h"

#include <string.h>

const char *agreement_name(enum agreement agreement)
{
	static const char *const names[] = { "same", "CONTRADICTS", "one decided", "none decided",
					     "not measured" };

	return names[agreement];
}

const struct verdict *verdicts_row(const struct verdicts *verdicts, const char *claim,
				   const char *contrast)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (row->contrast != NULL && strcmp(row->contrast->claim, claim) == 0 &&
		    strcmp(row->contrast->name, contrast) == 0)
			return row;
	}
	return NULL;
}

enum agreement verdict_agreement(const struct verdict *row, const struct verdict *other)
{
	bool first = verdict_kind_is_decided(row->kind);

	if (other == NULL)
		return AGREEMENT_MISSING;
	if (first != verdict_kind_is_decided(other->kind))
		return AGREEMENT_ONE_DECIDED;
	if (!first)
		return AGREEMENT_NONE_DECIDED;
	return row->kind == other->kind ? AGREEMENT_SAME : AGREEMENT_CONTRADICTS;
}
