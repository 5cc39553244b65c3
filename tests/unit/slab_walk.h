/* SPDX-License-Identifier: MIT */
/*
 * slab_walk.h - the slab inside the test: where each of its blocks is while nobody has one.
 *
 * What the slab took from the system is known here, so what is missing from the free lists is
 * lost, and what stands there twice will be served twice.
 */
#ifndef TESTS_UNIT_SLAB_WALK_H
#define TESTS_UNIT_SLAB_WALK_H

#include "sched/os.h"

static void *walk_alloc(size_t bytes, size_t align);
static void walk_free(void *pointer, size_t bytes);
#define os_alloc walk_alloc
#define os_free	 walk_free
#include "sched/slab.c"
#undef os_alloc
#undef os_free

#include "tests/support/support.h"

#define WALK_CHUNKS 512

struct walk_chunk {
	char *start;
	bool is_free[CHUNK_BYTES / SLAB_SMALLEST]; /* by the first unit of a block */
};

static struct {
	struct walk_chunk chunks[WALK_CHUNKS];
	struct os_mutex mutex; /* threads take chunks as well */
	uint32_t chunk_count;
	uint32_t others; /* caches, and requests out of range */
	bool is_scarce;	 /* no memory is left */
} walk;

static void *walk_alloc(size_t bytes, size_t align)
{
	void *memory = NULL;

	os_mutex_lock(&walk.mutex);
	if (!walk.is_scarce)
		memory = os_alloc(bytes, align);
	if (memory && bytes == CHUNK_BYTES && walk.chunk_count < WALK_CHUNKS)
		walk.chunks[walk.chunk_count++].start = (char *)memory;
	else
		walk.others += memory != NULL;
	os_mutex_unlock(&walk.mutex);
	return memory;
}

static void walk_free(void *pointer, size_t bytes)
{
	os_mutex_lock(&walk.mutex);
	walk.others--;
	os_mutex_unlock(&walk.mutex);
	os_free(pointer, bytes);
}

static void walk_set_scarce(bool is_scarce)
{
	os_mutex_lock(&walk.mutex);
	walk.is_scarce = is_scarce;
	os_mutex_unlock(&walk.mutex);
}

/* In a chunk, where a block of this size can be, and not found before. */
static void walk_block(const struct slab_block *block, size_t bytes)
{
	const char *address = (const char *)block;

	for (uint32_t i = 0; i < walk.chunk_count; i++) {
		struct walk_chunk *chunk = &walk.chunks[i];
		size_t offset = (size_t)(address - chunk->start);

		if (address < chunk->start || offset >= CHUNK_BYTES)
			continue;
		assert_int_equal(offset % bytes, 0);
		for (size_t unit = 0; unit < bytes / SLAB_SMALLEST; unit++) {
			assert_false(chunk->is_free[offset / SLAB_SMALLEST + unit]);
			chunk->is_free[offset / SLAB_SMALLEST + unit] = true;
		}
		return;
	}
	fail_msg("a block is in none of the chunks");
}

/* Has as many blocks as it says; returns its bytes. */
static size_t walk_list(struct slab_list list, size_t bytes)
{
	uint32_t count = 0;

	for (const struct slab_block *block = list.first; block; block = block->next, count++)
		walk_block(block, bytes);
	assert_int_equal(count, list.count);
	assert_true(count <= SLAB_BATCH);
	return count * bytes;
}

static size_t walk_class(uint32_t index)
{
	const struct slab_cache *cache = (const struct slab_cache *)os_cache();
	size_t bytes = block_bytes(index);
	size_t sum = depot[index].fresh_bytes + walk_list(depot[index].partial, bytes);

	for (struct slab_block *first = depot[index].lists; first; first = first->next_list) {
		struct slab_list full = { first, SLAB_BATCH };

		sum += walk_list(full, bytes);
	}
	if (!cache)
		return sum;
	return sum + walk_list(cache->classes[index].loaded, bytes) +
	       walk_list(cache->classes[index].spare, bytes);
}

/* Nobody has a block, no other thread is left: each byte of each chunk is free, once. */
static void expect_all_free(void)
{
	size_t sum = 0;

	for (uint32_t i = 0; i < walk.chunk_count; i++)
		memset(walk.chunks[i].is_free, 0, sizeof(walk.chunks[i].is_free));
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++)
		sum += walk_class(i);
	assert_true(walk.chunk_count < WALK_CHUNKS);
	assert_int_equal(sum, walk.chunk_count * (size_t)CHUNK_BYTES);
	assert_int_equal(walk.others, os_cache() != NULL);
}

#endif
