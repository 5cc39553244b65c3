/* SPDX-License-Identifier: MIT */
/* heap.c - see heap.h. */
#include "harness/heap.h"

#include <errno.h>
#include <stdlib.h>

/* More than any chunk that was freed before main had a say: those would be taken
 * instead, and nothing would move.  Less than what is mapped (128 KiB). */
#define BASE_BYTES 65536u

/* Kept in sight: not to be optimised away, and no leak to a leak checker. */
static void *volatile moved_by;

int heap_move(uint32_t bytes)
{
	moved_by = malloc(BASE_BYTES + bytes);
	return moved_by ? 0 : -ENOMEM;
}
