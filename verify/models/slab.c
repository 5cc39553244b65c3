/* SPDX-License-Identifier: MIT */
/*
 * slab.c - the slab allocator on its own: caches of two threads and the depot.
 *
 * Every other model takes its tasks straight from the engine, so that reuse hides
 * nothing; here the slab is what is checked.  A block is written by its owner, so
 * one that two threads own is a data race.  At the end the slab's own lists tell of
 * leaks: every block that was ever cut is free, on one list, once.
 */
#define SLAB_FORCE 1
#undef SLAB_PLAIN
#define SLAB_PLAIN 0

#include "verify/model.h"

#define CHUNKS 4

/* The slab never gives memory back; the model does, at the end. */
struct chunks {
	void *start[CHUNKS];
	at_u32 count;
};

static struct chunks *chunks; /* set by each body before its threads */

static void *slab_memory(size_t bytes, size_t align, bool is_chunk, const struct mc_site *site)
{
	void *start = mc_alloc(bytes, align, site);
	uint32_t index;

	if (!is_chunk)
		return start;
	index = at_fetch_add_relaxed(&chunks->count, 1);
	model_check(index < CHUNKS, "few chunks are enough");
	chunks->start[index] = start;
	return start;
}

#undef os_alloc
#define os_alloc(bytes, align) \
	slab_memory(bytes, align, (bytes) == CHUNK_BYTES, SEAM_SITE("os_alloc"))

#include "sched/slab.c"

#define BLOCK  48
#define BLOCKS 3 /* more than a list holds: the depot is asked each time */

struct world {
	struct os_thread threads[2];
	uint64_t *passed; /* from the body to a thread that frees it */
};

static struct world *world_create(void)
{
	chunks = (struct chunks *)model_alloc(sizeof(*chunks));
	at_init(&chunks->count, 0);
	depot_init();
	return (struct world *)model_alloc(sizeof(struct world));
}

/* ------------------------------------------------------ what the lists say -- */

#define SEEN_MOST 64 /* blocks of a chunk that a test may use */

struct audit {	      /* of one class */
	size_t bytes; /* of a block */
	bool seen[CHUNKS][SEEN_MOST];
	uint32_t free;
};

static void audit_block(struct audit *audit, const struct slab_block *block)
{
	const char *start = (const char *)block;

	for (uint32_t i = 0; i < at_load_relaxed(&chunks->count); i++) {
		const char *chunk = (const char *)chunks->start[i];
		size_t index;

		if (start < chunk || start >= chunk + CHUNK_BYTES)
			continue;
		index = (size_t)(start - chunk) / audit->bytes;
		model_check(chunk + index * audit->bytes == start,
			    "a block begins where it was cut");
		model_check(index < SEEN_MOST && !audit->seen[i][index],
			    "no block is on two lists, or twice on one");
		audit->seen[i][index] = true;
		audit->free++;
		return;
	}
	model_check(false, "every block on a list comes from a chunk");
}

static uint32_t audit_list(struct audit *audit, const struct slab_block *block)
{
	uint32_t count = 0;

	for (; block; block = block->next, count++)
		audit_block(audit, block);
	return count;
}

/* The bytes of blocks of this class that are free; no cache is left. */
static size_t audit_class(uint32_t index)
{
	struct audit audit = { block_bytes(index), { { false } }, 0 };
	const struct slab_block *list;

	for (list = depot[index].lists; list; list = list->next_list)
		model_check(audit_list(&audit, list) == SLAB_BATCH, "a list of the depot is full");
	model_check(audit_list(&audit, depot[index].partial.first) == depot[index].partial.count,
		    "the list that is being filled has the length that it says");
	model_check(depot[index].partial.count < SLAB_BATCH, "and is not full");
	return audit.free * audit.bytes + depot[index].fresh_bytes;
}

static void audit_all(void)
{
	size_t bytes = 0;

	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++)
		bytes += audit_class(i);
	model_check(bytes == (size_t)at_load_relaxed(&chunks->count) * CHUNK_BYTES,
		    "every block that was cut is free");
}

