/* SPDX-License-Identifier: MIT */
/* suite.c - reads a suite file; see suite.h for the format. */
#include "lab/plan/suite.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/base/data.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/plan/pin.h"

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length > tail && strcmp(text + length - tail, end) == 0;
}

int suite_names(const char *directory, struct strings *names)
{
	int error;

	directory = data_folder(directory, "SCHEDLAB_SUITES", "lab/suites");
	if (directory == NULL)
		return LAB_ENVIRONMENT;
	error = data_names(directory, names);
	if (error == 0)
		return LAB_OK;
	lab_error("cannot read the folder of suites %s: %s; give another with $SCHEDLAB_SUITES",
		  directory, error_and_remedy(error));
	return LAB_ENVIRONMENT;
}

/* "a", ["a","b"], [1,2] or 3: appended as text. */
static bool add_values(struct strings *list, json_t *json)
{
	size_t index;
	json_t *item;

	if (json_is_string(json))
		strings_add(list, json_string_value(json));
	else if (json_is_integer(json))
		strings_add(list, lab_printf("%" JSON_INTEGER_FORMAT, json_integer_value(json)));
	else if (json_is_array(json))
		json_array_foreach(json, index, item) {
			if (json_is_array(item) || !add_values(list, item))
				return false;
		}
	else
		return false;
	return true;
}

static bool replace_values(struct strings *list, json_t *json)
{
	memset(list, 0, sizeof(*list));
	return add_values(list, json);
}

/* Arms by their one names. */
static bool replace_arms(struct strings *list, json_t *json)
{
	struct strings typed = { NULL, 0 };

	memset(list, 0, sizeof(*list));
	if (!add_values(&typed, json))
		return false;
	for (size_t i = 0; i < typed.count; i++) {
		const char *name = arm_name(typed.items[i]);

		if (name == NULL)
			return false;
		strings_add(list, name);
	}
	return true;
}

/* A row's values come before the defaults': the first of a name counts.  The
 * list is built anew, since rows start as copies that share it. */
static bool read_params(struct request *request, json_t *params)
{
	struct strings inherited = request->params;
	const char *name;
	json_t *value;

	memset(&request->params, 0, sizeof(request->params));
	json_object_foreach(params, name, value) {
		struct strings values = { NULL, 0 };

		if (!add_values(&values, value))
			return false;
		strings_add(&request->params,
			    lab_printf("%s=%s", name, strings_join(&values, ",")));
	}
	for (size_t i = 0; i < inherited.count; i++)
		strings_add(&request->params, inherited.items[i]);
	return json_is_object(params);
}

static bool read_count(unsigned int *count, json_t *json)
{
	*count = (unsigned int)json_integer_value(json);
	return json_is_integer(json) && json_integer_value(json) >= 1 &&
	       json_integer_value(json) <= 100000;
}

static bool read_ms(uint64_t *ns, json_t *json)
{
	*ns = (uint64_t)(json_number_value(json) * 1e6);
	return json_is_number(json) && json_number_value(json) >= 0.001;
}

static bool read_purpose(struct request *request, json_t *value)
{
	int purpose = json_is_string(value) ? purpose_of(json_string_value(value)) : -1;

	request->purpose = (enum purpose)purpose;
	/* A claim's rows come from its file. */
	return purpose >= PURPOSE_SCREENING;
}

static bool read_plant(struct request *request, const char *key, json_t *value)
{
	if (strcmp(key, "plant_effects") == 0) {
		request->plant_effects = json_number_value(value);
		return request->plant_effects >= 0.1 && request->plant_effects <= 100;
	}
	if (strcmp(key, "plant_percent") == 0) {
		request->plant_percent = json_number_value(value);
		return request->plant_percent >= 0.1 && request->plant_percent <= 100;
	}
	request->plant_side = json_is_string(value) && strcmp(json_string_value(value), "A") == 0 ?
				      SIDE_A :
				      SIDE_B;
	return json_is_string(value) && strlen(json_string_value(value)) == 1 &&
	       strchr("AB", json_string_value(value)[0]) != NULL;
}

static bool read_member(struct request *request, const char *key, json_t *value)
{
	if (strcmp(key, "baseline") == 0)
		return replace_arms(&request->baselines, value);
	if (strcmp(key, "arms") == 0)
		return replace_arms(&request->arms, value);
	if (strcmp(key, "workloads") == 0)
		return replace_values(&request->workloads, value);
	if (strcmp(key, "workers") == 0)
		return replace_values(&request->workers, value);
	if (strcmp(key, "params") == 0)
		return read_params(request, value);
	if (strcmp(key, "pairs") == 0)
		return read_count(&request->pairs, value);
	if (strcmp(key, "blocks") == 0)
		return read_count(&request->blocks, value);
	if (strcmp(key, "block_ms") == 0)
		return read_ms(&request->block_ns, value);
	if (strcmp(key, "parks_block_ms") == 0)
		return read_ms(&request->parks_block_ns, value);
	if (strcmp(key, "purpose") == 0)
		return read_purpose(request, value);
	if (strncmp(key, "plant_", 6) == 0)
		return read_plant(request, key, value);
	if (strcmp(key, "pin") == 0) {
		request->pin = json_is_string(value) ? lab_strdup(json_string_value(value)) : NULL;
		return request->pin != NULL && pin_check("\"pin\"", request->pin);
	}
	return strcmp(key, "comment") == 0;
}

