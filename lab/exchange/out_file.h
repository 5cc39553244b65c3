/* SPDX-License-Identifier: MIT */
/*
 * out_file.h - a file that is there whole or not at all.
 *
 * It grows as PATH.part and gets its name when everything is on the disk.  What
 * a killed program leaves behind is PATH.part, which the next one overwrites.
 * Each function: LAB_OK or LAB_ENVIRONMENT with the complaint made.
 */
#ifndef LAB_EXCHANGE_OUT_FILE_H
#define LAB_EXCHANGE_OUT_FILE_H

#include <stdio.h>

#include "lab/base/lab.h"

struct out_file {
	const char *path, *part;
	FILE *file; /* to write to; NULL once closed */
};

/* Refuses a path that is taken, unless `replace`. */
int out_file_open(struct out_file *out, const char *path, bool replace);
/* Closes; a write that failed is found out here, and the part is removed. */
int out_file_close(struct out_file *out);
/* After out_file_close: gives it its name. */
int out_file_keep(struct out_file *out);
/* Whatever state it is in: nothing is left. */
void out_file_drop(struct out_file *out);

#endif
