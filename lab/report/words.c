/* SPDX-License-Identifier: MIT */
/* words.c - see words.h. */
#include "lab/report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"
#include "lab/show/table.h"

const char *words_contrast(const struct verdict *verdict)
{
	return lab_printf("%s/%s", verdict->contrast->claim, verdict->contrast->name);
}

const char *words_cell(const struct result *result)
{
	return lab_printf("%s %s, %s%s", result->workload, result->params, result->workers_text,
			  figure_build(result));
}

const char *words_trial(const struct verdict *verdict)
{
	switch (verdict->purpose) {
	case PURPOSE_AA_SAME:
		return "A/A: one program against itself";
	case PURPOSE_AA_LAYOUT:
		return "A/A: two layouts of one source";
	case PURPOSE_PLANTED:
		return lab_printf("planted: %g %% on the %s", verdict->plant_percent,
				  verdict->plant_side == SIDE_A ? "baseline" : "arm");
	case PURPOSE_PRIMARY:
	case PURPOSE_SECONDARY:
	case PURPOSE_SCREENING:
	case PURPOSE_FURTHER:
		break;
	}
	return NULL;
}

const char *words_sentence(const struct verdict *verdict)
{
	if (verdict->sentence != NULL)
		return verdict->sentence;
	return verdict->because != NULL ? verdict->because : verdict_name(verdict);
}

enum tone words_tone(enum verdict_kind kind)
{
	switch (kind) {
	case FASTER:
	case FASTER_AT_LEAST:
	case SLIGHTLY_FASTER:
		return TONE_LESS;
	case SLOWER:
	case SLOWER_AT_LEAST:
	case SLIGHTLY_SLOWER:
		return TONE_MORE;
	case EQUIVALENT:
	case NOT_SLOWER:
	case NOT_FASTER:
		return TONE_SAME;
	case DEPENDS:
		return TONE_DEPENDS;
	case INVALID:
		return TONE_BAD;
	case UNDECIDED:
	case NOT_EXERCISED:
	case NOT_DECIDABLE:
		break;
	}
	return TONE_PLAIN;
}

const char *words_claim_id(const struct claim *claim)
{
	return lab_printf("claim-%s", page_identifier(claim->name));
}

enum tone words_claim_tone(const struct claim *claim, const struct claim_answer *answer)
{
	switch (answer->outcome) {
	case OUTCOME_HOLDS:
		return TONE_GOOD;
	case OUTCOME_HOLDS_SMALL:
	case OUTCOME_HOLDS_UNSIZED:
		return TONE_SAME;
	case OUTCOME_DEPENDS:
		return TONE_DEPENDS;
	case OUTCOME_FAILS:
	case OUTCOME_OPPOSITE:
		return TONE_MORE;
	case OUTCOME_INVALID:
		return TONE_BAD;
	case OUTCOME_INSPECTION:
	case OUTCOME_MODEL_CHECK:
		if (claim->is_answered)
			return claim->holds ? TONE_GOOD : TONE_MORE;
		break;
	case OUTCOME_NOT_DECIDABLE:
	case OUTCOME_OPEN:
	case OUTCOME_UNMEASURED:
		break;
	}
	return TONE_PLAIN;
}

struct effect words_effect(struct claim_effect effect, const char *name)
{
	return (struct effect){ exp(effect.median),
				exp(effect.low),
				exp(effect.high),
				exp(effect.margin),
				words_tone(effect.row->kind),
				effect.text,
				name };
}

const char *words_median(const struct verdict *verdict)
{
	return isfinite(verdict->median) ? verdict_datum_text(verdict, verdict->median) : "-";
}

const char *words_interval(const struct verdict *verdict)
{
	if (verdict->measure->program == MEASURE_CALLGRIND && isfinite(verdict->low))
		return "exact";
	return isfinite(verdict->low) && isfinite(verdict->high) ?
		       lab_printf("[%s,\u00a0%s]", verdict_datum_text(verdict, verdict->low),
				  verdict_datum_text(verdict, verdict->high)) :
		       "none at this n";
}

const char *words_length(const struct verdict *verdict, double length)
{
	if (!isfinite(length))
		return "-";
	return verdict->measure->datum == DATUM_LOG_RATIO ?
		       lab_printf("%.1f %%", 100 * expm1(length)) :
		       lab_printf("%.3g", length);
}

/* "eager, voluntary switches: more by at least 0.002 per task" */
static const char *further_text(const struct verdict *further)
{
	return lab_printf("%s, %s: %s", further->contrast->name, further->measure->noun,
			  further->word);
}

const char *words_further(const struct verdicts *verdicts, const char *claim)
{
	struct strings said = { NULL, 0 };

	for (size_t i = 0; i < verdicts->further_count; i++) {
		const struct verdict *further = &verdicts->further[i];

		if (strcmp(further->contrast->claim, claim) == 0 && further->contrast->primary &&
		    verdict_kind_is_decided(further->kind))
			strings_add(&said, further_text(further));
	}
	return said.count > 0 ? strings_join(&said, "; ") : NULL;
}

const char *words_difference(double value, const char *otherwise)
{
	if (!isfinite(value))
		return otherwise;
	return value > 0 ? lab_printf("+%s", table_number(value, "")) : table_number(value, "");
}

const char *words_count(size_t count, const char *unit)
{
	return lab_count(count, unit);
}
