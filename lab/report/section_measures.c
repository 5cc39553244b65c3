/* SPDX-License-Identifier: MIT */
/* section_measures.c - what contrasts cost or save besides their own measure. */
#include <math.h>

#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/show/table.h"

static const struct column columns[] = {
	{ "contrast", false },
	{ "arm / baseline", false },
	{ "cell", false },
	{ "measure", false },
	{ "supplied by", false },
	{ "baseline, per unit", true },
	{ "arm, per unit", true },
	{ "verdict", false },
	{ "arm / baseline, or arm - baseline", true },
	{ "second family 95 %, with layouts", false },
	{ "margin", true },
	{ "layout envelope", true },
	{ "A/A spread", true },
	{ "A/A trials that differ", false },
	{ "pairs used", true },
	{ "flagged", true },
	{ "because", false },
};

static const char *trials_text(const struct verdict *verdict)
{
	return verdict->measure->program == MEASURE_CALLGRIND ?
		       "exact" :
		       lab_printf("%zu of %zu", verdict->aa_alarms, verdict->aa_trials);
}

static void put_row(struct page *page, const struct verdict *verdict)
{
	const struct result *result = verdict->result;

	page_cell(page, words_contrast(verdict));
	page_cell(page, lab_printf("%s / %s", result->arm.name, result->baseline.name));
	page_cell(page, words_cell(result));
	page_cell(page, verdict->measure->noun);
	page_cell(page, verdict_program(verdict));
	for (int side = SIDE_A; side <= SIDE_B; side++)
		page_cell_number(page, verdict->levels[side],
				 table_number(verdict->levels[side], "-"));
	page_cell_badge(page, words_tone(verdict->kind), verdict->word);
	page_cell_number(page, verdict->median, words_median(verdict));
	page_cell(page, words_interval(verdict));
	page_cell_number(page, verdict->margin, words_length(verdict, verdict->margin));
	page_cell_number(page, verdict->envelope, words_length(verdict, verdict->envelope));
	page_cell_number(page, verdict->aa_spread, words_length(verdict, verdict->aa_spread));
	page_cell(page, trials_text(verdict));
	page_cell_number(page, (double)verdict->used, lab_printf("%zu", verdict->used));
	page_cell_number(page, (double)verdict->flagged, lab_printf("%zu", verdict->flagged));
	page_cell(page, verdict->because != NULL ? verdict->because : "");
}

void section_measures(struct page *page, const struct report_set *set)
{
	const struct verdicts *verdicts = set->verdicts;

	if (verdicts->further_count == 0) {
		page_paragraph(page, "No claim of this run asks for it.");
		return;
	}
	page_note(page, "What a contrast costs or saves besides its own measure: a second family, "
			"which decides nothing about the claim. Where 0 is an honest value the "
			"difference is compared, per unit of work, else the ratio. A measure of "
			"the counting build comes from pairs of that build, whose time nobody "
			"reads; what callgrind counted is exact, and its margin alone decides.");
	page_table_begin(page, "Further measures of contrasts", PAGE_COLUMNS(columns));
	for (size_t i = 0; i < verdicts->further_count; i++)
		put_row(page, &verdicts->further[i]);
	page_table_end(page);
}
