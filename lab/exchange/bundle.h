/* SPDX-License-Identifier: MIT */
/*
 * bundle.h - a set's files in memory, wherever they come from or go to.
 *
 * Between the database and a directory or an archive stands this, so that a set
 * is checked whole before anything of it is used, and an archive is never
 * unpacked onto the disk.  Weakness: a set has to fit into memory (3 MB for
 * 1,000 pairs).
 */
#ifndef LAB_EXCHANGE_BUNDLE_H
#define LAB_EXCHANGE_BUNDLE_H

#include <stdio.h>

#include "lab/base/lab.h"

#define BUNDLE_FILES 32u /* more than a set has names for */

struct bundle_file {
	const char *name;
	char *bytes; /* malloc'ed, with a NUL behind them */
	size_t size;
};

struct bundle {
	struct bundle_file files[BUNDLE_FILES];
	size_t count;
};

/* A new file to be written; whole after bundle_end.  Both exit if there is no
 * memory. */
FILE *bundle_begin(struct bundle *bundle, const char *name);
void bundle_end(FILE *out);
/* Takes the malloc'ed `bytes` over. */
void bundle_add(struct bundle *bundle, const char *name, char *bytes, size_t size);
struct bundle_file *bundle_find(struct bundle *bundle, const char *name);
void bundle_sort(struct bundle *bundle); /* by name */
void bundle_free(struct bundle *bundle);

/* All of these: LAB_OK or LAB_ENVIRONMENT with the complaint made. */

/* Replaces the files of an older form of the same set: all of them or none. */
int bundle_to_directory(struct bundle *bundle, const char *directory);
/* Only files of a set are read; what else is in the directory is no part of it. */
int bundle_from_directory(struct bundle *bundle, const char *directory);

/* A tar.gz with everything in one folder; equal sets give equal bytes. */
int bundle_to_archive(struct bundle *bundle, const char *path, const char *folder);
/* Refuses everything that is not a plain file of a set, by name.  `folder`: the
 * name of the one it is in. */
int bundle_from_archive(struct bundle *bundle, const char *path, const char **folder);

/* A name that may be made into a folder: letters, digits, "._+-", no dot first. */
bool is_folder_name(const char *name);

#endif
