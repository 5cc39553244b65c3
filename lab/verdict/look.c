/* SPDX-License-Identifier: MIT */
/* look.c - see look.h. */
#include "lab/verdict/look.h"

#include <string.h>

#include "lab/stats/looks.h"
#include "lab/verdict/verdict.h"

static bool is_due(int64_t pairs, int64_t planned)
{
	return pairs < planned && looks_are_at((size_t)pairs);
}

static bool is_layout_row_of(const struct verdict *layouts, const struct result *result)
{
	const char *arm = layouts->result->arm.name;

	return layouts->purpose == PURPOSE_AA_LAYOUT && layouts->result->cell == result->cell &&
	       layouts->result->refused == NULL &&
	       (strcmp(arm, result->baseline.name) == 0 || strcmp(arm, result->arm.name) == 0);
}

static bool are_layouts_there(const struct verdicts *verdicts, const struct result *result)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (is_layout_row_of(row, result) && (int64_t)row->pair_count < row->result->pairs)
			return false;
	}
	return true;
}

/* Of each contrast that these pairs answer: nobody's question ends with another's word.  A
 * contrast of another measure than time has all its pairs. */
static bool have_their_words(const struct verdicts *verdicts, int64_t plan)
{
	bool found = false;

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (row->result->measured != plan)
			continue;
		found = true;
		if (!verdict_is_of_time(row) || !row->flags_agree ||
		    !verdict_kind_is_final(row->kind) || !are_layouts_there(verdicts, row->result))
			return false;
	}
	return found;
}

bool look_ends_row(struct store *store, const struct plan_row *planned)
{
	struct verdicts verdicts;
	struct summary summary;

	if (planned->contrast != NULL && !measure_is_time(planned->contrast->measure))
		return false;
	if (!is_due(store_row_pairs(store, planned), planned->pairs) ||
	    summary_load(&summary, store, NULL) != LAB_OK ||
	    verdicts_load_time(&verdicts, store, &summary) != LAB_OK)
		return false;
	return have_their_words(&verdicts, planned->id);
}
