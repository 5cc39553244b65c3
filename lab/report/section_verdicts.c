/* SPDX-License-Identifier: MIT */
/* section_verdicts.c - each contrast: its verdict, its numbers, how sure, in words. */
#include <math.h>

#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/show/table.h"
#include "lab/stats/regime.h"
#include "lab/verdict/transfer.h"

static const struct column answer_columns[] = {
	{ "contrast", false },
	{ "verdict", false },
	{ "arm / baseline", false },
	{ "cell", false },
	{ "ratio", true },
	{ "family-wise 95 %, with layouts", false },
	{ "ns per unit, with layouts", true },
	{ "RMW", true },
	{ "instructions", true },
	{ "because", false },
};

static const struct column evidence_columns[] = {
	{ "contrast", false },
	{ "changes", false },
	{ "predicted", false },
	{ "margin", true },
	{ "p, times the family", true },
	{ "could be seen", true },
	{ "A/A spread", true },
	{ "layout envelope", true },
	{ "layouts", true },
	{ "pairs used", true },
	{ "done", true },
	{ "missing", true },
	{ "flagged", true },
	{ "red", true },
	{ "near, far, mixed", false },
	{ "exercised", true },
	{ "about n decide", true },
	{ "in real Tokio", false },
};

/* "-8.2 [-9.1, -7]" */
static const char *ns_text(const struct verdict *verdict)
{
	const char *text = words_difference(verdict->difference, "-");

	if (!verdict_is_of_time(verdict))
		return lab_printf("%s %s", text, verdict->measure->noun);

	if (!isfinite(verdict->difference_low) || !isfinite(verdict->difference_high))
		return text;
	return lab_printf("%s [%s, %s]", text, words_difference(verdict->difference_low, "-"),
			  words_difference(verdict->difference_high, "-"));
}

static void put_answer(struct page *page, const struct verdict *verdict)
{
	const struct result *result = verdict->result;

	page_cell(page, words_contrast(verdict));
	page_cell_badge(page, words_tone(verdict->kind), verdict->word);
	page_cell(page, lab_printf("%s / %s", result->arm.name, result->baseline.name));
	page_cell(page, words_cell(result));
	page_cell_number(page, verdict->median, words_median(verdict));
	page_cell(page, words_interval(verdict));
	page_cell_number(page, verdict->difference, ns_text(verdict));
	page_cell_number(page, verdict->rmw_difference,
			 words_difference(verdict->rmw_difference, "not counted"));
	page_cell_number(page, verdict->instructions_difference,
			 words_difference(verdict->instructions_difference, "not counted"));
	page_cell(page, verdict->because != NULL ? verdict->because : "");
}

static void put_count(struct page *page, size_t count)
{
	page_cell_number(page, (double)count, lab_printf("%zu", count));
}

/* Pairs that ran with near, far and changing CPUs; "-" if there is one regime only. */
static const char *regimes_text(const struct verdict *verdict)
{
	size_t pairs[4] = { 0 };

	for (size_t i = 0; i < verdict->pair_count; i++)
		pairs[verdict->pairs[i].regime]++;
	if (pairs[REGIME_NEAR] + pairs[REGIME_FAR] + pairs[REGIME_MIXED] == 0)
		return "-";
	return lab_printf("%zu, %zu, %zu", pairs[REGIME_NEAR], pairs[REGIME_FAR],
			  pairs[REGIME_MIXED]);
}

static void put_evidence(struct page *page, const struct verdicts *verdicts,
			 const struct verdict *verdict)
{
	const struct contrast *contrast = verdict->contrast;
	double needed = verdict->pairs_needed > 0 ? (double)verdict->pairs_needed : NAN;

	page_cell(page, words_contrast(verdict));
	page_cell(page, contrast->diff);
	page_cell(page, contrast->predicts);
	page_cell_number(page, verdict->margin, words_length(verdict, verdict->margin));
	page_cell_number(page, verdict->p, table_number(verdict->p, "-"));
	page_cell_number(page, verdict->visible, words_length(verdict, verdict->visible));
	page_cell_number(page, verdict->aa_spread, words_length(verdict, verdict->aa_spread));
	page_cell_number(page, verdict->envelope,
			 isfinite(verdict->envelope) ? words_length(verdict, verdict->envelope) :
						       "not measured");
	put_count(page, verdict->layouts);
	put_count(page, verdict->used);
	put_count(page, verdict->pair_count);
	put_count(page, verdict->missing);
	put_count(page, verdict->flagged);
	put_count(page, verdict->reds[SIDE_A] + verdict->reds[SIDE_B]);
	page_cell(page, regimes_text(verdict));
	page_cell_number(page, verdict->exercised_per_unit,
			 contrast->metric == NULL ?
				 "not asked" :
				 table_number(verdict->exercised_per_unit, "not counted"));
	page_cell_number(page, needed, table_number(needed, "-"));
	page_cell(page, contrast->transfers == NULL ?
				"-" :
				transfer_name(verdict_transfer(verdict, verdicts).transfer));
}

static bool is_of(const struct verdict *verdict, enum purpose purpose)
{
	return verdict->purpose == purpose && verdict->contrast != NULL;
}

static size_t count_of(const struct verdicts *verdicts, enum purpose purpose)
{
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		count += is_of(&verdicts->rows[i], purpose);
	return count;
}

static void put_sentences(struct page *page, const struct verdicts *verdicts, enum purpose purpose)
{
	page_list_begin(page);
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *verdict = &verdicts->rows[i];

		if (is_of(verdict, purpose))
			page_item(page, words_tone(verdict->kind), verdict->word,
				  words_sentence(verdict));
	}
	page_list_end(page);
}

static void put_tables(struct page *page, const struct verdicts *verdicts, enum purpose purpose,
		       const char *what)
{
	page_table_begin(page, lab_printf("%s: what they say", what), PAGE_COLUMNS(answer_columns));
	for (size_t i = 0; i < verdicts->count; i++)
		if (is_of(&verdicts->rows[i], purpose))
			put_answer(page, &verdicts->rows[i]);
	page_table_end(page);
	page_table_begin(page, lab_printf("%s: what that rests on", what),
			 PAGE_COLUMNS(evidence_columns));
	for (size_t i = 0; i < verdicts->count; i++)
		if (is_of(&verdicts->rows[i], purpose))
			put_evidence(page, verdicts, &verdicts->rows[i]);
	page_table_end(page);
}

static void put_purpose(struct page *page, const struct verdicts *verdicts, enum purpose purpose,
			const char *id, const char *title, const char *meaning)
{
	page_section_begin(page, id, title);
	page_note(page, meaning);
	if (count_of(verdicts, purpose) > 0) {
		put_sentences(page, verdicts, purpose);
		put_tables(page, verdicts, purpose, title);
	} else {
		page_paragraph(page, "None in this run.");
	}
	page_section_end(page);
}

void section_verdicts(struct page *page, const struct report_set *set)
{
	const struct verdicts *verdicts = set->verdicts;

	page_note(page, "Ratio: ns per unit of the arm by that of its baseline, the median over "
			"pairs; below 1 the arm takes less time. Differences are arm minus "
			"baseline, per unit of work; RMW and instructions are counted, not timed.");
	put_purpose(
		page, verdicts, PURPOSE_PRIMARY, "primary", "Primary contrasts",
		lab_printf("Written down before the run: a family of %zu, whose words are right "
			   "together at 95 %%.",
			   verdicts->family));
	put_purpose(page, verdicts, PURPOSE_SECONDARY, "exploratory", "Exploratory contrasts",
		    "Not preregistered: a family of their own. What they show is a reason to look "
		    "again, not an answer.");
}
