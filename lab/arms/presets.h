/* SPDX-License-Identifier: MIT */
/*
 * presets.h - the presets of variants/, what each sets, and the peers that can be built.
 *
 * The preprocessor says at build time what a preset's file comes to (presets.cmake), so that
 * nothing here repeats it.  A preset that lies elsewhere is known by its file only.
 */
#ifndef LAB_PRESETS_H
#define LAB_PRESETS_H

#include <stdbool.h>
#include <stddef.h>

#include "lab/base/lab.h"

struct preset {
	const char *name;
	const char *what;  /* its one line */
	const char *knobs; /* "SCHED_POP=POP_NULL SCHED_LIFO_SLOTS=4 ..."; "": it has none */
};

extern const struct preset preset_table[];
extern const size_t preset_count;

/* NULL: there is none of that name. */
const struct preset *preset_find(const char *name);
/* The sentence of that: the nearest name, or the next one. */
const char *preset_unknown(const char *name);
/* NULL, or that a file of variants/ came after this program was built, and the remedy. */
const char *preset_newer(const char *name);
void preset_names(struct strings *names);

/* A preset from anywhere, FILE.c, from now on one of them.  LAB_OK or LAB_USAGE with the
 * complaint made: its name is taken or cannot be one, or it sets a knob that there is not. */
int preset_add(const char *file);
/* Does the file set only knobs and hooks that there are?  LAB_OK or LAB_USAGE, complaint made. */
int preset_check(const char *path);
/* One that was built before, by its full path: not if its name is taken or its file gone, which is
 * no fault. */
void preset_add_again(const char *path);
/* The files that were added. */
const struct strings *preset_files(void);

/* The rows of peers that this build can make, "tokio-bare". */
void peer_names(struct strings *names);
/* Is it no arm of a preset?  Names with a dash are peers, whether they can be made here or not. */
bool is_peer(const char *name);
/* Can this build make the program, "bench-tokio-bare-counting", and in layouts? */
bool peer_is_made(const char *file, bool in_layouts);

#endif
