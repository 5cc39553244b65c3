/* SPDX-License-Identifier: MIT */
/*
 * asset.h - files that are built into the program: the page's skeleton, style
 * and script, the gnuplot templates, the ledger of the twin, and the variables that
 * may reach a program.
 *
 * embed.cmake writes the table at build time, so nothing of the source tree is
 * needed when a report is made.
 */
#ifndef LAB_ASSET_H
#define LAB_ASSET_H

#include <stddef.h>

struct asset {
	const char *name; /* of the file */
	const char *text; /* ends with a zero byte that `bytes` does not count */
	size_t bytes;
	const char *sha256; /* base64, as a Content-Security-Policy wants it */
};

extern const struct asset asset_table[];
extern const size_t asset_count;

/* The asset must exist. */
const struct asset *asset_find(const char *name);

#endif
