/* SPDX-License-Identifier: MIT */
/*
 * manifest.h - MANIFEST: which files a packed set has, and what they must be.
 *
 *   schedlab result set
 *   format 3
 *   set 0f6c... (32 hex digits; "-": the run gave none)
 *   results.db 24399872 9a3b11c0    one line a file: name, bytes, CRC-32
 *   ...
 *   end 5c07d1aa                    CRC-32 of everything above
 *
 * A file that is changed, missing or of no set is named.  The check finds accidents;
 * whoever wants to deceive can compute a CRC.
 */
#ifndef LAB_EXCHANGE_MANIFEST_H
#define LAB_EXCHANGE_MANIFEST_H

#include "lab/exchange/bundle.h"

#define MANIFEST_FORMAT 3 /* 1 and 2 were tables as text, in a folder or a tar.gz */

/* Of the other files of the bundle.  `set_id` may be NULL. */
void manifest_write(struct bundle *bundle, const char *set_id);

/* LAB_OK, or LAB_ENVIRONMENT with the complaint made; `where` names the set. */
int manifest_check(const struct bundle *bundle, const char *where);

/* The format of a MANIFEST; 0 if it is none. */
int manifest_format(const char *text);
/* The identity of the set; NULL if it has none. */
const char *manifest_set_id(const char *text);

#endif