static void check_list(const struct slab_list *list)
{
	uint32_t length = 0;

	for (const struct slab_block *block = list->first; block; block = block->next)
		length++;
	model_check(length == list->count, "a list has the length that it says");
	model_check(length <= SLAB_BATCH, "and never more than a batch");
}

static void check_cache(const struct slab_cache *cache)
{
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++) {
		const struct slab_list *spare = &cache->classes[i].spare;

		check_list(&cache->classes[i].loaded);
		check_list(spare);
		model_check(spare->count == 0 || spare->count == SLAB_BATCH,
			    "a spare list is empty or full");
	}
}

/* The body ends as a thread would. */
static void world_destroy(struct world *world)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();

	if (cache) {
		check_cache(cache);
		mc_slot_set(MC_SLOT_CACHE, NULL);
		cache_exit(cache);
	}
	audit_all();
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++)
		os_mutex_fini(&depot[i].mutex);
	for (uint32_t i = at_load_relaxed(&chunks->count); i-- > 0;)
		model_free(chunks->start[i], CHUNK_BYTES);
	at_fini(&chunks->count);
	model_free(chunks, sizeof(*chunks));
	model_free(world, sizeof(*world));
}

/* `count` blocks in use at once. */
static void use_many(uint32_t count, size_t bytes)
{
	uint64_t *blocks[SEEN_MOST];

	for (uint64_t i = 0; i < count; i++) {
		blocks[i] = (uint64_t *)slab_alloc(bytes, 16);
		*blocks[i] = i;
	}
	for (uint64_t i = 0; i < count; i++) {
		model_check(*blocks[i] == i, "a block keeps what is written to it");
		slab_free(blocks[i], bytes, 16);
	}
}

static void use_blocks(void)
{
	use_many(BLOCKS, BLOCK);
}

static void use_main(void *opaque)
{
	(void)opaque;
	use_blocks();
}

static void two_threads(void)
{
	struct world *world = world_create();

	model_start(&world->threads[0], use_main, world);
	use_blocks();
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(two_threads, .checks = "two caches over one depot share no block", .threads = 2, .bound = 3)

static void free_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	slab_free(world->passed, BLOCK, 16);
	use_blocks();
}

static void free_elsewhere(void)
{
	struct world *world = world_create();

	world->passed = (uint64_t *)slab_alloc(BLOCK, 16);
	*world->passed = 7;
	model_start(&world->threads[0], free_main, world);
	use_blocks();
	model_join(&world->threads[0]);
	use_blocks();
	world_destroy(world);
}
MODEL(free_elsewhere, .checks = "a block freed and used again by another thread", .threads = 2,
      .bound = 3)

/* A thread that ends gives its blocks to the depot, from where the next has them. */
static void inherit_from_ended_thread(void)
{
	struct world *world = world_create();

	model_start(&world->threads[0], use_main, world);
	model_start(&world->threads[1], use_main, world);
	model_join(&world->threads[0]);
	use_blocks();
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(inherit_from_ended_thread, .checks = "blocks of ended threads are used again", .threads = 3,
      .bound = 2)

/* ----------------------------------------------------------- one thread -- */

static void many_blocks(void)
{
	struct world *world = world_create();

	for (uint32_t count = 1; count <= 4 * SLAB_BATCH + 1; count++)
		use_many(count, BLOCK);
	world_destroy(world);
}
MODEL(many_blocks, .checks = "lists are loaded, traded and given back, one block more each time",
      .threads = 1)

static void more_than_a_chunk(void)
{
	struct world *world = world_create();

	use_many(CHUNK_BYTES / SLAB_LARGEST + 1, SLAB_LARGEST);
	model_check(at_load_relaxed(&chunks->count) == 2, "a chunk is used up before the next");
	world_destroy(world);
}
MODEL(more_than_a_chunk, .checks = "a chunk is cut to its last block", .threads = 1)
