/* SPDX-License-Identifier: MIT */
/* outcome.c - see outcome.h. */
#include "lab/verdict/outcome.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "lab/verdict/agree.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/standing.h"
#include "lab/verdict/transfer.h"

const char *outcome_name(enum outcome outcome)
{
	static const char *const names[OUTCOMES] = { "holds here",
						     "holds here, but small",
						     "holds here, size open",
						     "does not hold here",
						     "the opposite holds here",
						     "depends",
						     "not decidable here",
						     "open",
						     "invalid",
						     "not measured",
						     "by inspection",
						     "by model check" };

	return names[outcome];
}

bool outcome_is_answer(enum outcome outcome)
{
	return outcome <= OUTCOME_DEPENDS;
}

/* An outcome, and the clause that says why. */
struct finding {
	enum outcome outcome;
	const char *why;
};

static struct finding found(enum outcome outcome, const char *why)
{
	return (struct finding){ outcome, why };
}

/* -------------------------------------------------------------- carriers -- */

#define SHOWN \
	(STANDING_BIT(STANDS_SHOWN) | STANDING_BIT(STANDS_UNSIZED) | STANDING_BIT(STANDS_SLIGHTLY))
#define REFUTED (STANDING_BIT(STANDS_REFUTED) | STANDING_BIT(STANDS_OPPOSED))

/* All carriers are shown.  One that is small stays so, whatever comes of one that is open. */
static enum outcome size_of(const struct parts *carriers)
{
	if (carriers->of[STANDS_SLIGHTLY] > 0)
		return OUTCOME_HOLDS_SMALL;
	return carriers->of[STANDS_UNSIZED] > 0 ? OUTCOME_HOLDS_UNSIZED : OUTCOME_HOLDS;
}

static struct finding of_carriers(const struct parts *carriers)
{
	size_t shown = carriers->of[STANDS_SHOWN] + carriers->of[STANDS_UNSIZED] +
		       carriers->of[STANDS_SLIGHTLY];
	size_t refuted = carriers->of[STANDS_REFUTED] + carriers->of[STANDS_OPPOSED];
	bool opposite = carriers->of[STANDS_OPPOSED] == carriers->count;

	if (shown > 0 && refuted > 0)
		return found(OUTCOME_DEPENDS,
			     lab_printf("what is compared: %s; but %s", parts_text(carriers, SHOWN),
					parts_text(carriers, REFUTED)));
	if (carriers->of[STANDS_SPLIT] > 0)
		return found(OUTCOME_DEPENDS,
			     lab_printf("the latency between CPUs: %s",
					parts_text(carriers, STANDING_BIT(STANDS_SPLIT))));
	if (refuted > 0)
		return found(opposite ? OUTCOME_OPPOSITE : OUTCOME_FAILS,
			     parts_text(carriers, REFUTED));
	if (carriers->of[STANDS_BEYOND] > 0)
		return found(OUTCOME_NOT_DECIDABLE,
			     parts_text(carriers, STANDING_BIT(STANDS_BEYOND)));
	if (shown < carriers->count && shown > 0)
		return found(OUTCOME_OPEN, lab_printf("%s; shown so far: %s", parts_needs(carriers),
						      parts_text(carriers, SHOWN)));
	if (shown < carriers->count)
		return found(OUTCOME_OPEN, parts_needs(carriers));
	return found(size_of(carriers), parts_text(carriers, SHOWN));
}

/* The first control that did not come out as it must; NULL: all did. */
static const struct part *failed_control(const struct parts *controls)
{
	for (size_t i = 0; i < controls->count; i++)
		if (controls->parts[i].standing > STANDS_SLIGHTLY)
			return &controls->parts[i];
	return NULL;
}

static const char *control_text(const struct part *control)
{
	const struct contrast *contrast = control->contrast;

	if (control->standing == STANDS_ABSENT)
		return lab_printf("its control %s was not measured", contrast->name);
	return lab_printf("its control %s came out %s, and must be %s", contrast->name,
			  control->row->word != NULL ? control->row->word :
						       verdict_name(control->row),
			  contrast->predicts);
}

