/* SPDX-License-Identifier: MIT */
/*
 * build_step.h - one command of a build: its output goes to a log, where it is to the terminal.
 *
 * Ninja says "[12/84]" before each step, from which comes what is left.  Weakness: of a command
 * that says nothing of the kind only its name is shown.
 */
#ifndef LAB_BUILD_STEP_H
#define LAB_BUILD_STEP_H

/* 0 with `how` its wait status, or a negative errno: it did not start.  Not on a terminal `doing`
 * is one line at the beginning. */
int build_step(char *const *argv, const char *log, const char *doing, int *how);

/* The first line of a log that looks like the compiler's own, else the last one. */
const char *build_first_error(const char *log);

#endif
