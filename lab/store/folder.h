/* SPDX-License-Identifier: MIT */
/*
 * folder.h - a result folder: who owns it, what it is, which of two is newer.
 *
 * One process at a time measures into a folder.  It holds a lock on DIR/measuring
 * (fcntl, of the open file: the kernel takes it back when the process dies, over
 * NFS too) and has written there who it is.  A file that is left without a lock
 * belongs to a process that died here; if it was written on another host, which
 * may not share locks with this one, nobody may go on before a person has looked.  What
 * stands there under that name and is no such file is left alone.
 *
 * The identity of a set is meta "set_id".  Its version is its contents: samples
 * are only ever added, so of two forms of one set the newer has all samples of the
 * older; if each has some that the other has not, it was continued in two places.
 */
#ifndef LAB_FOLDER_H
#define LAB_FOLDER_H

#include "lab/store/store.h"

/* In a folder without results.db: the set, packed; see exchange/bundle.h. */
#define SET_ARCHIVE "set.tar.xz"

struct folder {
	const char *directory; /* NULL: not ours */
	int lock;
};

/* Becomes the one that measures into DIR, which exists.  LAB_OK, or LAB_ENVIRONMENT
 * with the complaint made. */
int folder_own(struct folder *folder, const char *directory);
/* Gives it back; nothing remains of the ownership.  Harmless if it is not ours. */
void folder_leave(struct folder *folder);

/* May a new run write into DIR?  Not where one of its names is taken, whoever made that: only
 * what a set of ours says may be made of it anew.  LAB_OK, or LAB_ENVIRONMENT with the
 * complaint made. */
int folder_check_unused(const char *directory);

/* Who measures into DIR now, "process 12 on host h since ..."; NULL: nobody. */
const char *folder_owner(const char *directory);
/* May a command write files into DIR that are made of its results?  Not while
 * somebody measures: the run writes them itself at its end.  `remedy` ends the
 * complaint. */
int folder_check_free(const char *directory, const char *remedy);

/* A fact of DIR/results.db, quietly: NULL if it cannot be had. */
const char *folder_meta(const char *directory, const char *key);

/* Meta "state" from the first pair to the last. */
#define FOLDER_RUNNING "running, or ended without finishing"
/* In the state of a run whose time was over before its plan was done. */
#define BUDGET_OVER "cut by the time budget"
/* The state as a sentence, with the number of pairs, which are counted. */
const char *folder_state(struct store *store);

/* Not one set twice, which would count double or agree with itself.  LAB_OK, or LAB_USAGE
 * with the complaint made. */
int folder_check_distinct(struct store *a, struct store *b);

enum folder_age { FOLDER_SAME, FOLDER_NEWER, FOLDER_OLDER, FOLDER_FORKED };

/* How `set` stands to `other`, another form of the same set. */
enum folder_age folder_compare(struct store *set, struct store *other);

#endif
