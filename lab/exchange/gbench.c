/* SPDX-License-Identifier: MIT */
/*
 * gbench.c - results as Google Benchmark writes them; see foreign.h.
 *
 * `compare.py filters FILE.json '/A$' '/B$'` compares two arms; its U
 * test does not know that the repetitions are pairs.
 */
#include <jansson.h>
#include <stdlib.h>

#include "lab/exchange/foreign.h"

/* Where in the output one is: an arm in a cell is an instance of a family. */
struct position {
	json_int_t cell, arm;
	json_int_t family, instance, repetition;
};

static json_t *meta_text(struct store *store, const char *key)
{
	const char *value = store_meta(store, key);

	return json_string(value != NULL ? value : "");
}

static json_t *context(struct store *store)
{
	const char *cpus = store_meta(store, "cpus");
	json_t *context = json_object();
	json_object_set_new(context, "date", meta_text(store, "date"));
	json_object_set_new(context, "host_name", meta_text(store, "host_class"));
	json_object_set_new(context, "executable", json_string("schedlab export"));
	json_object_set_new(context, "num_cpus",
			    json_integer(cpus != NULL ? strtoll(cpus, NULL, 10) : 0));
	json_object_set_new(context, "library_build_type", json_string("release"));
	json_object_set_new(context, "suite", meta_text(store, "suite"));
	json_object_set_new(context, "seed", meta_text(store, "seed"));
	json_object_set_new(context, "set_id", meta_text(store, "set_id"));
	json_object_set_new(context, "lab_commit", meta_text(store, "lab_commit"));
	return context;
}

/* Counters and metrics that were counted; none may hide a member of the format. */
static void add_counters(json_t *entry, json_t *group, double units)
{
	const char *name;
	json_t *counter;

	json_object_foreach(group, name, counter) {
		json_t *value = json_object_get(counter, "value");

		if (json_is_number(value) && json_object_get(entry, name) == NULL)
			json_object_set_new(entry, name,
					    json_real(json_number_value(value) / units));
	}
}

static void move_on(struct position *position, json_int_t cell, json_int_t arm)
{
	bool new_cell = cell != position->cell, new_arm = new_cell || arm != position->arm;

	position->family += new_cell;
	position->instance = new_cell ? 0 : position->instance + new_arm;
	position->repetition = new_arm ? 0 : position->repetition + 1;
	position->cell = cell;
	position->arm = arm;
}

static json_t *entry_at(sqlite3_stmt *query, struct position *position)
{
	const char *name = (const char *)sqlite3_column_text(query, 0);
	const char *row_text = (const char *)sqlite3_column_text(query, 8);
	json_t *row = row_text != NULL ? json_loads(row_text, 0, NULL) : NULL, *entry;
	double units = sqlite3_column_double(query, 3);

	move_on(position, sqlite3_column_int64(query, 1), sqlite3_column_int64(query, 2));
	entry = json_pack("{s:s, s:I, s:I, s:s, s:s, s:I, s:I, s:I, s:I, s:f, s:f, s:s}", "name",
			  name, "family_index", position->family, "per_family_instance_index",
			  position->instance, "run_name", name, "run_type", "iteration",
			  "repetitions", (json_int_t)sqlite3_column_int64(query, 4),
			  "repetition_index", position->repetition, "threads",
			  (json_int_t)sqlite3_column_int64(query, 5), "iterations",
			  (json_int_t)sqlite3_column_int64(query, 9), "real_time",
			  sqlite3_column_double(query, 6) / units, "cpu_time",
			  sqlite3_column_double(query, 7) / units, "time_unit", "ns");
	add_counters(entry, json_object_get(row, "counters"), units);
	add_counters(entry, json_object_get(row, "metrics"), units);
	json_decref(row);
	return entry;
}

int gbench_print(FILE *out, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT " FOREIGN_NAME ", c.id, a.id, s.units, count(*) OVER (PARTITION BY c.id, "
		"a.id), c.workers, s.ns, s.cpu_ns, s.row, (SELECT sum(b.iterations) FROM block b "
		"WHERE b.sample = s.id) FROM " FOREIGN_SAMPLES " ORDER BY c.id, a.id, s.id",
		"");
	struct position position = { -1, -1, -1, -1, -1 };
	json_t *text;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	text = context(store);
	fputs("{\"context\":", out);
	json_dumpf(text, out, JSON_COMPACT);
	fputs(",\n\"benchmarks\":[", out);
	json_decref(text);
	while (store_next(query)) {
		fputs(position.family < 0 ? "\n" : ",\n", out);
		text = entry_at(query, &position);
		json_dumpf(text, out, JSON_COMPACT);
		json_decref(text);
	}
	fputs("\n]}\n", out);
	sqlite3_finalize(query);
	if (position.family >= 0)
		return LAB_OK;
	lab_error("%s has no completed pair; there is nothing to export", store->path);
	return LAB_NO_DATA;
}
