/* SPDX-License-Identifier: MIT */
/*
 * describe.c - the check of a --describe answer against the sample contract.
 *
 * Everything the lab relies on must be there with the right type; everything
 * else is kept in the JSON and otherwise ignored.
 */
#include "lab/arms/describe.h"

#include <string.h>

static const char *parse_param(struct param_info *param, json_t *json)
{
	json_int_t fallback, min = 0, max = INT64_MAX;
	json_error_t error;

	param->meaning = "";
	if (json_unpack_ex(json, &error, 0, "{s:s, s:I, s?I, s?I, s?s}", "name", &param->name,
			   "default", &fallback, "min", &min, "max", &max, "meaning",
			   &param->meaning) != 0)
		return lab_printf("a parameter is malformed: %s", error.text);
	param->fallback = fallback;
	param->min = min;
	param->max = max;
	return NULL;
}

static const char *parse_params(struct workload_info *workload, json_t *params)
{
	struct param_info *list = lab_alloc(json_array_size(params) * sizeof(*list));
	size_t index;
	json_t *param;

	json_array_foreach(params, index, param) {
		const char *wrong = parse_param(&list[index], param);

		if (wrong != NULL)
			return wrong;
	}
	workload->params = list;
	workload->param_count = json_array_size(params);
	return NULL;
}

static bool has_flag(json_t *flags, const char *name)
{
	size_t index;
	json_t *flag;

	json_array_foreach(flags, index, flag)
		if (json_is_string(flag) && strcmp(json_string_value(flag), name) == 0)
			return true;
	return false;
}

static const char *parse_workload(struct workload_info *workload, json_t *json)
{
	json_t *flags = NULL, *params = NULL, *refused = NULL;
	json_error_t error;

	workload->measures = workload->origin = workload->family = "";
	if (json_unpack_ex(json, &error, 0, "{s:s, s:s, s?s, s?s, s?s, s?o, s?o, s?o}", "name",
			   &workload->name, "unit", &workload->unit, "family", &workload->family,
			   "measures", &workload->measures, "origin", &workload->origin, "flags",
			   &flags, "params", &params, "refused", &refused) != 0)
		return lab_printf("a workload is malformed: %s", error.text);
	workload->refused = json_string_value(refused);
	workload->parks = has_flag(flags, "parks");
	workload->needs_fault = has_flag(flags, "needs-fault");
	return parse_params(workload, params);
}

static const char *parse_workloads(struct arm_info *arm, json_t *workloads)
{
	struct workload_info *list = lab_alloc(json_array_size(workloads) * sizeof(*list));
	size_t index;
	json_t *workload;

	json_array_foreach(workloads, index, workload) {
		const char *wrong = parse_workload(&list[index], workload);

		if (wrong != NULL)
			return wrong;
	}
	arm->workloads = list;
	arm->workload_count = json_array_size(workloads);
	return arm->workload_count > 0 ? NULL : "it offers no workload";
}

static const char *check_words(const struct arm_info *arm, int contract, const char *event)
{
	static const char *const kinds[] = { "variant", "peer", NULL };
	static const char *const flavours[] = { "timed", "counting", "fault", NULL };

	if (contract != CONTRACT_VERSION)
		return lab_printf("it speaks contract %d, this lab speaks %d", contract,
				  CONTRACT_VERSION);
	if (strcmp(event, "describe") != 0)
		return lab_printf("event is \"%s\", not \"describe\"", event);
	if (!is_one_of(arm->kind, kinds))
		return lab_printf("kind \"%s\" is neither variant nor peer", arm->kind);
	if (!is_one_of(arm->flavour, flavours))
		return lab_printf("flavour \"%s\" is not timed, counting or fault", arm->flavour);
	if (arm->name[0] == '\0')
		return "the arm has no name";
	return NULL;
}

const char *describe_parse(struct arm_info *arm, const char *program, json_t *answer)
{
	json_t *workloads;
	const char *event, *wrong;
	json_error_t error;
	int contract, layout = 0, takes_heap = 0;

	memset(arm, 0, sizeof(*arm));
	arm->isa = "";
	arm->layouts[0].what = "as built";
	arm->layouts[0].program = program;
	arm->describe = answer;
	if (json_unpack_ex(answer, &error, 0,
			   "{s:i, s:s, s:s, s:s, s:s, s:s, s:s, s?s, s?i, s?s, s?b, s:o}",
			   "contract", &contract, "event", &event, "arm", &arm->name, "kind",
			   &arm->kind, "version", &arm->version, "flavour", &arm->flavour,
			   "allocator", &arm->allocator, "isa", &arm->isa, "layout", &layout,
			   "layout_made_of", &arm->layouts[0].what, "heap_placement", &takes_heap,
			   "workloads", &workloads) != 0)
		return lab_printf("malformed description: %s", error.text);
	if (layout < 0 || layout >= (int)LAYOUTS_MAX)
		return lab_printf("layout %d is not one of 0 to %u", layout, LAYOUTS_MAX - 1);
	arm->layout = (unsigned int)layout;
	arm->takes_heap = takes_heap != 0;
	wrong = check_words(arm, contract, event);
	return wrong != NULL ? wrong : parse_workloads(arm, workloads);
}
