/* SPDX-License-Identifier: MIT */
/*
 * section_answer.c - the first screen: which is better, and how sure are we?
 *
 * Whether the lab may be believed on this host stands before what it says.  No
 * claim is summed up in a number, and claims stand in the order of their names.
 */
#include <string.h>

#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/verdict/outcome.h"

static void put_calibration(struct page *page, const struct calibration *calibration)
{
	if (calibration->sufficient)
		page_notice(page, TONE_GOOD, "Calibrated on this host.",
			    lab_printf("%s.", calibration->state));
	else
		page_notice(page, TONE_CAUTION, "Calibration insufficient on this host.",
			    lab_printf("%s. Nothing is ranked.", calibration->state));
}

static void put_flags(struct page *page, const struct summary *summary)
{
	page_notice(page, summary->too_many_flagged ? TONE_BAD : TONE_PLAIN,
		    "Gates:", lab_printf("%s.", summary->flags));
}

static void put_reds(struct page *page, const struct summary *summary)
{
	const char *text = "";

	if (summary->red_count == 0) {
		page_notice(page, TONE_GOOD, "Red rows:", "none.");
		return;
	}
	for (size_t i = 0; i < summary->red_count && i < 3; i++)
		text = lab_printf("%s%s%s in %s: %s", text, i > 0 ? "; " : "", summary->reds[i].arm,
				  summary->reds[i].workload, summary->reds[i].status);
	page_notice(page, TONE_BAD, lab_printf("Red rows: %zu.", summary->red_count),
		    lab_printf("%s%s", text, summary->red_count > 3 ? "; ..." : "."));
}

/* ---------------------------------------------------------------- claims -- */

static enum tone outcome_tone(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_HOLDS:
		return TONE_GOOD;
	case OUTCOME_HOLDS_SMALL:
	case OUTCOME_HOLDS_UNSIZED:
	case OUTCOME_DEPENDS:
		return TONE_SAME;
	case OUTCOME_FAILS:
	case OUTCOME_OPPOSITE:
		return TONE_MORE;
	case OUTCOME_INVALID:
		return TONE_BAD;
	case OUTCOME_NOT_DECIDABLE:
	case OUTCOME_OPEN:
	case OUTCOME_UNMEASURED:
	case OUTCOME_INSPECTION:
	case OUTCOME_MODEL_CHECK:
		break;
	}
	return TONE_PLAIN;
}

static bool belongs(const struct verdict *verdict, const struct claim *claim, enum purpose purpose)
{
	return verdict->purpose == purpose && verdict->contrast != NULL &&
	       strcmp(verdict->contrast->claim, claim->name) == 0;
}

static size_t count_rows(const struct verdicts *verdicts, const struct claim *claim,
			 enum purpose purpose)
{
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		count += belongs(&verdicts->rows[i], claim, purpose);
	return count;
}

/* A claim without primary contrasts is about all of them. */
static enum purpose purpose_of_claim(const struct verdicts *verdicts, const struct claim *claim)
{
	return count_rows(verdicts, claim, PURPOSE_PRIMARY) > 0 ? PURPOSE_PRIMARY :
								  PURPOSE_SECONDARY;
}

static void put_overview(struct page *page, const struct verdicts *verdicts)
{
	page_list_begin(page);
	for (size_t i = 0; i < verdicts->claims.count; i++) {
		struct claim_answer answer = claim_answer(&verdicts->claims.claims[i], verdicts);

		page_item(page, outcome_tone(answer.outcome), answer.word, answer.sentence);
	}
	page_list_end(page);
}

static bool transfers(const struct claim *claim)
{
	for (size_t i = 0; i < claim->count; i++)
		if (claim->contrasts[i].transfers != NULL)
			return true;
	return false;
}

/* What is tested, and each contrast in its fixed sentence. */
static void put_claim(struct page *page, const struct verdicts *verdicts, const struct claim *claim)
{
	enum purpose purpose = purpose_of_claim(verdicts, claim);
	size_t secondary = count_rows(verdicts, claim, PURPOSE_SECONDARY);
	const char *further = words_further(verdicts, claim->name);

	page_card_begin(page, claim->title, lab_printf("Tested: %s", claim->says));
	page_list_begin(page);
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *verdict = &verdicts->rows[i];

		if (belongs(verdict, claim, purpose))
			page_item(page, words_tone(verdict->kind), verdict->word,
				  words_sentence(verdict));
	}
	page_list_end(page);
	if (further != NULL)
		page_note(page, lab_printf("Besides time: %s.", further));
	if (transfers(claim))
		page_note(page,
			  "The answer is whether the effect on the twin is that on Tokio, "
			  "within a margin that was written down before the run; what each of "
			  "these rows says by itself is exploratory.");
	else if (purpose == PURPOSE_SECONDARY)
		page_note(page, "All of these are exploratory: none was written down before the "
				"run.");
	else if (secondary > 0)
		page_note(page, lab_printf("And %s, under Verdicts.",
					   words_count(secondary, "exploratory contrast")));
	page_card_end(page);
}

static void put_claims(struct page *page, const struct verdicts *verdicts)
{
	page_note(page,
		  "Real Tokio is `tokio-bare`, `tokio-stock` and what begins with them. `tokio` "
		  "is the lab's twin of it in C, in which one thing at a time can be changed; "
		  "`tokio_*` and `blitz_*` are that twin and Blitz-IO's design with one thing "
		  "changed. Whether an effect on the twin is one on Tokio is a claim of its own.");
	put_overview(page, verdicts);
	page_cards_begin(page);
	for (size_t i = 0; i < verdicts->claims.count; i++) {
		const struct claim *claim = &verdicts->claims.claims[i];

		if (count_rows(verdicts, claim, PURPOSE_PRIMARY) > 0 ||
		    count_rows(verdicts, claim, PURPOSE_SECONDARY) > 0)
			put_claim(page, verdicts, claim);
	}
	page_cards_end(page);
}

void section_answer(struct page *page, const struct report_set *set)
{
	const struct summary *summary = set->summary;

	page_notices_begin(page);
	put_calibration(page, &set->verdicts->calibration);
	put_flags(page, set->summary);
	put_reds(page, summary);
	page_notices_end(page);
	if (set->verdicts->provisional != NULL && set->verdicts->claims.count > 0)
		page_note(page, "\"Provisional\" is what these pairs say, if the lab may be "
				"believed here; it is no answer yet.");
	if (set->verdicts->claims.count > 0)
		put_claims(page, set->verdicts);
	else
		page_paragraph(page, "This run tests no claim: its rows describe the pairs that "
				     "were run and are not judged.");
	if (summary->label[0] != '\0')
		page_note(page, summary->label);
	if (summary->tokio != NULL)
		page_note(page, summary->tokio);
	if (summary->left_out[0] != '\0')
		page_note(page, lab_printf("Left out: %s", summary->left_out));
}
