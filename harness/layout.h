/* SPDX-License-Identifier: MIT */
/*
 * layout.h - which of the layouts of its arm this program is.
 *
 * Code and data of one source can lie in memory in many ways, and that alone
 * moves a cell by per cents.  Layout 0 is what compiler and linker make of it;
 * others (cmake/SchedlabLayouts.cmake) are linked with a generated object in the
 * place of layout.c.
 */
#ifndef HARNESS_LAYOUT_H
#define HARNESS_LAYOUT_H

struct layout {
	int number;	     /* 0, or the N of bench-X@N */
	const char *made_of; /* for people: link order, alignment, padding */
};
extern const struct layout layout_self;

#endif
