/* SPDX-License-Identifier: MIT */
/*
 * store.c - opening, checking and asking the database; see store.h.
 *
 * A rollback journal that is truncated, not WAL: one file to copy, and one
 * commit per pair is far between.
 */
#include "lab/store/store.h"
#include "lab/store/store_schema.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/arms/expression.h"

/* Someone may read the results of a run that goes on. */
#define BUSY_MS 30000

static const char *remedy(sqlite3 *db)
{
	int code = sqlite3_errcode(db);

	if (sqlite3_extended_errcode(db) == SQLITE_READONLY_DBMOVED)
		return "it was moved or removed meanwhile: leave the directory where it is while "
		       "it is measured into; what was stored before is where it went";
	if (sqlite3_system_errno(db) == EFBIG)
		return "raise the limit of the size of files: ulimit -f; what was measured so far "
		       "is kept";
	if (code == SQLITE_FULL || code == SQLITE_IOERR)
		return "free some disk space; what was measured so far is kept";
	if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
		return "the file is damaged or not a database; give another or run again";
	if (code == SQLITE_CANTOPEN || code == SQLITE_READONLY)
		return "give a directory that exists and can be written";
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return "another schedlab writes it; wait or use another directory";
	if (code == SQLITE_CONSTRAINT)
		return "it has this already: another schedlab wrote it, give another --out";
	return "check the file and its directory";
}

int store_complain(struct store *store, const char *doing)
{
	lab_error("%s: cannot %s: %s; %s", store->path, doing, sqlite3_errmsg(store->db),
		  remedy(store->db));
	return LAB_ENVIRONMENT;
}

static int execute(struct store *store, const char *sql, const char *doing)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ?
		       LAB_OK :
		       store_complain(store, doing);
}

int store_create(struct store *store, const char *path)
{
	const char *pragmas = lab_printf("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL;"
					 "PRAGMA application_id=%d; PRAGMA user_version=%d;",
					 STORE_APPLICATION_ID, STORE_SCHEMA_VERSION);
	int status;

	store->path = path;
	store->db = NULL;
	store->writing = true;
	store->is_of_1_53 = false;
	if (access(path, F_OK) == 0) {
		lab_error("%s exists already; give another --out, results are never overwritten",
			  path);
		return LAB_ENVIRONMENT;
	}
	if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
	    SQLITE_OK)
		return store_complain(store, "create the database");
	sqlite3_busy_timeout(store->db, BUSY_MS);
	status = execute(store, pragmas, "set up the database");
	return status == LAB_OK ? execute(store, store_schema, "create the tables") : status;
}

static int64_t pragma(struct store *store, const char *name)
{
	sqlite3_stmt *query;
	int64_t value = -1;

	if (sqlite3_prepare_v2(store->db, lab_printf("PRAGMA %s", name), -1, &query, NULL) ==
		    SQLITE_OK &&
	    sqlite3_step(query) == SQLITE_ROW)
		value = sqlite3_column_int64(query, 0);
	sqlite3_finalize(query);
	return value;
}

/* A truncated file can have a good header; counting its rows shows it. */
static int check_contents(struct store *store)
{
	sqlite3_stmt *query = store_query(store, "PRAGMA integrity_check(1)", "");
	const char *said;
	int status = LAB_OK;

	if (query == NULL)
		return LAB_ENVIRONMENT;
	if (sqlite3_step(query) != SQLITE_ROW) {
		status = store_complain(store, "read it");
	} else {
		said = (const char *)sqlite3_column_text(query, 0);
		if (strchr(said, '\n') != NULL) /* below a title */
			said = strchr(said, '\n') + 1;
		if (strcmp(said, "ok") != 0) {
			lab_error("%s is damaged or cut short (%.100s); restore it or run again",
				  store->path, said);
			status = LAB_ENVIRONMENT;
		}
	}
	sqlite3_finalize(query);
	return status;
}

