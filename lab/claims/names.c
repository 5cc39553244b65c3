/* SPDX-License-Identifier: MIT */
/* names.c - see names.h. */
#include "lab/claims/names.h"

#include <string.h>

#include "lab/arms/expression.h"

/* "claim inject, contrast shards8: no arm \"tokoi\"; did you mean \"tokio\"?" */
static int complain(const struct contrast *contrast, const char *what, const char *name,
		    const struct strings *known)
{
	lab_error("claim %s (claims/%s.json), contrast %s: %s", contrast->claim, contrast->claim,
		  contrast->name, unknown_name(what, name, known));
	return LAB_USAGE;
}

/* Parts of the same thing: effects of another measure, or amounts, are no such parts. */
static bool is_transferable(const struct claim *claim, const struct contrast *contrast)
{
	for (size_t i = 0; i < claim->count; i++)
		if (strcmp(claim->contrasts[i].name, contrast->transfers) == 0)
			return claim->contrasts[i].measure == contrast->measure &&
			       contrast->measure->datum == DATUM_LOG_RATIO;
	return false;
}

/* A claim about one thing is not decided by arms that differ in another as well. */
static int check_axes(const struct claim *claim, const char *where)
{
	for (size_t i = 0; i < claim->count; i++) {
		const struct contrast *contrast = &claim->contrasts[i];
		struct strings axes = { NULL, 0 };

		if (!arm_axes(&axes, contrast->a, contrast->b))
			continue;
		for (size_t j = 0; j < axes.count; j++) {
			if (strings_contain(&claim->axes, axes.items[j]))
				continue;
			lab_error("claim %s, contrast %s: %s and %s differ on the axis %s (%s), "
				  "and the "
				  "claim is about %s; correct the file",
				  where, contrast->name, contrast->a, contrast->b, axes.items[j],
				  contrast->diff, claim->axis);
			return LAB_USAGE;
		}
	}
	return LAB_OK;
}

int claim_check_references(const struct claim *claim, const char *where)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < claim->count; i++) {
		if (strings_contain(&known, claim->contrasts[i].name)) {
			lab_error("claim %s: two contrasts are named \"%s\"; correct the file",
				  where, claim->contrasts[i].name);
			return LAB_USAGE;
		}
		strings_add(&known, claim->contrasts[i].name);
	}
	for (size_t i = 0; i < claim->count; i++) {
		const struct contrast *contrast = &claim->contrasts[i];

		if (contrast->ablates != NULL && !strings_contain(&known, contrast->ablates))
			return complain(contrast, "contrast to ablate", contrast->ablates, &known);
		if (contrast->transfers != NULL && !strings_contain(&known, contrast->transfers))
			return complain(contrast, "contrast to transfer to", contrast->transfers,
					&known);
		if (contrast->transfers != NULL && !is_transferable(claim, contrast)) {
			lab_error("claim %s, contrast %s: what transfers has the measure of %s, "
				  "and one "
				  "that is compared by ratios; correct the file",
				  where, contrast->name, contrast->transfers);
			return LAB_USAGE;
		}
	}
	return check_axes(claim, where);
}

/* -------------------------------------------------------- against the arms -- */

static int check_arm(const struct contrast *contrast, const char *arm, const struct arm_set *set)
{
	struct strings known = { NULL, 0 };

	if (is_peer(arm) || strchr(arm, '+') != NULL) /* those were checked */
		return LAB_OK;
	arm_names(set, &known);
	preset_names(&known);
	return strings_contain(&known, arm) ? LAB_OK : complain(contrast, "arm", arm, &known);
}

static int check_params(const struct contrast *contrast, const struct workload_info *workload)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < workload->param_count; i++)
		strings_add(&known, workload->params[i].name);
	for (size_t i = 0; i < contrast->params.count; i++) {
		const char *param = contrast->params.items[i];
		const char *name = lab_printf("%.*s", (int)strcspn(param, "="), param);

		if (!strings_contain(&known, name))
			return complain(contrast,
					lab_printf("parameter of %s named", workload->name), name,
					&known);
	}
	return LAB_OK;
}

/* Does the arm's build of that flavour know the metric?  One that is not built is not asked. */
static int check_metric(const struct contrast *contrast, const struct arm_set *set, const char *arm,
			const char *flavour, const char *metric)
{
	const struct arm_info *build = arm_find(set, arm, flavour);
	json_t *names, *name;
	struct strings known = { NULL, 0 };
	size_t index;

	if (build == NULL || build->is_assumed) /* asked again when it is built */
		return LAB_OK;
	names = json_object_get(build->describe, "metrics");
	if (!json_is_array(names)) /* a program older than the list */
		return LAB_OK;
	json_array_foreach(names, index, name)
		if (json_is_string(name))
			strings_add(&known, json_string_value(name));
	if (strings_contain(&known, metric))
		return LAB_OK;
	return complain(contrast, lab_printf("metric of %s's %s build named", arm, flavour), metric,
			&known);
}

/* A fault build counts what it needs itself. */
static int check_exercised(const struct contrast *contrast, const struct arm_set *set)
{
	const char *flavour = strcmp(contrast->flavour, "fault") == 0 ? "fault" : "counting";

	if (contrast->metric == NULL)
		return LAB_OK;
	return check_metric(contrast, set, contrast->b, flavour, contrast->metric);
}

/* Both sides must count what is compared. */
static int check_measure(const struct contrast *contrast, const struct arm_set *set,
			 const struct measure *measure)
{
	const char *flavour = measure->program == MEASURE_COUNTING ? "counting" : contrast->flavour;
	int status;

	if (measure->place != IN_METRICS)
		return LAB_OK;
	status = check_metric(contrast, set, contrast->a, flavour, measure->key);
	return status != LAB_OK ? status :
				  check_metric(contrast, set, contrast->b, flavour, measure->key);
}

static int check_measures(const struct contrast *contrast, const struct arm_set *set)
{
	int status = check_measure(contrast, set, contrast->measure);

	for (size_t i = 0; i < contrast->also_count && status == LAB_OK; i++)
		status = check_measure(contrast, set, contrast->also[i]);
	return status;
}

static int check_contrast(const struct contrast *contrast, const struct arm_set *set)
{
	const struct arm_info *arm = arm_find(set, contrast->b, contrast->flavour);
	const struct workload_info *workload;
	struct strings known = { NULL, 0 };
	int status = check_arm(contrast, contrast->a, set);

	if (status == LAB_OK)
		status = check_arm(contrast, contrast->b, set);
	if (status != LAB_OK || arm == NULL)
		return status;
	workload_names(set, &known);
	if (!strings_contain(&known, contrast->workload))
		return complain(contrast, "workload", contrast->workload, &known);
	workload = arm_workload(arm, contrast->workload);
	if (workload != NULL)
		status = check_params(contrast, workload);
	if (status == LAB_OK)
		status = check_exercised(contrast, set);
	return status == LAB_OK ? check_measures(contrast, set) : status;
}

int claims_check_names(const struct claim_set *claims, const struct arm_set *set)
{
	for (size_t i = 0; i < claims->count; i++)
		for (size_t j = 0; j < claims->claims[i].count; j++) {
			int status = check_contrast(&claims->claims[i].contrasts[j], set);

			if (status != LAB_OK)
				return status;
		}
	return LAB_OK;
}
