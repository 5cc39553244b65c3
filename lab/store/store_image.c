/* SPDX-License-Identifier: MIT */
/*
 * store_image.c - see store_image.h.
 *
 * A backup into memory takes the state, VACUUM brings its pages into one order.  Weakness:
 * there are up to three copies of the database in memory (24 MB each for 1,300 pairs).
 */
#include "lab/store/store_image.h"

#include <jansson.h>
#include <string.h>

#include "lab/store/store_schema.h"

static int complain(const struct store *store, const char *what)
{
	lab_error("%s: %s; get the set again from where it came from", store->path, what);
	return LAB_ENVIRONMENT;
}

static int execute(struct store *store, const char *sql, const char *doing)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ?
		       LAB_OK :
		       store_complain(store, doing);
}

/* ------------------------------------------------------------------ texts -- */

/* What a terminal obeys and no text of ours needs. */
static bool is_control(unsigned char c)
{
	return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 127;
}

static bool is_plain(const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		if (is_control((unsigned char)text[i]))
			return false;
	return true;
}

static void is_text(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	size_t bytes = (size_t)sqlite3_value_bytes(values[0]);
	json_t *utf8 = text != NULL ? json_stringn(text, bytes) : NULL;

	(void)count;
	sqlite3_result_int(context, utf8 != NULL && is_plain(text, bytes));
	json_decref(utf8);
}

static void plain_text(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	int bytes = sqlite3_value_bytes(values[0]);
	char *plain = text != NULL ? sqlite3_malloc(bytes + 1) : NULL;

	(void)count;
	if (plain == NULL) {
		sqlite3_result_error_nomem(context);
		return;
	}
	for (int i = 0; i < bytes; i++)
		plain[i] = is_control((unsigned char)text[i]) || (unsigned char)text[i] > 127 ?
				   '?' :
				   text[i];
	sqlite3_result_text(context, plain, bytes, sqlite3_free);
}

static int add_functions(struct store *store)
{
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

	return sqlite3_create_function(store->db, "is_text", 1, flags, NULL, is_text, NULL, NULL) ==
				       SQLITE_OK &&
			       sqlite3_create_function(store->db, "plain_text", 1, flags, NULL,
						       plain_text, NULL, NULL) == SQLITE_OK ?
		       LAB_OK :
		       store_complain(store, "read it");
}

/* ---------------------------------------------------------------- columns -- */

/* Every column of every table of ours. */
static int each_column(struct store *store, int (*visit)(struct store *, const char *table,
							 const char *column, const char *type))
{
	sqlite3_stmt *query = store_query(store,
					  "SELECT t.name, c.name, c.type FROM main.sqlite_master t "
					  "JOIN pragma_table_info(t.name, 'main') c WHERE "
					  "t.type = 'table' AND t.name NOT GLOB 'sqlite_*'",
					  "");
	int status = query != NULL ? LAB_OK : LAB_ENVIRONMENT;

	while (status == LAB_OK && store_next(query))
		status = visit(store, store_text(query, 0), store_text(query, 1),
			       store_text(query, 2));
	sqlite3_finalize(query);
	return status;
}

static int mend_texts(struct store *store, const char *table, const char *column, const char *type)
{
	if (strcmp(type, "TEXT") != 0)
		return LAB_OK;
	return execute(store,
		       lab_printf("UPDATE main.\"%s\" SET \"%s\" = plain_text(\"%s\") WHERE "
				  "\"%s\" IS NOT NULL AND NOT is_text(\"%s\")",
				  table, column, column, column, column),
		       "make its texts UTF-8");
}

/* What every run writes: what an arm and a cell are, what a row is for, how a sample ended. */
static bool is_always_there(const char *table, const char *column)
{
	static const char *const columns[] = { "plan.cell",	"plan.baseline", "plan.arm",
					       "plan.purpose",	"sample.cell",	 "sample.arm",
					       "sample.status", "sample.mode",	 NULL };

	return strcmp(table, "arm") == 0 || strcmp(table, "cell") == 0 ||
	       is_one_of(lab_printf("%s.%s", table, column), columns);
}

