/* SPDX-License-Identifier: MIT */
/*
 * section_claims.c - each claim on demand: what is tested, the answer in full, its contrasts.
 *
 * The first screen links here.  A contrast is a row of one table; its evidence, its other
 * measures and its sentence open below it.
 */
#include "lab/report/contrast_tables.h"
#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/verdict/rows.h"

static size_t count_rows(const struct verdicts *verdicts, const struct claim *claim,
			 enum purpose purpose)
{
	const struct verdict *row = NULL;
	size_t count = 0;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
		count += row->purpose == purpose;
	return count;
}

/* What its rows are to the answer. */
static void put_standing(struct page *page, const struct verdicts *verdicts,
			 const struct claim *claim)
{
	size_t primary = count_rows(verdicts, claim, PURPOSE_PRIMARY);

	if (claim_transfers(claim))
		page_note(page,
			  "The answer is whether the effect on the twin is that on Tokio, "
			  "within a margin that was written down before the run; what each of "
			  "these rows says by itself is exploratory.");
	else if (primary == 0)
		page_note(page, "All of these are exploratory: none was written down before the "
				"run.");
	else if (count_rows(verdicts, claim, PURPOSE_SECONDARY) > 0)
		page_note(page, "What is exploratory was not written down before the run; it is a "
				"reason to look again, not an answer.");
}

static void put_measures(struct page *page, const struct verdicts *verdicts,
			 const struct claim *claim)
{
	const char *further = words_further(verdicts, claim->name);

	if (further != NULL)
		page_note(page, lab_printf("Besides time: %s.", further));
	if (contrasts_count_measures(verdicts, claim) == 0)
		return;
	page_details_begin(page, "Besides time: what they cost or save");
	contrasts_put_measures(page, verdicts, claim);
	page_details_end(page);
}

static void put_contrasts(struct page *page, const struct verdicts *verdicts,
			  const struct claim *claim)
{
	contrasts_put_answers(page, verdicts, claim);
	put_standing(page, verdicts, claim);
	put_measures(page, verdicts, claim);
	page_details_begin(page, "What the words rest on: margins, layouts, pairs");
	contrasts_put_evidence(page, verdicts, claim);
	page_details_end(page);
	page_details_begin(page, "Each contrast in a sentence");
	contrasts_put_sentences(page, verdicts, claim);
	page_details_end(page);
}

static void put_claim(struct page *page, const struct verdicts *verdicts, const struct claim *claim)
{
	struct claim_answer answer = claim_answer(claim, verdicts);

	page_fold_begin(page, words_claim_id(claim), claim->title, words_claim_tone(claim, &answer),
			answer.word);
	page_paragraph(page, answer.sentence);
	page_note(page, lab_printf("Tested: %s", claim->says));
	if (count_rows(verdicts, claim, PURPOSE_PRIMARY) +
		    count_rows(verdicts, claim, PURPOSE_SECONDARY) >
	    0)
		put_contrasts(page, verdicts, claim);
	page_fold_end(page);
}

static bool has_claims(const struct report_set *set)
{
	return set->verdicts->claims.count > 0;
}

static void write(struct page *page, const struct report_set *set)
{
	const struct verdicts *verdicts = set->verdicts;

	page_note(page,
		  "Real Tokio is tokio-bare, tokio-stock and what begins with them. tokio is the "
		  "lab's twin of it in C, in which one thing at a time can be changed; tokio_... "
		  "and blitz_... are that twin and Blitz-IO's design with one thing changed. "
		  "Whether an effect on the twin is one on Tokio is a claim of its own.");
	for (size_t i = 0; i < verdicts->claims.count; i++)
		put_claim(page, verdicts, &verdicts->claims.claims[i]);
	page_note(page,
		  lab_printf("Primary contrasts were written down before the run: a family of %zu, "
			     "whose words are right together at 95 %%. Exploratory ones are a "
			     "family of their own, and so are the measures besides time, which "
			     "decide nothing about a claim: where 0 is an honest value the "
			     "difference per unit is compared, else the ratio. Differences are arm "
			     "minus baseline, per unit of work; RMW and instructions are counted, "
			     "not timed, and what callgrind counted is exact.",
			     verdicts->family));
}

SECTION(claims) = {
	.place = 10, .title = "The claims, one by one", .has = has_claims, .write = write
};
