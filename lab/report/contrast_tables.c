/* SPDX-License-Identifier: MIT */
/*
 * contrast_tables.c - the contrasts of a claim, a row each, and what they rest on.
 *
 * What a sentence says of its contrast (pairs, flags, layouts, scatter, why) stands there and
 * in no table.
 */
#include "lab/report/contrast_tables.h"

#include <math.h>
#include <string.h>

#include "lab/report/words.h"
#include "lab/show/table.h"
#include "lab/verdict/flip.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

/* Those written down before the run, then the others, each in the order of the plan. */
struct contrasts {
	const struct verdict **rows;
	size_t count, primary;
};

static void add_rows(struct contrasts *contrasts, const struct verdicts *verdicts,
		     const struct claim *claim, enum purpose purpose)
{
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
		if (row->purpose == purpose)
			contrasts->rows[contrasts->count++] = row;
}

static struct contrasts contrasts_of(const struct verdicts *verdicts, const struct claim *claim)
{
	struct contrasts all = { .rows = lab_alloc((verdicts->count + 1) * sizeof(*all.rows)) };

	add_rows(&all, verdicts, claim, PURPOSE_PRIMARY);
	all.primary = all.count;
	add_rows(&all, verdicts, claim, PURPOSE_SECONDARY);
	return all;
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

static void put_answer(struct page *page, const struct verdict *verdict,
		       const struct effect *effect, double axis)
{
	const struct result *result = verdict->result;

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
}

static void put_answers(struct page *page, const struct contrasts *all, const struct claim *claim)
{
	struct effect *effects = lab_alloc(all->count * sizeof(*effects));
	double axis;

	for (size_t i = 0; i < all->count; i++)
		effects[i] = words_effect(claim_effect(all->rows[i]), "");
	axis = page_axis(effects, all->count);
	page_table_begin(page, lab_printf("%s: what the contrasts say", claim->title),
			 PAGE_COLUMNS(answer_columns));
	for (size_t i = 0; i < all->count; i++)
		put_answer(page, all->rows[i], &effects[i], axis);
	page_table_end(page);
}

/* What they are to the answer. */
static void put_standing(struct page *page, const struct contrasts *all, const struct claim *claim)
{
	if (claim_transfers(claim))
		page_note(page,
			  "The answer is whether the effect on the twin is that on Tokio, "
			  "within a margin that was written down before the run; what each of "
			  "these rows says by itself is exploratory.");
	else if (all->primary == 0)
		page_note(page, "All of these are exploratory: none was written down before the "
				"run.");
	else if (all->primary < all->count)
		page_note(page, "What is exploratory was not written down before the run; it is a "
				"reason to look again, not an answer.");
}

/* ----------------------------------------------------------- besides time -- */

static const struct column measure_columns[] = {
	{ "contrast", false },
	{ "measure", false },
	{ "supplied by", false },
	{ "baseline, per unit", true },
	{ "arm, per unit", true },
	{ "verdict", false },
	{ "arm / baseline, or arm - baseline", true },
	{ "second family 95 %, with layouts", false },
	{ "margin", true },
	{ "layout envelope", true },
	{ "pairs used", true },
	{ "because", false },
};

static void put_measure(struct page *page, const struct verdict *verdict)
{
	page_cell(page, verdict->contrast->name);
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
	page_cell_number(page, (double)verdict->used, lab_printf("%zu", verdict->used));
	page_cell(page, verdict->because != NULL ? verdict->because : "");
}

/* A second family, which decides nothing about the claim. */
static void put_measures(struct page *page, const struct verdicts *verdicts,
			 const struct claim *claim)
{
	const struct verdict *row = verdicts_next_further(verdicts, claim->name, NULL);
	const char *decided = words_further(verdicts, claim->name);

	if (decided != NULL)
		page_note(page, lab_printf("Besides time: %s.", decided));
	if (row == NULL)
		return;
	page_details_begin(page, "Besides time: what they cost or save");
	page_table_begin(page, lab_printf("%s: besides time", claim->title),
			 PAGE_COLUMNS(measure_columns));
	for (; row != NULL; row = verdicts_next_further(verdicts, claim->name, row))
		put_measure(page, row);
	page_table_end(page);
	page_details_end(page);
}

/* ------------------------------------------------------ what they rest on -- */

static const struct column evidence_columns[] = {
	{ "contrast", false },		 { "changes", false },
	{ "predicted", false },		 { "margin", true },
	{ "p, times the family", true }, { "A/A spread", true },
	{ "layout envelope", true },	 { "exercised", true },
	{ "about n decide", true },	 { "in real Tokio", false },
};

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
	page_cell_number(page, verdict->aa_spread, words_length(verdict, verdict->aa_spread));
	page_cell_number(page, verdict->envelope,
			 isfinite(verdict->envelope) ? words_length(verdict, verdict->envelope) :
						       "not measured");
	page_cell_number(page, verdict->exercised_per_unit,
			 contrast->metric == NULL ?
				 "not asked" :
				 table_number(verdict->exercised_per_unit, "not counted"));
	page_cell_number(page, needed, table_number(needed, "-"));
	page_cell(page, contrast->transfers == NULL ?
				"-" :
				transfer_name(verdict_transfer(verdict, verdicts).transfer));
}

static void put_evidences(struct page *page, const struct verdicts *verdicts,
			  const struct contrasts *all, const struct claim *claim)
{
	page_details_begin(page, "What the words rest on");
	page_table_begin(page, lab_printf("%s: what that rests on", claim->title),
			 PAGE_COLUMNS(evidence_columns));
	for (size_t i = 0; i < all->count; i++)
		put_evidence(page, verdicts, all->rows[i]);
	page_table_end(page);
	page_details_end(page);
}

static void put_sentences(struct page *page, const struct contrasts *all)
{
	page_details_begin(page, "Each contrast in a sentence");
	page_list_begin(page);
	for (size_t i = 0; i < all->count; i++)
		page_item(page, words_tone(all->rows[i]->kind), all->rows[i]->contrast->name,
			  words_sentence(all->rows[i]));
	page_list_end(page);
	page_details_end(page);
}

static void put_flips(struct page *page, const struct verdicts *verdicts, const struct claim *claim)
{
	struct sweeps_of_claim sweeps = flips_of(verdicts, claim->name);

	for (size_t i = 0; i < sweeps.count; i++)
		page_paragraph(page,
			       lab_printf("Where it turns: %s.", flip_text(&sweeps.items[i])));
}

void contrasts_put(struct page *page, const struct verdicts *verdicts, const struct claim *claim)
{
	const struct contrasts all = contrasts_of(verdicts, claim);

	if (all.count == 0)
		return;
	put_answers(page, &all, claim);
	put_flips(page, verdicts, claim);
	put_standing(page, &all, claim);
	put_measures(page, verdicts, claim);
	put_evidences(page, verdicts, &all, claim);
	put_sentences(page, &all);
}
