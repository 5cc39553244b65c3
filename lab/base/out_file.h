/* SPDX-License-Identifier: MIT */
/*
 * out_file.h - files that are written: with the complaint when they cannot be.
 *
 * What can be made again from a database is written in its place (out_create).  A
 * struct out_file is there whole or not at all: it grows as PATH.part and gets its name
 * when everything is on the disk.  What a killed program leaves behind is PATH.part,
 * which the next one overwrites; one that is being written is left to its writer.
 */
#ifndef LAB_OUT_FILE_H
#define LAB_OUT_FILE_H

#include <stdio.h>

#include "lab/base/lab.h"

/* The folders that the path lies in, where they are missing; what cannot be made is not told. */
void make_parents(const char *path);
/* ... and itself.  0 or an errno. */
int make_folder(const char *path);

/* A regular file, from its beginning.  NULL with the complaint made. */
FILE *out_create(const char *path);
/* A write that failed is found out here: LAB_OK or LAB_ENVIRONMENT with the complaint made,
 * which `remedy` ends: "or give another place". */
int out_close(FILE *file, const char *path, const char *remedy);

struct out_file {
	const char *path, *part;
	FILE *file; /* to write to; NULL once closed */
	int lock;   /* the part is ours; -1: not locked */
};

/* These: LAB_OK or LAB_ENVIRONMENT with the complaint made. */

/* Refuses a path that is taken, unless `replace`. */
int out_file_open(struct out_file *out, const char *path, bool replace);
/* Closes; if a write failed, the part is removed. */
int out_file_close(struct out_file *out);
/* After out_file_close: gives it its name. */
int out_file_keep(struct out_file *out);
/* Whatever state it is in: nothing is left. */
void out_file_drop(struct out_file *out);
/* All of that, by how writing to it went. */
int out_file_end(struct out_file *out, int status);

#endif
