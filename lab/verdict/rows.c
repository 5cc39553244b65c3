/* SPDX-License-Identifier: MIT */
/* rows.c - see rows.h. */
#include "lab/verdict/rows.h"

#include <string.h>

static const struct verdict *next_of(const struct verdict *rows, size_t count, const char *claim,
				     const struct verdict *row)
{
	for (row = row == NULL ? rows : row + 1; row < rows + count; row++)
		if (row->contrast != NULL && strcmp(row->contrast->claim, claim) == 0)
			return row;
	return NULL;
}

const struct verdict *verdicts_next(const struct verdicts *verdicts, const char *claim,
				    const struct verdict *row)
{
	return next_of(verdicts->rows, verdicts->count, claim, row);
}

const struct verdict *verdicts_row(const struct verdicts *verdicts, const char *claim,
				   const char *contrast)
{
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim, row)) != NULL)
		if (strcmp(row->contrast->name, contrast) == 0)
			return row;
	return NULL;
}

const struct verdict *verdicts_next_further(const struct verdicts *verdicts, const char *claim,
					    const struct verdict *further)
{
	return next_of(verdicts->further, verdicts->further_count, claim, further);
}

bool verdict_is_beside(const struct verdict *row, const struct verdict *other)
{
	return strcmp(row->contrast->claim, other->contrast->claim) == 0 &&
	       strcmp(row->contrast->name, other->contrast->name) == 0;
}
