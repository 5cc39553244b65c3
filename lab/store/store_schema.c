/* SPDX-License-Identifier: MIT */
/* store_schema.c - the tables of a result file; see store_schema.h. */
#include "lab/store/store_schema.h"

#include <string.h>

/*
 * Moments: a pair has a window before it, one during it, one after it.  Purposes
 * and kinds are words, so that a person with sqlite3 can read them.
 */
#define SCHEMA(heap) \
	"CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);" \
	"CREATE TABLE arm(id INTEGER PRIMARY KEY, name TEXT, flavour TEXT, kind TEXT," \
	" version TEXT, allocator TEXT, isa TEXT, describe TEXT, UNIQUE(name, flavour));" \
	"CREATE TABLE layout(arm INTEGER REFERENCES arm, number INTEGER, what TEXT, hash TEXT," \
	" PRIMARY KEY(arm, number)) WITHOUT ROWID;" \
	"CREATE TABLE cell(id INTEGER PRIMARY KEY, workload TEXT, params TEXT, workers INTEGER," \
	" pin TEXT, unit TEXT, family TEXT, flavour TEXT, blocks INTEGER, block_ns INTEGER," \
	" iterations INTEGER, expected_ns INTEGER, key TEXT UNIQUE);" \
	"CREATE TABLE claim(name TEXT PRIMARY KEY, text TEXT NOT NULL);" \
	"CREATE TABLE plan(id INTEGER PRIMARY KEY, cell INTEGER REFERENCES cell," \
	" baseline INTEGER REFERENCES arm, arm INTEGER REFERENCES arm, pairs INTEGER," \
	" purpose TEXT, claim TEXT, contrast TEXT, plant_percent REAL, plant_side TEXT," \
	" refused TEXT);" \
	"CREATE TABLE pair(id INTEGER PRIMARY KEY, plan INTEGER REFERENCES plan, round INTEGER," \
	" position INTEGER, seed INTEGER, layout_a INTEGER, layout_b INTEGER, log_ratio REAL," \
	" flagged INTEGER, flag_reason TEXT" heap ");" \
	"CREATE TABLE reading(pair INTEGER REFERENCES pair, moment TEXT, gate TEXT, state TEXT," \
	" value REAL, note TEXT, PRIMARY KEY(pair, moment, gate)) WITHOUT ROWID;" \
	"CREATE TABLE probe(pair INTEGER REFERENCES pair, moment TEXT, cpu_a INTEGER," \
	" cpu_b INTEGER, ns REAL, PRIMARY KEY(pair, moment, cpu_a, cpu_b)) WITHOUT ROWID;" \
	"CREATE TABLE host_gate(gate TEXT PRIMARY KEY, state TEXT, value REAL, note TEXT);" \
	"CREATE TABLE sample(id INTEGER PRIMARY KEY, pair INTEGER REFERENCES pair," \
	" cell INTEGER REFERENCES cell, arm INTEGER REFERENCES arm, layout INTEGER, mode TEXT," \
	" side TEXT, status TEXT, red INTEGER, cause TEXT, last_state TEXT, units INTEGER," \
	" ns INTEGER, cpu_ns INTEGER, switches INTEGER, row TEXT);" \
	"CREATE TABLE block(sample INTEGER REFERENCES sample, number INTEGER, position INTEGER," \
	" iterations INTEGER, units INTEGER, ns INTEGER, cpu_ns INTEGER," \
	" PRIMARY KEY(sample, number)) WITHOUT ROWID;" \
	"CREATE TABLE count(arm TEXT, workload TEXT, params TEXT, instructions REAL, rmw REAL," \
	" PRIMARY KEY(arm, workload, params)) WITHOUT ROWID;" \
	"CREATE INDEX pair_plan ON pair(plan);" \
	"CREATE INDEX sample_pair ON sample(pair);"

const char store_schema[] = SCHEMA(", heap_a INTEGER, heap_b INTEGER");
static const char schema_oldest[] = SCHEMA("");

/* Of the oldest schema: what it lacks is not known.  Seen first where "pair" is meant. */
const char store_schema_as_of_today[] =
	"CREATE TEMP VIEW pair AS SELECT *, NULL AS heap_a, NULL AS "
	"heap_b FROM main.pair";

const char store_schema_names[] =
	"CREATE TEMP VIEW arm AS SELECT id, arm_name_now(name) AS name, flavour, kind, version, "
	"allocator, isa, describe FROM main.arm;"
	"CREATE TEMP VIEW count AS SELECT arm_name_now(arm) AS arm, workload, params, "
	"instructions, "
	"rmw FROM main.count;";

const char store_schema_guard[] =
	"CREATE UNIQUE INDEX IF NOT EXISTS pair_once ON pair(plan, round) "
	"WHERE log_ratio IS NOT NULL";

/* The tables and indexes of a database, a line each; NULL if they cannot be had. */
static const char *tables_of(sqlite3 *db)
{
	sqlite3_stmt *query = NULL;
	const char *tables = NULL;

	if (sqlite3_prepare_v2(db,
			       "SELECT group_concat(line, char(10)) FROM (SELECT type || ' ' || "
			       "name || ' ' || tbl_name || ' ' || ifnull(sql, '') AS line "
			       "FROM sqlite_master WHERE name NOT GLOB 'sqlite_stat*' ORDER BY 1)",
			       -1, &query, NULL) == SQLITE_OK &&
	    sqlite3_step(query) == SQLITE_ROW)
		tables = store_text(query, 0);
	sqlite3_finalize(query);
	return tables;
}

/* What those of a schema are, with the guard or without. */
static const char *our_tables(const char *tables_sql, bool guarded)
{
	const char *tables = NULL;
	sqlite3 *db = NULL;

	if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
	    sqlite3_exec(db, tables_sql, NULL, NULL, NULL) == SQLITE_OK &&
	    (!guarded || sqlite3_exec(db, store_schema_guard, NULL, NULL, NULL) == SQLITE_OK))
		tables = tables_of(db);
	sqlite3_close(db);
	return tables;
}

/* The text that says what the columns are is data like all else, and can be damaged: then
 * what is read is something else, or nothing. */
int store_check_tables(struct store *store, bool oldest)
{
	const char *found = tables_of(store->db);
	const char *ours = NULL;

	if (found != NULL)
		ours = our_tables(oldest ? schema_oldest : store_schema,
				  strstr(found, " pair_once ") != NULL);
	if (ours != NULL && strcmp(found, ours) == 0)
		return LAB_OK;
	lab_error("%s is damaged or was changed: its tables are not those of schedlab; restore it "
		  "or run again",
		  store->path);
	return LAB_ENVIRONMENT;
}
