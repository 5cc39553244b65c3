/* SPDX-License-Identifier: MIT */
/*
 * fence.h - memory that ends where it ends, and may be refused: for programs of one file that are
 * linked with --wrap of malloc, calloc and free.
 *
 * A block lies at the end of a page, and nobody may read or write the next one.  Blocks are
 * aligned to 16 bytes, as malloc's are, so that up to 15 bytes may follow: what is written there
 * shows when the block is freed, what is read there does not.  New memory is full of ones, which
 * as a double are no number.  Nothing is given for 0 bytes, as the standard allows.
 *
 * Weakness: what a shared library allocates is not seen.  Not thread-safe.
 */
#ifndef LAB_TEST_FENCE_H
#define LAB_TEST_FENCE_H

#include "check.h"

#include <sys/mman.h>
#include <unistd.h>

#define FENCES	   64
#define FENCE_ROOM 0x5a

static struct fence {
	unsigned char *block, *map;
	size_t bytes, length; /* of the block; of the map without the page behind it */
} fences[FENCES];

/* Calls of malloc and calloc; the one that is refused, 0: none; and blocks not yet freed. */
static size_t fence_calls, fence_refused, fence_live;

void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);
void __real_free(void *block);
void __wrap_free(void *block);

static inline struct fence *fence_find(const void *block)
{
	for (size_t i = 0; i < FENCES; i++)
		if (fences[i].block == block)
			return &fences[i];
	return NULL;
}

/* A block; NULL: 0 bytes. */
static inline void *fence_new(size_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), room = (bytes + 15) / 16 * 16;
	struct fence *fence = fence_find(NULL);

	if (bytes == 0)
		return NULL;
	assert_non_null(fence);
	fence->bytes = bytes;
	fence->length = (room + page - 1) / page * page;
	fence->map = mmap(NULL, fence->length + page, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_true(fence->map != MAP_FAILED);
	assert_int_equal(mprotect(fence->map + fence->length, page, PROT_NONE), 0);
	fence->block = fence->map + fence->length - room;
	memset(fence->block, 0xff, bytes);
	memset(fence->block + bytes, FENCE_ROOM, room - bytes);
	return fence->block;
}

/* The same memory as somewhere else, fenced. */
static inline void *fence_copy(const void *from, size_t bytes)
{
	void *block = fence_new(bytes);

	if (bytes > 0)
		memcpy(block, from, bytes);
	return block;
}

static inline void fence_end(void *block)
{
	struct fence *fence = fence_find(block);

	if (block == NULL)
		return;
	assert_non_null(fence);
	for (unsigned char *at = fence->block + fence->bytes; at < fence->map + fence->length; at++)
		assert_int_equal(*at, FENCE_ROOM);
	assert_int_equal(munmap(fence->map, fence->length + (size_t)sysconf(_SC_PAGESIZE)), 0);
	fence->block = NULL;
}

void *__wrap_malloc(size_t bytes)
{
	if (++fence_calls == fence_refused || bytes == 0)
		return NULL;
	fence_live++;
	return fence_new(bytes);
}

void *__wrap_calloc(size_t count, size_t bytes)
{
	void *block = __wrap_malloc(count * bytes);

	if (block != NULL)
		memset(block, 0, count * bytes);
	return block;
}

/* What is not ours came from a library. */
void __wrap_free(void *block)
{
	if (block == NULL || fence_find(block) == NULL) {
		__real_free(block);
		return;
	}
	fence_live--;
	fence_end(block);
}

#endif
