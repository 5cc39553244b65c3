/* SPDX-License-Identifier: MIT */
/*
 * environment.h - what of the person's environment reaches a program we start.
 *
 * A locale changes how numbers are written, MALLOC_* what is measured, HWLOC_* which
 * machine is seen.  So nothing passes but what scripts/environment.tsv lists (scripts read
 * the same file), and LC_ALL is C.UTF-8.  Weakness: files that a program reads by
 * itself are not closed by this; gnuplot is told not to read them, and nothing else
 * that the lab starts has any.
 */
#ifndef LAB_ENVIRONMENT_H
#define LAB_ENVIRONMENT_H

/* For a new program: what may pass of `environ`, and `preload` as LD_PRELOAD unless it
 * is NULL.  In one malloc'ed block, whose texts are those of `environ`. */
char **environment_closed(const char *preload);

/* For a compiler and what calls it: what else the list lets pass to builds, of the environment as
 * it was before it was closed. */
char **environment_for_build(void);

/* The value of a variable before the environment was closed; NULL: it was not set. */
const char *environment_original(const char *name);

/* What passes to programs, for this process, so that its libraries obey it as well.  Once, at the start. */
void environment_close(void);

/* "LC_ALL=C.UTF-8; passed: HOME PATH TERM", by name, without values, which may be private. */
const char *environment_passed(void);

#endif
