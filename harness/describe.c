/* SPDX-License-Identifier: MIT */
/* describe.c - the answer to --describe; starts nothing. */
#include "harness/describe.h"

#include "harness/cell.h"
#include "harness/counter_table.h"
#include "harness/facts.h"
#include "harness/sample.h"

/* Refusals are told for this many workers; others come as a row. */
#define DESCRIBE_WORKERS 2u

static json_t *flags_json(uint32_t flags)
{
	static const struct {
		uint32_t flag;
		const char *name;
	} names[] = {
		{ ARM_PARKS, "parks" },
		{ ARM_NEEDS_REMOTE, "needs-remote" },
		{ ARM_NEEDS_PARALLEL, "needs-parallel" },
		{ ARM_NEEDS_FAULT, "needs-fault" },
		{ ARM_LATENCY, "latency" },
		{ ARM_NEEDS_CANCEL, "needs-cancel" },
	};
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (flags & names[i].flag)
			json_array_append_new(list, json_string(names[i].name));
	return list;
}

static json_t *param_json(const struct arm_param *param)
{
	return json_pack("{s:s, s:s, s:I, s:I, s:I}", "name", param->name, "meaning",
			 param->meaning, "default", (json_int_t)param->fallback, "min",
			 (json_int_t)param->min, "max", (json_int_t)cell_param_max(param));
}

static json_t *params_json(const struct arm_workload *workload)
{
	json_t *list = json_array();
	uint32_t i;

	for (i = 0; i < workload->param_count; i++)
		json_array_append_new(list, param_json(&workload->params[i]));
	return list;
}

static json_t *workload_json(const struct arm *arm, const struct arm_workload *workload)
{
	const char *refused = NULL;
	struct cell cell;
	json_t *json;

	cell_defaults(&cell, workload);
	if (arm->refuses)
		refused = arm->refuses(workload, cell.params, DESCRIBE_WORKERS);
	json = json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "name", workload->name, "family",
			 workload->family, "unit", workload->unit, "measures", workload->measures,
			 "origin", workload->origin, "flags", flags_json(workload->flags), "params",
			 params_json(workload));
	if (refused)
		json_object_set_new(json, "refused", facts_text(refused));
	return json;
}

/* What this build counts by itself; the harness's own counters stand beside it. */
static json_t *metrics_json(const struct arm *arm)
{
	struct arm_metric metrics[SAMPLE_METRICS_MAX];
	size_t count = arm->metrics ? arm->metrics(NULL, metrics, SAMPLE_METRICS_MAX) : 0, i;
	json_t *names = json_array();

	for (i = 0; i < count && i < SAMPLE_METRICS_MAX; i++)
		if (metrics[i].counted)
			json_array_append_new(names, json_string(metrics[i].name));
	return names;
}

json_t *describe_json(const struct arm *arm)
{
	const struct counter_group *groups;
	json_t *json = facts_arm(arm);
	json_t *names = json_array(), *workloads = json_array();
	size_t count, i;

	groups = counter_groups(&count);
	for (i = 0; i < count; i++)
		json_array_append_new(names, json_string(groups[i].name));
	for (i = 0; i < arm->workload_count; i++)
		json_array_append_new(workloads, workload_json(arm, arm->workloads[i]));
	json_object_set_new(json, "event", json_string("describe"));
	json_object_set_new(json, "heap_placement", json_true());
	json_object_set_new(json, "counters", names);
	json_object_set_new(json, "metrics", metrics_json(arm));
	json_object_set_new(json, "workloads", workloads);
	return json;
}
