/* SPDX-License-Identifier: MIT */
/* json.c - see json.h. */
#include "lab/verdict/json.h"

#include <math.h>

#include "lab/verdict/agree.h"
#include "lab/verdict/outcome.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

static void put(json_t *object, const char *name, double value)
{
	json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

/* Data as they are for differences, as ratios and fractions for log ratios. */
static double point(const struct verdict *row, double datum)
{
	return row->measure->datum == DATUM_LOG_RATIO ? exp(datum) : datum;
}

static double length(const struct verdict *row, double datum)
{
	return row->measure->datum == DATUM_LOG_RATIO ? expm1(datum) : datum;
}

/* The word and what it is read from. */
static json_t *numbers(const struct verdict *row, const struct verdicts *verdicts)
{
	bool is_ratio = row->measure->datum == DATUM_LOG_RATIO;
	json_t *json = json_pack("{s:s, s:s, s:b, s:s?, s:I, s:I, s:I, s:I, s:I, s:I}", "verdict",
				 row->word, "kind", verdict_name(row), "provisional",
				 (int)(verdicts->provisional != NULL), "because", row->because,
				 "pairs", (json_int_t)row->used, "flagged",
				 (json_int_t)row->flagged, "missing", (json_int_t)row->missing,
				 "pairs_needed", (json_int_t)row->pairs_needed, "family",
				 (json_int_t)row->family, "layouts", (json_int_t)row->layouts);

	json_object_set_new(json, "measure", json_string(row->measure->name));
	put(json, is_ratio ? "ratio" : "median", point(row, row->median));
	put(json, "low", point(row, row->low));
	put(json, "high", point(row, row->high));
	put(json, "own_low", point(row, row->own_low));
	put(json, "own_high", point(row, row->own_high));
	put(json, "envelope", length(row, row->envelope));
	put(json, "margin", length(row, row->margin));
	put(json, "p", row->p);
	put(json, "visible", length(row, row->visible));
	put(json, "aa_spread", length(row, row->aa_spread));
	put(json, verdict_is_of_time(row) ? "ns_difference" : "difference", row->difference);
	put(json, "baseline_per_unit", row->levels[SIDE_A]);
	put(json, "arm_per_unit", row->levels[SIDE_B]);
	put(json, "rmw_difference", row->rmw_difference);
	put(json, "exercised_per_unit", row->exercised_per_unit);
	return json;
}

static json_t *transfer_json(const struct verdict *row, const struct verdicts *verdicts)
{
	struct transfer_answer answer = verdict_transfer(row, verdicts);
	json_t *json;

	if (row->contrast->transfers == NULL)
		return json_null();
	json = json_pack("{s:s, s:s}", "contrast", row->contrast->transfers, "answer",
			 transfer_name(answer.transfer));
	put(json, "difference_low", expm1(answer.low));
	put(json, "difference_high", expm1(answer.high));
	put(json, "margin", expm1(answer.margin));
	return json;
}

/* The same contrast in the other run; null if that does not have it. */
static json_t *again_json(const struct verdict *row, const struct entry_run *again)
{
	const struct verdict *other = verdicts_row(again->verdicts, row->contrast->claim,
						   row->contrast->name);
	json_t *json = other != NULL ? numbers(other, again->verdicts) : json_object();

	json_object_set_new(json, "agreement",
			    json_string(agreement_name(verdict_agreement(row, other))));
	json_object_set_new(json, "host", json_string(again->summary->host_class));
	json_object_set_new(json, "date", json_string(again->summary->date));
	return json;
}

static json_t *contrast_json(const struct verdict *row)
{
	return json_pack("{s:s, s:s}", "claim", row->contrast->claim, "contrast",
			 row->contrast->name);
}

/* What the contrast costs or saves besides its own measure. */
static json_t *further_json(const struct verdict *row, const struct verdicts *verdicts)
{
	json_t *list = json_array();

	const struct verdict *further = NULL;

	while ((further = verdicts_next_further(verdicts, row->contrast->claim, further)) != NULL) {
		json_t *json;

		if (!verdict_is_beside(row, further))
			continue;
		json = numbers(further, verdicts);
		json_object_update_new(json, json_pack("{s:s, s:s, s:I, s:I, s:s}", "noun",
						       further->measure->noun, "program",
						       verdict_program(further), "aa_trials",
						       (json_int_t)further->aa_trials, "aa_alarms",
						       (json_int_t)further->aa_alarms, "sentence",
						       further->sentence));
		json_array_append_new(list, json);
	}
	return list;
}

static json_t *row_json(const struct verdict *row, const struct entry_run *run,
			const struct entry_run *again)
{
	const struct contrast *contrast = row->contrast;
	json_t *json = numbers(row, run->verdicts);

	json_object_update_new(
		json, json_pack("{s:s, s:s, s:s, s:b, s:s, s:s, s:s, s:s, s:s, s:o}", "contrast",
				contrast->name, "diff", contrast->diff, "role",
				contrast_role_name(contrast->role), "primary",
				(int)contrast->primary, "predicts", contrast->predicts, "workload",
				row->result->workload, "params", row->result->params, "workers",
				row->result->workers_text, "sentence", row->sentence, "transfer",
				transfer_json(row, run->verdicts)));
	if (row->measured_with != NULL)
		json_object_set_new(json, "measured_with", contrast_json(row->measured_with));
	if (again != NULL)
		json_object_set_new(json, "again", again_json(row, again));
	json_object_set_new(json, "further", further_json(row, run->verdicts));
	return json;
}

json_t *claim_json(const struct claim *claim, const struct entry_run *run,
		   const struct entry_run *again)
{
	struct claim_answer answer = claim_answer(claim, run->verdicts);
	const struct verdict *row = NULL;
	json_t *rows = json_array();

	while ((row = verdicts_next(run->verdicts, claim->name, row)) != NULL)
		json_array_append_new(rows, row_json(row, run, again));
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s?, s:s?, s:s, s:s, s:o}", "claim",
			 claim->name, "title", claim->title, "decided_by",
			 decided_by_name(claim->decided_by), "outcome",
			 outcome_name(answer.outcome), "sentence", answer.sentence, "provisional",
			 run->verdicts->provisional, "finding", claim->finding, "host",
			 run->summary->host_class, "date", run->summary->date, "contrasts", rows);
}
