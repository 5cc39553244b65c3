/* SPDX-License-Identifier: MIT */
/* summary_json.c - the summary for programs: what the table says, as JSON. */
#include <math.h>

#include "lab/store/summary.h"

static json_t *real_or_null(double value)
{
	return isfinite(value) ? json_real(value) : json_null();
}

static json_t *spread_json(const struct spread *spread)
{
	if (spread->n == 0)
		return json_null();
	return json_pack("{s:f, s:f, s:f, s:f, s:f, s:f, s:i}", "median", spread->median, "min",
			 spread->min, "max", spread->max, "quartile1", spread->quartile1,
			 "quartile3", spread->quartile3, "mad", spread->mad, "n", (int)spread->n);
}

static json_t *side_json(const struct result_arm *arm, const struct side_summary *side)
{
	json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "arm", arm->name, "version",
				 arm->version, "kind", arm->kind, "flavour", arm->flavour,
				 "allocator", arm->allocator, "ns_per_unit",
				 spread_json(&side->ns));

	for (size_t i = 0; i < summary_column_count; i++)
		json_object_set_new(json, lab_printf("%s_per_unit", summary_columns[i].name),
				    real_or_null(side->values[i]));
	return json;
}

static json_t *result_json(const struct result *result)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:I, s:b, s:I, s:I, s:s?, s:o, s:o, s:o}",
			 "workload", result->workload, "params", result->params, "pin", result->pin,
			 "unit", result->unit, "workers", (json_int_t)result->workers,
			 "oversubscribed", result->oversubscribed, "iterations",
			 (json_int_t)result->iterations, "pairs_planned", (json_int_t)result->pairs,
			 "not_applicable", result->refused, "baseline",
			 side_json(&result->baseline, &result->sides[SIDE_A]), "arm",
			 side_json(&result->arm, &result->sides[SIDE_B]), "ratio",
			 spread_json(&result->ratio));
}

static json_t *red_json(const struct red_sample *red)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s?}", "arm", red->arm, "workload",
			 red->workload, "params", red->params, "mode", red->mode, "status",
			 red->status, "cause", red->cause, "last_state", red->last_state);
}

json_t *summary_json(const struct summary *summary)
{
	json_t *results = json_array(), *reds = json_array();

	for (size_t i = 0; i < summary->count; i++)
		json_array_append_new(results, result_json(&summary->results[i]));
	for (size_t i = 0; i < summary->red_count; i++)
		json_array_append_new(reds, red_json(&summary->reds[i]));
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s?, s:s, s:o, s:o}", "suite",
			 summary->suite, "label", summary->label, "state", summary->state, "host",
			 summary->host_class, "seed", summary->seed, "allocator",
			 summary->allocator, "tokio", summary->tokio, "flags", summary->flags,
			 "results", results, "red", reds);
}
