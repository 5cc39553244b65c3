/* SPDX-License-Identifier: MIT */
/*
 * build.h - builds the programs of a plan, just those: where this program was built, or, of an
 * installed lab, in the person's cache (build_place.c).
 *
 * Mechanism: arms.txt of the build folder lists what was ever asked for, variants/CMakeLists.txt
 * makes targets of it, and the build system knows by sources, flags and compiler what is old.
 * One schedlab builds at a time.  Weakness: the list only grows; delete it to forget.
 */
#ifndef LAB_BUILD_H
#define LAB_BUILD_H

#include <stdbool.h>

#include "lab/base/lab.h"

#define BUILD_LAYOUTS 4 /* of an arm: SchedlabLayouts.cmake */

/* A program: an arm's build of some flavour, in one layout or in all of them. */
struct wanted_program {
	const char *arm, *flavour;
	bool in_layouts;
};

struct wanted {
	struct wanted_program *programs;
	size_t count;
};

/* Once, whoever asks; in all layouts if one who asks wants them. */
void wanted_add(struct wanted *wanted, const char *arm, const char *flavour, bool in_layouts);

/* The build folder of this program, of an installed one whether it was made already or not; NULL:
 * there is none, or nothing can be built there, and `why` says so. */
const char *build_folder(const char **why);
/* The same, made and configured if it was not yet. */
const char *build_open(const char **why);
/* Where the programs lie that were built, else those that were installed. */
const char *build_programs(void);
/* Waits until nobody else builds in the folder; a file to close, or a negative errno. */
int build_lock(const char *folder);

/* "bench-tokio+pop.null-counting" */
const char *program_file(const char *arm, const char *flavour);
/* bench-X, or bench-X-counting, for each layout: "bench-tokio@1". */
void wanted_files(const struct wanted *wanted, struct strings *files);

/* Presets that were built in the folder before are presets again, if their files are there and
 * their names free. */
void build_known_presets(const char *folder);
/* The arms that were ever asked for in the folder. */
void build_known(const char *folder, struct strings *arms);

/* LAB_OK, or LAB_ENVIRONMENT with the complaint made: with the first error of the compiler, and
 * where the rest is.  A peer that cannot be built is left out, and said. */
int build_wanted(const char *folder, const struct wanted *wanted);

#endif
