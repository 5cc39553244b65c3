/* SPDX-License-Identifier: MIT */
/*
 * exchange.h - a result set as text, and the database rebuilt from it.
 *
 * The exchange form is a directory of sorted text files, one a table, small
 * enough to be committed and the same bytes for the same store: see tables.h for
 * what is where, manifest.h for how damage is found, results/README.md for
 * people.  Read back it gives a store that answers every query alike, and that
 * writes the same bytes again.  Only texts that were no UTF-8 (what a crashed
 * sample wrote) come back with '?' for what could not be written.
 *
 * All functions that return int: LAB_OK or LAB_ENVIRONMENT with the complaint
 * made; whatever they did not finish is not there.
 */
#ifndef LAB_EXCHANGE_EXCHANGE_H
#define LAB_EXCHANGE_EXCHANGE_H

#include "lab/exchange/bundle.h"
#include "lab/store/store.h"

/* Identity of a run, for meta "set_id": 128 random bits as 32 hex digits. */
const char *exchange_new_id(void);

/* Into DIR, which may hold an older form of the same set and other files. */
int exchange_write(struct store *store, const char *directory);
/* `store` was just created (store_create) and is empty. */
int exchange_read(const char *directory, struct store *store);

/* The same by way of memory.  `where` names the set in complaints. */
int exchange_to_bundle(struct store *store, struct bundle *bundle);
int exchange_from_bundle(struct bundle *bundle, const char *where, struct store *store);

/* Opens DIR/results.db, or, where there is none, rebuilds the database in memory
 * from the exchange form in DIR. */
int store_open_set(struct store *store, const char *directory);

/* A directory of `roots` (patterns for glob) other than `except` that has the set
 * of this identity; NULL if there is none. */
const char *exchange_find(const struct strings *roots, const char *except, const char *set_id);

/* May the text of the set of this identity (or NULL) with so many samples be written
 * into DIR?  Not if another set is there, in either form, or text with more of it. */
int exchange_check_place(const char *directory, const char *set_id, int64_t samples);

/* Do both exist and are they one? */
bool is_same_directory(const char *a, const char *b);

#endif
