/* SPDX-License-Identifier: MIT */
/* table_read.c - see table_text.h. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lab/exchange/csv.h"
#include "lab/exchange/table_text.h"

/* One table on its way in. */
struct loading {
	const struct exchange_table *table;
	struct documents *documents;
	sqlite3_stmt *insert;
	struct strings columns;
};

static int complain(const char *place, const char *what)
{
	lab_error("%s: %s; get the set again from where it came from", place, what);
	return LAB_ENVIRONMENT;
}

int complain_of_database(struct store *store, const char *place)
{
	int code = sqlite3_errcode(store->db);

	if (code != SQLITE_FULL && code != SQLITE_IOERR)
		return complain(place, sqlite3_errmsg(store->db));
	lab_error("%s: cannot write: %s; free some disk space and try again", store->path,
		  sqlite3_errmsg(store->db));
	return LAB_ENVIRONMENT;
}

static bool insert_row(struct loading *loading, const char *place)
{
	struct store *store = loading->documents->store;
	bool done = sqlite3_step(loading->insert) == SQLITE_DONE ||
		    complain_of_database(store, place) == LAB_OK;

	sqlite3_reset(loading->insert);
	return done;
}

/* ------------------------------------------------------------------- CSV -- */

static bool bind_integer(sqlite3_stmt *insert, int column, const char *text)
{
	char *end;
	long long value;

	errno = 0;
	value = strtoll(text, &end, 10);
	return *end == '\0' && errno == 0 && sqlite3_bind_int64(insert, column, value) == SQLITE_OK;
}

static bool bind_real(sqlite3_stmt *insert, int column, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	return *end == '\0' && sqlite3_bind_double(insert, column, value) == SQLITE_OK;
}

static bool bind_field(sqlite3_stmt *insert, int column, const struct csv_field *field, char type)
{
	if (field->text[0] == '\0' && !field->quoted)
		return sqlite3_bind_null(insert, column) == SQLITE_OK;
	if (field->quoted != (type == 't'))
		return false;
	if (type == 'i')
		return bind_integer(insert, column, field->text);
	if (type == 'r')
		return bind_real(insert, column, field->text);
	return sqlite3_bind_text(insert, column, field->text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

static bool bind_record(struct loading *loading, const struct csv_field *fields)
{
	for (size_t i = 0; i < loading->columns.count; i++)
		if (!bind_field(loading->insert, (int)i + 1, &fields[i], loading->table->types[i]))
			return false;
	return true;
}

static bool is_header(const struct loading *loading, const struct csv_field *fields)
{
	for (size_t i = 0; i < loading->columns.count; i++)
		if (fields[i].quoted || strcmp(fields[i].text, loading->columns.items[i]) != 0)
			return false;
	return true;
}

static int read_csv(struct loading *loading, struct bundle_file *file, const char *where)
{
	struct csv_field fields[EXCHANGE_COLUMNS];
	struct csv csv;
	char place[512];
	bool done = true;

	csv_begin(&csv, file->bytes, file->size);
	if (!csv_record(&csv, fields, loading->columns.count) || !is_header(loading, fields)) {
		snprintf(place, sizeof(place), "%s: %s", where, file->name);
		return complain(place, "its columns are not those of this file");
	}
	while (done && !csv_at_end(&csv)) {
		bool right = csv_record(&csv, fields, loading->columns.count) &&
			     bind_record(loading, fields);

		snprintf(place, sizeof(place), "%s: %s:%zu", where, file->name, csv.line);
		done = right ? insert_row(loading, place) :
			       complain(place, "this is no row of the file") == LAB_OK;
	}
	return done ? LAB_OK : LAB_ENVIRONMENT;
}

/* ---------------------------------------------------------------- NDJSON -- */

int ndjson_read(const struct bundle_file *file, const char *where,
		bool (*take)(void *context, json_t *line, const char *place), void *context)
{
	char *at = file->bytes, *end = file->bytes + file->size;
	size_t number = 1;
	char place[512];
	bool taken = true;

	for (; taken && at < end; number++) {
		char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((newline != NULL ? newline : end) - at);
		json_t *line = json_loadb(at, length, JSON_REJECT_DUPLICATES, NULL);

		snprintf(place, sizeof(place), "%s: %s:%zu", where, file->name, number);
		taken = json_is_object(line) ? take(context, line, place) :
					       complain(place, "this is no JSON object") == LAB_OK;
		json_decref(line);
		at += length + 1;
	}
	return taken ? LAB_OK : LAB_ENVIRONMENT;
}

static bool bind_document(sqlite3_stmt *insert, int column, json_t *value)
{
	char *text = json_is_string(value) ? strdup(json_string_value(value)) :
					     json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS);

	return text != NULL && sqlite3_bind_text(insert, column, text, -1, free) == SQLITE_OK;
}

static bool bind_value(sqlite3_stmt *insert, int column, json_t *value, char type)
{
	if (value == NULL)
		return sqlite3_bind_null(insert, column) == SQLITE_OK;
	if (type == 'j')
		return bind_document(insert, column, value);
	if (type == 'i')
		return json_is_integer(value) &&
		       sqlite3_bind_int64(insert, column, json_integer_value(value)) == SQLITE_OK;
	if (type == 'r')
		return json_is_number(value) &&
		       sqlite3_bind_double(insert, column, json_number_value(value)) == SQLITE_OK;
	return json_is_string(value) && sqlite3_bind_text(insert, column, json_string_value(value),
							  -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

/* Binds all columns; a member that is no column is refused, not dropped. */
static bool bind_line(struct loading *loading, json_t *line)
{
	size_t bound = 0;

	for (size_t i = 0; i < loading->columns.count; i++) {
		json_t *value = json_object_get(line, loading->columns.items[i]);

		if (!bind_value(loading->insert, (int)i + 1, value, loading->table->types[i]))
			return false;
		bound += value != NULL;
	}
	return bound == json_object_size(line);
}

static bool take_line(void *context, json_t *line, const char *place)
{
	struct loading *loading = context;

	if (!documents_unpack(loading->documents, loading->table->file, line))
		return complain(place, "it refers to something that is not in the set") == LAB_OK;
	if (!bind_line(loading, line))
		return complain(place, "this is no row of the file") == LAB_OK;
	return insert_row(loading, place);
}

/* As the file's header has them: a set of format 1 may have fewer. */
static const char *columns_of(const struct exchange_table *table, const struct bundle_file *file)
{
	const char *old = exchange_columns_1(table);
	size_t header = strcspn(file->bytes, "\n");
	bool is_old = header == strlen(old) && strncmp(file->bytes, old, header) == 0;

	return is_old ? old : table->columns;
}

int table_read(struct bundle *bundle, struct documents *documents,
	       const struct exchange_table *table, const char *where)
{
	struct loading loading = { .table = table, .documents = documents };
	struct bundle_file *file = bundle_find(bundle, table->file);
	const char *columns = columns_of(table, file), *marks = "?";
	int status;

	strings_split(&loading.columns, columns, ',');
	for (size_t i = 1; i < loading.columns.count; i++)
		marks = lab_printf("%s,?", marks);
	loading.insert = store_query(
		documents->store,
		lab_printf("INSERT INTO %s(%s) VALUES(%s)", table->into, columns, marks), "");
	if (loading.insert == NULL)
		return LAB_ENVIRONMENT;
	status = exchange_table_is_csv(table) ? read_csv(&loading, file, where) :
						ndjson_read(file, where, take_line, &loading);
	sqlite3_finalize(loading.insert);
	return status;
}
