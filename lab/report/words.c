/* SPDX-License-Identifier: MIT */
/* words.c - see words.h. */
#include "lab/report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/report/figure.h"
#include "lab/table.h"

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
		break;
	}
	return NULL;
}

const char *words_sentence(const struct verdict *verdict)
{
	if (verdict->sentence != NULL)
		return verdict->sentence;
	return verdict->because != NULL ? verdict->because : verdict_kind_name(verdict->kind);
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

const char *words_ratio(double log_ratio)
{
	return isfinite(log_ratio) ? lab_printf("%.3f", exp(log_ratio)) : "-";
}

const char *words_interval(double low, double high)
{
	return isfinite(low) && isfinite(high) ?
		       lab_printf("[%.3f,\u00a0%.3f]", exp(low), exp(high)) :
		       "none at this n";
}

const char *words_difference(double value, const char *otherwise)
{
	if (!isfinite(value))
		return otherwise;
	return value > 0 ? lab_printf("+%s", table_number(value, "")) : table_number(value, "");
}

const char *words_percent(double share)
{
	return isfinite(share) ? lab_printf("%.1f %%", 100 * share) : "-";
}

const char *words_count(size_t count, const char *unit)
{
	return lab_printf("%zu %s%s", count, unit, count == 1 ? "" : "s");
}
