/* SPDX-License-Identifier: MIT */
/* slab.c - the slow paths of the slab: caches, the depot, fresh memory. */
#include "sched/slab.h"

#define CHUNK_BYTES 65536u

#define TWO(c)	      c, c
#define FOUR(c)	      TWO(c), TWO(c)
#define EIGHT(c)      FOUR(c), FOUR(c)
#define SIXTEEN(c)    EIGHT(c), EIGHT(c)
#define THIRTY_TWO(c) SIXTEEN(c), SIXTEEN(c)
#define SIXTY_FOUR(c) THIRTY_TWO(c), THIRTY_TWO(c)

const uint8_t slab_class_table[SLAB_LARGEST / SLAB_SMALLEST + 1] = {
	0, 0, 1, TWO(2), FOUR(3), EIGHT(4), SIXTEEN(5), THIRTY_TWO(6), SIXTY_FOUR(7)
};

/* Full lists that threads gave back, and memory not yet cut into blocks. */
struct depot_class {
	struct os_mutex mutex;
	struct slab_block *lists; /* by next_list; guarded by mutex */
	struct slab_list partial; /* a list being filled; guarded by mutex */
	char *fresh;		  /* guarded by mutex */
	size_t fresh_bytes;
};

static struct depot_class depot[SLAB_ALL_CLASSES];

/* Before main, so that a language runtime may allocate from its first line on. */
__attribute__((constructor(101))) static void depot_init(void)
{
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++) {
		os_mutex_init(&depot[i].mutex);
		depot[i].lists = NULL;
		depot[i].partial.first = NULL;
		depot[i].partial.count = 0;
		depot[i].fresh = NULL;
		depot[i].fresh_bytes = 0;
	}
}

static size_t block_bytes(uint32_t index)
{
	if (index >= SLAB_CLASSES)
		return SLAB_SMALLEST * (size_t)(index - SLAB_CLASSES + 1);
	return (size_t)SLAB_SMALLEST << index;
}

/* Cut up to a list of blocks from fresh memory.  Caller holds the mutex. */
static struct slab_list depot_carve(struct depot_class *from, size_t bytes)
{
	struct slab_list list = { NULL, 0 };

	if (from->fresh_bytes < bytes) {
		from->fresh = (char *)os_alloc(CHUNK_BYTES, SCHED_LINE);
		from->fresh_bytes = from->fresh ? CHUNK_BYTES : 0;
	}
	while (list.count < SLAB_BATCH && from->fresh_bytes >= bytes) {
		struct slab_block *block = (struct slab_block *)(void *)from->fresh;

		block->next = list.first;
		list.first = block;
		list.count++;
		from->fresh += bytes;
		from->fresh_bytes -= bytes;
	}
	return list;
}

/* A list of free blocks; empty if there is no memory. */
static struct slab_list depot_take(uint32_t index)
{
	struct depot_class *from = &depot[index];
	struct slab_list list = { NULL, SLAB_BATCH };

	os_mutex_lock(&from->mutex);
	list.first = from->lists;
	if (list.first)
		from->lists = list.first->next_list;
	else
		list = depot_carve(from, block_bytes(index));
	os_mutex_unlock(&from->mutex);
	return list;
}

static void depot_give_full(uint32_t index, struct slab_block *first)
{
	struct depot_class *to = &depot[index];

	os_mutex_lock(&to->mutex);
	first->next_list = to->lists;
	to->lists = first;
	os_mutex_unlock(&to->mutex);
}

/* A list that is not full goes back block by block, as lists of one batch would
 * need their lengths kept: splice it onto fresh lists of the next thread. */
static void depot_give_partial(uint32_t index, struct slab_list list)
{
	struct depot_class *to = &depot[index];

	os_mutex_lock(&to->mutex);
	while (list.first) {
		struct slab_block *block = list.first;

		list.first = block->next;
		block->next = to->partial.first;
		to->partial.first = block;
		if (++to->partial.count == SLAB_BATCH) {
			block->next_list = to->lists;
			to->lists = block;
			to->partial.first = NULL;
			to->partial.count = 0;
		}
	}
	os_mutex_unlock(&to->mutex);
}

