/* SPDX-License-Identifier: MIT */
/* section_reds.c - samples that did wrong work, crashed or hung: cause and last state. */
#include <inttypes.h>

#include "lab/report/section.h"

#define LAST_STATE_BYTES 4000

static void put_red(struct page *page, const struct red_sample *red)
{
	page_list_begin(page);
	page_item(page, TONE_BAD, red->status != NULL ? red->status : "red",
		  lab_printf("%s [%s], %s %s, %" PRId64 " workers (%s): %s", red->arm, red->version,
			     red->workload, red->params, red->workers, red->mode,
			     red->cause != NULL ? red->cause : "no cause was given"));
	page_list_end(page);
	if (red->last_state != NULL && red->last_state[0] != '\0')
		page_code(page, lab_printf("%.*s", LAST_STATE_BYTES, red->last_state));
}

static bool has_reds(const struct report_set *set)
{
	return set->summary->red_count > 0;
}

static void write(struct page *page, const struct report_set *set)
{
	const struct summary *summary = set->summary;

	page_note(page, "A red row has no timing: wrong work has no speed.");
	for (size_t i = 0; i < summary->red_count; i++)
		put_red(page, &summary->reds[i]);
}

SECTION(reds) = { .place = 20, .title = "Red rows", .has = has_reds, .write = write };
