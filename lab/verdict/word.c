/* SPDX-License-Identifier: MIT */
/*
 * word.c - the fixed sentence of a verdict, and the loader that ends with it.
 *
 * The sentence has the same parts in the same order for every kind, so that two
 * runs can be compared by eye.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/stats/interval.h"
#include "lab/stats/word.h"
#include "lab/verdict/calibration.h"
#include "lab/verdict/envelope.h"
#include "lab/verdict/parts.h"

static const char *difference_text(const struct verdict *verdict)
{
	const struct result *result = verdict->result;
	double ns = verdict->ns_difference;

	if (isnan(ns))
		return lab_printf("%s against %s: no pair counts", result->arm.name,
				  result->baseline.name);
	return lab_printf("%s took %.3g ns %s per %s than %s", result->arm.name, fabs(ns),
			  ns < 0 ? "less" : "more", result->unit, result->baseline.name);
}

static const char *level_text(const struct verdict *verdict)
{
	return verdict->purpose == PURPOSE_PRIMARY   ? "family-wise 95 %" :
	       verdict->purpose == PURPOSE_SECONDARY ? "exploratory 95 %" :
						       "95 %";
}

/* "ratio 0.939, family-wise 95 % interval 0.925 to 0.953, with layouts 0.914 to 0.965" */
static const char *interval_text(const struct verdict *verdict)
{
	const char *text;

	if (isnan(verdict->median))
		return "no ratio";
	if (isnan(verdict->own_low))
		return lab_printf("ratio %.3f, no interval at this number of pairs",
				  exp(verdict->median));
	text = lab_printf("ratio %.3f, %s interval %.3f to %.3f", exp(verdict->median),
			  level_text(verdict), exp(verdict->own_low), exp(verdict->own_high));
	if (isnan(verdict->low))
		return lab_printf("%s, with layouts not known", text);
	if (verdict->low == verdict->own_low && verdict->high == verdict->own_high)
		return text;
	return lab_printf("%s, with layouts %.3f to %.3f", text, exp(verdict->low),
			  exp(verdict->high));
}

static double margin_percent(const struct verdict *verdict)
{
	return 100 * expm1(verdict->margin);
}

/* The kind with its numbers. */
static const char *kind_text(const struct verdict *verdict)
{
	const char *name = verdict_kind_name(verdict->kind);

	switch (verdict->kind) {
	case FASTER:
	case SLOWER:
	case FASTER_AT_LEAST:
	case SLOWER_AT_LEAST:
		name = verdict_kind_direction(verdict->kind) < 0 ? "faster" : "slower";
		return lab_printf("%s by at least %.3g %%", name,
				  word_at_least_percent(verdict->low, verdict->high));
	case SLIGHTLY_FASTER:
	case SLIGHTLY_SLOWER:
	case EQUIVALENT:
		return lab_printf("%s (within %.3g %%)", name, margin_percent(verdict));
	case NOT_SLOWER:
	case NOT_FASTER:
		return lab_printf("%s by more than %.3g %%", name, margin_percent(verdict));
	default:
		return name;
	}
}

/* The foreign load or whatever most flags were raised for. */
static const char *flags_text(const struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->pair_count; i++)
		if (verdict->pairs[i].flagged && verdict->pairs[i].flag_reason != NULL)
			return verdict->pairs[i].flag_reason;
	return "see its gates";
}

/* What would decide it. */
static const char *needed_text(const struct verdict *verdict)
{
	if (verdict->kind != UNDECIDED || verdict->purpose == PURPOSE_SCREENING)
		return "";
	if (3 * verdict->flagged > verdict->used + verdict->flagged)
		return lab_printf("; repeat it when the machine is quiet: %s", flags_text(verdict));
	if (verdict->used > 0 && isnan(verdict->own_low))
		return lab_printf("; %zu pairs are the fewest, and layout A/A pairs of both arms",
				  interval_pairs(VERDICT_ALPHA / (double)verdict->family));
	if (verdict->layouts_why != NULL && verdict->used > 0)
		return "; layout A/A pairs of both arms in this cell would tell";
	if (verdict->pairs_needed > 0)
		return lab_printf("; about %zu pairs would decide it", verdict->pairs_needed);
	if (verdict->envelope >= verdict->margin)
		return lab_printf("; layouts alone may do %.2g %% here: more pairs would not "
				  "decide it",
				  100 * expm1(verdict->envelope));
	return "; more pairs would not decide it";
}

