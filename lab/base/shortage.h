/* SPDX-License-Identifier: MIT */
/*
 * shortage.h - is an error one of this session's limits, and what helps against it?
 *
 * Such an error says nothing about the file or the program that met it: nothing is to be
 * skipped or taken for missing because of it.
 */
#ifndef LAB_SHORTAGE_H
#define LAB_SHORTAGE_H

#include <stdbool.h>

/* Open files, processes, memory or disk space ran out. */
bool is_shortage(int error);

/* The error, and against a shortage what helps: "Too many open files (raise the limit:
 * ulimit -n)".  The errors of
 * regular.h as well.  Lives until the program ends. */
const char *error_and_remedy(int error);

#endif
