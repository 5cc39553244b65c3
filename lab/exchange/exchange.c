/* SPDX-License-Identifier: MIT */
/* exchange.c - the store to a set's texts and back; see exchange.h. */
#include "lab/exchange/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "lab/exchange/manifest.h"
#include "lab/exchange/table_text.h"

#define TOPOLOGY_KEY "topology_xml"

/* ----------------------------------------------------------------- writing -- */

static int execute(struct store *store, const char *sql, const char *where)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ?
		       LAB_OK :
		       complain_of_database(store, where);
}

static void write_meta(struct bundle *bundle, struct store *store)
{
	sqlite3_stmt *query = store_query(store, "SELECT key, value FROM meta", "");
	FILE *out = bundle_begin(bundle, PROVENANCE_FILE);
	json_t *meta = json_object();

	while (store_next(query)) {
		const char *key = (const char *)sqlite3_column_text(query, 0);

		if (strcmp(key, TOPOLOGY_KEY) != 0)
			json_object_set_new(
				meta, key,
				json_any_text((const char *)sqlite3_column_text(query, 1)));
	}
	sqlite3_finalize(query);
	json_dumpf(meta, out, JSON_INDENT(1) | JSON_SORT_KEYS);
	fputc('\n', out);
	bundle_end(out);
	json_decref(meta);
}

static void write_topology(struct bundle *bundle, struct store *store)
{
	const char *text = store_meta(store, TOPOLOGY_KEY);
	FILE *out = bundle_begin(bundle, TOPOLOGY_FILE);

	fputs(text != NULL ? text : "", out);
	bundle_end(out);
}

static void write_dictionary(struct bundle *bundle, const char *name,
			     const struct dictionary *dictionary)
{
	FILE *out = bundle_begin(bundle, name);

	dictionary_write(out, dictionary);
	bundle_end(out);
}

static int write_all(struct store *store, struct bundle *bundle)
{
	struct documents documents;
	int status = LAB_OK;

	documents_begin(&documents, store);
	for (size_t i = 0; i < exchange_table_count && status == LAB_OK; i++)
		status = table_write(bundle, &documents, &exchange_tables[i]);
	if (status == LAB_OK) {
		write_meta(bundle, store);
		write_topology(bundle, store);
		write_dictionary(bundle, WORKLOADS_FILE, &documents.workloads);
		write_dictionary(bundle, SHAPES_FILE, &documents.shapes);
		manifest_write(bundle, store_meta(store, "set_id"));
	}
	documents_end(&documents);
	return status;
}

/* In one transaction: a run may be adding pairs meanwhile. */
int exchange_to_bundle(struct store *store, struct bundle *bundle)
{
	int status = execute(store, "BEGIN", store->path);

	if (status != LAB_OK)
		return status;
	status = write_all(store, bundle);
	sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
	return status;
}

int exchange_write(struct store *store, const char *directory)
{
	struct bundle bundle = { .count = 0 };
	int status = exchange_check_place(directory, store_meta(store, "set_id"),
					  store_number(store, "SELECT count(*) FROM sample"));

	if (status == LAB_OK)
		status = exchange_to_bundle(store, &bundle);
	if (status == LAB_OK)
		status = bundle_to_directory(&bundle, directory);
	bundle_free(&bundle);
	return status;
}

/* ----------------------------------------------------------------- reading -- */

static int complain(const char *where, const char *what)
{
	lab_error("%s: %s; get the set again from where it came from", where, what);
	return LAB_ENVIRONMENT;
}

static int read_meta(struct bundle *bundle, const char *where, struct store *store)
{
	const struct bundle_file *file = bundle_find(bundle, PROVENANCE_FILE);
	const struct bundle_file *topology = bundle_find(bundle, TOPOLOGY_FILE);
	int status = LAB_OK;
	const char *key;
	json_t *meta, *value;

	meta = json_loadb(file->bytes, file->size, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(meta))
		status = complain(where, PROVENANCE_FILE " is no JSON object");
	json_object_foreach(meta, key, value) {
		if (status == LAB_OK && !json_is_string(value))
			status = complain(where, PROVENANCE_FILE " has something that is no text");
		if (status == LAB_OK)
			status = store_put_meta(store, key, json_string_value(value));
	}
	json_decref(meta);
	if (status == LAB_OK && topology->size > 0)
		status = store_put_meta(store, TOPOLOGY_KEY, topology->bytes);
	return status;
}

static bool take_item(void *context, json_t *line, const char *place)
{
	return dictionary_add_line(context, line) ||
	       complain(place, "this is not the next item") == LAB_OK;
}

static int read_dictionary(struct bundle *bundle, const char *name, const char *where,
			   struct dictionary *dictionary)
{
	return ndjson_read(bundle_find(bundle, name), where, take_item, dictionary);
}

/* Does every id that is referred to exist? */
static int check_references(struct store *store, const char *where)
{
	sqlite3_stmt *query = store_query(store, "PRAGMA foreign_key_check", "");
	int status = LAB_OK;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	if (store_next(query))
		status = complain(where, lab_printf("a %s refers to a %s that is not there",
						    (const char *)sqlite3_column_text(query, 0),
						    (const char *)sqlite3_column_text(query, 2)));
	sqlite3_finalize(query);
	return status;
}

static int read_tables(struct bundle *bundle, const char *where, struct documents *documents)
{
	int status = read_dictionary(bundle, WORKLOADS_FILE, where, &documents->workloads);

	if (status == LAB_OK)
		status = read_dictionary(bundle, SHAPES_FILE, where, &documents->shapes);
	for (size_t i = 0; i < exchange_table_count && status == LAB_OK; i++)
		status = table_read(bundle, documents, &exchange_tables[i], where);
	return status;
}

int exchange_from_bundle(struct bundle *bundle, const char *where, struct store *store)
{
	struct documents documents;
	const char *set_id;
	int status = manifest_check(bundle, where, &set_id);

	if (status != LAB_OK)
		return status;
	documents_begin(&documents, store);
	status = execute(store, exchange_before_reading, where);
	if (status == LAB_OK)
		status = read_meta(bundle, where, store);
	if (status == LAB_OK)
		status = read_tables(bundle, where, &documents);
	if (status == LAB_OK)
		status = execute(store, exchange_after_reading, where);
	if (status == LAB_OK)
		status = check_references(store, where);
	if (status == LAB_OK)
		status = execute(store, "COMMIT", where);
	if (status != LAB_OK)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	documents_end(&documents);
	return status;
}

int exchange_read(const char *directory, struct store *store)
{
	struct bundle bundle = { .count = 0 };
	int status = bundle_from_directory(&bundle, directory);

	if (status == LAB_OK)
		status = exchange_from_bundle(&bundle, directory, store);
	bundle_free(&bundle);
	return status;
}
