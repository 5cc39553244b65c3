/* SPDX-License-Identifier: MIT */
/* claim.c - reads claims/NAME.json; see claim.h for the format. */
#include "lab/claims/claim.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/data.h"
#include "lab/regular.h"
#include "lab/shortage.h"

static bool is_one_of(const char *text, const char *const *known)
{
	for (; *known != NULL; known++)
		if (strcmp(text, *known) == 0)
			return true;
	return false;
}

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

static const char *check_contrast(const struct contrast *contrast)
{
	static const char *const predictions[] = { "faster", "slower", "equivalent", "none", NULL };
	static const char *const flavours[] = { "timed", "fault", NULL };

	if (!is_one_of(contrast->predicts, predictions))
		return "\"predicts\" is not faster, slower, equivalent or none";
	if (!is_one_of(contrast->flavour, flavours))
		return "\"flavour\" is not timed or fault";
	if (!(contrast->margin > 0 && contrast->margin < 1))
		return "\"margin_percent\" is not between 0 and 100";
	if (contrast->needs_cpus > 0 && contrast->needs == NULL)
		return "\"needs_cpus\" without \"needs\", which says why";
	return NULL;
}

/* NULL, or what is wrong. */
static const char *read_contrast(struct contrast *contrast, json_t *json, const char *claim)
{
	const char *name, *a, *b, *diff, *workload, *flavour = "timed", *predicts = "none";
	const char *needs = NULL, *ablates = NULL, *transfers = NULL, *metric = NULL;
	json_t *params = NULL;
	double margin, block_ms = 0, least = 0;
	int workers = 0, blocks = 0, primary = 0, needs_cpus = 0;
	json_error_t error;

	if (json_unpack_ex(json, &error, JSON_STRICT,
			   "{s:s, s:s, s:s, s:s, s:s, s?o, s?i, s?s, s?F, s?i, s?b, s?s, s:F, "
			   "s?{s:s, s:F}, s?i, s?s, s?s, s?s}",
			   "name", &name, "a", &a, "b", &b, "diff", &diff, "workload", &workload,
			   "params", &params, "workers", &workers, "flavour", &flavour, "block_ms",
			   &block_ms, "blocks", &blocks, "primary", &primary, "predicts", &predicts,
			   "margin_percent", &margin, "exercised", "metric", &metric,
			   "per_unit_at_least", &least, "needs_cpus", &needs_cpus, "needs", &needs,
			   "ablates", &ablates, "transfers", &transfers) != 0)
		return lab_strdup(error.text);
	*contrast = (struct contrast){
		.claim = claim,
		.name = keep(name),
		.a = keep(a),
		.b = keep(b),
		.diff = keep(diff),
		.workload = keep(workload),
		.workers = (unsigned int)workers,
		.flavour = keep(flavour),
		.blocks = (unsigned int)blocks,
		.block_ns = (uint64_t)(block_ms * 1e6),
		.primary = primary != 0,
		.predicts = keep(predicts),
		.margin = margin / 100,
		.metric = keep(metric),
		.metric_least = least,
		.needs_cpus = (unsigned int)needs_cpus,
		.needs = keep(needs),
		.ablates = keep(ablates),
		.transfers = keep(transfers),
	};
	if (workers < 0 || blocks < 0 || block_ms < 0 || needs_cpus < 0)
		return "a negative number";
	if (params != NULL && !read_params(contrast, params))
		return "\"params\" are not whole numbers by name";
	return check_contrast(contrast);
}

static const char *read_contrasts(struct claim *claim, json_t *list)
{
	size_t index;
	json_t *json;

	claim->contrasts = lab_alloc(json_array_size(list) * sizeof(*claim->contrasts));
	json_array_foreach(list, index, json) {
		const char *wrong = read_contrast(&claim->contrasts[index], json, claim->name);

		if (wrong != NULL)
			return lab_printf("contrast %zu: %s", index + 1, wrong);
		claim->count++;
	}
	return NULL;
}

static const char *read_decided_by(struct claim *claim, const char *word)
{
	static const char *const words[] = { "timing", "counts", "inspection", NULL };

	for (int i = 0; words[i] != NULL; i++) {
		if (strcmp(words[i], word) != 0)
			continue;
		claim->decided_by = (enum decided_by)i;
		if ((i == DECIDED_BY_INSPECTION) != (claim->finding != NULL))
			return "\"finding\" belongs to claims decided by inspection, and to each";
		return NULL;
	}
	return "\"decided_by\" is not timing, counts or inspection";
}

