/* SPDX-License-Identifier: MIT */
/* counts.c - see counts.h. */
#include "lab/counts.h"

#include <string.h>

static void apply_to(const struct result_arm *arm, struct side_summary *side, const char *name,
		     double instructions, double rmw)
{
	if (strcmp(arm->name, name) != 0)
		return;
	side->instructions = instructions;
	side->rmw = rmw;
}

static int apply(struct summary *summary, json_t *entry, size_t index, const char *path)
{
	const char *arm, *workload, *params = NULL;
	double instructions, rmw;
	json_error_t error;

	if (json_unpack_ex(entry, &error, 0, "{s:s, s:s, s:F, s:F, s?s}", "arm", &arm, "workload",
			   &workload, "instructions", &instructions, "rmw", &rmw, "params",
			   &params) != 0) {
		lab_error("counts %s, entry %zu: %s; correct the file", path, index + 1,
			  error.text);
		return LAB_USAGE;
	}
	for (size_t i = 0; i < summary->count; i++) {
		struct result *result = &summary->results[i];

		if (strcmp(result->workload, workload) != 0 ||
		    (params != NULL && strcmp(result->params, params) != 0))
			continue;
		apply_to(&result->baseline, &result->sides[SIDE_A], arm, instructions, rmw);
		apply_to(&result->arm, &result->sides[SIDE_B], arm, instructions, rmw);
	}
	return LAB_OK;
}

int counts_apply(struct summary *summary, const char *path)
{
	json_error_t error;
	json_t *counts = json_load_file(path, 0, &error), *entry;
	int status = LAB_OK;
	size_t index;

	if (!json_is_array(counts)) {
		lab_error("counts %s: %s; give a JSON array of counts", path,
			  counts == NULL ? error.text : "not an array");
		json_decref(counts);
		return LAB_USAGE;
	}
	json_array_foreach(counts, index, entry)
		if (status == LAB_OK)
			status = apply(summary, entry, index, path);
	json_decref(counts);
	return status;
}
