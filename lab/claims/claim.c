/* SPDX-License-Identifier: MIT */
/* claim.c - reads claims/NAME.json; see claim.h for the format. */
#include "lab/claims/claim.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/arms/knobs.h"
#include "lab/base/data.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/claims/contrast.h"
#include "lab/claims/names.h"

/* A copy that outlives the JSON. */
static const char *keep(const char *text)
{
	return text != NULL ? lab_strdup(text) : NULL;
}

/* What a claim that counts decide is about, where no measure is named. */
static const char *measure_of(const struct claim *claim)
{
	return claim->decided_by == DECIDED_BY_COUNTS ? "instructions" : "ns";
}

static const char *read_contrasts(struct claim *claim, json_t *list, bool stored)
{
	size_t index;
	json_t *json;

	claim->contrasts = lab_alloc(json_array_size(list) * sizeof(*claim->contrasts));
	json_array_foreach(list, index, json) {
		struct contrast *contrast = &claim->contrasts[index];
		const char *wrong;

		if (json_is_object(json) && json_object_get(json, "measure") == NULL)
			json_object_set_new(json, "measure", json_string(measure_of(claim)));
		wrong = contrast_read(contrast, json, claim->name, stored);

		if (wrong != NULL)
			return lab_printf("contrast %zu: %s", index + 1, wrong);
		claim->count++;
	}
	return NULL;
}

const char *decided_by_name(enum decided_by decided_by)
{
	static const char *const names[] = { "timing", "counts", "inspection", "model check" };

	return names[decided_by];
}

static const char *read_decided_by(struct claim *claim, const char *word, bool stored)
{
	int i = 0;

	while (i <= DECIDED_BY_MODEL_CHECK &&
	       strcmp(decided_by_name((enum decided_by)i), word) != 0)
		i++;
	if (i > DECIDED_BY_MODEL_CHECK)
		return "\"decided_by\" is not timing, counts, inspection or model check";
	claim->decided_by = (enum decided_by)i;
	if ((i >= DECIDED_BY_INSPECTION) != (claim->finding != NULL))
		return "\"finding\" belongs to claims decided by inspection or model check, and to "
		       "each";
	if ((i == DECIDED_BY_MODEL_CHECK) != (claim->engine != NULL))
		return "\"engine\", \"bound\" and \"complete\" belong to claims decided by model "
		       "check, and to each";
	if (claim->is_answered != (claim->finding != NULL) && !stored)
		return "\"holds\" (true or false) belongs to claims with a \"finding\", and to "
		       "each";
	return NULL;
}

/* Margins, and why they are what they are. */
static const char *check_margins(struct claim *claim, double transfer_percent, bool stored)
{
	if (claim->count > 0 && claim->margin_reason == NULL && !stored)
		return "it lacks \"margin_reason\": one sentence on what does not matter, and why";
	if (!(transfer_percent > 0 && transfer_percent < 100))
		return "\"transfer_margin_percent\" is not between 0 and 100";
	for (size_t i = 0; i < claim->count; i++)
		claim->contrasts[i].transfer_margin = transfer_percent / 100;
	return NULL;
}

/* Something must be able to say yes or no. */
static const char *check_carried(const struct claim *claim, bool stored)
{
	if (stored || claim->count == 0)
		return NULL;
	for (size_t i = 0; i < claim->count; i++)
		if (claim->contrasts[i].role == ROLE_CARRIES ||
		    claim->contrasts[i].transfers != NULL)
			return NULL;
	return "no contrast carries it: give one \"role\": \"carries\"";
}

static void axis_names(struct strings *known)
{
	for (size_t i = 0; i < knob_axis_count; i++)
		strings_add(known, knob_axes[i].name);
	strings_add(known, "peer"); /* what only peers differ in */
}

/* "lifo", ["lifo", "interval"]; what older sets have is prose. */
static const char *read_axes(struct claim *claim, json_t *axis, bool stored)
{
	json_t *list = json_is_array(axis) ? json_incref(axis) : json_pack("[O]", axis), *name;
	struct strings known = { NULL, 0 };
	const char *wrong = json_array_size(list) > 0 ? NULL : "\"axis\" names none";
	size_t index;

	axis_names(&known);
	json_array_foreach(list, index, name) {
		const char *text = json_is_string(name) ? json_string_value(name) : "(no text)";

		if (strings_contain(&claim->axes, text))
			wrong = lab_printf("\"axis\" names %s twice", text);
		else if (!strings_contain(&known, text))
			wrong = unknown_name("axis", text, &known);
		strings_add(&claim->axes, text);
	}
	json_decref(list);
	claim->axis = strings_join(&claim->axes, ", ");
	return stored ? NULL : wrong;
}

static const char *finish(struct claim *claim, json_t *contrasts, const char *decided_by,
			  double transfer_percent, bool stored)
{
	const char *wrong = json_is_array(contrasts) ? read_decided_by(claim, decided_by, stored) :
						       "\"contrasts\" is not an array";

	if (wrong == NULL)
		wrong = read_contrasts(claim, contrasts, stored);
	if (wrong == NULL)
		wrong = check_margins(claim, transfer_percent, stored);
	return wrong != NULL ? wrong : check_carried(claim, stored);
}

