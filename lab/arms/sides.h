/* SPDX-License-Identifier: MIT */
/*
 * sides.h - the sides of trials: any Tokio, as a peer that peers/tokio/side made a folder of.
 *
 * Such a folder lies in the build folder and is looked for there, so that a new side needs no
 * other lab.  The build finds it by the same pattern when it is next asked for a program.
 *
 * Weakness: a folder is taken for a side that can be built; whether it can, the build says.
 */
#ifndef LAB_SIDES_H
#define LAB_SIDES_H

#include <stdbool.h>

#include "lab/base/lab.h"

/* Adds the arms, "tokio-bare-1.54.1-fix.3fa9c1", that are not in the list. */
void side_names(struct strings *names);
/* Is the program, "bench-tokio-bare-1.54.1-counting", one of a side?  Each is made in layouts. */
bool side_is_made(const char *file);

#endif