/* Which schema it has, and whether it has it. */
static int check_schema(struct store *store)
{
	int64_t version = pragma(store, "user_version");
	bool old = version == STORE_SCHEMA_OLDEST;
	int status;

	if (version != STORE_SCHEMA_VERSION && (!old || store->writing)) {
		lab_error("%s has schema %lld, this schedlab %s %d; use the schedlab that wrote it",
			  store->path, (long long)version, old ? "adds only to" : "reads",
			  STORE_SCHEMA_VERSION);
		return LAB_ENVIRONMENT;
	}
	status = store_check_tables(store, old);
	if (status == LAB_OK)
		status = check_contents(store);
	return status == LAB_OK && old ? execute(store, store_schema_as_of_today, "read it") :
					 status;
}

int store_check(struct store *store)
{
	/* A schema may have come from anywhere: it calls none of our functions. */
	if (sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK ||
	    sqlite3_exec(store->db, "SELECT 1 FROM sqlite_master", NULL, NULL, NULL) != SQLITE_OK)
		return store_complain(store, "read it");
	if (pragma(store, "application_id") == STORE_APPLICATION_ID)
		return check_schema(store);
	lab_error("%s is not a schedlab database; give one written by schedlab run", store->path);
	return LAB_ENVIRONMENT;
}

static int open_existing(struct store *store, const char *path, bool writing)
{
	struct stat about;

	store->path = path;
	store->db = NULL;
	store->writing = writing;
	store->is_of_1_53 = false;
	if (access(path, R_OK) != 0) {
		lab_error("%s cannot be read; give a directory written by schedlab run", path);
		return LAB_ENVIRONMENT;
	}
	if (stat(path, &about) != 0 || !S_ISREG(about.st_mode)) {
		lab_error("%s is no regular file; give a directory written by schedlab run", path);
		return LAB_ENVIRONMENT;
	}
	if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		return store_complain(store, "open the database");
	sqlite3_busy_timeout(store->db, BUSY_MS);
	return store_check(store);
}

static void name_now(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *stored = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	if (stored != NULL)
		sqlite3_result_text(context, arm_name_now(stored), -1, SQLITE_TRANSIENT);
}

static void name_of_1_53(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *stored = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	if (stored != NULL)
		sqlite3_result_text(context, arm_name_of_1_53(stored), -1, SQLITE_TRANSIENT);
}

/* The knob shared_pad came when `tokio` moved on to 1.54: arms that know their inject queue and
 * not that one are from before. */
static bool is_of_1_53(struct store *store)
{
	return store_number(store, "SELECT EXISTS (SELECT 1 FROM main.arm WHERE "
				   "instr(describe, 'SCHED_INJECT') > 0 AND "
				   "instr(describe, 'SCHED_SHARED_PAD') = 0)") != 0;
}

int store_name_now(struct store *store)
{
	store->is_of_1_53 = is_of_1_53(store);
	if (sqlite3_create_function(store->db, "arm_name_now", 1,
				    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
				    store->is_of_1_53 ? name_of_1_53 : name_now, NULL,
				    NULL) != SQLITE_OK)
		return store_complain(store, "read it");
	return execute(store, store_schema_names, "read it");
}

int store_open(struct store *store, const char *path)
{
	int status = open_existing(store, path, false);

	return status == LAB_OK ? store_name_now(store) : status;
}

int store_reopen(struct store *store, const char *path)
{
	int status = open_existing(store, path, true);

	return status == LAB_OK ?
		       execute(store, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL",
			       "set up the database") :
		       status;
}

int store_guard(struct store *store)
{
	int code = sqlite3_exec(store->db, store_schema_guard, NULL, NULL, NULL);

	if (code != SQLITE_CONSTRAINT)
		return code == SQLITE_OK ? LAB_OK : store_complain(store, "write it");
	lab_error("%s has pairs that two runs measured at once; it can be read, but nothing is "
		  "added to it: run anew",
		  store->path);
	return LAB_ENVIRONMENT;
}

