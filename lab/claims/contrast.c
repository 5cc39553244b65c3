/* SPDX-License-Identifier: MIT */
/* contrast.c - reads one contrast of a claim; see contrast.h. */
#include "lab/claims/contrast.h"

#include <string.h>

#include "lab/arms/expression.h"
#include "lab/stats/verdict_kind.h"

/* A copy that outlives the JSON. */
static const char *keep(const char *text)
{
	return text != NULL ? lab_strdup(text) : NULL;
}

static bool read_params(struct contrast *contrast, json_t *params)
{
	const char *name;
	json_t *value;

	json_object_foreach(params, name, value) {
		if (!json_is_integer(value))
			return false;
		strings_add(&contrast->params, lab_printf("%s=%" JSON_INTEGER_FORMAT, name,
							  json_integer_value(value)));
	}
	return true;
}

static const char *unknown_measure(const char *name)
{
	struct strings known = { NULL, 0 };

	measure_names(&known);
	return unknown_name("measure", name, &known);
}

static bool has_measure(const struct contrast *contrast, const struct measure *measure)
{
	bool found = contrast->measure == measure;

	for (size_t i = 0; i < contrast->also_count; i++)
		found = found || contrast->also[i] == measure;
	return found;
}

static const char *read_also(struct contrast *contrast, json_t *also)
{
	size_t index;
	json_t *name;

	contrast->also = lab_alloc((json_array_size(also) + 1) * sizeof(const struct measure *));
	if (also != NULL && !json_is_array(also))
		return "\"also\" is not a list of measures";
	json_array_foreach(also, index, name) {
		const char *text = json_string_value(name);
		const struct measure *measure = text != NULL ? measure_find(text) : NULL;

		if (text == NULL)
			return "\"also\" is not a list of measures";
		if (measure == NULL)
			return unknown_measure(text);
		if (has_measure(contrast, measure))
			return lab_printf("measure \"%s\" is named twice", text);
		contrast->also[contrast->also_count++] = measure;
	}
	return NULL;
}

static const char *read_measures(struct contrast *contrast, const char *measure, json_t *also)
{
	contrast->measure = measure != NULL ? measure_find(measure) : measure_time();
	if (contrast->measure == NULL)
		return unknown_measure(measure);
	return read_also(contrast, also);
}

static const char *const roles[] = { "carries", "control", "explores" };

const char *contrast_role_name(enum contrast_role role)
{
	return roles[role];
}

static bool predicts_nothing(const struct contrast *contrast)
{
	return strcmp(contrast->predicts, "none") == 0;
}

/* Before there were roles, what was preregistered and predicted carried its claim. */
static const char *read_role(struct contrast *contrast, const char *role, bool stored)
{
	if (role == NULL && !stored)
		return "it lacks \"role\": carries, control or explores";
	if (role == NULL) {
		contrast->role = contrast->primary && !predicts_nothing(contrast) ? ROLE_CARRIES :
										    ROLE_EXPLORES;
		return NULL;
	}
	for (int i = 0; i <= ROLE_EXPLORES; i++) {
		contrast->role = (enum contrast_role)i;
		if (strcmp(roles[i], role) == 0)
			return NULL;
	}
	return "\"role\" is not carries, control or explores";
}

/* Time is "faster" or "slower", all else "less" or "more". */
static const char *check_vocabulary(const struct contrast *contrast)
{
	bool of_time = measure_is_time(contrast->measure);

	if (verdict_kind_suits(contrast->predicts, of_time))
		return NULL;
	return of_time ? "of time \"predicts\" is faster, slower, not faster or not slower" :
			 "of another measure than time \"predicts\" is less, more, not less or "
			 "not more";
}

static const char *check_prediction(const struct contrast *contrast)
{
	bool nothing = predicts_nothing(contrast);

	if (!nothing && !verdict_kind_is_sayable(contrast->predicts))
		return "\"predicts\" is not faster, slower, equivalent, not slower, not faster (of "
		       "other measures than time: less, more, not less, not more) or none";
	if (nothing && contrast->role != ROLE_EXPLORES)
		return "a contrast that carries or controls must predict something; only one that "
		       "explores may predict none";
	if (contrast->role == ROLE_CARRIES && !contrast->primary)
		return "what carries a claim is preregistered: give it \"primary\": true";
	return nothing ? NULL : check_vocabulary(contrast);
}

