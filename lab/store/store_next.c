/* SPDX-License-Identifier: MIT */
/*
 * store_next.c - rows of a query, and the memory that not all could be had.
 *
 * Most readers fill a table row by row, and a file that is damaged or locked looks to
 * them like the end of it.  They need not care: the program does, as it ends.
 */
#include "lab/store/store.h"

static bool failed;

/* A database in memory has no file; the place that it came from names it. */
static struct named {
	const sqlite3 *db;
	const char *place;
} * named;
static size_t named_count;

void store_note_place(const struct store *store)
{
	named = lab_grow(named, named_count, sizeof(*named));
	named[named_count++] = (struct named){ store->db, store->path };
}

/* The newest of that address: those before it are closed. */
static const char *place_of(sqlite3 *db)
{
	for (size_t i = named_count; i > 0; i--)
		if (named[i - 1].db == db)
			return named[i - 1].place;
	return sqlite3_db_filename(db, "main");
}

void store_note_failure(void)
{
	failed = true;
}

bool store_failed(void)
{
	return failed;
}

bool store_next(sqlite3_stmt *query)
{
	int step = query != NULL ? sqlite3_step(query) : SQLITE_DONE;
	sqlite3 *db;

	if (step == SQLITE_ROW || step == SQLITE_DONE)
		return step == SQLITE_ROW;
	db = sqlite3_db_handle(query);
	if (!failed)
		lab_error("%s cannot be read to its end: %s; restore it or run again", place_of(db),
			  sqlite3_errmsg(db));
	failed = true;
	return false;
}