static void cache_exit(void *opaque)
{
	struct slab_cache *cache = (struct slab_cache *)opaque;

	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++) {
		if (cache->classes[i].loaded.first)
			depot_give_partial(i, cache->classes[i].loaded);
		if (cache->classes[i].spare.first)
			depot_give_full(i, cache->classes[i].spare.first);
	}
	os_free(cache, sizeof(*cache));
}

static struct slab_cache *cache_create(void)
{
	struct slab_cache *cache = (struct slab_cache *)os_alloc(sizeof(*cache), SCHED_LINE);

	if (!cache)
		return NULL;
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++) {
		struct slab_list empty = { NULL, 0 };

		cache->classes[i].loaded = empty;
		cache->classes[i].spare = empty;
	}
	os_set_cache(cache, cache_exit);
	return cache;
}

static struct slab_cache *cache_get(void)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();

	return cache ? cache : cache_create();
}

/* The loaded list is empty: load the spare one, or one from the depot. */
static struct slab_block *cache_reload(struct slab_class *class_, uint32_t index)
{
	struct slab_list empty = { NULL, 0 };
	struct slab_block *block;

	if (class_->spare.first) {
		class_->loaded = class_->spare;
		class_->spare = empty;
	} else {
		class_->loaded = depot_take(index);
	}
	block = class_->loaded.first;
	if (block) {
		class_->loaded.first = block->next;
		class_->loaded.count--;
	}
	return block;
}

static void *alloc_of(uint32_t index)
{
	struct slab_cache *cache = cache_get();

	if (!cache)
		return NULL;
	sched_assert(!cache->classes[index].loaded.first); /* empty or new */
	return cache_reload(&cache->classes[index], index);
}

static void free_to(void *pointer, uint32_t index)
{
	struct slab_list empty = { NULL, 0 };
	struct slab_list one;
	struct slab_class *class_;
	struct slab_cache *cache = cache_get();

	if (!cache) { /* no memory for a cache: the depot takes the single block */
		one.first = (struct slab_block *)pointer;
		one.first->next = NULL;
		one.count = 1;
		depot_give_partial(index, one);
		return;
	}
	class_ = &cache->classes[index];
	if (class_->loaded.count == SLAB_BATCH) {
		if (class_->spare.first)
			depot_give_full(index, class_->spare.first);
		class_->spare = class_->loaded;
		class_->loaded = empty;
	}
	slab_put(&class_->loaded, pointer);
}

void *slab_alloc_slow(size_t bytes, size_t align)
{
	if (!slab_serves(bytes, align))
		return os_alloc(bytes, align);
	return alloc_of(slab_class_of(bytes, align));
}

void slab_free_slow(void *pointer, size_t bytes, size_t align)
{
	if (!slab_serves(bytes, align))
		os_free(pointer, bytes);
	else
		free_to(pointer, slab_class_of(bytes, align));
}

void *slab_packed_alloc_slow(size_t bytes, size_t align)
{
	size_t taken = slab_packed_bytes(bytes, align);

	if (!slab_packed_serves(taken, align))
		return os_alloc(bytes, align);
	return alloc_of(slab_packed_class_of(taken));
}

void slab_packed_free_slow(void *pointer, size_t bytes, size_t align)
{
	size_t taken = slab_packed_bytes(bytes, align);

	if (!slab_packed_serves(taken, align))
		os_free(pointer, bytes);
	else
		free_to(pointer, slab_packed_class_of(taken));
}

void *slab_alloc(size_t bytes, size_t align)
{
	return slab_alloc_inline(bytes, align);
}

void slab_free(void *pointer, size_t bytes, size_t align)
{
	slab_free_inline(pointer, bytes, align);
}
