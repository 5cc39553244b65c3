/* SPDX-License-Identifier: MIT */
/*
 * store_image.h - a whole store as bytes in memory: those of a database file.
 *
 * An image is what goes from one machine to another.  It is one consistent state, also
 * when a run is adding pairs meanwhile, and equal contents give equal bytes (with one
 * version of SQLite).  All text in it is UTF-8 without characters that a terminal obeys: in a
 * text that is none, which a crashed sample wrote, each byte that is no plain ASCII is a '?'.
 *
 * Whoever opens one trusts nothing in it: tables, keys, references and the type of every
 * value are looked at first, and nothing of it can be changed.
 */
#ifndef LAB_STORE_IMAGE_H
#define LAB_STORE_IMAGE_H

#include "lab/store/store.h"

/* Both: LAB_OK or LAB_ENVIRONMENT with the complaint made. */

/* `image` is to be freed with sqlite3_free. */
int store_to_image(struct store *store, unsigned char **image, size_t *bytes);

/* To read, as store_open does.  The bytes are copied; `path` names them in complaints. */
int store_open_image(struct store *store, const char *path, const void *image, size_t bytes);

#endif