static struct finding of_rows(const struct parts *carriers, const struct parts *controls)
{
	const unsigned int red = STANDING_BIT(STANDS_RED);
	const struct part *control = failed_control(controls);

	if (carriers->count == 0)
		return found(OUTCOME_OPEN, "no contrast carries it, all of them only explore");
	if (carriers->of[STANDS_RED] > 0)
		return found(OUTCOME_INVALID, parts_text(carriers, red));
	if (controls->of[STANDS_RED] > 0)
		return found(OUTCOME_INVALID, parts_text(controls, red));
	if (carriers->of[STANDS_ABSENT] == carriers->count)
		return found(OUTCOME_UNMEASURED, "");
	if (control != NULL)
		return found(OUTCOME_OPEN, control_text(control));
	return of_carriers(carriers);
}

/* -------------------------------------------------------------- transfer -- */

/* Why the effects of a twin and of Tokio cannot be compared. */
static const char *withheld_text(const struct verdict *twin, const struct verdict *real)
{
	return verdict_is_readable(twin) ? lab_printf("Tokio's: %s", real->because) :
					   lab_printf("the twin's: %s", twin->because);
}

/* Those rows of the claim that came out so, with the difference of the effects. */
static const char *transfers_text(const struct claim *claim, const struct verdicts *verdicts,
				  enum transfer wanted)
{
	const char *text = "", *between = "";
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL) {
		struct transfer_answer answer = verdict_transfer(row, verdicts);

		if (row->contrast->transfers == NULL || answer.transfer != wanted)
			continue;
		text = lab_printf("%s%s%s", text, between, row->contrast->name);
		if (!isnan(answer.low))
			text = lab_printf("%s (%s)", text, transfer_text(&answer));
		else if (answer.real != NULL)
			text = lab_printf("%s (%s)", text, withheld_text(row, answer.real));
		between = ", ";
	}
	return text;
}

static struct finding of_transfers(const struct claim *claim, const struct verdicts *verdicts)
{
	const char *texts[TRANSFER_NOT_SHOWN + 1];

	for (int i = 0; i <= TRANSFER_NOT_SHOWN; i++)
		texts[i] = transfers_text(claim, verdicts, (enum transfer)i);
	if (texts[TRANSFER_CONTRADICTS][0] != '\0')
		return found(OUTCOME_FAILS, lab_printf("Tokio is contradicted by %s",
						       texts[TRANSFER_CONTRADICTS]));
	if (texts[TRANSFER_OPEN][0] != '\0')
		return found(OUTCOME_OPEN,
			     lab_printf("it would take words or narrower intervals for %s",
					texts[TRANSFER_OPEN]));
	if (texts[TRANSFER_AGREES][0] == '\0')
		return found(OUTCOME_UNMEASURED, "");
	if (texts[TRANSFER_NOT_SHOWN][0] != '\0')
		return found(OUTCOME_OPEN, lab_printf("not measured beside Tokio: %s",
						      texts[TRANSFER_NOT_SHOWN]));
	return found(OUTCOME_HOLDS, lab_printf("Tokio agrees with %s", texts[TRANSFER_AGREES]));
}

/* -------------------------------------------------------------- sentence -- */

/* The word that all carriers must be; NULL: not all the same, or no word of time. */
static const char *predicted(const struct parts *carriers)
{
	for (size_t i = 0; i < carriers->count; i++)
		if (!measure_is_time(carriers->parts[i].contrast->measure) ||
		    strcmp(carriers->parts[i].contrast->predicts,
			   carriers->parts[0].contrast->predicts) != 0)
			return NULL;
	return carriers->count > 0 ? carriers->parts[0].contrast->predicts : NULL;
}

/* "four LIFO slots are faster than one" */
static const char *compare(const struct claim *claim, const char *word)
{
	return lab_printf("%s %s %s %s", claim->subject, word,
			  strstr(word, "equivalent") != NULL ? "to" : "than", claim->object);
}

static const char *negated(const char *word)
{
	return strncmp(word, "not ", 4) == 0 ? word + 4 : lab_printf("not %s", word);
}

static const char *reversed(const char *word)
{
	return strcmp(word, "faster") == 0 ? "slower" : "faster";
}

