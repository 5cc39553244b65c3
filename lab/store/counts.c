/* SPDX-License-Identifier: MIT */
/* counts.c - see counts.h. */
#include "lab/store/counts.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "lab/base/regular.h"
#include "lab/base/shortage.h"

#define STRANGERS_NAMED 3u

static void apply_to(const struct result_arm *arm, struct side_summary *side, const char *name,
		     double instructions, double rmw)
{
	if (strcmp(arm->name, name) != 0)
		return;
	side_set(side, "instructions", instructions);
	side_set(side, "rmw", rmw);
}

struct count {
	const char *arm, *workload, *params;
	double instructions, rmw;
};

static bool is_count(double number)
{
	return isfinite(number) && number >= 0;
}

static int read_entry(struct count *count, json_t *entry, size_t index, const char *path)
{
	json_error_t error;

	count->params = "";
	if (json_unpack_ex(entry, &error, 0, "{s:s, s:s, s:F, s:F, s?s}", "arm", &count->arm,
			   "workload", &count->workload, "instructions", &count->instructions,
			   "rmw", &count->rmw, "params", &count->params) != 0) {
		lab_error("counts %s, entry %zu: %s; correct the file", path, index + 1,
			  error.text);
		return LAB_USAGE;
	}
	if (is_count(count->instructions) && is_count(count->rmw))
		return LAB_OK;
	lab_error("counts %s, entry %zu: instructions and rmw are numbers from 0 up; correct the "
		  "file",
		  path, index + 1);
	return LAB_USAGE;
}

/* All of the file or nothing.  *counts is to be given back. */
static int read_file(json_t **counts, const char *path)
{
	FILE *file = regular_open(path);
	json_error_t error;
	struct count count;
	int status = LAB_OK;
	json_t *entry;
	size_t index;

	*counts = NULL;
	if (file == NULL) {
		lab_error("counts %s: %s", path, error_and_remedy(errno));
		return LAB_USAGE;
	}
	*counts = json_loadf(file, 0, &error);
	fclose(file);
	if (!json_is_array(*counts)) {
		lab_error("counts %s: %s; give a JSON array of counts", path,
			  *counts == NULL ? error.text : "not an array");
		return LAB_USAGE;
	}
	json_array_foreach(*counts, index, entry)
		if (status == LAB_OK)
			status = read_entry(&count, entry, index, path);
	return status;
}

int counts_check(const char *path)
{
	json_t *counts;
	int status = read_file(&counts, path);

	json_decref(counts);
	return status;
}

/* Does a row of the plan have it on one of its sides? */
static bool is_planned(struct store *store, const struct count *count)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT 1 FROM plan l JOIN cell c ON c.id = l.cell "
		"JOIN arm a ON a.id IN (l.arm, l.baseline) "
		"WHERE a.name = ?1 AND c.workload = ?2 AND ?3 IN ('', c.params) LIMIT 1",
		"sss", count->arm, count->workload, count->params);

	return store_first_number(query, 0) != 0;
}

static const char *how_many(size_t strangers, size_t entries)
{
	if (entries == 1)
		return "its only entry is";
	if (strangers == entries)
		return lab_printf("every one of its %zu entries is", entries);
	return lab_printf("%zu of its %zu entries %s", strangers, entries,
			  strangers == 1 ? "is" : "are");
}

/* A misspelt arm must not pass for one that was not counted. */
static void name_strangers(const struct strings *strangers, size_t entries, const char *path)
{
	size_t named = strangers->count < STRANGERS_NAMED ? strangers->count : STRANGERS_NAMED;
	const struct strings first = { strangers->items, named };

	if (strangers->count == 0)
		return;
	lab_error("counts %s: %s of no arm and cell measured here: %s%s", path,
		  how_many(strangers->count, entries), strings_join(&first, ", "),
		  strangers->count > named ? lab_printf(" and %zu more", strangers->count - named) :
					     "");
}

int counts_import(struct store *store, const char *path)
{
	json_t *counts, *entry;
	int status = read_file(&counts, path);
	struct strings strangers = { NULL, 0 };
	struct count count;
	size_t index;

	json_array_foreach(counts, index, entry) {
		if (status == LAB_OK)
			status = read_entry(&count, entry, index, path);
		if (status == LAB_OK && !is_planned(store, &count))
			strings_add(&strangers,
				    lab_printf("%s on %s%s%s", count.arm, count.workload,
					       count.params[0] != '\0' ? " " : "", count.params));
		if (status == LAB_OK)
			status = store_put_count(store, count.arm, count.workload, count.params,
						 count.instructions, count.rmw);
	}
	if (status == LAB_OK)
		name_strangers(&strangers, json_array_size(counts), path);
	json_decref(counts);
	return status;
}

/* Counts without parameters are of every cell of the workload. */
static void apply(struct result *result, sqlite3_stmt *query)
{
	const char *arm = (const char *)sqlite3_column_text(query, 0);
	const char *workload = (const char *)sqlite3_column_text(query, 1);
	const char *params = (const char *)sqlite3_column_text(query, 2);
	double instructions = sqlite3_column_double(query, 3);
	double rmw = sqlite3_column_double(query, 4);

	if (strcmp(result->workload, workload) != 0 ||
	    (params[0] != '\0' && strcmp(result->params, params) != 0))
		return;
	apply_to(&result->baseline, &result->sides[SIDE_A], arm, instructions, rmw);
	apply_to(&result->arm, &result->sides[SIDE_B], arm, instructions, rmw);
}

int counts_apply(struct summary *summary, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store, "SELECT arm, workload, params, instructions, rmw FROM count", "");

	if (query == NULL)
		return LAB_ENVIRONMENT;
	while (store_next(query)) {
		for (size_t i = 0; i < summary->count; i++)
			apply(&summary->results[i], query);
		for (size_t i = 0; i < summary->counted_count; i++)
			apply(&summary->counted[i], query);
	}
	sqlite3_finalize(query);
	return LAB_OK;
}
