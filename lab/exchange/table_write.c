/* SPDX-License-Identifier: MIT */
/* table_write.c - see table_text.h. */
#include <stdlib.h>
#include <string.h>

#include "lab/exchange/csv.h"
#include "lab/exchange/table_text.h"

json_t *json_any_text(const char *text)
{
	json_t *json = json_string(text);
	char *plain;

	if (json != NULL)
		return json;
	plain = strdup(text);
	for (char *at = plain; at != NULL && *at != '\0'; at++)
		if ((unsigned char)*at > 127)
			*at = '?';
	json = json_string(plain != NULL ? plain : "");
	free(plain);
	return json;
}

static const char *text_at(sqlite3_stmt *query, int column)
{
	return (const char *)sqlite3_column_text(query, column);
}

static void write_field(FILE *out, sqlite3_stmt *query, int column, char type)
{
	if (sqlite3_column_type(query, column) == SQLITE_NULL)
		return;
	if (type == 'i')
		fprintf(out, "%lld", sqlite3_column_int64(query, column));
	else if (type == 'r')
		csv_real(out, sqlite3_column_double(query, column));
	else
		csv_text(out, text_at(query, column));
}

static void write_record(FILE *out, sqlite3_stmt *query, const struct exchange_table *table)
{
	for (int column = 0; table->types[column] != '\0'; column++) {
		if (column > 0)
			fputc(',', out);
		write_field(out, query, column, table->types[column]);
	}
	fputc('\n', out);
}

/* A text that is no JSON after all is kept as a text. */
static json_t *document_at(sqlite3_stmt *query, int column)
{
	json_t *document = json_loads(text_at(query, column), 0, NULL);

	return json_is_object(document) ? document : json_any_text(text_at(query, column));
}

static json_t *value_at(sqlite3_stmt *query, int column, char type)
{
	if (type == 'i')
		return json_integer(sqlite3_column_int64(query, column));
	if (type == 'r')
		return json_real(sqlite3_column_double(query, column));
	return type == 'j' ? document_at(query, column) : json_any_text(text_at(query, column));
}

static void write_line(FILE *out, sqlite3_stmt *query, struct documents *documents,
		       const struct exchange_table *table)
{
	json_t *line = json_object();

	for (int column = 0; table->types[column] != '\0'; column++)
		if (sqlite3_column_type(query, column) != SQLITE_NULL)
			json_object_set_new(line, sqlite3_column_name(query, column),
					    value_at(query, column, table->types[column]));
	documents_pack(documents, table->file, line);
	json_dumpf(line, out, JSON_COMPACT | JSON_SORT_KEYS);
	fputc('\n', out);
	json_decref(line);
}

int table_write(struct bundle *bundle, struct documents *documents,
		const struct exchange_table *table)
{
	struct store *store = documents->store;
	bool csv = exchange_table_is_csv(table);
	sqlite3_stmt *query = store_query(store,
					  lab_printf("SELECT %s FROM %s ORDER BY %s",
						     table->columns, table->source, table->order),
					  "");
	FILE *out;
	int step;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	out = bundle_begin(bundle, table->file);
	if (csv)
		fprintf(out, "%s\n", table->columns);
	while ((step = sqlite3_step(query)) == SQLITE_ROW) {
		if (csv)
			write_record(out, query, table);
		else
			write_line(out, query, documents, table);
	}
	bundle_end(out);
	sqlite3_finalize(query);
	if (step == SQLITE_DONE)
		return LAB_OK;
	lab_error("%s: cannot read %s: %s; the file is damaged, restore it", store->path,
		  table->into, sqlite3_errmsg(store->db));
	return LAB_ENVIRONMENT;
}
