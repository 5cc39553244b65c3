/* SPDX-License-Identifier: MIT */
/*
 * manifest.h - MANIFEST: which files are a set, and what they must be.
 *
 *   schedlab result set
 *   format 2
 *   set 0f6c... (32 hex digits; "-": the run gave none)
 *   blocks.csv 1201 9a3b11c0    one line a file: name, lines, CRC-32
 *   ...
 *   end 5c07d1aa                CRC-32 of everything above
 *
 * A file that is cut, changed, missing or of no set is named.  The check finds
 * accidents; whoever wants to deceive can compute a CRC.
 */
#ifndef LAB_EXCHANGE_MANIFEST_H
#define LAB_EXCHANGE_MANIFEST_H

#include "lab/exchange/bundle.h"
#include "lab/store/folder.h"

#define MANIFEST_FORMAT 2 /* 1: without heap placements; is read too */

/* Sorts the bundle and adds the file.  `set_id` may be NULL. */
void manifest_write(struct bundle *bundle, const char *set_id);

/* LAB_OK, or LAB_ENVIRONMENT with the complaint made; `where` names the set.
 * `set_id`: NULL if it has none. */
int manifest_check(struct bundle *bundle, const char *where, const char **set_id);

/* The identity alone, from the file's text; NULL if it is none. */
const char *manifest_set_id(const char *text);

#endif
