/* SPDX-License-Identifier: MIT */
/* contrast_tables.c - see contrast_tables.h. */
#include "lab/report/contrast_tables.h"

#include <math.h>
#include <string.h>

#include "lab/report/words.h"
#include "lab/show/table.h"
#include "lab/stats/regime.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

/* The contrast of the claim behind `before` (NULL: the first): those written down before
 * the run, then the others, each in the order of the plan; NULL: there is none. */
static const struct verdict *next_of(const struct verdicts *verdicts, const struct claim *claim,
				     const struct verdict *before)
{
	const struct verdict *row = before;

	for (int primary = before == NULL || before->purpose == PURPOSE_PRIMARY; primary >= 0;
	     primary--, row = NULL)
		while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
			if (row->purpose == (primary ? PURPOSE_PRIMARY : PURPOSE_SECONDARY))
				return row;
	return NULL;
}

/* --------------------------------------------------------- what they say -- */

static const struct column answer_columns[] = {
	{ "contrast", false },
	{ "verdict", false },
	{ "ratio, interval with layouts", false },
	{ "family, role", false },
	{ "arm / baseline", false },
	{ "cell", false },
	{ "ns per unit, with layouts", true },
	{ "RMW", true },
	{ "instructions", true },
	{ "because", false },
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

static const char *role_text(const struct verdict *verdict)
{
	const char *family = verdict->purpose == PURPOSE_PRIMARY ? "primary" : "exploratory";
	enum contrast_role role = verdict->contrast->role;

	return role == ROLE_EXPLORES ? family :
				       lab_printf("%s, %s", family, contrast_role_name(role));
}

static double axis_of(const struct verdicts *verdicts, const struct claim *claim)
{
	const struct verdict *row = NULL;
	double axis = 1.25;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL) {
		struct effect effect = words_effect(claim_effect(row), "");

		axis = fmax(axis, page_axis(&effect, 1));
	}
	return axis;
}

static void put_answer(struct page *page, const struct verdict *verdict, double axis)
{
	const struct result *result = verdict->result;
	struct effect *effect = lab_alloc(sizeof(*effect));

	*effect = words_effect(claim_effect(verdict), "");
	page_cell(page, verdict->contrast->name);
	page_cell_badge(page, words_tone(verdict->kind), verdict->word);
	page_cell_effects(page, effect, strcmp(effect->text, "-") != 0, axis);
	page_cell(page, role_text(verdict));
	page_cell(page, lab_printf("%s / %s", result->arm.name, result->baseline.name));
	page_cell(page, words_cell(result));
	page_cell_number(page, verdict->difference, ns_text(verdict));
	page_cell_number(page, verdict->rmw_difference,
			 words_difference(verdict->rmw_difference, "not counted"));
	page_cell_number(page, verdict->instructions_difference,
			 words_difference(verdict->instructions_difference, "not counted"));
	page_cell(page, verdict->because != NULL ? verdict->because : "");
}

void contrasts_put_answers(struct page *page, const struct verdicts *verdicts,
			   const struct claim *claim)
{
	const struct verdict *row = NULL;
	double axis = axis_of(verdicts, claim);

	page_table_begin(page, lab_printf("%s: what the contrasts say", claim->title),
			 PAGE_COLUMNS(answer_columns));
	while ((row = next_of(verdicts, claim, row)) != NULL)
		put_answer(page, row, axis);
	page_table_end(page);
}

void contrasts_put_sentences(struct page *page, const struct verdicts *verdicts,
			     const struct claim *claim)
{
	const struct verdict *row = NULL;

	page_list_begin(page);
	while ((row = next_of(verdicts, claim, row)) != NULL)
		page_item(page, words_tone(row->kind), row->contrast->name, words_sentence(row));
	page_list_end(page);
}

/* ------------------------------------------------------ what they rest on -- */

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

	page_cell(page, contrast->name);
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

void contrasts_put_evidence(struct page *page, const struct verdicts *verdicts,
			    const struct claim *claim)
{
	const struct verdict *row = NULL;

	page_table_begin(page, lab_printf("%s: what that rests on", claim->title),
			 PAGE_COLUMNS(evidence_columns));
	while ((row = next_of(verdicts, claim, row)) != NULL)
		put_evidence(page, verdicts, row);
	page_table_end(page);
}

/* ----------------------------------------------------------- besides time -- */

static const struct column measure_columns[] = {
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

static void put_measure(struct page *page, const struct verdict *verdict)
{
	const struct result *result = verdict->result;

	page_cell(page, verdict->contrast->name);
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

size_t contrasts_count_measures(const struct verdicts *verdicts, const struct claim *claim)
{
	const struct verdict *further = NULL;
	size_t count = 0;

	while ((further = verdicts_next_further(verdicts, claim->name, further)) != NULL)
		count++;
	return count;
}

void contrasts_put_measures(struct page *page, const struct verdicts *verdicts,
			    const struct claim *claim)
{
	const struct verdict *further = NULL;

	page_table_begin(page, lab_printf("%s: besides time", claim->title),
			 PAGE_COLUMNS(measure_columns));
	while ((further = verdicts_next_further(verdicts, claim->name, further)) != NULL)
		put_measure(page, further);
	page_table_end(page);
}
