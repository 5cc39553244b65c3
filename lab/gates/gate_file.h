/* SPDX-License-Identifier: MIT */
/*
 * gate_file.h - small files of /proc and /sys, below a root, read or explained.
 *
 * Every function returns false and fills `why` (GATE_WHY_BYTES) with "PATH:
 * reason" when the file is missing, empty, too long or not what it should be; the
 * path is named without the root.  A line without its newline was cut, and so was
 * the number in it: it does not count.  Nothing is allocated that outlives a call.
 */
#ifndef LAB_GATES_GATE_FILE_H
#define LAB_GATES_GATE_FILE_H

#include <hwloc/bitmap.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lab/gates/snapshot.h"

#define GATE_PATH_BYTES 1024

/* The whole file, NUL-terminated. */
bool file_text(const char *root, const char *path, char *text, size_t bytes, char *why);

/* The first line, without its newline. */
bool file_line(const char *root, const char *path, char *text, size_t bytes, char *why);

/* A file that is one whole number, possibly negative. */
bool file_number(const char *root, const char *path, int64_t *number, char *why);

/* A file that is a list of CPUs, "0-3,8". */
bool file_cpus(const char *root, const char *path, hwloc_bitmap_t cpus, char *why);

/* The CPUs that are online; at least one. */
bool file_cpus_online(const char *root, hwloc_bitmap_t cpus, char *why);

/* The number behind `key` in a file of lines "key number" or "key: number". */
bool file_key(const char *root, const char *path, const char *key, int64_t *number, char *why);

/* The list of CPUs behind `key` in a file of such lines; at least one CPU. */
bool file_cpus_of_key(const char *root, const char *path, const char *key, hwloc_bitmap_t cpus,
		      char *why);

bool file_exists(const char *root, const char *path);

#endif
