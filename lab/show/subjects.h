/* SPDX-License-Identifier: MIT */
/*
 * subjects.h - what there is to name: axes, hooks, arms, workloads, claims, suites, peers.
 *
 * Each subject is JSON first, an array of objects, and a screen of text made of it.  To add one:
 * a row of the table in subjects.c.
 */
#ifndef LAB_SUBJECTS_H
#define LAB_SUBJECTS_H

#include <stdbool.h>

/* `name`: of one axis, its values; else NULL.  LAB_OK, LAB_USAGE or LAB_ENVIRONMENT, complaint
 * made. */
int subject_print(const char *subject, const char *name, bool as_json);

#endif
