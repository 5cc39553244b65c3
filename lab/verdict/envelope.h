/* SPDX-License-Identifier: MIT */
/*
 * envelope.h - what the A/A pairs of a row's cell tell about it.
 *
 * The envelope is what layouts alone may do between its two arms.
 * From the layout A/A rows of the same set, in the same cell: what each
 * arm's layouts do (stats/layout.h), summed over the two arms.  Flagged pairs do
 * not count.  A row's own pairs have no say.
 *
 * The spread is the standard deviation of all A/A pairs of the cell, of whichever arm.
 */
#ifndef LAB_VERDICT_ENVELOPE_H
#define LAB_VERDICT_ENVELOPE_H

#include "lab/verdict/verdict.h"

/* Of every row, before it is judged: envelope, layouts_why where that is NAN, aa_spread.
 * `from`: the rows to learn from. */
void verdict_envelopes(struct verdict *rows, size_t count, const struct verdict *from,
		       size_t from_count);

#endif
