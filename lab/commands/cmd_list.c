/* SPDX-License-Identifier: MIT */
/* cmd_list.c - schedlab list: what there is to name; without a subject, what is built. */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/json_print.h"
#include "lab/commands/commands.h"
#include "lab/show/plan_print.h"
#include "lab/show/subjects.h"

struct list_options {
	const char *subject, *name; /* NULL: what is built */
	const char *directory;
	uint64_t timeout_ns;
	bool json;
};

enum { OPTION_ARMS_DIR = 256, OPTION_JSON, OPTION_TIMEOUT };

static const struct argp_option options[] = {
	{ "arms-dir", OPTION_ARMS_DIR, "DIR", 0,
	  "Directory with the bench-* programs (default: $SCHEDLAB_ARMS, else beside schedlab)",
	  0 },
	{ "json", OPTION_JSON, NULL, 0, "Print JSON for programs", 0 },
	{ "timeout", OPTION_TIMEOUT, "SECONDS", 0, "Time given to --describe (default 10)", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct list_options *list = state->input;

	if (key == OPTION_ARMS_DIR)
		list->directory = value;
	else if (key == OPTION_JSON)
		list->json = true;
	else if (key == ARGP_KEY_ARG && state->arg_num == 0)
		list->subject = value;
	else if (key == ARGP_KEY_ARG && state->arg_num == 1)
		list->name = value;
	else if (key == OPTION_TIMEOUT)
		return option_seconds("--timeout", value, &list->timeout_ns) ? 0 : EINVAL;
	else
		return ARGP_ERR_UNKNOWN;
	return 0;
}

static const struct argp argp = { options,
				  parse,
				  "[axes|hooks|arms|workloads|claims|suites|peers [NAME]]",
				  "List what there is to name, one screen each; with NAME more of "
				  "one. Without a subject: the "
				  "arms and workloads that were built, and which arm refuses which "
				  "workload and why.\v" LAB_EXIT_HELP,
				  NULL,
				  NULL,
				  NULL };

/* The programs of the arm, by the number of their layout. */
static json_t *layouts_json(const struct arm_info *arm)
{
	json_t *layouts = json_array();

	for (unsigned int i = 0; i < arm->layout_count; i++)
		json_array_append_new(layouts, json_string(arm->layouts[i].program));
	return layouts;
}

static void print_json(const struct arm_set *set)
{
	json_t *arms = json_array();

	for (size_t i = 0; i < set->count; i++) {
		json_t *arm = json_copy(set->arms[i].describe);

		json_object_set_new(arm, "program", json_string(set->arms[i].layouts[0].program));
		json_object_set_new(arm, "layouts", layouts_json(&set->arms[i]));
		json_array_append_new(arms, arm);
	}
	json_print(json_pack("{s:s, s:o, s:o, s:s?}", "directory", set->directory, "arms", arms,
			     "skipped", arm_set_skipped_json(set), "tokio_not_built",
			     set->tokio_missing));
}

/* Of the twin of Tokio and of peers all, of others what they do not share with that. */
static void print_knobs(const struct arm_info *arm, const struct arm_info *twin)
{
	bool alone = twin == NULL || arm == twin || strcmp(arm->kind, twin->kind) != 0;
	json_t *usual = alone ? NULL : json_object_get(twin->describe, "knobs");
	json_t *knobs = json_object_get(arm->describe, "knobs"), *value;
	const char *name, *line = "";

	json_object_foreach(knobs, name, value)
		if (!json_equal(value, json_object_get(usual, name)))
			line = lab_printf("%s %s=%s", line, name,
					  json_is_string(value) ? json_string_value(value) : "?");
	if (line[0] != '\0')
		printf("    %s:%s\n", alone ? "knobs" : "knobs, where not tokio's", line);
}

/* One line a reason, with all that it keeps out. */
static void print_refused(const struct arm_info *arm)
{
	struct strings told = { NULL, 0 };

	for (size_t i = 0; i < arm->workload_count; i++) {
		const char *why = arm->workloads[i].refused;
		struct strings names = { NULL, 0 };

		if (why == NULL || strings_contain(&told, why))
			continue;
		strings_add(&told, why);
		for (size_t k = i; k < arm->workload_count; k++)
			if (arm->workloads[k].refused != NULL &&
			    strcmp(arm->workloads[k].refused, why) == 0)
				strings_add(&names, arm->workloads[k].name);
		printf("    not applicable: %s: %s\n", strings_join(&names, ", "), why);
	}
}

static void print_arm(const struct arm_info *arm, const struct arm_info *twin)
{
	printf("  %-28s %-8s %-9s allocator %-8s [%s]\n", arm->name, arm->kind, arm->flavour,
	       arm->allocator, arm->version);
	print_knobs(arm, twin);
	if (arm->layout_count > 1)
		printf("    layouts: %u\n", arm->layout_count);
	print_refused(arm);
}

static void print_workload(const struct workload_info *workload)
{
	printf("  %-22s unit %s%s%s: %s%s%s%s\n", workload->name, workload->unit,
	       workload->parks ? ", parks" : "", workload->needs_fault ? ", fault build only" : "",
	       workload->measures, workload->origin[0] != '\0' ? " (as in " : "", workload->origin,
	       workload->origin[0] != '\0' ? ")" : "");
	for (size_t i = 0; i < workload->param_count; i++)
		printf("    %s=%" PRId64 "  %s\n", workload->params[i].name,
		       workload->params[i].fallback, workload->params[i].meaning);
}

static void print_text(const struct arm_set *set)
{
	struct strings workloads = { NULL, 0 };

	printf("arms in %s:\n", set->directory);
	for (size_t i = 0; i < set->count; i++)
		print_arm(&set->arms[i], arm_find(set, "tokio", "timed"));
	workload_names(set, &workloads);
	printf("workloads:\n");
	for (size_t i = 0; i < workloads.count; i++)
		print_workload(plan_workload(set, workloads.items[i]));
	for (size_t i = 0; i < set->skipped_count; i++)
		printf("skipped %s: %s\n", set->skipped[i].program, set->skipped[i].reason);
	if (set->tokio_missing != NULL)
		puts(tokio_missing(set));
}

int command_list(int argc, char **argv)
{
	struct list_options list = { .timeout_ns = (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9) };
	struct arm_set set;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &list) != 0)
		return LAB_USAGE;
	if (list.subject != NULL)
		return subject_print(list.subject, list.name, list.json);
	status = arm_set_load(&set, list.directory, NULL, list.timeout_ns);
	if (status == LAB_OK && list.json)
		print_json(&set);
	else if (status == LAB_OK)
		print_text(&set);
	arm_set_free(&set);
	return status;
}
