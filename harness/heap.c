/* SPDX-License-Identifier: MIT */
/* heap.c - see heap.h. */
#include "harness/heap.h"

#include <errno.h>
#include <stdlib.h>

#include "harness/heap_bytes.h"

/* More than any chunk that was freed before main had a say: those would be taken
 * instead, and nothing would move.  Less than what is mapped (128 KiB). */
#define BASE_BYTES 65536u

/* Kept in sight: not to be optimised away, and no leak to a leak checker. */
static void *volatile moved_by, *volatile taken_last;

/* Above it malloc keeps no chunks by size (tcache), so what comes from behind all others can
 * be given back there. */
#define SMALL_BYTES 1032u
#define STEP_BYTES  16u
/* More than the harness frees: where addresses do not rise, enough is enough. */
#define TAKEN_MOST (4u << 20)

int heap_move(uint32_t bytes)
{
	moved_by = malloc(BASE_BYTES + bytes);
	return moved_by ? 0 : -ENOMEM;
}

/* Takes chunks of that size until one comes from behind `last`, or there is no room for more; how
 * many bytes it kept. */
static size_t take_freed(size_t bytes, const char *last, size_t room)
{
	size_t taken = 0;
	char *chunk = NULL;

	while (chunk < last && taken + bytes <= room) {
		chunk = malloc(bytes);
		if (!chunk)
			return room;
		taken_last = chunk;
		taken += bytes;
	}
	if (bytes > SMALL_BYTES && chunk > last) {
		free(chunk);
		taken -= bytes;
	}
	return taken;
}

void heap_settle(void)
{
	size_t taken = 0;
	char *last = heap_is_glibc() ? malloc(BASE_BYTES) : NULL;

	for (size_t bytes = BASE_BYTES; last && bytes >= STEP_BYTES; bytes -= STEP_BYTES)
		taken += take_freed(bytes, last, TAKEN_MOST - taken);
	taken_last = last;
}
