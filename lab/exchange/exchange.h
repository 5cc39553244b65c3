/* SPDX-License-Identifier: MIT */
/*
 * exchange.h - result sets that travel: packed into one file, found, and read from it.
 *
 * A set stands in a folder as results.db, which grows, or as set.tar.xz (bundle.h), which
 * is committed and never changes; or it is such an archive of any name.  All of these are
 * read alike.  results/README.md has it for people.
 *
 * All functions that return int: LAB_OK or LAB_ENVIRONMENT with the complaint made;
 * whatever they did not finish is not there.
 */
#ifndef LAB_EXCHANGE_EXCHANGE_H
#define LAB_EXCHANGE_EXCHANGE_H

#include "lab/exchange/bundle.h"
#include "lab/store/store.h"

/* Identity of a run, for meta "set_id": 128 random bits as 32 hex digits. */
const char *exchange_new_id(void);

/* Into a new archive; `name` is what the set will be called where it is imported. */
int exchange_pack(struct store *store, const char *path, const char *name);

/* Reads an archive and opens the store in it, both checked whole.  The caller frees the
 * bundle and closes the store, whatever is returned. */
int exchange_unpack(struct bundle *bundle, struct store *store, const char *path);

/* Opens the set at PATH: a folder or an archive. */
int store_open_set(struct store *store, const char *path);

/* Where the set at PATH is read from: PATH/results.db, or else PATH/set.tar.xz, or PATH
 * itself, an archive.  NULL: there is none. */
const char *exchange_file(const char *path);
/* Says that there is none, or only tables as text, as schedlab once wrote them. */
int exchange_complain(const char *path);
/* Is that an archive?  Then nothing is written beside it. */
bool exchange_is_archive(const char *path);

/* A directory of `roots` (patterns for glob) that has the set of this identity, in another
 * file than `except`; NULL if there is none. */
const char *exchange_find(const struct strings *roots, const char *except, const char *set_id);

/* Do both exist and are they one? */
bool is_same_file(const char *a, const char *b);

#endif
