/* SPDX-License-Identifier: MIT */
/* arena.c - a bump allocator with a map from granules to blocks. */
#include "verify/exec/engine/arena.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "verify/exec/engine/sanitizer.h"

#define GRANULE	      16u
#define PATTERN_NEW   0xa5
#define PATTERN_FREED 0xdd

/* Where ThreadSanitizer wants an application's memory it leaves no room for what
 * AddressSanitizer allows. */
#if SANITIZER_ADDRESS
#define ARENA_BASE ((char *)0x200000000000)
#else
#define ARENA_BASE ((char *)0x4000000000)
#endif

static struct arena_block *blocks;
static size_t block_count;
static size_t block_room;
static uint32_t *owners; /* per granule: index of the block + 1 */
static size_t used;

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0
#endif

static void *reserve(void *base, size_t bytes)
{
	return mmap(base, bytes, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | (base ? MAP_FIXED_NOREPLACE : 0),
		    -1, 0);
}

int arena_init(void)
{
	void *base;

	if (owners)
		return 0;
	base = reserve(ARENA_BASE, ARENA_BYTES);
	if (base == MAP_FAILED)
		return -errno;
	if (base != ARENA_BASE) {
		munmap(base, ARENA_BYTES);
		return -EBUSY;
	}
	owners = reserve(NULL, ARENA_BYTES / GRANULE * sizeof(*owners));
	if ((void *)owners == MAP_FAILED) {
		owners = NULL;
		munmap(base, ARENA_BYTES);
		return -ENOMEM;
	}
	sanitizer_poison(ARENA_BASE, ARENA_BYTES);
	return 0;
}

void arena_reset(void)
{
	memset(owners, 0, used / GRANULE * sizeof(*owners));
	sanitizer_poison(ARENA_BASE, used);
	used = 0;
	block_count = 0;
}

static bool grow_blocks(void)
{
	size_t room = block_room ? 2 * block_room : 1024;
	struct arena_block *grown = realloc(blocks, room * sizeof(*blocks));

	if (!grown)
		return false;
	blocks = grown;
	block_room = room;
	return true;
}

void *arena_alloc(size_t bytes, size_t align, uint32_t thread, const struct mc_site *site)
{
	size_t mask = (align > GRANULE ? align : GRANULE) - 1;
	size_t start = (used + GRANULE + mask) & ~mask; /* a granule of nobody's before it */
	size_t end = (start + (bytes ? bytes : 1) + GRANULE - 1) & ~(size_t)(GRANULE - 1);

	if (end < start || end > ARENA_BYTES)
		return NULL;
	if (block_count == block_room && !grow_blocks())
		return NULL;
	blocks[block_count++] = (struct arena_block){ .start = ARENA_BASE + start,
						      .bytes = bytes,
						      .allocated = site,
						      .allocated_by = thread };
	for (size_t granule = start / GRANULE; granule < end / GRANULE; granule++)
		owners[granule] = (uint32_t)block_count;
	used = end;
	sanitizer_unpoison(ARENA_BASE + start, bytes);
	memset(ARENA_BASE + start, PATTERN_NEW, bytes);
	return ARENA_BASE + start;
}

void arena_free(struct arena_block *block, uint32_t thread, const struct mc_site *site)
{
	block->freed = site;
	block->freed_by = thread;
	memset(block->start, PATTERN_FREED, block->bytes);
	sanitizer_poison(block->start, block->bytes);
}

bool arena_has(const void *address)
{
	return (const char *)address >= ARENA_BASE &&
	       (const char *)address < ARENA_BASE + ARENA_BYTES;
}

size_t arena_offset(const void *address)
{
	return (size_t)((const char *)address - ARENA_BASE);
}

struct arena_block *arena_block_of(const void *address)
{
	uint32_t owner = owners[arena_offset(address) / GRANULE];

	return owner ? &blocks[owner - 1] : NULL;
}

const struct arena_block *arena_first_live(size_t *count, size_t *bytes)
{
	const struct arena_block *first = NULL;

	*count = 0;
	*bytes = 0;
	for (size_t i = 0; i < block_count; i++) {
		if (blocks[i].freed)
			continue;
		first = first ? first : &blocks[i];
		++*count;
		*bytes += blocks[i].bytes;
	}
	return first;
}

static bool is_scribbled(const struct arena_block *block, size_t *at)
{
	for (size_t i = 0; i < block->bytes; i++) {
		if ((unsigned char)block->start[i] != PATTERN_FREED) {
			*at = i;
			return true;
		}
	}
	return false;
}

const struct arena_block *arena_first_scribbled(size_t *at)
{
	if (SANITIZER_ADDRESS)
		return NULL; /* it has stopped the write itself */
	for (size_t i = 0; i < block_count; i++)
		if (blocks[i].freed && is_scribbled(&blocks[i], at))
			return &blocks[i];
	return NULL;
}
