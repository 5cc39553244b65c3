/* SPDX-License-Identifier: MIT */
/* prepare.c - see prepare.h. */
#include "lab/commands/prepare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/build.h"
#include "lab/arms/expression.h"
#include "lab/arms/known.h"
#include "lab/commands/commands.h"

static const uint64_t timeout_ns = (uint64_t)(DESCRIBE_TIMEOUT_S * 1e9);

/* Where programs may be built for this run; NULL: they are taken as they are, and `why` is NULL or
 * says why they must be. */
static const char *folder_for(const struct run_options *options, const char **why)
{
	const char *folder;

	*why = NULL;
	if (options->arms_directory != NULL || getenv("SCHEDLAB_ARMS") != NULL ||
	    options->resume != NULL)
		return NULL;
	folder = options->dry_run ? build_folder(why) : build_open(why);
	if (folder == NULL)
		fprintf(stderr, "programs are run as they are, none is built: %s\n", *why);
	return folder;
}

/* What was named, and could be built elsewhere. */
static int check_built(const struct arm_set *set, const struct strings *names)
{
	for (size_t i = 0; i < names->count; i++) {
		struct expression expression;

		if (arm_find(set, names->items[i], "timed") != NULL ||
		    expression_read(&expression, names->items[i]) != NULL)
			continue;
		lab_error("%s is not built, and cannot be built here", names->items[i]);
		return LAB_ENVIRONMENT;
	}
	return LAB_OK;
}

/* The plan as far as it can be told, for the programs that it names. */
static int plan_and_build(const struct arm_set *assumed, const struct run_options *options,
			  const char *folder, struct strings *files)
{
	struct wanted wanted = { NULL, 0 };
	struct suite suite;
	struct plan plan;
	int status = run_plan(&options->request, assumed, &suite, &plan);

	if (status != LAB_OK)
		return status;
	plan_wanted(&plan, &wanted);
	wanted_files(&wanted, files);
	return build_wanted(folder, &wanted);
}

/* A variant that sets nothing is a slip, which the numbers would not show. */
static void warn_of_equal(const struct arm_set *set, const struct run_options *options)
{
	const struct arm_info *own = arm_find(set, options->variant, "timed");
	const struct arm_info *other = arm_find(set, options->request.against, "timed");

	if (own == NULL || other == NULL || own == other)
		return;
	if (json_equal(json_object_get(own->describe, "knobs"),
		       json_object_get(other->describe, "knobs")))
		lab_error("%s has every knob as %s has it: unless its file changes code, one "
			  "scheduler is measured twice",
			  own->name, other->name);
}

static int check_variant(const struct arm_set *set, const struct run_options *options)
{
	if (arm_find(set, options->variant, "timed") != NULL) {
		warn_of_equal(set, options);
		return LAB_OK;
	}
	for (size_t i = 0; i < set->skipped_count; i++)
		lab_error("%s: %s", set->skipped[i].program, set->skipped[i].reason);
	lab_error(
		"--variant: no program says that it is %s; write #define VARIANT_NAME \"%s\" into "
		"the file, as it is called",
		options->variant, options->variant);
	return LAB_USAGE;
}

int prepare_arms(struct arm_set *set, const struct run_options *options)
{
	const char *why, *folder = folder_for(options, &why);
	struct strings names = { NULL, 0 }, files = { NULL, 0 };
	int status = LAB_OK;

	memset(set, 0, sizeof(*set));
	if (folder != NULL)
		build_known_presets(folder);
	if (options->resume == NULL)
		status = run_plan_arms(&options->request, &names);
	if (status != LAB_OK)
		return status;
	if (folder == NULL) {
		status = arm_set_load(set, options->arms_directory, NULL, timeout_ns);
		return status == LAB_OK && why != NULL && options->request.arms != NULL ?
			       check_built(set, &names) :
			       status;
	}
	status = arm_set_assume(set, folder, &names, timeout_ns);
	if (status != LAB_OK || options->dry_run)
		return status;
	status = plan_and_build(set, options, folder, &files);
	arm_set_free(set);
	if (status == LAB_OK)
		status = arm_set_load(set, NULL, &files, timeout_ns);
	if (status == LAB_OK && options->variant != NULL)
		status = check_variant(set, options);
	return status;
}