static const char *read_claim(struct claim *claim, json_t *json)
{
	const char *name, *title, *axis, *says, *source, *question, *explains, *mind, *decided_by;
	const char *finding = NULL, *wrong;
	json_t *contrasts;
	json_error_t error;

	if (json_unpack_ex(json, &error, JSON_STRICT,
			   "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s?s, s:o}", "name", &name,
			   "title", &title, "axis", &axis, "says", &says, "source", &source,
			   "question", &question, "explains", &explains, "changes_our_mind", &mind,
			   "decided_by", &decided_by, "finding", &finding, "contrasts",
			   &contrasts) != 0)
		return lab_strdup(error.text);
	claim->name = keep(name);
	claim->title = keep(title);
	claim->axis = keep(axis);
	claim->says = keep(says);
	claim->source = keep(source);
	claim->question = keep(question);
	claim->explains = keep(explains);
	claim->changes_our_mind = keep(mind);
	claim->finding = keep(finding);
	wrong = json_is_array(contrasts) ? read_decided_by(claim, decided_by) :
					   "\"contrasts\" is not an array";
	return wrong != NULL ? wrong : read_contrasts(claim, contrasts);
}

int claim_parse(struct claim *claim, const char *text, const char *where)
{
	json_error_t error;
	json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	const char *wrong;

	memset(claim, 0, sizeof(*claim));
	claim->text = keep(text);
	if (json == NULL) {
		lab_error("claim %s, line %d: %s; correct the file", where, error.line, error.text);
		return LAB_USAGE;
	}
	wrong = read_claim(claim, json);
	json_decref(json);
	if (wrong == NULL)
		return LAB_OK;
	lab_error("claim %s: %s; correct the file", where, wrong);
	return LAB_USAGE;
}

/* ------------------------------------------------------------- the folder -- */

static char *read_file(const char *path)
{
	FILE *file = regular_open(path);
	char *text = NULL;
	size_t room = 0;

	if (file == NULL || getdelim(&text, &room, '\0', file) < 0) {
		lab_error("cannot read claim %s: %s", path, error_and_remedy(errno));
		free(text);
		text = NULL;
	}
	if (file != NULL)
		fclose(file);
	return text;
}

static int load_one(struct claim_set *set, const char *directory, const char *name)
{
	const char *path = lab_printf("%s/%s.json", directory, name);
	char *text = read_file(path);
	struct claim claim;
	int status = text != NULL ? claim_parse(&claim, text, path) : LAB_ENVIRONMENT;

	free(text);
	if (status != LAB_OK)
		return status;
	if (strcmp(claim.name, name) != 0) {
		lab_error("claim %s: its name is \"%s\"; a claim is named as its file", path,
			  claim.name);
		return LAB_USAGE;
	}
	set->claims = lab_grow(set->claims, set->count, sizeof(*set->claims));
	set->claims[set->count++] = claim;
	return LAB_OK;
}

static int is_claim(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && dot != entry->d_name && strcmp(dot, ".json") == 0;
}

static int list_claims(const char *directory, struct strings *known)
{
	struct dirent **entries;
	int count = scandir(directory, &entries, is_claim, alphasort);

	if (count < 0) {
		lab_error("cannot read the folder of claims %s: %s; give another with "
			  "$SCHEDLAB_CLAIMS",
			  directory, error_and_remedy(errno));
		return LAB_ENVIRONMENT;
	}
	for (int i = 0; i < count; i++) {
		strings_add(known, lab_printf("%.*s", (int)strlen(entries[i]->d_name) - 5,
					      entries[i]->d_name));
		free(entries[i]);
	}
	free(entries);
	return LAB_OK;
}

/* Each name must match something. */
static int check_names(const struct strings *names, const struct strings *known)
{
	for (size_t i = 0; i < names->count; i++) {
		struct strings one = { &names->items[i], 1 };
		bool found = false;

		for (size_t j = 0; j < known->count && !found; j++)
			found = strings_match(&one, known->items[j]);
		if (!found) {
			lab_error("no claim matches \"%s\"; there are: %s", names->items[i],
				  strings_join(known, ", "));
			return LAB_USAGE;
		}
	}
	return LAB_OK;
}

const char *claims_default_folder(void)
{
	return data_folder(NULL, "SCHEDLAB_CLAIMS", "claims");
}

int claims_load(struct claim_set *set, const char *directory, const struct strings *names)
{
	struct strings known = { NULL, 0 };
	int status;

	memset(set, 0, sizeof(*set));
	if (directory == NULL)
		directory = claims_default_folder();
	if (directory == NULL)
		return LAB_ENVIRONMENT;
	status = list_claims(directory, &known);
	if (status == LAB_OK)
		status = check_names(names, &known);
	for (size_t i = 0; i < known.count && status == LAB_OK; i++)
		if (strings_match(names, known.items[i]))
			status = load_one(set, directory, known.items[i]);
	return status;
}

const struct contrast *claims_contrast(const struct claim_set *set, const char *claim,
				       const char *contrast)
{
	for (size_t i = 0; i < set->count; i++) {
		if (strcmp(set->claims[i].name, claim) != 0)
			continue;
		for (size_t j = 0; j < set->claims[i].count; j++)
			if (strcmp(set->claims[i].contrasts[j].name, contrast) == 0)
				return &set->claims[i].contrasts[j];
	}
	return NULL;
}