static const char *read_claim(struct claim *claim, json_t *json, bool stored)
{
	const char *name, *title, *says, *source, *question, *explains, *mind, *decided_by, *wrong;
	const char *subject = NULL, *object = NULL, *reason = NULL, *finding = NULL;
	const char *engine = NULL, *bound = NULL;
	double transfer_percent = TRANSFER_PERCENT_DEFAULT;
	json_t *axis, *contrasts;
	json_error_t error;
	int complete = -1, holds = -1;

	if (json_unpack_ex(json, &error, JSON_STRICT,
			   "{s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:s, s:s, s?s, s:o, s?s, s?s, s?s, "
			   "s?F, s?s, s?s, s?b, s?b}",
			   "name", &name, "title", &title, "axis", &axis, "says", &says, "source",
			   &source, "question", &question, "explains", &explains,
			   "changes_our_mind", &mind, "decided_by", &decided_by, "finding",
			   &finding, "contrasts", &contrasts, "subject", &subject, "object",
			   &object, "margin_reason", &reason, "transfer_margin_percent",
			   &transfer_percent, "engine", &engine, "bound", &bound, "complete",
			   &complete, "holds", &holds) != 0)
		return lab_strdup(error.text);
	*claim = (struct claim){
		.text = claim->text,
		.name = keep(name),
		.title = keep(title),
		.says = keep(says),
		.source = keep(source),
		.question = keep(question),
		.explains = keep(explains),
		.changes_our_mind = keep(mind),
		.subject = keep(subject),
		.object = keep(object),
		.margin_reason = keep(reason),
		.finding = keep(finding),
		.engine = keep(engine),
		.bound = keep(bound),
		.is_complete = complete == 1,
		.is_answered = holds != -1,
		.holds = holds == 1,
	};
	if ((subject == NULL) != (object == NULL))
		return "\"subject\" and \"object\" belong together";
	if ((engine == NULL) != (bound == NULL) || (engine == NULL) != (complete == -1))
		return "\"engine\", \"bound\" and \"complete\" belong together";
	wrong = read_axes(claim, axis, stored);
	if (wrong != NULL)
		return wrong;
	return finish(claim, contrasts, decided_by, transfer_percent, stored);
}

static int parse(struct claim *claim, const char *text, const char *where, bool stored)
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
	wrong = read_claim(claim, json, stored);
	json_decref(json);
	if (wrong == NULL)
		return LAB_OK;
	lab_error("claim %s: %s; correct the file", where, wrong);
	return LAB_USAGE;
}

int claim_parse(struct claim *claim, const char *text, const char *where)
{
	return parse(claim, text, where, true);
}

void claim_rename_arms(struct claim *claim, const char *(*now)(const char *stored))
{
	for (size_t i = 0; i < claim->count; i++) {
		struct contrast *contrast = &claim->contrasts[i];

		contrast->a = lab_strdup(now(contrast->a));
		contrast->b = lab_strdup(now(contrast->b));
		contrast->diff = arm_difference(contrast->a, contrast->b);
	}
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

/* The text as it stands once the sides are named; what is no JSON is left to the parser. */
static char *with_sides(char *text, const struct sides *sides)
{
	json_t *json = sides != NULL ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) : NULL;
	char *filled = NULL;

	if (json != NULL) {
		sides_fill(json, sides);
		filled = json_dumps(json, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	}
	json_decref(json);
	if (filled == NULL)
		return text;
	free(text);
	return filled;
}

static int load_one(struct claim_set *set, const char *directory, const char *name,
		    const struct sides *sides)
{
	const char *path = lab_printf("%s/%s.json", directory, name);
	char *text = read_file(path);
	struct claim claim;
	int status = LAB_ENVIRONMENT;

	if (text != NULL) {
		text = with_sides(text, sides);
		status = parse(&claim, text, path, false);
	}
	free(text);
	if (status != LAB_OK)
		return status;
	if (strcmp(claim.name, name) != 0) {
		lab_error("claim %s: its name is \"%s\"; a claim is named as its file", path,
			  claim.name);
		return LAB_USAGE;
	}
	status = claim_check_references(&claim, path);
	if (status != LAB_OK)
		return status;
	set->claims = lab_grow(set->claims, set->count, sizeof(*set->claims));
	set->claims[set->count++] = claim;
	return LAB_OK;
}

static int list_claims(const char *directory, struct strings *known)
{
	int error = data_names(directory, known);

	if (error != 0) {
		lab_error("cannot read the folder of claims %s: %s; give another with "
			  "$SCHEDLAB_CLAIMS",
			  directory, error_and_remedy(error));
		return LAB_ENVIRONMENT;
	}
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

const char *claims_trial_folder(const char *name)
{
	const char *folder = data_folder(NULL, "SCHEDLAB_TRIALS", "lab/trials");

	return folder != NULL ? lab_printf("%s/%s", folder, name) : NULL;
}

static int load(struct claim_set *set, const char *directory, const struct strings *names,
		const struct sides *sides)
{
	struct strings known = { NULL, 0 };
	int status;

	memset(set, 0, sizeof(*set));
	if (directory == NULL)
		return LAB_ENVIRONMENT;
	status = list_claims(directory, &known);
	if (status == LAB_OK)
		status = check_names(names, &known);
	for (size_t i = 0; i < known.count && status == LAB_OK; i++)
		if (strings_match(names, known.items[i]))
			status = load_one(set, directory, known.items[i], sides);
	return status;
}

int claims_load(struct claim_set *set, const char *directory, const struct strings *names)
{
	return load(set, directory != NULL ? directory : claims_default_folder(), names, NULL);
}

int claims_load_trial(struct claim_set *set, const char *name, const struct sides *sides)
{
	struct strings all = { NULL, 0 };

	strings_add(&all, "*");
	return load(set, claims_trial_folder(name), &all, sides);
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

bool claim_transfers(const struct claim *claim)
{
	for (size_t i = 0; i < claim->count; i++)
		if (claim->contrasts[i].transfers != NULL)
			return true;
	return false;
}