static const char *in_words(const struct claim *claim, const struct finding *finding,
			    const char *said)
{
	static const char *const before_why[OUTCOMES] = {
		[OUTCOME_HOLDS] = " here: ",
		[OUTCOME_HOLDS_SMALL] = " here, but the difference is small: ",
		[OUTCOME_HOLDS_UNSIZED] = " here, but the size of the difference is open: ",
		[OUTCOME_FAILS] = " here: ",
		[OUTCOME_OPPOSITE] = " here, the opposite of the claim: ",
		[OUTCOME_DEPENDS] = " depends on ",
		[OUTCOME_NOT_DECIDABLE] = " is not decidable here: ",
		[OUTCOME_OPEN] = " is open: ",
		[OUTCOME_INVALID] = " has no answer: ",
		[OUTCOME_UNMEASURED] = " was not measured",
	};
	enum outcome outcome = finding->outcome;
	const char *word = outcome == OUTCOME_FAILS    ? negated(said) :
			   outcome == OUTCOME_OPPOSITE ? reversed(said) :
							 said;

	return lab_printf("%s%s%s%s", outcome >= OUTCOME_DEPENDS ? "whether " : "",
			  compare(claim, word), before_why[outcome], finding->why);
}

static const char *as_sentence(const char *text)
{
	char *sentence = lab_printf("%s%s", text,
				    text[0] != '\0' && text[strlen(text) - 1] == '.' ? "" : ".");

	sentence[0] = (char)toupper((unsigned char)sentence[0]);
	return sentence;
}

/* Of what needs no pairs the method alone would leave the claim standing. */
static const char *word_of_claim(const struct claim *claim, enum outcome outcome)
{
	const char *name = outcome_name(outcome);

	if ((outcome != OUTCOME_INSPECTION && outcome != OUTCOME_MODEL_CHECK) ||
	    !claim->is_answered)
		return name;
	return lab_printf("%s, %s", claim->holds ? "holds" : "does not hold", name);
}

static const char *sentence(const struct claim *claim, const struct finding *finding,
			    const char *said)
{
	if (claim->subject != NULL && said != NULL)
		return as_sentence(in_words(claim, finding, said));
	return as_sentence(lab_printf(
		"%s: %s%s%s%s", claim->title, word_of_claim(claim, finding->outcome),
		finding->outcome == OUTCOME_DEPENDS ? " on " : "",
		finding->why[0] != '\0' && finding->outcome != OUTCOME_DEPENDS ? ": " : "",
		finding->why));
}

/* Of what needs no pairs. */
static const char *found_text(const struct claim *claim)
{
	if (claim->decided_by == DECIDED_BY_INSPECTION)
		return claim->finding;
	return lab_printf("%s (of our re-implementation, not of Tokio itself; %s, %s, %s)",
			  claim->finding, claim->engine, claim->bound,
			  claim->is_complete ? "complete" : "not complete");
}

struct claim_answer claim_answer(const struct claim *claim, const struct verdicts *verdicts)
{
	struct parts carriers = parts_of(claim, verdicts, ROLE_CARRIES);
	struct parts controls = parts_of(claim, verdicts, ROLE_CONTROL);
	struct finding finding;
	struct claim_answer answer;

	if (claim->decided_by == DECIDED_BY_INSPECTION)
		finding = found(OUTCOME_INSPECTION, found_text(claim));
	else if (claim->decided_by == DECIDED_BY_MODEL_CHECK)
		finding = found(OUTCOME_MODEL_CHECK, found_text(claim));
	else if (claim_transfers(claim))
		finding = of_transfers(claim, verdicts);
	else
		finding = of_rows(&carriers, &controls);
	answer.outcome = finding.outcome;
	answer.word = word_of_claim(claim, finding.outcome);
	answer.sentence = sentence(claim, &finding, predicted(&carriers));
	if (verdicts->provisional != NULL && outcome_is_answer(finding.outcome)) {
		answer.word = lab_printf("provisional: %s", answer.word);
		answer.sentence = lab_printf("Provisional: %s", answer.sentence);
	}
	return answer;
}
