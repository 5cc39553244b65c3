/* SPDX-License-Identifier: MIT */
/*
 * plan_layouts.c - the layout A/A pairs without which no row gets a word.
 *
 * The envelope of a row comes from the layouts of its two arms in its cell
 * (verdict/envelope.h).  A row of fewer pairs than that costs is not worth it: it
 * stays undecided, and says so.
 */
#include "lab/plan/plan.h"

/* Screening rows of a suite are not judged; those of a person are, by compare. */
static bool is_judged(const struct plan_row *row, bool screening)
{
	return row->refused == NULL &&
	       (row->purpose == PURPOSE_PRIMARY || row->purpose == PURPOSE_SECONDARY ||
		row->purpose == PURPOSE_PLANTED || row->purpose == PURPOSE_FURTHER ||
		(screening && row->purpose == PURPOSE_SCREENING));
}

void plan_add_layouts(struct plan *plan, const struct arm_set *set, unsigned int pairs,
		      bool screening)
{
	struct request request = request_default();
	size_t count = plan->row_count;

	request.purpose = PURPOSE_AA_LAYOUT;
	request.pairs = pairs;
	for (size_t i = 0; i < count; i++) {
		const struct plan_row row = plan->rows[i]; /* adding moves them */

		if (!is_judged(&row, screening) || row.pairs <= pairs || pairs == 0)
			continue;
		plan_add_row(plan, set, row.cell, row.baseline, row.baseline, &request);
		plan_add_row(plan, set, row.cell, row.arm, row.arm, &request);
	}
}