static const char *check_contrast(const struct contrast *contrast)
{
	static const char *const flavours[] = { "timed", "fault", NULL };

	if (!is_one_of(contrast->flavour, flavours))
		return "\"flavour\" is not timed or fault";
	if (!(contrast->margin > 0 && contrast->margin < 1))
		return "\"margin_percent\" is not between 0 and 100";
	if (contrast->needs_cpus > 0 && contrast->needs == NULL)
		return "\"needs_cpus\" without \"needs\", which says why";
	return check_prediction(contrast);
}

/* Its arms by their one names, and what the second one changes. */
static const char *read_arms(struct contrast *contrast, const char *a, const char *b, bool stored)
{
	const char *const typed[] = { a, b };
	const char *names[2];

	for (int i = 0; i < 2; i++) {
		struct expression expression;
		const char *wrong = NULL;

		names[i] = keep(arm_name_now(typed[i]));
		if (names[i][0] == '\0')
			return "an arm has no name";
		if (!stored && strpbrk(names[i], "+,") != NULL) {
			wrong = expression_to_build(&expression, names[i]);
			names[i] = expression.name;
		}
		if (wrong != NULL)
			return lab_printf("arm %s: %s", typed[i], wrong);
	}
	contrast->a = names[0];
	contrast->b = names[1];
	contrast->diff = arm_difference(contrast->a, contrast->b);
	return contrast->is_same || strcmp(contrast->a, contrast->b) != 0 ?
		       NULL :
		       "its two arms are the same";
}

const char *contrast_read(struct contrast *contrast, json_t *json, const char *claim, bool stored)
{
	const char *name, *a, *b, *diff = NULL, *workload, *flavour = "timed", *predicts = "none";
	const char *needs = NULL, *ablates = NULL, *transfers = NULL, *metric = NULL;
	const char *role = NULL, *measure = NULL, *wrong;
	json_t *params = NULL, *also = NULL;
	double margin, block_ms = 0, least = 0;
	int workers = 0, blocks = 0, primary = 0, needs_cpus = 0, same = 0, either = 0;
	json_error_t error;

	if (json_unpack_ex(json, &error, JSON_STRICT,
			   "{s:s, s:s, s:s, s?s, s:s, s?o, s?i, s?s, s?F, s?i, s?b, s?s, s?s, s:F, "
			   "s?{s:s, s:F, s?b}, s?i, s?s, s?s, s?s, s?s, s?o, s?b}",
			   "name", &name, "a", &a, "b", &b, "diff", &diff, "workload", &workload,
			   "params", &params, "workers", &workers, "flavour", &flavour, "block_ms",
			   &block_ms, "blocks", &blocks, "primary", &primary, "role", &role,
			   "predicts", &predicts, "margin_percent", &margin, "exercised", "metric",
			   &metric, "per_unit_at_least", &least, "either", &either, "needs_cpus",
			   &needs_cpus, "needs", &needs, "ablates", &ablates, "transfers",
			   &transfers, "measure", &measure, "also", &also, "same", &same) != 0)
		return lab_strdup(error.text);
	*contrast = (struct contrast){
		.claim = claim,
		.name = keep(name),
		.workload = keep(workload),
		.workers = (unsigned int)workers,
		.flavour = keep(flavour),
		.blocks = (unsigned int)blocks,
		.block_ns = (uint64_t)(block_ms * 1e6),
		.primary = primary != 0,
		.is_same = same != 0,
		.predicts = keep(predicts),
		.margin = margin / 100,
		.metric = keep(metric),
		.metric_least = least,
		.metric_either = either != 0,
		.needs_cpus = (unsigned int)needs_cpus,
		.needs = keep(needs),
		.ablates = keep(ablates),
		.transfers = keep(transfers),
	};
	if (diff != NULL && !stored)
		return "\"diff\" is computed from the arms; leave it out";
	if (workers < 0 || blocks < 0 || block_ms < 0 || needs_cpus < 0)
		return "a negative number";
	if (params != NULL && !read_params(contrast, params))
		return "\"params\" are not whole numbers by name";
	wrong = read_arms(contrast, a, b, stored);
	if (wrong == NULL)
		wrong = read_measures(contrast, measure, also);
	if (wrong == NULL)
		wrong = read_role(contrast, role, stored);
	return wrong != NULL ? wrong : check_contrast(contrast);
}
