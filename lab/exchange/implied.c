/* SPDX-License-Identifier: MIT */
/* implied.c - see implied.h. */
#include "lab/exchange/implied.h"

#include "lab/base/param.h"

static int64_t id_in(json_t *line, const char *name)
{
	return json_integer_value(json_object_get(line, name));
}

static const char *text_at(sqlite3_stmt *query, int column)
{
	const char *text = (const char *)sqlite3_column_text(query, column);

	return text != NULL ? text : "";
}

/* "links=1000 clones=1" as an object. */
static json_t *params_object(const char *text)
{
	size_t count;
	const struct param_value *params = params_parse(text, &count);
	json_t *object = json_object();

	for (size_t i = 0; i < count; i++)
		json_object_set_new(object, params[i].name, json_integer(params[i].value));
	return object;
}

static json_t *query_cell(struct store *store, int64_t id)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT workload, family, unit, params, workers FROM "
					  "cell WHERE id = ?",
					  "i", id);
	json_t *cell = json_object();

	if (store_next(query)) {
		json_object_set_new(cell, "workload", json_string(text_at(query, 0)));
		json_object_set_new(cell, "family", json_string(text_at(query, 1)));
		json_object_set_new(cell, "unit", json_string(text_at(query, 2)));
		json_object_set_new(cell, "params", params_object(text_at(query, 3)));
		json_object_set_new(cell, "workers", json_integer(sqlite3_column_int64(query, 4)));
	}
	sqlite3_finalize(query);
	return cell;
}

static json_t *query_arm(struct store *store, int64_t id)
{
	const char *text = store_first_text(
		store_query(store, "SELECT describe FROM arm WHERE id = ?", "i", id), "");
	json_t *describe = json_loads(text, 0, NULL);

	return describe != NULL ? describe : json_object();
}

/* Asked for once per id; a borrowed reference. */
static json_t *remembered(json_t *known, int64_t id, struct store *store,
			  json_t *(*ask)(struct store *, int64_t))
{
	char key[24];
	json_t *object;

	snprintf(key, sizeof(key), "%lld", (long long)id);
	object = json_object_get(known, key);
	if (object != NULL)
		return object;
	object = ask(store, id);
	json_object_set_new(known, key, object);
	return object;
}

static void add_blocks(json_t *implied, struct store *store, int64_t sample)
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT iterations, units, ns, cpu_ns FROM block WHERE "
					  "sample = ? ORDER BY number",
					  "i", sample);
	json_t *blocks = json_array();

	while (store_next(query))
		json_array_append_new(
			blocks, json_pack("{s:I, s:I, s:I, s:I}", "iterations",
					  (json_int_t)sqlite3_column_int64(query, 0), "units",
					  (json_int_t)sqlite3_column_int64(query, 1), "ns",
					  (json_int_t)sqlite3_column_int64(query, 2), "cpu_ns",
					  (json_int_t)sqlite3_column_int64(query, 3)));
	sqlite3_finalize(query);
	json_object_set_new(implied, "blocks", blocks);
}

static void add_pair(json_t *implied, struct store *store, int64_t pair, json_t *side)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT seed, CASE ? WHEN 'A' THEN heap_a ELSE heap_b END FROM pair WHERE id = ?",
		"si", json_string_value(side), pair);

	if (store_next(query)) {
		json_object_set_new(implied, "seed", json_integer(sqlite3_column_int64(query, 0)));
		if (sqlite3_column_type(query, 1) != SQLITE_NULL)
			json_object_set_new(implied, "heap",
					    json_integer(sqlite3_column_int64(query, 1)));
	}
	sqlite3_finalize(query);
}

json_t *implied_by_surroundings(struct documents *documents, json_t *line)
{
	static const char *const own[] = { "status", "cause", "units", "ns" };
	struct store *store = documents->store;
	json_t *implied = json_object();

	json_object_update(implied,
			   remembered(documents->arms, id_in(line, "arm"), store, query_arm));
	json_object_update(implied,
			   remembered(documents->cells, id_in(line, "cell"), store, query_cell));
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		json_object_set(implied, own[i], json_object_get(line, own[i]));
	add_blocks(implied, store, id_in(line, "id"));
	add_pair(implied, store, id_in(line, "pair"), json_object_get(line, "side"));
	return implied;
}