/* SQLite stores anything in any column; what reads ours relies on what they are for. */
static int check_values(struct store *store, const char *table, const char *column,
			const char *type)
{
	const char *right = strcmp(type, "TEXT") == 0 ? "= 'text' AND is_text(value)" :
			    strcmp(type, "REAL") == 0 ? "IN ('real', 'integer')" :
							"= 'integer'";
	const char *lacks = is_always_there(table, column) ? "value IS NULL" : "FALSE";
	int64_t wrong = store_number(
		store, lab_printf("SELECT EXISTS(SELECT 1 FROM (SELECT \"%s\" AS value FROM "
				  "main.\"%s\") WHERE %s OR (value IS NOT NULL AND NOT "
				  "(typeof(value) %s)))",
				  column, table, lacks, right));

	if (store_failed())
		return LAB_ENVIRONMENT;
	return wrong == 0 ? LAB_OK :
			    complain(store, lab_printf("in %s.%s is something that is no %s", table,
						       column, type));
}

/* Does every id that is referred to exist? */
static int check_references(struct store *store)
{
	sqlite3_stmt *query = store_query(store, "PRAGMA main.foreign_key_check", "");
	int status = LAB_OK;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	if (store_next(query))
		status = complain(store,
				  lab_printf("a row of %s refers to a row of %s that is not there",
					     store_text(query, 0), store_text(query, 2)));
	sqlite3_finalize(query);
	return status;
}

/* ------------------------------------------------------------------ images -- */

static int copy_into(struct store *copy, struct store *store)
{
	sqlite3_backup *backup;
	int status = LAB_OK;

	if (sqlite3_open(":memory:", &copy->db) != SQLITE_OK)
		return store_complain(copy, "copy it");
	backup = sqlite3_backup_init(copy->db, "main", store->db, "main");
	if (backup == NULL || sqlite3_backup_step(backup, -1) != SQLITE_DONE)
		status = store_complain(backup == NULL ? copy : store, "copy it");
	sqlite3_backup_finish(backup);
	return status;
}

int store_to_image(struct store *store, unsigned char **image, size_t *bytes)
{
	struct store copy = { .path = store->path };
	sqlite3_int64 size = 0;
	int status = copy_into(&copy, store);

	*image = NULL;
	if (status == LAB_OK)
		store_note_place(&copy);
	if (status == LAB_OK)
		status = add_functions(&copy);
	if (status == LAB_OK)
		status = each_column(&copy, mend_texts);
	if (status == LAB_OK)
		status = execute(&copy, "PRAGMA temp_store=MEMORY; VACUUM", "copy it");
	if (status == LAB_OK)
		*image = sqlite3_serialize(copy.db, "main", &size, 0);
	if (status == LAB_OK && *image == NULL)
		status = store_complain(&copy, "copy it");
	*bytes = (size_t)size;
	store_close(&copy);
	return status;
}

static int attach_image(struct store *store, const void *image, size_t bytes)
{
	unsigned char *copy = sqlite3_malloc64(bytes + 1);

	if (copy == NULL || sqlite3_open(":memory:", &store->db) != SQLITE_OK) {
		sqlite3_free(copy);
		lab_error("out of memory for %s; free some and try again", store->path);
		return LAB_ENVIRONMENT;
	}
	memcpy(copy, image, bytes);
	return sqlite3_deserialize(store->db, "main", copy, (sqlite3_int64)bytes,
				   (sqlite3_int64)bytes,
				   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) ==
			       SQLITE_OK ?
		       LAB_OK :
		       store_complain(store, "read it");
}

int store_open_image(struct store *store, const char *path, const void *image, size_t bytes)
{
	int status;

	*store = (struct store){ .path = path };
	status = attach_image(store, image, bytes);
	if (status == LAB_OK)
		store_note_place(store);
	if (status == LAB_OK)
		status = store_check(store);
	if (status == LAB_OK)
		status = add_functions(store);
	if (status == LAB_OK)
		status = each_column(store, check_values);
	if (status == LAB_OK)
		status = check_references(store);
	return status == LAB_OK ? store_name_now(store) : status;
}
