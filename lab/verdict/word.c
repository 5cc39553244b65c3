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

#include "lab/verdict/calibration.h"
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

static const char *interval_text(const struct verdict *verdict)
{
	const char *level = verdict->purpose == PURPOSE_PRIMARY	  ? "family-wise 95 %" :
			    verdict->purpose == PURPOSE_SECONDARY ? "exploratory 95 %" :
								    "95 %";

	if (isnan(verdict->median))
		return "no ratio";
	if (isnan(verdict->low))
		return lab_printf("ratio %.3f, no interval at this number of pairs",
				  exp(verdict->median));
	return lab_printf("ratio %.3f, %s interval %.3f to %.3f", exp(verdict->median), level,
			  exp(verdict->low), exp(verdict->high));
}

static const char *needed_text(const struct verdict *verdict)
{
	if (verdict->kind != UNDECIDED || verdict->purpose == PURPOSE_SCREENING)
		return "";
	if (verdict->pairs_needed == 0)
		return "; more pairs would not decide it";
	return lab_printf("; about %zu pairs would decide it", verdict->pairs_needed);
}

static const char *allocator_text(const struct verdict *verdict, const struct summary *summary)
{
	if (strncmp(summary->allocator, "mimalloc", 8) == 0)
		return "mimalloc";
	return verdict->result->arm.allocator;
}

static const char *sentence(const struct verdict *verdict, const struct summary *summary,
			    const char *aa_state)
{
	const struct result *result = verdict->result;

	return lab_printf("On %s, %s%s%s, %s, allocator %s: %s (%s, %zu pairs, %zu "
			  "flagged, %u layout%s, A/A %s). Verdict: %s%s%s%s.",
			  summary->host_class, result->workload,
			  result->params[0] != '\0' ? " " : "", result->params,
			  result->workers_text, allocator_text(verdict, summary),
			  difference_text(verdict), interval_text(verdict), verdict->used,
			  verdict->flagged, verdict->layouts, verdict->layouts == 1 ? "" : "s",
			  aa_state, verdict_kind_name(verdict->kind),
			  verdict->because[0] != '\0' ? ", " : "", verdict->because,
			  needed_text(verdict));
}

void verdicts_word(struct verdicts *verdicts, const struct summary *summary)
{
	const char *aa_state = verdicts->calibration.sufficient ? "sufficient" : "insufficient";

	for (size_t i = 0; i < verdicts->count; i++)
		verdicts->rows[i].sentence = sentence(&verdicts->rows[i], summary, aa_state);
}

/* What was known when the run ended; of a run that did not end, its own trials. */
static void load_calibration(struct verdicts *verdicts, struct store *store)
{
	const char *kept = store_meta(store, "calibration"), *host = store_meta(store, "host_key");
	struct calibration_counts counts = calibration_of(verdicts);

	if (kept != NULL)
		sscanf(kept, "%zu %zu %zu", &counts.pairs, &counts.trials, &counts.alarms);
	calibration_judge(&verdicts->calibration, host != NULL ? host : "unknown", counts);
}

int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary)
{
	int status;

	memset(verdicts, 0, sizeof(*verdicts));
	status = verdicts_load_rows(verdicts, store, summary);
	for (size_t i = 0; i < verdicts->count && status == LAB_OK; i++)
		verdict_load_facts(&verdicts->rows[i], store);
	if (status == LAB_OK)
		status = verdicts_judge(verdicts);
	if (status != LAB_OK)
		return status;
	load_calibration(verdicts, store);
	verdicts_word(verdicts, summary);
	return LAB_OK;
}
