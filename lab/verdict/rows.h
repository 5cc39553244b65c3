/* SPDX-License-Identifier: MIT */
/*
 * rows.h - the judged rows of a claim or of a contrast, one after another:
 *
 *	const struct verdict *row = NULL;
 *
 *	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
 */
#ifndef LAB_VERDICT_ROWS_H
#define LAB_VERDICT_ROWS_H

#include "lab/verdict/verdict.h"

/* The claim's row behind `row` (NULL: its first one); NULL: there are no more. */
const struct verdict *verdicts_next(const struct verdicts *verdicts, const char *claim,
				    const struct verdict *row);

/* The row of that claim and contrast; NULL if there is none. */
const struct verdict *verdicts_row(const struct verdicts *verdicts, const char *claim,
				   const char *contrast);

/* Likewise of the further measures: those of a claim. */
const struct verdict *verdicts_next_further(const struct verdicts *verdicts, const char *claim,
					    const struct verdict *further);

/* Are they of the same contrast, by its names? */
bool verdict_is_beside(const struct verdict *row, const struct verdict *other);

#endif
