/* SPDX-License-Identifier: MIT */
/*
 * program.h - is the program that runs still the one that was described?
 *
 * A build may replace a program while a run goes on, and pairs of two builds do not belong
 * into one row.  What the system says of the file (device, inode, size, both times) is kept
 * from before the program is asked what it is; where that has changed, its bytes tell.
 *
 * Weakness: the libraries that it loads are not looked at, and of a script only the script.
 * Not thread-safe.
 */
#ifndef LAB_PROGRAM_H
#define LAB_PROGRAM_H

#include <stdbool.h>

struct program;

/* As the file is now; lives until the lab ends. */
struct program *program_look(const char *path);

/* Of the bytes it had when it was looked at (FNV-1a, 64 bits, hexadecimal), read once;
 * "unreadable" if they cannot be read, "replaced" if it is another file by then. */
const char *program_hash(struct program *program);

/* Asked after each start: of a program that was replaced before, the file tells. */
bool program_is_replaced(struct program *program);

#endif
