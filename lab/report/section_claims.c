/* SPDX-License-Identifier: MIT */
/*
 * section_claims.c - each claim on demand: what is tested, the answer in full, its contrasts.
 *
 * The first screen links here.
 */
#include "lab/report/contrast_tables.h"
#include "lab/report/section.h"
#include "lab/report/words.h"

static void put_claim(struct page *page, const struct verdicts *verdicts, const struct claim *claim)
{
	struct claim_answer answer = claim_answer(claim, verdicts);

	page_fold_begin(page, words_claim_id(claim), claim->title, words_claim_tone(claim, &answer),
			answer.word);
	page_paragraph(page, answer.sentence);
	page_note(page, lab_printf("Tested: %s", claim->says));
	contrasts_put(page, verdicts, claim);
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
		  "lab's twin of it in C; ARM+KNOB=VALUE is ARM with that changed. Whether an "
		  "effect on the twin is one on Tokio is a claim of its own.");
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
