/* SPDX-License-Identifier: MIT */
/*
 * data.h - the folders of suites and claims, found from where this program lies.
 *
 * An installed program, PREFIX/bin/schedlab, reads PREFIX/share/schedlab.  One that lies where it
 * was built reads the tree that it was built from.  In a tree that was copied or moved as a whole
 * it reads that tree.  Anywhere else it has no data: another tree's suites are never taken for its
 * own.
 */
#ifndef LAB_DATA_H
#define LAB_DATA_H

#include "lab/base/lab.h"

#define DATA_INSTALLED "/share/schedlab" /* below PREFIX; install/CMakeLists.txt */

/* Where this program lies; NULL: /proc, which says it, is not mounted. */
const char *own_directory(void);

/* PREFIX/share/schedlab, with the sources of the programs in src; NULL: it is not installed. */
const char *data_installed(void);

/* `asked` (an option, may be NULL), else what the environment variable says, else the
 * part ("claims", "lab/suites") of the own tree; NULL: there is none, the complaint
 * that names the remedy is made. */
const char *data_folder(const char *asked, const char *variable, const char *part);

/* The names of its files NAME.json, in their order.  0 or an errno. */
int data_names(const char *folder, struct strings *names);

/* What a person types to measure: "scripts/run" in a tree, which builds the lab as well; of an
 * installed lab "schedlab run". */
const char *data_run(void);

/* The own tree, for provenance: "/home/me/schedlab", or "none (why)". */
const char *data_tree(void);

#endif
