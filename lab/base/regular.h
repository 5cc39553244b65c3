/* SPDX-License-Identifier: MIT */
/*
 * regular.h - opens regular files only.
 *
 * A pipe or a device in the place of a file would keep the lab waiting without end, or
 * answer anything.  Such a one is refused without a wait.
 */
#ifndef LAB_REGULAR_H
#define LAB_REGULAR_H

#include <stdio.h>

/* To read.  NULL with errno set: EISDIR, EMEDIUMTYPE for what else is no regular file. */
FILE *regular_open(const char *path);
/* To write from its beginning; it is created if need be. */
FILE *regular_create(const char *path);
/* The same, and what is in it stays until it is written over. */
FILE *regular_write(const char *path);

#endif
