/* SPDX-License-Identifier: MIT */
/*
 * heap_bytes.h - how many bytes of the heap are in use: what an arm's block may ask.
 *
 * It is the malloc of this process that is asked, so that an arm in any language is counted
 * alike: mallinfo2() of glibc, what is in use in all its arenas (uordblks) and what it has
 * mapped (hblkhd).  A chunk counts as malloc cuts it, with its header and rounded; what lies
 * free between chunks does not.  Where another malloc serves, or the arm keeps freed tasks
 * for itself (allocator "slab"), nobody can know.
 *
 * Weakness: what was freed into a thread's cache (7 chunks of a size, in later versions more)
 * counts as in use, so a difference is short by as many chunks as come from there.  A reading
 * walks all free chunks and locks each arena in turn.
 */
#ifndef HARNESS_HEAP_BYTES_H
#define HARNESS_HEAP_BYTES_H

#include <stdbool.h>
#include <stdint.h>

/* Is malloc that of glibc, and nobody's in its place? */
bool heap_is_glibc(void);

/* NULL, or why nobody can know (a static string; *bytes is left alone).  From any thread. */
const char *heap_bytes(uint64_t *bytes);

/* Why the last block that asked was told nothing; NULL: nobody was refused.  When no block
 * runs. */
const char *heap_bytes_unknown(void);

#endif