static int read_members(struct request *request, json_t *object, const char *path)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		if (read_member(request, key, value))
			continue;
		lab_error("suite %s: \"%s\" is unknown or has a bad value; correct the file", path,
			  key);
		return LAB_USAGE;
	}
	return LAB_OK;
}

static int read_rows(struct suite *suite, json_t *rows, const struct request *defaults,
		     const char *path)
{
	size_t index;
	json_t *row;

	suite->requests = lab_alloc(json_array_size(rows) * sizeof(*suite->requests));
	json_array_foreach(rows, index, row) {
		struct request *request = &suite->requests[suite->count++];
		int status;

		*request = *defaults;
		status = read_members(request, row, path);
		if (status != LAB_OK)
			return status;
		if (request->arms.count == 0 || request->workloads.count == 0 ||
		    request->baselines.count == 0) {
			lab_error("suite %s: row %zu lacks baseline, arms or workloads", path,
				  index + 1);
			return LAB_USAGE;
		}
	}
	return LAB_OK;
}

static int read_claims(struct suite *suite, json_t *claims, const struct request *defaults,
		       const char *path)
{
	json_t *names, *primary = NULL, *secondary = NULL, *further = NULL;
	json_error_t error;
	int status = LAB_OK;

	suite->measures_claims = true;
	suite->from = (struct claim_requests){ *defaults, *defaults, *defaults };
	if (json_unpack_ex(claims, &error, JSON_STRICT, "{s:o, s?o, s?o, s?o}", "names", &names,
			   "primary", &primary, "secondary", &secondary, "further",
			   &further) != 0 ||
	    !add_values(&suite->claims, names)) {
		lab_error("suite %s: \"claims\" is malformed; it holds names, primary, secondary, "
			  "further",
			  path);
		return LAB_USAGE;
	}
	if (primary != NULL)
		status = read_members(&suite->from.primary, primary, path);
	if (status == LAB_OK && secondary != NULL)
		status = read_members(&suite->from.secondary, secondary, path);
	if (status == LAB_OK && further != NULL)
		status = read_members(&suite->from.further, further, path);
	return status;
}

static int read_suite(struct suite *suite, json_t *json, const char *path)
{
	struct request defaults = request_default();
	json_t *rows, *settings = NULL, *claims = NULL;
	const char *name, *title = "", *label = "", *trial = NULL;
	json_error_t error;
	int budget_s = 0, layout_pairs = LAYOUT_PAIRS_DEFAULT, until = 0, looks = 0,
	    status = LAB_OK;

	if (json_unpack_ex(json, &error, 0,
			   "{s:s, s:o, s?s, s?s, s?i, s?o, s?o, s?i, s?i, s?b, s?s}", "name", &name,
			   "rows", &rows, "title", &title, "label", &label, "budget_s", &budget_s,
			   "defaults", &settings, "claims", &claims, "layout_pairs", &layout_pairs,
			   "until_trials", &until, "looks", &looks, "trial", &trial) != 0) {
		lab_error("suite %s: %s; correct the file", path, error.text);
		return LAB_USAGE;
	}
	suite->name = lab_strdup(name);
	suite->title = lab_strdup(title);
	suite->label = lab_strdup(label);
	suite->budget_ns = (uint64_t)(budget_s > 0 ? budget_s : 0) * 1000000000u;
	suite->layout_pairs = (unsigned int)(layout_pairs > 0 ? layout_pairs : 0);
	suite->looks = looks != 0;
	suite->trial = trial != NULL ? lab_strdup(trial) : NULL;
	suite->until_trials = (unsigned int)(until > 0 ? until : 0);
	if (settings != NULL)
		status = read_members(&defaults, settings, path);
	if (status == LAB_OK && claims != NULL)
		status = read_claims(suite, claims, &defaults, path);
	return status == LAB_OK ? read_rows(suite, rows, &defaults, path) : status;
}

static int complain_missing(const char *name, const char *directory)
{
	struct strings known = { NULL, 0 };

	data_names(directory, &known);
	lab_error("%s: %s", directory, unknown_name("suite", name, &known));
	return LAB_USAGE;
}

int suite_load(struct suite *suite, const char *name, const char *directory)
{
	bool is_path = strchr(name, '/') != NULL || ends_with(name, ".json");
	const char *path = name;
	json_error_t error;
	json_t *json;
	int status, why;
	FILE *file;

	memset(suite, 0, sizeof(*suite));
	if (!is_path) {
		directory = data_folder(directory, "SCHEDLAB_SUITES", "lab/suites");
		if (directory == NULL)
			return LAB_ENVIRONMENT;
		path = lab_printf("%s/%s.json", directory, name);
	}
	suite->path = lab_strdup(path);
	file = regular_open(path);
	why = errno;
	if (file == NULL && why == ENOENT && !is_path)
		return complain_missing(name, directory);
	if (file == NULL) {
		lab_error("cannot read suite %s: %s", path, error_and_remedy(why));
		return is_shortage(why) ? LAB_ENVIRONMENT : LAB_USAGE;
	}
	json = json_loadf(file, JSON_REJECT_DUPLICATES, &error);
	fclose(file);
	if (json == NULL) {
		lab_error("suite %s, line %d: %s", path, error.line, error.text);
		return LAB_USAGE;
	}
	status = read_suite(suite, json, path);
	json_decref(json);
	return status;
}