void store_close(struct store *store)
{
	/* No empty journal is left beside a finished file. */
	if (store->writing)
		sqlite3_exec(store->db, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
	sqlite3_close(store->db);
	store->db = NULL;
}

sqlite3_stmt *store_query(struct store *store, const char *sql, const char *types, ...)
{
	sqlite3_stmt *query = NULL;
	va_list values;

	if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) != SQLITE_OK) {
		store_complain(store, "read it");
		store_note_failure();
		return NULL;
	}
	va_start(values, types);
	for (int i = 1; *types != '\0'; types++, i++) {
		if (*types == 'i')
			sqlite3_bind_int64(query, i, va_arg(values, int64_t));
		else if (*types == 'd')
			sqlite3_bind_double(query, i, va_arg(values, double));
		else if (*types == 's')
			sqlite3_bind_text(query, i, va_arg(values, const char *), -1,
					  SQLITE_TRANSIENT);
	}
	va_end(values);
	return query;
}

int64_t store_first_number(sqlite3_stmt *query, int64_t otherwise)
{
	int64_t number = store_next(query) ? sqlite3_column_int64(query, 0) : otherwise;

	sqlite3_finalize(query);
	return number;
}

const char *store_first_text(sqlite3_stmt *query, const char *otherwise)
{
	const char *text = store_next(query) ? store_text(query, 0) : otherwise;

	sqlite3_finalize(query);
	return text;
}

int64_t store_number(struct store *store, const char *sql)
{
	return store_first_number(store_query(store, sql, ""), 0);
}

int64_t store_pairs(struct store *store)
{
	return store_number(store, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL");
}

int64_t store_row_pairs(struct store *store, const struct plan_row *row)
{
	return store_first_number(
		store_query(store,
			    "SELECT count(*) FROM pair WHERE plan = ? AND log_ratio IS NOT "
			    "NULL",
			    "i", row->id),
		0);
}

int64_t store_samples(struct store *store, const struct cell *cell, const struct arm_info *arm)
{
	return store_first_number(
		store_query(store,
			    "SELECT count(*) FROM sample s JOIN arm a ON s.arm = a.id WHERE "
			    "s.status = 'ok' AND s.cell = ? AND a.name = ? AND a.flavour = ?",
			    "iss", cell->id, arm->name, arm->flavour),
		0);
}

const char *store_text(sqlite3_stmt *query, int column)
{
	const unsigned char *text = sqlite3_column_text(query, column);

	return text != NULL ? lab_strdup((const char *)text) : NULL;
}

const char *store_meta(struct store *store, const char *key)
{
	return store_first_text(
		store_query(store, "SELECT value FROM meta WHERE key = ?", "s", key), NULL);
}

const char *store_meta_text(struct store *store, const char *key)
{
	const char *value = store_meta(store, key);

	return value != NULL ? value : "";
}

/* Runs a statement that returns nothing. */
static int finish_write(struct store *store, sqlite3_stmt *statement, const char *doing)
{
	int step = statement != NULL ? sqlite3_step(statement) : SQLITE_ERROR;

	sqlite3_finalize(statement);
	return step == SQLITE_DONE ? LAB_OK : store_complain(store, doing);
}

int store_put_meta(struct store *store, const char *key, const char *value)
{
	return finish_write(store,
			    store_query(store, "INSERT OR REPLACE INTO meta VALUES(?, ?)", "ss",
					key, value),
			    "write it");
}

int store_update_row(struct store *store, const struct plan_row *row)
{
	return finish_write(store,
			    store_query(store, "UPDATE plan SET refused = ? WHERE id = ?", "si",
					row->refused, row->id),
			    "write it");
}

int store_update_cell(struct store *store, const struct cell *cell)
{
	return finish_write(store,
			    store_query(store,
					"UPDATE cell SET iterations = ?, "
					"expected_ns = ? WHERE id = ?",
					"iii", (int64_t)cell->iterations,
					(int64_t)cell->expected_ns, cell->id),
			    "write it");
}

int store_put_count(struct store *store, const char *arm, const char *workload, const char *params,
		    double instructions, double rmw)
{
	return finish_write(store,
			    store_query(store,
					"INSERT OR REPLACE INTO main.count VALUES(?, ?, ?, ?, ?)",
					"sssdd", arm, workload, params, instructions, rmw),
			    "write it");
}
