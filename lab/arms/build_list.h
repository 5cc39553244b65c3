/* SPDX-License-Identifier: MIT */
/*
 * build_list.h - arms.txt of a build folder: what was ever asked for there.
 *
 * A line is "arm ARM FLAVOUR" or "preset FILE", as variants/CMakeLists.txt reads it.  A line that
 * is neither would stop every later build: it is dropped, and said.
 */
#ifndef LAB_BUILD_LIST_H
#define LAB_BUILD_LIST_H

#include "lab/arms/build.h"

/* Adds what is not there yet, and the presets that were given.  LAB_OK, or LAB_ENVIRONMENT with the
 * complaint made. */
int build_list_add(const char *folder, const struct wanted *wanted);

#endif
