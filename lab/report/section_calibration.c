/* SPDX-License-Identifier: MIT */
/*
 * section_calibration.c - does the lab call equal things different, and does it
 * find what was planted?  A/A rows and planted rows of this run, and the rates.
 */
#include "lab/report/section.h"
#include "lab/report/words.h"

static const struct column row_columns[] = {
	{ "cell", false }, { "arm", false },	  { "what", false }, { "judged", false },
	{ "ratio", true }, { "interval", false }, { "pairs", true }, { "flagged", true },
};

static const struct column planted_columns[] = {
	{ "planted", true },
	{ "rows", true },
	{ "found", true },
};

static void put_trial(struct page *page, const struct verdict *verdict)
{
	page_cell(page, words_cell(verdict->result));
	page_cell(page, verdict->result->arm.name);
	page_cell(page, words_trial(verdict));
	page_cell_badge(page, TONE_PLAIN, verdict->word);
	page_cell_number(page, verdict->median, words_median(verdict));
	page_cell(page, words_interval(verdict));
	page_cell_number(page, (double)verdict->used, lab_printf("%zu", verdict->used));
	page_cell_number(page, (double)verdict->flagged, lab_printf("%zu", verdict->flagged));
}

static void put_trials(struct page *page, const struct verdicts *verdicts)
{
	bool any = false;

	for (size_t i = 0; i < verdicts->count; i++) {
		if (words_trial(&verdicts->rows[i]) == NULL)
			continue;
		if (!any)
			page_table_begin(page, "A/A and planted rows of this run",
					 PAGE_COLUMNS(row_columns));
		any = true;
		put_trial(page, &verdicts->rows[i]);
	}
	if (any)
		page_table_end(page);
	else
		page_paragraph(page, "This run has no A/A and no planted rows.");
}

static void put_planted(struct page *page, const struct verdicts *verdicts)
{
	if (verdicts->planted_count == 0)
		return;
	page_table_begin(page, "Planted slowdowns, judged like primary rows",
			 PAGE_COLUMNS(planted_columns));
	for (size_t i = 0; i < verdicts->planted_count; i++) {
		const struct planted *planted = &verdicts->planted[i];

		page_cell_number(page, planted->percent, lab_printf("%g %%", planted->percent));
		page_cell_number(page, (double)planted->rows, lab_printf("%zu", planted->rows));
		page_cell_number(page, (double)planted->found, lab_printf("%zu", planted->found));
	}
	page_table_end(page);
}

static void write(struct page *page, const struct report_set *set)
{
	page_note(page, "An A/A trial compares what is equal; the rate at which it is called "
			"different, without any correction, should be 3.1 %. A planted slowdown "
			"is there by construction and should be found, as far as the noise of its "
			"cell allows.");
	page_paragraph(page, lab_printf("%s; %zu A/A pairs of this host in this history.",
					set->verdicts->calibration.state,
					set->verdicts->calibration.pairs));
	put_planted(page, set->verdicts);
	put_trials(page, set->verdicts);
}

SECTION(calibration) = { .place = 50, .title = "A/A and planted rates", .write = write };
