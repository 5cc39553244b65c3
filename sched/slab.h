/* SPDX-License-Identifier: MIT */
/*
 * slab.h - memory by size class with a cache per thread and no RMW on the fast
 * path.  Source: Bonwick's magazines (USENIX 2001), two magazines per class.
 *
 * Classes are the powers of two from 16 to 2048 bytes; a block of size s is
 * aligned to min(s, 128).  Each thread keeps two lists of up to SLAB_BATCH free
 * blocks per class and trades whole lists with a shared depot under a mutex, so
 * a block may be freed by any thread.  Larger requests go to os_alloc.
 *
 * slab_packed_ has classes of its own, every multiple of 16: a request takes its
 * bytes rounded up to its alignment, so that what alignment costs can be seen.
 * Among powers of two it costs nothing, as there every block of 128 is aligned.
 *
 * Weakness: power-of-two classes waste up to half, packed ones share nothing with
 * requests of nearly the same size and lose the rest of a chunk, and memory returns
 * to the depot but never to the system.  Under AddressSanitizer and ThreadSanitizer
 * slab_alloc is os_alloc, because reuse would hide errors; the slab's own tests
 * switch that off.
 */
#ifndef SCHED_SLAB_H
#define SCHED_SLAB_H

#include "sched/check.h"
#include "sched/os.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SLAB_CLASSES  8u /* 16 << 0 .. 16 << 7 */
#define SLAB_SMALLEST 16u
#define SLAB_LARGEST  2048u
#ifdef SCHED_TINY
#define SLAB_BATCH	    2u
#define SLAB_PACKED_CLASSES 12u /* 16, 32 .. 192 */
#else
#define SLAB_BATCH	    64u
#define SLAB_PACKED_CLASSES (SLAB_LARGEST / SLAB_SMALLEST)
#endif
#define SLAB_PACKED_LARGEST (SLAB_SMALLEST * SLAB_PACKED_CLASSES)
#define SLAB_ALL_CLASSES    (SLAB_CLASSES + SLAB_PACKED_CLASSES) /* these after those */

#if !defined(SLAB_FORCE)
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SLAB_PLAIN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SLAB_PLAIN 1
#endif
#endif
#endif
#ifndef SLAB_PLAIN
#define SLAB_PLAIN 0
#endif

struct slab_block {
	struct slab_block *next;
	struct slab_block *next_list; /* used in the depot only */
};

struct slab_list {
	struct slab_block *first;
	uint32_t count;
};

struct slab_class {
	struct slab_list loaded; /* allocate from and free to this one */
	struct slab_list spare;	 /* empty or full */
};

struct slab_cache {
	struct slab_class classes[SLAB_ALL_CLASSES];
};

/* The slow paths: a new cache, a traded list, a request out of range. */
void *slab_alloc_slow(size_t bytes, size_t align);
void slab_free_slow(void *pointer, size_t bytes, size_t align);
void *slab_packed_alloc_slow(size_t bytes, size_t align);
void slab_packed_free_slow(void *pointer, size_t bytes, size_t align);

/* Class by size in units of SLAB_SMALLEST, rounded up. */
extern const uint8_t slab_class_table[SLAB_LARGEST / SLAB_SMALLEST + 1];

/* Served by a class at all, in this build? */
static inline bool slab_serves(size_t bytes, size_t align)
{
	return !SLAB_PLAIN && SCHED_LIKELY(bytes <= SLAB_LARGEST) && align <= SCHED_LINE;
}

/* Index of the class that serves the request; slab_serves must hold. */
static inline uint32_t slab_class_of(size_t bytes, size_t align)
{
	if (align > SLAB_SMALLEST && align > bytes)
		bytes = align;
	return slab_class_table[(bytes + SLAB_SMALLEST - 1) / SLAB_SMALLEST];
}

/* NULL: go the slow way. */
static inline struct slab_block *slab_take(struct slab_list *loaded)
{
	struct slab_block *block = loaded->first;

	if (SCHED_UNLIKELY(!block))
		return NULL;
	loaded->first = block->next;
	loaded->count--;
	return block;
}

/* false: go the slow way. */
static inline bool slab_put(struct slab_list *loaded, void *pointer)
{
	struct slab_block *block = (struct slab_block *)pointer;

	if (SCHED_UNLIKELY(loaded->count == SLAB_BATCH))
		return false;
	block->next = loaded->first;
	loaded->first = block;
	loaded->count++;
	return true;
}

/* slab_alloc and slab_free, inlined where the size is known or cheap to class. */
static inline void *slab_alloc_inline(size_t bytes, size_t align)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();
	struct slab_block *block;

	if (!slab_serves(bytes, align) || SCHED_UNLIKELY(!cache))
		return slab_alloc_slow(bytes, align);
	block = slab_take(&cache->classes[slab_class_of(bytes, align)].loaded);
	return SCHED_LIKELY(block) ? block : slab_alloc_slow(bytes, align);
}

static inline void slab_free_inline(void *pointer, size_t bytes, size_t align)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();

	if (!slab_serves(bytes, align) || SCHED_UNLIKELY(!cache) ||
	    !slab_put(&cache->classes[slab_class_of(bytes, align)].loaded, pointer))
		slab_free_slow(pointer, bytes, align);
}

/* --------------------------------------------------------------- packed -- */

static inline bool slab_packed_serves(size_t bytes, size_t align)
{
	return !SLAB_PLAIN && bytes - 1 < SLAB_PACKED_LARGEST && align <= SCHED_LINE;
}

/* Index of the class; slab_packed_serves must hold, as to the rounded bytes. */
static inline uint32_t slab_packed_class_of(size_t bytes)
{
	return SLAB_CLASSES + (uint32_t)((bytes + SLAB_SMALLEST - 1) / SLAB_SMALLEST) - 1;
}

/* What a request takes: a multiple of its alignment, so that all of its class are aligned. */
static inline size_t slab_packed_bytes(size_t bytes, size_t align)
{
	return (bytes + align - 1) & ~(align - 1);
}

static inline void *slab_packed_alloc_inline(size_t bytes, size_t align)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();
	size_t taken = slab_packed_bytes(bytes, align);
	struct slab_block *block;

	if (!slab_packed_serves(taken, align) || SCHED_UNLIKELY(!cache))
		return slab_packed_alloc_slow(bytes, align);
	block = slab_take(&cache->classes[slab_packed_class_of(taken)].loaded);
	return SCHED_LIKELY(block) ? block : slab_packed_alloc_slow(bytes, align);
}

static inline void slab_packed_free_inline(void *pointer, size_t bytes, size_t align)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();
	size_t taken = slab_packed_bytes(bytes, align);

	if (!slab_packed_serves(taken, align) || SCHED_UNLIKELY(!cache) ||
	    !slab_put(&cache->classes[slab_packed_class_of(taken)].loaded, pointer))
		slab_packed_free_slow(pointer, bytes, align);
}

/* Out of line, for other languages: NULL if there is no memory.  align is a power
 * of two; free with the same bytes and align.  Any thread may free. */
void *slab_alloc(size_t bytes, size_t align);
void slab_free(void *pointer, size_t bytes, size_t align);

#ifdef __cplusplus
}
#endif
#endif
