/* SPDX-License-Identifier: MIT */
/*
 * bundle.h - a packed set in memory: the files of its archive.
 *
 * An archive is a tar compressed by xz with one folder, named like the set, and in it these
 * files.  results.db is the store; provenance.json and topology.xml say for people what is
 * in there as well.  Nothing is ever unpacked onto the disk.
 */
#ifndef LAB_EXCHANGE_BUNDLE_H
#define LAB_EXCHANGE_BUNDLE_H

#include "lab/base/lab.h"

/* In the order of the archive: what identifies a set comes first. */
enum bundle_name {
	BUNDLE_MANIFEST,
	BUNDLE_DATABASE,
	BUNDLE_PROVENANCE,
	BUNDLE_TOPOLOGY,
	BUNDLE_FILES
};
extern const char *const bundle_names[BUNDLE_FILES];

struct bundle {
	struct {
		char *bytes; /* malloc'ed, with a NUL behind them; NULL: there is none */
		size_t size;
	} files[BUNDLE_FILES];
	const char *folder; /* what the set is called */
};

void bundle_free(struct bundle *bundle);

/* These: LAB_OK or LAB_ENVIRONMENT with the complaint made. */

/* Equal bundles give equal bytes.  A file that is there is not overwritten. */
int bundle_write(const struct bundle *bundle, const char *path);
/* Refuses, by name, everything that is not a plain file of a packed set. */
int bundle_read(struct bundle *bundle, const char *path);
/* The MANIFEST of an archive alone, quietly; NULL if it cannot be had. */
const char *bundle_peek(const char *path);

/* A name that may be made into a folder: letters, digits, "._+-", no dot first; not longer than
 * an archive has room for. */
bool is_folder_name(const char *name);

#endif
