/* SPDX-License-Identifier: MIT */
/*
 * store.h - everything measured, in one SQLite file.
 *
 * Each pair is a transaction of its own, so that whatever ends the run, what
 * was measured is there.  The file says what it is (application_id) and which
 * schema it has (user_version); anything else is refused with one line.
 */
#ifndef LAB_STORE_H
#define LAB_STORE_H

#include <sqlite3.h>

#include "lab/plan/plan.h"

#define STORE_APPLICATION_ID 0x5343484c /* "SCHL" */
#define STORE_SCHEMA_VERSION 3
#define STORE_SCHEMA_OLDEST  2 /* without heap placements; read as "not varied" */

struct store {
	sqlite3 *db;
	const char *path;
	bool writing;	 /* created here */
	bool is_of_1_53; /* its `tokio` was the twin of 1.53 */
};

/* From now on arms have the names that they have today (store_schema_names); store_open does it. */
int store_name_now(struct store *store);

/* All of these: LAB_OK or LAB_ENVIRONMENT with the complaint made. */
int store_create(struct store *store, const char *path);
int store_open(struct store *store, const char *path); /* to read */
/* To add to a run that was cut short; not to one of an older schema. */
int store_reopen(struct store *store, const char *path);
void store_close(struct store *store);

/* Says why the last call of SQLite failed, and what to do; LAB_ENVIRONMENT. */
int store_complain(struct store *store, const char *doing);

/* From now on no pair can be measured into it twice.  Not part of the schema: what two
 * runs measured at once, before this was there, can still be read. */
int store_guard(struct store *store);

/* A transaction: store_commit undoes it if not all was written, and complains: LAB_OK or
 * LAB_ENVIRONMENT. */
bool store_begin(struct store *store);
int store_commit(struct store *store, bool written);
/* Runs and frees an INSERT; the id of the new row, or -1. */
int64_t store_insert(struct store *store, sqlite3_stmt *statement);
/* -1: it has no such arm. */
int64_t store_arm_id(struct store *store, const struct arm_info *arm);

int store_put_meta(struct store *store, const char *key, const char *value);
/* NULL if there is none. */
const char *store_meta(struct store *store, const char *key);
/* "" if there is none. */
const char *store_meta_text(struct store *store, const char *key);

int store_put_plan(struct store *store, const struct arm_set *set, struct plan *plan);
int store_update_row(struct store *store, const struct plan_row *row);
int store_update_cell(struct store *store, const struct cell *cell);

/* One arm's counts per unit, in place of those that were there. */
int store_put_count(struct store *store, const char *arm, const char *workload, const char *params,
		    double instructions, double rmw);

/* A prepared statement with parameters bound in order: i int64_t, s text, d
 * double.  NULL after a complaint. */
sqlite3_stmt *store_query(struct store *store, const char *sql, const char *types, ...);
/* The first column of the first row, if there is one, and the query is freed. */
int64_t store_first_number(sqlite3_stmt *query, int64_t otherwise);
const char *store_first_text(sqlite3_stmt *query, const char *otherwise);
/* The number that a query without parameters gives; 0 if it gives none. */
int64_t store_number(struct store *store, const char *sql);
/* How many pairs were completed. */
int64_t store_pairs(struct store *store);
/* Completed pairs of one row, and samples of an arm in a cell that are right. */
int64_t store_row_pairs(struct store *store, const struct plan_row *row);
int64_t store_samples(struct store *store, const struct cell *cell, const struct arm_info *arm);
/* To the next row of a query, which may be NULL; false after the last.  A file that cannot
 * be read to its end is complained of once and remembered: what was made of it is not to
 * be trusted.  Not thread-safe. */
bool store_next(sqlite3_stmt *query);
void store_note_failure(void);
/* Of a store that is open and has no file: its path names it in that complaint. */
void store_note_place(const struct store *store);
bool store_failed(void);
/* A column of the row the query is at; NULL if it is. */
const char *store_text(sqlite3_stmt *query, int column);

#endif