static const char *allocator_text(const struct verdict *verdict, const struct summary *summary)
{
	if (strncmp(summary->allocator, "mimalloc", 8) == 0)
		return "mimalloc";
	return verdict->result->arm.allocator;
}

/* "no A/A pairs here", or how far identical things scatter, and what could be seen. */
static const char *sight_text(const struct verdict *verdict)
{
	const char *spread = isnan(verdict->aa_spread) ?
				     "no A/A pairs in this cell" :
				     lab_printf("A/A pairs here scatter by %.2g %%",
						100 * expm1(verdict->aa_spread));

	if (isnan(verdict->visible))
		return spread;
	return lab_printf("%s, %.2g %% could have been seen", spread,
			  100 * expm1(verdict->visible));
}

static const char *sentence(const struct verdict *verdict, const struct summary *summary,
			    const char *aa_state)
{
	const struct result *result = verdict->result;

	return lab_printf("On %s, %s%s%s, %s, allocator %s: %s (%s, %zu pairs, %zu "
			  "flagged, %u layout%s; %s; A/A %s). Verdict: %s%s%s%s.",
			  summary->host_class, result->workload,
			  result->params[0] != '\0' ? " " : "", result->params,
			  result->workers_text, allocator_text(verdict, summary),
			  difference_text(verdict), interval_text(verdict), verdict->used,
			  verdict->flagged, verdict->layouts, verdict->layouts == 1 ? "" : "s",
			  sight_text(verdict), aa_state, verdict->word,
			  verdict->because[0] != '\0' ? ", " : "", verdict->because,
			  needed_text(verdict));
}

/* Why no word of this set is to be ranked; NULL: they are. */
static const char *provisional_text(const struct verdicts *verdicts, const struct summary *summary)
{
	if (summary->too_many_flagged)
		return summary->flags;
	return verdicts->calibration.sufficient ? NULL : verdicts->calibration.state;
}

void verdicts_word(struct verdicts *verdicts, const struct summary *summary)
{
	const char *aa_state = verdicts->calibration.sufficient ? "sufficient" : "insufficient";

	verdicts->provisional = provisional_text(verdicts, summary);
	for (size_t i = 0; i < verdicts->count; i++) {
		struct verdict *verdict = &verdicts->rows[i];

		verdict->word = kind_text(verdict);
		if (verdicts->provisional != NULL && verdict_kind_is_decided(verdict->kind))
			verdict->word = lab_printf("provisional: %s", verdict->word);
		verdict->sentence = sentence(verdict, summary, aa_state);
	}
}

/* What was known when the run ended (of a run that did not end, its own trials), or what is
 * known of that host here and now, if that is more. */
static void load_calibration(struct verdicts *verdicts, struct store *store)
{
	const char *kept = store_meta(store, "calibration"), *host = store_meta(store, "host_key");
	struct calibration_counts then = calibration_of(verdicts), now = { 0, 0, 0 };

	if (kept != NULL)
		sscanf(kept, "%zu %zu %zu", &then.pairs, &then.trials, &then.alarms);
	if (host != NULL)
		now = calibration_recall(host);
	calibration_judge(&verdicts->calibration, host != NULL ? host : "unknown",
			  now.trials > then.trials ? now : then);
	if (now.trials > then.trials)
		verdicts->calibration.state = lab_printf(
			"%s (as known today; %zu trials when it was measured)",
			verdicts->calibration.state, then.trials);
}

int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary)
{
	int status;

	memset(verdicts, 0, sizeof(*verdicts));
	status = verdicts_load_rows(verdicts, store, summary);
	for (size_t i = 0; i < verdicts->count && status == LAB_OK; i++)
		verdict_load_facts(&verdicts->rows[i], store);
	verdicts->looks = store_meta(store, "looks") != NULL;
	if (status == LAB_OK) {
		verdict_envelopes(verdicts->rows, verdicts->count, verdicts->rows, verdicts->count);
		status = verdicts_judge(verdicts);
	}
	if (status != LAB_OK)
		return status;
	load_calibration(verdicts, store);
	verdicts_word(verdicts, summary);
	return LAB_OK;
}
